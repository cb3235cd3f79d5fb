"""The numbers of the rules as they hold for one unit: national, her province's, or what she has checked herself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from desktop_app.errors import Rejected
from desktop_app.rules.deadlines import DAYS, MONTHS, UNITS, WORKING_DAYS, YEARS, Period

CONFIRMED, UNVERIFIED = "confirmed", "unverified"
NATIONAL, OWN = "国家", "本单位"
LEVELS = {
    "L1": "法律、行政法规",
    "L2": "部门规章",
    "L3": "全国总工会等文件",
    "L4": "地方规定",
    "L5": "通行做法",
    "L6": "本程序的建议",
    OWN: OWN,
}
_MOST = {DAYS: 3650, WORKING_DAYS: 2500, MONTHS: 120, YEARS: 30}  # a longer one is a slip of the pen
_LARGEST = 1_000_000
Table = Mapping[str, Any]  # one table of resources/rules


@dataclass(frozen=True)
class Parameter:
    """One value with where it comes from. ``value`` is None where no rule sets one.

    A value that nobody has confirmed is never ``value``: it is the ``candidate``, shown as 待核实 and asked for.
    ``level`` is L1-L6, or 本单位; ``origin`` 国家, a province, or 本单位.
    """

    name: str
    label: str
    group: str
    value: Any
    unit: str
    level: str
    source: str
    article: str
    is_confirmed: bool
    checked_on: date | None
    note: str
    origin: str
    options: tuple[str, ...] = ()
    candidate: Any = None
    candidate_source: str = ""

    @property
    def citation(self) -> str:
        """集体合同规定第三十二条, with its doubts; 待核实 in front where nobody has confirmed it."""
        doubts = "" if self.is_confirmed else "待核实："
        note = f"（{self.note}）" if self.note else ""
        return f"{doubts}{self.source or self.label}{self.article}{note}"

    @property
    def period(self) -> Period | None:
        """The value as a period, for units that count time; None where no rule sets one."""
        if self.value is None or self.unit not in UNITS:
            return None
        return Period(int(self.value), self.unit)

    @property
    def share(self) -> Fraction | None:
        """A value such as 2/3."""
        return None if self.value is None else Fraction(str(self.value))

    @property
    def shown(self) -> str:
        """The value as an officer reads it; what is not confirmed, and what no rule sets, says so."""
        if self.value is not None:
            return f"{self.value}{self.unit}"
        return f"待核实（可能为 {self.candidate}{self.unit}）" if self.candidate is not None else "没有规定"


class Rulebook(Mapping[str, Parameter]):
    """Every parameter as it holds for one unit. A province never leaks: another rulebook knows nothing of it."""

    def __init__(self, province: str, parameters: Mapping[str, Parameter], faults: tuple[str, ...] = ()) -> None:
        self.province = province
        self.faults = faults  # own rules that could not be read, as sentences
        self._parameters = dict(parameters)

    def __getitem__(self, name: str) -> Parameter:
        return self._parameters[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parameters)

    def __len__(self) -> int:
        return len(self._parameters)

    def value(self, name: str) -> Any:
        """The confirmed value, None where there is none."""
        return self[name].value


def rulebook(national: Table, provinces: Iterable[Table], province: str, own: Iterable[Table] = ()) -> Rulebook:
    """The parameters for a unit in ``province``: own values over the province's over the national ones.

    ``own`` are records of 本单位规定, by the parameter's name or its label. One that cannot be read is left out,
    and one that was given twice goes by the later record; both are said in ``faults``.
    """
    parameters = {name: _national(name, table) for name, table in national.items()}
    local = province_in(provinces, province)
    for name, table in (local or {}).get("parameters", {}).items():
        parameters[name] = _local(parameters[name], {**local, **table} if local else table)
    faults = []
    for each in own:
        shipped = parameter_named(parameters, each["parameter"])
        if shipped is None:
            faults.append(f"本单位规定里的“{each['parameter']}”不是本程序认得的规定，没有采用")
            continue
        if shipped.origin == OWN:
            faults.append(f"本单位规定“{shipped.label}”填了不止一条，用的是后一条，请删去多余的")
        try:
            parameters[shipped.name] = overridden(shipped, each)
        except Rejected as fault:
            faults.append(f"本单位规定“{shipped.label}”没有采用：{fault}")
    return Rulebook(local["name"] if local else "", parameters, tuple(faults))


def parameter_named(parameters: Mapping[str, Parameter], name: str) -> Parameter | None:
    """The parameter of an identifier or of a label, as a sheet brings it; None when there is none."""
    if name in parameters:
        return parameters[name]
    return next((each for each in parameters.values() if each.label == name), None)


def province_in(provinces: Iterable[Table], name: str) -> Table | None:
    """The table of a province by its short or full name; None when nothing is known of it."""
    return next((table for table in provinces if name and name.startswith(table["name"])), None)


def overridden(parameter: Parameter, own: Table) -> Parameter:
    """The parameter with the officer's own value and source. Raises Rejected when the value cannot be read."""
    value, unit = _own_value(parameter, str(own["value"] or "").strip())
    return replace(
        parameter,
        value=value,
        unit=unit,
        level=OWN,
        source=f"{OWN}：{own['source'] or '没有写明出处'}",
        article="",
        is_confirmed=True,
        checked_on=own["checked_on"],
        note=own["note"] or "",
        origin=OWN,
        candidate=None,
        candidate_source="",
    )


