"""What is kept of one term of the committee, of the unit around it, and the few things every rule asks of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop_app.records.base import Values
from desktop_app.rules.findings import Place

COMMITTEE, SINGLE = "女职工委员会", "女职工委员"
DIRECTOR = "主任"


@dataclass(frozen=True)
class Term:
    """One term. ``members`` carry the person's ``name`` and ``union_post``; ``previous`` is the term before it."""

    values: Values
    members: Sequence[Values] = ()
    elections: Sequence[Values] = ()
    changes: Sequence[Values] = ()
    union: Values = field(default_factory=dict)
    previous: Values | None = None

    @property
    def place(self) -> Place:
        """The term itself."""
        return Place(f"第{self.values['number']}届{self.form}", "committee_term", self.values["id"])

    @property
    def form(self) -> str:
        """女职工委员会, or 女职工委员 where the union committee has one member for women workers."""
        return self.values["form"] or COMMITTEE

    def place_of(self, kind: str, record: Values | None, field: str = "") -> Place:
        """A record of this term; without one, where it must be added."""
        return Place(self.place.about, kind, record["id"] if record else 0, field)

    def serving(self, on: date) -> list[Values]:
        """Members who have not left by ``on``."""
        return [m for m in self.members if not m["left_on"] or m["left_on"] > on]

    def directors(self, on: date) -> list[Values]:
        """Who leads it on ``on``."""
        return [m for m in self.serving(on) if m["post"] == DIRECTOR]

    @property
    def election(self) -> Values | None:
        """The election that formed it: the latest one."""
        return max(self.elections, key=lambda e: (e["held_on"] or date.min, e["id"]), default=None)

    @property
    def formed_on(self) -> date | None:
        """The day it came about, by its own record or by its election's."""
        held: date | None = self.election["held_on"] if self.election else None
        return self.values["founded_on"] or held

    def has_begun(self, on: date) -> bool:
        """Whether its term runs, or has run out, on ``on``."""
        starts = self.values["starts_on"]
        return starts is not None and starts <= on

    @property
    def seats(self) -> int | None:
        """How many members were asked for."""
        asked: int | None = self.values["seat_count"] or (self.election["seat_count"] if self.election else None)
        return asked


@dataclass(frozen=True)
class Standing:
    """The unit as of a day: the term in office (also one that has run out), the one in preparation, and the counts.

    ``listed`` are women on the roster who work here by 女职工 and 女会员: a roster may be incomplete, so it tells only
    that there are at least so many.
    """

    in_office: Term | None = None
    coming: Term | None = None
    headcount: Values | None = None
    listed: dict[str, int] = field(default_factory=dict)
    votes: Sequence[Values] = ()  # of the workers' congress
    reports: Sequence[Values] = ()

    @property
    def terms(self) -> list[Term]:
        """Those that the rules look at."""
        return [term for term in (self.in_office, self.coming) if term is not None]
