"""Days, minutes, yuan a month, per cent and times a year as they stand in a text of plain numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

_NUMBER = r"(\d+(?:\.\d+)?)"
_DAYS = re.compile(
    r"(?<![满孕娠\d.])(?<!\d个月)(?<!\d个月[零又加])"
    + _NUMBER
    + r"个?(天|工作日|周(?!岁))(?!内|之内|以内|前|之前|后|起|及?以上)"
)
_LEAVE = "(?:产假|生育假|奖励假|护理假|陪护假|育儿假)"
_LEAVE_AHEAD = re.compile(
    _LEAVE
    + r"(?:期限?|时间|天数|共|合?计|为|是|给予|享受|可?休|不少于|不低于|不得少于|不得低于|至少|最[长多]|[:：(（])*$"
)
_LEAVE_BEHIND = re.compile(r"(?:的|带薪|全薪|法定)*" + _LEAVE + "(?!后|以后|之后|期满|基金)")
_MONTHS = re.compile(
    r"(?<![满孕娠\d.])"
    + _NUMBER
    + r"(?:个(?P<half>半)?月|(?P<years>年))(?:[零又加]?(?P<days>\d+)天)?"
    + r"(?!内|前|起|[以之]?后|[以之][内前]|及?以上)"
)
_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # days of the months of a leap year
_MINUTES = re.compile(_NUMBER + r"(分钟|小时)(?!及?以上|后|以内|内)")
_CONTINUED = re.compile(r"(?:每|(?:连续|站立|立位|满|超过|工作)[^\d]{0,6})$")
_TURNS = re.compile(r"(\d)次|上下?午")
_YUAN = re.compile(_NUMBER + r"元")
_PERIODS = (
    (re.compile(r"月"), 1.0),
    (re.compile(r"季|每0\.25年"), 3.0),
    (re.compile(r"0\.5年"), 6.0),
    (re.compile(r"每\d?年|/年|年度|全年|(?<!\d)1年"), 12.0),
)
_PER_CENT = re.compile(_NUMBER + r"%")
_TIMES = (
    re.compile(r"(?P<times>\d+)次[/每](?P<years>\d*(?:\.\d+)?)年"),
    re.compile(r"(?<!\d)(?P<years>\d?(?:\.\d+|\d)?)年[度内]?[^\d]{0,14}?(?P<times>\d+)次"),
    re.compile(r"每(?P<years>\d*(?:\.\d+)?)年度?(?P<times>)(?=.*(?:检|普查|筛查|培训))"),
)


@dataclass(frozen=True)
class Amount:
    """A number with its place in the text. ``said``: the value in words where it was worked out."""

    start: int
    end: int
    value: float
    said: str = ""


Reader = Callable[..., Iterator[Amount]]


def _days(part: str, before: str = "", sentence: str = "") -> Iterator[Amount]:
    for found in _DAYS.finditer(part):
        spread = re.search(r"(\d)年[^\d]{0,4}(?:累计|共计?|合计)[^\d]{0,3}$", part[: found.start()])
        start = spread.start() if spread else found.start()
        days = float(found[1]) * (7 if found[2] == "周" else 1)
        yield Amount(start, found.end(), days / float(spread[1]) if spread else days)
    yield from _leave_months(part, before)


def _leave_months(part: str, before: str) -> Iterator[Amount]:
    """Months of a leave named right before or behind them, as the most days that they can be."""
    for found in _MONTHS.finditer(part):
        is_leave = _LEAVE_AHEAD.search(before + part[: found.start()]) or _LEAVE_BEHIND.match(part, found.end())
        if is_leave:
            months = float(found[1]) * (12 if found["years"] else 1) + (0.5 if found["half"] else 0)
            days = most_days(months) + int(found["days"] or 0)
            yield Amount(found.start(), found.end(), days, f"至多{days}天")


def most_days(months: float) -> int:
    """The most days that months in a row can have: 3 are 92; half a month counts 16."""
    rows = (sum(_LONGEST[(first + n) % 12] for n in range(int(months))) for first in range(12))
    return max(rows) + (16 if months % 1 else 0)


def _weeks(part: str, before: str = "", sentence: str = "") -> Iterator[Amount]:
    for each in _days(part):
        yield Amount(each.start, each.end, each.value / 7)


def _minutes(part: str, before: str = "", sentence: str = "") -> Iterator[Amount]:
    turns = _TURNS.search(sentence or part)
    for found in _MINUTES.finditer(part):
        if _CONTINUED.search(part[: found.start()]):
            continue
        minutes = float(found[1]) * (60 if found[2] == "小时" else 1)
        is_each = turns and re.search(r"每次|各", part)
        yield Amount(found.start(), found.end(), minutes * int(turns[1] or 2) if turns and is_each else minutes)


def _yuan_a_month(part: str, before: str = "", sentence: str = "") -> Iterator[Amount]:
    for found in _YUAN.finditer(part):
        periods = [months for text in (part, before) for said, months in _PERIODS if said.search(text)]
        yield Amount(found.start(), found.end(), float(found[1]) / (periods[0] if periods else 1))


def _per_cent(part: str, before: str = "", sentence: str = "") -> Iterator[Amount]:
    for found in _PER_CENT.finditer(part):
        yield Amount(found.start(), found.end(), float(found[1]))


def _times_a_year(part: str, before: str = "", sentence: str = "") -> Iterator[Amount]:
    for pattern in _TIMES:
        found = pattern.search(part)
        if found:
            years = float(found["years"] or 1)
            yield Amount(found.start(), found.end(), float(found["times"] or 1) / (years or 1))
            return


AMOUNTS: Mapping[str, Reader] = {
    "days": _days,
    "weeks": _weeks,
    "minutes": _minutes,
    "yuan": _yuan_a_month,
    "per cent": _per_cent,
    "times": _times_a_year,
}
# In which kind of amount a parameter of the rules is promised.
KIND_OF: Mapping[str, str] = {
    "maternity_leave": "days",
    "leave_before_birth": "days",
    "dystocia_leave": "days",
    "multiple_birth_leave": "days",
    "extended_leave": "days",
    "early_miscarriage_leave": "days",
    "late_miscarriage_leave": "days",
    "very_late_miscarriage_leave": "days",
    "paternity_leave": "days",
    "parental_leave": "days",
    "menstrual_rest": "days",
    "womens_day": "days",
    "return_weeks": "weeks",
    "nursing_minutes": "minutes",
    "nursing_minutes_more": "minutes",
    "pregnant_rest": "minutes",
    "early_pregnancy_rest": "minutes",
    "standing_rest": "minutes",
    "hygiene_fee": "yuan",
    "nursing_leave_pay": "per cent",
    "gynaecology_checks": "times",
    "safety_training": "times",
    "inspection": "times",
}


def bare_amount(text: str) -> float | None:
    """A number with nothing else but its unit; None when there is none."""
    found = re.match(_NUMBER, text)
    return float(found[1]) if found else None
