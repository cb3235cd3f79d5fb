"""How days are counted (民法典 arts. 201-204): the table of the law's own cases, and what must hold for every day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.rules.deadlines import (
    DAYS,
    MONTHS,
    UNITS,
    WORKING_DAYS,
    YEARS,
    Period,
    caution,
    full_day,
    is_rest,
    last_day,
    opens,
)

days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
amounts = st.integers(1, 120)
units = st.sampled_from(UNITS)


@pytest.mark.parametrize(
    ("start", "period", "expected"),
    [
        (date(2025, 3, 3), Period(10), date(2025, 3, 13)),  # art. 201: the day itself does not count
        (date(2025, 9, 21), Period(10), date(2025, 10, 9)),  # art. 203: over the holiday of 1-8 October
        (date(2025, 1, 18), Period(10), date(2025, 2, 5)),  # over the Spring Festival, 28 January to 4 February
        (date(2025, 1, 16), Period(10), date(2025, 1, 26)),  # a Sunday worked in exchange is no day of rest
        (date(2025, 5, 9), Period(15), date(2025, 5, 26)),  # a Saturday moves to Monday
        (date(2025, 9, 28), Period(10, WORKING_DAYS), date(2025, 10, 17)),  # holidays are no working days; 11 Oct is
        (date(2025, 1, 31), Period(1, MONTHS), date(2025, 2, 28)),  # art. 202: no 31st, hence the month's last
        (date(2024, 1, 31), Period(1, MONTHS), date(2024, 2, 29)),
        (date(2024, 2, 29), Period(1, YEARS), date(2025, 2, 28)),
        (date(2025, 6, 30), Period(3, MONTHS), date(2025, 9, 30)),
        (date(2025, 6, 30), Period(1, YEARS), date(2026, 6, 30)),
    ],
)
def test_the_last_day_of_a_period(start, period, expected):
    assert last_day(start, period) == expected


@pytest.mark.parametrize(
    ("end", "period", "expected"),
    [
        (date(2025, 5, 31), Period(3, MONTHS), date(2025, 2, 28)),  # 集体合同规定 art. 38
        (date(2025, 5, 31), Period(90), date(2025, 3, 2)),  # 浙江 art. 30
        (date(2025, 5, 31), Period(60), date(2025, 4, 1)),  # 河南 art. 20
    ],
)
def test_the_first_day_of_a_window_before_an_end(end, period, expected):
    assert opens(end, period) == expected


@given(days, amounts, units)
def test_the_last_day_is_behind_its_trigger_and_no_day_of_rest(start, amount, unit):
    end = last_day(start, Period(amount, unit))
    assert start < full_day(start, Period(amount, unit)) <= end
    assert not is_rest(end)


@given(days, amounts, units)
def test_a_longer_period_never_ends_earlier(start, amount, unit):
    assert last_day(start, Period(amount, unit)) <= last_day(start, Period(amount + 1, unit))


@given(days, st.integers(0, 40), amounts, units)
def test_a_later_trigger_never_ends_earlier(start, later, amount, unit):
    assert last_day(start, Period(amount, unit)) <= last_day(start + timedelta(days=later), Period(amount, unit))


@given(days, amounts)
def test_working_days_are_never_shorter_than_days(start, amount):
    assert last_day(start, Period(amount, WORKING_DAYS)) >= last_day(start, Period(amount, DAYS))


@given(days, amounts, st.sampled_from((DAYS, MONTHS, YEARS)))
def test_a_window_opens_before_its_end(end, amount, unit):
    assert opens(end, Period(amount, unit)) < end


def test_years_without_an_arrangement_are_counted_by_weekends_and_say_so():
    assert caution(date(2025, 10, 1)) == ""
    assert "2045年" in caution(date(2045, 10, 1))
    assert last_day(date(2045, 9, 21), Period(10)) == date(2045, 10, 2)  # 1 October 2045 is a Sunday
