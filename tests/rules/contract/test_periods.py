"""R12, R15, R19-R23: each period in each province, counted from the day after what sets it off."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from rules.contract.rounds import contract, found, of_rule, record, session, step

from desktop_app.rules.contract.facts import Round

OFFERED = date(2026, 9, 14)  # 国庆 lies within the periods that follow: rest from 1 to 7 October


@pytest.mark.parametrize(
    ("province", "due"),
    [
        ("", date(2026, 10, 8)),  # 第三十二条: 20 days are 4 October, which moves behind the holiday
        ("北京", date(2026, 10, 8)),
        ("上海", date(2026, 9, 29)),  # 第十五条: 15 days
        ("浙江", date(2026, 9, 28)),  # 第七条: 10 working days; Sunday the 20th is worked, 25 to 27 September are 中秋
        ("重庆", date(2026, 10, 8)),
        ("河南", date(2026, 9, 29)),  # 第九条: 15 days
    ],
)
def test_the_reply(province: str, due: date) -> None:
    assert step("S2", Round(contract(offered_on=OFFERED)), province).due == due
    assert of_rule("R12", Round(contract(offered_on=OFFERED, replied_on=due)), province) == []
    after = Round(contract(offered_on=OFFERED, replied_on=due.replace(day=due.day + 1)))
    assert of_rule("R12", after, province) == ["error"]
    assert of_rule("R12", Round(contract(offered_on=OFFERED)), province, due) == []
    assert step("S2", Round(contract(offered_on=OFFERED)), province, date(2026, 10, 12)).state == "late"


def test_a_refusal_needs_a_reason() -> None:
    refused: dict[str, Any] = {"offered_on": OFFERED, "replied_on": OFFERED, "is_accepted": False}
    assert of_rule("R12", Round(contract(**refused))) == ["error"]
    assert of_rule("R12", Round(contract(**refused, reply_opinion="正在改制"))) == []
    assert step("S2x", Round(contract(**refused))).missing == ("催告函", "向上级工会的情况报告")


@pytest.mark.parametrize(
    ("province", "days", "expected"),
    [
        ("", 200, []),  # 第三十五条 sets no limit
        ("北京", 60, []),
        ("北京", 61, ["error"]),
        ("浙江", 61, ["error"]),
        ("重庆", 30, []),
        ("重庆", 31, ["warning"]),  # 第二十二条: 一般
        ("上海", 200, []),
    ],
)
def test_how_long_talks_may_rest(province: str, days: int, expected: list[str]) -> None:
    start = date(2026, 1, 5)
    following = date.fromordinal(start.toordinal() + days)
    of = Round(contract(), sessions=[session(start, suspended_because="测算"), session(following, 2)])
    assert of_rule("R15", of, province) == expected


def test_a_suspension_says_when_and_where_it_ends() -> None:
    of = Round(contract(), sessions=[session(date(2026, 11, 2), suspended_because="测算")])
    assert of_rule("R15", of) == ["warning"]
    assert step("S5p", of).missing == ("下次协商时间", "下次协商地点", "下次协商内容")


@pytest.mark.parametrize(
    ("province", "due"),
    [("", date(2026, 5, 25)), ("河南", date(2026, 5, 21)), ("浙江", date(2026, 5, 25)), ("上海", None)],
)
def test_the_filing(province: str, due: date | None) -> None:
    """第四十二条: 10 days from 14 May end on Sunday the 24th; 河南第十六条: 7; 上海 counts from the written notice."""
    of = Round(contract(signed_on=date(2026, 5, 14)))
    assert step("S10", of, province).due == due
    assert of_rule("R19", of, province) == (["error"] if due else [])
    unknown = Round(contract(signed_on=date(2026, 5, 8), filed_on=date(2026, 5, 25)))
    assert of_rule("R19", unknown, "上海") == ["hint"]
    told = Round(contract(signed_on=date(2026, 5, 8), notified_on=date(2026, 5, 14), filed_on=date(2026, 5, 25)))
    assert of_rule("R19", told, "上海") == []


def test_henan_files_with_the_upper_union_too_and_zhejiang_files_five() -> None:
    filed = contract(signed_on=date(2026, 5, 14), filed_on=date(2026, 5, 18), copy_count=3)
    assert of_rule("R19", Round(filed), "河南") == ["warning"]
    assert of_rule("R19", Round(filed), "浙江") == ["warning"]
    assert of_rule("R19", Round(filed)) == []


@pytest.mark.parametrize(
    ("received", "effective", "expected"),
    [
        (date(2026, 5, 20), date(2026, 6, 4), ["error"]),  # 第四十七条: the fifteenth day is not over yet
        (date(2026, 5, 20), date(2026, 6, 5), []),
        (date(2026, 5, 20), date(2026, 5, 20), ["error"]),
        (date(2026, 5, 15), date(2026, 5, 31), ["hint"]),  # 30 May is a Saturday: whether it moves is not said
        (date(2026, 5, 15), date(2026, 6, 2), []),
        (None, date(2026, 6, 5), ["hint"]),
    ],
)
def test_it_takes_effect_when_the_review_is_over(received: date | None, effective: date, expected: list[str]) -> None:
    of = Round(contract(received_on=received, effective_on=effective))
    assert of_rule("R20", of) == expected


def test_an_objection_keeps_it_from_taking_effect() -> None:
    of = Round(contract(received_on=date(2026, 5, 20), review_result="有异议", effective_on=date(2026, 6, 5)))
    assert of_rule("R20", of) == ["error"]
    assert step("S11x", of).state == "now"
    assert step("S11", of).state != "done" or of.values["effective_on"]


@pytest.mark.parametrize(
    ("province", "starts", "ends", "expected"),
    [
        ("", date(2026, 6, 5), date(2029, 6, 4), []),
        ("", date(2026, 6, 5), date(2029, 6, 5), []),
        ("", date(2026, 6, 5), date(2029, 6, 6), ["warning"]),  # 第三十八条: one to three years
        ("", date(2026, 6, 5), date(2027, 6, 4), []),
        ("", date(2026, 6, 5), date(2027, 6, 3), ["warning"]),
        ("", date(2024, 2, 29), date(2027, 2, 28), []),
        ("北京", date(2026, 6, 5), date(2028, 6, 4), ["hint"]),  # 第三十六条: 一般三年
        ("北京", date(2026, 6, 5), date(2029, 6, 4), []),
    ],
)
def test_how_long_it_lasts(province: str, starts: date, ends: date, expected: list[str]) -> None:
    assert of_rule("R21", Round(contract(starts_on=starts, ends_on=ends)), province) == expected


@pytest.mark.parametrize(
    ("province", "opens"),
    [
        ("", date(2026, 11, 28)),  # 第三十八条: three months
        ("浙江", date(2026, 11, 30)),  # 第三十条: ninety days
        ("河南", date(2026, 12, 30)),  # 第二十条: sixty days
        ("上海", date(2026, 11, 28)),
    ],
)
def test_the_window_of_renewal(province: str, opens: date) -> None:
    ends = date(2027, 2, 28)
    of = Round(contract(ends_on=ends))
    assert step("S16", of, province).opens_on == opens
    assert step("S16", of, province).due == ends  # the contract's end moves for no holiday
    assert of_rule("R22", of, province, opens) == ["warning"]
    assert of_rule("R22", of, province, date.fromordinal(opens.toordinal() - 1)) == []
    assert of_rule("R22", of, province, date(2027, 3, 1)) == ["warning"]


def test_a_renewal_closes_the_window_and_an_early_one_is_told() -> None:
    early = record("negotiation", 2, occasion="续订", offered_on=date(2026, 6, 1))
    of = Round(contract(ends_on=date(2027, 2, 28)), renewed_by=[early])
    assert of_rule("R22", of) == ["hint"]
    assert step("S16", of).state == "done"
    change = record("negotiation", 2, occasion="变更", offered_on=date(2026, 6, 1))
    assert step("S16", Round(contract(ends_on=date(2027, 2, 28)), renewed_by=[change])).state != "done"


@pytest.mark.parametrize(
    ("province", "due"),
    [("", None), ("浙江", date(2026, 6, 12)), ("重庆", date(2026, 6, 15)), ("河南", date(2026, 6, 15))],
)
def test_the_publication(province: str, due: date | None) -> None:
    """浙江第三十五条: 5 working days after Friday 5 June; 重庆第二十九条, 河南第十九条: 10 days; nationally 及时."""
    of = Round(contract(effective_on=date(2026, 6, 5)))
    assert step("S13", of, province).due == due
    assert of_rule("R23", of, province) == ["error" if due else "hint"]
    assert of_rule("R23", Round(contract(effective_on=date(2026, 6, 5), published_on=date(2026, 6, 4)))) == ["error"]


def test_disputes_run_as_the_province_says() -> None:
    dispute = record("contract_dispute", category="协商争议", arose_on=date(2026, 9, 1), accepted_on=date(2026, 9, 1))
    of = Round(contract(), disputes=[dispute])
    assert step("D1", of).due == date(2026, 10, 8)  # thirty days are 1 October
    assert step("D1", of, "重庆").due == date(2026, 11, 2)  # 第四十八条: sixty are 31 October, a Saturday
    dispute["is_extended"] = True
    assert step("D1", of).due == date(2026, 10, 16)
    broken = record("contract_dispute", category="履约争议", arose_on=date(2026, 3, 2))
    assert step("D2", Round(contract(), disputes=[broken])).due == date(2027, 3, 2)
    broken |= {"applied_on": date(2026, 4, 1), "awarded_on": date(2026, 6, 1)}
    assert step("D2", Round(contract(), disputes=[broken])).due == date(2026, 6, 16)


def test_an_empty_round_breaks_no_rule() -> None:
    assert found(Round(contract())) == set()
