"""R02-R04: how long a term is, whether it goes together with the union committee's, and when it ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from desktop_app.rules.committee.facts import Standing, Term
from desktop_app.rules.deadlines import YEARS, Period, full_day, opens
from desktop_app.rules.findings import ERROR, HINT, WARNING, Finding, Place, found
from desktop_app.rules.parameters import Rulebook

_SLACK = 1  # days: a term to the eve of the day it began on, or to that very day
_RECENT = timedelta(days=365)  # so long what is not known of a term's beginning is asked for (our own choice)
_TOGETHER = (
    ("筹备", "prepared_on", "union_prepared_on", "prepared_together"),
    ("产生", "founded_on", "union_formed_on", "formed_together"),
    ("报批", "submitted_on", "union_submitted_on", "submitted_together"),
)


def term_findings(of: Standing, book: Rulebook, on: date) -> Iterator[Finding]:
    """R02 and R03 of the term in office and of the one in preparation, R04 of the one in office."""
    for term in of.terms:
        yield from _length(term, book)
        yield from _same_end(term, book)
        yield from _together(term, book, on)
    if of.in_office is not None:
        yield from _end(of.in_office, of.coming, book, on)


def lengths(book: Rulebook) -> tuple[int, ...]:
    """The lengths of a term in years that the law knows: 3 and 5."""
    return tuple(int(years) for years in str(book.value("committee_term") or "").split("、") if years)


def end_of(starts: date, years: int) -> date:
    """The last day of a term: the eve of the day it began on."""
    return full_day(starts, Period(years, YEARS)) - timedelta(days=1)


def last_days(starts: date, book: Rulebook) -> list[date]:
    """The last days that a term begun on a day may have."""
    return [end_of(starts, years) for years in lengths(book)]


def said_of_end(ends: date, on: date) -> str:
    """What the end of a term asks for, the same words wherever it is said."""
    return f"任期已于 {ends} 届满，请换届" if ends < on else f"任期 {ends} 届满，请换届"


def _is_odd(starts: date | None, ends: date | None, book: Rulebook) -> bool:
    """Whether a term is neither of the lengths, to a day."""
    if starts is None or ends is None or not last_days(starts, book):
        return False
    return all(abs((ends - day).days) > _SLACK for day in last_days(starts, book))


def _length(term: Term, book: Rulebook) -> Iterator[Finding]:
    starts, ends, by = term.values["starts_on"], term.values["ends_on"], book["committee_term"]
    lengths = str(by.value or "").replace("、", " 年或 ")
    if _is_odd(starts, ends, book):
        said = f"任期 {starts} 至 {ends}，不是 {lengths} 年"
        yield found("R02", ERROR, said, by, term.place.at("ends_on"))
    starts, ends = term.union.get("term_starts_on"), term.union.get("term_ends_on")
    if _is_odd(starts, ends, book):
        place = Place("工会委员会", "union_committee", term.union["id"], "term_ends_on")
        yield found("R02", ERROR, f"工会委员会任期 {starts} 至 {ends}，不是 {lengths} 年", by, place)


def _same_end(term: Term, book: Rulebook) -> Iterator[Finding]:
    """The union's term is compared only while it reaches into this one: its record is renewed at its own election."""
    starts, ends, union_ends = term.values["starts_on"], term.values["ends_on"], term.union.get("term_ends_on")
    if not (starts and ends and union_ends) or union_ends <= starts:
        return
    if abs((ends - union_ends).days) > _SLACK:
        said = f"任期止 {ends} 与工会委员会的 {union_ends} 不一致，相差 {abs((ends - union_ends).days)} 天"
        yield found("R02", WARNING, said, book["committee_term"], term.place.at("ends_on"))


def went_together(term: Term) -> tuple[tuple[str, bool | None], ...]:
    """同时筹备、同时产生、同时报批: by the dates where both are known, else as the officer said."""
    found = []
    for what, own, unions, told in _TOGETHER:
        mine, theirs = _own_day(term, own), term.values[unions]
        found.append((f"同时{what}", mine == theirs if mine and theirs else term.values[told]))
    return tuple(found)


def _own_day(term: Term, name: str) -> date | None:
    day: date | None = term.formed_on if name == "founded_on" else term.values[name]
    return day


def _together(term: Term, book: Rulebook, on: date) -> Iterator[Finding]:
    by, values = book["three_together"], term.values
    if by.value is None:
        return
    unknown = []
    for what, own, unions, told in _TOGETHER:
        mine, theirs = _own_day(term, own), values[unions]
        if mine and theirs:
            if mine != theirs:
                said = f"{what}日期 {mine} 与工会委员会的 {theirs} 相差 {abs((mine - theirs).days)} 天，应同时{what}"
                yield found("R03", WARNING, said, by, term.place.at(own))
        elif values[told] is False:
            yield found("R03", WARNING, f"没有与工会委员会同时{what}", by, term.place.at(told))
        elif values[told] is None and mine:
            unknown.append((what, unions))
    if unknown and values["starts_on"] and values["starts_on"] >= on - _RECENT:
        whats = "、".join(what for what, _ in unknown)
        said = f"请填工会委员会的{whats}日期，看是否与女职工委员会同时"
        yield found("R03", HINT, said, by, term.place.at(unknown[0][1]))


def _end(term: Term, coming: Term | None, book: Rulebook, on: date) -> Iterator[Finding]:
    ends, place = term.values["ends_on"], term.place.at("ends_on")
    if ends is None or (coming is not None and coming.formed_on is not None):
        return
    if ends < on:
        said = f"{said_of_end(ends, on)}（超期 {(on - ends).days} 天）"
        yield found("R04", ERROR, said, book["term_red"], place)
        return
    for name, severity in (("term_red", WARNING), ("term_yellow", HINT)):
        period = book[name].period
        if period is not None and opens(ends, period) <= on:
            left = (ends - on).days
            said = f"{said_of_end(ends, on)}（{f'还有 {left} 天' if left else '就在今天'}）"
            yield found("R04", severity, said, book[name], place)
            return
