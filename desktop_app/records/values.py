"""Python values and column types for what SQLite has no type of its own: a month, a time of day, several choices."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

from sqlalchemy import Integer, String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Month(date):
    """A month whose day nobody stated: compares and sorts as its first day, prints without one."""

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    isoformat = __str__


def day_of(text: str) -> date:
    """The date of ISO text, or the Month of ``2024-05``."""
    return Month(int(text[:4]), int(text[5:]), 1) if len(text) == 7 else date.fromisoformat(text)


class DayColumn(TypeDecorator[date]):
    """``2024-05-06`` or, where only the month is known, ``2024-05``; sorts rightly as text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """A date to its text."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        """Its text to a date or Month."""
        return None if value is None else day_of(value)


class TimeColumn(TypeDecorator[time]):
    """Minutes since midnight, so that SQL can subtract two times."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        """A time to minutes."""
        return None if value is None else value.hour * 60 + value.minute

    def process_result_value(self, value: Any, dialect: Dialect) -> time | None:
        """Minutes to a time."""
        return None if value is None else time(*divmod(value, 60))


class MeasureColumn(TypeDecorator[Decimal]):
    """A decimal of fixed places kept as a whole number, so that sums are exact."""

    impl = Integer
    cache_ok = True

    def __init__(self, places: int) -> None:
        super().__init__()
        self.places = places

    def process_bind_param(self, value: Any, dialect: Dialect) -> int | None:
        """A decimal to its scaled whole number."""
        return None if value is None else int(Decimal(value).scaleb(self.places))

    def process_result_value(self, value: Any, dialect: Dialect) -> Decimal | None:
        """A scaled whole number to its decimal."""
        return None if value is None else Decimal(value).scaleb(-self.places)


class TagsColumn(TypeDecorator[tuple[str, ...]]):
    """Several choices, joined by the mark an officer would use."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Choices to one text."""
        return "、".join(value) if value else None

    def process_result_value(self, value: Any, dialect: Dialect) -> tuple[str, ...]:
        """One text to choices."""
        return tuple(value.split("、")) if value else ()
