"""How dates, times and text are really written in offices, turned into plain values; knows nothing of fields."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from desktop_app.records.values import Month

_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD.update({0x3000: 0x20, 0xA0: 0x20, 0x200B: None, 0xFEFF: None})  # type: ignore[dict-item]
_EDGE = " \t\r\n\v\f\u3000\xa0\u200b\ufeff"
_ROUNDED = re.compile(r"\d(\.\d+)?[eE]\+1\d")
_SHEET_EPOCH = date(1899, 12, 30)


def trimmed(text: str) -> str:
    """Text without the invisible characters at its edges and without control characters inside."""
    text = text.strip(_EDGE)
    if text.isprintable():
        return text
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Trimmed text with full-width letters, digits and marks made half-width (９：０５ -> 9:05)."""
    return trimmed(text if text.isascii() else text.translate(_FOLD))


def cell_text(cell: object) -> str:
    """A spreadsheet cell as an officer reads it: 3.0 is 3, a date is ISO, empty is ''."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    return cell.isoformat() if isinstance(cell, date | time) else str(cell)


def lost_digits(cell: object) -> bool:
    """Whether a spreadsheet has rounded a long number: 16 or more digits kept as a number, or its text 4.4E+17."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return abs(cell) >= 1e15
    return isinstance(cell, str) and _ROUNDED.fullmatch(plain(cell)) is not None


def sheet_day(cell: object) -> date | None:
    """The date of a cell that is a date, or a day number between 1940 and 2100; None for all else."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool) and 14_611 <= cell < 73_416:
        return _SHEET_EPOCH + timedelta(days=int(cell))
    return None


def sheet_time(cell: object) -> time | None:
    """The time of a cell that is a time, a moment, or a part of a day; None for all else."""
    if isinstance(cell, datetime):
        return cell.time().replace(second=0, microsecond=0)
    if isinstance(cell, time):
        return cell.replace(second=0, microsecond=0)
    if isinstance(cell, timedelta):
        cell = cell.total_seconds() / 86400
    if isinstance(cell, float) and 0 <= cell < 1:
        return time(*divmod(round(cell * 1440) % 1440, 60))
    return None


_DAY_SHAPES = [
    re.compile(r"(?P<y>\d{4}|\d{2})\s*[-./年]\s*(?P<m>\d{1,2})\s*[-./月]\s*(?P<d>\d{1,2})\s*日?号?(?:[\sT].*)?"),
    re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})"),
    re.compile(r"(?P<y>(?:19|20)\d{2})\s*[-./年]\s*(?P<m>\d{1,2})\s*月?"),
    re.compile(r"(?P<y>(?:19|20)\d{2})(?P<m>\d{2})"),
    re.compile(r"(?P<m>\d{1,2})\s*[-./月]\s*(?P<d>\d{1,2})\s*日?号?"),
    re.compile(r"(?P<d>\d{1,2})\s*[日号]"),
]


@lru_cache(maxsize=4096)
def day(text: str, on: date) -> date | None:
    """The date or Month of plain ``text``; ``on`` supplies 今天 and what is left out. None if it is neither."""
    words = {"今天": 0, "今日": 0, "昨天": -1, "前天": -2, "明天": 1}
    if text in words:
        return on + timedelta(days=words[text])
    text = re.sub(r"\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?$", "", text)
    for shape in _DAY_SHAPES:
        found = shape.fullmatch(text)
        if found:
            parts = found.groupdict()
            return _day(_year(parts.get("y"), on), int(parts.get("m") or on.month), parts.get("d"))
    return None


def _year(digits: str | None, on: date) -> int:
    if digits is None:
        return on.year
    if len(digits) == 4:
        return int(digits)
    year = on.year // 100 * 100 + int(digits)
    return year if year <= on.year + 10 else year - 100


def _day(year: int, month: int, day_digits: str | None) -> date | None:
    try:
        return date(year, month, int(day_digits)) if day_digits else Month(year, month, 1)
    except ValueError:
        return None


_MORNING = ("上午", "早上", "早", "凌晨", "am")
_NOON = ("中午",)
_LATER = ("下午", "晚上", "晚", "傍晚", "pm")
_TIME = re.compile(
    rf"(?P<half>{'|'.join(_MORNING + _NOON + _LATER)})?\s*"
    r"(?:(?P<h>\d{1,2})\s*[:;.点时]\s*(?:(?P<m>\d{1,2})\s*分?|(?P<word>半|整|一刻|三刻))?(?::\d{1,2})?"
    r"|(?P<c>\d{3,4}))\s*(?P<tail>am|pm)?"
)


@lru_cache(maxsize=4096)
def time_of_day(text: str) -> time | None:
    """The time written as ``text`` (already plain): 0905, 9:05, 下午3点20分, 3点半, 10点整. None if it is none."""
    found = _TIME.fullmatch(text.lower())
    if not found:
        return None
    if found["c"]:
        hour, minute = divmod(int(found["c"]), 100)
    else:
        hour = int(found["h"])
        minute = int(found["m"] or {"半": 30, "一刻": 15, "三刻": 45}.get(found["word"] or "", 0))
    half = found["half"] or found["tail"]
    if (half in _LATER and hour < 12) or (half in _NOON and hour < 10):
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def time_span(text: str) -> tuple[str, str] | None:
    """The two ends of ``10:05-10:30`` or ``下午3点至3点半``, the half of day carried over; None if it is no span."""
    ends = re.split(r"\s*(?:--|-|—+|–|~|～|至|到)\s*", plain(text))
    if len(ends) != 2 or not all(ends):
        return None
    half = re.match(r"上午|早上|下午|晚上", ends[0])
    if half and re.match(r"\d", ends[1]):
        ends[1] = half[0] + ends[1]
    return (ends[0], ends[1]) if all(time_of_day(end) for end in ends) else None
