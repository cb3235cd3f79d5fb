"""The time of a line in a year plan, as officers write it: 3月, 第二季度, 7—8月, 全年."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from desktop_app.records.reading import plain

_NUMBERS = {word: number for number, word in enumerate("一二三四", 1)} | {str(number): number for number in range(1, 5)}
_HALVES = {"上": (1, 6), "下": (7, 12)}
_MONTHS = {word: str(n) for n, word in enumerate((*"一二三四五六七八九十", "十一", "十二"), 1)}
_LONG = 4  # months: of a longer stretch only the last month is the time to ask


def days_of(timing: str, year: int) -> tuple[date, date] | None:
    """First and last day of a time of ``year``; None for words that name none, such as 适时."""
    text = plain(timing).replace(" ", "")
    text = re.sub("(十[一二]?|[一二三四五六七八九])(?=月)", lambda found: _MONTHS[found[1]], text)
    day = re.search(r"(?<!\d)(1[0-2]|[1-9])月(3[01]|[12]\d|[1-9])日", text)
    if day:
        return _day(year, int(day[1]), int(day[2]))
    months = [int(month) for month in re.findall(r"(?<!\d)(1[0-2]|0?[1-9])(?=[月、,—–~至到.-]|$)", text)]
    if months and "月" in text:
        return _stretch(year, min(months), max(months))
    quarter = re.search(r"第?([一二三四1-4])季度", text)
    if quarter:
        number = _NUMBERS[quarter[1]]
        return _stretch(year, number * 3 - 2, number * 3)
    half = re.search(r"([上下])半年", text)
    if half:
        return _stretch(year, *_HALVES[half[1]])
    if re.search(r"全年|年底|年末|年内|年终", text):
        return _stretch(year, 12, 12)
    return _stretch(year, 1, 1) if "年初" in text else None


def _day(year: int, month: int, day: int) -> tuple[date, date]:
    due = date(year, month, min(day, monthrange(year, month)[1]))
    return due.replace(day=1), due


def _stretch(year: int, first: int, last: int) -> tuple[date, date]:
    start = last if last - first >= _LONG else first
    return date(year, start, 1), date(year, last, monthrange(year, last)[1])
