"""The many ways superiors write one label, brought to one spelling before anything is compared."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from desktop_app.paths import resource
from desktop_app.records.reading import plain

_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,2}\)|\d{1,2}[.、](?!\d)|[①-⑳]|[*＊★☆△▲※]+)"
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_SIGNS = re.compile(r"[“”‘’\"'《》〈〉【】\[\]·,，、;；。:：\s\-—_]+")
_PART = re.compile(r"^(?:#?其中|#)[:：,，、]?")
_COUNTS = {"人": "数", "个": "个数", "间": "个数", "份": "份数"}


@cache
def labels() -> Mapping[str, Any]:
    """What ``resources/recognition/labels.toml`` says."""
    return tomllib.loads(resource("recognition", "labels.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Label:
    """A label as compared: its ``word``, the unit in its brackets, whether it is “其中”, and what else it says."""

    text: str
    word: str
    unit: str = ""
    is_part: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        """The spellings to look for, the most exact first: 哺乳室（间）may stand as 哺乳室个数 or 哺乳室数."""
        found = [self.word]
        if self.unit in _COUNTS and not self.word.endswith("数"):
            found = [self.word + _COUNTS[self.unit], self.word + "数", self.word]
        if self.word.endswith("个数"):
            found.append(self.word[:-2] + "数")
        return tuple(dict.fromkeys(found))


@cache
def label(text: str) -> Label:
    """The label that a cell's text is."""
    folded = re.sub(r"\s+", "", plain(text)).rstrip(":：")
    folded = _NUMBERING.sub("", folded)
    part = _PART.match(folded)
    folded = folded[part.end() :] if part else folded
    unit = ""
    for note in _BRACKET.findall(folded):
        if unit_of(note.removeprefix("单位:")):
            unit = unit_of(note.removeprefix("单位:"))
            folded = folded.replace(f"({note})", "")
        elif note in _notes():
            folded = folded.replace(f"({note})", "")
    return Label(text.strip(), word(folded), unit, bool(part))


@cache
def word(text: str) -> str:
    """Text in the one spelling: brackets and signs away, the words of ``[[same]]`` replaced in their order."""
    text = _SIGNS.sub("", plain(text).replace("(", "").replace(")", ""))
    for pattern, instead in _same():
        text = pattern.sub(instead, text) or text
    return text


def unit_of(text: str) -> str:
    """The unit a word is, in one spelling: 平方米 -> ㎡; empty for what is none."""
    return units().get(text.strip(), "")


@cache
def units() -> Mapping[str, str]:
    """Every spelling of a unit, and the one it is compared by."""
    return {plain(each): unit for unit, spellings in labels()["units"].items() for each in (unit, *spellings)}


@cache
def column_words(what: str) -> frozenset[str]:
    """The heads of a list of indicators: its ``indicator``, ``unit`` and ``figure`` columns."""
    return frozenset(map(word, labels()["columns"][what]))


@cache
def is_by_hand(text: str) -> bool:
    """Whether a place is for the pen or the seal: 签字、意见、审批."""
    said = re.sub(r"\s+", "", plain(text)).rstrip(":")
    return re.search(labels()["by_hand"], re.sub("(?:签字|签章)(?:日期|时间)$", "", said)) is not None


def is_signed(text: str) -> bool:
    """Whether a place is for a signature or opinion; a photograph's is not."""
    return is_by_hand(text) and re.search("照片|粘贴", re.sub(r"\s+", "", text)) is None


@cache
def _same() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(plain(pattern)), instead) for pattern, instead in labels()["same"])


@cache
def _notes() -> frozenset[str]:
    return frozenset(plain(note) for note in labels()["notes"])
