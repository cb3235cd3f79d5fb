"""Saving, deleting and taking back: what every editor, grid and script does with records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from desktop_app.errors import BanbiantianError, Rejected
from desktop_app.ledger import tables
from desktop_app.ledger.ledger import Ledger
from desktop_app.ledger.writing import Writing
from desktop_app.records.base import Problem, RecordType, Values
from desktop_app.records.fields import Kind, Link, Value, to_json
from desktop_app.records.parsing import check_record, parse_record, with_defaults
from desktop_app.records.registry import RECORD_TYPES, owned_by, record_type
from desktop_app.services.listing import titles


class ProblemsFound(Rejected):
    """What was typed has faults; ``problems`` names each with its field. Nothing was saved."""

    def __init__(self, kind: RecordType, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        first = problems[0]
        super().__init__(f"“{kind.fields[first.field].label}”{first.reason}。没有保存，请改正后再保存。", first.field)


@dataclass(frozen=True)
class Saved:
    """A record was kept; ``warnings`` are worth a look but did not hinder."""

    id: int
    warnings: tuple[Problem, ...] = ()


def blank(kind: str, **known: Value) -> Values:
    """The values a new record starts with."""
    return with_defaults(record_type(kind), known)


def load(ledger: Ledger, kind: str, record_id: int) -> Values:
    """All fields of one record. Raises BanbiantianError when it is gone."""
    of = record_type(kind)
    table: Any = of.model.__table__
    with ledger.reading() as connection:
        row = connection.execute(select(table).where(table.c.id == record_id)).mappings().one_or_none()
    if row is None:
        raise BanbiantianError(f"这条{of.label}记录已不存在，可能刚被删除。请刷新后再试。")
    return dict(row)


def single(ledger: Ledger, kind: str) -> Values:
    """The one record of a single type, or a blank one (without id) before it was first saved."""
    of = record_type(kind)
    table: Any = of.model.__table__
    with ledger.reading() as connection:
        row = connection.execute(select(table).order_by(table.c.id).limit(1)).mappings().one_or_none()
    return dict(row) if row else blank(kind)


def title(ledger: Ledger, kind: str, record_id: int) -> str:
    """How one record is named to an officer, a guarded one by its number only; empty when it is gone."""
    if record_type(kind).is_guarded:
        return f"编号 {record_id}"
    with ledger.reading() as connection:
        return titles(connection, record_type(kind), [record_id]).get(record_id, "")


def check(ledger: Ledger, kind: str, given: Mapping[str, object], record_id: int | None = None) -> list[Problem]:
    """The problems ``save`` would find, without saving: what an editor shows in red while typing."""
    with ledger.reading() as connection:
        return _parsed(connection, record_type(kind), given, record_id, ledger.clock().date())[1]


def save(ledger: Ledger, kind: str, given: Mapping[str, object], record_id: int | None = None) -> Saved:
    """Keep a new record, or the given fields of an existing one; texts are read as typed. Raises ProblemsFound.

    A type of which there is one per ledger has its one record changed.
    """
    of = record_type(kind)
    with ledger.writing(f"{'修改' if record_id else '新增'}{of.label}") as writing:
        return _save(writing, of, given, record_id, ledger.clock().date())


def save_many(
    ledger: Ledger, kind: str, rows: Sequence[Mapping[str, object]]
) -> tuple[list[int], list[tuple[int, Problem]]]:
    """Keep those rows of a script that have no faults; a row with an ``id`` changes that record.

    Returns the ids kept and, for each faulty row, its index and problems. A link may be given as an id.
    """
    of = record_type(kind)
    ids: list[int] = []
    faults: list[tuple[int, Problem]] = []
    with ledger.writing(f"写入{of.label}{len(rows)}条") as writing:
        for index, row in enumerate(rows):
            unknown = set(row) - set(of.fields) - {"id"}
            if unknown:
                faults += [(index, Problem(name, "没有这个栏目")) for name in sorted(unknown)]
                continue
            given = {name: _cell(value) for name, value in row.items() if name != "id"}
            try:
                ids.append(_save(writing, of, given, _whole(row.get("id")), ledger.clock().date()).id)
            except ProblemsFound as found:
                faults += [(index, problem) for problem in found.problems]
            except BanbiantianError as fault:
                faults.append((index, Problem("id", str(fault))))
    return ids, faults


def delete(ledger: Ledger, kind: str, ids: Sequence[int]) -> int:
    """Remove records and all that belongs to them; ``undo`` brings them back. Returns how many rows went.

    Raises BanbiantianError, changing nothing, where another record still refers to one of them.
    """
    of = record_type(kind)
    with ledger.writing(f"删除{of.label}{len(ids)}条") as writing:
        return sum(_delete(writing, of, record_id) for record_id in ids)


def last_change(ledger: Ledger) -> str | None:
    """What ``undo`` would take back, in words, or None."""
    with ledger.reading() as connection:
        found = _undoable(connection)
    return found[1] if found else None


def last_change_id(ledger: Ledger) -> int | None:
    """The number of the change ``undo`` would take back."""
    with ledger.reading() as connection:
        found = _undoable(connection)
    return found[0] if found else None


def undo(ledger: Ledger, only: int | None = None) -> str:
    """Take back the last change that still stands, or none if that is not the change ``only``. Returns its title.

    Raises BanbiantianError when nothing was taken back.
    """
    with ledger.reading() as connection:
        found = _undoable(connection)
    if not found:
        raise BanbiantianError("没有可以撤销的操作。")
    change_id, what = found
    if only not in (None, change_id):
        raise BanbiantianError(f"在那之后又做了“{what}”，所以没有撤销。要退回去，请按 Ctrl+Z 一步一步撤销。")
    with ledger.writing(f"撤销：{what}", undoes=change_id) as writing:
        writing.take_back(change_id)
    return what


def everything(ledger: Ledger, kind: str) -> list[dict[str, Any]]:
    """Every record of a kind as JSON carries it: code names, ISO dates, whole IDs."""
    table: Any = record_type(kind).model.__table__
    with ledger.reading() as connection:
        rows = connection.execute(select(table).order_by(table.c.id)).mappings()
        names = ["id", *record_type(kind).fields]
        return [{name: to_json(row[name]) for name in names} for row in rows]


def counts(ledger: Ledger) -> dict[str, int]:
    """How many records of each kind there are, by label."""
    with ledger.reading() as connection:
        return {
            of.label: connection.execute(select(func.count()).select_from(of.model.__table__)).scalar_one()
            for of in RECORD_TYPES
        }


def _save(writing: Writing, of: RecordType, given: Mapping[str, object], record_id: int | None, on: date) -> Saved:
    if record_id is None and of.is_single:  # there is one of it: what is given changes that one
        table: Any = of.model.__table__
        record_id = writing.connection.execute(select(func.min(table.c.id))).scalar_one()
    values, problems = _parsed(writing.connection, of, given, record_id, on)
    errors = [problem for problem in problems if not problem.is_warning]
    if errors:
        raise ProblemsFound(of, errors)
    if record_id is None:
        [record_id] = writing.insert(of, [with_defaults(of, values)])
    else:
        writing.update(of, record_id, values)
    return Saved(record_id, tuple(problems))


def _parsed(
    connection: Connection, of: RecordType, given: Mapping[str, object], record_id: int | None, on: date
) -> tuple[Values, list[Problem]]:
    """The values typed and the problems of the record they make together with what is already kept."""
    values, problems = parse_record(of, given, on)
    faulty = {problem.field for problem in problems if not problem.is_warning}
    kept = {} if record_id is not None else with_defaults(of, {})
    if record_id is not None:
        table: Any = of.model.__table__
        row = connection.execute(select(table).where(table.c.id == record_id)).mappings().one_or_none()
        if row is None:
            raise BanbiantianError(f"这条{of.label}记录已不存在，可能刚被删除。请刷新后再试。")
        kept = dict(row)
    whole = {**kept, **values}
    seen = {(problem.field, problem.reason) for problem in problems}
    problems += [
        problem
        for problem in check_record(of, whole)
        if problem.field not in faulty and (problem.field, problem.reason) not in seen
    ]
    problems += [problem for problem in _links(connection, of, values) if problem.field not in faulty]
    if not faulty:
        problems += _twins(connection, of, whole, record_id)
    return values, problems


def _links(connection: Connection, of: RecordType, values: Values) -> list[Problem]:
    """Links to records that are not there."""
    problems = []
    for name, link in of.links().items():
        target: Any = record_type(link.to).model.__table__
        wanted = values.get(name)
        if wanted and connection.execute(select(target.c.id).where(target.c.id == wanted)).first() is None:
            problems.append(Problem(name, "所选的记录已不存在，请重新选择"))
    return problems


def _twins(connection: Connection, of: RecordType, values: Mapping[str, Value], record_id: int | None) -> list[Problem]:
    """Another record with the same key: two people with one ID number are a mistake."""
    if of.is_log or not of.key or any(values.get(name) in (None, "") for name in of.key):
        return []
    table: Any = of.model.__table__
    query = select(table.c.id).where(*(table.c[name] == values[name] for name in of.key))
    if record_id is not None:
        query = query.where(table.c.id != record_id)
    if connection.execute(query.limit(1)).first() is None:
        return []
    same = "、".join(of.fields[name].label for name in of.key)
    return [Problem(of.key[-1], f"已有{same}相同的{of.label}记录")]


def _delete(writing: Writing, of: RecordType, record_id: int) -> int:
    gone = 0
    owned = owned_by(of)
    for other in RECORD_TYPES:
        for name, link in other.links().items():
            if link.to != of.kind:
                continue
            table: Any = other.model.__table__
            ids = writing.connection.execute(select(table.c.id).where(table.c[name] == record_id)).scalars().all()
            if ids and not (other in owned and name == other.owner):
                raise BanbiantianError(
                    f"这条{of.label}记录还用在“{other.label}”里（{len(ids)} 处），没有删除。请先在那里改掉，再删除。"
                )
            # A later one may name an earlier one of its kind: the delegate whom it replaces.
            gone += sum(_delete(writing, other, child) for child in sorted(ids, reverse=True))
    writing.delete(of, record_id)
    return gone + 1


def _undoable(connection: Connection) -> tuple[int, str] | None:
    """The newest change that is neither an undo, nor undone, nor without touched records (a setting)."""
    change, history = tables.change.c, tables.history.c
    undone = select(change.undoes).where(change.undoes.is_not(None))
    touched = select(history.id).where(history.change_id == change.id).exists()
    row = connection.execute(
        select(change.id, change.title)
        .where(change.undoes.is_(None), change.id.not_in(undone), touched)
        .order_by(change.id.desc())
        .limit(1)
    ).first()
    return (row[0], row[1]) if row else None


def _cell(value: object) -> object:
    """A JSON value as a sheet cell would hold it."""
    return "、".join(map(str, value)) if isinstance(value, list) else value


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None


def shown(kind: Kind, value: Value) -> str:
    """A value as an editor shows it; a link shows its id, for which the editor asks the title."""
    return "" if value is None else str(value) if isinstance(kind, Link) else kind.format(value)
