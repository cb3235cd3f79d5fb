"""R01-R06 and the forming of a committee: tables from the sources, the article in each id."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.records.registry import record_type
from desktop_app.rules.committee.facts import Standing, Term
from desktop_app.rules.committee.findings import committee_findings
from desktop_app.rules.committee.seats import is_on_union_committee
from desktop_app.rules.committee.steps import steps
from desktop_app.rules.committee.votes import quorum_of, votes_needed
from desktop_app.rules.findings import ERROR, HINT, WARNING, Finding
from desktop_app.rules.procedure import AHEAD, DONE, LATE, NOW
from desktop_app.services.rulebook import rules_of

ON = date(2026, 11, 22)
UNION = {"id": 1, "term_starts_on": date(2024, 3, 8), "term_ends_on": date(2029, 3, 7)}


def record(kind: str, **values: Any) -> dict[str, Any]:
    return {**dict.fromkeys(record_type(kind).fields), "id": 1, **values}


def term(*, union: Any = UNION, previous: Any = None, of: Any = None, **owned: Any) -> Term:
    """A term in which nothing is wrong, but for what is said."""
    given = {"number": 5, "form": "女职工委员会", "starts_on": date(2024, 3, 8), "ends_on": date(2029, 3, 7)}
    given |= {"approved_on": date(2024, 3, 20)} | (of or {})
    return Term(record("committee_term", **given), union=union, previous=previous, **owned)


def member(number: int = 1, **values: Any) -> dict[str, Any]:
    known = {"person_id": number, "post": "委员", "name": f"甲{number}", "union_post": None, "term_id": 1}
    return record("committee_member", id=number, **{**known, **values})


def counts(**values: Any) -> dict[str, Any]:
    return record("headcount_snapshot", counted_on=date(2026, 9, 30), **values)


def found(of: Standing, province: str = "", on: date = ON) -> list[Finding]:
    return list(committee_findings(of, rules_of(province), on))


def heard(of: Standing, rule: str, province: str = "", on: date = ON) -> list[str]:
    return [finding.severity for finding in found(of, province, on) if finding.rule == rule]


@pytest.mark.parametrize(
    ("province", "women", "members", "expected"),
    [
        pytest.param("", 9, 9, [], id="条例11：不足10名可以设"),
        pytest.param("", 10, 10, [ERROR], id="条例11：10名应建"),
        pytest.param("", 60, 9, [], id="条例11：按女会员数"),
        pytest.param("北京", 24, 24, [], id="北京9条：不足25人"),
        pytest.param("北京", 25, 3, [ERROR], id="北京9条：女职工25人应建"),
        pytest.param("上海", 40, 24, [], id="上海13条：女会员不足25人"),
        pytest.param("上海", 40, 25, [ERROR], id="上海13条：女会员25人"),
        pytest.param("河南", 40, 9, [], id="河南9条：不足10人"),
        pytest.param("河南", 40, 10, [ERROR], id="河南9条：10人"),
        pytest.param("重庆", 40, 9, [], id="重庆9条：不足10人"),
        pytest.param("重庆", 40, 10, [ERROR], id="重庆9条：10人"),
        pytest.param("浙江", 40, 10, [ERROR], id="浙江没有规定，按国家"),
        pytest.param("浙江", 40, 9, [], id="浙江没有规定，按国家：不足"),
    ],
)
def test_a_committee_is_founded_from_the_number_of_the_province_on(
    province: str, women: int, members: int, expected: list[str]
) -> None:
    of = counts(woman_worker_count=women, woman_member_count=members)
    assert heard(Standing(headcount=of), "R01", province) == expected
    assert heard(Standing(headcount=of, in_office=term()), "R01", province) == []
    single = Standing(headcount=of, in_office=term(of={"form": "女职工委员"}))
    assert heard(single, "R01", province) == expected


@pytest.mark.parametrize(
    ("province", "expected"),
    [("", []), ("浙江", []), ("北京", [ERROR]), ("上海", [ERROR]), ("河南", [ERROR]), ("重庆", [ERROR])],
)
def test_below_the_number_a_member_for_women_is_asked_for_where_the_province_says_so(
    province: str, expected: list[str]
) -> None:
    of = counts(woman_worker_count=8, woman_member_count=8)
    assert heard(Standing(headcount=of), "A1", province) == expected
    assert heard(Standing(headcount=of, in_office=term(of={"form": "女职工委员"})), "A1", province) == []


def test_an_unknown_number_is_asked_for_and_the_roster_tells_at_least_so_many() -> None:
    [asked] = [each for each in found(Standing(headcount=counts(woman_worker_count=50))) if each.rule == "R01"]
    assert (asked.severity, asked.kind, asked.field) == (HINT, "headcount_snapshot", "woman_member_count")
    assert heard(Standing(), "R01") == [HINT]
    assert heard(Standing(listed={"女会员": 9}), "R01") == [HINT]
    assert heard(Standing(listed={"女会员": 10}), "R01") == [ERROR]


def test_a_committee_whose_term_is_over_is_r04_and_not_r01() -> None:
    of = Standing(in_office=term(), headcount=counts(woman_member_count=40))
    after = date(2029, 3, 8)
    assert heard(of, "R01", on=after) == []
    assert heard(of, "R04", on=after) == [ERROR]


@pytest.mark.parametrize(
    ("ends", "union_ends", "expected"),
    [
        pytest.param(date(2029, 3, 7), date(2029, 3, 7), [], id="工会法16：5年"),
        pytest.param(date(2029, 3, 8), date(2029, 3, 7), [], id="差一天不论"),
        pytest.param(date(2027, 3, 7), date(2027, 3, 7), [], id="工会法16：3年"),
        pytest.param(date(2028, 3, 7), date(2028, 3, 7), [ERROR, ERROR], id="工会法16：4年，工会的也是"),
        pytest.param(date(2029, 3, 9), date(2029, 3, 7), [ERROR, WARNING], id="多两天"),
        pytest.param(date(2027, 3, 7), date(2029, 3, 7), [WARNING], id="任期相同"),
    ],
)
def test_a_term_is_three_or_five_years_and_the_unions(ends: date, union_ends: date, expected: list[str]) -> None:
    union = UNION | {"term_ends_on": union_ends}
    assert heard(Standing(in_office=term(union=union, of={"ends_on": ends})), "R02") == expected


def test_the_next_term_is_not_held_against_a_union_term_that_is_over_before_it() -> None:
    following = {"starts_on": date(2029, 3, 8), "ends_on": date(2034, 3, 7), "approved_on": None}
    assert heard(Standing(in_office=term(), coming=term(of=following)), "R02") == []


def test_what_should_go_together_tells_the_days_between() -> None:
    days = {"submitted_on": date(2024, 3, 10), "union_submitted_on": date(2024, 3, 13)}
    [late] = [each for each in found(Standing(in_office=term(of=days))) if each.rule == "R03"]
    assert late.severity == WARNING and "相差 3 天" in late.message and late.field == "submitted_on"
    same = days | {"union_submitted_on": date(2024, 3, 10), "submitted_together": False}
    assert heard(Standing(in_office=term(of=same)), "R03") == []
    assert heard(Standing(in_office=term(of={"formed_together": False})), "R03") == [WARNING]
    assert heard(Standing(in_office=term(of={"submitted_on": date(2024, 3, 10)})), "R03") == []  # long ago
    assert heard(Standing(in_office=term(of={"submitted_on": date(2024, 3, 10)})), "R03", on=date(2024, 5, 1)) == [HINT]


@pytest.mark.parametrize(
    ("days", "expected"), [(181, []), (180, [HINT]), (91, [HINT]), (90, [WARNING]), (0, [WARNING]), (-1, [ERROR])]
)
def test_the_end_is_announced_180_and_90_days_before(days: int, expected: list[str]) -> None:
    on = date(2029, 3, 7) - timedelta(days=days)
    of = Standing(in_office=term(members=[member(post="主任", union_post="工会副主席")]))
    assert heard(of, "R04", on=on) == expected
    assert all(each.level == "L6" for each in found(of, on=on) if each.rule == "R04")
    elected = term(of={"starts_on": date(2029, 3, 8), "ends_on": date(2034, 3, 7), "founded_on": date(2028, 9, 1)})
    assert heard(Standing(in_office=of.in_office, coming=elected), "R04", on=on) == []


@pytest.mark.parametrize(
    ("post", "is_member"),
    [
        ("工会主席", True),
        ("工会副主席", True),
        ("工会委员会委员", True),
        ("工会委员、女职工委员会主任", True),
        ("工会女工委员", True),
        ("工会委员候选人", True),
        ("女职工委员会主任", False),
        ("女职工委员会委员", False),
        ("女工委委员", False),
        ("经审委员会委员", False),
        ("车间分会主席", False),
        ("工会干事", False),
    ],
)
def test_the_director_sits_on_the_union_committee(post: str, is_member: bool) -> None:
    assert is_on_union_committee(post) is is_member
    of = Standing(in_office=term(members=[member(post="主任", union_post=post)]))
    assert heard(of, "R05") == ([] if is_member else [WARNING])


def test_an_unknown_or_missing_director_is_asked_for() -> None:
    assert heard(Standing(in_office=term(members=[member(post="主任")])), "R05") == [HINT]
    assert heard(Standing(in_office=term(members=[member()])), "R05") == [WARNING]
    assert heard(Standing(in_office=term(members=[member(post="主任", left_on=date(2026, 1, 1))])), "R05") == [WARNING]
    chair = UNION | {"chair": "甲1"}
    assert heard(Standing(in_office=term(union=chair, members=[member(post="主任")])), "R05") == []


@pytest.mark.parametrize(
    ("women", "delegates", "workers", "employees", "is_enough"),
    [(38, 60, 263, 418, True), (37, 60, 263, 418, False), (1, 3, 100, 300, True), (1, 3, 101, 300, False)],
)
def test_women_in_the_congress_are_weighed_exactly(
    women: int, delegates: int, workers: int, employees: int, is_enough: bool
) -> None:
    given = {"woman_worker_count": workers, "employee_count": employees}
    of = Standing(headcount=counts(**given, woman_delegate_count=women, congress_delegate_count=delegates))
    assert heard(of, "R06", "浙江") == ([] if is_enough else [ERROR])
    assert heard(of, "R06") == ([] if is_enough else [WARNING])
    vote = record(
        "congress_vote", woman_delegate_count=women, delegate_count=delegates, held_on=ON, congress="一届二次"
    )
    told = [each for each in found(Standing(headcount=counts(**given), votes=[vote]), "浙江") if each.rule == "R06"]
    assert [each.kind for each in told] == ([] if is_enough else ["congress_vote"])


@given(st.integers(0, 300), st.integers(1, 300), st.integers(0, 3000), st.integers(1, 3000))
def test_one_woman_more_never_makes_it_worse(women: int, delegates: int, workers: int, employees: int) -> None:
    def speaks(number: int) -> bool:
        given = {"woman_worker_count": workers, "employee_count": employees}
        given |= {"woman_delegate_count": number, "congress_delegate_count": delegates}
        return bool(heard(Standing(headcount=counts(**given)), "R06", "浙江"))

    assert speaks(women) == (Fraction(women, delegates) < Fraction(workers, employees))
    assert speaks(women) or not speaks(women + 1)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 400))
def test_the_warning_grows_as_the_end_comes_near(start: date, days: int) -> None:
    ends = start + timedelta(days=days)
    of = Standing(in_office=term(of={"starts_on": date(2019, 1, 1), "ends_on": ends}))
    weight = [len([HINT, WARNING, ERROR][: [HINT, WARNING, ERROR].index(s) + 1]) for s in heard(of, "R04", on=start)]
    next_day = heard(of, "R04", on=start + timedelta(days=1))
    assert bool(weight) == (days <= 180)
    assert not weight or (HINT, WARNING, ERROR).index(next_day[0]) + 1 >= weight[0]


def elected(**values: Any) -> Term:
    known = {"held_on": date(2024, 3, 5), "method": "无记名投票", "due_count": 61, "present_count": 41}
    return term(elections=[record("election", **{**known, **values})], members=[member(post="主任", votes=31)])


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        pytest.param({}, [], id="正好三分之二、过半数"),
        pytest.param({"present_count": 40}, [WARNING], id="三分之二差一人"),
        pytest.param({"due_count": 62, "present_count": 42}, [WARNING], id="正好半数，没有过半"),
        pytest.param({"present_count": 62}, [ERROR], id="实到多于应到"),
        pytest.param({"issued_count": 41, "returned_count": 42}, [ERROR], id="收回多于发出"),
        pytest.param({"returned_count": 41, "valid_count": 40, "invalid_count": 0}, [ERROR], id="票数不合"),
        pytest.param({"valid_count": 30}, [ERROR], id="得票多于有效票"),
        pytest.param({"seat_count": 1, "candidate_count": 1}, [WARNING], id="没有差额"),
        pytest.param({"seat_count": 1, "candidate_count": 2}, [], id="有差额"),
        pytest.param({"method": "协商产生", "present_count": 10}, [], id="协商产生不计票"),
    ],
)
def test_an_election_is_counted_and_what_nobody_confirmed_only_warns(values: Any, expected: list[str]) -> None:
    told = [each for each in found(Standing(in_office=elected(**values))) if each.rule == "A4"]
    assert [each.severity for each in told] == expected
    assert all("待核实" in each.source for each in told if each.severity == WARNING)


@given(st.integers(1, 2000))
def test_a_quorum_and_a_majority_are_the_fewest_that_suffice(due: int) -> None:
    needed = quorum_of(due, rules_of(""))
    assert Fraction(needed, due) >= Fraction(2, 3) > Fraction(needed - 1, due)
    assert votes_needed(due) * 2 > due >= (votes_needed(due) - 1) * 2


def test_nobody_elects_before_the_union_above_agreed() -> None:
    early = {"approved_on": None, "founded_on": date(2024, 3, 5)}
    assert heard(Standing(in_office=term(of=early)), "A2") == [WARNING]
    assert heard(Standing(in_office=term(of=early | {"request_approved_on": date(2024, 3, 6)})), "A2") == [WARNING]
    assert heard(Standing(in_office=term(of=early | {"request_approved_on": date(2024, 3, 5)})), "A2") == []
    assert heard(Standing(in_office=term(of={"founded_on": date(2024, 3, 5)})), "A2") == []  # approved since


def test_a_seat_that_falls_free_is_filled_in_the_proper_way() -> None:
    gone = member(2, left_on=date(2026, 5, 1), left_because="调离")
    seats = {"seat_count": 2}
    here = member(post="主任", union_post="工会主席")
    assert heard(Standing(in_office=term(of=seats, members=[here, gone])), "B1") == [WARNING]
    full = [here, gone, member(3)]
    assert heard(Standing(in_office=term(of=seats, members=full)), "B1") == []
    given = {"out_person_id": 2, "in_person_id": 3, "in_post": "委员", "out_post": "委员", "held_on": date(2026, 6, 1)}
    change = record("member_change", **given)
    told = Standing(in_office=term(of=seats, members=full, changes=[change]))
    assert heard(told, "B1") == [WARNING]
    change |= {"reported_on": date(2026, 6, 2), "approved_on": date(2026, 6, 9)}
    assert heard(told, "B1") == []
    director = member(2, post="主任", left_on=date(2026, 5, 1), left_because="调离")
    assert heard(Standing(in_office=term(of=seats, members=[director])), "B2") == [WARNING]


def test_the_two_reports_of_the_year_that_is_over_are_asked_for_where_reports_are_kept() -> None:
    def told(*reports: dict[str, Any]) -> list[Finding]:
        return [each for each in found(Standing(in_office=term(), reports=reports)) if each.rule == "A8"]

    assert told() == []
    half = record("work_report", year=2025, to_union_on=date(2025, 12, 20))
    [lacking] = told(half)
    assert (lacking.severity, lacking.field) == (HINT, "to_upper_on")
    assert told(half | {"to_upper_on": date(2026, 1, 10)}) == []


COMING = {"number": 6, "starts_on": date(2027, 3, 8), "ends_on": date(2032, 3, 7), "approved_on": None}
LAST = {"ends_on": date(2027, 3, 7)}


@pytest.mark.parametrize(
    ("known", "on", "states"),
    [
        ({}, ON, [NOW, AHEAD, AHEAD, AHEAD, AHEAD, AHEAD, AHEAD]),
        ({"prepared_on": ON}, ON, [NOW, AHEAD, AHEAD, AHEAD, AHEAD, AHEAD, AHEAD]),
        ({"requested_on": ON}, ON, [DONE, NOW, AHEAD, AHEAD, AHEAD, AHEAD, AHEAD]),
        ({"request_approved_on": ON}, ON, [DONE, DONE, NOW, NOW, AHEAD, AHEAD, AHEAD]),
        ({}, date(2026, 12, 7), [NOW, AHEAD, AHEAD, NOW, AHEAD, AHEAD, AHEAD]),
        ({}, date(2027, 3, 7), [NOW, AHEAD, AHEAD, NOW, AHEAD, AHEAD, AHEAD]),
        ({"founded_on": date(2027, 2, 1)}, date(2027, 2, 2), [DONE, DONE, DONE, DONE, NOW, AHEAD, AHEAD]),
        ({"approved_on": date(2027, 2, 9)}, date(2027, 2, 9), [DONE, DONE, DONE, DONE, DONE, DONE, NOW]),
        ({}, date(2027, 3, 8), [DONE, DONE, DONE, DONE, NOW, AHEAD, AHEAD]),
    ],
)
def test_the_forming_of_a_term_goes_step_by_step(known: Any, on: date, states: list[str]) -> None:
    of = term(of=COMING | known, previous=LAST)
    told = steps(of, rules_of(""), on)
    assert [step.code for step in told] == ["A1", "A2", "A3", "A4", "A5", "A6", "A7"]
    assert [step.state for step in told] == states
    assert all(step.source and step.place and step.record_id == 1 for step in told)


def test_an_election_is_late_once_the_old_term_is_over() -> None:
    far = COMING | {"starts_on": date(2027, 6, 1), "ends_on": date(2032, 5, 31)}
    election = steps(term(of=far, previous=LAST), rules_of(""), date(2027, 3, 8))[3]
    assert (election.state, election.due, election.consequence) == (LATE, date(2027, 3, 7), "上届任期届满还没有换届")
    assert "同意换届（成立）的批复" in election.missing


def test_a_change_of_the_director_stands_beside_the_line() -> None:
    changes = [record("member_change", in_post=post, out_post="委员") for post in ("主任", "委员")]
    told = steps(term(changes=changes), rules_of(""), ON)
    assert [(step.code, step.state, step.forms) for step in told[7:]] == [
        ("B2", NOW, ("ZZ-16",)),
        ("B1", NOW, ("ZZ-16",)),
    ]
