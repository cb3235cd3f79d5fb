"""How the law counts days: one function for every "within n days", so that no two screens disagree."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from chinese_calendar import is_holiday

_is_holiday: Callable[[date], bool] = is_holiday  # comes without types


def last_day(start: date, days: int) -> date:
    """The last day of a period of ``days`` natural days that ``start`` sets off (民法典 arts. 201-203, level L1).

    The day itself is not counted; a last day that is a day of rest moves to the next day that is none.
    """
    day = start + timedelta(days=days)
    while _is_rest(day):
        day += timedelta(days=1)
    return day


def months_before(day: date, months: int) -> date:
    """The same day of the month ``months`` earlier, or that month's last day (民法典 art. 202, level L1)."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _is_rest(day: date) -> bool:
    """Weekends and holidays as the State Council arranged them; weekends alone for years not yet arranged."""
    try:
        return _is_holiday(day)
    except NotImplementedError:
        return day.weekday() >= 5
