"""What the first page shows: four figures, what is to be done by when, and the year's use of the nursing rooms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import Values
from desktop_app.records.registry import record_type
from desktop_app.rules.deadlines import opens
from desktop_app.rules.duties import AHEAD, OPEN, OVERDUE, SOON, Duty
from desktop_app.rules.parameters import Rulebook
from desktop_app.services import agenda, periods
from desktop_app.services.lines import lines
from desktop_app.services.rulebook import rulebook


@dataclass(frozen=True)
class Figure:
    """One of the four figures; ``kind`` is the record behind it. ``value`` is already worded, "—" when unknown."""

    label: str
    value: str
    unit: str
    note: str
    kind: str
    urgency: str = OPEN


@dataclass(frozen=True)
class Home:
    """All that the first page shows, read together."""

    is_empty: bool
    figures: tuple[Figure, ...]
    tasks: tuple[Duty, ...]  # overdue, near, and what has no day
    later: tuple[Duty, ...]  # not open yet, within twelve months
    done: tuple[Values, ...]  # ticked off within a year, the latest first
    visits: tuple[int, ...]  # of each month of this year up to now


def home(ledger: Ledger, on: date) -> Home:
    """The first page as of ``on``."""
    terms = lines(ledger, "committee_term", {})
    rounds = lines(ledger, "negotiation", {}, order=("-id",))
    visits = _visits_by_month(ledger, on)
    women = _women(ledger)
    book = rulebook(ledger)
    figures = (
        _term_figure(terms, book, on),
        _contract_figure(rounds, book, on),
        _room_figure(visits),
        _roster_figure(women),
    )
    duties = agenda.duties(ledger, on)
    return Home(
        is_empty=not terms and not rounds and not women and not any(visits),
        figures=figures,
        tasks=tuple(duty for duty in duties if duty.state != AHEAD),
        later=tuple(duty for duty in duties if duty.state == AHEAD),
        done=agenda.done_lately(ledger, on),
        visits=tuple(visits[1:]),
    )


def _term_figure(terms: list[Values], book: Rulebook, on: date) -> Figure:
    label, kind = "委员会届期", "committee_term"
    if not terms:
        return Figure(label, "—", "", "还没有登记届次", kind)
    term = next((term for term in terms if term["starts_on"] and term["starts_on"] <= on), terms[0])
    ends, value = term["ends_on"], f"第{term['number']}届"
    if not ends:
        return Figure(label, value, "", "任期止没有填", kind)
    days = (ends - on).days
    warned = book.value("term_yellow") or 0
    if days < 0:
        return Figure(label, value, "", f"{ends} 已届满", kind, OVERDUE)
    return Figure(label, value, "", f"至 {ends}，还有 {days} 天", kind, SOON if days <= warned else OPEN)


def _contract_figure(rounds: list[Values], book: Rulebook, on: date) -> Figure:
    label, kind = "专项集体合同", "negotiation"
    if not rounds:
        return Figure(label, "—", "", "还没有登记协商轮次", kind)
    current = next(
        (r for r in rounds if r["starts_on"] and r["ends_on"] and r["starts_on"] <= on <= r["ends_on"]), None
    )
    if current:
        ends = current["ends_on"]
        window = book["renewal"].period
        near = window is not None and opens(ends, window) <= on
        return Figure(label, "履行中", "", f"至 {ends}，还有 {(ends - on).days} 天", kind, SOON if near else OPEN)
    ends = rounds[0]["ends_on"]
    if ends and ends < on:
        return Figure(label, "已到期", "", f"{ends} 到期，还没有续订", kind, OVERDUE)
    return Figure(label, "协商中", "", "合同还没有生效", kind)


def _room_figure(visits: list[int]) -> Figure:
    return Figure("哺乳室本月使用", str(visits[-1]), "人次", f"上月 {visits[-2]} 人次", "room_use")


def _roster_figure(women: int) -> Figure:
    return Figure("在册女职工", str(women), "人", "按花名册在职人员", "person")


def _visits_by_month(ledger: Ledger, on: date) -> list[int]:
    """Last December's and this year's up to now.

    Counted month by month, each a short stretch of the date index, so that a log of 1,000,000 lines costs little.
    """
    use: Any = record_type("room_use").model.__table__
    months = [periods.month(on.year - 1, 12)] + [periods.month(on.year, number) for number in range(1, on.month + 1)]
    with ledger.reading() as connection:
        return [
            connection.execute(
                select(func.count()).select_from(use).where(use.c.used_on.between(month.start, month.end))
            ).scalar_one()
            for month in months
        ]


def _women(ledger: Ledger) -> int:
    person: Any = record_type("person").model.__table__
    working = person.c.status.is_(None) | (person.c.status == "在职")
    woman = person.c.gender.is_(None) | (person.c.gender == "女")
    with ledger.reading() as connection:
        return connection.execute(select(func.count()).select_from(person).where(working, woman)).scalar_one()
