"""R26-R32 and R36 over entries of the special-period ledger, from 619号, its annexes and the laws beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop_app.records import wording
from desktop_app.rules.findings import Finding
from desktop_app.rules.protected_time import Protection
from desktop_app.rules.protection import findings_of, post_findings
from desktop_app.rules.protection_duties import duties_of
from desktop_app.services.entitlements import hazards
from desktop_app.services.rulebook import rules_of

ON = date(2026, 11, 22)
NATION = rules_of("")


def case(name: str, *values: object) -> object:
    return pytest.param(*values, id=name)


def entry(**values: Any) -> Protection:
    return Protection({"id": 12, "person_id": 3, "consented_on": date(2026, 1, 5), **values}, NATION)


def found(of: Protection, *posts: dict[str, Any], on: date = ON) -> list[Finding]:
    return list(findings_of(of, hazards(), posts, on))


def said(of: Protection, *posts: dict[str, Any], on: date = ON) -> set[tuple[str, str]]:
    return {(finding.rule, finding.severity) for finding in found(of, *posts, on=on)}


@pytest.mark.parametrize(
    ("stage", "hazard", "annex"),
    [
        case("E02 附录一", "经期", "矿山井下", "附录一"),
        case("E02 附录一", "更年期", "四级体力劳动强度", "附录一"),
        case("E02 附录一", "哺乳期", "间断负重每次超过25公斤", "附录一"),
        case("E01 附录二", "经期", "二级冷水", "附录二"),
        case("E01 附录二", "经期", "三级体力劳动强度", "附录二"),
        case("E01 附录二 高处只到3级", "经期", "二级高处", ""),
        case("E01 附录二 高处", "经期", "三至四级高处", "附录二"),
        case("E03 附录三 高处不分级", "孕期", "二级高处", "附录三"),
        case("E03 附录三", "孕期", "三至四级噪声", "附录三、职业病防治法第三十八条"),
        case("E03 附录三", "孕期", "频繁弯腰攀高下蹲", "附录三"),
        case("E03 锰等只列在附录四", "孕期", "锰氟溴甲醇有机磷有机氯浓度超标", ""),
        case("E04 附录四", "哺乳期", "锰氟溴甲醇有机磷有机氯浓度超标", "附录四、职业病防治法第三十八条"),
        case("E04 附录三第9项", "哺乳期", "三级体力劳动强度", "附录四"),
        case("E04 噪声不在附录四", "哺乳期", "三至四级噪声", ""),
        case("更年期只有附录一", "更年期", "三至四级噪声", ""),
    ],
)
def test_forbidden_work_by_annex_r29(stage: str, hazard: str, annex: str) -> None:
    hits = [each for each in found(entry(stage=stage), {"hazards": (hazard,)}) if each.rule == "R29"]
    assert [each.source for each in hits] == ([f"女职工劳动保护特别规定{annex}"] if annex else [])


def test_every_hazard_of_the_list_is_in_an_annex_and_none_is_misspelt() -> None:
    assert {each for annex in hazards().annexes.values() for each in annex} == set(wording.HAZARDS)
    assert set(hazards().also_hazards) <= set(wording.HAZARDS)
    assert set(hazards().stages) == set(wording.SPECIAL_STAGES)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        case("7个月以前", {"stage": "孕期", "due_month": date(2027, 4, 1)}, ("R28", "hint")),
        case("最早可能的一天", {"stage": "孕期", "due_month": date(2027, 2, 1)}, ("R28", "error")),
        case("预产月已过未登记生育", {"stage": "孕期", "due_month": date(2026, 9, 1)}, ("R28", "error")),
        case("没有预产期", {"stage": "孕期"}, ("R28", "warning")),
        case("619号9 哺乳期", {"stage": "哺乳期", "delivered_on": date(2026, 3, 1)}, ("R28", "error")),
        case("登记为孕期但已生育", {"stage": "孕期", "delivered_on": date(2026, 3, 1)}, ("R28", "error")),
        case("满1周岁前一天", {"stage": "哺乳期", "delivered_on": date(2025, 11, 23)}, ("R28", "error")),
        case("满1周岁", {"stage": "哺乳期", "delivered_on": date(2025, 11, 22)}, None),
        case("没有生育日期", {"stage": "哺乳期"}, ("R28", "error")),
        case("更年期国家没有规定", {"stage": "更年期"}, None),
    ],
)
@pytest.mark.parametrize("work", ["works_overtime", "works_nights"])
def test_overtime_and_nights_r28(values: dict[str, Any], expected: tuple[str, str] | None, work: str) -> None:
    assert said(entry(**{work: True}, **values)) == ({expected} if expected else set())
    assert said(entry(**{work: False}, **values)) == set()


def test_the_first_day_of_protection_r28() -> None:
    of = entry(stage="孕期", due_month=date(2027, 3, 1), works_nights=True)
    assert said(of, on=date(2026, 12, 6)) == {("R28", "hint")}
    assert said(of, on=date(2026, 12, 7)) == {("R28", "error")}


def test_a_day_reckoned_from_a_month_says_how_sure_it_is_l5() -> None:
    [finding] = found(entry(stage="孕期", due_month=date(2027, 2, 1), works_nights=True))
    assert "28 周是企业合同样例的写法" in finding.message
    duties = duties_of(entry(stage="孕期", due_month=date(2027, 3, 1)), ON)
    assert [("28 周" in duty.caution, str(duty.due)) for duty in duties] == [(True, "2026-12-07")]


@pytest.mark.parametrize(("province", "expected"), [("山西", "warning"), ("", "hint")])
def test_the_first_three_months_in_shanxi_2015_13(province: str, expected: str) -> None:
    values = {"id": 1, "consented_on": ON, "stage": "孕期", "due_month": date(2027, 6, 1), "works_nights": True}
    of = Protection(values, rules_of(province))
    assert said(of) == {("R28", expected)}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        case("98天足", {"leave_starts_on": date(2026, 3, 1), "leave_ends_on": date(2026, 6, 6)}, set()),
        case("97天", {"leave_starts_on": date(2026, 3, 1), "leave_ends_on": date(2026, 6, 5)}, {("R26", "error")}),
        case("没有休假起，够", {"leave_ends_on": date(2026, 6, 1)}, set()),
        case("没有休假起，不够", {"leave_ends_on": date(2026, 5, 31)}, {("R26", "error")}),
        case(
            "产前休了38天",
            {"leave_starts_on": date(2026, 2, 1), "leave_ends_on": date(2026, 5, 20)},
            {("R26", "warning")},
        ),
        case("没有登记休假", {}, set()),
    ],
)
def test_recorded_leave_is_long_enough_r26(values: dict[str, Any], expected: set[tuple[str, str]]) -> None:
    assert said(entry(stage="产期", delivered_on=date(2026, 3, 11), **values)) == expected


def test_a_miscarriage_after_four_months_needs_42_days_r26() -> None:
    days = {"delivered_on": date(2026, 3, 1), "leave_starts_on": date(2026, 3, 1)}
    of = entry(stage="产期", ended_month_count=4, leave_ends_on=date(2026, 4, 10), **days)
    [finding] = found(of)
    assert "41 天，少于应有的 42 天" in finding.message
    assert "第七条" in finding.source
    assert not found(entry(stage="产期", ended_month_count=3, leave_ends_on=date(2026, 3, 15), **days))


@pytest.mark.parametrize(
    ("values", "day", "severity"),
    [
        case("42条 孕期", {"stage": "孕期", "due_month": date(2027, 3, 1)}, date(2026, 12, 1), "error"),
        case("42条 哺乳期", {"stage": "哺乳期", "delivered_on": date(2026, 3, 1)}, date(2027, 2, 28), "error"),
        case("45条 满1周岁后", {"stage": "哺乳期", "delivered_on": date(2026, 3, 1)}, date(2027, 3, 1), ""),
        case("经期不在其中", {"stage": "经期"}, date(2026, 12, 1), ""),
    ],
)
def test_the_contract_may_not_end_r36(values: dict[str, Any], day: date, severity: str) -> None:
    of = entry(ends_contract_on=day, ends_contract_by="第四十条", **values)
    assert said(of) == ({("R36", severity)} if severity else set())
    for finding in found(of):
        assert "第四十二条" in finding.source
        assert "第四十三条" in finding.message
        assert "工会" in finding.message


def test_her_own_fault_is_no_ground_forbidden_but_the_union_is_asked_r36() -> None:
    of = entry(stage="孕期", ends_contract_on=ON, ends_contract_by="严重违纪，第三十九条")
    assert said(of) == {("R36", "warning")}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        case("没有同意", {"consented_on": None}, {("R32", "error")}),
        case("同意日期还没到", {"consented_on": date(2026, 11, 23)}, {("R32", "error")}),
        case("已撤回", {"consent_withdrawn_on": ON}, {("R32", "error")}),
        case("保存到当天", {"delete_after": ON}, {("R28", "error")}),
        case("保存期已过", {"delete_after": date(2026, 11, 21)}, {("R32", "warning"), ("R28", "error")}),
    ],
)
def test_nothing_is_kept_without_consent_r32(values: dict[str, Any], expected: set[tuple[str, str]]) -> None:
    assert said(entry(stage="哺乳期", works_overtime=True, **values)) == expected


@pytest.mark.parametrize(
    ("women", "told", "expected"),
    [(6, 6, set()), (6, 5, {"R30"}), (6, None, {"R30"}), (0, None, set()), (None, None, set())],
)
def test_all_women_at_a_post_are_told_619_4(women: int | None, told: int | None, expected: set[str]) -> None:
    post = {"id": 2, "post": "布机挡车工", "hazards": ("三至四级噪声",), "woman_count": women, "told_count": told}
    hits = list(post_findings(post, hazards(), NATION))
    assert {hit.rule for hit in hits} == expected
    assert all("第四条" in hit.source and hit.severity == "error" for hit in hits)


def test_no_woman_underground_at_any_time_e02() -> None:
    post = {"id": 2, "post": "井下", "hazards": ("矿山井下",), "woman_count": 1, "told_count": 1}
    assert [hit.rule for hit in post_findings(post, hazards(), NATION)] == ["R29"]


def test_duties_name_a_number_and_the_day() -> None:
    of = entry(
        stage="孕期",
        due_month=date(2027, 3, 1),
        delivered_on=date(2027, 3, 4),
        leave_starts_on=date(2027, 3, 1),
        delete_after=date(2028, 3, 31),
    )
    duties = {duty.rule: duty for duty in duties_of(of, ON)}
    assert {rule: str(duty.due) for rule, duty in duties.items()} == {
        "R32": "2028-03-31",
        "R28": "2026-12-07",
        "R26": "2027-06-06",
        "R27": "2028-03-03",
    }
    assert len({duty.key for duty in duties.values()}) == 4
    assert all(duty.what.startswith("特殊时期登记（编号 12）") and duty.record_id == 12 for duty in duties.values())


def test_after_withdrawal_the_only_duty_is_to_delete() -> None:
    of = entry(stage="哺乳期", delivered_on=date(2026, 3, 1), consent_withdrawn_on=date(2026, 11, 1))
    assert [(duty.rule, duty.due) for duty in duties_of(of, ON)] == [("R32", date(2026, 11, 1))]


def test_protection_begun_falls_from_the_list_unless_she_is_still_asked_to_work() -> None:
    values = {"stage": "孕期", "due_month": date(2027, 1, 1)}
    assert not [duty for duty in duties_of(entry(**values), ON) if duty.rule == "R28"]
    asked = entry(works_nights=True, **values)
    assert [duty.seen_on(ON).state for duty in duties_of(asked, ON)] == ["overdue"]
