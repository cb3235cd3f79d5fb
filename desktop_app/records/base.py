"""The shape of every record: an ORM class whose columns carry their field facts, and its RecordType."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import ForeignKey, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desktop_app.records.fields import Kind, Link, Measure, Value

Values = dict[str, Value]


class Base(DeclarativeBase):
    """Names every constraint, so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        }
    )


class Record(Base):
    """One kept thing; its kind is its table's name."""

    __abstract__ = True
    __table_args__: Any = {"sqlite_autoincrement": True}  # an id is never given twice, so undo is safe

    id: Mapped[int] = mapped_column(primary_key=True)


def column(kind: Kind, *, index: bool = False) -> Any:
    """A column holding ``kind``. What is required is checked when typed, not by SQL: half-known records can be kept."""
    keys = (ForeignKey(f"{kind.to}.id"),) if isinstance(kind, Link) else ()
    return mapped_column(
        kind.column_type(), *keys, nullable=True, index=index or isinstance(kind, Link), info={"kind": kind}
    )


@dataclass(frozen=True)
class Problem:
    """One fault of one field: ``reason`` is a Chinese clause; a warning does not hinder saving."""

    field: str
    reason: str
    is_warning: bool = False


@dataclass(frozen=True)
class Group:
    """A titled block of an editor."""

    title: str
    fields: tuple[str, ...]


def _no_check(values: Mapping[str, Value]) -> list[Problem]:
    return []


def _no_change(values: Values) -> Values:
    return values


@dataclass(frozen=True)
class RecordType:
    """All that the generic list, editor, importer, history and catalogue need to know of one kind of record."""

    model: type[Record]
    label: str
    title: tuple[str, ...]  # fields that together name one record to an officer
    list_columns: tuple[str, ...]
    groups: tuple[Group, ...]
    order: tuple[str, ...] = ("id",)  # the list's own order; "-" before a name is descending
    search: tuple[str, ...] = ()
    key: tuple[str, ...] = ()  # fields by which an imported row is recognised as one already kept
    is_log: bool = False  # equal rows may stand side by side (a paper log)
    is_single: bool = False  # one per ledger: the enterprise, its union
    is_guarded: bool = False  # of somebody's body or health: kept in a locked ledger only, shown after the password
    owner: str = ""  # the link field to the record this one belongs to and goes with
    through: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # link -> fields of its target an import may name
    names: tuple[str, ...] = ()  # words by which a sheet of this kind is recognised
    check: Callable[[Mapping[str, Value]], list[Problem]] = _no_check
    complete: Callable[[Values], Values] = _no_change  # fill in what follows from other fields

    @property
    def kind(self) -> str:
        """Its one identifier, also the table's name."""
        return str(self.model.__tablename__)

    @cached_property
    def fields(self) -> dict[str, Kind]:
        """Field name -> kind, in the order declared."""
        return {c.name: c.info["kind"] for c in self.model.__table__.columns if "kind" in c.info}

    def faults(self, values: Mapping[str, Value]) -> list[Problem]:
        """What its own rules say across fields, and every value computed from others that is too large to be kept."""
        excesses = ((name, self.fields[name].excess(values.get(name))) for name in self._measured)
        return [*self.check(values), *(Problem(name, reason) for name, reason in excesses if reason)]

    @cached_property
    def _measured(self) -> tuple[str, ...]:
        return tuple(name for name, kind in self.fields.items() if isinstance(kind, Measure))

    def links(self) -> dict[str, Link]:
        """The fields that point to other records."""
        return {name: kind for name, kind in self.fields.items() if isinstance(kind, Link)}
