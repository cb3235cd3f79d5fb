"""A number of a form and the records behind it, told by one declaration so that the two cannot disagree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, case, func, literal, select, true

from desktop_app.records.base import RecordType
from desktop_app.records.fields import Value
from desktop_app.records.registry import record_type
from desktop_app.services.forming.sources import Sources, table_of

Among = Callable[[Sources], Select[Any]]
Which = Callable[[Sources, Any], ColumnElement[bool]]
Parts = Sequence[tuple[int, Value]]  # record id and what the record contributes


def any_of_them(sources: Sources, c: Any) -> ColumnElement[bool]:
    """Every record counts."""
    return true()


@dataclass(frozen=True)
class Figure:
    """What is counted, or summed where ``measure`` names a field or gives an expression over the columns.

    Nothing at all ``among`` the records in question gives None (blank), none that are ``which`` gives 0.
    ``gather`` makes the value from what the single records give, where it is no count and no sum.
    """

    kind: str
    among: Among
    which: Which = any_of_them
    measure: str | Callable[[Any], ColumnElement[Any]] = ""
    gather: Callable[[Sequence[Value]], Value] | None = None

    def __call__(self, sources: Sources) -> Value:
        """The figure; None where there is nothing to count."""
        if self.gather:
            return self.gather([value for _, value in self.parts(sources)])
        matches, measure = self._matches(sources), self._measure()
        # The measure's own type reads the sum back: amounts are kept in fen.
        part = func.sum(case((matches, measure)), type_=measure.type)
        numbers = [func.count(), func.count(case((matches, 1))), part]
        query = self.among(sources).order_by(None).with_only_columns(*numbers)
        everything, found, total = sources.connection.execute(query).one()
        if not everything:
            return None
        return total if found else 0

    def parts(self, sources: Sources, limit: int | None = None) -> Parts:
        """The records behind the figure, at most ``limit``, each with what it contributes."""
        query = self.among(sources).where(self._matches(sources)).with_only_columns(self._c.id, self._measure())
        return [(record_id, value) for record_id, value in sources.connection.execute(query.limit(limit))]

    def size(self, sources: Sources) -> int:
        """How many records are behind it."""
        query = self.among(sources).where(self._matches(sources)).order_by(None).with_only_columns(func.count())
        found: int = sources.connection.execute(query).scalar_one()
        return found

    @property
    def record_type(self) -> RecordType:
        """What kind of record it counts."""
        return record_type(self.kind)

    @property
    def summed(self) -> str:
        """The label of the field that is summed; empty for a count."""
        return self.record_type.fields[self.measure].label if self.measure in self.record_type.fields else ""

    @property
    def _c(self) -> Any:
        return table_of(self.record_type).c

    def _matches(self, sources: Sources) -> ColumnElement[bool]:
        return self.which(sources, self._c)

    def _measure(self) -> ColumnElement[Any]:
        if callable(self.measure):
            return self.measure(self._c)
        column: ColumnElement[Any] = self._c[self.measure] if self.measure else literal(1, Integer)
        return column


@dataclass(frozen=True)
class Share:
    """One figure over another, four places; None where the whole is nothing."""

    part: Figure
    whole: Figure

    def __call__(self, sources: Sources) -> Value:
        """The share."""
        part, whole = self.part(sources), self.whole(sources)
        return (Decimal(part) / whole).quantize(Decimal("0.0001")) if whole and part is not None else None


@dataclass(frozen=True)
class Whether:
    """Whether a count comes to any; None where there is nothing to count."""

    count: Figure

    def __call__(self, sources: Sources) -> Value:
        """The answer."""
        found = self.count(sources)
        return None if found is None else found > 0


def every(kind: str) -> Among:
    """All records of the kind."""
    table = table_of(record_type(kind))
    return lambda sources: select(table.c.id).select_from(table).order_by(table.c.id)


def within(kind: str, day: str) -> Among:
    """Records of the kind whose ``day`` falls into the form's period."""
    of, table = record_type(kind), table_of(record_type(kind))
    return lambda sources: select(table.c.id).where(sources.in_span(of, table, day)).order_by(table.c[day], table.c.id)


def listed(scope: str) -> Among:
    """The lines of a list of the catalogue."""
    return lambda sources: sources.rows(scope)


def one(scope: str, kind: str) -> Among:
    """The record that a single scope of the catalogue stands for."""
    table = table_of(record_type(kind))
    return lambda sources: select(table.c.id).select_from(table).where(table.c.id == sources.id_of(scope))


def holds(**words: object) -> Which:
    """Records whose fields hold these values; several values in a tuple are alternatives."""

    def condition(sources: Sources, c: Any) -> ColumnElement[bool]:
        found: ColumnElement[bool] = true()
        for field, word in words.items():
            found &= c[field].in_(word) if isinstance(word, tuple) else c[field] == word
        return found

    return condition
