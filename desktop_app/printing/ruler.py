"""How wide text is and where it breaks into lines, remembered so that a log of ten thousand rows is measured once."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop_app.printing import fonts

# Characters that may not begin or end a line (GB/T 15834 and W3C clreq, the common ones).
_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…—·％%,.;:?!)]}～")
_NOT_LAST = frozenset("（《〈「『【〔“‘([{￥$")
PARTED = "·"  # between the parts of a name: 古丽娜尔·买买提
_LONGEST_NAME = 24
_UNIT = re.compile(r"[!-~]+ *|\s|.", re.DOTALL)


class _Advances(dict[str, float]):
    """The advance of each character of one face, in em."""

    def __init__(self, face: str) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> float:
        advance = self[character] = fonts.width(character, self._face, 1.0)
        return advance


@lru_cache(maxsize=64)
def _advances(face: str) -> _Advances:
    return _Advances(face)


def width(text: str, face: str, size: float) -> float:
    """The width of one line in points."""
    return sum(map(_advances(face).__getitem__, text)) * size


def lines(text: str, face: str, size: float, room: float) -> tuple[str, ...]:
    """Text broken to fit ``room`` points. A line that ended with a typed line break keeps its ``\\n``."""
    if "\n" not in text and (len(text) * size <= room or width(text, face, size) <= room):
        return (text,)
    return _broken(text, face, round(room / size, 4))


@lru_cache(maxsize=4_000)
def _broken(text: str, face: str, room: float) -> tuple[str, ...]:
    found: list[str] = []
    for paragraph in text.splitlines(keepends=True) or [""]:
        end = "\n" if paragraph.endswith("\n") else ""
        pieces = _break_paragraph(paragraph.rstrip("\n"), face, room)
        found += [*pieces[:-1], pieces[-1] + end]
    if text.endswith("\n"):
        found.append("")
    return tuple(found)


def parts(name: str, face: str, room: float) -> list[str]:
    """A name of several parts broken between them to fit ``room`` em; nothing when it is none or a part is too wide."""
    if PARTED not in name or len(name) > _LONGEST_NAME:
        return []
    advances, found = _advances(face), [""]
    for part in re.findall(f"[^{PARTED}]*{PARTED}?", name):
        if found[-1] and sum(map(advances.__getitem__, found[-1] + part)) > room:
            found.append("")
        found[-1] += part
    return found if all(sum(map(advances.__getitem__, part)) <= room for part in found) else []


def _break_paragraph(text: str, face: str, room: float) -> list[str]:
    named = parts(text, face, room)
    if named:
        return named
    advances = _advances(face)
    found: list[str] = []
    line, used = "", 0.0
    for unit in _units(text, advances, room):
        wide = sum(map(advances.__getitem__, unit.rstrip()))
        if line and used + wide > room:
            found.append(line)
            line, used = "", 0.0
        line += unit
        used += wide + sum(map(advances.__getitem__, unit[len(unit.rstrip()) :]))
    return [*found, line]


def _units(text: str, advances: _Advances, room: float) -> list[str]:
    """What may not be parted: words and numbers, a character with the punctuation that clings to it."""
    units: list[str] = []
    for unit in _UNIT.findall(text):
        clings = units and (unit[0] in _NOT_FIRST or units[-1][-1] in _NOT_LAST)
        if clings and sum(map(advances.__getitem__, units[-1] + unit)) <= room:
            units[-1] += unit
        elif sum(map(advances.__getitem__, unit)) > room:
            units += unit
        else:
            units.append(unit)
    return units


@lru_cache(maxsize=64)
def metrics(face: str) -> tuple[float, float]:
    """Ascent and descent (positive) of a face's line, in em."""
    return fonts.ascent(face, 1.0), fonts.descent(face, 1.0)
