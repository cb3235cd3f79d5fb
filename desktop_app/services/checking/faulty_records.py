"""D01: records that would not be saved today, as an older program or another hand left them in the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from desktop_app.records.base import RecordType
from desktop_app.records.parsing import check_record
from desktop_app.records.registry import RECORD_TYPES
from desktop_app.rules.findings import ERROR, WARNING, Finding
from desktop_app.services.listing import titles

_SOURCE = "本程序的填写要求"
_OWN_WAY = ("person", "finding_note")  # the roster is checked by SQL; a note is our own


def faulty_records(connection: Connection) -> Iterator[Finding]:
    """D01 of every record of a kind that fits on paper. A log is checked when written: it may have a million lines."""
    for of in RECORD_TYPES:
        if not of.is_log and of.kind not in _OWN_WAY:
            yield from _faults(connection, of)


def _faults(connection: Connection, of: RecordType) -> Iterator[Finding]:
    table: Any = of.model.__table__
    for row in connection.execute(select(table).order_by(table.c.id)).mappings():
        problems = check_record(of, dict(row))
        if not problems:
            continue
        about = named(connection, of, row["id"])
        for problem in problems:
            severity = WARNING if problem.is_warning else ERROR
            label = of.fields[problem.field].label
            said = problem.reason if problem.reason.startswith(label) else f"“{label}”{problem.reason}"
            yield Finding("D01", "L6", severity, about, said, _SOURCE, of.kind, row["id"], problem.field)


def named(connection: Connection, of: RecordType, record_id: int) -> str:
    """How a finding names its record: 活动：三八讲座 2026-03-06; a guarded one by its number only."""
    title = f"编号 {record_id}" if of.is_guarded else titles(connection, of, [record_id]).get(record_id, "")
    return f"{of.label}：{title}"
