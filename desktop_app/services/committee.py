"""What the committee page reads: the terms, and where the chosen one stands today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.registry import record_type
from desktop_app.services import records

# The three that must go together with the union committee (总工发〔2022〕5号第七条, level L3), as officers call them.
_TOGETHER = (("prepared_together", "同时筹备"), ("formed_together", "同时产生"), ("submitted_together", "同时报批"))
_SERVING = ("主任", "副主任", "委员")


@dataclass(frozen=True)
class Overview:
    """One term at a glance. ``days_left`` is negative once the term is over, None where its end is not known."""

    form: str
    starts_on: date | None
    ends_on: date | None
    days_left: int | None
    directors: tuple[str, ...]
    member_count: int  # members who have not left
    together: tuple[tuple[str, bool | None], ...]
    meetings_without_term: int  # of the whole ledger: they belong to some term, but nobody said which


def terms(ledger: Ledger) -> list[tuple[int, str]]:
    """Every term as (id, 第六届 2024—2027), the newest first."""
    table: Any = record_type("committee_term").model.__table__
    query = select(table.c.id, table.c.number, table.c.starts_on, table.c.ends_on).order_by(table.c.number.desc())
    with ledger.reading() as connection:
        return [(row.id, _named(row.number, row.starts_on, row.ends_on)) for row in connection.execute(query)]


def overview(ledger: Ledger, term_id: int, on: date) -> Overview:
    """How a term stands on ``on``. Raises BanbiantianError when it is gone."""
    term = records.load(ledger, "committee_term", term_id)
    with ledger.reading() as connection:
        posts = _posts(connection, term_id)
        directors = _names(connection, [person for person, post in posts if post == "主任"])
        meeting: Any = record_type("meeting").model.__table__
        loose = select(func.count()).select_from(meeting).where(meeting.c.term_id.is_(None))
        without = connection.execute(loose).scalar_one()
    ends_on = term["ends_on"]
    return Overview(
        term["form"] or "",
        term["starts_on"],
        ends_on,
        (ends_on - on).days if ends_on else None,
        directors,
        len(posts),
        tuple((label, term[name]) for name, label in _TOGETHER),
        without,
    )


def _posts(connection: Connection, term_id: int) -> list[tuple[int, str]]:
    member: Any = record_type("committee_member").model.__table__
    query = select(member.c.person_id, member.c.post).where(
        member.c.term_id == term_id, member.c.left_on.is_(None), member.c.post.in_(_SERVING)
    )
    return [(row.person_id, row.post) for row in connection.execute(query)]


def _names(connection: Connection, people: list[int]) -> tuple[str, ...]:
    person: Any = record_type("person").model.__table__
    query = select(person.c.name).where(person.c.id.in_(people)).order_by(person.c.id)
    return tuple(connection.execute(query).scalars())


def _named(number: int | None, starts_on: date | None, ends_on: date | None) -> str:
    years = f"{starts_on.year}—{ends_on.year}" if starts_on and ends_on else ""
    return f"第 {number or '?'} 届　{years}".rstrip("　")
