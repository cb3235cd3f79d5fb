"""What a text takes in a cell: the width it has, the height of its lines, and the sizes it may be set in."""

from __future__ import annotations

import re

from desktop_app.printing import ruler
from desktop_app.printing.look import Look

SMALLEST = 7.0  # points; below this print is not readable
READABLE = 9.0  # points; what a list is read at with ease (forms survey, 7.3)
PAD = 2.0  # room Excel keeps free at each side of a cell, at 96 dpi 2-3 pixels
_PEN_ROOM = re.compile("　{3,4}(?=[年月日])")  # what formats.as_text leaves for a missing date
SPARE = 6  # lines of prose for which one more is kept free: an office PC's own font may break them differently
ONE_LINE = 1.2  # em; Excel's own rows give a single line of a Song face no more


def room_in(look: Look, width: float) -> float:
    """The width text may take in a cell ``width`` wide: indents are three spaces, about one character of 9 pt."""
    sides = 2 if look.horizontal == "distributed" else 1
    return max(width - 2 * PAD - sides * look.indent * 9.0, 1.0)


def pitch(look: Look, size: float | None = None) -> float:
    """From one line to the next."""
    return sum(ruler.metrics(look.face)) * (size or look.size)


def count_in(height: float, look: Look) -> int:
    """How many lines a row of that height holds, the spare ones left out."""
    return int((height - 1) / pitch(look) * SPARE / (SPARE + 1))


def with_less_room(text: str, look: Look, room: float) -> str:
    """A date to be written by pen on one line, its places narrowed no further than they must; empty if that fails."""
    for year, part in ((4, 2), (3, 2), (2, 2)) if _PEN_ROOM.search(text) and "\n" not in text else ():
        narrowed = _PEN_ROOM.sub(lambda place: "　" * (year if len(place.group()) == 4 else part), text)  # noqa: B023
        if ruler.width(narrowed, look.face, look.size) <= room:
            return narrowed
    return ""


def size_of_name(name: str, look: Look, room: float) -> float:
    """The largest size, 9 pt at least, at which each part of 古丽娜尔·买买提 has a line of its own."""
    size = look.size
    while size - 0.5 >= READABLE and not ruler.parts(name, look.face, room / size):
        size -= 0.5
    return size


def lines_height(look: Look, text: str, size: float, room: float) -> float:
    """The height a box needs for a text set in ``size`` points."""
    count = len(ruler.lines(text, look.face, size, room))
    return size * ONE_LINE if count == 1 else count * pitch(look, size) + 1