def _own_value(parameter: Parameter, text: str) -> tuple[Any, str]:
    if not text:
        raise Rejected("没有写数值")
    known = str(parameter.value if parameter.value is not None else parameter.candidate or "")
    if parameter.options:
        if text not in parameter.options:
            raise Rejected(f"“{text}”应为{'、'.join(parameter.options)}之一")
        return text, parameter.unit
    if re.fullmatch(r"\d+/\d+", known):
        return _own_share(text), ""
    if not parameter.unit:
        return text, ""
    if "、" in known:
        return _own_years(text, parameter.unit), parameter.unit
    return _own_number(text, parameter.unit)


def _own_share(text: str) -> str:
    found = re.fullmatch(r"([1-9]\d{0,2})\s*/\s*([1-9]\d{0,2})", text)
    if not found or int(found[1]) > int(found[2]):
        raise Rejected(f"“{text}”应写成 2/3 这样的分数，不大于1")
    return f"{found[1]}/{found[2]}"


def _own_years(text: str, unit: str) -> str:
    bare = text.removesuffix(unit).strip()
    if not re.fullmatch(r"[1-9]\d?(、[1-9]\d?)*", bare):
        raise Rejected(f"“{text}”应写成 3、5 这样的数字，单位是{unit}")
    return bare


def _own_number(text: str, usual: str) -> tuple[int | float, str]:
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(\D*)", text)
    unit = (found[2].strip() or usual) if found else ""
    unit = unit.removeprefix("个") if usual in UNITS else unit
    if not found or (unit not in UNITS if usual in UNITS else unit != usual):
        raise Rejected(f"“{text}”应为数字，单位是{usual}")
    number = float(found[1])
    if unit in UNITS and not (number.is_integer() and 1 <= number <= _MOST[unit]):
        raise Rejected(f"“{text}”应为1到{_MOST[unit]}{unit}的整数")
    if number > _LARGEST:
        raise Rejected(f"“{text}”太大，请核对")
    return (int(number) if number.is_integer() else number), unit


def _national(name: str, table: Table) -> Parameter:
    is_confirmed = table["status"] == CONFIRMED
    value = table.get("value")
    return Parameter(
        name,
        table["label"],
        table["group"],
        value if is_confirmed else None,
        table.get("unit", ""),
        table["level"],
        table.get("source", ""),
        table.get("article", ""),
        is_confirmed,
        table["checked_on"],
        table.get("note", ""),
        NATIONAL,
        tuple(table.get("options", ())),
        None if is_confirmed else value,
        "" if is_confirmed else table.get("source", ""),
    )


def _local(national: Parameter, table: Table) -> Parameter:
    """A province's value in place of the national one; one not confirmed only stands beside it."""
    source = f"{table.get('source', '')}{table.get('article', '')}"
    if table["status"] != CONFIRMED:
        said = f"{table['name']}的规定待核实" + (f"：{table['note']}" if table.get("note") else "")
        is_set = national.value is not None
        return replace(
            national,
            is_confirmed=is_set and national.is_confirmed,
            candidate=table.get("value"),
            candidate_source=source,
            note="；".join(part for part in (national.note if is_set else "", said) if part),
            origin=national.origin if is_set else table["name"],
        )
    return replace(
        national,
        value=table.get("value"),
        unit=table.get("unit", national.unit),
        level=table["level"],
        source=table.get("source", ""),
        article=table.get("article", ""),
        is_confirmed=True,
        checked_on=table["checked_on"],
        note=table.get("note", ""),
        origin=table["name"],
        candidate=None,
        candidate_source="",
    )
