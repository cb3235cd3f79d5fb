"""The drawing board of our own forms: one set of faces, lines, margins and seal boxes, so that all look set by one hand."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing.workbook import save

TITLE_FACE, SONG, FANG, HEI = "方正小标宋简体", "宋体", "仿宋", "黑体"  # the names Windows and WPS know
_POINTS = 72 / 25.4  # in a millimetre
_PIXELS = 96 / 25.4
_DIGIT = 8  # pixels: Excel's unit of column width for 宋体 11
_THIN, _MEDIUM = Side("thin"), Side("medium")


@dataclass(frozen=True)
class Page:
    """A4 turned one way: margins in mm, the binding edge being the left of an upright and the top of a lying page."""

    width: float
    left: float
    right: float
    top: float
    bottom: float
    title_size: int

    @property
    def body(self) -> float:
        """The width between the margins in mm."""
        return self.width - self.left - self.right


# 订口 25-28 mm after GB/T 9704 (level L2); lying pages are bound at the top (forms survey, 2.1).
PAGES = {"portrait": Page(210, 28, 18, 20, 18, 22), "landscape": Page(297, 18, 18, 25, 14, 20)}


@dataclass(frozen=True)
class Box:
    """One cell to be: its text, how many columns and rows it covers, and how the text is set."""

    text: str
    span: int = 1
    rows: int = 1
    face: str = FANG
    size: float = 11
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


def head(text: str, span: int = 1, rows: int = 1) -> Box:
    """A column's head or a label above: bold, centred."""
    return Box(text, span, rows, SONG, 10.5, bold=True)


def label(text: str, span: int = 1, rows: int = 1) -> Box:
    """What is asked, beside its answer."""
    return Box(text, span, rows, SONG, 10.5)


def value(text: str, span: int = 1, across: str = "left") -> Box:
    """An answer."""
    return Box(text, span, across=across)


def number(text: str, span: int = 1) -> Box:
    """A short answer, centred, on one line."""
    return Box(text, span, wrap=False)


def prose(text: str, span: int = 1) -> Box:
    """A long answer, from the top."""
    return Box(text, span, across="left", down="top")


def section(text: str, span: int) -> Box:
    """A line that opens a part of the form."""
    return Box(text, span, face=HEI, size=10.5, across="left")


def plain(text: str, span: int = 1, across: str = "left") -> Box:
    """Text outside the table: 填报单位, 填报日期, signatures."""
    return Box(text, span, face=SONG, size=10.5, across=across, edges="")


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
        return Box(self.text, size=self.size, wrap=self.wrap, across=self.across)


