"""换届: the next term out of the present one, in one change that can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.errors import Rejected
from desktop_app.ledger.ledger import Ledger
from desktop_app.services import committee, re_election, records
from desktop_app.services.lines import lines
from desktop_app.services.records import ProblemsFound

ON = date(2026, 11, 22)


@pytest.fixture
def in_office(ledger: Ledger) -> Ledger:
    """A third term that ends on 2027-02-09, with a director, two members and one who has left."""
    given = {
        "number": 3,
        "starts_on": "2022-02-10",
        "ends_on": "2027-02-09",
        "formed_by": "女职工大会选举",
        "seat_count": 3,
    }
    term = records.save(ledger, "committee_term", given).id
    people = (("司马岚", "委员", ""), ("钟离云", "主任", ""), ("尉迟静", "委员", ""), ("令狐敏", "委员", "2025-5-1"))
    for name, post, left in people:
        person = records.save(ledger, "person", {"name": name, "department": "细纱车间", "is_member": "是"}).id
        seat = {"term_id": str(term), "person_id": str(person), "post": post, "work_mode": "专职", "left_on": left}
        records.save(ledger, "committee_member", seat | {"treatment": "中层副职", "votes": "30"})
    records.save(ledger, "person", {"name": "东方晓", "department": "织造车间"})
    return ledger


def begin(ledger: Ledger, **term: object) -> int:
    found = re_election.proposed(ledger, ON)
    return re_election.begin(ledger, found.term | term, found.election, found.candidates, ON)


def test_the_next_term_follows_on_the_day_after(in_office: Ledger) -> None:
    found = re_election.proposed(in_office, ON)
    assert (found.term["number"], found.term["starts_on"], found.term["ends_on"]) == (
        4,
        date(2027, 2, 10),
        date(2032, 2, 9),
    )
    assert (found.term["formed_by"], found.term["seat_count"]) == ("女职工大会选举", 3)
    assert [(each.name, each.post) for each in found.candidates] == [
        ("钟离云", "主任"),
        ("司马岚", "委员"),
        ("尉迟静", "委员"),
    ]
    assert found.coming is None


@pytest.mark.parametrize(
    ("union_ends", "expected"),
    [
        ("2030-02-09", date(2030, 2, 9)),  # three years, as the union committee's
        ("2027-02-09", date(2032, 2, 9)),  # its present term, which ends before: as long as ours was
        ("2031-02-09", date(2032, 2, 9)),  # no length the law knows
    ],
)
def test_it_is_as_long_as_the_unions(in_office: Ledger, union_ends: str, expected: date) -> None:
    records.save(in_office, "union_committee", {"name": "工会", "term_ends_on": union_ends})
    assert re_election.proposed(in_office, ON).term["ends_on"] == expected


def test_a_term_that_has_run_out_is_followed_from_today_on(in_office: Ledger) -> None:
    assert re_election.proposed(in_office, date(2027, 6, 1)).term["starts_on"] == date(2027, 6, 1)


def test_term_election_and_candidates_are_one_change(in_office: Ledger) -> None:
    found = re_election.proposed(in_office, ON)
    newcomer = replace(re_election.candidate(in_office, 5), post="副主任")
    chosen = (*found.candidates[:2], newcomer)
    term = re_election.begin(in_office, found.term, found.election, chosen, ON)
    [election] = lines(in_office, "election", {"term_id": term})
    assert (election["seat_count"], election["candidate_count"], election["meeting"]) == (
        3,
        3,
        "第4届女职工委员会换届选举会议",
    )
    members = lines(in_office, "committee_member", {"term_id": term})
    assert [(m["person_id"], m["post"], m["work_mode"], m["treatment"], m["votes"]) for m in members] == [
        (2, "主任", "专职", "中层副职", None),
        (5, "副主任", "兼职", None, None),
        (1, "委员", "专职", "中层副职", None),
    ]
    assert records.undo(in_office) == "换届：建立第4届"
    assert [title for _, title in committee.terms(in_office)] == ["第 3 届　2022—2027"]
    assert not lines(in_office, "election", {})
    assert len(lines(in_office, "committee_member", {})) == 4


def test_what_was_typed_is_read_as_in_any_editor(in_office: Ledger) -> None:
    term = begin(in_office, number="4", starts_on="2027.3.8", ends_on="20320307")
    kept = records.load(in_office, "committee_term", term)
    assert (kept["starts_on"], kept["ends_on"]) == (date(2027, 3, 8), date(2032, 3, 7))


@pytest.mark.parametrize(
    ("faulty", "field"),
    [
        ({"ends_on": "明年"}, "ends_on"),
        ({"ends_on": "2027-02-01"}, "ends_on"),
        ({"number": "3"}, "number"),
        ({"starts_on": ""}, "starts_on"),
    ],
)
def test_what_cannot_be_kept_leaves_nothing_behind(in_office: Ledger, faulty: dict[str, str], field: str) -> None:
    with pytest.raises((ProblemsFound, Rejected)) as told:
        begin(in_office, **faulty)
    assert told.value.field == field
    assert len(committee.terms(in_office)) == 1
    assert not lines(in_office, "election", {})


def test_there_is_one_director_and_nobody_sits_twice(in_office: Ledger) -> None:
    found = re_election.proposed(in_office, ON)
    for wrong in (
        tuple(replace(each, post="主任") for each in found.candidates),
        found.candidates + found.candidates[1:2],
    ):
        with pytest.raises(Rejected):
            re_election.begin(in_office, found.term, found.election, wrong, ON)
    assert len(committee.terms(in_office)) == 1


def test_a_term_in_preparation_is_not_begun_twice(in_office: Ledger) -> None:
    assert committee.may_re_elect(in_office, ON)
    term = begin(in_office)
    assert not committee.may_re_elect(in_office, ON)
    assert re_election.proposed(in_office, ON).coming == term
    assert [step.state for step in committee.steps(in_office, term, ON)][:2] == ["now", "ahead"]


def test_the_terms_end_is_said_alike_on_the_page_and_among_the_duties(in_office: Ledger) -> None:
    from desktop_app.services import agenda

    [end] = [each for each in committee.findings(in_office, ON) if each.rule == "R04"]
    [duty] = [each for each in agenda.duties(in_office, ON) if each.rule == "R04"]
    assert end.message.startswith("任期 2027-02-09 届满，请换届") and "任期 2027-02-09 届满，请换届" in duty.what
    term = begin(in_office)
    waiting = {each.rule: each for each in agenda.duties(in_office, ON) if each.record_id == term}
    assert "筹备" in waiting["A1"].what and waiting["A4"].due == date(2027, 2, 9)


def test_a_ledger_without_a_term_begins_with_the_first(ledger: Ledger) -> None:
    found = re_election.proposed(ledger, ON)
    assert (found.term["number"], found.term["starts_on"], found.term["ends_on"]) == (1, ON, date(2031, 11, 21))
    assert found.candidates == ()
