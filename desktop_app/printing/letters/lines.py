"""Lines of official Chinese text: 28 characters to the line, no mark astray at either end, both edges straight."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from desktop_app.printing import fonts, ruler

# GB/T 9704-2012, 5.2: a type area of 156 x 225 mm holds 22 lines of 28 characters; one inch is 72 points.
WIDE, HIGH = 156 * 72 / 25.4, 225 * 72 / 25.4
PITCH, LINE = WIDE / 28, HIGH / 22
BODY_SIZE = 16.0  # 3号
TIGHTER = PITCH - BODY_SIZE  # added after every character of running text, as Word's document grid does

SONG, FANG, HEI, KAI, TITLE_FONT = "宋体", "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"

_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕”’…·％%,.;:?!)]}～℃")
_NOT_LAST = frozenset("（《〈「『【〔“‘([{￥$")
_GIVES_BEHIND = frozenset("，。、；：）》〉」』】〕”’")
_GIVES_BEFORE = frozenset("（《〈「『【〔“‘")
_DOUBLED = frozenset("—…")
_GIVES = 0.45  # how much of its em a punctuation mark gives up at most
_WIDEST_GAP = 0.5  # em; beyond it a line is left ragged rather than torn apart
_ATOM = re.compile(r"\n|[0-9]+|[!-/:-~]+|.", re.DOTALL)
_SLACK = 0.01


class Run(NamedTuple):
    """Text in one font, named as Word names it."""

    text: str
    font: str = FANG


class Atom(NamedTuple):
    """What is never parted: a Chinese character, or the digits or letters that stand together."""

    text: str
    face: str
    width: float
    spacing: float  # points after each of its characters, included in the width
    glued: bool  # no break and no stretch before it


class Segment(NamedTuple):
    """Text to be drawn at ``x`` points from the paragraph's left edge."""

    text: str
    face: str
    x: float
    spacing: float


@dataclass(frozen=True)
class SetLine:
    """One line as drawn, and how wide it would be by itself."""

    segments: tuple[Segment, ...]
    width: float


def text_width(text: str, font: str = FANG, size: float = BODY_SIZE, tighter: float = TIGHTER) -> float:
    """The width in points of a text on one line."""
    return sum(atom.width for atom in _atoms(text, fonts.face_for(font), size, tighter, WIDE))


def set_lines(
    runs: Sequence[Run],
    *,
    size: float = BODY_SIZE,
    room: float = WIDE,
    first: float = 0.0,
    align: str = "both",
    tighter: float = TIGHTER,
) -> list[SetLine]:
    """Break a paragraph into lines of ``room`` points, the first one indented by ``first`` (negative: hanging).

    ``align`` is ``both`` (the last line stays ragged), ``left``, ``center`` or ``right``. Raises FormRefused for a
    character that no font has.
    """
    atoms: list[Atom] = []
    for run in runs:
        atoms += _atoms(run.text, fonts.face_for(run.font), size, tighter, room)
    found: list[SetLine] = []
    start = 0
    while start < len(atoms) or not found:
        indent = first if not found else 0.0
        end, is_last = _line_end(atoms, start, room - indent, size)
        line = atoms[start:end]
        while line and line[-1].text == " ":
            line.pop()
        found.append(_set(line, indent, room, size, align if align != "both" or not is_last else "left"))
        start = end + (end < len(atoms) and atoms[end].text == "\n")
    return found


@lru_cache(maxsize=4_000)
def _atoms(text: str, face: str, size: float, tighter: float, room: float) -> tuple[Atom, ...]:
    found: list[Atom] = []
    joins = False  # the last one ended in digits or letters
    for piece in _ATOM.findall(text):
        latin = "!" <= piece[0] <= "~"
        glued = latin and joins
        joins = latin
        atom = _atom(piece, face, size, tighter, glued)
        together = atom.width + (_glued_width(found) if glued else 0.0)
        if together > room and len(piece) > 1:
            found += [_atom(character, face, size, tighter, False) for character in piece]
        else:
            found.append(atom._replace(glued=glued and together <= room))
    return tuple(found)


