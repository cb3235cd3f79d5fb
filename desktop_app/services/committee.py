"""What the committee page reads: the terms, where one stands by the rules in force, and what is found wrong."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import Values
from desktop_app.records.registry import record_type
from desktop_app.rules.committee.facts import Standing, Term
from desktop_app.rules.committee.findings import committee_findings
from desktop_app.rules.committee.steps import steps as steps_of
from desktop_app.rules.committee.terms import went_together
from desktop_app.rules.findings import ORDER, Finding
from desktop_app.rules.procedure import Step
from desktop_app.services import records
from desktop_app.services.lines import read_lines
from desktop_app.services.rulebook import rulebook

# Days that show that the forming of a term is kept step by step.
FORMING = ("prepared_on", "requested_on", "request_approved_on", "nominated_on", "submitted_on")
_SERVING = ("主任", "副主任", "委员")


@dataclass(frozen=True)
class Overview:
    """One term at a glance. ``is_in_office``: the term that has begun last; ``is_coming``: one that has not begun.

    ``ending`` is what R04 finds in the term in office.
    """

    form: str
    starts_on: date | None
    ends_on: date | None
    is_in_office: bool
    is_coming: bool
    ending: Finding | None
    directors: tuple[str, ...]
    member_count: int  # members who have not left
    together: tuple[tuple[str, bool | None], ...]


def terms(ledger: Ledger) -> list[tuple[int, str]]:
    """Every term as (id, 第六届 2024—2027), the newest first."""
    table: Any = record_type("committee_term").model.__table__
    query = select(table.c.id, table.c.number, table.c.starts_on, table.c.ends_on).order_by(table.c.number.desc())
    with ledger.reading() as connection:
        return [(row.id, _named(row.number, row.starts_on, row.ends_on)) for row in connection.execute(query)]


def overview(ledger: Ledger, term_id: int, on: date) -> Overview:
    """How a term stands on ``on``. Raises BanbiantianError when it is gone."""
    term = read_term(ledger, term_id)
    serving = [m for m in term.members if m["left_on"] is None and m["post"] in _SERVING]
    values = term.values
    in_office = read_standing(ledger, on).in_office
    is_in_office = in_office is not None and in_office.values["id"] == term_id
    return Overview(
        values["form"] or "",
        values["starts_on"],
        values["ends_on"],
        is_in_office,
        not term.has_begun(on),
        next((each for each in findings(ledger, on) if each.rule == "R04"), None) if is_in_office else None,
        tuple(m["name"] for m in serving if m["post"] == "主任"),
        len(serving),
        went_together(term),
    )


def meetings_without_term(ledger: Ledger) -> int:
    """How many of the whole ledger's meetings say no term: they belong to some term, but nobody said which."""
    meeting: Any = record_type("meeting").model.__table__
    with ledger.reading() as connection:
        loose = select(func.count()).select_from(meeting).where(meeting.c.term_id.is_(None))
        return connection.execute(loose).scalar_one()


def may_re_elect(ledger: Ledger, on: date) -> bool:
    """Whether the next term can be begun: there is one in office, and none in preparation."""
    standing = read_standing(ledger, on)
    return standing.in_office is not None and standing.coming is None


def steps(ledger: Ledger, term_id: int, on: date) -> list[Step]:
    """A1-A7, B1 and B2 of one term as they stand on ``on``. Raises BanbiantianError when it is gone."""
    return steps_of(read_term(ledger, term_id), rulebook(ledger), on)


def shown_steps(ledger: Ledger, term_id: int, on: date) -> list[Step]:
    """The steps worth a place on the page: of a term in preparation, or one kept step by step and not yet approved."""
    term = read_term(ledger, term_id)
    is_kept = any(term.values[name] for name in FORMING)
    if term.values["approved_on"] is not None or not (is_kept or not term.has_begun(on)):
        return []
    return steps(ledger, term_id, on)


