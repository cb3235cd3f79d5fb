"""A letter on paper: 22 lines of 28 characters on A4, its pages numbered — 1 — (GB/T 9704-2012)."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from reportlab.pdfgen.canvas import Canvas

from desktop_app.printing import fonts, ruler
from desktop_app.printing.letters.flow import CELL_LINE, CELL_PAD, CELL_SIZE, Page, TableRow, TextLine, flow
from desktop_app.printing.letters.lines import HIGH, SONG, WIDE
from desktop_app.printing.letters.parts import Letter
from desktop_app.printing.letters.setting import set_letter
from desktop_app.printing.look import BLACK
from desktop_app.printing.paint import open_canvas
from desktop_app.printing.pen import Pen
from desktop_app.printing.whole_file import written_whole

_MM = 72 / 25.4
_PAPER = (210 * _MM, 297 * _MM)
_LEFT, _TOP = 28 * _MM, (297 - 37) * _MM  # 订口 28 mm, 天头 37 mm
_NUMBER_SIZE = 14.0  # 4号
_NUMBER_BELOW = 7 * _MM  # from the type area down to the dashes of the page number
_MIDDLE = 0.38  # em from the base line up to the middle of a Chinese character
_DASH = 0.35  # … and up to the dash
_THIN, _THICK = 0.5, 1.0


def paint_letter(text: str, target: Path | BinaryIO, *, title: str, author: str, outline: str = "") -> int:
    """Paint a letter's text to PDF; returns the number of pages. Raises FileRefused and FormRefused."""
    if isinstance(target, Path):
        with written_whole(target) as stream:
            return paint_letter(text, stream, title=title, author=author, outline=outline)
    letter = set_letter(text)
    canvas = open_canvas(target, title=title, author=author)
    if outline:
        canvas.bookmarkPage("letter")
        canvas.addOutlineEntry(outline, "letter", 0, closed=False)
    count = draw_letter(canvas, Pen(canvas), letter)
    canvas.save()
    return count


def letter_pages(text: str) -> int:
    """How many pages the letter takes, its cover included. Raises FormRefused."""
    letter = set_letter(text)
    return len(flow(letter.cover)) + max(len(flow(letter.body)), not letter.cover)


def draw_letter(canvas: Canvas, pen: Pen, letter: Letter) -> int:
    """Draw a letter on further pages of a document, numbered from 1 behind the cover; returns how many."""
    covers = flow(letter.cover)
    pages = flow(letter.body) or ([] if covers else [[]])
    for number, page in enumerate([*covers, *pages], 1 - len(covers)):
        canvas.setPageSize(_PAPER)
        pen.new_page()
        _draw(pen, page)
        if number > 0:
            _page_number(pen, number)
        canvas._code.extend(pen.operators())
        canvas.showPage()
    return len(covers) + len(pages)


def _draw(pen: Pen, page: Page) -> None:
    for place, (top, item) in enumerate(page):
        if isinstance(item.drawn, TextLine):
            _text_line(pen, item.drawn, _TOP - top - item.height / 2)
            continue
        above = page[place - 1][1].drawn if place else None
        below = page[place + 1][1].drawn if place + 1 < len(page) else None
        _row(pen, item.drawn, _TOP - top, item.height)
        starts = not isinstance(above, TableRow) or above.widths != item.drawn.widths
        ends = not isinstance(below, TableRow) or below.widths != item.drawn.widths
        _frame(pen, item.drawn, _TOP - top, item.height, starts, ends)


def _text_line(pen: Pen, drawn: TextLine, middle: float) -> None:
    base = middle - _MIDDLE * drawn.size
    for text, face, x, spacing in drawn.line.segments:
        pen.write(text, face, drawn.size, _LEFT + drawn.x + x, base, BLACK, spacing)


def _row(pen: Pen, row: TableRow, top: float, height: float) -> None:
    """A row's cells, their lines in the middle of its height."""
    left = 0.0
    for lines, width in zip(row.cells, row.widths, strict=True):
        middle = top - (height - len(lines) * CELL_LINE) / 2 - CELL_LINE / 2
        for line in lines:
            _text_line(pen, TextLine(line, CELL_SIZE, left + CELL_PAD), middle)
            middle -= CELL_LINE
        left += width


def _frame(pen: Pen, row: TableRow, top: float, height: float, starts: bool, ends: bool) -> None:
    """The strokes of a row: thin within, heavier around the table."""
    if starts:
        _stroke(pen, 0.0, top, WIDE, _THICK)
    _stroke(pen, 0.0, top - height, WIDE, _THICK if ends else _THIN)
    x = 0.0
    for number in range(len(row.widths) + 1):
        thick = _THICK if number in (0, len(row.widths)) else _THIN
        pen.rule(_LEFT + x - thick / 2, top - height, thick, height, BLACK)
        x += row.widths[number] if number < len(row.widths) else 0.0


def _stroke(pen: Pen, x: float, y: float, length: float, thick: float) -> None:
    pen.rule(_LEFT + x - thick / 2 * (thick == _THICK), y - thick / 2, length, thick, BLACK)


def _page_number(pen: Pen, number: int) -> None:
    """At the right of odd pages, at the left of even ones, one character in."""
    text = f"— {number} —"
    face = fonts.face_for(SONG)
    x = WIDE - _NUMBER_SIZE - ruler.width(text, face, _NUMBER_SIZE) if number % 2 else _NUMBER_SIZE
    pen.write(text, face, _NUMBER_SIZE, _LEFT + x, _TOP - HIGH - _NUMBER_BELOW - _DASH * _NUMBER_SIZE)
