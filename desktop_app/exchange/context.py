"""What titles, sheet names and file names say for all lines beneath them: the year, the month, the term, the room."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.records import reading

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*(?:年|[-./](?=\d)|$|(?=\D))")
_MONTH = re.compile(r"(?:(?:19|20)\d{2}\s*[-./年]\s*)?(?<!\d)(1[0-2]|0?[1-9])\s*月(?!\d|\s*\d+\s*[日号])")
_YEAR_MONTH = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-./年]\s*(1[0-2]|0?[1-9])(?!\d|\s*[-./月]\s*\d)")
_WORD_MONTH = re.compile(
    r"(?<![一二三四五六七八九十])(十[一二]?|[一二三四五六七八九])月(?!\s*[一二三四五六七八九十\d])"
)
_TERM = re.compile(r"第\s*([一二三四五六七八九十\d]{1,3})\s*届")
_NUMERALS = "零一二三四五六七八九"


@dataclass(frozen=True)
class Context:
    """Facts of a title that its lines leave out. ``titles`` are the texts themselves, nearest last."""

    year: int | None = None
    month: int | None = None
    term: int | None = None
    titles: tuple[str, ...] = ()

    def with_title(self, text: str) -> Context:
        """This context under one more title; what the title does not say stays."""
        text = reading.plain(text)
        found = _in_title(text)
        return replace(self, **found, titles=(*self.titles, text))


def context_of(titles: Sequence[str]) -> Context:
    """The context under titles given from the farthest (file name) to the nearest (line above the head)."""
    context = Context()
    for title in titles:
        context = context.with_title(title)
    return context


def _in_title(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    if re.search(r"填报?日期|制表日期|报送日期|填表时间|打印|截止|截至", text):
        year = _YEAR.search(text)  # the day of filling in names the year at most
        return {"year": int(year[1])} if year else {}
    both = _YEAR_MONTH.search(text)
    if both and len(set(_MONTH.findall(text))) <= 1:
        return {"year": int(both[1]), "month": int(both[2])} | _term(text)
    year, months = _YEAR.search(text), set(_MONTH.findall(text)) or set(_WORD_MONTH.findall(text))
    if year:
        found["year"] = int(year[1])
    if len(months) == 1:
        found["month"] = chinese_number(months.pop())
    return found | _term(text)


def _term(text: str) -> dict[str, int]:
    term = _TERM.search(text)
    return {"term": chinese_number(term[1])} if term else {}


def chinese_number(text: str) -> int:
    """12 of ``12`` or ``十二``; numbers below 100."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _NUMERALS.index(text[-1])
    return (_NUMERALS.index(tens) if tens else 1) * 10 + (_NUMERALS.index(ones) if ones else 0)
