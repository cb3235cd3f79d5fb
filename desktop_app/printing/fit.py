"""Text that needs more room gets it: wrap, taller row, smaller type, then a continuation row; never a cut."""

from __future__ import annotations

import math
from dataclasses import dataclass

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing import ruler
from desktop_app.printing.cells import Styles
from desktop_app.printing.look import Look, Looks
from desktop_app.printing.number_text import shown
from desktop_app.printing.rows import insert_rows
from desktop_app.printing.sheet import Layout

SMALLEST = 7.0  # points; below this print is not readable
TALLEST = 409.5  # Excel's limit for one row
PAD = 2.0  # room Excel keeps free at each side of a cell, at 96 dpi 2-3 pixels
_ONE_LINE = 1.2  # em; Excel's own rows give a single line of a Song face no more


def room_in(look: Look, width: float) -> float:
    """The width text may take in a cell ``width`` wide: indents are three spaces, about one character of 9 pt."""
    sides = 2 if look.horizontal == "distributed" else 1
    return max(width - 2 * PAD - sides * look.indent * 9.0, 1.0)


def pitch(look: Look, size: float | None = None) -> float:
    """From one line to the next."""
    return sum(ruler.metrics(look.face)) * (size or look.size)


def fit(sheet: Worksheet, records: tuple[int, int] | None = None) -> None:
    """Make every row of the print area tall enough and write all heights, then keep the last page from holding one row.

    ``records`` are the first and last row of the last list, whose end must not stand alone on a page.
    """
    styles, looks = Styles(sheet.parent), Looks(sheet.parent)
    layout = Layout(sheet, looks)
    fitter = _Fitter(layout, styles)
    overlong = fitter.rows()
    missing = {merge.max_row: fitter.box(merge) for merge in layout.merges.values() if merge.min_row != merge.max_row}
    for row, height in layout.heights.items():
        if height:
            sheet.row_dimensions[row].height = height
    for row in sorted(missing):
        if missing[row]:  # rows are added inside the box and everything is measured anew
            insert_rows(sheet, row, row, 1, missing[row])
            fit(sheet, _shifted(records, row, missing[row]))
            return
    added = 0
    for row in sorted(overlong, reverse=True):
        added += fitter.continue_row(row, overlong[row])
    layout = Layout(sheet, looks) if added else layout
    keep_end_together(layout, (records[0], records[1] + added) if records else None)


def _shifted(records: tuple[int, int] | None, at: int, extra: int) -> tuple[int, int] | None:
    if records is None:
        return None
    first, last = (row + extra if row >= at else row for row in records)
    return first, last


def _up(height: float) -> float:
    """Whole pixels, as Excel keeps heights."""
    return math.ceil(height / 0.75 - 1e-6) * 0.75


@dataclass
class _Long:
    """A cell whose text no single row can hold, and its column."""

    column: int
    cell: Cell
    width: float


