"""适用规定: every rule as shipped, as the province has it and as the unit has it; the unit's own are kept here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.errors import BanbiantianError
from desktop_app.ledger.ledger import Ledger
from desktop_app.rules.parameters import OWN, Parameter, overridden, parameter_named
from desktop_app.services import records
from desktop_app.services.lines import lines
from desktop_app.services.rulebook import known_provinces, rulebook, rules_of

VERIFIED, DOUBTED, TO_VERIFY, UNSET = "已核实", "存疑", "待核实", "没有规定"
# Words by which resources/rules says that a text was seen, but not whether it is the one in force.
_DOUBTS = ("未核", "待核", "未见", "未查到", "没有查到", "没有见到", "未标", "摘录不全", "本程序的读法", "没有写条号")


@dataclass(frozen=True)
class Ruling:
    """One line of 适用规定: what holds, and what it was chosen from."""

    held: Parameter
    national: Parameter
    local: Parameter | None  # the province's, where it has one, confirmed or not
    own_id: int = 0  # the record of 本单位规定, 0 where there is none

    @property
    def state(self) -> str:
        """本单位, 待核实, 存疑, 没有规定 or 已核实."""
        held = self.held
        if held.origin == OWN:
            return OWN
        if held.candidate is not None or not held.is_confirmed:
            return TO_VERIFY
        if held.value is None and (held.unit or held.options):
            return UNSET
        return DOUBTED if any(word in held.citation for word in _DOUBTS) else VERIFIED

    @property
    def shown(self) -> str:
        """What holds, in words."""
        held = self.held
        if held.value is None and held.candidate is None and not held.unit and not held.options:
            return "照条文"
        return held.shown


@dataclass(frozen=True)
class Board:
    """Everything the page 适用规定 shows. ``province`` as typed; empty when not chosen."""

    province: str
    rulings: tuple[Ruling, ...]
    faults: tuple[str, ...]

    @property
    def local_count(self) -> int:
        """How many values the province has of its own that are confirmed."""
        return sum(r.local is not None and r.local.candidate is None and r.local.is_confirmed for r in self.rulings)

    @property
    def asked_count(self) -> int:
        """How many are 待核实."""
        return sum(ruling.state == TO_VERIFY for ruling in self.rulings)


def board(ledger: Ledger) -> Board:
    """The rules of this ledger's unit beside those they were chosen from."""
    province = records.single(ledger, "enterprise").get("province") or ""
    held, local, national = rulebook(ledger), rules_of(province), rules_of("")
    ids = {}
    for each in lines(ledger, "rule_override", {}):
        found = parameter_named(national, each["parameter"])
        if found is not None:
            ids[found.name] = each["id"]
    rulings = (
        Ruling(held[name], national[name], None if local[name] == national[name] else local[name], ids.get(name, 0))
        for name in held
    )
    return Board(province, tuple(rulings), held.faults)


def has_own_values(province: str) -> bool:
    """Whether anything confirmed is known of a province; the others go by the national rules."""
    if not any(province.startswith(name) for name in known_provinces()):
        return False
    book, national = rules_of(province), rules_of("")
    return any(book[name] != national[name] and book[name].candidate is None for name in book)


def choose_province(ledger: Ledger, province: str) -> None:
    """Another province for the unit: every rule follows at once. Raises Rejected before the unit has a name."""
    unit = records.single(ledger, "enterprise")
    records.save(ledger, "enterprise", {"province": province}, unit.get("id"))


def save(ledger: Ledger, name: str, *, value: str, source: str, checked_on: str | date, note: str = "") -> int:
    """Keep the unit's own value of a parameter; returns the record's id. Raises Rejected when it cannot be read."""
    shipped = rules_of(records.single(ledger, "enterprise").get("province") or "")[name]
    overridden(shipped, {"value": value, "source": source, "checked_on": None, "note": note})
    given = {"parameter": name, "value": value, "source": source, "checked_on": checked_on, "note": note}
    return records.save(ledger, "rule_override", given, _own_id(ledger, shipped)).id


def forget(ledger: Ledger, name: str) -> None:
    """Go back to the shipped value. Raises BanbiantianError when there is no own one."""
    shipped = rules_of("")[name]
    ids = [each["id"] for each in lines(ledger, "rule_override", {}) if each["parameter"] in (name, shipped.label)]
    if not ids:
        raise BanbiantianError(f"“{shipped.label}”没有本单位规定，没有改动。")
    records.delete(ledger, "rule_override", ids)


def _own_id(ledger: Ledger, parameter: Parameter) -> int | None:
    own = [
        each["id"]
        for each in lines(ledger, "rule_override", {})
        if each["parameter"] in (parameter.name, parameter.label)
    ]
    return own[-1] if own else None
