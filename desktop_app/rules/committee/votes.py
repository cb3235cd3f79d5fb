"""A2 and A4: whether an election was allowed, whether enough were there, and whether the elected have the votes."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from desktop_app.records.base import Values
from desktop_app.rules.committee.facts import Standing, Term
from desktop_app.rules.findings import ERROR, WARNING, Finding, found
from desktop_app.rules.parameters import Rulebook

_AGREED = "协商产生"
_SUMS = "票数、人数应当相符（勾稽）"


def vote_findings(of: Standing, book: Rulebook) -> Iterator[Finding]:
    """A2 and A4 of the terms looked at."""
    for term in of.terms:
        yield from _allowed(term, book)
        for election in term.elections:
            if election["method"] != _AGREED:
                yield from _quorum(term, election, book)
                yield from _choice(term, election, book)
        if term.election is not None and term.election["method"] != _AGREED:
            yield from _majority(term, term.election, book)
        yield from _seats(term)


def quorum_of(due: int, book: Rulebook) -> int:
    """How many of those due must be there: two thirds of 61 are 41."""
    by = book["election_quorum"]
    share = Fraction(str(by.value or by.candidate or 0))
    return -(-due * share.numerator // share.denominator)


def votes_needed(due: int) -> int:
    """More than half of all who were due, not of those who came."""
    return due // 2 + 1


def _allowed(term: Term, book: Rulebook) -> Iterator[Finding]:
    """Nobody elects before the union above has agreed; once it has approved the outcome, nobody asks any more."""
    formed, allowed = term.formed_on, term.values["request_approved_on"]
    if formed is None or term.values["approved_on"] is not None or (allowed is not None and allowed <= formed):
        return
    told = f"上级工会 {allowed} 才批复同意" if allowed else "没有登记上级工会同意换届（成立）的批复"
    said = f"{formed} 已选举（协商）产生，{told}：先批复，后选举"
    yield found("A2", WARNING, said, book["election_request"], term.place.at("request_approved_on"))


def _quorum(term: Term, election: Values, book: Rulebook) -> Iterator[Finding]:
    due, present, by = election["due_count"], election["present_count"], book["election_quorum"]
    place = term.place_of("election", election, "present_count")
    if not due or present is None:
        return
    needed = quorum_of(due, book)
    if present > due:
        yield _sum(term, election, "present_count", f"实到 {present} 人多于应到 {due} 人")
    elif present < needed:
        said = f"实到 {present} 人，不足应到 {due} 人的 {by.value or by.candidate}（应有 {needed} 人），不能选举"
        yield found("A4", ERROR, said, by, place)


def _choice(term: Term, election: Values, book: Rulebook) -> Iterator[Finding]:
    """More candidates than seats, ballots that add up."""
    seats, candidates = election["seat_count"] or term.values["seat_count"], election["candidate_count"]
    if seats and candidates is not None and candidates <= seats:
        said = f"候选人 {candidates} 名、应选 {seats} 名，没有差额：实行差额选举的应多于应选人数"
        yield found(
            "A4", WARNING, said, book["election_margin"], term.place_of("election", election, "candidate_count")
        )
    issued, returned, valid, invalid = (election[f"{n}_count"] for n in ("issued", "returned", "valid", "invalid"))
    if issued is not None and returned is not None and returned > issued:
        yield _sum(term, election, "returned_count", f"收回票 {returned} 张多于发出票 {issued} 张")
    if returned is not None and valid is not None and invalid is not None and valid + invalid != returned:
        said = f"有效票 {valid} 张加无效票 {invalid} 张，不等于收回票 {returned} 张"
        yield _sum(term, election, "valid_count", said)


def _majority(term: Term, election: Values, book: Rulebook) -> Iterator[Finding]:
    due, valid, by = election["due_count"], election["valid_count"], book["election_majority"]
    for member in _elected(term):
        votes, place = member["votes"], term.place_of("committee_member", member, "votes")
        if votes is None:
            continue
        if valid is not None and votes > valid:
            said = f"{member['name']}得 {votes} 票，多于有效票 {valid} 张"
            yield Finding("A4", "L6", ERROR, place.about, said, _SUMS, place.kind, place.record_id, place.field)
        elif due and votes < votes_needed(due):
            said = (
                f"{member['name']}得 {votes} 票，没有超过应到 {due} 人的半数（应有 {votes_needed(due)} 票），不能当选"
            )
            yield found("A4", ERROR, said, by, place)


def _elected(term: Term) -> list[Values]:
    """Those of the election itself: a replacement within the term was chosen by others."""
    later = {change["in_person_id"] for change in term.changes}
    return [member for member in term.members if member["person_id"] not in later]


def _seats(term: Term) -> Iterator[Finding]:
    """More or fewer members than were asked for."""
    count = len(_elected(term))
    if not count or not term.seats or count == term.seats or term.formed_on is None:
        return
    said = f"名单上 {count} 人，与委员名额 {term.seats} 人不符"
    place = term.place.at("seat_count")
    yield Finding("A4", "L6", WARNING, place.about, said, _SUMS, place.kind, place.record_id, place.field)


def _sum(term: Term, election: Values, field: str, said: str) -> Finding:
    place = term.place_of("election", election, field)
    return Finding("A4", "L6", ERROR, place.about, said, _SUMS, place.kind, place.record_id, place.field)
