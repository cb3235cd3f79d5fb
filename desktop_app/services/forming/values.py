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
from desktop_app.services.forming.figures import statistics
from desktop_app.services.forming.figures.contracts import article_heads
from desktop_app.services.forming.figures.derived import DERIVED
from desktop_app.services.forming.figures.lists import COMPUTED_LISTS
from desktop_app.services.forming.figures.rooms import use_figures
from desktop_app.services.forming.figures.rulings import rulings
from desktop_app.services.forming.figures.totals import totals
from desktop_app.services.forming.name_order import stroke_key
from desktop_app.services.forming.sources import Sources, table_of
from desktop_app.services.recipients import Recipient
from desktop_app.services.rulebook import rulebook_on

Formats = Mapping[str, str]  # catalogue name -> the format its placeholder states
Row = dict[str, Value]


def read(sources: Sources, wanted: Formats) -> FormData:
    """What the names ``wanted`` stand for, shaped for their formats. Every name must be in the catalogue."""
    singles: dict[str, Value] = {}
    lists: dict[str, list[Row]] = {}
    recipient = sources.occasion.recipient
    for name, entries in _by_scope(wanted).items():
        scope = scopes()[name]
        shapers = {entry.kind.label: _shaper(entry, wanted.get(entry.name, ""), recipient) for entry in entries}
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
    if scope.name == "规定":
        return dict(rulings(rulebook_on(sources.connection)))
    if scope.name == "统计":
        return statistics.statistics(sources, [entry.kind.label for entry in entries])
    if scope.name == "汇总":
        return totals(sources, [entry.kind.label for entry in entries])
    return _record(sources, scope, entries)


def list_rows(sources: Sources, scope: Scope, entries: Iterable[Entry]) -> list[Row]:
    """The plain values of a list scope, a row each, by label."""
    labels = [entry.kind.label for entry in entries]
    if scope.record_type is None:
        return COMPUTED_LISTS[scope.name](sources, labels)
    kept = [entry for entry in entries if entry.field]
    derived = [DERIVED[scope.kind, label] for label in labels if (scope.kind, label) in DERIVED]
    helpers = [helper for each in derived for helper in each.fields]
    columns = [_column(entry) for entry in kept] + [_of_scope(scope, name) for name in ("id", *helpers)]
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
        if (scope.kind, label) in DERIVED:
            derived = DERIVED[scope.kind, label]
            for row in rows:
                row[label] = derived.value(sources, *(row[helper] for helper in derived.fields))
    if scope.name == "合同条款" and labels:
        for row, heads in zip(rows, article_heads(sources), strict=True):
            row |= heads
    if scope.name == "哺乳室列表" and labels:
        used = use_figures(sources, labels, "room")
        for row in rows:
            row |= used.get(row["#id"], {})


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
    derived = {entry: DERIVED[scope.kind, entry.kind.label] for entry in entries if not entry.field}
    kept = [entry for entry in entries if entry.field]
    table = table_of(scope.record_type)
    columns = [_column(entry) for entry in kept]
    helpers = [_of_scope(scope, field) for each in derived.values() for field in each.fields]
    source: Any = table
    if scope.also:
        source = table.outerjoin(table_of(scope.also), table.c[scope.via] == table_of(scope.also).c.id)
    query = select(table.c.id, *columns, *helpers).select_from(source).where(table.c.id == record_id)
    values = list(sources.connection.execute(query).one())[1:]
    found = {entry.kind.label: _linked(sources, entry.kind, value) for entry, value in zip(kept, values, strict=False)}
    rest = iter(values[len(kept) :])
    for entry, each in derived.items():
        found[entry.kind.label] = each.value(sources, *(next(rest) for _ in each.fields))
    return found


def _of_scope(scope: Scope, field: str) -> Any:
    """The column of a field in the scope's own table or in the one joined to it."""
    table = table_of(scope.record_type) if scope.record_type else None
    if table is not None and field in table.c:
        return table.c[field]
    assert scope.also is not None  # noqa: S101 - a derived figure names fields that its scope has
    return table_of(scope.also).c[field]


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


def _shaper(entry: Entry, code: str, recipient: Recipient | None) -> Callable[[Value], Value] | None:
    """How a value must be changed before the engine gets it; None: not at all."""
    if entry.is_code:
        if recipient is None:
            return Code
        return lambda value: Code(recipient.shown(entry.kind, value) or "")
    if getattr(entry.kind, "or_month", False):
        return lambda value: _month_text(value, code) if isinstance(value, Month) else value
    return None


def _month_text(month: Month, code: str) -> Value:
    """A month whose day nobody stated is never printed with one: ``yyyy年m月d日`` becomes 1985年6月."""
    without_day = re.sub(r"[-./]?d+日?", "", code) or "yyyy-mm"
    first = date(month.year, month.month, 1)
    return first if without_day == code else as_text(first, without_day)
