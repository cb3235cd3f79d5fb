"""Fields that hold a day, a month or a time, typed in any office habit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from sqlalchemy.types import TypeEngine

from desktop_app.errors import Rejected
from desktop_app.records import reading
from desktop_app.records.fields.kind import Kind, Value
from desktop_app.records.values import DayColumn, Month, TimeColumn, day_of

_FIRST_YEAR, _LAST_YEAR = 1900, 2199


@dataclass(frozen=True)
class Day(Kind):
    """A date. Typed as 20240506, 2024.5.6, 24-5-6, 5.6 (this year), 今天; shown as 2024-05-06."""

    or_month: bool = False  # a month alone is legal: 出生年月、入会时间

    def read(self, cell: object, on: date) -> Value:
        """Dates of a sheet come as they are; day numbers (45418) as what they stand for."""
        day = reading.sheet_day(cell)
        return _likely(day) if day else super().read(cell, on)

    def format(self, value: Value) -> str:
        """ISO, without the day where only the month is known."""
        return "" if value is None else value.isoformat()

    def column_type(self) -> TypeEngine[Any]:
        """ISO text."""
        return DayColumn()

    def from_json(self, raw: Any) -> Value:
        """ISO text to a date or Month."""
        return None if raw is None else day_of(raw)

    def _parse(self, text: str, on: date) -> date:
        day = reading.day(text, on)
        if day is None:
            raise Rejected(f"“{text}”不是日期，应如 2024-05-06")
        if isinstance(day, Month) and not self.or_month:
            raise Rejected(f"“{text}”只有年月，请补上日，如 {day}-06")
        return _likely(day)


@dataclass(frozen=True)
class MonthKind(Day):
    """A month: 1985.06. A full date is shortened to its month."""

    or_month: bool = True

    def read(self, cell: object, on: date) -> Value:
        """A sheet's date is taken as its month."""
        return _month(super().read(cell, on))

    def _parse(self, text: str, on: date) -> date:
        found = super()._parse(text, on)
        return Month(found.year, found.month, 1)


def _likely(day: date) -> date:
    """The day itself; one such as 9999-12-31 stands for "no end" and has no day after it to count to."""
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise Rejected(f"{day.year}年不在{_FIRST_YEAR}年到{_LAST_YEAR}年之间，没有期限的请留空")
    return day


def _month(day: date | None) -> Month | None:
    return None if day is None else Month(day.year, day.month, 1)


@dataclass(frozen=True)
class Time(Kind):
    """A time of day: 0905, 9:05, 9：05, 下午3点20分; shown as 09:05."""

    def read(self, cell: object, on: date) -> Value:
        """Times of a sheet come as they are, or as a part of a day (0.375)."""
        moment = reading.sheet_time(cell)
        return moment if moment is not None else super().read(cell, on)

    def format(self, value: Value) -> str:
        """HH:MM."""
        return "" if value is None else f"{value:%H:%M}"

    def column_type(self) -> TypeEngine[Any]:
        """Minutes since midnight."""
        return TimeColumn()

    def from_json(self, raw: Any) -> Value:
        """HH:MM to a time."""
        return None if raw is None else time.fromisoformat(raw)

    def _parse(self, text: str, on: date) -> time:
        moment = reading.time_of_day(text)
        if moment is None:
            raise Rejected(f"“{text}”不是时间，应如 09:05 或 0905")
        return moment
