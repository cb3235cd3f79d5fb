"""The rounds of a ledger: read whole with what surrounds them, by the rules of the unit's province."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.ledger.ledger import Ledger
from desktop_app.rules.deadlines import Period, last_day, months_before
from desktop_app.rules.procedure import Step
from desktop_app.services import negotiations, records

ON = date(2026, 11, 22)


def step(ledger: Ledger, round_id: int, code: str, on: date = ON) -> Step:
    return next(each for each in negotiations.steps(ledger, round_id, on) if each.code == code)


def begin(ledger: Ledger, **values: object) -> int:
    return records.save(ledger, "negotiation", {"name": "女职工权益保护专项集体合同", **values}).id


def test_a_last_day_of_rest_moves_to_the_next_working_day() -> None:
    assert last_day(date(2026, 11, 2), Period(20)) == date(2026, 11, 23)  # the 22nd is a Sunday
    assert last_day(date(2026, 9, 11), Period(20)) == date(2026, 10, 8)  # 1 October and the days off after it
    assert last_day(date(2031, 5, 11), Period(20)) == date(2031, 6, 2)  # no arrangement published yet: weekends alone


def test_months_count_back_to_the_same_day_or_the_last_of_the_month() -> None:
    assert months_before(date(2027, 5, 31), 3) == date(2027, 2, 28)
    assert months_before(date(2027, 1, 15), 3) == date(2026, 10, 15)


def test_a_new_round_waits_for_its_subjects_first(ledger: Ledger) -> None:
    found = negotiations.steps(ledger, begin(ledger), ON)
    assert [each.code for each in found] == [f"S{number}" for number in range(18) if number != 15]
    assert [each.state for each in found] == ["now"] + ["ahead"] * 16
    assert negotiations.findings(ledger, found[0].record_id, ON) == []


@pytest.mark.parametrize(
    ("province", "due"), [("", "2026-11-23"), ("浙江", "2026-11-16"), ("上海市", "2026-11-17"), ("河南", "2026-11-17")]
)
def test_the_unit_stands_under_the_rules_of_its_province(ledger: Ledger, province: str, due: str) -> None:
    records.save(ledger, "enterprise", {"name": "金梭纺织", "province": province})
    assert str(step(ledger, begin(ledger, offered_on="2026-11-02"), "S2").due) == due


def test_what_the_officer_has_checked_herself_wins(ledger: Ledger) -> None:
    given = {"parameter": "reply", "value": "7日", "source": "区总工会通知", "checked_on": "2026-03-01"}
    records.save(ledger, "rule_override", given)
    reply = step(ledger, begin(ledger, offered_on="2026-11-02"), "S2")
    assert reply.due == date(2026, 11, 9)
    assert "区总工会通知" in reply.source


def test_a_round_is_read_with_those_who_stand_around_it(ledger: Ledger) -> None:
    round_id = begin(ledger, offered_on="2026-03-02")
    records.save(ledger, "enterprise", {"name": "金梭纺织", "is_above_scale": True})
    for counted_on, women in (("2026-01-01", "20"), ("2026-12-31", "90")):
        count = {"counted_on": counted_on, "employee_count": "100", "woman_worker_count": women}
        records.save(ledger, "headcount_snapshot", count)
    term = records.save(
        ledger, "committee_term", {"number": "5", "starts_on": "2024-01-01", "ends_on": "2027-12-31"}
    ).id
    person = records.save(ledger, "person", {"name": "方静"}).id
    records.save(ledger, "committee_member", {"term_id": term, "person_id": person, "post": "主任"})
    of = negotiations.read_round(ledger, round_id, ON)
    assert (of.has_committee, of.director, of.enterprise["is_above_scale"]) == (True, "方静", True)
    assert of.headcount is not None
    assert of.headcount["woman_worker_count"] == 20  # the count of a day to come is not known yet
    assert negotiations.read_round(ledger, round_id, date(2023, 6, 1)).director == ""


def test_the_next_round_renews_or_changes_the_one_before(ledger: Ledger) -> None:
    round_id = begin(
        ledger, offered_on="2024-01-01", starts_on="2024-03-01", ends_on="2027-02-28", filed_with="区人社局"
    )
    renewal = negotiations.next_round(ledger, round_id)
    assert (renewal["occasion"], renewal["filed_with"], renewal["ends_on"]) == ("续订", "区人社局", None)
    change = negotiations.next_round(ledger, round_id, "变更")
    assert change["ends_on"] == date(2027, 2, 28)
    records.save(ledger, "negotiation", change)
    assert step(ledger, round_id, "S15").state == "now"
    assert step(ledger, round_id, "S16", date(2027, 1, 4)).state == "now"
    records.save(ledger, "negotiation", renewal)
    assert step(ledger, round_id, "S16", date(2027, 1, 4)).state == "done"


def test_a_round_that_does_not_say_so_still_renews_the_one_that_ends(ledger: Ledger) -> None:
    old = begin(ledger, starts_on="2023-12-01", ends_on="2026-11-30")
    begin(ledger, offered_on="2024-02-01")
    assert step(ledger, old, "S16").state == "now"
    begin(ledger, offered_on="2026-09-14")
    assert step(ledger, old, "S16").state == "done"


def test_rounds_are_told_apart_by_time(ledger: Ledger) -> None:
    begin(ledger, starts_on="2023-12-01", ends_on="2026-11-30")
    begin(ledger, offered_on="2026-09-01")
    begin(ledger)
    titles = [title for _, title in negotiations.rounds(ledger)]
    assert [title.split("（")[1] for title in titles] == [
        "尚未要约）",
        "2026-09-01 要约）",
        "2023-12-01 至 2026-11-30）",
    ]
