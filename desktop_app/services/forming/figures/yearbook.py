"""年报数据: this year's and last year's figures side by side, to be copied into the superior's statistics software."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from desktop_app.errors import FormRefused
from desktop_app.printing.catalogue import Entry, names
from desktop_app.records.fields import Value
from desktop_app.services.forming.figures.statistics import statistics
from desktop_app.services.forming.figures.totals import headcount
from desktop_app.services.forming.figures.tracing import Origin, counted, origin_of
from desktop_app.services.forming.sources import Sources
from desktop_app.services.periods import year

# What the statistics of the trade unions ask of women workers, and how the ledger counts it: indicators of TJ-01 by
# code, and counts of the head-count snapshot that TJ-01 has not. The codes of the year's own software are left to the
# officer: they change.
_SNAPSHOT = "期末最近一次人数"
_ASKED: Mapping[str, str] = {
    "01": _SNAPSHOT,
    "02": _SNAPSHOT,
    "女农民工数": _SNAPSHOT,
    "女劳务派遣数": _SNAPSHOT,
    "03": _SNAPSHOT,
    "04": _SNAPSHOT,
    "职代会代表数": _SNAPSHOT,
    "职代会女代表数": _SNAPSHOT,
    "05": "期末在任期内的",
    "06": _SNAPSHOT,
    "07": "期末在任，含主任副主任",
    "08": "在任委员中专职的",
    "09": "在任委员中兼职、挂职的",
    "10": "该类活动参加人数之和",
    "14": "该类活动的次数",
    "15": "该类活动女职工人数之和",
    "17": "该类活动女职工人数之和",
    "18": "各项活动登记人数之和",
    "24": "期末在合同期限内的",
    "27": "各份合同覆盖人数之和",
    "29": "本期履约检查的次数",
    "30": "该类活动的次数",
    "31": "该类活动参加人数之和",
    "34": "来信来访中的侵权案件",
    "35": "其中期末以前办结的",
    "39": "本期各次实检人数之和",
    "41": "本期各次实检人数之和",
    "42": "期末启用的",
    "44": "记名的使用人，不重复计",
    "46": "该类活动的次数",
    "47": "各班托管儿童数之和",
    "49": "在职，单亲且困难的",
}
_LINES = tuple(_ASKED)


def yearbook(sources: Sources) -> list[dict[str, Value]]:
    """One line per indicator; 增减 where both years are known."""
    before = _year_before(sources)
    now, then = _values(sources), _values(before)
    return [_question(asked) | _answer(now[asked], then[asked], _origin(sources, asked)) for asked in _ASKED]


def origin_in_yearbook(sources: Sources, label: str, row: int) -> Origin:
    """The records behind a line; those of the year before for 上年数. Raises FormRefused."""
    if not 0 <= row < len(_LINES):
        raise FormRefused(f"年报数据没有第 {row + 1} 行，查不到它的来源。数据没有改动。")
    return _origin(_year_before(sources) if label == "上年数" else sources, _LINES[row])


def printed_indicators() -> list[dict[str, Value]]:
    """The lines of a blank sheet: what is asked, and in which unit."""
    return [_question(asked) for asked in _ASKED]


def _year_before(sources: Sources) -> Sources:
    period = year(sources.occasion.span.start.year - 1)
    return Sources(sources.connection, replace(sources.occasion, period=period))


def _values(sources: Sources) -> dict[str, Value]:
    counts = {asked: headcount(_entry(asked).field)(sources) for asked in _ASKED if not asked.isdigit()}
    return counts | statistics(sources, [asked for asked in _ASKED if asked.isdigit()])


def _origin(sources: Sources, asked: str) -> Origin:
    entry = _entry(asked)
    return origin_of(sources, entry) if asked.isdigit() else counted(sources, headcount(entry.field))


def _entry(asked: str) -> Entry:
    return names()[f"统计.{asked}" if asked.isdigit() else f"人数.{asked}"]


def _question(asked: str) -> dict[str, Value]:
    entry = _entry(asked)
    indicator = entry.meaning if asked.isdigit() else asked
    return {"指标": indicator, "计量单位": getattr(entry.kind, "unit", ""), "口径说明": _ASKED[asked]}


def _answer(this: Value, last: Value, origin: Origin) -> dict[str, Value]:
    return {
        "本年数": this,
        "上年数": last,
        "增减": None if this is None or last is None else this - last,
        "取数来源": None if this is None else origin.brief,
    }
