"""The month or year a form reports on, as officers write it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from desktop_app.errors import FormRefused


@dataclass(frozen=True)
class Period:
    """First and last day, and how the period is written on paper and in file names."""

    start: date
    end: date
    label: str

    @property
    def is_year(self) -> bool:
        """Whether it is a whole year rather than a month."""
        return self.start.month != self.end.month


def year(number: int) -> Period:
    """A calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31), f"{number}年")


def month(of_year: int, number: int) -> Period:
    """A calendar month."""
    last = monthrange(of_year, number)[1]
    return Period(date(of_year, number, 1), date(of_year, number, last), f"{of_year}年{number}月")


def period_of(text: str) -> Period:
    """The period of ``2026``, ``2026-03``, ``202603`` or ``2026年3月``. Raises FormRefused for anything else."""
    folded = text.strip().translate(str.maketrans("０１２３４５６７８９－／．", "0123456789-/."))
    found = re.fullmatch(
        r"((?:19|20)\d\d)(?:年度?)?|((?:19|20)\d\d)(?:[-/.年]?(0[1-9]|1[0-2])|[-/.年]([1-9]))(?:月份?)?", folded
    )
    if found is None:
        raise FormRefused(f"“{text}”不是期间，没有生成表格。年报请写 2026，月报请写 2026-03 或 2026年3月。")
    return year(int(found[1])) if found[1] else month(int(found[2]), int(found[3] or found[4]))


def in_batch(kind: str, given: Period | str | None) -> Period | str | None:
    """Of many forms only those that report on such a stretch take a chosen period: a year's forms a year."""
    if isinstance(given, Period) and given.is_year != (kind == "year"):
        return None
    return given


def period_for(kind: str, given: Period | str | None, on: date) -> Period | None:
    """The period of a form whose ``period`` is ``kind``: the one given (not empty), else the year or month of ``on``.

    A year asked of a month's form gives the whole year; a month asked of a year's form gives its year.
    """
    period = period_of(given) if given and isinstance(given, str) else given or None
    if kind == "none":
        return None
    if period is None:
        return year(on.year) if kind == "year" else month(on.year, on.month)
    return year(period.start.year) if kind == "year" else period
