"""The lines of one grid: all records of one owner, or of one owner and month, whole and in their paper order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import Values
from desktop_app.records.fields import Value
from desktop_app.records.registry import record_type

Within = tuple[str, date, date]  # a date field and its first and last day


def lines(
    ledger: Ledger,
    kind: str,
    where: Mapping[str, Value],
    *,
    within: Within | None = None,
    order: tuple[str, ...] | None = None,
) -> list[Values]:
    """Records whose fields equal ``where``, of the days ``within``; meant for what fits on a few sheets of paper.

    ``order`` names fields, ascending; without it the type's own order holds, ties as they were written down.
    """
    with ledger.reading() as connection:
        return read_lines(connection, kind, where, within=within, order=order)


def read_lines(
    connection: Connection,
    kind: str,
    where: Mapping[str, Value],
    *,
    within: Within | None = None,
    order: tuple[str, ...] | None = None,
) -> list[Values]:
    """``lines`` inside a reading that is already open."""
    of = record_type(kind)
    table: Any = of.model.__table__
    query = select(table).where(*(table.c[name] == value for name, value in where.items()))
    if within is not None:
        name, first, last = within
        query = query.where(table.c[name].between(first, last))
    names = [*(order if order is not None else of.order), "id"]
    columns = [(table.c[name.lstrip("-")], name.startswith("-")) for name in names]
    query = query.order_by(*(column.desc() if falling else column.asc() for column, falling in columns))
    return [dict(row) for row in connection.execute(query).mappings()]
