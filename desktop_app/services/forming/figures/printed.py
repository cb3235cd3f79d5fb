"""The lines a blank form carries in print for the pen to answer: a checklist needs its questions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop_app.records.base import Values
from desktop_app.records.fields import Value
from desktop_app.records.registry import record_type
from desktop_app.services.checklists import protection_lines, star_lines
from desktop_app.services.forming.figures.cleanings import printed_days
from desktop_app.services.forming.figures.inspections import printed_rows
from desktop_app.services.forming.figures.sign_in import printed_places
from desktop_app.services.forming.figures.yearbook import printed_indicators

Lines = Sequence[Mapping[str, Value]]


def printed_lines(scope: str) -> Lines:
    """The lines a list of the catalogue has before anybody answers, by label; none for most lists."""
    return _PRINTED[scope]() if scope in _PRINTED else ()


def _labelled(kind: str, rows: Sequence[Values]) -> Lines:
    fields = record_type(kind).fields
    return [{fields[name].label: value for name, value in row.items()} for row in rows]


_PRINTED: Mapping[str, Callable[[], Lines]] = {
    "每日清洁": printed_days,
    "检查表": printed_rows,
    "签到双栏": printed_places,
    "年报数据": printed_indicators,
    "星评条件": lambda: _labelled("star_assessment_line", star_lines()),
    "自查项目": lambda: _labelled("protection_check_line", protection_lines()),
}
