"""我要办的事, day by day: each occasion once, overdue first, right at the turn of months, years and festivals."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.ledger.ledger import Ledger, create_ledger, open_ledger
from desktop_app.rules.duties import AHEAD, ORDER, OVERDUE, SOON, Duty
from desktop_app.services import agenda, records


class Office:
    """A ledger begun on 1 October 2025, and whatever day it is."""

    def __init__(self, path: Path) -> None:
        self.now = datetime(2025, 10, 1, 9)
        create_ledger(path).close()
        self.ledger = open_ledger(path, operator="周敏", clock=lambda: self.now)
        records.save(self.ledger, "enterprise", {"name": "江南金梭纺织有限公司"})

    def put(self, kind: str, **values: object) -> int:
        return records.save(self.ledger, kind, values).id

    def on(self, *day: int) -> list[Duty]:
        self.now = datetime(*day, 9)
        return agenda.duties(self.ledger, date(*day))

    def done(self, *rules: str) -> None:
        """Mark all that is open of those rules; of all yearly duties without any."""
        for duty in agenda.duties(self.ledger, self.now.date()):
            if duty.can_be_marked and duty.state != AHEAD and (not rules or duty.rule in rules):
                agenda.mark_done(self.ledger, duty, self.now.date())


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = Office(tmp_path / "一.bbt")
    yield made
    made.ledger.is_changed = False
    made.ledger.close()


def rules(duties: list[Duty], *states: str) -> list[str]:
    return [duty.rule for duty in duties if duty.state in states and duty.can_be_marked]


def test_overdue_comes_first_and_every_key_once(office: Office) -> None:
    found = office.on(2026, 7, 15)
    order = [(ORDER[duty.state], duty.due or date.max) for duty in found]
    assert order == sorted(order)
    assert len({duty.key for duty in found}) == len(found)


def test_three_weeks_away_loses_nothing_and_doubles_nothing(office: Office) -> None:
    office.put("calendar_item", name="报女职工信息", frequency="每月", day=31, lead=5)
    office.put("calendar_item", name="清点物资", frequency="每月", day=10, lead=5)
    office.on(2026, 2, 20)
    office.done()
    away = office.on(2026, 3, 13)  # three weeks later: 28 February and 10 March, 8 March have passed
    overdue = [(duty.what, str(duty.due)) for duty in away if duty.state == OVERDUE and duty.can_be_marked]
    assert overdue == [("报女职工信息", "2026-02-28"), ("清点物资", "2026-03-10")]  # 8 March was marked in February
    office.done()
    assert rules(office.on(2026, 3, 13), OVERDUE) == []
    assert [(duty.what, str(duty.due)) for duty in office.on(2026, 4, 2) if duty.rule == "own"][:2] == [
        ("报女职工信息", "2026-03-31"),
        ("清点物资", "2026-04-10"),
    ]


def test_new_years_day(office: Office) -> None:
    office.put("nursing_room", name="一号哺乳室", location="二楼")
    office.put("negotiation", name="专项集体合同", offered_on="2025-12-20")
    found = office.on(2026, 1, 1)
    assert {"double_report", "yearly_statistics", "room_statistics", "congress_performance"} <= set(
        rules(found, OVERDUE)
    )
    assert {"year_plan", "year_summary", "year_budget", "winter_relief"} <= set(rules(found, SOON))
    assert all(duty.due and duty.due.year == 2025 for duty in found if duty.state == OVERDUE)
    office.put("work_report", year=2025, to_union_on="2025-12-20", to_upper_on="2025-12-25")
    office.put("submission", form_code="TJ-01", title="年度统计表", period="2025年", submitted_on="2025-12-30")
    assert not {"double_report", "yearly_statistics"} & set(rules(office.on(2026, 1, 1), OVERDUE))
    assert "yearly_statistics" in rules(office.on(2026, 12, 31), SOON)  # this year's own


def test_a_leap_day(office: Office) -> None:
    office.put("calendar_item", name="月末盘点", frequency="每月", day=31, lead=0)
    [today] = [duty for duty in office.on(2028, 2, 29) if duty.what == "月末盘点" and duty.state == SOON]
    assert today.due == date(2028, 2, 29)
    assert "year_plan" in rules(office.on(2028, 2, 29), OVERDUE)
    office.done()
    [missed] = [duty for duty in office.on(2029, 3, 1) if duty.what == "月末盘点" and str(duty.due) == "2029-02-28"]
    assert missed.state == OVERDUE


def test_the_statistics_day_of_30_september(office: Office) -> None:
    found = office.on(2026, 9, 30)
    [cutoff] = [duty for duty in found if duty.rule == "statistics_day"]
    assert (cutoff.state, str(cutoff.due), cutoff.source[:3]) == (SOON, "2026-09-30", "待核实")
    assert "statistics_return" in rules(found, AHEAD)
    assert "statistics_return" in rules(office.on(2026, 10, 1), SOON)
    assert "statistics_day" in rules(office.on(2026, 10, 1), OVERDUE)


def test_a_letter_answered_after_the_spring_festival(office: Office) -> None:
    records.save(office.ledger, "enterprise", {"province": "浙江省"}, 1)
    office.put("supervision_letter", category="监督意见书", matter="加班", issued_on="2026-02-02")
    [letter] = [duty for duty in office.on(2026, 2, 16) if duty.rule == "R34"]
    # 15 working days from 3 February: 3-6, 9-14 (14 is worked), then 24-28 (28 is worked): 2026-02-15..23 rest
    assert (letter.state, str(letter.due)) == (SOON, "2026-02-28")
    assert "浙江省工会劳动法律监督条例" in letter.source and letter.caution == ""
    records.save(office.ledger, "supervision_letter", {"replied_on": "2026-02-27"}, 1)
    assert [duty for duty in office.on(2026, 3, 20) if duty.rule == "R34"] == []


def test_a_letter_where_no_rule_sets_days(office: Office) -> None:
    office.put("supervision_letter", category="提示函", matter="工资", issued_on="2031-02-02")
    [letter] = [duty for duty in office.on(2031, 3, 1) if duty.rule == "R34"]
    assert letter.due is None and "没有全国规定" in letter.what


def test_the_room_rests_over_the_spring_festival(office: Office) -> None:
    room = office.put("nursing_room", name="一号哺乳室", location="二楼", status="启用")
    office.put("room_cleaning", room_id=room, cleaned_on="2026-02-13")

    def said(*day: int) -> list[tuple[str, str]]:
        return [(duty.state, duty.what) for duty in office.on(*day) if duty.kind == "room_cleaning"]

    assert said(2026, 2, 13) == []
    assert said(2026, 2, 14) == [(SOON, "一号哺乳室今天还没有清洁消毒记录")]  # a Saturday that is worked
    assert said(2026, 2, 16) == said(2026, 2, 23) == []
    assert said(2026, 2, 24) == [(SOON, "一号哺乳室今天还没有清洁消毒记录")]
    assert said(2026, 3, 3)[0] == (OVERDUE, "一号哺乳室已有 18 天没有清洁消毒记录")


def test_years_beyond_the_known_holidays_carry_a_caution(office: Office) -> None:
    records.save(office.ledger, "enterprise", {"province": "浙江"}, 1)
    office.put("supervision_letter", category="监督意见书", matter="加班", issued_on="2034-02-02")
    [letter] = [duty for duty in office.on(2034, 2, 3) if duty.rule == "R34"]
    assert "2034年的放假安排还没有收录" in letter.caution


def test_done_stays_done_until_it_is_taken_back(office: Office) -> None:
    [plan] = [duty for duty in office.on(2026, 1, 10) if duty.rule == "year_plan"]
    agenda.mark_done(office.ledger, plan, date(2026, 1, 10), "已报工会")
    assert "year_plan" not in rules(office.on(2026, 1, 10), SOON, OVERDUE)
    [mark] = agenda.done_lately(office.ledger, date(2026, 1, 11))
    assert (mark["what"], mark["note"], str(mark["due_on"])) == (plan.what, "已报工会", "2026-01-31")
    records.undo(office.ledger)
    assert "year_plan" in rules(office.on(2026, 2, 10), OVERDUE)
    agenda.mark_done(office.ledger, plan, date(2026, 2, 10))
    assert "year_plan" not in rules(office.on(2026, 12, 1), OVERDUE)
    assert "year_plan" in rules(office.on(2027, 1, 1), SOON)


def test_a_line_of_the_plan_and_a_resolution_say_themselves_that_they_are_done(office: Office) -> None:
    office.put("plan_item", year=2026, timing="3—4月", content="维权行动月", responsible="曾雪梅")
    meeting = office.put("meeting", name="第一次会议", held_on="2026-2-1", place="活动室")
    office.put("resolution", meeting_id=meeting, matter="体检", due_on="2026-4-20")

    def said(*day: int) -> list[tuple[str, str]]:
        return [(duty.rule, duty.state) for duty in office.on(*day) if duty.rule in ("plan", "resolution")]

    assert said(2026, 2, 20) == [("resolution", AHEAD), ("plan", AHEAD)]
    assert said(2026, 4, 1) == [("resolution", SOON), ("plan", SOON)]
    assert said(2026, 5, 1) == [("resolution", OVERDUE), ("plan", OVERDUE)]
    assert said(2027, 1, 31) == said(2026, 5, 1)
    assert said(2027, 2, 1) == [("resolution", OVERDUE)]
    office.on(2026, 5, 1)
    office.done("plan", "resolution")
    assert said(2026, 5, 1) == []
    assert records.load(office.ledger, "plan_item", 1)["status"] == "已完成"
    records.undo(office.ledger)
    records.undo(office.ledger)
    assert len(said(2026, 5, 1)) == 2


def test_a_form_sent_back_waits_until_it_is_handed_in_again(office: Office) -> None:
    sent = {"form_code": "TJ-01", "title": "年度统计表", "period": "2025年", "received_by": "区总工会"}
    office.put(
        "submission", **sent, submitted_on="2026-1-5", state="退回", returned_on="2026-1-9", return_reason="合计不符"
    )
    [back] = [duty for duty in office.on(2026, 1, 10) if duty.rule == "returned"]
    assert "合计不符" in back.what and back.kind == "submission"
    assert "yearly_statistics" in rules(office.on(2026, 1, 10), OVERDUE)  # sent back is not handed in
    office.put("submission", **sent, submitted_on="2026-1-12", version=2)
    assert [d for d in office.on(2026, 1, 13) if d.rule in ("returned", "yearly_statistics") and d.state != AHEAD] == []


def test_an_item_of_the_year_is_moved_or_left_out(office: Office) -> None:
    office.put("calendar_item", code="womens_day", name="三八节", frequency="每年", month=3, day=8, is_kept=False)
    office.put("calendar_item", code="year_plan", name="年度计划", frequency="每年", month=2, day=15, lead=20)
    found = {duty.rule: duty for duty in office.on(2026, 2, 1)}
    assert "womens_day" not in found
    assert str(found["year_plan"].due) == "2026-02-15"


def test_far_off_duties_are_asked_for_with_until(ledger: Ledger, clock: Callable[[], datetime]) -> None:
    on = clock().date()
    assert all(d.due is None or d.due <= on + timedelta(days=366) for d in agenda.duties(ledger, on))
    near = agenda.duties(ledger, on, until=date(2026, 11, 30))
    assert [d for d in near if d.state == AHEAD and d.due and d.due > date(2026, 11, 30)] == []


def of_contract(office: Office, *day: int) -> dict[str, tuple[str, str | None]]:
    found = [duty for duty in office.on(*day) if duty.kind == "negotiation" and duty.step]
    return {duty.step: (duty.state, duty.due and str(duty.due)) for duty in found}


def test_a_reply_is_waited_for_and_overtaken_by_the_talks(office: Office) -> None:
    made = office.put("negotiation", name="女职工专项集体合同", offered_on="2026-06-01")
    assert of_contract(office, 2026, 6, 2)["S2"] == (SOON, "2026-06-22")  # 21 June is Dragon Boat festival
    assert of_contract(office, 2026, 6, 22)["S2"] == (SOON, "2026-06-22")
    assert of_contract(office, 2026, 6, 23)["S2"] == (OVERDUE, "2026-06-22")
    office.put("negotiation_session", negotiation_id=made, held_on="2026-06-10")
    assert "S2" not in of_contract(office, 2026, 6, 23)


def test_a_contract_is_renewed_in_its_window_and_then_rests(office: Office) -> None:
    dates = {"offered_on": "2023-11-01", "replied_on": "2023-11-10", "drafted_on": "2023-12-01"}
    dates |= {"signed_on": "2023-12-20", "filed_on": "2023-12-22", "received_on": "2023-12-22"}
    dates |= {"effective_on": "2024-01-10", "published_on": "2024-01-11"}
    first = office.put("negotiation", **dates, starts_on="2024-01-10", ends_on="2027-01-09", name="专项集体合同")
    office.put("performance_inspection", negotiation_id=first, inspected_on="2026-09-01")
    assert of_contract(office, 2026, 8, 1)["S16"] == (AHEAD, "2027-01-09")
    assert of_contract(office, 2026, 10, 9)["S16"] == (SOON, "2027-01-09")
    assert of_contract(office, 2027, 1, 10)["S16"] == (OVERDUE, "2027-01-09")
    dates = {"offered_on": "2026-11-01", "signed_on": "2026-12-20", "starts_on": "2027-01-10", "ends_on": "2030-01-09"}
    second = office.put("negotiation", **dates, previous_id=first, occasion="续订", name="专项集体合同")
    kept = [duty.record_id for duty in office.on(2027, 1, 10) if duty.kind == "negotiation" and duty.record_id]
    assert set(kept) == {second}
    filing = of_contract(office, 2027, 1, 10)["S10"]
    assert filing == (OVERDUE, "2026-12-30")


def test_nobody_is_asked_about_rooms_and_contracts_she_has_not(office: Office) -> None:
    about = {"room_statistics", "room_check", "contract_review", "congress_performance"}
    assert not about & set(rules(office.on(2026, 1, 1), OVERDUE, SOON, AHEAD))
    office.put("nursing_room", name="一号哺乳室", location="二楼")
    office.put("negotiation", name="专项集体合同", offered_on="2025-12-20")
    assert about <= set(rules(office.on(2026, 1, 1), OVERDUE, SOON, AHEAD))


def test_the_end_of_a_term_is_counted_down(office: Office) -> None:
    office.put("committee_term", number=3, starts_on="2023-01-01", ends_on="2027-12-31")

    def said(*day: int) -> tuple[str, str | None]:
        [duty] = [duty for duty in office.on(*day) if duty.rule == "R04"]
        return duty.state, duty.due and str(duty.due)

    assert said(2027, 7, 3) == (AHEAD, "2027-12-31")
    assert said(2027, 7, 4) == (SOON, "2027-12-31")  # 180 days before
    assert said(2028, 1, 1) == (OVERDUE, "2027-12-31")


def test_a_period_of_law_that_ends_in_the_spring_festival_moves_on(office: Office) -> None:
    office.put("negotiation", name="女职工专项集体合同", offered_on="2026-01-28")  # twenty days end on 17 February
    assert of_contract(office, 2026, 2, 16)["S2"] == (SOON, "2026-02-24")
    assert of_contract(office, 2026, 2, 24)["S2"] == (SOON, "2026-02-24")
    assert of_contract(office, 2026, 2, 25)["S2"] == (OVERDUE, "2026-02-24")
