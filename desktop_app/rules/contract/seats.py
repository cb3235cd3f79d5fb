"""Seats at the table that fell vacant: who left, who came instead, and until when somebody may be chosen."""

from __future__ import annotations

from datetime import date

from desktop_app.records.base import Values
from desktop_app.rules.contract.facts import RECORDER, Round
from desktop_app.rules.deadlines import last_day
from desktop_app.rules.parameters import Rulebook


def left(of: Round) -> list[Values]:
    """Delegates who left before the contract was over, in the order in which they went."""
    over = of.ended_on or date.max
    gone = [d for d in of.delegates if d["left_on"] and d["role"] != RECORDER and d["left_on"] <= over]
    return sorted(gone, key=lambda d: d["left_on"])


def successors(of: Round) -> dict[int, Values]:
    """Who took the seat of whom, by the id of the one who left.

    It is the one said to; else, for old records do not say it, one of that side chosen on that day or later.
    """
    found = {d["replaces_id"]: d for d in of.delegates if d["replaces_id"]}
    free = [d for d in of.delegates if d["chosen_on"] and d["role"] != RECORDER and not d["replaces_id"]]
    free.sort(key=lambda d: d["chosen_on"])
    for gone in left(of):
        if gone["id"] not in found:
            fitting = [d for d in free if _fits(d, gone)]
            if fitting:
                found[gone["id"]] = fitting[0]
                free.remove(fitting[0])
    return found


def vacancies(of: Round) -> list[Values]:
    """Delegates who left and whom nobody has replaced."""
    found = successors(of)
    return [d for d in left(of) if d["id"] not in found]


def vacancy_due(gone: Values, book: Rulebook) -> date | None:
    """The last day on which somebody may be chosen for the seat."""
    period = book["vacancy"].period
    return last_day(gone["left_on"], period) if period else None


def seats(of: Round, side: str, book: Rulebook, on: date) -> int:
    """How many delegates a side has, with the seats that are vacant and may still be filled in time."""
    there = {d["id"] for d in of.voting(side)}
    pending = [
        gone
        for gone in vacancies(of)
        if gone["side"] == side and gone["id"] not in there and on <= (vacancy_due(gone, book) or date.max)
    ]
    return len(there) + len(pending)


def _fits(newcomer: Values, gone: Values) -> bool:
    is_other = newcomer["id"] != gone["id"] and newcomer["side"] == gone["side"]
    return is_other and bool(newcomer["chosen_on"] >= gone["left_on"])
