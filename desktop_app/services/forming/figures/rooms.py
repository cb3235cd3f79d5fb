"""How nursing rooms were used, counted by SQL over a stretch of days: in all, month by month, or room by room."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Literal

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    String,
    Table,
    case,
    cast,
    column,
    func,
    literal,
    select,
    type_coerce,
    union,
)

from desktop_app.records import room_cleaning, room_inspection, room_inspection_line, room_use
from desktop_app.records.fields import Value
from desktop_app.services.forming.sources import Sources, table_of

By = Literal["all", "month", "room"]
Figures = dict[Any, dict[str, Value]]  # month "2026-03", room id or "" -> label -> figure

_USE, _CLEANING = table_of(room_use.TYPE), table_of(room_cleaning.TYPE)
_INSPECTION, _LINE = table_of(room_inspection.TYPE), table_of(room_inspection_line.TYPE)


def use_figures(sources: Sources, labels: Collection[str], by: By = "all") -> Figures:
    """The figures asked for, by group. A log never kept in the whole span gives None, not 0; so do days to come."""
    found: Figures = {}
    wanted = [label for label in _VISIT_COLUMNS if label in labels]
    if wanted and set(wanted) <= set(_PLAIN_COLUMNS):  # several times quicker where no purpose is asked for
        plain = [_PLAIN_COLUMNS[label] for label in wanted]
        _merge(found, wanted, sources, _grouped(sources, _USE, "used_on", plain, by))
    elif wanted:
        _merge(found, wanted, sources, _visits(sources, [_VISIT_COLUMNS[label] for label in wanted], by))
    for columns, table, day in (
        (_CLEANING_COLUMNS, _CLEANING, "cleaned_on"),
        (_INSPECTION_COLUMNS, _INSPECTION, "inspected_on"),
    ):
        chosen = {label: column for label, column in columns.items() if label in labels}
        if chosen:
            _merge(found, chosen, sources, _grouped(sources, table, day, list(chosen.values()), by))
    if "开放天数" in labels:
        _merge(found, ["开放天数"], sources, _open_days(sources, by))
    return found


def months(sources: Sources) -> list[str]:
    """The months of the form's span, ``2026-03``."""
    span = sources.occasion.span
    return [f"{span.start.year}-{number:02d}" for number in range(span.start.month, span.end.month + 1)]


def monthly_rows(sources: Sources, labels: Collection[str]) -> list[dict[str, Value]]:
    """One line per month of the span with 月份 and the figures asked for; months to come hold no figures."""
    found = use_figures(sources, labels, "month")
    kept = {label for group in found.values() for label in group}
    rows: list[dict[str, Value]] = []
    for month in months(sources):
        first = date(int(month[:4]), int(month[5:]), 1)
        row: dict[str, Value] = {"月份": first}
        if first <= sources.occasion.day:
            row |= {label: 0 for label in labels if label in kept and label != "平均时长"}
            row |= found.get(month, {})
        rows.append(row)
    return rows


def _merge(found: Figures, labels: Collection[str], sources: Sources, query: Select[Any]) -> None:
    for key, *figures in sources.connection.execute(query):
        found.setdefault(key, {}).update(zip(labels, figures, strict=True))


def _grouped(
    sources: Sources, table: Table, day: str, columns: Sequence[ColumnElement[Any]], by: By, *within: Any
) -> Select[Any]:
    span, on = sources.occasion.span, table.c[day]
    key = {"month": func.substr(on, 1, 7), "room": table.c.room_id, "all": literal("")}[by].label("key")
    source = table.outerjoin(_LINE, _LINE.c.inspection_id == table.c.id) if table is _INSPECTION else table
    query = select(key, *columns).select_from(source)
    return query.where(*sources.of_room(table), on.between(span.start, span.end)).group_by(key, *within)


def _visits(sources: Sources, columns: Sequence[ColumnElement[Any]], by: By) -> Select[Any]:
    """Figures over the visits, gathered first by visitor and purpose: one pass over the log counts them all."""
    who, why = _USE.c.person_name, _USE.c.purpose
    minutes = type_coerce(_USE.c.left_at, Integer) - type_coerce(_USE.c.entered_at, Integer)
    sums = [who, why, func.count().label("n"), func.count(minutes).label("timed"), func.sum(minutes).label("minutes")]
    gathered = _grouped(sources, _USE, "used_on", sums, by, who, why).subquery("gathered")
    return select(column("key"), *columns).select_from(gathered).group_by(column("key"))


def _open_days(sources: Sources, by: By) -> Select[Any]:
    span = sources.occasion.span
    logs = [(_USE, "used_on"), (_CLEANING, "cleaned_on"), (_INSPECTION, "inspected_on")]
    days = union(
        *(
            select(table.c[day].label("day"), (table.c.room_id if by == "room" else literal(0)).label("room"))
            .where(*sources.of_room(table), table.c[day].between(span.start, span.end))
            .distinct()
            for table, day in logs
        )
    ).subquery()
    key = {"month": func.substr(days.c.day, 1, 7), "room": days.c.room, "all": literal("")}[by]
    return select(key, func.count()).select_from(days).group_by(key)


# Figures over what ``_visits`` gathers.
_WHO, _WHY = column("person_name", String), column("purpose", String)
_N, _TIMED, _MINUTES = column("n", Integer), column("timed", Integer), column("minutes", Integer)


def _people(condition: ColumnElement[bool]) -> ColumnElement[Any]:
    """Different names among the visits that meet the condition; a visit without a name is one person."""
    named = func.count(case((condition, _WHO)).distinct())
    return named + func.coalesce(func.sum(case((condition & _WHO.is_(None), _N))), 0)


_VISIT_COLUMNS: dict[str, ColumnElement[Any]] = {
    "使用人次": func.sum(_N),
    "使用人数": func.nullif(func.count(_WHO.distinct()), 0),
    "孕期人数": _people(_WHY == "孕期休息"),
    "哺乳期人数": _people(_WHY.in_(("哺乳", "吸奶"))),
    "平均时长": cast(func.round(func.sum(_MINUTES) * 1.0 / func.sum(_TIMED)), Integer),  # half up
}
_PLAIN_COLUMNS: dict[str, ColumnElement[Any]] = {
    "使用人次": func.count(),
    "使用人数": func.nullif(func.count(_USE.c.person_name.distinct()), 0),
}
_CLEANING_COLUMNS: dict[str, ColumnElement[Any]] = {"清洁次数": func.count()}
_FAULTY = _LINE.c.state == "有问题"
_INSPECTION_COLUMNS: dict[str, ColumnElement[Any]] = {
    "检查次数": func.count(_INSPECTION.c.id.distinct()),
    "问题数": func.count(case((_FAULTY, 1))),
    "整改数": func.count(case((_FAULTY & _LINE.c.done_on.is_not(None), 1))),
}
