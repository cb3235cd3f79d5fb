"""Pages of records: sorted, searched and counted by SQL, so that 1,000,000 lines feel like fifty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, false, func, literal_column, or_, select, true

from desktop_app.ledger import tables
from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import RecordType
from desktop_app.records.fields import Code, Link, Value
from desktop_app.records.reading import plain
from desktop_app.records.registry import record_type

# Above this many hits it is quicker to walk the list in its own order than to collect the hits and sort them.
_MANY = 3000


@dataclass(frozen=True)
class Listing:
    """What a list shows: records of ``kind`` whose fields equal ``where`` and that match ``search``, in ``order``.

    ``order`` names fields, "-" before a name is descending; empty is the type's own order.
    """

    kind: str
    search: str = ""
    where: Mapping[str, Value] = field(default_factory=dict)
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """One line of a list: the record's id and its texts by the type's list columns, sensitive ones masked."""

    id: int
    texts: tuple[str, ...]


def count(ledger: Ledger, listing: Listing) -> int:
    """How many records a listing has."""
    with ledger.reading() as connection:
        condition = _condition(connection, listing)
        table = _table(record_type(listing.kind))
        return connection.execute(select(func.count()).select_from(table).where(condition)).scalar_one()


def page(ledger: Ledger, listing: Listing, first: int, size: int, total: int) -> list[Row]:
    """``size`` lines from number ``first`` (0 is the first) of the ``total`` that ``count`` gave.

    Lines behind the middle are sought from the end, so that jumping there costs no more than staying at the top.
    """
    kind = record_type(listing.kind)
    size = min(size, total - first)
    if size <= 0:
        return []
    from_end = first > total // 2
    with ledger.reading() as connection:
        condition = _condition(connection, listing, walking=True)
        offset = total - first - size if from_end else first
        wanted = _ordered(kind, listing, from_end).where(condition).limit(size).offset(offset)
        ids = [row[0] for row in connection.execute(wanted)]
        found = _rows(connection, kind, ids)
    return list(reversed(found)) if from_end else found


def place(ledger: Ledger, listing: Listing, record_id: int) -> int | None:
    """The number (from 0) of a record's line in a listing; None where the listing has it not."""
    kind = record_type(listing.kind)
    table = _table(kind)
    with ledger.reading() as connection:
        condition = _condition(connection, listing)
        own = connection.execute(select(table).where(table.c.id == record_id, condition)).mappings().one_or_none()
        if own is None:
            return None
        before: ColumnElement[bool] = false()
        for name in reversed(_keys(kind, listing)):
            column, value = table.c[name.lstrip("-")], own[name.lstrip("-")]
            if name.startswith("-"):
                earlier = column.is_not(None) if value is None else column > value
            else:
                earlier = false() if value is None else column.is_(None) | (column < value)
            before = earlier | (column.is_(value) if value is None else column == value) & before
        counted = select(func.count()).select_from(table).where(condition & before)
        return connection.execute(counted).scalar_one()


def titles(connection: Connection, kind: RecordType, ids: Iterable[int]) -> dict[int, str]:
    """How records are named to an officer, by id: ``李梅 财务部``."""
    table = _table(kind)
    columns = [table.c[name] for name in kind.title]
    rows = connection.execute(select(table.c.id, *columns).where(table.c.id.in_(set(ids)))).all()
    shown = _shown(connection, kind, kind.title, rows)
    return {row[0]: " ".join(text for text in texts if text) for row, texts in zip(rows, shown, strict=True)}


def choices(
    ledger: Ledger, kind: str, search: str = "", where: Mapping[str, Value] | None = None, limit: int = 50
) -> list[tuple[int, str]]:
    """The first records that match, as (id, title): what a link field offers while typing."""
    listing = Listing(kind, search, where or {})
    of = record_type(kind)
    with ledger.reading() as connection:
        condition = _condition(connection, listing, walking=True)
        ids = [row[0] for row in connection.execute(_ordered(of, listing, False).where(condition).limit(limit))]
        named = titles(connection, of, ids)
    return [(record_id, named[record_id]) for record_id in ids]


def _table(kind: RecordType) -> Table:
    table = kind.model.__table__
    assert isinstance(table, Table)  # noqa: S101 - tells the type checker what DeclarativeBase does not
    return table


