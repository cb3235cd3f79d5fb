"""The values behind the names of a form: only what it names is read."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select

from desktop_app.ledger import tables
from desktop_app.printing.catalogue import Entry, Scope, names, scopes
from desktop_app.printing.cells import Code
from desktop_app.printing.fill import FormData
from desktop_app.printing.formats import as_text
from desktop_app.records import committee_member, person, union
from desktop_app.records.base import RecordType
from desktop_app.records.fields import Kind, Link, Value
from desktop_app.records.registry import record_type
from desktop_app.records.values import Month
from desktop_app.services.forming import figures
from desktop_app.services.forming.name_order import stroke_key
from desktop_app.services.forming.room_figures import monthly_rows, use_figures
from desktop_app.services.forming.sources import Sources, table_of

Formats = Mapping[str, str]  # catalogue name -> the format its placeholder states
Row = dict[str, Value]


def read(sources: Sources, wanted: Formats) -> FormData:
    """What the names ``wanted`` stand for, shaped for their formats. Every name must be in the catalogue."""
    singles: dict[str, Value] = {}
    lists: dict[str, list[Row]] = {}
    for name, entries in _by_scope(wanted).items():
        scope = scopes()[name]
        shapers = {entry.kind.label: _shaper(entry, wanted.get(entry.name, "")) for entry in entries}
        if scope.is_list:
            lists[scope.name] = _shaped(list_rows(sources, scope, entries), shapers)
        else:
            values = single_values(sources, scope, entries)
            [shaped] = _shaped([values], shapers)
            singles |= {f"{scope.name}.{label}": value for label, value in shaped.items()}
    codes = frozenset(name for name in wanted if name in names() and names()[name].is_code)
    return FormData(singles, lists, codes)


def single_values(sources: Sources, scope: Scope, entries: Iterable[Entry]) -> Row:
    """The plain values of a single scope by label."""
    entries = list(entries)
    if scope.name == "报表":
        return _report(sources)
    if scope.name == "统计":
        return figures.statistics(sources, [entry.kind.label for entry in entries])
    if scope.name == "汇总":
        return figures.totals(sources, [entry.kind.label for entry in entries])
    return _record(sources, scope, entries)


def list_rows(sources: Sources, scope: Scope, entries: Iterable[Entry]) -> list[Row]:
    """The plain values of a list scope, a row each, by label."""
    labels = [entry.kind.label for entry in entries]
    if scope.record_type is None:
        return monthly_rows(sources, [label for label in labels if label != "月份"])
    kept = [entry for entry in entries if entry.field]
    helpers = [helper for label in labels for helper in _DERIVED.get((scope.name, label), ((), None))[0]]
    columns = [_column(entry) for entry in kept] + [table_of(scope.record_type).c[name] for name in ("id", *helpers)]
    heads = [entry.kind.label for entry in kept] + ["#id", *helpers]
    found = sources.connection.execute(sources.rows(scope.name, columns))
    rows: list[Row] = [dict(zip(heads, row, strict=True)) for row in found]
    if scope.name == "委员":
        rows = _ranked(sources, rows)
    _add_computed(sources, scope, [entry.kind.label for entry in entries if not entry.field], rows)
    return rows


def _ranked(sources: Sources, rows: list[Row]) -> list[Row]:
    """Members (a handful) of one rank by the strokes of their names, which SQL does not know."""
    seat, who = table_of(committee_member.TYPE).c, table_of(person.TYPE).c
    seats = sources.connection.execute(sources.rows("委员", [seat.id, seat.position, seat.post, who.name]))
    keys = {
        seat_id: (position is None, position or 0, _RANKS.get(post, 2), stroke_key(name))
        for seat_id, position, post, name in seats
    }
    return sorted(rows, key=lambda row: keys[row["#id"]])


_RANKS = {"主任": 0, "副主任": 1}


def _add_computed(sources: Sources, scope: Scope, labels: list[str], rows: list[Row]) -> None:
    for label in labels:
        if (scope.name, label) in _DERIVED:
            helpers, derive = _DERIVED[scope.name, label]
            for row in rows:
                row[label] = derive(sources.occasion.day, *(row[helper] for helper in helpers))
    if scope.name == "哺乳室列表" and labels:
        used = use_figures(sources, labels, "room")
        for row in rows:
            row |= used.get(row["#id"], {})


def _age(day: date, born_on: date | None) -> int | None:
    if born_on is None:
        return None
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def _minutes(day: date, entered_at: Value, left_at: Value) -> int | None:
    if entered_at is None or left_at is None:
        return None
    return int((left_at.hour - entered_at.hour) * 60 + left_at.minute - entered_at.minute)


# Computed fields of a list: the fields they are derived from, and how.
_DERIVED: Mapping[tuple[str, str], tuple[tuple[str, ...], Callable[..., int | None]]] = {
    ("女职工", "年龄"): (("born_on",), _age),
    ("使用登记", "时长"): (("entered_at", "left_at"), _minutes),
}


def _by_scope(wanted: Collection[str]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for name in wanted:
        if name.endswith(".#"):
            found.setdefault(name[:-2], [])
        else:
            entry = names()[name]
            found.setdefault(entry.scope.name, []).append(entry)
    return found


def _column(entry: Entry) -> Any:
    assert entry.record_type is not None  # noqa: S101 - only kept fields are asked for
    return table_of(entry.record_type).c[entry.field]


def _record(sources: Sources, scope: Scope, entries: list[Entry]) -> Row:
    record_id = sources.id_of(scope.name)
    if record_id is None or scope.record_type is None:
        return {}
    table = table_of(scope.record_type)
    source: Any = table
    if scope.also:
        source = table.outerjoin(table_of(scope.also), table.c[scope.via] == table_of(scope.also).c.id)
    query = select(*(_column(entry) for entry in entries)).select_from(source).where(table.c.id == record_id)
    values = sources.connection.execute(query).one()
    return {entry.kind.label: _linked(sources, entry.kind, value) for entry, value in zip(entries, values, strict=True)}


def _linked(sources: Sources, kind: Kind, value: Value) -> Value:
    """A link as paper shows it: the first field of the other record's title, e.g. the number of the term."""
    if not isinstance(kind, Link) or value is None:
        return value
    target: RecordType = record_type(kind.to)
    table = table_of(target)
    return sources.connection.execute(select(table.c[target.title[0]]).where(table.c.id == value)).scalar()


