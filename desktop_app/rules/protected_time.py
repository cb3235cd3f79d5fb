"""One entry of the special-period ledger read by its dates: which stage holds on a day, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.rules.entitlements import Birth, conceived_from, leave_of, nursing_ends, protected_from
from desktop_app.rules.findings import Place
from desktop_app.rules.parameters import Rulebook

BIRTH_STAGES = ("孕期", "产期", "哺乳期")


@dataclass(frozen=True)
class Protection:
    """One entry of the special-period ledger, read by its dates."""

    values: Mapping[str, Any]
    book: Rulebook

    @property
    def place(self) -> Place:
        """Where it is mended; a number stands for the person."""
        number = int(self.values.get("id") or 0)
        return Place(f"特殊时期登记（编号 {number}）", "special_period", number)

    @property
    def birth(self) -> Birth:
        """The facts for the calculator."""
        values = self.values
        return Birth(
            due_month=values.get("due_month"),
            delivered_on=values.get("delivered_on"),
            infant_count=values.get("infant_count") or 1,
            child_number=values.get("child_number") or 1,
            is_dystocia=bool(values.get("is_dystocia")),
            is_caesarean=bool(values.get("is_caesarean")),
            ended_month_count=values.get("ended_month_count"),
            leave_starts_on=values.get("leave_starts_on"),
        )

    @property
    def is_of_birth(self) -> bool:
        """孕期、产期、哺乳期."""
        return self.values.get("stage") in BIRTH_STAGES

    @property
    def leave_ends(self) -> date | None:
        """The last day of leave: as recorded, else as calculated; None while nothing has begun."""
        first = self.values.get("leave_starts_on") or self.values.get("delivered_on")
        calculated = leave_of(self.birth, self.book).last_day(first) if first and self.is_of_birth else None
        recorded: date | None = self.values.get("leave_ends_on")
        return recorded or calculated

    @property
    def ends(self) -> date | None:
        """The last day of pregnancy, leave and nursing; None while it cannot be known."""
        born = self.values.get("delivered_on")
        if not self.is_of_birth or born is None:
            return None
        if self.birth.is_miscarriage:
            return self.leave_ends
        nursing = nursing_ends(born, self.book)
        return max(nursing, self.leave_ends or nursing)

    def stage(self, on: date) -> str:
        """The stage on a day, by the dates where they are known, else as recorded; empty when it is over."""
        recorded, born = str(self.values.get("stage") or ""), self.values.get("delivered_on")
        if not self.is_of_birth:
            return recorded
        if born is None:
            return recorded if recorded != "孕期" or self._is_conceived(on) else ""
        if on < born:
            return "孕期" if self._is_conceived(on) else ""
        if on <= (self.leave_ends or born):
            return "产期"
        return "哺乳期" if self.ends is not None and on <= self.ends else ""

    def rest_from(self) -> date | None:
        """The first day without overtime and nights (R28); None where no date tells it."""
        if not self.is_of_birth:
            return None
        due, born = self.values.get("due_month"), self.values.get("delivered_on")
        if due is not None:
            from_month = protected_from(due, self.book)
            return min(from_month, born) if born else from_month
        return born

    def _is_conceived(self, on: date) -> bool:
        due = self.values.get("due_month")
        return due is None or on >= conceived_from(due)
