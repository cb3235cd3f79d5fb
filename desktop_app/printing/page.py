"""One page of a sheet: fills, then lines, then text, at the scale the sheet is printed at."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop_app.errors import FormRefused
from desktop_app.printing import ruler
from desktop_app.printing.look import Look, Stroke
from desktop_app.printing.number_text import shown
from desktop_app.printing.pen import Pen
from desktop_app.printing.room import PAD, SMALLEST, pitch, room_in
from desktop_app.printing.sheet import Layout, Page
from desktop_app.printing.strokes import Edges, Lines, Segment, both, edges_of

_EMU = 12_700  # English metric units in a point
_TOP_PAD = 0.5
_STACKED = 255  # Excel's code for upright characters one below the other
Box = tuple[float, float, float, float]  # left, top (downwards from the page's first row), width, height


class PagePainter:
    """Paints the pages of one sheet; what rows and styles have in common is worked out once."""

    def __init__(self, layout: Layout, pen: Pen) -> None:
        self._layout = layout
        self._pen = pen
        self._scale = layout.scale()
        self._covering = layout.covering()
        self._patterns: dict[tuple[object, ...], Edges] = {}
        self._carried: dict[tuple[int, int], list[str]] = {}  # lines of a tall box still to be printed on later pages
        self._offsets: dict[int, float] = {}
        self._rows: dict[int, float] = {}
        self._bottom = 0.0
        self._origin = (0.0, 0.0)

    def paint(self, page: Page) -> list[str]:
        """The operators of one page, its own coordinate system included."""
        self._measure(page)
        fills, lines = self._fills(page), self._lines(page)
        carried = list(self._carried)
        for row, top in self._rows.items():
            for column, cell in self._layout.rows.get(row, ()):
                if cell._value is not None and page.first_column <= column <= page.last_column:
                    self._cell(cell, row, column, top, page)
        for place in carried:
            self._carry_on(place, page)
        frame = f"q {self._scale:.4g} 0 0 {self._scale:.4g} {self._origin[0]:.3f} {self._origin[1]:.3f} cm"
        return [frame, *fills, *lines, "0 0 0 rg", *self._pen.operators(), "Q"]

    def places(self, page: Page) -> Iterator[tuple[int, int, Box]]:
        """Row, column and box of every cell on a page, in points of the paper from its top left corner."""
        self._measure(page)
        x, y = self._origin[0], self._layout.paper()[1] - self._origin[1]
        for row in self._rows:
            for column, cell in self._layout.rows.get(row, ()):
                if page.first_column <= column <= page.last_column and type(cell) is not MergedCell:
                    left, top, width, height = (each * self._scale for each in self._box(row, column, page))
                    yield row, column, (x + left, y + top, width, height)

    def _measure(self, page: Page) -> None:
        self._offsets = self._column_offsets(page)
        self._rows = dict(self._row_offsets(page))
        self._bottom = max((top + self._layout.height(row) for row, top in self._rows.items()), default=0.0)
        self._origin = self._place_origin(page)

    def _column_offsets(self, page: Page) -> dict[int, float]:
        offsets, x = {}, 0.0
        for column in range(page.first_column, page.last_column + 1):
            offsets[column] = x
            x += self._layout.column_width(column)
        offsets[page.last_column + 1] = x
        return offsets

    def _row_offsets(self, page: Page) -> Iterator[tuple[int, float]]:
        """The rows shown and how far below the top each begins."""
        titles = self._layout.title_rows if page.titled else None
        y = 0.0
        for first, last in ((titles,) if titles else ()) + ((page.first_row, page.last_row),):
            for row in range(first, last + 1):
                height = self._layout.height(row)
                if height:
                    yield row, y
                    y += height

    def _place_origin(self, page: Page) -> tuple[float, float]:
        """Where on the paper the sheet's top left corner lies."""
        sheet, (_, paper_height) = self._layout.sheet, self._layout.paper()
        body_width, body_height = self._layout.body()
        left, top = 72 * sheet.page_margins.left, paper_height - 72 * sheet.page_margins.top
        if sheet.print_options.horizontalCentered:
            left += (body_width - self._scale * self._offsets[page.last_column + 1]) / 2
        if sheet.print_options.verticalCentered:
            top -= (body_height - self._scale * self._bottom) / 2
        return left, top

    def _box(self, row: int, column: int, page: Page) -> tuple[float, float, float, float]:
        """Left, top, width and height of what this page shows of a cell or its merge."""
        merge = self._covering.get((row, column))
        if merge is None:
            return self._offsets[column], self._rows[row], self._layout.column_width(column), self._layout.height(row)
        first, last = max(merge.min_col, page.first_column), min(merge.max_col, page.last_column)
        shown_rows = [each for each in range(merge.min_row, merge.max_row + 1) if each in self._rows]
        left, top = self._offsets[first], self._rows[shown_rows[0]]
        return left, top, self._offsets[last + 1] - left, sum(map(self._layout.height, shown_rows))

    def _fills(self, page: Page) -> list[str]:
        code = []
        for row in self._rows:
            for column, cell in self._layout.rows.get(row, ()):
                look = self._layout.looks.of(cell)
                if look.fill is None or type(cell) is MergedCell or not page.first_column <= column <= page.last_column:
                    continue
                red, green, blue = look.fill
                left, top, width, height = self._box(row, column, page)
                colour = f"{red:.3g} {green:.3g} {blue:.3g} rg"
                code.append(f"{colour} {left:.2f} {-top - height:.2f} {width:.2f} {height:.2f} re f")
        return code

    def _lines(self, page: Page) -> list[str]:
        lines, offsets = Lines(1 / self._scale), self._offsets
        above: tuple[Segment, ...] = ()
        running: dict[int, tuple[Stroke, float]] = {}
        for row, top in self._rows.items():
            edges = self._edges(row, page)
            self._rule(lines, both(above, edges.top), top)
            for column in [column for column, (stroke, _) in running.items() if edges.upright.get(column) != stroke]:
                stroke, start = running.pop(column)
                lines.add(stroke, offsets[column], -start, offsets[column], -top)
            for column, stroke in edges.upright.items():
                running.setdefault(column, (stroke, top))
            above = edges.bottom
            for column, look, rising in edges.diagonals:
                left, box_top, width, height = self._box(row, column, page)
                ends = (-box_top - height, -box_top) if rising else (-box_top, -box_top - height)
                lines.add(look, left, ends[0], left + width, ends[1])
        self._rule(lines, above, self._bottom)
        for column, (stroke, start) in running.items():
            lines.add(stroke, offsets[column], -start, offsets[column], -self._bottom)
        return lines.operators()

    def _rule(self, lines: Lines, segments: tuple[Segment, ...], y: float) -> None:
        for first, end, stroke in segments:
            lines.add(stroke, self._offsets[first], -y, self._offsets[end], -y)

    def _edges(self, row: int, page: Page) -> Edges:
        pattern = []
        for column, cell in self._layout.rows.get(row, ()):
            if page.first_column <= column <= page.last_column:
                merge = self._covering.get((row, column))
                outline = (True, True, True, True) if merge is None else _outline(merge, row, column)
                pattern.append((column, self._layout.looks.of(cell), *outline))
        key = tuple(pattern)
        edges = self._patterns.get(key)
        if edges is None:
            edges = self._patterns[key] = edges_of(key)
        return edges

    def _cell(self, cell: Cell, row: int, column: int, top: float, page: Page) -> None:
        look = self._layout.looks.of(cell)
        text = shown(cell._value, look.number_format)
        try:
            merge = self._covering.get((row, column))
            if merge is None:
                box = (self._offsets[column], top, self._layout.column_width(column), self._layout.height(row))
            else:
                box = self._box(row, column, page)
            if look.rotation == _STACKED:
                self._stack(text, look, box)
                return
            size, lines = self._set(text, look, box[2])
            if merge is not None and merge.max_row not in self._rows and merge.max_row > page.last_row:
                fitting = max(int(box[3] // pitch(look, size)), 1)
                self._carried[row, column] = list(lines[fitting:])
                lines = lines[:fitting]
            self._write(lines, look, size, box, _side(look, cell))
        except FormRefused as error:
            place = f"{self._layout.sheet.title} {get_column_letter(column)}{row}"
            raise FormRefused(f"{place}“{text[:20]}”：{error}") from error

    def _carry_on(self, place: tuple[int, int], page: Page) -> None:
        """The next lines of a box that began on an earlier page."""
        merge, lines = self._covering[place], self._carried[place]
        here = [row for row in range(merge.min_row, merge.max_row + 1) if row in self._rows]
        if not here or not page.first_column <= merge.min_col <= page.last_column:
            return
        look = self._layout.looks.of(self._layout.sheet._cells[place])
        left, top, width, height = self._box(here[0], merge.min_col, page)
        fitting = len(lines) if merge.max_row in self._rows else max(int(height // pitch(look)), 1)
        self._write(tuple(lines[:fitting]), look, look.size, (left, top, width, height), "left")
        self._carried[place] = lines[fitting:]
        if not self._carried[place]:
            del self._carried[place]

    def _set(self, text: str, look: Look, width: float) -> tuple[float, tuple[str, ...]]:
        """The size and lines a text is set in."""
        room = room_in(look, width)
        if look.wrap:
            return look.size, ruler.lines(text, look.face, look.size, room)
        if look.shrink and (wide := ruler.width(text, look.face, look.size)) > room:
            return max(look.size * room / wide, SMALLEST), (text,)
        return look.size, tuple(text.split("\n")) if "\n" in text else (text,)

    def _write(self, lines: tuple[str, ...], look: Look, size: float, box: Box, side: str) -> None:
        left, top, width, height = box
        ascent, descent = ruler.metrics(look.face)
        step = (ascent + descent) * size
        total = step * len(lines)
        free = height - total
        if look.vertical in ("center", "distributed") or (free < 0 and len(lines) == 1):
            top += free / 2
        elif look.vertical == "bottom":
            top += max(free - _TOP_PAD, 0.0)
        baseline = -top - ascent * size
        for line in lines:
            text = line.rstrip("\n")
            if text:
                self._line(text, look, size, left, width, baseline, side, is_last=line is lines[-1])
            baseline -= step

    def _line(
        self,
        text: str,
        look: Look,
        size: float,
        left: float,
        width: float,
        baseline: float,
        side: str,
        *,
        is_last: bool,
    ) -> None:
        indent, spacing, x = look.indent * 9.0, 0.0, left + PAD
        if side == "left":
            x += indent
        else:
            wide = ruler.width(text, look.face, size)
            if side == "right":
                x = left + width - PAD - indent - wide
            elif side == "center":
                x = left + (width - wide) / 2
            else:
                x += indent
                if len(text) > 1 and not (side == "justify" and is_last):
                    spacing = max(room_in(look, width) - wide, 0.0) / (len(text) - 1)
        self._pen.write(text, look.face, size, x, baseline, look.colour, spacing)
        if look.underline or look.strike:
            wide = ruler.width(text, look.face, size) + spacing * (len(text) - 1)
            for wanted, rise in ((look.underline, -0.12), (look.strike, 0.3)):
                if wanted:
                    self._pen.rule(x, baseline + rise * size, wide, size * 0.05, look.colour)

    def _stack(self, text: str, look: Look, box: Box) -> None:
        """Characters one below the other, each upright, as in the side labels of Chinese forms."""
        left, top, width, height = box
        characters = [character for character in text if character != "\n"]
        step = min(look.size * 1.1, height / max(len(characters), 1))
        size = min(look.size, step / 1.05)
        free = height - step * len(characters)
        top += {"top": 0.0, "bottom": free}.get(look.vertical, free / 2)
        for index, character in enumerate(characters):
            x = left + (width - ruler.width(character, look.face, size)) / 2
            self._pen.write(character, look.face, size, x, -top - step * index - size * 0.92, look.colour)

    def pictures(self, canvas: Canvas, page: Page) -> None:
        """Draw the pictures whose top left corner lies on this page."""
        for picture in self._layout.sheet._images:
            start = getattr(picture.anchor, "_from", None)
            if start is None or start.row + 1 not in self._rows or start.col + 1 not in self._offsets:
                continue
            x = self._offsets[start.col + 1] + start.colOff / _EMU
            y = self._rows[start.row + 1] + start.rowOff / _EMU
            width, height = self._picture_size(picture.anchor, x, y, picture)
            left, top = self._origin[0] + x * self._scale, self._origin[1] - (y + height) * self._scale
            reader = ImageReader(io.BytesIO(picture._data()))
            canvas.drawImage(reader, left, top, width * self._scale, height * self._scale, mask="auto")

    def _picture_size(self, anchor: Any, x: float, y: float, picture: Any) -> tuple[float, float]:
        extent, end = getattr(anchor, "ext", None), getattr(anchor, "to", None)
        if extent is not None:
            return extent.width / _EMU, extent.height / _EMU
        if end is not None and end.col + 1 in self._offsets and end.row + 1 in self._rows:
            right, bottom = self._offsets[end.col + 1] + end.colOff / _EMU, self._rows[end.row + 1] + end.rowOff / _EMU
            return right - x, bottom - y
        return picture.width * 0.75, picture.height * 0.75


def _outline(merge: CellRange, row: int, column: int) -> tuple[bool, bool, bool, bool]:
    return column == merge.min_col, column == merge.max_col, row == merge.min_row, row == merge.max_row


def _side(look: Look, cell: Cell) -> str:
    """Left, center, right, justify or distributed; Excel sets numbers and dates right when nothing is stated."""
    if look.horizontal == "general":
        return "left" if cell.data_type == "s" else "right"
    if look.horizontal == "centerContinuous":
        return "center"
    return look.horizontal if look.horizontal in ("center", "right", "justify", "distributed") else "left"
