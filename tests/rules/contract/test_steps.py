"""Steps of rounds that are half filled in, in any order: never a crash, never a day before what sets it off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from rules.contract.rounds import BOOKS, ON, SETS, contract, found, record, session, step, team, vote

from desktop_app.records.registry import record_type
from desktop_app.rules.contract.facts import Round
from desktop_app.rules.contract.findings import round_findings
from desktop_app.rules.contract.steps import steps

FIRST, LAST = date(2024, 1, 1), date(2029, 12, 31)
RANK = {"ahead": 0, "now": 1, "late": 2, "done": 3}
DAYS = [name for name, field in record_type("negotiation").fields.items() if name.endswith("_on")]
LINE = [f"S{n}" for n in range(18) if n != 15]
days = st.one_of(st.none(), st.dates(FIRST, LAST))
yes_no = st.sampled_from((None, True, False))
counts = st.one_of(st.none(), st.integers(0, 80))


def filled(kind: str, number: int, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(given).map(lambda values: record(kind, number, **values))


def lists_of(kind: str, size: int, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    made = [filled(kind, number, **given) for number in range(1, size + 1)]
    return st.integers(0, size).flatmap(lambda count: st.tuples(*made[:count]).map(list))


values = st.fixed_dictionaries(
    dict.fromkeys(DAYS, days)
    | {
        "is_accepted": yes_no,
        "is_signed_by_both": yes_no,
        "review_result": st.sampled_from((None, "无异议自动生效", "书面同意", "有异议")),
        "occasion": st.sampled_from((None, "首次签订", "续订", "变更")),
        "offered_by": st.sampled_from((None, "职工方", "企业方")),
        "copy_count": counts,
        "name": st.sampled_from((None, "专项集体合同")),
    }
).map(lambda given: contract() | given)
delegates = lists_of(
    "negotiator",
    5,
    side=st.sampled_from(("职工方", "企业方", None)),
    name=st.sampled_from((None, "张英", "李静", "王海")),
    gender=st.sampled_from((None, "女", "男")),
    role=st.sampled_from((None, "首席代表", "一般代表", "记录员", "外聘专业人员")),
    is_external=yes_no,
    is_union_worker=yes_no,
    department=st.sampled_from((None, "工会")),
    left_on=days,
    chosen_on=days,
    replaces_id=st.sampled_from((None, None, 1, 2)),
)
talks = lists_of(
    "negotiation_session", 3, held_on=days, suspended_because=st.sampled_from((None, "测算")), next_on=days
)
votes = lists_of(
    "congress_vote", 2, held_on=days, delegate_count=counts, present_count=counts, votes_for=counts, reported_on=days
)
inspections = lists_of("performance_inspection", 2, inspected_on=days, reported_to_congress_on=days)
disputes = lists_of(
    "contract_dispute",
    2,
    category=st.sampled_from((None, "协商争议", "履约争议")),
    arose_on=days,
    applied_on=days,
    accepted_on=days,
    is_extended=yes_no,
    awarded_on=days,
    settled_on=days,
)
followers = lists_of("negotiation", 1, occasion=st.sampled_from(("续订", "变更")), offered_on=days, signed_on=days)
rounds = st.builds(
    Round,
    values,
    delegates=delegates,
    sessions=talks,
    votes=votes,
    inspections=inspections,
    disputes=disputes,
    renewed_by=followers,
    has_committee=st.booleans(),
    headcount=st.one_of(st.none(), filled("headcount_snapshot", 1, employee_count=counts, woman_worker_count=counts)),
)


@settings(max_examples=150, deadline=None)
@given(rounds, st.sampled_from(SETS), st.dates(FIRST, LAST), st.integers(1, 400))
def test_any_round_has_every_step_and_time_only_takes_them_further(
    of: Round, province: str, on: date, later: int
) -> None:
    book = BOOKS[province]
    now, then = steps(of, book, on), steps(of, book, on + timedelta(days=later))
    assert [s for s in LINE if s not in {each.code for each in now}] == []
    for before, after in zip(_in_line(now), _in_line(then), strict=True):
        assert before.code == after.code
        if before.code != "S14":  # every year anew
            assert RANK[before.state] <= RANK[after.state]
    for each in now:
        assert each.sentence and each.source and len(each.name) <= 4
        assert each.record_id == 1
        if each.due and each.opens_on:
            assert each.opens_on <= each.due
        if each.state == "late":
            assert each.due is not None and each.due < on
        if each.state == "done":
            assert each.due is None
    list(round_findings(of, book, on))


def _in_line(of: list[Any]) -> list[Any]:
    return [each for each in of if each.code in LINE]


TRIGGERS = {"S2": "offered_on", "S3": "replied_on", "S7": "drafted_on", "S11": "received_on", "S13": "effective_on"}


@settings(max_examples=100, deadline=None)
@given(values, st.sampled_from(SETS), st.dates(FIRST, LAST))
def test_no_last_day_lies_before_what_sets_it_off(given_values: dict[str, Any], province: str, on: date) -> None:
    of = Round(given_values)
    for each in steps(of, BOOKS[province], on):
        if each.due and each.code in TRIGGERS:
            assert each.due > given_values[TRIGGERS[each.code]]
        if each.due and each.code == "S10":
            assert each.due > given_values["notified_on" if province == "上海" else "signed_on"]


@settings(max_examples=80, deadline=None)
@given(rounds, st.sampled_from(SETS), st.dates(FIRST, LAST))
def test_no_province_speaks_in_another(of: Round, province: str, on: date) -> None:
    said = " ".join(
        [each.source + each.sentence for each in steps(of, BOOKS[province], on)]
        + [each.source + each.message for each in round_findings(of, BOOKS[province], on)]
    )
    assert [other for other in SETS if other and other != province and other in said] == []


def test_a_later_date_shows_that_earlier_steps_were_passed_and_what_they_lack() -> None:
    of = Round(contract(offered_on=date(2026, 3, 2), signed_on=date(2026, 11, 16)), votes=[vote(60, 52, 50)])
    reply = step("S2", of)
    assert (reply.state, reply.due, reply.missing) == ("done", None, ("对方的书面答复",))
    assert reply.sentence == "后面的步骤已经办了，请补填：对方的书面答复"
    assert next(each.code for each in steps(of, BOOKS[""], ON) if each.state != "done") == "S10"
    assert ("R12", "hint") in found(of)
    assert "S2x" not in {each.code for each in steps(of, BOOKS[""], ON)}


def test_a_contract_that_is_only_registered_is_in_force() -> None:
    of = Round(contract(starts_on=date(2025, 1, 1), ends_on=date(2026, 12, 31)))
    waiting = {each.code: each.state for each in steps(of, BOOKS[""], ON) if each.state != "done"}
    assert waiting == {"S13": "now", "S14": "now", "S16": "now", "S17": "ahead"}
    assert {each.state for each in steps(of, BOOKS[""], date(2024, 12, 1))} <= {"now", "ahead"}


def test_a_refusal_stops_the_way_until_the_two_sides_meet_after_all() -> None:
    refused = contract(offered_on=date(2026, 11, 2), replied_on=date(2026, 11, 6), is_accepted=False)
    of = Round(refused)
    assert (step("S2", of).sentence, step("S2x", of).state, step("S3", of).state) == ("不同意协商", "now", "ahead")
    met = Round(refused, delegates=team(), sessions=[session(date(2026, 11, 20))])
    assert (step("S2x", met).state, step("S3", met).state) == ("done", "done")


def test_a_congress_that_did_not_agree_lets_nobody_sign() -> None:
    failed = Round(contract(drafted_on=date(2026, 4, 20), signed_on=date(2026, 5, 14)), votes=[vote(60, 52, 20)])
    assert [step(code, failed).state for code in ("S7", "S8", "S8x", "S9", "S10")] == [
        "done",
        "now",
        "now",
        "ahead",
        "ahead",
    ]
    assert step("S10", failed).due is None
    assert [rule for rule, severity in sorted(found(failed)) if severity == "error"] == ["R17", "R18"]
    few = Round(contract(drafted_on=date(2026, 4, 20)), votes=[vote(60, 39, 39)])
    assert "S8x" not in {each.code for each in steps(few, BOOKS[""], ON)}  # it meets again, nothing is talked over
    assert "重新召开" in step("S8", few).sentence


def test_it_is_made_public_only_once_it_is_in_force() -> None:
    of = Round(contract(received_on=date(2026, 11, 16), effective_on=date(2026, 12, 2)))
    assert [step(code, of, "重庆").state for code in ("S12", "S13")] == ["ahead", "ahead"]
    assert [step(code, of, "重庆", date(2026, 12, 2)).state for code in ("S12", "S13")] == ["done", "now"]
    assert step("S13", of, "重庆", date(2026, 12, 15)).state == "late"


def test_a_year_without_report_is_late_where_the_province_asks_for_one() -> None:
    """重庆第三十条: at least once a year; nationally the yearly inspection is our own suggestion (L6)."""
    checked = [record("performance_inspection", inspected_on=date(2026, 5, 20))]
    of = Round(contract(effective_on=date(2025, 6, 5), ends_on=date(2028, 6, 4)), inspections=checked)
    local, ours = step("S14", of, "重庆"), step("S14", of)
    assert (local.state, local.due) == ("late", date(2026, 6, 5))
    assert local.missing == ("向职代会的报告",)
    assert (ours.state, ours.done_on) == ("done", date(2026, 5, 20))
    assert "本程序的建议" in ours.source
    assert step("S14", of, on=date(2027, 3, 20)).state == "now"


def test_days_of_a_year_without_an_arrangement_of_holidays_are_said_to_be_unsure() -> None:
    assert "放假安排还没有收录" in step("S2", Round(contract(offered_on=date(2031, 3, 3))), on=date(2031, 3, 4)).caution
    assert step("S2", Round(contract(offered_on=date(2026, 11, 2)))).caution == ""
