"""What is kept of one round of the contract, and the few things every rule asks of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from desktop_app.records.base import Values
from desktop_app.rules.findings import Place
from desktop_app.rules.parameters import Parameter, Rulebook

SIDES = ("职工方", "企业方")
RECORDER, CHIEF, OUTSIDER = "记录员", "首席代表", "外聘专业人员"
CHANGE = "变更"


@dataclass(frozen=True)
class Round:
    """One round and what surrounds it. ``renewed_by`` are rounds that follow this one.

    ``headcount`` is the latest count of people, ``director`` the name of the committee's director in office.
    """

    values: Values
    items: Sequence[Values] = ()
    delegates: Sequence[Values] = ()
    sessions: Sequence[Values] = ()
    votes: Sequence[Values] = ()
    inspections: Sequence[Values] = ()
    renewed_by: Sequence[Values] = ()
    disputes: Sequence[Values] = ()
    authorizations: Sequence[Values] = ()
    enterprise: Values = field(default_factory=dict)
    union: Values = field(default_factory=dict)
    headcount: Values | None = None
    has_committee: bool = False
    director: str = ""

    @property
    def place(self) -> Place:
        """The round itself."""
        values = self.values
        about = f"{values['name']}（{values['offered_on'] or values['starts_on'] or '日期未填'}）"
        return Place(about, "negotiation", values["id"])

    def place_of(self, kind: str, record: Values | None, field: str = "") -> Place:
        """A record of this round; without one, where it must be added."""
        return Place(self.place.about, kind, record["id"] if record else 0, field)

    def voting(self, side: str) -> list[Values]:
        """The delegates of a side who negotiate: those there at the signature, before it those there now.

        No recorder is one, nobody who left before, and no successor of somebody who left only afterwards.
        """
        signed = self.values["signed_on"]
        stayed = {d["id"] for d in self.delegates if d["left_on"] and signed and d["left_on"] > signed}
        return [
            d
            for d in self.delegates
            if d["side"] == side
            and d["role"] != RECORDER
            and (not d["left_on"] or d["id"] in stayed)
            and d["replaces_id"] not in stayed
        ]

    @property
    def ended_on(self) -> date | None:
        """The last day of the contract, as its records tell: rescinded, ended, or its term run out."""
        days = [self.values[name] for name in ("rescinded_on", "ended_on", "ends_on") if self.values[name]]
        return min(days, default=None)

    def is_over(self, on: date) -> bool:
        """Whether nothing can be done for the contract any more."""
        ended = self.ended_on
        return ended is not None and ended < on

    def is_only_registered(self, on: date) -> bool:
        """Whether nothing is kept of how the contract came about, and its term has begun: it is in force."""
        starts = self.values["starts_on"]
        if self.values.get("occasion") == CHANGE:  # it was given the term of the contract that it changes
            return False
        is_blank = not (self.has_begun or self.values["offered_on"] or self.values["prepared_on"] or self.items)
        return is_blank and starts is not None and starts <= on

    @property
    def has_begun(self) -> bool:
        """Whether the two sides have met, or got further still: whoever offered was answered somehow."""
        later = ("drafted_on", "submitted_to_congress_on", "signed_on", "filed_on", "received_on", "effective_on")
        return bool(self.held or self.votes) or any(self.values[name] for name in later)

    def chiefs(self, side: str) -> list[Values]:
        """Those named as chief of a side."""
        return [d for d in self.voting(side) if d["role"] == CHIEF]

    @property
    def recorders(self) -> list[Values]:
        """Those named among the delegates to take the minutes; the sessions name theirs themselves."""
        return [d for d in self.delegates if d["role"] == RECORDER]

    @property
    def held(self) -> list[Values]:
        """Sessions with a date, in their order."""
        return sorted((s for s in self.sessions if s["held_on"]), key=lambda s: s["held_on"])

    @property
    def vote(self) -> Values | None:
        """The congress that decides: the latest one."""
        return max(self.votes, key=lambda v: (v["held_on"] or date.min, v["id"]), default=None)

    @property
    def renewals(self) -> list[Values]:
        """Rounds that renew this one; a change of its text is none."""
        return [r for r in self.renewed_by if r["occasion"] != CHANGE]

    @property
    def changes(self) -> list[Values]:
        """Rounds that change this one's text."""
        return [r for r in self.renewed_by if r["occasion"] == CHANGE]


def in_words(by: Parameter) -> str:
    """A share as the law says it: 2/3 is 三分之二."""
    digits = "零一二三四五六七八九"
    if by.share is None or by.share.denominator > 9 or by.share.numerator > 9:
        return str(by.value or "")
    return f"{digits[by.share.denominator]}分之{digits[by.share.numerator]}"


def signs_before_vote(book: Rulebook) -> bool:
    """Whether the chiefs sign the text that goes to the congress (上海), not after it has passed."""
    return bool(book.value("signing") == "表决前")


def filing_rule(book: Rulebook) -> Parameter:
    """The period of the filing, with the article that says from when it runs where that is another one (上海)."""
    period, start = book["filing"], book["filing_from"]
    if start.origin == period.origin:
        return period
    source = f"{start.source}{start.article}、{period.source}"
    return replace(period, source=source, level=start.level, note=start.note, origin=start.origin)


def filing_starts(of: Round, book: Rulebook) -> date | None:
    """The day that sets off the filing: the signature, or the written notice that the congress has agreed (上海)."""
    name = "notified_on" if book.value("filing_from") == "书面告知" else "signed_on"
    day: date | None = of.values[name]
    return day
