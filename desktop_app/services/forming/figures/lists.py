"""Lists of which no line is a record: a line per month or day, per item inspected, per indicator."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from desktop_app.records.fields import Value
from desktop_app.services.forming.figures.cleanings import cleaning_days
from desktop_app.services.forming.figures.inspections import inspection_rows
from desktop_app.services.forming.figures.month_plan import month_plan
from desktop_app.services.forming.figures.rooms import monthly_rows
from desktop_app.services.forming.figures.sign_in import sign_in_columns
from desktop_app.services.forming.figures.yearbook import yearbook
from desktop_app.services.forming.sources import Sources

Lines = list[dict[str, Value]]


def months(sources: Sources, labels: Collection[str]) -> Lines:
    """月度: how the rooms were used, month by month."""
    return monthly_rows(sources, [label for label in labels if label != "月份"])


# By scope: the lines with the values of the labels asked for.
COMPUTED_LISTS: Mapping[str, Callable[[Sources, Collection[str]], Lines]] = {
    "月度": months,
    "签到双栏": sign_in_columns,
    "每日清洁": cleaning_days,
    "检查表": inspection_rows,
    "月度事项": lambda sources, labels: month_plan(sources),
    "年报数据": lambda sources, labels: yearbook(sources),
}
