"""The records behind the figures of the rooms' use; the figures themselves are counted in bulk, in rooms.py."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, func, or_, select, true, type_coerce, union

from desktop_app.records import room_cleaning, room_inspection, room_inspection_line, room_use
from desktop_app.records.base import RecordType
from desktop_app.services.forming.figures.counting import Among, Figure, Which, any_of_them
from desktop_app.services.forming.sources import Sources, table_of

_INSPECTION, _LINE = table_of(room_inspection.TYPE), table_of(room_inspection_line.TYPE)
_LOGS = ((room_use.TYPE, "used_on"), (room_cleaning.TYPE, "cleaned_on"), (room_inspection.TYPE, "inspected_on"))


def _logged(of: RecordType, day: str) -> Among:
    """A log's lines in the form's period, of the form's room or of all."""
    table = table_of(of)
    return lambda sources: (
        select(table.c.id)
        .select_from(table)
        .where(*sources.of_room(table), sources.in_span(of, table, day))
        .order_by(table.c[day], table.c.id)
    )


_USES, _CLEANINGS, _INSPECTIONS = (_logged(*log) for log in _LOGS)


def _inspected(sources: Sources) -> Select[Any]:
    """The lines of the inspections in the form's period."""
    of_these = _LINE.c.inspection_id.in_(_INSPECTIONS(sources).order_by(None))
    return select(_LINE.c.id).select_from(_LINE).where(of_these).order_by(_LINE.c.id)


def _faulty(sources: Sources, c: Any) -> ColumnElement[bool]:
    found: ColumnElement[bool] = c.state == "有问题"
    return found


def _mended(sources: Sources, c: Any) -> ColumnElement[bool]:
    return and_(c.state == "有问题", c.done_on.is_not(None))


def _minutes(c: Any) -> ColumnElement[Any]:
    return type_coerce(c.left_at, Integer) - type_coerce(c.entered_at, Integer)


def _timed(sources: Sources, c: Any) -> ColumnElement[bool]:
    return and_(c.left_at.is_not(None), c.entered_at.is_not(None))


def _first_visits(*purposes: str) -> Which:
    """One visit for each name; with purposes a visit without a name is one person too."""

    def which(sources: Sources, c: Any) -> ColumnElement[bool]:
        meant = c.purpose.in_(purposes) if purposes else true()
        firsts = _USES(sources).order_by(None).where(meant, c.person_name.is_not(None)).group_by(c.person_name)
        named = c.id.in_(firsts.with_only_columns(func.min(c.id)).correlate(None))
        return and_(meant, or_(named, c.person_name.is_(None))) if purposes else and_(meant, named)

    return which


def open_days(sources: Sources) -> Select[Any]:
    """The days with any use, cleaning or inspection."""
    days = []
    for of, day in _LOGS:
        table = table_of(of)
        days.append(select(table.c[day]).where(*sources.of_room(table), sources.in_span(of, table, day)))
    found = union(*days).subquery()
    return select(found.c[0]).order_by(found.c[0])


# By the label of the figure of one month (月度) or, with 合计 after it, of the whole period (汇总).
USED: Mapping[str, Figure] = {
    "使用人次": Figure("room_use", _USES),
    "使用人数": Figure("room_use", _USES, _first_visits()),
    "孕期人数": Figure("room_use", _USES, _first_visits("孕期休息")),
    "哺乳期人数": Figure("room_use", _USES, _first_visits("哺乳", "吸奶")),
    "平均时长": Figure("room_use", _USES, _timed, _minutes),
    "清洁次数": Figure("room_cleaning", _CLEANINGS, any_of_them),
    "检查次数": Figure("room_inspection", _INSPECTIONS, any_of_them),
    "问题数": Figure("room_inspection_line", _inspected, _faulty),
    "整改数": Figure("room_inspection_line", _inspected, _mended),
}
