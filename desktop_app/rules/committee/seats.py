"""R05, B1 and B2: who leads the committee, and whether a seat that fell free was filled in the proper way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from desktop_app.records.base import Values
from desktop_app.rules.committee.facts import COMMITTEE, DIRECTOR, Standing, Term
from desktop_app.rules.findings import HINT, WARNING, Finding, found
from desktop_app.rules.parameters import Rulebook

# Posts that are none of the union committee of the same level, though they sound like it.
_ELSEWHERE = re.compile(r"女职工委员会|女工委员会|女职委|女工委(?!员)|经审|经费审查|分会|分工会|车间|部门|班组|小组")
_ON_COMMITTEE = re.compile(r"主席|委员(?!会)|常委")


def seat_findings(of: Standing, book: Rulebook, on: date) -> Iterator[Finding]:
    """R05 of the director, B1 and B2 of seats that changed hands, in the terms looked at."""
    for term in of.terms:
        if term.form == COMMITTEE:
            yield from _director(term, book, on)
        yield from _changes(term, book)
    if of.in_office is not None:
        yield from _vacancies(of.in_office, book, on)


def is_on_union_committee(union_post: str) -> bool:
    """Whether a post in the union makes its holder a member (or candidate) of the union committee."""
    posts = re.split(r"[、，,;；/\s]+|兼", union_post)
    return any(_ON_COMMITTEE.search(post) and not _ELSEWHERE.search(post) for post in posts)


def _director(term: Term, book: Rulebook, on: date) -> Iterator[Finding]:
    by, directors = book["director"], term.directors(on)
    if not directors:
        if term.members:
            place = term.place_of("committee_member", None, "post")
            yield found("R05", WARNING, "还没有登记主任" + ("" if term.has_begun(on) else "人选"), by, place)
        return
    for director in directors:
        post, name = director["union_post"] or "", director["name"]
        if is_on_union_committee(post) or _is_chair(name, term.union):
            continue
        place = term.place_of("person", {"id": director["person_id"]}, "union_post")
        if post:
            said = f"主任{name}的工会职务是“{post}”，应为工会委员会委员（候选人）"
            yield found("R05", WARNING, said, by, place)
        else:
            said = f"请填主任{name}的工会职务：主任应为工会委员会委员（候选人）"
            yield found("R05", HINT, said, by, place)


def _is_chair(name: str, union: Values) -> bool:
    chairs = re.split(r"[、，,;；/\s]+", f"{union.get('chair') or ''}、{union.get('vice_chairs') or ''}")
    return bool(name) and name in chairs


def _changes(term: Term, book: Rulebook) -> Iterator[Finding]:
    for change in term.changes:
        happened = change["held_on"] or change["reviewed_on"] or change["reported_on"]
        if not change["in_person_id"] or not happened or change["approved_on"]:
            continue
        rule = "B2" if DIRECTOR in (change["out_post"], change["in_post"]) else "B1"
        lacks = "向上级工会的报告和批复" if not change["reported_on"] else "上级工会的批复"
        said = f"{change['formed_by'] or '增补'}{change['in_post'] or '委员'}（{happened}）还没有登记{lacks}"
        field = "approved_on" if change["reported_on"] else "reported_on"
        yield found(rule, WARNING, said, book["by_election"], term.place_of("member_change", change, field))


def _vacancies(term: Term, book: Rulebook, on: date) -> Iterator[Finding]:
    """Seats given up before the end, until as many serve as there are seats or somebody follows."""
    if term.seats is not None and len(term.serving(on)) >= term.seats:
        return
    replaced = {change["out_person_id"] for change in term.changes if change["in_person_id"]}
    left = [m for m in term.members if m["left_on"] and m["left_on"] <= on and m["left_because"] != "届满离任"]
    for member in left:
        if member["person_id"] not in replaced:
            said = f"{member['post']}{member['name']}已于 {member['left_on']} 离任，还没有登记替补"
            place = term.place_of("member_change", None, "in_person_id")
            yield found("B2" if member["post"] == DIRECTOR else "B1", WARNING, said, book["by_election"], place)
