"""Numbers that can be opened: which records stand behind what a form shows, also in a line of one of its lists."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from desktop_app.errors import FormRefused
from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import Entry, names
from desktop_app.printing.form import Form
from desktop_app.services.forming.figures.rooms import months
from desktop_app.services.forming.figures.tracing import Origin, Part, of_record, origin_of
from desktop_app.services.forming.figures.yearbook import origin_in_yearbook
from desktop_app.services.forming.occasion import Asked, occasion_for
from desktop_app.services.forming.sources import Sources
from desktop_app.services.forming.values import list_rows
from desktop_app.services.periods import period_of

__all__ = ["Origin", "Part", "origin"]


def origin(ledger: Ledger, form: Form, name: str, *, row: int | None = None, **asked: Unpack[Asked]) -> Origin:
    """The records behind ``name`` on this form; ``row`` is the line of a list, from 0.

    Without a row a figure of 月度 tells its records of the whole period. Raises FormRefused for a name or a line that
    is not there.
    """
    if name not in names():
        raise FormRefused(f"没有“{name}”这个名称，查不到它的来源。数据没有改动。")
    occasion = occasion_for(ledger, form, **asked)
    with ledger.reading() as connection:
        sources, entry = Sources(connection, occasion), names()[name]
        return origin_of(sources, entry) if row is None else _in_line(sources, entry, row)


def _in_line(sources: Sources, entry: Entry, row: int) -> Origin:
    scope = entry.scope
    if scope.name == "年报数据":
        return origin_in_yearbook(sources, entry.kind.label, row)
    lines = list_rows(sources, scope, [entry])
    if not 0 <= row < len(lines):
        raise FormRefused(f"“{scope.name}”没有第 {row + 1} 行，查不到它的来源。数据没有改动。")
    if scope.name == "月度":
        month = period_of(months(sources)[row])
        return origin_of(Sources(sources.connection, replace(sources.occasion, period=month)), entry)
    record_id = lines[row].get("#id")
    return of_record(sources, scope.kind, record_id, scope.meaning) if record_id else Origin(scope.meaning)