def _glued_width(atoms: list[Atom]) -> float:
    width = 0.0
    for atom in reversed(atoms):
        width += atom.width
        if not atom.glued:
            break
    return width


def _atom(text: str, face: str, size: float, tighter: float, glued: bool) -> Atom:
    natural = ruler.width(text, face, size)
    if text[0].isdecimal() and text.isascii():  # half a character each, as in 仿宋
        spacing = (size + tighter) / 2 - natural / len(text)
    else:
        spacing = 0.0 if text.isascii() else tighter
    return Atom(text, face, natural + spacing * len(text) if text != "\n" else 0.0, spacing, glued)


def _may_break(atoms: Sequence[Atom], at: int) -> bool:
    before, after = atoms[at - 1], atoms[at]
    if after.glued or after.text[0] in _NOT_FIRST or before.text[-1] in _NOT_LAST:
        return False
    return not (before.text == after.text and after.text in _DOUBLED)


def _gives(atom: Atom, size: float) -> float:
    return _GIVES * size if atom.text in _GIVES_BEHIND or atom.text in _GIVES_BEFORE else 0.0


def _line_end(atoms: Sequence[Atom], start: int, room: float, size: float) -> tuple[int, bool]:
    """Where the line ends, and whether the paragraph (or a typed line) ends with it."""
    used, end = 0.0, start
    while end < len(atoms) and atoms[end].text != "\n":
        if used + atoms[end].width > room + _SLACK and end > start:
            break
        used += atoms[end].width
        end += 1
    if end == len(atoms) or atoms[end].text == "\n":
        return end, True
    if _may_break(atoms, end):
        return end, False
    squeezed = _squeezed_end(atoms, start, end, used - room, size)
    if squeezed:
        return squeezed, False
    back = end
    while back > start + 1 and not _may_break(atoms, back):
        back -= 1
    return (back if _may_break(atoms, back) else end), False


def _squeezed_end(atoms: Sequence[Atom], start: int, end: int, over: float, size: float) -> int:
    """Where the line may end if its punctuation is set closer; 0 when that gives too little."""
    stop = end
    while stop < len(atoms) and atoms[stop].text != "\n" and (stop == end or not _may_break(atoms, stop)):
        over += atoms[stop].width
        stop += 1
    return stop if over <= sum(_gives(atom, size) for atom in atoms[start:stop]) + _SLACK else 0


def _set(line: Sequence[Atom], indent: float, room: float, size: float, align: str) -> SetLine:
    """Place the atoms: a full line stretched or squeezed to the room, others where ``align`` says."""
    width = sum(atom.width for atom in line)
    extra = room - indent - width
    gaps = sum(not atom.glued for atom in line[1:])
    stretch = extra / gaps if align == "both" and gaps and 0 < extra <= gaps * _WIDEST_GAP * size else 0.0
    given = sum(_gives(atom, size) for atom in line)
    squeeze = -extra / given if extra < -_SLACK and given else 0.0
    x = indent + {"center": extra / 2, "right": extra}.get(align, 0.0) * (extra > 0)
    segments: list[Segment] = []
    goes_on = False  # the last segment takes further characters
    for number, atom in enumerate(line):
        x += stretch if number and not atom.glued else 0.0
        gives = squeeze * _gives(atom, size)
        plain = not atom.text.isascii() and not gives
        if goes_on and plain and segments[-1].face == atom.face:
            segments[-1] = segments[-1]._replace(text=segments[-1].text + atom.text)
        else:
            at = x - (gives if atom.text in _GIVES_BEFORE else 0.0)
            segments.append(Segment(atom.text, atom.face, at, atom.spacing + (stretch if plain else 0.0)))
        x += atom.width - gives
        goes_on = plain
    return SetLine(tuple(segments), width)
