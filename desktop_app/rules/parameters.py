"""The numbers of the rules as they hold for one unit: national, her province's, or what she has checked herself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Any

from desktop_app.errors import Rejected
from desktop_app.rules.deadlines import UNITS, Period

CONFIRMED, UNVERIFIED = "confirmed", "unverified"
NATIONAL, OWN = "国家", "本单位"
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

    ``own`` are records of 本单位规定. One that cannot be read is left out and said in ``faults``.
    """
    parameters = {name: _national(name, table) for name, table in national.items()}
    local = province_in(provinces, province)
    for name, table in (local or {}).get("parameters", {}).items():
        parameters[name] = _local(parameters[name], {**local, **table} if local else table)
    faults = []
    for each in own:
        try:
            parameters[each["parameter"]] = overridden(parameters[each["parameter"]], each)
        except KeyError:
            faults.append(f"本单位规定里的“{each['parameter']}”不是本程序认得的规定，没有采用")
        except Rejected as fault:
            faults.append(f"本单位规定“{parameters[each['parameter']].label}”没有采用：{fault}")
    return Rulebook(local["name"] if local else "", parameters, tuple(faults))


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
    )


def _own_value(parameter: Parameter, text: str) -> tuple[Any, str]:
    if parameter.options:
        if text not in parameter.options:
            raise Rejected(f"“{text}”应为{'、'.join(parameter.options)}之一")
        return text, parameter.unit
    if not parameter.unit:
        return text, ""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(\D*)", text)
    unit = (found[2].strip() or parameter.unit) if found else ""
    if not found or (unit != parameter.unit and not (unit in UNITS and parameter.unit in UNITS)):
        raise Rejected(f"“{text}”应为数字，单位是{parameter.unit}")
    number = float(found[1])
    return int(number) if number.is_integer() else number, unit


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
    )