class _Fitter:
    """Measures one sheet's rows and grows them."""

    def __init__(self, layout: Layout, styles: Styles) -> None:
        self._layout = layout
        self._styles = styles
        self._looks = layout.looks
        self._covered = layout.covering()
        self._tallest = min(TALLEST, math.floor(layout.room() - layout.titles_height()))

    def rows(self) -> dict[int, list[_Long]]:
        """Set the height of every row of the print area; what fits in no row is returned."""
        layout, overlong = self._layout, {}
        widths = {column: layout.column_width(column) for column in range(layout.left, layout.right + 1)}
        for row in range(layout.top, layout.bottom + 1):
            if layout.heights.get(row) == 0.0:
                continue
            long = self._row(row, widths)
            if long:
                overlong[row] = long
        return overlong

    def _row(self, row: int, widths: dict[int, float]) -> list[_Long]:
        layout, stated = self._layout, row in self._layout.heights
        height = layout.heights.get(row, layout.default_height)
        long: list[_Long] = []
        for column, cell in layout.rows.get(row, ()):
            if cell._value is None or column not in widths or type(cell) is MergedCell:
                continue
            merge = layout.merges.get((row, column)) if layout.merges else None
            if merge is not None and merge.min_row != merge.max_row:
                continue
            width = widths[column] if merge is None else layout.width(merge.min_col, merge.max_col)
            need = self._need(cell, width, row, stated)
            if need > height:
                if need > self._tallest:
                    cell._style = self._styles.sized(cell._style, SMALLEST)
                    need = self._need(cell, width, row, stated)
                if need > self._tallest:
                    long.append(_Long(column, cell, width))
                height = max(height, min(need, self._tallest))
        layout.heights[row] = _up(height)
        return long

    def _need(self, cell: Cell, width: float, row: int, stated: bool) -> float:
        look = self._looks.of(cell)
        if look.rotation:
            return 0.0
        text = shown(cell._value, look.number_format)
        room = room_in(look, width)
        fits = "\n" not in text and (len(text) * look.size <= room or ruler.width(text, look.face, look.size) <= room)
        if not fits and not look.wrap:
            look = self._without_wrap(cell, look, text, room, row)
        count = 1 if fits or not look.wrap else len(ruler.lines(text, look.face, look.size, room))
        if count == 1:
            return look.size * _ONE_LINE if stated else pitch(look)
        return count * pitch(look) + 1

    def _without_wrap(self, cell: Cell, look: Look, text: str, room: float, row: int) -> Look:
        """Text that must not wrap may run over empty neighbours, else it shrinks, and at 7 pt it wraps after all."""
        if "\n" not in text:
            if isinstance(cell._value, str) and self._spills(cell, look, text, row):
                return look
            smaller = math.floor(2 * look.size * room / ruler.width(text, look.face, look.size)) / 2
            if look.shrink and smaller >= SMALLEST:
                return look  # Excel shrinks by itself
            cell._style = self._styles.sized(cell._style, max(min(smaller, look.size), SMALLEST))
            if smaller >= SMALLEST or not isinstance(cell._value, str):
                return self._looks.of(cell)
        cell._style = self._styles.wrapped(cell._style)
        return self._looks.of(cell)

    def _spills(self, cell: Cell, look: Look, text: str, row: int) -> bool:
        layout, place = self._layout, (row, cell.column)
        if place in self._covered or look.horizontal not in ("general", "left"):
            return False
        missing = ruler.width(text, look.face, look.size) - room_in(look, layout.column_width(cell.column))
        for column in range(cell.column + 1, layout.right + 1):
            neighbour = layout.sheet._cells.get((row, column))
            if (
                missing <= 0
                or (row, column) in self._covered
                or (neighbour is not None and neighbour.value is not None)
            ):
                break
            missing -= layout.column_width(column)
        return missing <= 0

    def box(self, merge: CellRange) -> int:
        """Fit the text of a merge over several rows: smaller type down to 7 pt, then taller rows, the last first.

        Returns how many more rows of full height it takes, which is 0 but for text of more than a page.
        """
        layout = self._layout
        cell = layout.sheet._cells[merge.min_row, merge.min_col]
        look = self._looks.of(cell)
        text = shown(cell.value, look.number_format)
        if not text or look.rotation or not layout.top <= merge.min_row <= layout.bottom:
            return 0
        room = room_in(look, layout.width(merge.min_col, merge.max_col))
        height = layout.stretch(merge.min_row, merge.max_row)
        if not look.wrap and ruler.width(text, look.face, look.size) > room:
            cell._style = self._styles.wrapped(cell._style)
        size = look.size
        while (need := _lines_height(look, text, size, room)) > height and size > SMALLEST:
            size = max(size - 0.5, SMALLEST)
        if size != look.size:
            cell._style = self._styles.sized(cell._style, size)
        for row in range(merge.max_row, merge.min_row - 1, -1):
            if need <= height:
                break
            grown = min(_up(layout.height(row) + need - height), self._tallest) if layout.height(row) else 0.0
            height += max(grown - layout.height(row), 0.0)
            layout.heights[row] = max(grown, layout.height(row))
        # Each page the box crosses may lose part of a line.
        return math.ceil(max(need - height, 0) / (self._tallest - pitch(look, size)))

    def continue_row(self, row: int, long: list[_Long]) -> int:
        """Carry text beyond one page on in rows of the same look beneath; the number of rows added."""
        chunks: dict[int, list[str]] = {}
        for each in long:
            look = self._looks.of(each.cell)
            lines = ruler.lines(str(each.cell.value), look.face, look.size, room_in(look, each.width))
            size = max(int((self._tallest - 1) // pitch(look)), 1)
            pieces = ["".join(lines[start : start + size]) for start in range(0, len(lines), size)]
            chunks[each.column] = [piece.removesuffix("\n") for piece in pieces]
        extra = max(len(pieces) for pieces in chunks.values()) - 1
        sheet = self._layout.sheet
        insert_rows(sheet, row + 1, row, 1, extra)
        for column, pieces in chunks.items():
            for offset, piece in enumerate(pieces):
                cell = sheet._cells[row + offset, column]
                cell._style = sheet._cells[row, column]._style
                cell._value, cell.data_type = piece, "s"
        return extra


def _lines_height(look: Look, text: str, size: float, room: float) -> float:
    count = len(ruler.lines(text, look.face, size, room))
    return size * _ONE_LINE if count == 1 else count * pitch(look, size) + 1


def keep_end_together(layout: Layout, records: tuple[int, int] | None) -> None:
    """Break earlier when the last page would hold a single row, or only what follows the last two records of a list."""
    pages = layout.pages()
    last = pages[-1]
    if len(pages) < 2 or last.first_column != layout.left or last.first_row == layout.top:
        return
    wanted = layout.bottom - 1
    if records is not None and layout.top <= records[1] <= layout.bottom:
        wanted = max(records[0], records[1] - 1)
    breaks = layout.sheet.row_breaks
    manual = last.first_row - 1 in {each.id for each in breaks.brk}
    fits = layout.stretch(wanted, layout.bottom) + layout.titles_height() <= layout.room()
    if last.first_row > wanted > pages[-2].first_row and fits and not manual:
        breaks.append(Break(id=wanted - 1))