def _keys(kind: RecordType, listing: Listing) -> list[str]:
    """The fields that order a listing; the id breaks ties."""
    names = [*(listing.order or kind.order)]
    if not any(name.lstrip("-") == "id" for name in names):
        names.append("-id" if names[-1].startswith("-") else "id")
    return names


def _ordered(kind: RecordType, listing: Listing, from_end: bool) -> Select[Any]:
    table = _table(kind)
    columns = [(table.c[name.lstrip("-")], name.startswith("-") is not from_end) for name in _keys(kind, listing)]
    keys = [column.desc() if descending else column.asc() for column, descending in columns]
    return select(table.c.id).order_by(*keys)


def _rows(connection: Connection, kind: RecordType, ids: list[int]) -> list[Row]:
    table = _table(kind)
    columns = [table.c[name] for name in kind.list_columns]
    found = connection.execute(select(table.c.id, *columns).where(table.c.id.in_(ids))).all()
    texts = {
        row[0]: shown for row, shown in zip(found, _shown(connection, kind, kind.list_columns, found), strict=True)
    }
    return [Row(record_id, texts[record_id]) for record_id in ids if record_id in texts]


def _shown(connection: Connection, kind: RecordType, names: tuple[str, ...], rows: Any) -> list[tuple[str, ...]]:
    """Texts of rows whose first column is the id and whose others are ``names``; linked records by their titles."""
    linked: dict[str, dict[int, str]] = {}
    for place, name in enumerate(names, 1):
        link = kind.fields[name]
        if isinstance(link, Link):
            linked[name] = titles(connection, record_type(link.to), {row[place] for row in rows if row[place]})
    return [
        tuple(
            linked[name].get(value, "") if name in linked else kind.fields[name].masked(value)
            for name, value in zip(names, row[1:], strict=True)
        )
        for row in rows
    ]


def _condition(connection: Connection, listing: Listing, *, walking: bool = False) -> ColumnElement[bool]:
    """The WHERE of a listing. A search with many hits, read page by page, must be ``walking`` the list's own order."""
    kind = record_type(listing.kind)
    table = _table(kind)
    condition: ColumnElement[bool] = true()
    for name, value in listing.where.items():
        condition &= table.c[name] == value
    sought = plain(listing.search).lower()
    if not sought:
        return condition
    hits = or_(false(), *_matches(connection, kind, sought))
    if walking:
        bounded = select(1).select_from(table).where(condition & hits).limit(_MANY).subquery()
        if connection.execute(select(func.count()).select_from(bounded)).scalar_one() >= _MANY:
            hits = or_(false(), *_matches(connection, kind, sought, unindexed=True))
    return condition & hits


def _matches(
    connection: Connection, kind: RecordType, sought: str, *, unindexed: bool = False
) -> Iterable[ColumnElement[bool]]:
    table = _table(kind)
    spelled = _words(connection, sought)
    for name in kind.search:
        # A plus sign before a column keeps SQLite from using its index.
        column: ColumnElement[Any] = literal_column(f"+{kind.kind}.{name}") if unindexed else table.c[name]
        of = kind.fields[name]
        if isinstance(of, Link):
            target = record_type(of.to)
            yield table.c[name].in_(
                select(_table(target).c.id).where(or_(false(), *_matches(connection, target, sought)))
            )
        elif isinstance(of, Code):
            if sought.isascii() and len(sought) > 1:
                yield column.like(f"%{_escaped(sought)}", escape="!")
        else:
            yield column.in_(spelled)


def _words(connection: Connection, sought: str) -> list[str]:
    """The known words that contain ``sought``, or whose pinyin or initials begin with it."""
    pattern = _escaped(sought)
    spelling = tables.spelling.c
    hit: ColumnElement[bool] = spelling.text.like(f"%{pattern}%", escape="!")
    if sought.isascii():
        sounds = pattern.replace(" ", "")
        hit |= spelling.pinyin.like(f"{sounds}%", escape="!") | spelling.initials.like(f"{sounds}%", escape="!")
    return list(connection.execute(select(spelling.text).where(hit).distinct().limit(5000)).scalars())


def _escaped(text: str) -> str:
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")
