"""What a form still lacks, each with the place to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Unpack

from sqlalchemy import ColumnElement, func, or_, select

from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import Entry, Scope, names, scopes
from desktop_app.printing.form import Form
from desktop_app.records.base import RecordType
from desktop_app.rules.statistics import CHECKED, check_figures, codes_of
from desktop_app.services.forming.figures import statistics
from desktop_app.services.forming.figures.tracing import origin_of
from desktop_app.services.forming.filling import filled_form, formats_of
from desktop_app.services.forming.occasion import Asked, occasion_for
from desktop_app.services.forming.sources import Sources, table_of
from desktop_app.services.forming.values import single_values
from desktop_app.services.listing import titles

_LINES = 5  # so many lines of a list are named one by one


@dataclass(frozen=True)
class Missing:
    """A value the form needs: its name and label, and the record where it is typed (no id: it must be added)."""

    name: str
    label: str
    kind: str
    field: str
    record_id: int | None
    sentence: str


@dataclass(frozen=True)
class Readiness:
    """Whether a form can be handed in, what is missing, what is left for the pen, and where paper runs short."""

    ready: bool
    missing: list[Missing]
    by_hand: list[str]
    too_full: str = ""


def readiness(ledger: Ledger, form: Form, **asked: Unpack[Asked]) -> Readiness:
    """What ``form`` needs and the ledger does not hold. Raises FormRefused as ``occasion_for``."""
    occasion = occasion_for(ledger, form, **asked)
    found: dict[str, Missing] = {}  # by sentence: a record that is not there is told once
    with ledger.reading() as connection:
        sources = Sources(connection, occasion)
        for name in form.needs:
            for fault in _faults(sources, name):
                found.setdefault(fault.sentence, fault)
        shown = _statistics_asked(form)
        missing = [*found.values(), *_contradictions(sources, shown)]
        by_hand = [*form.hand_filled, *_not_kept(sources, form, shown)]
        too_full = filled_form(sources).overflow() if form.one_page else ""
    return Readiness(not missing, missing, by_hand, too_full)


def _faults(sources: Sources, name: str) -> Iterator[Missing]:
    if name in scopes():
        yield from _empty_list(sources, scopes()[name])
        return
    entry = names()[name]
    if entry.scope.is_list:
        yield from _list_faults(sources, entry)
    elif not entry.field:
        yield from _figure_faults(sources, entry)
    else:
        yield from _single_faults(sources, entry)


def _single_faults(sources: Sources, entry: Entry) -> Iterator[Missing]:
    scope, record_id = entry.scope, sources.id_of(entry.scope.name)
    if record_id is None:
        yield replace(_missing(entry, None, f"还没有登记{scope.meaning}"), label=scope.name)
    elif single_values(sources, scope, [entry])[entry.kind.label] in (None, "", ()):
        if entry.record_type is not scope.record_type:
            record_id = sources.value(scope.name, scope.via)
        yield _missing(entry, record_id, f"{scope.name}的“{entry.kind.label}”没有填")


def _empty_list(sources: Sources, scope: Scope) -> Iterator[Missing]:
    if sources.connection.execute(sources.rows(scope.name).limit(1)).first() is None:
        of = _type(scope)
        yield Missing(scope.name, scope.name, of.kind, "", None, f"还没有登记{scope.meaning}")


def _list_faults(sources: Sources, entry: Entry) -> Iterator[Missing]:
    nothing = list(_empty_list(sources, entry.scope))
    if nothing:
        yield from nothing
        return
    of = _type_of(entry)
    query = sources.rows(entry.scope.name, [table_of(of).c.id])
    column: ColumnElement[Any] = table_of(of).c[entry.field]
    empty = query.where(or_(column.is_(None), column == ""))
    ids = list(sources.connection.execute(empty.limit(_LINES)).scalars())
    named = titles(sources.connection, of, ids)
    for record_id in ids:
        yield _missing(entry, record_id, f"{of.label}“{named[record_id]}”的“{entry.kind.label}”没有填")
    if len(ids) == _LINES:
        count = select(func.count()).select_from(empty.order_by(None).subquery())
        rest = sources.connection.execute(count).scalar_one() - _LINES
        if rest:
            yield _missing(entry, None, f"另有 {rest} 条{of.label}的“{entry.kind.label}”没有填")


def _figure_faults(sources: Sources, entry: Entry) -> Iterator[Missing]:
    label = entry.kind.label
    if single_values(sources, entry.scope, [entry])[label] is not None:
        return
    if entry.scope.name == "统计" and label in statistics.HEADCOUNT_FIELDS:
        field = statistics.HEADCOUNT_FIELDS[label]
        of = _type(scopes()["人数"])
        sentence = f"“{of.fields[field].label}”没有填，请补登不晚于期末的人数"
        yield Missing(entry.name, entry.meaning, of.kind, field, sources.id_of("人数"), sentence)
        return
    kind = origin_of(sources, entry).kind
    yield Missing(entry.name, label, kind, "", None, f"“{label}”算不出来，台账里还没有登记（{entry.meaning}）")


def _missing(entry: Entry, record_id: int | None, sentence: str) -> Missing:
    # Where a whole record is missing it is the scope's own record that must be added first.
    of = _type_of(entry) if record_id is not None else _type(entry.scope)
    field = entry.field if record_id is not None or of is entry.record_type else entry.scope.via
    return Missing(entry.name, _label(entry), of.kind, field, record_id, sentence)


def _label(entry: Entry) -> str:
    """工会 名称: most labels stand in several scopes."""
    label = entry.kind.label
    return label if label == entry.scope.name else f"{entry.scope.name} {label}"


def _type_of(entry: Entry) -> RecordType:
    return entry.record_type or _type(entry.scope)


def _type(scope: Scope) -> RecordType:
    assert scope.record_type is not None  # noqa: S101 - only scopes of records come here
    return scope.record_type


def _statistics_asked(form: Form) -> dict[str, Entry]:
    """The indicators of the yearly statistics that the form shows, by code, in their order."""
    entries = [names()[name] for name in sorted(formats_of(form)) if name.startswith("统计.")]
    return {entry.kind.label: entry for entry in entries}


def _contradictions(sources: Sources, asked: Mapping[str, Entry]) -> Iterator[Missing]:
    """What the figures of the yearly statistics contradict in, each with the kind of record where to mend it."""
    meanings = {code: entry.meaning for code, entry in asked.items()}
    compared = [code for code in CHECKED if code in asked]
    for finding in check_figures(statistics.statistics(sources, compared), meanings):
        code = codes_of(finding)[0]
        kind, field, record_id = statistics.place_of(sources, code)
        yield Missing(asked[code].name, f"审核关系 {meanings[code]}", kind, field, record_id, finding.message)


def _not_kept(sources: Sources, form: Form, asked: Mapping[str, Entry]) -> list[str]:
    """Indicators that come out blank, for the pen; the rooms' log, long as it may be, is not counted for this."""
    codes = [code for code, entry in asked.items() if code not in statistics.USE and entry.name not in form.needs]
    found = statistics.statistics(sources, codes)
    return [f"{code} {asked[code].meaning}" for code in codes if found[code] is None]
