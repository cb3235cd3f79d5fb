"""The kinds of cell our forms are made of, and how each sets its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.styles import Alignment, Font

TITLE_FACE, SONG, FANG, HEI = "方正小标宋简体", "宋体", "仿宋", "黑体"  # the names Windows and WPS know


@dataclass(frozen=True)
class Box:
    """One cell to be: its text, how many columns and rows it covers, and how the text is set."""

    text: str
    span: int = 1
    rows: int = 1
    face: str = FANG
    size: float = 10.5
    bold: bool = False
    across: str = "center"
    down: str = "center"
    wrap: bool = True
    indent: int = 0
    edges: str = "left right top bottom"

    @property
    def font(self) -> Font:
        """Its font."""
        return Font(name=self.face, sz=self.size, b=self.bold)

    @property
    def alignment(self) -> Alignment:
        """Its alignment; what must not wrap shrinks instead."""
        return Alignment(self.across, self.down, wrap_text=self.wrap, shrink_to_fit=not self.wrap, indent=self.indent)


def title(text: str, span: int, size: float) -> Box:
    """The form's title."""
    return Box(text, span, face=TITLE_FACE, size=size, wrap=False, edges="")


def head(text: str, span: int = 1, rows: int = 1, size: float = 10.5) -> Box:
    """A column's head: bold, centred; it wraps only where told."""
    return Box(text, span, rows, SONG, size, bold=True, wrap="\n" in text)


def label(text: str, span: int = 1) -> Box:
    """What is asked, beside its answer; it wraps only where told."""
    return Box(text, span, face=SONG, size=10, wrap="\n" in text)


def value(text: str, span: int = 1, across: str = "center") -> Box:
    """An answer of one line or a few."""
    return Box(text, span, across=across)


def number(text: str, span: int = 1) -> Box:
    """A short answer on one line."""
    return Box(text, span, wrap=False)


def prose(text: str, span: int = 1) -> Box:
    """A long answer, from the top."""
    return Box(text, span, across="left", down="top")


def section(text: str, span: int) -> Box:
    """A line that opens a part of the form."""
    return Box(text, span, face=HEI, across="left", wrap=False)


def plain(text: str, span: int = 1, across: str = "left") -> Box:
    """Text outside the table: 填报单位, 填报日期, signatures."""
    return Box(text, span, face=SONG, across=across, wrap=False, edges="")


def note(text: str, span: int) -> Box:
    """A note beneath the table."""
    return Box(text, span, face=SONG, size=9, across="left", edges="")


@dataclass(frozen=True)
class Column:
    """A column of a roster: its head, its width in mm, what each line shows there."""

    title: str
    width: float
    text: str = ""
    wrap: bool = False
    across: str = "center"
    size: float = 10

    @property
    def box(self) -> Box:
        """Its cell in a line."""
        indent = 1 if self.across == "right" else 0  # figures keep off the line
        return Box(self.text, size=self.size, wrap=self.wrap, across=self.across, indent=indent)


def ticks(name: str, *lines: Sequence[str], apart: str = "　") -> str:
    """Every option of ``name`` with a box to tick, never parted from it: ``{{室.类型|□内部}}　{{室.类型|□公共}}``."""
    return "\n".join(apart.join(f"{{{{{name}|□{option}}}}}" for option in options) for options in lines)
