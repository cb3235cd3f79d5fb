"""R07-R11, R13, R14: delegations by 集体合同规定第十九条至第三十三条 and the provinces' own rules."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from rules.contract.rounds import BOOKS, ON, contract, found, of_rule, record, session, step, team

from desktop_app.rules.contract.facts import Round
from desktop_app.rules.contract.findings import round_findings


@pytest.mark.parametrize(
    ("province", "delegates", "expected"),
    [
        ("", team(3, 3), set()),
        ("", team(2, 3), {("R07", "error"), ("R08", "error")}),
        ("", team(4, 3), {("R08", "error")}),  # 第十九条: 对等
        ("浙江", team(4, 3), {("R07", "hint")}),  # 第十条: fewer employers are allowed; 规上 is not known
        ("上海", team(4, 3), set()),  # 第六条
        ("上海", team(3, 4), {("R08", "error")}),
        ("重庆", team(4, 3), set()),  # 第八条
        ("重庆", team(3, 4), {("R08", "error")}),
        ("河南", team(4, 3), {("R08", "error")}),
        ("北京", team(10, 10), set()),  # 第七条: three to ten
        ("北京", team(11, 11), {("R07", "error")}),
        ("重庆", team(15, 15), set()),
        ("重庆", team(16, 16), {("R07", "error")}),
        ("", team(30, 30), set()),
        ("", team(3, 3, outside=1), set()),  # 第二十三条: a third
        ("", team(3, 3, outside=2), {("R09", "error")}),
        ("", team(5, 5, outside=2), {("R09", "error")}),
        ("", team(6, 6, outside=2), set()),
        ("", team(3, 3, women=0), {("R11", "error")}),
    ],
)
def test_numbers_of_delegates(province: str, delegates: list[dict[str, Any]], expected: set[tuple[str, str]]) -> None:
    assert found(Round(contract(), delegates=delegates), province) == expected


@pytest.mark.parametrize(("is_large", "expected"), [(True, ["error"] * 2), (False, []), (None, ["hint"] * 2)])
def test_large_enterprises_of_zhejiang_send_five(is_large: bool | None, expected: list[str]) -> None:
    of = Round(contract(), delegates=team(4, 4), enterprise=record("enterprise", is_above_scale=is_large))
    assert of_rule("R07", of, "浙江") == expected


def test_a_chief_is_no_outsider_and_nobody_sits_on_both_sides() -> None:
    delegates = team()
    delegates[0]["is_external"] = True
    assert of_rule("R09", Round(contract(), delegates=delegates)) == ["error"]
    delegates = team()
    delegates[4]["name"] = delegates[1]["name"]
    assert of_rule("R10", Round(contract(), delegates=delegates)) == ["error"]


def test_in_chongqing_union_workers_do_not_speak_for_the_employer() -> None:
    delegates = team()
    delegates[4]["is_union_worker"] = True
    assert of_rule("R10", Round(contract(), delegates=delegates), "重庆") == ["error"]
    assert of_rule("R10", Round(contract(), delegates=delegates), "浙江") == []


@pytest.mark.parametrize(
    ("province", "women", "has_committee", "expected"),
    [
        pytest.param("重庆", 20, False, ("error", "L4"), id="重庆第十条-五分之一"),
        pytest.param("重庆", 19, False, ("warning", "L6"), id="重庆第十条-不到五分之一"),
        pytest.param("重庆", None, False, ("warning", "L4"), id="重庆第十条-人数不明"),
        pytest.param("上海", 1, True, ("error", "L4"), id="上海第七条-建有女职委"),
        pytest.param("上海", 90, False, ("warning", "L6"), id="上海第七条-没有女职委"),
        pytest.param("", 50, False, ("error", "L6"), id="国家没有规定-本程序建议"),
        pytest.param("北京", 1, False, ("warning", "L4"), id="北京第二十条-一般应当"),
        pytest.param("浙江", 60, False, ("warning", "L4"), id="浙江第十条-相应比例"),
        pytest.param("河南", 60, False, ("warning", "L4"), id="河南第十条-相应比例"),
        pytest.param("河南", 10, False, ("warning", "L6"), id="河南第十条-女职工不多"),
        pytest.param("河南", None, False, ("warning", "L4"), id="河南第十条-人数不明"),
    ],
)
def test_without_a_woman_among_them_the_rule_is_the_provinces_or_our_own(
    province: str, women: int | None, has_committee: bool, expected: tuple[str, str]
) -> None:
    """Where a place asks for women under a condition that is not met, our own suggestion is no more than a warning."""
    count = record("headcount_snapshot", employee_count=100, woman_worker_count=women)
    of = Round(contract(), delegates=team(women=0), headcount=count, has_committee=has_committee)
    told = [each for each in round_findings(of, BOOKS[province], ON) if each.rule == "R11"]
    assert [(each.severity, each.level) for each in told] == [expected]


@pytest.mark.parametrize(("women", "expected"), [(1, ["warning"]), (2, ["warning"]), (3, [])])
def test_in_zhejiang_women_are_there_in_their_share(women: int, expected: list[str]) -> None:
    """浙江第十条: of five delegates three, where 60 of 100 are women; the rule itself names no figure."""
    count = record("headcount_snapshot", employee_count=100, woman_worker_count=60)
    of = Round(contract(), delegates=team(5, 5, women=women), headcount=count)
    assert of_rule("R11", of, "浙江") == expected
    assert of_rule("R11", of) == []


def test_who_is_not_known_to_be_a_man_is_no_fault() -> None:
    delegates = team(women=0)
    delegates[1]["gender"] = None
    assert of_rule("R11", Round(contract(), delegates=delegates)) == ["hint"]


def test_a_director_who_does_not_sit_at_the_table_is_worth_a_warning() -> None:
    assert of_rule("R11", Round(contract(), delegates=team(), director="方静")) == ["warning"]
    assert of_rule("R11", Round(contract(), delegates=team(), director="职工方1")) == []


@pytest.mark.parametrize(
    ("chosen", "on", "expected"),
    [
        (date(2026, 11, 17), date(2026, 11, 22), []),  # 第三十条: fifteen days after 2 November
        (date(2026, 11, 18), date(2026, 11, 22), ["error"]),
        (None, date(2026, 11, 17), []),
        (None, date(2026, 11, 18), ["hint"]),  # somebody came, nobody wrote down when
    ],
)
def test_an_empty_seat_is_filled_within_fifteen_days(chosen: date | None, on: date, expected: list[str]) -> None:
    delegates = team()
    delegates[1]["left_on"] = date(2026, 11, 2)
    delegates.append(
        record("negotiator", 9, side="职工方", name="新代表", gender="女", replaces_id=2, chosen_on=chosen)
    )
    of = Round(contract(), delegates=delegates)
    assert of_rule("R13", of, on=on) == expected
    assert step("S3b", of, on=on).state == "done"


@pytest.mark.parametrize(
    ("on", "expected", "state"), [(date(2026, 11, 17), [], "now"), (date(2026, 11, 18), ["R07", "R08", "R13"], "late")]
)
def test_a_seat_that_may_still_be_filled_is_counted(on: date, expected: list[str], state: str) -> None:
    """第三十条、第三十一条: until the fifteenth day two delegates and an empty seat are three."""
    delegates = team()
    delegates[1]["left_on"] = date(2026, 11, 2)
    of = Round(contract(), delegates=delegates)
    assert sorted(rule for rule, severity in found(of, on=on) if severity == "error") == expected
    assert (step("S3b", of, on=on).state, step("S3b", of, on=on).due) == (state, date(2026, 11, 17))


def test_who_left_after_the_signature_negotiated_and_the_seat_is_still_filled() -> None:
    delegates = team()
    delegates[1]["left_on"] = date(2026, 10, 9)
    of = Round(contract(signed_on=date(2026, 5, 14)), delegates=delegates)
    assert [rule for rule, _ in found(of) if rule in ("R07", "R08")] == []
    assert of_rule("R13", of) == ["error"]
    newcomer = record("negotiator", 9, side="职工方", name="后任", role="一般代表", chosen_on=date(2026, 10, 20))
    of = Round(contract(signed_on=date(2026, 5, 14)), delegates=[*delegates, newcomer | {"replaces_id": 2}])
    assert len(of.voting("职工方")) == 3
    assert of_rule("R13", of) == []


def test_old_records_do_not_say_whom_a_newcomer_replaces() -> None:
    delegates = team()
    delegates[1]["left_on"], delegates[2]["left_on"] = date(2026, 3, 2), date(2026, 5, 6)
    came = [
        record("negotiator", 8, side="职工方", name="甲", role="一般代表", gender="女", chosen_on=date(2026, 3, 10)),
        record("negotiator", 9, side="职工方", name="乙", role="一般代表", gender="女", chosen_on=date(2026, 5, 10)),
    ]
    assert of_rule("R13", Round(contract(), delegates=[*delegates, *came])) == []
    assert of_rule("R13", Round(contract(), delegates=[*delegates, came[1]])) == ["error", "error"]


def test_a_delegation_that_is_not_named_yet_is_no_fault() -> None:
    of = Round(contract(offered_on=date(2026, 11, 16)), delegates=team(3, 0))
    assert found(of) == {("R07", "hint")}
    held = Round(contract(), delegates=team(3, 0), sessions=[session(date(2026, 11, 20))])
    assert {("R07", "error"), ("R08", "error")} <= found(held)


def test_the_recorder_is_no_delegate() -> None:
    held = session(date(2026, 4, 8), recorder="职工方1")
    assert of_rule("R14", Round(contract(), delegates=team(), sessions=[held])) == ["error"]
    held["recorder"] = "邹文静、企业方2"
    assert of_rule("R14", Round(contract(), delegates=team(), sessions=[held])) == ["error"]
    held["recorder"] = None
    assert of_rule("R14", Round(contract(), delegates=team(), sessions=[held])) == ["hint"]
    taker = record("negotiator", 9, side="企业方", name="邹文静", role="记录员")
    assert of_rule("R14", Round(contract(), delegates=[*team(), taker], sessions=[held])) == []


def test_two_people_of_one_name_are_told_apart_by_their_numbers() -> None:
    delegates = team()
    delegates[1]["name"] = delegates[4]["name"] = "李静"
    delegates[1]["id_number"], delegates[4]["id_number"] = "11010519900307002X", "110105199003070038"
    assert of_rule("R10", Round(contract(), delegates=delegates)) == []
    delegates[4] |= {"name": "李婧", "id_number": "11010519900307002X"}
    assert of_rule("R10", Round(contract(), delegates=delegates)) == ["error"]
