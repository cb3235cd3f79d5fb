"""月度事项: what is to be done in a month and what of it is done, from the same computation as the first page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop_app.records import task_mark
from desktop_app.records.base import Values
from desktop_app.records.fields import Value
from desktop_app.rules.duties import Duty
from desktop_app.rules.timing import days_of
from desktop_app.services.forming.sources import Sources
from desktop_app.services.lines import read_lines
from desktop_app.services.periods import Period

_WHENEVER = "本月"
_GAPS = "head"  # what forms still lack is no work of a month
_GUARDED = "special_period"  # a plan hangs on the wall; this ledger lies behind a lock
_Line = tuple[date | None, str, str, str]  # due, what, basis, how far it is


def month_plan(sources: Sources) -> list[dict[str, Value]]:
    """The month's lines by the day they are due; what has no day comes last."""
    occasion = sources.occasion
    span = occasion.span
    lines = [*_marked(sources, span), *_finished(sources, span)]
    if occasion.duties is not None:
        lines += [_line(duty) for duty in occasion.duties(span.end) if _belongs(duty, span, occasion.on)]
    lines.sort(key=lambda line: (line[0] or date.max, line[1]))
    return [
        {"截止日期": str(due) if due else _WHENEVER, "事项": what, "依据": basis, "完成情况": state or None}
        for due, what, basis, state in lines
    ]


def _belongs(duty: Duty, span: Period, on: date) -> bool:
    """Due in the month, open in it, or, unless the month is over, still undone from before it."""
    if duty.rule == _GAPS or duty.kind == _GUARDED:
        return False
    if duty.due is None:
        return span.start <= on <= span.end
    if duty.due < span.start:
        return on <= span.end
    return duty.due <= span.end or (duty.opens_on is not None and duty.opens_on <= span.end)


def _line(duty: Duty) -> _Line:
    return duty.due, duty.what, duty.source, ""


def _marked(sources: Sources, span: Period) -> Iterator[_Line]:
    """What was due in the month and was ticked off."""
    marks = read_lines(sources.connection, task_mark.TYPE.kind, {}, within=("due_on", span.start, span.end))
    for mark in marks:
        if mark["task"].startswith(_GUARDED):
            continue
        yield mark["due_on"], mark["what"], mark["note"] or "", f"{mark['done_on']}已办"


def _finished(sources: Sources, span: Period) -> Iterator[_Line]:
    """Lines of the year's plan that ended in the month and are done, and resolutions due in it."""
    year = span.start.year
    for line in read_lines(sources.connection, "plan_item", {"year": year, "status": "已完成"}):
        stretch = days_of(line["timing"] or "", year)
        if stretch and span.start <= stretch[1] <= span.end:
            yield stretch[1], f"年度计划：{line['content']}", _plan(line), "已完成"
    within = ("due_on", span.start, span.end)
    for resolution in read_lines(sources.connection, "resolution", {"status": "已完成"}, within=within):
        yield resolution["due_on"], f"会议决议：{resolution['matter']}", "会议决议", "已完成"


def _plan(line: Values) -> str:
    return f"{line['year']}年度工作计划（{line['timing']}）"
