"""Bringing in office files: look first, then all of it in one change that can be taken back."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, delete, func, insert, select

from desktop_app.errors import FileRefused
from desktop_app.exchange.intake import Intake, Note, take_in
from desktop_app.exchange.sheets import Cell, read_sheets
from desktop_app.ledger import tables
from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import RecordType
from desktop_app.records.registry import record_type
from desktop_app.services.intake.owner import owners_for
from desktop_app.services.intake.plan import NEW, REJECTED, UNCHANGED, UPDATED, Line, Plan

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Column:
    """One column of the officer's file: its head and the field it fills, None where it was not understood."""

    head: str
    field: str | None
    label: str
    is_guess: bool = False


@dataclass(frozen=True)
class ImportResult:
    """What an import did, or would do. Rows count from 1, as in the officer's file."""

    kind: str
    accepted: int
    updated: int
    unchanged: int
    rejected: tuple[Note, ...]
    warnings: tuple[Note, ...]
    columns: dict[str, str | None]
    lines: tuple[Line, ...] = field(repr=False)
    heads: dict[str, int] = field(default_factory=dict, repr=False)  # sheet -> its head's row, from 1


@dataclass(frozen=True)
class ImportPreview:
    """What the officer looks at before she agrees."""

    result: ImportResult
    columns: tuple[Column, ...]
    fields: dict[str, str]  # every field a column may be given to: path -> label
    cells: dict[str, Sequence[Sequence[Cell]]] = field(repr=False)  # her sheets as they are, by name
    before: dict[str, int]  # records by kind's label
    after: dict[str, int]