def way(ledger: Ledger, on: date) -> list[Step]:
    """A1-A7 as they lie before a term that nobody has begun yet."""
    last = read_standing(ledger, on).in_office
    ahead = Term({**records.blank("committee_term"), "id": 0}, previous=last.values if last else None)
    return steps_of(ahead, rulebook(ledger), on)


def findings(ledger: Ledger, on: date) -> list[Finding]:
    """R01-R06 and what the committee's procedure asks as of ``on``, 强制 first."""
    found = committee_findings(read_standing(ledger, on), rulebook(ledger), on)
    return sorted(found, key=lambda finding: ORDER[finding.severity])


def read_term(ledger: Ledger, term_id: int) -> Term:
    """All that is kept of one term. Raises BanbiantianError when it is gone."""
    values = records.load(ledger, "committee_term", term_id)
    with ledger.reading() as connection:
        return _term(connection, values, read_lines(connection, "committee_term", {}))


def read_standing(ledger: Ledger, on: date) -> Standing:
    """The term in office on ``on``, the one in preparation, and the counts the rules ask for."""
    with ledger.reading() as connection:
        everyone = read_lines(connection, "committee_term", {})
        begun, coming = in_turn(everyone, on)
        counts = [
            c for c in read_lines(connection, "headcount_snapshot", {}) if c["counted_on"] and c["counted_on"] <= on
        ]
        return Standing(
            _term(connection, begun, everyone) if begun else None,
            _term(connection, coming, everyone) if coming else None,
            max(counts, key=lambda c: c["counted_on"], default=None),
            _listed(connection),
            [v for v in read_lines(connection, "congress_vote", {}) if v["held_on"] and v["held_on"] <= on],
            read_lines(connection, "work_report", {}),
        )


def in_turn(everyone: list[Values], on: date) -> tuple[Values | None, Values | None]:
    """The term that has begun last, running or run out, and the one that begins next."""
    dated = sorted((t for t in everyone if t["starts_on"]), key=lambda t: (t["starts_on"], t["number"] or 0))
    begun = [t for t in dated if t["starts_on"] <= on]
    ahead = [t for t in dated if t["starts_on"] > on]
    return (begun[-1] if begun else None), (ahead[0] if ahead else None)


def _term(connection: Connection, values: Values, everyone: list[Values]) -> Term:
    owned = {
        name: read_lines(connection, kind, {"term_id": values["id"]})
        for name, kind in (("elections", "election"), ("changes", "member_change"))
    }
    earlier = [t for t in everyone if t["starts_on"] and values["starts_on"] and t["starts_on"] < values["starts_on"]]
    return Term(
        values,
        _members(connection, values["id"]),
        **owned,
        union=next(iter(read_lines(connection, "union_committee", {})), {}),
        previous=max(earlier, key=lambda t: t["starts_on"], default=None),
    )


def _members(connection: Connection, term_id: int) -> list[Values]:
    """The members of a term in their order, each with her name and her post in the union."""
    person: Any = record_type("person").model.__table__
    members = read_lines(connection, "committee_member", {"term_id": term_id})
    query = select(person.c.id, person.c.name, person.c.union_post).where(
        person.c.id.in_([member["person_id"] for member in members])
    )
    people = {row["id"]: row for row in connection.execute(query).mappings()}
    return [
        member
        | {
            "name": people[member["person_id"]]["name"] if member["person_id"] in people else "",
            "union_post": people[member["person_id"]]["union_post"] if member["person_id"] in people else None,
        }
        for member in members
    ]


def _listed(connection: Connection) -> dict[str, int]:
    """Women on the roster who work here, and those of them who are members of the union."""
    person: Any = record_type("person").model.__table__
    women = select(func.count()).where(person.c.gender == "女", person.c.status == "在职")
    return {
        "女职工": connection.execute(women).scalar_one(),
        "女会员": connection.execute(women.where(person.c.is_member.is_(True))).scalar_one(),
    }


def _named(number: int | None, starts_on: date | None, ends_on: date | None) -> str:
    years = f"{starts_on.year}—{ends_on.year}" if starts_on and ends_on else ""
    return f"第 {number or '?'} 届　{years}".rstrip("　")
