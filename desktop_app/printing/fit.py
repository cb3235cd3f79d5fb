"""Text that needs more room gets it: wrap, taller row, smaller type, then a continuation row; never a cut."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing import ruler
from desktop_app.printing.breaks import LITTLE, Rows, break_well, keep_together
from desktop_app.printing.cells import Styles
from desktop_app.printing.heading import head_later_pages
from desktop_app.printing.heads import repeat_head
from desktop_app.printing.look import Look, Looks
from desktop_app.printing.number_text import shown
from desktop_app.printing.room import (
    ONE_LINE,
    READABLE,
    SMALLEST,
    SPARE,
    count_in,
    lines_height,
    pitch,
    room_in,
    size_of_name,
    with_less_room,
)
from desktop_app.printing.rows import insert_rows
from desktop_app.printing.sheet import Layout

TALLEST = 409.5  # Excel's limit for one row
_FEWEST = 3  # lines of a text that may stand alone on a page


def fit(sheet: Worksheet, lists: Sequence[Rows] = (), *, least_scale: float = 0.0) -> None:
    """Make every row of the print area tall enough, write all heights, and break pages where a printer would.

    ``lists`` are the first and last row of each list, top down. A sheet to be printed on one page that would shrink
    below ``least_scale`` is let run on to more pages instead.
    """
    styles, looks = Styles(sheet.parent), Looks(sheet.parent)
    while True:
        layout = Layout(sheet, looks)
        inserted = _fitted(layout, styles, lists)
        if inserted:
            lists = [_shifted(rows, *inserted) for rows in lists]
        elif layout.is_one_page and layout.scale() < least_scale:
            sheet.page_setup.fitToHeight = 0
        else:
            break
    break_well(layout, lists)
    while moved := repeat_head(layout, lists):
        lists = [_shifted(rows, *moved) for rows in lists]
        layout = Layout(sheet, looks)
        keep_together(layout, lists)  # the head may have pushed a row off its page
    head_later_pages(layout)


def _fitted(layout: Layout, styles: Styles, lists: Sequence[Rows]) -> tuple[int, int] | None:
    """Fit every row; where rows had to be added it says before which one and how many, and all is measured anew."""
    sheet, fitter = layout.sheet, _Fitter(layout, styles)
    overlong = fitter.rows()
    missing = {merge.max_row: fitter.box(merge) for merge in layout.merges.values() if merge.min_row != merge.max_row}
    for row, height in layout.heights.items():
        if height:
            sheet.row_dimensions[row].height = height
    for row in sorted(missing):
        if missing[row]:
            insert_rows(sheet, row, row, 1, missing[row])
            return row, missing[row]
    for row in sorted(overlong):
        return row + 1, fitter.continue_row(row, overlong[row], layout.room_beneath(row))
    return fitter.fill_page(lists)


def _shifted(rows: Rows, at: int, extra: int) -> Rows:
    first, last = (row + extra if row >= at else row for row in rows)
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
                size = self._looks.of(cell).size
                while need > self._tallest and size > SMALLEST:
                    size = max(size - 0.5, SMALLEST)
                    cell._style = self._styles.sized(cell._style, size)
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
        narrowed = None if fits else with_less_room(text, look, room)
        if narrowed:
            cell._value, text, fits = narrowed, narrowed, True
        elif not fits and not look.wrap:
            look = self._without_wrap(cell, look, text, room, row)
        count = 1 if fits or not look.wrap else len(ruler.lines(text, look.face, look.size, room))
        if count == 1:
            return look.size * ONE_LINE if stated else pitch(look)
        return (count + count // SPARE) * pitch(look) + 1

    def _without_wrap(self, cell: Cell, look: Look, text: str, room: float, row: int) -> Look:
        """Text that must not wrap may run over empty neighbours, else it shrinks, and at 7 pt it wraps after all."""
        if "\n" not in text:
            if isinstance(cell._value, str) and self._spills(cell, look, text, row):
                return look
            smaller = math.floor(2 * look.size * room / ruler.width(text, look.face, look.size)) / 2
            if smaller < READABLE and ruler.PARTED in text and isinstance(cell._value, str):
                cell._style = self._styles.wrapped(self._styles.sized(cell._style, size_of_name(text, look, room)))
                return self._looks.of(cell)
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
        while (need := lines_height(look, text, size, room)) > height and size > SMALLEST:
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

    def fill_page(self, lists: Sequence[Rows]) -> tuple[int, int] | None:
        """Begin a long text on the page above rather than leave a quarter of it empty, or all beneath a head."""
        layout = self._layout
        for above, page in pairwise(layout.pages()):
            row, left = page.first_row, layout.left_on(above)
            is_record = any(first <= row <= last for first, last in lists)
            if layout.height(row) - left < layout.room() * LITTLE and left < layout.room() / 2:
                continue  # next to nothing would stand on the next page
            if above.last_row + 1 != row or is_record or layout.breaks_before(row) or left < layout.room() / 4:
                continue
            long = [each for each in self._single_cells(row) if self._need(each.cell, each.width, row, True) > left]
            if long and all(isinstance(each.cell._value, str) and self._looks.of(each.cell).wrap for each in long):
                return row + 1, self.continue_row(row, long, left)
        return None

    def _single_cells(self, row: int) -> Iterator[_Long]:
        """The cells of a row that hold something and do not reach into the next, each with its width."""
        layout = self._layout
        for column, cell in layout.rows.get(row, ()):
            merge = layout.merges.get((row, column))
            if isinstance(cell, MergedCell) or cell._value is None or (merge and merge.max_row > row):
                continue
            width = layout.column_width(column) if merge is None else layout.width(merge.min_col, merge.max_col)
            yield _Long(column, cell, width)

    def continue_row(self, row: int, long: list[_Long], left: float) -> int:
        """Carry text on in rows of the same look beneath, the first of them ``left`` points high at most.

        Returns the number of rows added, at least one.
        """
        chunks: dict[int, list[str]] = {}
        for each in long:
            look = self._looks.of(each.cell)
            lines = ruler.lines(str(each.cell.value), look.face, look.size, room_in(look, each.width))
            size, first = max(count_in(self._tallest, look), 1), count_in(left, look)
            first = first if 0 < first < len(lines) else min(size, len(lines) - 1)
            first = max(min(first, len(lines) - _FEWEST), 1)
            ends = [*range(first, len(lines), size), len(lines)]
            pieces = ["".join(lines[start:end]) for start, end in pairwise([0, *ends])]
            chunks[each.column] = [piece.removesuffix("\n") for piece in pieces]
        extra = max(len(pieces) for pieces in chunks.values()) - 1
        sheet = self._layout.sheet
        sheet.row_dimensions[row].height = None  # each piece gets what it needs
        insert_rows(sheet, row + 1, row, 1, extra)
        for column, pieces in chunks.items():
            for offset, piece in enumerate(pieces):
                cell = sheet._cells[row + offset, column]
                cell._style = sheet._cells[row, column]._style
                cell._value, cell.data_type = piece, "s"
        return extra
