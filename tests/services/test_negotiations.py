"""Where a round stands: days counted as the law counts them, delegates and votes measured on the right numbers."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.ledger.ledger import Ledger
from desktop_app.rules.deadlines import Period, last_day, months_before
from desktop_app.services import negotiations, records
from desktop_app.services.negotiations import Stage

ON = date(2026, 11, 22)


def stage(ledger: Ledger, round_id: int, name: str, on: date = ON) -> Stage:
    return next(each for each in negotiations.stages(ledger, round_id, on) if each.name == name)


def begin(ledger: Ledger, **values: str) -> int:
    return records.save(ledger, "negotiation", {"name": "女职工权益保护专项集体合同", **values}).id


def add_delegates(ledger: Ledger, round_id: int, side: str, count: int, **more: str) -> None:
    for number in range(count):
        role = "首席代表" if number == 0 else "一般代表"
        given = {"negotiation_id": round_id, "side": side, "name": f"{side}{number}", "role": role, **more}
        records.save(ledger, "negotiator", given)


def test_a_last_day_of_rest_moves_to_the_next_working_day() -> None:
    assert last_day(date(2026, 11, 2), Period(20)) == date(2026, 11, 23)  # the 22nd is a Sunday
    assert last_day(date(2026, 9, 11), Period(20)) == date(2026, 10, 8)  # 1 October and the days off after it
    assert last_day(date(2031, 5, 11), Period(20)) == date(2031, 6, 2)  # no arrangement published yet: weekends alone


def test_months_count_back_to_the_same_day_or_the_last_of_the_month() -> None:
    assert months_before(date(2027, 5, 31), 3) == date(2027, 2, 28)
    assert months_before(date(2027, 1, 15), 3) == date(2026, 10, 15)


def test_a_new_round_waits_for_its_subjects_first(ledger: Ledger) -> None:
    found = negotiations.stages(ledger, begin(ledger), ON)
    named = "议题征集 要约 答复 代表 协商 草案 职代会 签订 报送 审查生效 公布 履约检查 续签"
    assert " ".join(each.name for each in found) == named
    assert [each.state for each in found] == ["now"] + ["ahead"] * 12


@pytest.mark.parametrize(
    ("on", "state", "said"),
    [
        (date(2026, 11, 20), "now", "还有 3 天"),
        (date(2026, 11, 23), "now", "就在今天"),
        (date(2026, 11, 26), "late", "已逾期 3 天"),
    ],
)
def test_an_offer_must_be_answered_within_twenty_days(ledger: Ledger, on: date, state: str, said: str) -> None:
    round_id = begin(ledger, offered_on="2026-11-02")
    reply = stage(ledger, round_id, "答复", on)
    assert (reply.state, reply.date) == (state, date(2026, 11, 23))
    assert said in reply.sentence
    assert "第三十二条" in reply.sentence


def test_delegates_are_three_a_side_equal_and_led_by_insiders(ledger: Ledger) -> None:
    round_id = begin(ledger)
    add_delegates(ledger, round_id, "职工方", 4)
    add_delegates(ledger, round_id, "企业方", 2)
    assert "企业方还差 1 名代表" in stage(ledger, round_id, "代表").sentence
    third = {"negotiation_id": round_id, "side": "企业方", "name": "王海", "role": "一般代表"}
    records.save(ledger, "negotiator", third)
    assert "现为 4 比 3" in stage(ledger, round_id, "代表").sentence
    outsider = {**third, "name": "律师甲", "is_external": "是"}
    records.save(ledger, "negotiator", outsider)
    assert stage(ledger, round_id, "代表").state == "done"  # one outsider of four
    records.save(ledger, "negotiator", {**outsider, "name": "律师乙"})
    assert "三分之一" in stage(ledger, round_id, "代表").sentence


def test_a_note_taker_is_no_delegate(ledger: Ledger) -> None:
    round_id = begin(ledger)
    add_delegates(ledger, round_id, "职工方", 3)
    add_delegates(ledger, round_id, "企业方", 3)
    records.save(ledger, "negotiator", {"negotiation_id": round_id, "side": "企业方", "name": "记录", "role": "记录员"})
    assert stage(ledger, round_id, "代表").state == "done"


@pytest.mark.parametrize(
    ("present", "votes", "state", "said"),
    [
        ("66", "66", "now", "应有 67 人"),
        ("67", "49", "now", "应有 50 票"),
        ("67", "50", "done", "恰为半数"),
        ("80", "79", "done", "赞成 79 票"),
    ],
)
def test_votes_are_measured_on_all_delegates(ledger: Ledger, present: str, votes: str, state: str, said: str) -> None:
    round_id = begin(ledger, drafted_on="2026-11-01")
    vote = {"congress": "第五届第三次", "held_on": "2026-11-10", "delegate_count": "100"}
    records.save(
        ledger, "congress_vote", {**vote, "negotiation_id": round_id, "present_count": present, "votes_for": votes}
    )
    found = stage(ledger, round_id, "职代会")
    assert found.state == state
    assert said in found.sentence


def test_filing_review_and_publication_follow_one_another(ledger: Ledger) -> None:
    round_id = begin(ledger, signed_on="2026-11-10")
    assert stage(ledger, round_id, "报送").date == date(2026, 11, 20)
    assert stage(ledger, round_id, "报送").state == "late"
    records.save(ledger, "negotiation", {"filed_on": "2026-11-20", "received_on": "2026-11-20"}, round_id)
    review = stage(ledger, round_id, "审查生效")
    assert "2026-12-08 起生效" in review.sentence  # the 15th day, 5 December, is a Saturday: the 7th, then the next day
    assert "请填写生效日期" in stage(ledger, round_id, "审查生效", date(2026, 12, 8)).sentence
    records.save(ledger, "negotiation", {"review_result": "有异议"}, round_id)
    assert "重新协商" in stage(ledger, round_id, "审查生效").sentence


def test_renewal_opens_three_months_before_the_end(ledger: Ledger) -> None:
    round_id = begin(ledger, offered_on="2024-01-01", starts_on="2024-03-01", ends_on="2027-02-28")
    assert stage(ledger, round_id, "续签", date(2026, 11, 27)).state == "ahead"
    assert stage(ledger, round_id, "续签", date(2026, 11, 28)).state == "now"
    assert stage(ledger, round_id, "续签", date(2027, 3, 1)).state == "late"
    following = negotiations.next_round(ledger, round_id)
    assert following["occasion"] == "续订"
    records.save(ledger, "negotiation", following)
    assert stage(ledger, round_id, "续签", date(2027, 3, 1)).state == "done"


def test_inspections_are_due_again_after_a_year(ledger: Ledger) -> None:
    round_id = begin(ledger, published_on="2025-01-05")
    records.save(ledger, "performance_inspection", {"negotiation_id": round_id, "inspected_on": "2025-10-01"})
    found = stage(ledger, round_id, "履约检查")
    assert found.state == "now"
    assert "国家没有规定次数" in found.sentence


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
