"""Fields that hold words from a list, or yes and no."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Boolean
from sqlalchemy.types import TypeEngine

from desktop_app.errors import Rejected
from desktop_app.records import reading
from desktop_app.records.fields.kind import Kind, Value
from desktop_app.records.values import TagsColumn


@dataclass(frozen=True)
class Choice(Kind):
    """One of the listed words; ``aliases`` are other spellings, ``open`` admits further words."""

    options: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict, hash=False)
    open: bool = False

    def parse(self, text: str, on: date) -> Value:
        """The listed word that ``text`` is, brackets of any width, or the only one it begins."""
        text = reading.trimmed(text)
        return self._parse(text, on) if text else None

    def _parse(self, text: str, on: date) -> str:
        words = _folded(self.options, tuple(self.aliases.items()))
        typed = reading.plain(text)
        if typed in words:
            return words[typed]
        begun = [option for option in self.options if reading.plain(option).startswith(typed)]
        if len(begun) == 1 and not self.open:
            return begun[0]
        if self.open:
            return text
        raise Rejected(f"“{text}”不在可选范围：{'、'.join(self.options)}")


@lru_cache(maxsize=256)
def _folded(options: tuple[str, ...], aliases: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {reading.plain(word): meant for word, meant in aliases} | {reading.plain(word): word for word in options}


@dataclass(frozen=True)
class Choices(Choice):
    """Several of the listed words, e.g. the equipment used."""

    def parse(self, text: str, on: date) -> Value:
        """Words parted by 、 or a comma, semicolon or space."""
        words = [word for word in re.split(r"[、,，;；/\s☑√□]+", reading.trimmed(text)) if word]
        return tuple(dict.fromkeys(self._parse(word, on) for word in words))

    def format(self, value: Value) -> str:
        """The words joined by 、."""
        return "、".join(value or ())

    def column_type(self) -> TypeEngine[Any]:
        """Joined text."""
        return TagsColumn()

    def from_json(self, raw: Any) -> Value:
        """A list to choices."""
        return tuple(raw or ())


@dataclass(frozen=True)
class YesNo(Kind):
    """是 or 否."""

    yes: tuple[str, ...] = ()  # further words that mean yes, such as 会员
    no: tuple[str, ...] = ()

    _YES = ("是", "有", "已", "√", "☑", "✓", "y", "yes", "true", "1", "对", "会员", "已建", "已入会")
    _NO = ("否", "无", "未", "×", "□", "✗", "n", "no", "false", "0", "没有", "不是", "非会员", "未建", "未入会", "/")

    def _parse(self, text: str, on: date) -> bool:
        word = text.lower()
        if word in self.yes or word in self._YES:
            return True
        if word in self.no or word in self._NO:
            return False
        raise Rejected(f"“{text}”应填“是”或“否”")

    def format(self, value: Value) -> str:
        """是 / 否."""
        return "" if value is None else "是" if value else "否"

    def column_type(self) -> TypeEngine[Any]:
        """0 or 1."""
        return Boolean()