def _report(sources: Sources) -> Row:
    occasion = sources.occasion
    period = occasion.period
    kept = sources.connection.execute(select(tables.setting.c.name, tables.setting.c.value))
    settings = dict(kept.all())
    unions = table_of(union.TYPE)
    contact = sources.connection.execute(select(unions.c.contact, unions.c.contact_phone).limit(1)).first()
    name, phone = contact or (None, None)
    return {
        "填报日期": occasion.on,
        "期间": period.label if period else None,
        "期间起": period.start if period else None,
        "期间止": period.end if period else None,
        "年度": occasion.span.start.year,
        "填表人": occasion.preparer or settings.get("preparer") or occasion.operator or name,
        "审核人": settings.get("reviewer"),
        "单位负责人": settings.get("head_of_unit") or sources.value("单位", "legal_representative"),
        "联系电话": settings.get("contact_phone") or phone,
    }


def _shaped(rows: Sequence[Row], shapers: Mapping[str, Callable[[Value], Value] | None]) -> list[Row]:
    working = {label: shaper for label, shaper in shapers.items() if shaper}
    for row in rows:
        for label, shaper in working.items():
            value = row.get(label)
            if value is not None:
                row[label] = shaper(value)
    return [{label: row.get(label) for label in shapers} for row in rows]


def _shaper(entry: Entry, code: str) -> Callable[[Value], Value] | None:
    """How a value must be changed before the engine gets it; None: not at all."""
    if entry.is_code:
        return Code
    if getattr(entry.kind, "or_month", False):
        return lambda value: _month_text(value, code) if isinstance(value, Month) else value
    return None


def _month_text(month: Month, code: str) -> Value:
    """A month whose day nobody stated is never printed with one: ``yyyy年m月d日`` becomes 1985年6月."""
    without_day = re.sub(r"[-./]?d+日?", "", code) or "yyyy-mm"
    first = date(month.year, month.month, 1)
    return first if without_day == code else as_text(first, without_day)
