"""What the nursing room's page reads: the lines of a day, what each day of a month holds, and the month's figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, Integer, func, select, type_coerce

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import Values
from desktop_app.records.registry import record_type
from desktop_app.services import listing
from desktop_app.services.lines import lines
from desktop_app.services.periods import Period


@dataclass(frozen=True)
class Figures:
    """One room's period: visits, named persons, mean stay in minutes, and what was cleaned."""

    visits: int = 0
    persons: int = 0
    unnamed_visits: int = 0
    mean_minutes: float | None = None  # of the visits whose two times are known
    timed_visits: int = 0
    cleanings: int = 0
    cleaned_days: int = 0
    inspections: int = 0
    visits_by_day: Mapping[date, int] = field(default_factory=dict)
    visits_by_purpose: Mapping[str, int] = field(default_factory=dict)


def rooms(ledger: Ledger) -> list[tuple[int, str]]:
    """Every room as (id, name), as they were registered."""
    return listing.choices(ledger, "nursing_room", limit=200)


def use_lines(ledger: Ledger, room_id: int, first: date, last: date) -> list[Values]:
    """The log of one room from ``first`` to ``last`` in the order of the paper: by day, then as written down."""
    return lines(ledger, "room_use", {"room_id": room_id}, within=("used_on", first, last), order=("used_on",))


def last_day(ledger: Ledger, room_id: int) -> date | None:
    """The newest day of one room's log; None for an empty one."""
    table: Any = record_type("room_use").model.__table__
    with ledger.reading() as connection:
        newest: date | None = connection.execute(
            select(func.max(table.c.used_on)).where(table.c.room_id == room_id)
        ).scalar_one()
    return newest


def marked_days(ledger: Ledger, kind: str, room_id: int, period: Period) -> dict[date, int]:
    """How many records of ``kind`` (room_use, room_cleaning, room_inspection) each day of the period holds."""
    with ledger.reading() as connection:
        return _by_day(connection, kind, room_id, period)


def figures(ledger: Ledger, room_id: int, period: Period) -> Figures:
    """The figures of one room and period, all read at one instant."""
    table: Any = record_type("room_use").model.__table__
    within = (table.c.room_id == room_id) & table.c.used_on.between(period.start, period.end)
    stay = type_coerce(table.c.left_at, Integer) - type_coerce(table.c.entered_at, Integer)
    query = select(
        func.count(), func.count(table.c.person_name.distinct()), func.count(table.c.person_name), func.avg(stay),
        func.count(stay),
    ).where(within)  # fmt: skip
    with ledger.reading() as connection:
        visits, persons, named, mean, timed = connection.execute(query).one()
        purposes = connection.execute(
            select(table.c.purpose, func.count()).where(within).group_by(table.c.purpose).order_by(func.count().desc())
        )
        by_purpose = {purpose or "未注明": number for purpose, number in purposes}
        cleaned = _by_day(connection, "room_cleaning", room_id, period)
        return Figures(
            visits=visits,
            persons=persons,
            unnamed_visits=visits - named,
            mean_minutes=None if mean is None else float(mean),
            timed_visits=timed,
            cleanings=sum(cleaned.values()),
            cleaned_days=len(cleaned),
            inspections=sum(_by_day(connection, "room_inspection", room_id, period).values()),
            visits_by_day=_by_day(connection, "room_use", room_id, period),
            visits_by_purpose=by_purpose,
        )


def names_offered(ledger: Ledger, text: str, limit: int = 8) -> list[str]:
    """Names on the roster that fit what was typed (characters, initials or pinyin)."""
    return _offered(ledger, "person", "name", text, limit)


def departments_offered(ledger: Ledger, text: str, limit: int = 8) -> list[str]:
    """Departments on the roster that fit what was typed."""
    return _offered(ledger, "person", "department", text, limit)


_DAY_OF = {"room_use": "used_on", "room_cleaning": "cleaned_on", "room_inspection": "inspected_on"}


def _by_day(connection: Connection, kind: str, room_id: int, period: Period) -> dict[date, int]:
    table: Any = record_type(kind).model.__table__
    day = table.c[_DAY_OF[kind]]
    query = select(day, func.count()).where(table.c.room_id == room_id, day.between(period.start, period.end))
    return {row[0]: row[1] for row in connection.execute(query.group_by(day).order_by(day))}


def _offered(ledger: Ledger, kind: str, name: str, text: str, limit: int) -> list[str]:
    """The values of one field among the first records that match; an empty text offers nothing."""
    if not text.strip():
        return []
    ids = [record_id for record_id, _ in listing.choices(ledger, kind, text, limit=200)]
    table: Any = record_type(kind).model.__table__
    with ledger.reading() as connection:
        found = connection.execute(select(table.c[name]).where(table.c.id.in_(ids)).distinct()).scalars()
        return sorted(value for value in found if value)[:limit]
