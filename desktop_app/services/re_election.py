"""换届: the next term of the committee is made out of the present one in one go, so that nothing is typed twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from desktop_app.errors import Rejected
from desktop_app.ledger.ledger import Ledger
from desktop_app.ledger.writing import Writing
from desktop_app.records.base import Values
from desktop_app.records.parsing import check_record, parse_record, with_defaults
from desktop_app.records.registry import record_type
from desktop_app.rules.committee.facts import COMMITTEE, Standing
from desktop_app.rules.committee.founding import must_be_founded
from desktop_app.rules.committee.terms import last_days, lengths
from desktop_app.rules.parameters import Rulebook
from desktop_app.services import records
from desktop_app.services.committee import read_standing
from desktop_app.services.records import ProblemsFound
from desktop_app.services.rulebook import rulebook

POSTS = ("主任", "副主任", "委员")
# What a member who continues keeps of her seat; when she was elected and with how many votes is told anew.
_CARRIED = ("work_mode", "treatment", "training")


@dataclass(frozen=True)
class Candidate:
    """Somebody proposed for a seat. ``was`` is her post in the present term, empty for who is new."""

    person_id: int
    name: str
    department: str = ""
    was: str = ""
    post: str = "委员"


@dataclass(frozen=True)
class Proposal:
    """What the next term may start with. ``term`` and ``election`` are fields of those records by name.

    ``coming`` is the id of a term that is in preparation already: there is nothing to make then.
    """

    term: Values
    election: Values
    candidates: tuple[Candidate, ...] = ()
    coming: int | None = None
    after: Values | None = None
    union_ends_on: date | None = None
    lengths: tuple[int, ...] = field(default=())  # in years, as the law knows them


def proposed(ledger: Ledger, on: date) -> Proposal:
    """The term after the one in office; without one, the first."""
    standing, book = read_standing(ledger, on), rulebook(ledger)
    last = standing.in_office
    values = last.values if last else None
    number = (values["number"] or 0) + 1 if values else 1
    union_ends = records.single(ledger, "union_committee")["term_ends_on"]
    starts = _start(values, on)
    candidates = _serving(ledger, standing, on)
    term: Values = {
        "number": number,
        "form": COMMITTEE if must_be_founded(standing, book) else (values["form"] if values else COMMITTEE),
        "formed_by": values["formed_by"] if values else None,
        "starts_on": starts,
        "ends_on": _end(starts, values, union_ends, book),
        "seat_count": (last.seats if last else None) or len(candidates) or None,
        "deputy_seat_count": values["deputy_seat_count"] if values else None,
        "has_rules": values["has_rules"] if values else None,
        "rules": values["rules"] if values else None,
    }
    return Proposal(
        term,
        {"meeting": f"第{number}届{term['form']}{'换届' if values else ''}选举会议", "planned_on": None},
        candidates,
        standing.coming.values["id"] if standing.coming else None,
        values,
        union_ends,
        lengths(book),
    )


def begin(
    ledger: Ledger, term: Mapping[str, Any], election: Mapping[str, Any], candidates: tuple[Candidate, ...], on: date
) -> int:
    """Keep the next term, its election and its candidates as one change; the term's id. ``undo`` takes all back.

    ``term`` and ``election`` hold values or what was typed for them, by field name.
    Raises ProblemsFound or Rejected, changing nothing, when one cannot be kept or two are to be director.
    """
    _checked(candidates)
    known = {member["person_id"]: member for member in _kept_members(ledger, on)}
    seat_type = record_type("committee_member")
    with ledger.writing(f"换届：建立第{term['number']}届") as writing:
        term_id = _insert(writing, "committee_term", term, on)
        votes = {"seat_count": term.get("seat_count"), "candidate_count": len(candidates) or None}
        _insert(writing, "election", {"term_id": term_id, **votes, **election}, on)
        for place, each in enumerate(sorted(candidates, key=lambda c: POSTS.index(c.post)), 1):
            carried = {name: known[each.person_id][name] for name in _CARRIED} if each.person_id in known else {}
            seat = {"term_id": term_id, "person_id": each.person_id, "post": each.post, "position": place}
            writing.insert(seat_type, [with_defaults(seat_type, carried | seat)])
    return term_id


def _insert(writing: Writing, kind: str, given: Mapping[str, Any], on: date) -> int:
    of = record_type(kind)
    read, problems = parse_record(of, given, on)
    values = with_defaults(of, read)
    errors = [problem for problem in problems + check_record(of, values) if not problem.is_warning]
    if errors:
        raise ProblemsFound(of, errors)
    table: Any = of.model.__table__
    same = [table.c[name] == values[name] for name in of.key]
    if same and writing.connection.execute(select(table.c.id).where(*same)).first():
        raise Rejected(f"已经有{of.label}“{values[of.key[-1]]}”，没有新建。请改一个。", of.key[-1])
    [record_id] = writing.insert(of, [values])
    return record_id


def _checked(candidates: tuple[Candidate, ...]) -> None:
    directors = [each.name for each in candidates if each.post == "主任"]
    if len(directors) > 1:
        raise Rejected(f"主任只能有一名，现在选了{'、'.join(directors)}。没有新建，请改一名的职务。", "post")
    if len({each.person_id for each in candidates}) < len(candidates):
        raise Rejected("同一个人选了两次。没有新建，请去掉一次。", "person_id")


def _start(last: Values | None, on: date) -> date:
    """The day after the present term ends; a term that has run out is followed from the day of today on."""
    if last is None or last["ends_on"] is None or last["ends_on"] < on:
        return on
    following: date = last["ends_on"] + timedelta(days=1)
    return following


def _end(starts: date, last: Values | None, union_ends: date | None, book: Rulebook) -> date | None:
    """As the union committee's term where that fits one of the lengths, else as long as the present term."""
    ends = last_days(starts, book)
    if union_ends in ends or not ends:
        return union_ends
    if last is None or not last["starts_on"] or not last["ends_on"]:
        return ends[-1]
    return min(ends, key=lambda day: abs((day - starts) - (last["ends_on"] - last["starts_on"])))


def _kept_members(ledger: Ledger, on: date) -> list[Values]:
    standing = read_standing(ledger, on)
    return list(standing.in_office.members) if standing.in_office else []


def _serving(ledger: Ledger, standing: Standing, on: date) -> tuple[Candidate, ...]:
    """The members in office in the order of their posts."""
    if standing.in_office is None:
        return ()
    serving = [m for m in standing.in_office.serving(on) if m["post"] in POSTS]
    departments = _departments(ledger, [member["person_id"] for member in serving])
    found = [
        Candidate(m["person_id"], m["name"], departments.get(m["person_id"]) or "", m["post"], m["post"])
        for m in serving
    ]
    return tuple(sorted(found, key=lambda each: POSTS.index(each.post)))


def _departments(ledger: Ledger, people: list[int]) -> dict[int, str | None]:
    person: Any = record_type("person").model.__table__
    with ledger.reading() as connection:
        query = select(person.c.id, person.c.department).where(person.c.id.in_(people))
        return {row.id: row.department for row in connection.execute(query)}


def candidate(ledger: Ledger, person_id: int) -> Candidate:
    """Somebody of the roster as a new candidate. Raises BanbiantianError when she is gone."""
    person = records.load(ledger, "person", person_id)
    return Candidate(person_id, person["name"] or "", person["department"] or "")
