"""What every kind of field can do: parse what is typed, show what is kept, name its column type."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

from sqlalchemy import String
from sqlalchemy.types import TypeEngine

from desktop_app.records import reading

Value = Any  # str | int | bool | date | Month | time | Decimal | tuple[str, ...] | None


@dataclass(frozen=True)
class Kind:
    """What one field holds. ``label`` is the one Chinese name used in editors, lists, imports and forms."""

    label: str
    _: KW_ONLY
    required: bool = False
    help: str = ""
    sensitive: bool = False
    purpose: str = ""  # why a sensitive field is kept at all (个人信息保护法 art. 28, level L1)
    names: tuple[str, ...] = ()  # other column heads under which office files carry this field
    default: Value = None

    def parse(self, text: str, on: date) -> Value:
        """The value typed as ``text``; empty text is None. ``on`` supplies 今天 and a missing year.

        Raises Rejected with the reason.
        """
        text = reading.plain(text)
        return self._parse(text, on) if text else None

    def read(self, cell: object, on: date) -> Value:
        """The value of a spreadsheet cell, which may already be a number, date, time or truth value."""
        return self.parse(reading.cell_text(cell), on)

    def format(self, value: Value) -> str:
        """How an officer sees the value; empty for None."""
        return "" if value is None else str(value)

    def masked(self, value: Value) -> str:
        """How the value is shown where it need not be read: a sensitive one not at all, or by its ends."""
        text = self.format(value)
        return self._hidden(text) if self.sensitive and text else text

    def _hidden(self, text: str) -> str:
        return "***"  # a choice, a day or a number would be told by its ends

    def excess(self, value: Value) -> str:
        """Why a computed value is too large to be kept, empty where it is not; a typed one is refused by ``parse``."""
        return ""

    def column_type(self) -> TypeEngine[Any]:
        """The SQL type that stores it."""
        return String()

    def from_json(self, raw: Any) -> Value:
        """The value that ``to_json`` wrote."""
        return raw

    def _parse(self, text: str, on: date) -> Value:
        return text


def to_json(value: Value) -> Any:
    """A value as JSON carries it: ISO dates and times, decimals as text, choices as a list."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Decimal):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def ends_of(text: str) -> str:
    """Text by its ends: 138****8000, 李*."""
    return text[:1] + "*" * (len(text) - 1) if len(text) < 7 else text[:3] + "*" * (len(text) - 7) + text[-4:]
