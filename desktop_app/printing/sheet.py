"""A worksheet on paper: column widths, row heights, scale and pages as Excel works them out. All lengths in points."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import range_boundaries
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing.look import Looks

_MM = 72 / 25.4
_PAPERS = {8: (297 * _MM, 420 * _MM), 11: (148 * _MM, 210 * _MM)}  # A3, A5; everything else prints on A4
A4 = (210 * _MM, 297 * _MM)
_PIXEL = 0.75
_RESERVE = 9.0  # points left free where there are several pages: LibreOffice breaks most that have less to spare
_DIGIT_EM = {"calibri": 0.507, "arial": 0.556, "times new roman": 0.5, "helvetica": 0.556}


@dataclass(frozen=True)
class Page:
    """One sheet of paper: columns and rows (inclusive) shown on it, and whether the title rows come first."""

    first_column: int
    last_column: int
    first_row: int
    last_row: int
    titled: bool


class Layout:
    """The measures of one worksheet. ``heights`` may be changed (rows grow) before ``pages`` is asked."""

    def __init__(self, sheet: Worksheet, looks: Looks) -> None:
        self.sheet = sheet
        self.looks = looks
        self.rows: dict[int, list[tuple[int, Cell | MergedCell]]] = {}
        for (row, column), cell in sheet._cells.items():
            self.rows.setdefault(row, []).append((column, cell))
        for cells in self.rows.values():
            cells.sort(key=itemgetter(0))
        self.left, self.top, self.right, self.bottom = self._area()
        self.title_rows = self._title_rows()
        self.merges = {(merge.min_row, merge.min_col): merge for merge in sheet.merged_cells.ranges}
        self._widths = column_widths(sheet)
        self._default_width = default_column_width(sheet)
        self.default_height = float(sheet.sheet_format.defaultRowHeight or 15)
        self.heights = {
            row: dimension.ht for row, dimension in sheet.row_dimensions.items() if dimension.ht is not None
        }
        for row, dimension in sheet.row_dimensions.items():
            if dimension.hidden:
                self.heights[row] = 0.0

    def column_width(self, column: int) -> float:
        """The width of one column."""
        return self._widths.get(column, self._default_width)

    def width(self, first: int, last: int) -> float:
        """The width of columns ``first`` to ``last``."""
        return sum(self.column_width(column) for column in range(first, last + 1))

    def height(self, row: int) -> float:
        """The height of one row."""
        return float(self.heights.get(row, self.default_height))

    def stretch(self, first: int, last: int) -> float:
        """The height of rows ``first`` to ``last``."""
        return sum(self.height(row) for row in range(first, last + 1))

    def paper(self) -> tuple[float, float]:
        """Width and height of the paper as it is turned."""
        setup = self.sheet.page_setup
        short, long = _PAPERS.get(int(setup.paperSize or 9), A4)
        return (long, short) if setup.orientation == "landscape" else (short, long)

    def body(self) -> tuple[float, float]:
        """Width and height inside the margins, before scaling."""
        margins, (width, height) = self.sheet.page_margins, self.paper()
        return width - 72 * (margins.left + margins.right), height - 72 * (margins.top + margins.bottom)

    def scale(self) -> float:
        """The factor the sheet is printed at: what its page set-up states, or what fits the pages it asks for."""
        setup, fitting = self.sheet.page_setup, self.sheet.sheet_properties.pageSetUpPr
        if not (fitting and fitting.fitToPage):
            return float(setup.scale or 100) / 100
        width, height = self.body()
        wide, tall = _asked(setup.fitToWidth), _asked(setup.fitToHeight)
        factor = 1.0
        if wide:
            factor = min(factor, wide * width / max(self.width(self.left, self.right), 1))
        if tall:
            factor = min(factor, tall * height / max(self.stretch(self.top, self.bottom), 1))
        return max(0.1, math.floor(factor * 100 + 1e-6) / 100)

    def room(self) -> float:
        """The height rows may take on one page, title rows included."""
        return self.body()[1] / self.scale()

    @property
    def is_one_page(self) -> bool:
        """Whether the sheet asks to be shrunk until it is one page tall."""
        fitting = self.sheet.sheet_properties.pageSetUpPr
        return bool(fitting and fitting.fitToPage) and _asked(self.sheet.page_setup.fitToHeight) == 1

    def breaks_before(self, row: int) -> bool:
        """Whether a page break was set before the row."""
        return any(each.id == row - 1 for each in self.sheet.row_breaks.brk)

    def left_on(self, page: Page) -> float:
        """The height still free on a page."""
        titles = self.titles_height() if page.titled else 0.0
        return self.room() - titles - self.stretch(page.first_row, page.last_row)

    def room_beneath(self, row: int) -> float:
        """The height that the page on which the row above ends would leave for this one; the room of a page at least
        when that page is nearly full."""
        above = next((page for page in self.pages() if page.first_row <= row - 1 <= page.last_row), None)
        if above is None:
            return self.room()
        left = self.left_on(Page(above.first_column, above.last_column, above.first_row, row - 1, above.titled))
        return left if left >= self.room() / 4 else self.room()

    def titles_height(self) -> float:
        """The height of the title rows that are repeated."""
        return self.stretch(*self.title_rows) if self.title_rows else 0.0

    def pages(self) -> list[Page]:
        """The pages in the order Excel prints them: down, then over."""
        bands = list(self._column_bands())
        slices = list(self._row_slices())
        return [Page(*band, first, last, titled) for band in bands for first, last, titled in slices]

    def _column_bands(self) -> Iterator[tuple[int, int]]:
        room = self.body()[0] / self.scale() + 0.01
        first, used = self.left, 0.0
        for column in range(self.left, self.right + 1):
            width = self.column_width(column)
            if used and used + width > room:
                yield first, column - 1
                first, used = column, 0.0
            used += width
        yield first, self.right

    def _row_slices(self) -> Iterator[tuple[int, int, bool]]:
        room, titles = self.room() + 0.01, self.titles_height()
        if self.stretch(self.top, self.bottom) > room:
            room -= _RESERVE
        title_end = self.title_rows[1] if self.title_rows else 0
        breaks = {each.id for each in self.sheet.row_breaks.brk}
        first, used = self.top, 0.0
        for row in range(self.top, self.bottom + 1):
            height = self.height(row)
            titled = 0 < title_end < first
            if row > first and (row - 1 in breaks or used + height > room - (titles if titled else 0)):
                yield first, row - 1, titled
                first, used = row, 0.0
            used += height
        yield first, self.bottom, 0 < title_end < first

    def _area(self) -> tuple[int, int, int, int]:
        if self.sheet.print_area:
            first = self.sheet.print_area.split(",")[0].rsplit("!", 1)[-1]
            left, top, right, bottom = range_boundaries(first)
            return left, top, right, bottom
        used = [place for place, cell in self.sheet._cells.items() if cell.value is not None or _has_border(cell)]
        rows, columns = [row for row, _ in used] or [1], [column for _, column in used] or [1]
        ends = [(merge.max_row, merge.max_col) for merge in self.sheet.merged_cells.ranges]
        return 1, 1, max(columns + [column for _, column in ends]), max(rows + [row for row, _ in ends])

    def _title_rows(self) -> tuple[int, int] | None:
        found = re.findall(r"\d+", self.sheet.print_title_rows or "")
        return (int(found[0]), int(found[1])) if len(found) == 2 else None

    def covering(self) -> dict[tuple[int, int], CellRange]:
        """Every cell that lies in a merge, with that merge."""
        return {place: merge for merge in self.merges.values() for place in merge.cells}


def _has_border(cell: Cell | MergedCell) -> bool:
    return cell._style is not None and bool(cell._style.borderId)


def _asked(pages: int | None) -> int:
    return 1 if pages is None else int(pages)


def digit_width(workbook: Workbook) -> int:
    """The pixels of the Normal font's widest digit, the unit of column width (宋体 11: 8, Calibri 11: 7)."""
    font = workbook._fonts[0]
    pixels = float(font.sz or 11) / _PIXEL
    em = _DIGIT_EM.get((font.name or "").lower())
    return round(pixels * em) if em else math.ceil(round(pixels) / 2)


def column_widths(sheet: Worksheet) -> dict[int, float]:
    """The stated widths by column number; hidden columns have none."""
    unit, found = digit_width(sheet.parent), {}
    for dimension in sheet.column_dimensions.values():
        dimension.reindex()
        width = 0.0 if dimension.hidden else _points(float(dimension.width), unit)
        for column in range(dimension.min, min(dimension.max, 16_384) + 1):
            found[column] = width
    return found


def default_column_width(sheet: Worksheet) -> float:
    """The width of a column nobody set: the sheet's own default, or 8 digits rounded up to 8 pixels as Excel does."""
    unit, stated = digit_width(sheet.parent), sheet.sheet_format.defaultColWidth
    if stated:
        return _points(float(stated), unit)
    return math.ceil((int(sheet.sheet_format.baseColWidth or 8) * unit + 5) / 8) * 8 * _PIXEL


def _points(width: float, unit: int) -> float:
    """ECMA-376 18.3.1.13: stored width -> whole pixels -> points."""
    return math.trunc((256 * width + math.trunc(128 / unit)) / 256 * unit) * _PIXEL
