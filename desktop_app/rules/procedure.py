"""A step of a procedure as the records say it stands: what it waits for, until when, and what follows if it passes."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from datetime import date

DONE, NOW, LATE, AHEAD = "done", "now", "late", "ahead"


@dataclass(frozen=True)
class Step:
    """One step. ``code`` is stable (S0…S17, D1, D2, A1…A7, B1, B2); ``sentence`` is what an officer reads first.

    ``missing`` are the documents, persons, dates and votes that the step still lacks, each a clause of its own.
    ``due`` is the last day, ``opens_on`` the first; ``caution`` says where holidays are not known yet.
    ``source`` is the article, ``consequence`` what happens when ``due`` passes. ``forms`` are the codes of its papers.
    ``place`` is the kind of record to open for it, at ``field``.
    """

    code: str
    name: str
    state: str
    sentence: str
    _: KW_ONLY
    done_on: date | None = None
    due: date | None = None
    opens_on: date | None = None
    missing: tuple[str, ...] = ()
    source: str = ""
    consequence: str = ""
    caution: str = ""
    rule: str = ""  # the rule of the logic check that speaks of the same thing, where there is one
    forms: tuple[str, ...] = ()
    place: str = ""
    record_id: int = 0
    field: str = ""

    @property
    def date(self) -> date | None:
        """The day that stands beside it: done on, due on, or open from."""
        return self.done_on or self.due or self.opens_on


def state_of(*, is_done: bool, is_open: bool, due: date | None, on: date) -> str:
    """done, late once ``due`` has passed, now while it is open, else ahead."""
    if is_done:
        return DONE
    if due is not None and due < on:
        return LATE
    return NOW if is_open else AHEAD


def countdown(due: date, on: date) -> str:
    """截止 2026-03-08，还有 12 天。"""
    days = (due - on).days
    if days < 0:
        return f"截止 {due}，已逾期 {-days} 天。"
    return f"截止 {due}，{'就在今天' if days == 0 else f'还有 {days} 天'}。"
