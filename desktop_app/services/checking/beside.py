"""X11-X20 and X31: records and forms held beside one another, and days that have not come yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, func, or_, select

from desktop_app.records.base import Values
from desktop_app.records.registry import record_type
from desktop_app.rules import consistency as rules
from desktop_app.rules.findings import Finding, Place
from desktop_app.services.checking.faulty_records import named
from desktop_app.services.forming.sources import table_of, working_women
from desktop_app.services.lines import read_lines

_MOST = 20  # so many records of one kind are named

# What has happened once it is written down: kind, its day, and a field that is empty while it is only planned.
_HAPPENED = (
    ("headcount_snapshot", "counted_on", ""),
    ("meeting", "held_on", "present_count"),
    ("negotiation", "offered_on", ""),
    ("negotiation", "replied_on", ""),
    ("negotiation", "signed_on", ""),
    ("negotiation", "filed_on", ""),
    ("negotiation", "received_on", ""),
    ("congress_vote", "held_on", "votes_for"),
    ("performance_inspection", "inspected_on", ""),
    ("room_use", "used_on", ""),
    ("room_cleaning", "cleaned_on", ""),
    ("room_inspection", "inspected_on", ""),
    ("activity", "held_on", "attendee_count"),
    ("health_check", "checked_on", "checked_count"),
    ("visit", "received_on", ""),
    ("supervision_letter", "issued_on", ""),
    ("benefit", "given_on", ""),
    ("honour", "awarded_on", ""),
    ("bulletin", "sent_on", ""),
)
_LOGS = (("room_use", "used_on", "使用登记"), ("room_cleaning", "cleaned_on", "清洁消毒记录"))


def beside_findings(connection: Connection, on: date) -> Iterator[Finding]:
    """X11, X13-X20 and X31 as of ``on``."""
    counts = [c for c in read_lines(connection, "headcount_snapshot", {}) if c["counted_on"] and c["counted_on"] <= on]
    if counts:
        yield from _roster(connection, counts[0])
    yield from _contracts(connection, counts)
    yield from _committee(connection, on)
    yield from _costs(connection)
    yield from _rooms(connection)
    for kind, day, done in _HAPPENED:
        yield from _still_to_come(connection, kind, day, done, on)


def table(kind: str) -> Table:
    """The table of a kind."""
    return table_of(record_type(kind))


def place_of(connection: Connection, kind: str, record_id: int) -> Place:
    """A record as the place to mend it."""
    return Place(named(connection, record_type(kind), record_id), kind, record_id)


def _roster(connection: Connection, headcount: Values) -> Iterator[Finding]:
    people = table("person")
    women = connection.execute(select(func.count()).select_from(people).where(*working_women(people))).scalar_one()
    place = place_of(connection, "headcount_snapshot", headcount["id"])
    yield from rules.roster_against_headcount(women, headcount, place)


def _contracts(connection: Connection, counts: list[Values]) -> Iterator[Finding]:
    contracts = read_lines(connection, "negotiation", {})

    def place(contract: Values) -> Place:
        about = f"{contract['name']}（{contract['offered_on'] or contract['starts_on'] or '日期未填'}）"
        return Place(about, "negotiation", contract["id"])

    yield from rules.contracts_at_once(contracts, place)
    for contract in contracts:
        day = contract["signed_on"]
        since = [count for count in counts if day is None or count["counted_on"] > day]
        before = _count_on(counts, day)
        yield from rules.covered_against_women(contract, [*since, *([before] if before else [])], place(contract))
        owned = {"negotiation_id": contract["id"]}
        for vote in read_lines(connection, "congress_vote", owned):
            count = _count_on(counts, vote["held_on"])
            if count:
                at = Place(place(contract).about, "congress_vote", vote["id"])
                yield from rules.congress_against_headcount(vote, count, at)
        for seen in read_lines(connection, "performance_inspection", owned):
            at = Place(place(contract).about, "performance_inspection", seen["id"])
            yield from rules.inspection_against_term(seen["inspected_on"], contract, at)


def _count_on(counts: list[Values], day: date | None) -> Values | None:
    """The latest count, newest first, that was known on a day; the latest of all without a day."""
    return next((count for count in counts if day is None or count["counted_on"] <= day), None)


def _committee(connection: Connection, on: date) -> Iterator[Finding]:
    """X17 and X20 of the terms that run."""
    c, who = table("committee_member").c, table("person").c
    for term in read_lines(connection, "committee_term", {}):
        if not term["starts_on"] or term["starts_on"] > on or (term["ends_on"] and term["ends_on"] < on):
            continue
        serving = (
            select(c.id, who.status, who.name)
            .join_from(c.id.table, who.id.table, c.person_id == who.id, isouter=True)
            .where(c.term_id == term["id"], or_(c.left_on.is_(None), c.left_on > on))
        )
        members = connection.execute(serving).all()
        for member_id, status, name in members:
            yield from rules.member_against_roster(status, Place(f"委员：{name}", "committee_member", member_id))
        place = place_of(connection, "committee_term", term["id"])
        yield from rules.seats_against_members(term["seat_count"], len(members), place)


def _costs(connection: Connection) -> Iterator[Finding]:
    a, line = table("activity").c, table("activity_expense").c
    query = (
        select(a.id, a.expense, func.sum(line.spent, type_=line.spent.type))
        .join_from(a.id.table, line.id.table, line.activity_id == a.id)
        .group_by(a.id)
    )
    for activity_id, expense, spent in connection.execute(query).all():
        for finding in rules.expense_against_lines(expense, spent, Place("", "activity", activity_id)):
            yield from rules.expense_against_lines(expense, spent, place_of(connection, finding.kind, activity_id))


def _rooms(connection: Connection) -> Iterator[Finding]:
    for room in read_lines(connection, "nursing_room", {}):
        opened = room["opened_on"]
        for kind, day, what in _LOGS if opened else ():
            c = table(kind).c
            early = select(c[day]).where(c.room_id == room["id"], c[day] < opened).order_by(c[day]).limit(1)
            first = connection.execute(early).scalar()
            place = Place(f"哺乳室：{room['name']}", "nursing_room", room["id"])
            yield from rules.log_before_opening(what, first, opened, place)


def _still_to_come(connection: Connection, kind: str, day: str, done: str, on: date) -> Iterator[Finding]:
    c: Any = table(kind).c
    query = select(c.id, c[day]).where(c[day] > on)
    query = query.where(c[done].is_not(None)) if done else query
    label = record_type(kind).fields[day].label
    for record_id, then in connection.execute(query.order_by(c[day].desc()).limit(_MOST)).all():
        yield rules.not_yet(then, label, on, place_of(connection, kind, record_id).at(day))
