"""R31 and R33-R35 over the ledger: only what the rules ask is read, a log by the index of its days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, or_, select

from desktop_app.records.base import Values
from desktop_app.records.registry import record_type
from desktop_app.rules import conduct
from desktop_app.rules.findings import Finding, Place
from desktop_app.rules.parameters import Rulebook
from desktop_app.services.forming.sources import table_of
from desktop_app.services.lines import read_lines

_CHILDCARE = "托管（托育）班"


def conduct_findings(connection: Connection, book: Rulebook, on: date) -> Iterator[Finding]:
    """R31, R33, R34 and R35 as of ``on``."""
    for room in read_lines(connection, "nursing_room", {}):
        first, cleaned = _cleanings(connection, room["id"], on)
        yield from conduct.cleaning_findings(room, first, cleaned, book, on)
    for letter in read_lines(connection, "supervision_letter", {}):
        yield from conduct.letter_findings(letter, book, on)
    for period in read_lines(connection, "special_period", {}, order=("id",)):
        yield from conduct.infant_findings(period, book, on)
    yield from _activities(connection, book)
    yield from _benefits(connection, book)
    yield from _young_children(connection, book, on)


def _table(kind: str) -> Table:
    return table_of(record_type(kind))


def _cleanings(connection: Connection, room_id: int, on: date) -> tuple[date | None, set[date]]:
    """The first day in a room's log (as far as it matters), and the days cleaned among those looked back upon."""
    c = _table("room_cleaning").c
    since = conduct.watched_days(on)[-1]
    mine = select(c.cleaned_on).where(c.room_id == room_id, c.cleaned_on < on)
    within = set(connection.execute(mine.where(c.cleaned_on >= since).distinct()).scalars())
    if connection.execute(mine.where(c.cleaned_on < since).limit(1)).first():
        return since, within
    return min(within, default=None), within


def _activities(connection: Connection, book: Rulebook) -> Iterator[Finding]:
    """R35 of an activity, its budget and its goods; R33 of childcare and of what is handed to children."""
    c = _table("activity").c
    accounted = or_(c.fund.contains("节日慰问"), c.category.contains("节日慰问"))
    words = (c.name, c.purpose, c.plan, c.content, c.note)
    of_children = or_(c.category == _CHILDCARE, c.child_count > 0, _names(c.name, ("六一", "儿童", "亲子")))
    query = select(c.id, c.held_on, c.category, c.child_count, c.fund, *words).order_by(c.id)
    query = query.where(or_(accounted, of_children))
    for row in connection.execute(query).mappings():
        texts = [row[word.name] for word in words]
        place = Place(f"活动：{row['name']}（{row['held_on']}）", "activity", row["id"], "fund")
        goods = _goods(connection, row["id"])
        for account in (row["fund"], row["category"]):
            yield from conduct.festival_findings(place, [*texts, *goods], account, book)
        yield from _children_at(connection, row, texts, place.at("note"), book)


def _names(column: Any, words: tuple[str, ...]) -> ColumnElement[bool]:
    return or_(*(column.contains(word) for word in words))


def _children_at(connection: Connection, row: Any, texts: list[Any], place: Place, book: Rulebook) -> Iterator[Finding]:
    if row["category"] == _CHILDCARE or row["child_count"]:
        who = f"托管儿童 {row['child_count']} 人" if row["child_count"] else "托管（托育）班"
        yield from conduct.children_findings(place, f"{who}的报名、接送登记含儿童信息", texts, book)
    elif conduct.speaks_of_children([row["name"]]):
        c = _table("activity_receipt").c
        signed = connection.execute(select(func.count()).where(c.activity_id == row["id"])).scalar_one()
        if signed:
            yield from conduct.children_findings(place, f"签领名单 {signed} 人，里面可能有儿童", texts, book)


def _goods(connection: Connection, activity_id: int) -> list[str]:
    found: list[str] = []
    for kind in ("activity_expense", "activity_receipt"):
        c = _table(kind).c
        found += connection.execute(select(c.item).where(c.activity_id == activity_id).distinct()).scalars()
    return found


def _benefits(connection: Connection, book: Rulebook) -> Iterator[Finding]:
    """Care for women and children: R35 where it is called a festival's, R33 where it speaks of children."""
    c = _table("benefit").c
    words = (c.name, c.goods, c.reason, c.note)
    of_children = or_(*(_names(each, ("六一", "儿童", "子女", "孩子")) for each in (*words, c.category)))
    query = select(c.id, c.given_on, c.category, *words).order_by(c.id)
    query = query.where(or_(c.category.contains("节日慰问"), of_children))
    for row in connection.execute(query).mappings():
        values: Values = dict(row)
        texts = [values[word.name] for word in words]
        about = f"关爱帮扶：{values['given_on']} {values['category']}"
        place = Place(about, "benefit", values["id"], "category")
        yield from conduct.festival_findings(place, texts, values["category"], book)
        if conduct.speaks_of_children([*texts, values["category"]]):
            said = "涉及职工子女，对象或签领里如写了儿童的姓名"
            yield from conduct.children_findings(place.at("note"), said, texts, book)


def _young_children(connection: Connection, book: Rulebook, on: date) -> Iterator[Finding]:
    """R33 of the roster, told once: it keeps the month in which somebody's youngest child was born."""
    if book["guardian_consent"].value is None:
        return
    c = _table("person").c
    young = c.youngest_child_born_on > conduct.minors_born_after(book, on)
    count, first = connection.execute(select(func.count(), func.min(c.id)).where(young)).one()
    if count:
        place = Place("女职工花名册", "person", first, "youngest_child_born_on")
        said = f"花名册登记了 {count} 位女职工未成年子女的出生年月"
        yield from conduct.children_findings(place, said, [], book)