@contextmanager
def _no_cycle_search() -> Iterator[None]:
    """Python looks for cycles again and again while objects pile up; rows hold none, and it was a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_no_cycle_search()
def preview(
    ledger: Ledger,
    kind: str,
    file: Path,
    *,
    mapping: Mapping[str, str] | None = None,
    year: int | None = None,
    room: str | None = None,
    owner: int | None = None,
    progress: Progress | None = None,
) -> ImportPreview:
    """What ``run`` would do, without doing it. Raises FileRefused."""
    of = record_type(kind)
    with ledger.reading() as connection:
        intake = _intake(ledger, connection, of, file, mapping, year)
        plan, notes = _plan(connection, of, intake, room, owner, progress)
        before = _counts(connection, {of.kind, *plan.planned()})
    grown = plan.planned() | {of.kind: plan.count(NEW)}
    after = {name: count + grown.get(name, 0) for name, count in before.items()}
    return ImportPreview(
        _result(of, intake, plan, notes),
        tuple(_columns(intake)),
        {target.path: _label(target.path, of) for target in intake.layout.targets},
        {sheet.name: sheet.rows for sheet in intake.sheets},
        {record_type(name).label: count for name, count in before.items()},
        {record_type(name).label: count for name, count in after.items()},
    )


@_no_cycle_search()
def run(
    ledger: Ledger,
    kind: str,
    file: Path,
    *,
    mapping: Mapping[str, str] | None = None,
    year: int | None = None,
    room: str | None = None,
    owner: int | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> ImportResult:
    """Bring in every good line of ``file`` as one change; faulty lines are named and left out.

    ``mapping`` is the officer's own reading of columns (head text -> field path, '' for none) and is remembered.
    ``owner`` is the id of the room, term or round the lines belong to; ``room`` is a room's name.
    ``year`` stands in for dates written without one. ``progress`` is called with lines done and in all; an exception
    from it cancels, and nothing is kept. Raises FileRefused where the file or its place in the ledger is unclear.
    """
    of = record_type(kind)
    if dry_run:
        with ledger.reading() as connection:
            intake = _intake(ledger, connection, of, file, mapping, year)
            plan, notes = _plan(connection, of, intake, room, owner, progress)
        return _result(of, intake, plan, notes)
    with ledger.writing(f"导入{of.label}：{file.name}") as writing:
        intake = _intake(ledger, writing.connection, of, file, mapping, year)
        plan, notes = _plan(writing.connection, of, intake, room, owner, progress)
        plan.write(writing, progress or _no_progress)
        _remember(writing.connection, of, mapping or {})
    return _result(of, intake, plan, notes)


def save_marked_copy(file: Path, result: ImportResult, target: Path) -> None:
    """Write the officer's file to ``target`` (.xlsx) with every rejected cell coloured and its reason beside it.

    Raises FileRefused where it cannot be written.
    """
    from desktop_app.printing.marked_copy import Mark, write_marked_copy

    marks = [
        Mark(
            line.sheet, line.row - 1, tuple(line.columns), "；".join(line.reasons or line.warnings), bool(line.reasons)
        )
        for line in result.lines
        if line.reasons or line.warnings
    ]
    grids = {sheet.name: sheet.rows for sheet in read_sheets(file)}
    write_marked_copy(file, grids, marks, target, {name: row - 1 for name, row in result.heads.items()})


def _intake(
    ledger: Ledger,
    connection: Connection,
    of: RecordType,
    file: Path,
    mapping: Mapping[str, str] | None,
    year: int | None,
) -> Intake:
    remembered = _remembered(connection, of) | dict(mapping or {})
    linked = {name: record_type(link.to) for name, link in of.links().items()}
    return take_in(file, of, linked, ledger.clock().date(), remembered=remembered, year=year)


def _plan(
    connection: Connection,
    of: RecordType,
    intake: Intake,
    room: str | None,
    owner: int | None,
    progress: Progress | None,
) -> tuple[Plan, list[Note]]:
    owners = owners_for(connection, of, room, owner)
    plan = Plan(connection, of, owners)
    for context, row in intake.rows(progress or _no_progress):
        plan.add(row, context)
    plan.settle()
    if not plan.lines:
        raise FileRefused(f"“{intake.path.name}”里没有可以导入的行：表头认得，下面是空的。请检查是否选对了文件。")
    first = intake.tables[0]
    return plan, [Note(first.sheet, 1, note) for note in owners.notes]


def _result(of: RecordType, intake: Intake, plan: Plan, notes: list[Note]) -> ImportResult:
    rejected = [Note(line.sheet, line.row, "；".join(line.reasons)) for line in plan.lines if line.state == REJECTED]
    warnings = [Note(line.sheet, line.row, warning) for line in plan.lines for warning in line.warnings]
    return ImportResult(
        of.kind,
        plan.count(NEW),
        plan.count(UPDATED),
        plan.count(UNCHANGED),
        tuple(rejected),
        (*intake.notes, *notes, *warnings),
        intake.columns,
        tuple(plan.lines),
        {table.sheet: table.head.bottom + 1 for table in reversed(intake.tables)},
    )


def _columns(intake: Intake) -> list[Column]:
    guessed = {
        table.head.columns[column].text
        for table in intake.tables
        for source in table.sources
        if source.is_guess
        for column in source.columns
        if column in table.head.columns
    }
    of = intake.layout.record_type
    return [
        Column(head, path, "、".join(_label(part, of) for part in path.split("+")) if path else "", head in guessed)
        for head, path in intake.columns.items()
    ]


def _label(path: str, of: RecordType) -> str:
    link, _, name = path.rpartition(".")
    return (record_type(of.links()[link].to) if link else of).fields[name].label


def _counts(connection: Connection, kinds: set[str]) -> dict[str, int]:
    return {
        kind: connection.execute(select(func.count()).select_from(record_type(kind).model.__table__)).scalar_one()
        for kind in sorted(kinds)
    }


def _remembered(connection: Connection, of: RecordType) -> dict[str, str]:
    table = tables.import_column
    rows = connection.execute(select(table.c.head, table.c.field).where(table.c.kind == of.kind))
    return {head: path or "" for head, path in rows}


def _remember(connection: Connection, of: RecordType, mapping: Mapping[str, str]) -> None:
    table = tables.import_column
    for head, path in mapping.items():
        connection.execute(delete(table).where(table.c.kind == of.kind, table.c.head == head))
        connection.execute(insert(table).values(kind=of.kind, head=head, field=path))


def _no_progress(done: int, total: int) -> None:
    return
