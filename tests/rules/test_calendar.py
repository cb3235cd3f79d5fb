"""The recurring year: each occasion once, none lost however long nobody looked, nothing after its time."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.paths import resource
from desktop_app.printing.form import shipped_forms
from desktop_app.records.registry import record_type
from desktop_app.rules.calendar import (
    RECENT,
    Item,
    duty_of,
    items,
    occasions,
    standing,
    usual_items,
)
from desktop_app.rules.duties import AHEAD, OVERDUE, SOON

USUAL = usual_items(tomllib.loads(resource("rules", "calendar.toml").read_text("utf-8")))
BY_CODE = {item.code: item for item in USUAL}


def own(**values: object) -> dict[str, object]:
    names = ("code", "name", "frequency", "month", "day", "lead", "basis", "form_code", "is_kept")
    return dict.fromkeys(names) | {"id": 7, "name": "报小结"} | values


def item(**values: object) -> Item:
    [made] = items((), [own(**values)])
    return made


# legal-facts section 7: month and day on which each duty is due, what form it asks for, whether its date is confirmed
YEAR = {
    "year_plan": (1, 31, "ZZ-12", True),
    "year_summary": (1, 31, "", True),
    "year_budget": (1, 31, "", True),
    "winter_relief": (1, 31, "", True),
    "contract_review": (3, 31, "", True),
    "offer_month": (3, 31, "", False),
    "womens_day": (3, 8, "", True),
    "legal_month": (3, 31, "", True),
    "reading_start": (4, 30, "", True),
    "disease_week": (4, 30, "", False),
    "award_nomination": (5, 31, "", False),
    "breastfeeding_day": (5, 20, "", True),
    "room_stars": (6, 30, "BR-09", False),
    "childrens_day": (6, 1, "", True),
    "safety_month": (6, 30, "BH-06", False),
    "half_year": (6, 30, "HT-14", True),
    "childcare_class": (8, 31, "", True),
    "breastfeeding_week": (8, 7, "", True),
    "statistics_day": (9, 30, "", False),
    "statistics_return": (10, 22, "TJ-02", False),
    "health_check": (10, 31, "BH-03", False),
    "anti_violence_day": (11, 25, "", False),
    "constitution_day": (12, 4, "", False),
    "double_report": (12, 31, "ZZ-13", True),
    "yearly_statistics": (12, 31, "TJ-01", True),
    "room_statistics": (12, 31, "BR-07", True),
}


@pytest.mark.parametrize("code", YEAR)
def test_the_usual_year_is_that_of_the_facts(code: str) -> None:
    found = BY_CODE[code]
    assert (found.month, found.day, found.form_code, found.is_confirmed) == YEAR[code]
    assert found.source.startswith("待核实") is not found.is_confirmed


def test_the_usual_year_names_forms_and_places_that_exist() -> None:
    codes = {form.code for form in shipped_forms()}
    assert len(BY_CODE) == len(USUAL)
    for each in USUAL:
        assert each.form_code in codes or (not each.form_code and record_type(each.kind))
        assert each.level in ("L1", "L3", "L4", "L5", "L6") and each.basis


@pytest.mark.parametrize(
    ("values", "year", "due"),
    [
        ({"month": 2, "day": 31}, 2026, ["2026-02-28"]),
        ({"month": 2, "day": 31}, 2028, ["2028-02-29"]),
        ({"frequency": "每月", "day": 31}, 2026, None),
        (
            {"frequency": "每季度", "month": 1, "day": 15},
            2026,
            ["2026-01-15", "2026-04-15", "2026-07-15", "2026-10-15"],
        ),
        (
            {"frequency": "每季度", "month": 5, "day": 15},
            2026,
            ["2026-02-15", "2026-05-15", "2026-08-15", "2026-11-15"],
        ),
        ({"frequency": "每季度", "day": 31}, 2026, ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]),
        ({"frequency": "每半年", "month": 1, "day": 10}, 2026, ["2026-01-10", "2026-07-10"]),
        ({"frequency": "每半年"}, 2026, ["2026-06-30", "2026-12-31"]),
        ({}, 2026, ["2026-12-31"]),
        ({"month": 5, "day": 1, "is_kept": False}, 2026, []),
    ],
)
def test_a_month_without_the_day_ends_earlier(values: dict[str, object], year: int, due: list[str] | None) -> None:
    found = [str(each.due) for each in occasions(item(**values), date(year, 1, 1), date(year, 12, 31))]
    assert found == due if due is not None else (len(found) == 12 and found[1] == "2026-02-28")


def test_an_own_item_stands_in_the_place_of_the_usual_one_with_its_code() -> None:
    moved = items(USUAL, [own(code="statistics_return", month=11, day=5, name="")])
    [found] = [each for each in moved if each.code == "statistics_return"]
    assert (found.month, found.day, found.name) == (11, 5, BY_CODE["statistics_return"].name)
    assert not found.is_confirmed  # another date alone confirms nothing
    [found] = [
        each for each in items(USUAL, [own(code="statistics_return", basis="市总通知")]) if each.code == found.code
    ]
    assert found.is_confirmed and found.level == "本单位"
    left_out = items(USUAL, [own(code="womens_day", is_kept=False)])
    assert not [
        o
        for each in left_out
        if each.code == "womens_day"
        for o in occasions(each, date(2026, 1, 1), date(2026, 12, 31))
    ]
    assert len(items(USUAL, [own(code="", month=1, day=5)])) == len(USUAL) + 1


def test_a_working_date_on_a_day_of_rest_stays_and_says_so() -> None:
    [occasion] = occasions(BY_CODE["womens_day"], date(2026, 1, 1), date(2026, 12, 31))  # a Sunday
    duty = duty_of(occasion).seen_on(date(2026, 3, 1))
    assert (duty.due, duty.caution, duty.state) == (date(2026, 3, 8), "截止日是休息日，请提前办", SOON)


def test_a_duty_is_open_from_its_first_day() -> None:
    [occasion] = occasions(BY_CODE["double_report"], date(2026, 1, 1), date(2026, 12, 31))
    states = [duty_of(occasion).seen_on(date(2026, *day)).state for day in ((11, 30), (12, 1), (12, 31))]
    assert states == [AHEAD, SOON, SOON]
    assert duty_of(occasion).seen_on(date(2027, 1, 1)).state == OVERDUE


def test_a_missed_year_gives_way_to_the_next_and_a_day_of_celebration_fades() -> None:
    plan, day = BY_CODE["year_plan"], BY_CODE["womens_day"]
    began = date(2020, 1, 1)

    def missed(of: Item, on: date) -> list[int]:
        return [each.due.year for each in standing(of, on, on, began) if each.due < on]

    assert missed(plan, date(2027, 1, 30)) == [2026]
    assert missed(plan, date(2027, 2, 1)) == [2027]
    assert missed(day, date(2026, 3, 8) + timedelta(days=44)) == [2026]
    assert missed(day, date(2026, 3, 8) + timedelta(days=46)) == []


def test_what_fell_due_before_the_ledger_began_is_not_held_against_it() -> None:
    began = on = date(2026, 11, 22)
    assert [each for of in USUAL for each in standing(of, on, on, began) if each.due < on] == []
    late = item(month=11, day=10)
    assert [each.due for each in standing(late, on, on, began)] == [date(2026, 11, 10)]  # her own, entered late
    assert standing(late, on + timedelta(days=RECENT), on + timedelta(days=RECENT), began) == []


items_of_any_kind = st.builds(
    lambda frequency, month, day, lead: item(frequency=frequency, month=month, day=day, lead=lead),
    st.sampled_from(("每年", "每半年", "每季度", "每月")),
    st.integers(1, 12),
    st.integers(1, 31),
    st.integers(0, 180),
)
days = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@given(items_of_any_kind, days, st.lists(st.integers(1, 360), min_size=1, max_size=12))
def test_no_occasion_is_lost_or_comes_twice_however_long_nobody_looked(of: Item, began: date, gaps: list[int]) -> None:
    visited, on, marked = [], began, set()
    for gap in gaps:
        on += timedelta(days=gap)
        shown = [each for each in standing(of, on, on, began) if each.due < on and each.key not in marked]
        assert len({each.key for each in shown}) == len(shown)
        marked |= {each.key for each in shown}
        visited += shown
    wanted = [each.key for each in occasions(of, began, on - timedelta(days=1))]
    seen = [each.key for each in visited]
    assert sorted(set(seen) & set(wanted)) == sorted(wanted)
    assert len(seen) == len(set(seen))


@given(items_of_any_kind, days, days)
def test_occasions_rise_and_a_longer_stretch_holds_a_shorter_ones(of: Item, one: date, other: date) -> None:
    first, last = sorted((one, other))
    found = list(occasions(of, first, last))
    assert all(earlier.due < later.due for earlier, later in pairwise(found))
    assert all(each.opens_on <= each.due and first <= each.due <= last for each in found)
    inner = list(occasions(of, first, first + (last - first) / 2))
    assert found[: len(inner)] == inner
    assert len({each.key for each in found}) == len(found)
