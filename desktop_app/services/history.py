"""What became of one record: who changed what, when, from what to what."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from desktop_app.ledger import tables
from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import RecordType
from desktop_app.records.fields import Link, Value
from desktop_app.records.registry import record_type
from desktop_app.services.listing import titles


@dataclass(frozen=True)
class Touch:
    """One change of a record: fields as (label, before, after), sensitive ones masked."""

    at: str
    operator: str
    title: str
    fields: tuple[tuple[str, str, str], ...]


def history_of(ledger: Ledger, kind: str, record_id: int) -> list[Touch]:
    """All changes of a record, the newest first; of a record deleted too."""
    of = record_type(kind)
    change, history = tables.change.c, tables.history.c
    query = (
        select(change.at, change.operator, change.title, history.before, history.after)
        .where(history.kind == kind, history.record_id == record_id, history.change_id == change.id)
        .order_by(history.id.desc())
    )
    with ledger.reading() as connection:
        return [
            Touch(at, operator, title, _differences(connection, of, before, after))
            for at, operator, title, before, after in connection.execute(query).all()
        ]


def _differences(
    connection: Connection, of: RecordType, before: str | None, after: str | None
) -> tuple[tuple[str, str, str], ...]:
    old, new = _values(of, before), _values(of, after)
    names = [name for name in of.fields if name in old or name in new]
    return tuple(
        (
            of.fields[name].label,
            _shown(connection, of, name, old.get(name)),
            _shown(connection, of, name, new.get(name)),
        )
        for name in names
    )


def _values(of: RecordType, text: str | None) -> dict[str, Value]:
    raw: dict[str, Any] = json.loads(text) if text else {}
    return {name: of.fields[name].from_json(value) for name, value in raw.items() if name in of.fields}


def _shown(connection: Connection, of: RecordType, name: str, value: Value) -> str:
    kind = of.fields[name]
    if isinstance(kind, Link) and value:
        return titles(connection, record_type(kind.to), [value]).get(value, "（已删除）")
    return kind.masked(value)
