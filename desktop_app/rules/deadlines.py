"""How the law counts days: one place for every "within n days", so that no two screens disagree."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from chinese_calendar import is_holiday

_is_holiday: Callable[[date], bool] = is_holiday  # comes without types

DAYS, WORKING_DAYS, MONTHS, YEARS = "日", "工作日", "月", "年"
UNITS = (DAYS, WORKING_DAYS, MONTHS, YEARS)


@dataclass(frozen=True)
class Period:
    """So many natural days, working days, months or years: a law's 日 is not its 工作日."""

    amount: int
    unit: str = DAYS

    def __str__(self) -> str:
        return f"{self.amount}{'个' if self.unit == MONTHS else ''}{self.unit}"


def last_day(start: date, period: Period) -> date:
    """The last day of a period that ``start`` sets off (民法典 arts. 201-203, level L1).

    The day itself is not counted; a last day that is a day of rest moves to the next day that is none. Months end on
    the day of the same number, or on the month's last where there is no such day.
    """
    day = full_day(start, period)
    while is_rest(day):
        day += timedelta(days=1)
    return day


def full_day(start: date, period: Period) -> date:
    """The day on which the period is full, wherever it falls: nothing that must wait for it may come earlier."""
    if period.unit == WORKING_DAYS:
        return _working_day(start, period.amount)
    if period.unit == DAYS:
        return start + timedelta(days=period.amount)
    return months_before(start, -_months(period))


def opens(end: date, period: Period) -> date:
    """The first day of the period before ``end``, in which something may already be done."""
    if period.unit == WORKING_DAYS:
        return _working_day(end, -period.amount)
    return end - timedelta(days=period.amount) if period.unit == DAYS else months_before(end, _months(period))


def months_before(day: date, months: int) -> date:
    """The same day of the month ``months`` earlier, or that month's last day (民法典 art. 202, level L1)."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_rest(day: date) -> bool:
    """Weekends and holidays as the State Council arranged them; weekends alone for years not yet arranged."""
    try:
        return _is_holiday(day)
    except NotImplementedError:
        return day.weekday() >= 5


def caution(day: date) -> str:
    """A sentence where a day was counted without knowing that year's holidays; empty where they are known."""
    try:
        _is_holiday(day)
    except NotImplementedError:
        return f"{day.year}年的放假安排还没有收录，只按周末推算，请核对"
    return ""


def _months(period: Period) -> int:
    return period.amount * (12 if period.unit == YEARS else 1)


def _working_day(day: date, count: int) -> date:
    step = timedelta(days=1 if count >= 0 else -1)
    for _ in range(abs(count)):
        day += step
        while is_rest(day):
            day += step
    return day
