"""Fields that hold words, and the link to another record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Integer
from sqlalchemy.types import TypeEngine

from desktop_app.errors import Rejected
from desktop_app.records import reading
from desktop_app.records.fields.kind import Kind, Value, ends_of


@dataclass(frozen=True)
class Text(Kind):
    """One line of text; names are altered at their edges only."""

    max_length: int = 200

    def _parse(self, text: str, on: date) -> str:
        text = " ".join(text.splitlines())
        if len(text) > self.max_length:
            raise Rejected(f"太长：{len(text)} 个字，最多 {self.max_length} 个字")
        return text

    def parse(self, text: str, on: date) -> Value:
        """As typed, without surrounding space: digits and letters of a text are not folded."""
        text = reading.trimmed(text)
        return self._parse(text, on) if text else None

    def _hidden(self, text: str) -> str:
        return ends_of(text)


@dataclass(frozen=True)
class LongText(Text):
    """Text of several lines; Enter is a line break."""

    max_length: int = 10_000

    def _parse(self, text: str, on: date) -> str:
        if len(text) > self.max_length:
            raise Rejected(f"太长：{len(text)} 个字，最多 {self.max_length} 个字")
        return text


@dataclass(frozen=True)
class Link(Kind):
    """Another record: ``to`` is its kind. Its value is that record's id; what is shown is that record's title."""

    to: str = ""

    def _parse(self, text: str, on: date) -> int:
        if not text.isdecimal() or len(text) > 15:
            raise Rejected(f"没有找到“{text}”，请先在“{self.label}”里选择")
        return int(text)

    def column_type(self) -> TypeEngine[Any]:
        """The id."""
        return Integer()
