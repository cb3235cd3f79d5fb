"""What a rule finds: one sentence with its rule, its level and its source, and the field where it is mended."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.rules.parameters import LEVELS, Parameter

ERROR, WARNING, HINT = "error", "warning", "hint"  # 强制 is an error; the others are 提示
ORDER = {ERROR: 0, WARNING: 1, HINT: 2}


@dataclass(frozen=True)
class Place:
    """Where something is mended: a record of ``kind`` (id 0: it must be added), at ``field``. ``about`` names it."""

    about: str
    kind: str = ""
    record_id: int = 0
    field: str = ""

    def at(self, field: str) -> Place:
        """The same record, at another field."""
        return Place(self.about, self.kind, self.record_id, field)


@dataclass(frozen=True)
class Finding:
    """One thing found. ``rule`` is a stable id (R01…, or D for data), ``level`` L1-L6 as in resources/rules."""

    rule: str
    level: str
    severity: str
    about: str
    message: str
    source: str
    kind: str = ""
    record_id: int = 0
    field: str = ""

    @property
    def grounds(self) -> str:
        """R12 · 部门规章 · 集体合同规定第三十二条: what an officer reads beneath the sentence."""
        return f"{self.rule} · {LEVELS[self.level]} · {self.source}"


def found(rule: str, severity: str, message: str, by: Parameter, place: Place) -> Finding:
    """A finding by a parameter of the rules: a rule that nobody has confirmed never speaks as an error."""
    capped = WARNING if severity == ERROR and not by.is_confirmed else severity
    return Finding(rule, by.level, capped, place.about, message, by.citation, place.kind, place.record_id, place.field)
