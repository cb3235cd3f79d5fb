"""X01-X31: what contradicts between records, forms and years, and what only looks like it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.records.registry import record_type
from desktop_app.rules import consistency as rules
from desktop_app.rules.findings import ERROR, HINT, WARNING, Place

PLACE = Place("试验", "negotiation", 1)
COUNTED = date(2026, 9, 30)


def blank(kind: str, **values: Any) -> dict[str, Any]:
    return {**dict.fromkeys(record_type(kind).fields), "id": 1, **values}


def count(**values: Any) -> dict[str, Any]:
    return blank("headcount_snapshot", counted_on=COUNTED) | values


def test_every_check_is_a_hint_where_it_only_may_be_wrong() -> None:
    """Only what is plainly wrong in itself hinders handing in."""
    assert {rule for rule, check in rules.CHECKS.items() if check.severity == ERROR} == {"X01", "X05", "X07", "X09"}
    assert {check.severity for check in rules.CHECKS.values()} == {ERROR, WARNING, HINT}


@pytest.mark.parametrize(
    ("roster", "counted", "found"),
    [(0, 263, 0), (90, 263, 0), (263, 263, 0), (255, 263, 0), (240, 263, 1), (264, 263, 1), (3, 2, 1), (5, None, 0)],
)
def test_x11_a_roster_of_a_part_says_nothing_but_too_many_do(roster: int, counted: int | None, found: int) -> None:
    assert len(list(rules.roster_against_headcount(roster, count(woman_worker_count=counted), PLACE))) == found


@pytest.mark.parametrize(("stated", "counted", "found"), [("3", 3, 0), ("3.00", 3, 0), ("4", 3, 1), ("4", None, 0)])
def test_x12_a_stated_figure_against_the_counted_one(stated: str, counted: int | None, found: int) -> None:
    line = blank("stated_figure", year=2026, code="24", value=Decimal(stated))
    assert len(list(rules.stated_against_counted(line, "24 专项集体合同", counted, PLACE))) == found


@pytest.mark.parametrize(
    ("contract", "women", "found"),
    [
        ({"covered_woman_count": 270}, [263], 1),
        ({"covered_woman_count": 263}, [251, 263], 0),  # more came after it was signed
        ({"covered_woman_count": 270, "level": "区域性"}, [263], 0),
        ({"covered_woman_count": 270, "covered_enterprise_count": 3}, [263], 0),
        ({"covered_woman_count": 270}, [], 0),
        ({}, [263], 0),
    ],
)
def test_x13_no_more_women_are_covered_than_work_there(contract: dict[str, Any], women: list[int], found: int) -> None:
    values = blank("negotiation", level="企业", covered_enterprise_count=1) | contract
    counts = [count(woman_worker_count=each) for each in women]
    assert len(list(rules.covered_against_women(values, counts, PLACE))) == found


def contract(number: int, starts: str, ends: str, **values: Any) -> dict[str, Any]:
    days = {"starts_on": date.fromisoformat(starts), "ends_on": date.fromisoformat(ends)}
    form = {"form": "单独专项合同", "level": "企业", "occasion": "续订", "signed_on": date(2024, 1, 1)}
    return blank("negotiation", id=number) | form | days | values


@pytest.mark.parametrize(
    ("second", "found"),
    [
        (contract(2, "2026-01-01", "2028-12-31"), []),
        (contract(2, "2025-12-31", "2028-12-31"), [2]),
        (contract(2, "2025-06-01", "2028-05-31", occasion="变更"), []),
        (contract(2, "2025-06-01", "2028-05-31", form="集体合同附件"), []),
        (contract(2, "2025-06-01", "2028-05-31", signed_on=None), []),
    ],
)
def test_x15_one_contract_at_a_time(second: dict[str, Any], found: list[int]) -> None:
    first = contract(1, "2023-01-01", "2025-12-31")
    both = rules.contracts_at_once([second, first], lambda each: Place("合同", "negotiation", each["id"]))
    assert [each.record_id for each in both] == found
    ended = first | {"rescinded_on": date(2025, 1, 1)}
    assert not list(rules.contracts_at_once([second, ended], lambda each: PLACE))


def test_x21_names_both_numbers_and_days() -> None:
    now = count(employee_count=418, woman_worker_count=263)
    then = count(employee_count=400, woman_worker_count=150) | {"counted_on": date(2025, 12, 31)}
    labels = {"employee_count": "职工总数", "woman_worker_count": "女职工数"}
    [found] = rules.headcount_jumps(now, then, labels, PLACE)
    assert found.message == "女职工数 2026-09-30 是 263 人，2025-12-31 是 150 人，变动 +75%"


@pytest.mark.parametrize(
    ("now", "then", "is_over", "found"),
    [
        (325, 96, False, 1),
        (96, 325, False, 0),  # the year still runs
        (96, 325, True, 1),
        (12, 9, True, 0),
        (20, 0, True, 0),  # nothing to compare with
        (20, None, True, 0),
        (None, 20, True, 0),
        (True, False, True, 0),
    ],
)
def test_x22_while_the_year_runs_only_a_rise_counts(now: Any, then: Any, is_over: bool, found: int) -> None:
    names = {"31": "31 普法宣传参与人次"}
    assert len(list(rules.figure_jumps(2026, {"31": now}, {"31": then}, names, is_over=is_over))) == found


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_jump_is_one_both_ways(one: int, other: int) -> None:
    both = [rules.differs_much(*pair, rules.JUMP_SHARE, rules.JUMP_LEAST) for pair in ((one, other), (other, one))]
    assert both[0] == both[1] and (not both[0] or abs(one - other) >= rules.JUMP_LEAST)
    assert not rules.differs_much(one, one, rules.JUMP_SHARE, rules.JUMP_LEAST)


@pytest.mark.parametrize(
    ("found", "many"),
    [
        (rules.inspection_against_term(date(2026, 6, 1), contract(1, "2024-01-01", "2026-12-31"), PLACE), 0),
        (rules.inspection_against_term(date(2027, 1, 1), contract(1, "2024-01-01", "2026-12-31"), PLACE), 1),
        (rules.member_against_roster("在职", PLACE), 0),
        (rules.member_against_roster(None, PLACE), 0),
        (rules.member_against_roster("退休", PLACE), 1),
        (rules.expense_against_lines(Decimal("10.00"), Decimal("10.00"), PLACE), 0),
        (rules.expense_against_lines(Decimal("10.00"), Decimal("12.00"), PLACE), 1),
        (rules.expense_against_lines(Decimal("10.00"), None, PLACE), 0),
        (rules.log_before_opening("使用登记", date(2024, 4, 30), date(2024, 5, 1), PLACE), 1),
        (rules.log_before_opening("使用登记", None, date(2024, 5, 1), PLACE), 0),
        (rules.seats_against_members(7, 7, PLACE), 0),
        (rules.seats_against_members(7, 6, PLACE), 1),
        (rules.seats_against_members(7, 0, PLACE), 0),
        (
            rules.congress_against_headcount(
                blank("congress_vote", delegate_count=60), count(congress_delegate_count=60), PLACE
            ),
            0,
        ),
        (
            rules.congress_against_headcount(
                blank("congress_vote", delegate_count=61), count(congress_delegate_count=60), PLACE
            ),
            1,
        ),
    ],
)
def test_the_other_comparisons(found: Any, many: int) -> None:
    assert len(list(found)) == many
