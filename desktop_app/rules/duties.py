"""A thing to do by a day, whatever asks for it: the home page, the boards and ``deadlines`` all say it from here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.rules.procedure import countdown

OVERDUE, SOON, OPEN, AHEAD = "overdue", "soon", "open", "ahead"
ORDER = {OVERDUE: 0, SOON: 1, OPEN: 2, AHEAD: 3}
SOON_WITHIN = 30  # days before it is due that a duty is near (our own choice, level L6)
_BEGUN_WITHIN = 180  # the same for one that may be begun: as early as a term's end is spoken of (level L6)


@dataclass(frozen=True)
class Duty:
    """One thing to do. ``key`` names this very occasion of it, so that it is done once each time it falls due.

    ``rule`` is a rule's or step's id, or the code of a yearly duty. ``due`` None: whenever she comes to it. Before
    ``opens_on`` there is nothing to do yet. ``can_be_marked``: no record says it is done, so the officer does.
    """

    key: str
    what: str
    due: date | None
    rule: str
    source: str
    state: str = OPEN
    opens_on: date | None = None
    consequence: str = ""
    caution: str = ""
    kind: str = ""
    record_id: int = 0
    field: str = ""
    form_code: str = ""
    step: str = ""  # of a procedure
    can_be_marked: bool = False

    def seen_on(self, on: date) -> Duty:
        """The duty with its state as of ``on``."""
        return replace(self, state=self._state(on))

    def counted(self, on: date) -> str:
        """截止 2026-03-08，还有 12 天; empty where it has no day."""
        return countdown(self.due, on).rstrip("。") if self.due else ""

    def _state(self, on: date) -> str:
        if self.due is not None and self.due < on:
            return OVERDUE
        if self.opens_on is not None and self.opens_on > on:
            return AHEAD
        if self.due is None:
            return OPEN
        within = SOON_WITHIN if self.opens_on is None else _BEGUN_WITHIN
        return SOON if (self.due - on).days <= within else AHEAD


def in_order(duties: list[Duty]) -> list[Duty]:
    """Overdue first, then by the day they are due, what has no day last."""
    return sorted(duties, key=lambda duty: (ORDER[duty.state], duty.due or date.max, duty.key))