class Paper:
    """The form in ``folder``, drawn row by row. ``widths`` in mm; heights are given in mm too."""

    def __init__(self, folder: Path, widths: Sequence[float]) -> None:
        self._folder = folder
        with (folder / "form.toml").open("rb") as file:
            self.form = tomllib.load(file)
        self.page = PAGES[self.form["orientation"]]
        self._columns = len(widths)
        self._row = 0
        self._table: int | None = None
        self._taken: set[tuple[int, int]] = set()
        self._edges: dict[tuple[int, int], dict[str, Side]] = {}
        self._workbook = _workbook()
        self._sheet: Worksheet = self._workbook.active
        self._sheet.title = self.form["title"]
        self._set_widths(widths)

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return self._columns

    def title(self, text: str = "", height: float = 15) -> None:
        """The form's title over the whole width."""
        box = Box(text or self.form["title"], self._columns, face=TITLE_FACE, size=self.page.title_size, edges="")
        self.row(box, height=height)

    def line(self, *boxes: Box, height: float = 7.5) -> None:
        """A line outside the table."""
        self._close()
        self.row(*boxes, height=height)

    def row(self, *boxes: Box, height: float = 8) -> None:
        """One row of boxes from the left, beside what reaches down from above."""
        self._row += 1
        self._sheet.row_dimensions[self._row].height = _height(height)
        if self._table is None and boxes and boxes[0].edges:
            self._table = self._row
        column = 1
        for box in boxes:
            while (self._row, column) in self._taken:
                column += 1
            self._place(box, column)
            column += box.span

    def heads(self, *rows: Sequence[Box], height: float = 10) -> None:
        """The rows that every page begins with."""
        first = self._row + 1
        for boxes in rows:
            self.row(*boxes, height=height)
        self._sheet.print_title_rows = f"{first}:{self._row}"

    def records(self, *boxes: Box, height: float = 8, lines: int = 3) -> None:
        """The line that repeats, with its empty ones: a first, a middle and a last are enough to copy from."""
        self.row(*boxes, height=height)
        empty = [replace(box, text="") for box in boxes if box.rows == 1]
        for _ in range(lines - 1):
            self.row(*empty, height=height)

    def roster(self, columns: Sequence[Column], height: float = 8, head_height: float = 10) -> None:
        """Heads and repeating lines of a list."""
        self.heads([head(column.title) for column in columns], height=head_height)
        self.records(*[column.box for column in columns], height=height)

    def seals(self, *opinions: tuple[str, str, int], height: float = 42) -> None:
        """Boxes for an opinion by pen, a round seal (42 mm) and a signature: heading, lines beneath, columns."""
        above = [prose(heading, span) for heading, _, span in opinions]
        below = [Box(lines, span, face=SONG, size=10.5, across="right", down="bottom", indent=1) for _, lines, span in opinions]
        self.row(*[replace(box, face=SONG, size=10.5, edges="left right top") for box in above], height=height * 0.4)
        self.row(*[replace(box, edges="left right bottom") for box in below], height=height * 0.6)

    def notes(self) -> None:
        """The form's notes, beneath the table."""
        self._close()
        for place, note in enumerate(self.form["notes"]):
            text = f"{'注：' if place == 0 else '　　'}{place + 1}.{note}" if len(self.form["notes"]) > 1 else f"注：{note}"
            lines = math.ceil(len(text) * 9 / (self.page.body * _POINTS - 6))
            self.row(replace(plain(text, self._columns), size=9), height=5 * lines)

    def save(self) -> None:
        """Write ``template.xlsx``."""
        self._close()
        for (row, column), sides in self._edges.items():
            self._sheet.cell(row, column)  # a merge may have left none
            self._sheet._cells[row, column].border = Border(**sides)
        self._set_page()
        save(self._workbook, self._folder / "template.xlsx", title=self.form["title"])

    def _place(self, box: Box, column: int) -> None:
        sheet, right, bottom = self._sheet, column + box.span - 1, self._row + box.rows - 1
        if right > self._columns:
            raise ValueError(f"{self._folder.name}: row {self._row} is wider than the paper at “{box.text}”")
        cell = sheet.cell(self._row, column, box.text or None)
        if box.span > 1 or box.rows > 1:
            sheet.merge_cells(start_row=self._row, end_row=bottom, start_column=column, end_column=right)
        for row in range(self._row, bottom + 1):
            for each in range(column, right + 1):
                self._taken.add((row, each))
                self._edges[row, each] = _sides(box.edges, row == self._row, row == bottom, each == column, each == right)
        self._edges[self._row, column] |= {edge: _THIN for edge in box.edges.split()}  # readers take a merge's from here
        cell.font, cell.alignment = box.font, box.alignment

    def _close(self) -> None:
        """Draw the heavier frame around the table that ends here."""
        if self._table is None:
            return
        frame = {
            "top": [(self._table, column) for column in range(1, self._columns + 1)],
            "bottom": [(self._row, column) for column in range(1, self._columns + 1)],
            "left": [(row, 1) for row in range(self._table, self._row + 1)],
            "right": [(row, self._columns) for row in range(self._table, self._row + 1)],
        }
        for edge, places in frame.items():
            for place in places:
                self._edges[place][edge] = _MEDIUM
        for merge in self._sheet.merged_cells.ranges:
            self._frame_merge(merge.min_row, merge.max_row, merge.min_col, merge.max_col)
        self._table = None

    def _frame_merge(self, top: int, bottom: int, left: int, right: int) -> None:
        """The first cell of a merge tells the edges of all of it."""
        first = self._edges[top, left]
        for edge, place in (("bottom", (bottom, left)), ("right", (top, right))):
            if edge in self._edges[place]:
                first[edge] = self._edges[place][edge]

    def _set_widths(self, widths: Iterable[float]) -> None:
        total = sum(widths)
        if not self.page.body - 1 <= total <= self.page.body + 0.01:
            raise ValueError(f"{self._folder.name}: columns are {total} mm wide, the page {self.page.body} mm")
        for index, width in enumerate(widths, 1):
            self._sheet.column_dimensions[get_column_letter(index)].width = math.floor(width * _PIXELS) / _DIGIT

    def _set_page(self) -> None:
        sheet, page = self._sheet, self.page
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, self.form["orientation"]
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, int(self.form["one_page"])
        margins = sheet.page_margins
        margins.left, margins.right = page.left / 25.4, page.right / 25.4
        margins.top, margins.bottom = page.top / 25.4, page.bottom / 25.4
        margins.header = margins.footer = 8 / 25.4
        sheet.print_options.horizontalCentered = True
        sheet.print_area = f"A1:{get_column_letter(self._columns)}{self._row}"
        footer = sheet.oddFooter.center
        footer.text, footer.font, footer.size = "第 &P 页 共 &N 页", "宋体,Regular", 9


def boxes_of(name: str, options: Iterable[str]) -> str:
    """Every option with a box to be ticked: ``{{室.类型|□内部}}　{{室.类型|□公共}}``."""
    return "　".join(f"{{{{{name}|□{option}}}}}" for option in options)


def _workbook() -> Workbook:
    workbook = Workbook()
    normal = Font(name=SONG, sz=11)
    workbook._fonts[0] = normal  # the Normal font is Excel's unit of column width
    workbook._named_styles["Normal"].font = normal
    return workbook


def _height(millimetres: float) -> float:
    """Points, in whole pixels as Excel keeps them."""
    return round(millimetres * _PIXELS) * 0.75


def _sides(edges: str, is_top: bool, is_bottom: bool, is_left: bool, is_right: bool) -> dict[str, Side]:
    outer = {"top": is_top, "bottom": is_bottom, "left": is_left, "right": is_right}
    return {edge: _THIN for edge in edges.split() if outer[edge]}
