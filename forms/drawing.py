"""The drawing board of our own forms: one set of lines, margins and seal boxes, so that all look set by one hand."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break

from desktop_app.printing.workbook import save
from forms.boxes import SONG, Box, Column, head, label, note, number, prose, title, value

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

# 164 mm for questions and answers: two to a row (30 + 52 mm each) or four (25 + 16 mm each).
GRID = (25, 5, 11, 25, 16) * 2


class Paper:
    """The form in ``folder``, drawn row by row. Measures are in mm; ``pitch`` is the height of a row of questions.

    ``behind`` another paper it is a further sheet of that one's file; save it before that one. ``otherwise`` is what a
    variant says otherwise than form.toml: its title, how it is turned.
    """

    def __init__(
        self,
        folder: Path,
        widths: Sequence[float] = GRID,
        pitch: float = 8.5,
        file: str = "template.xlsx",
        behind: Paper | None = None,
        otherwise: Mapping[str, object] | None = None,
    ) -> None:
        self._path = behind._path if behind else folder / file
        self._folder = folder
        self._pitch = pitch
        self.form = tomllib.loads((folder / "form.toml").read_text("utf-8")) | dict(otherwise or {})
        self.page = PAGES[self.form["orientation"]]
        self._columns = len(widths)
        self._row = 0
        self._table: int | None = None
        self._taken: set[tuple[int, int]] = set()
        self._edges: dict[tuple[int, int], dict[str, Side]] = {}
        self._workbook = behind._workbook if behind else _workbook()
        self._sheet = self._workbook.create_sheet() if behind else self._workbook.worksheets[0]
        self._sheet.title = self.form["title"]
        self._set_widths(widths)

    def title(self, height: float = 15) -> None:
        """The form's title over the whole width."""
        self.row(title(self.form["title"], self._columns, self.page.title_size), height=height)

    def line(self, *boxes: Box, height: float = 7.5) -> None:
        """A line outside the table."""
        self._close()
        self.row(*boxes, height=height)

    def row(self, *boxes: Box, height: float = 8) -> None:
        """One row of boxes from the left, beside what reaches down from above."""
        self._row += 1
        self._sheet.row_dimensions[self._row].height = (
            round(height * _PIXELS) * 0.75
        )  # whole pixels, as Excel keeps them
        if self._table is None and boxes and boxes[0].edges:
            self._table = self._row
        column = 1
        for box in boxes:
            while (self._row, column) in self._taken:
                column += 1
            self._place(box, column)
            column += box.span

    def whole(self, question: str, answer: str, height: float = 0) -> None:
        """One question over the whole row of the grid."""
        self.row(label(question, 2), replace(value(answer, 8, across="left"), indent=1), height=height or self._pitch)

    def pair(self, first: str, one: str, second: str, other: str, height: float = 0) -> None:
        """Two questions in a row of the grid."""
        self.row(label(first, 2), value(one, 3), label(second, 2), value(other, 3), height=height or self._pitch)

    def four(self, *pairs: tuple[str, str], height: float = 0) -> None:
        """Four short questions in a row of the grid."""
        self.row(
            *[box for i in (0, 1, 2, 3) for box in _quarter(*pairs[i], is_even=i % 2 == 0)],
            height=height or self._pitch,
        )

    def address(self, question: str, place: str, postal_code: str) -> None:
        """Where it lies, and its postal code, in a row of the grid."""
        answer = replace(value(place, 6, across="left"), indent=1)
        self.row(label(question, 2), answer, label("邮政编码"), number(postal_code), height=self._pitch)

    def essay(self, question: str, answer: str, height: float) -> None:
        """A question with a long answer in the grid."""
        self.row(label(question, 2), prose(answer, 8), height=height)

    def heads(self, *boxes: Box, height: float = 10) -> None:
        """The row that every page begins with."""
        self.row(*boxes, height=height)
        self._sheet.print_title_rows = f"{self._row}:{self._row}"

    def records(self, *boxes: Box, height: float = 8) -> None:
        """The line that repeats, with two empty ones: a first, a middle and a last are enough to copy from."""
        self.row(*boxes, height=height)
        empty = [replace(box, text="") for box in boxes if box.rows == 1]
        for _ in range(2):
            self.row(*empty, height=height)

    def roster(self, columns: Sequence[Column], height: float = 8) -> None:
        """Heads and repeating lines of a list."""
        self.heads(*[head(column.title, size=10) for column in columns], height=11)
        self.records(*[column.box for column in columns], height=height)

    def seals(self, *opinions: tuple[str, str, int], height: float = 42) -> None:
        """Boxes for an opinion by pen, a round seal (42 mm) and a signature: heading, lines beneath, columns."""
        above = [replace(prose(heading, span), face=SONG, edges="left right top") for heading, _, span in opinions]
        below = [replace(prose(lines, span), face=SONG, edges="left right bottom") for _, lines, span in opinions]
        self.row(*above, height=height * 0.4)
        self.row(*[replace(box, across="right", down="bottom", indent=1) for box in below], height=height * 0.6)

    def page_break(self) -> None:
        """What follows begins on a new page; the table goes on."""
        self._sheet.row_breaks.append(Break(id=self._row))

    def notes(self) -> None:
        """The form's notes, beneath the table."""
        self._close()
        notes = self.form["notes"]
        for place, text in enumerate(notes, 1):
            counted = f"{place}.{text}" if len(notes) > 1 else text
            shown = ("注：" if place == 1 else "　　") + counted
            wide = sum(9 if ord(character) > 0xFF else 5 for character in shown)
            lines = math.ceil(wide / (self.page.body * _POINTS - 6))
            self.row(note(shown, self._columns), height=5 * lines)

    def save(self) -> None:
        """Write the template."""
        self._close()
        for (row, column), sides in self._edges.items():
            self._sheet._cells[row, column].border = Border(**sides)
        self._set_page()
        save(self._workbook, self._path, title=self.form["title"])

    def _place(self, box: Box, column: int) -> None:
        right, bottom = column + box.span - 1, self._row + box.rows - 1
        if right > self._columns:
            raise ValueError(f"{self._folder.name}: row {self._row} is wider than the paper at “{box.text}”")
        cell = self._sheet.cell(self._row, column, box.text or None)
        cell.font, cell.alignment = box.font, box.alignment
        if box.span > 1 or box.rows > 1:
            self._sheet.merge_cells(start_row=self._row, end_row=bottom, start_column=column, end_column=right)
        wanted = box.edges.split()
        for row in range(self._row, bottom + 1):
            for each in range(column, right + 1):
                self._taken.add((row, each))
                ends = {
                    "top": row == self._row,
                    "bottom": row == bottom,
                    "left": each == column,
                    "right": each == right,
                }
                self._edges[row, each] = {edge: _THIN for edge in wanted if ends[edge]}
        self._edges[self._row, column] = dict.fromkeys(wanted, _THIN)  # a merge's first cell tells all its edges

    def _close(self) -> None:
        """Draw the heavier frame around the table that ends here."""
        if self._table is None:
            return
        rows, columns = range(self._table, self._row + 1), range(1, self._columns + 1)
        for column in columns:
            self._edges[self._table, column]["top"] = self._edges[self._row, column]["bottom"] = _MEDIUM
        for row in rows:
            self._edges[row, 1]["left"] = self._edges[row, self._columns]["right"] = _MEDIUM
        for merge in self._sheet.merged_cells.ranges:
            first = self._edges[merge.min_row, merge.min_col]
            for edge, place in (("bottom", (merge.max_row, merge.min_col)), ("right", (merge.min_row, merge.max_col))):
                if edge in self._edges[place]:
                    first[edge] = self._edges[place][edge]
        self._table = None

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


def _quarter(question: str, answer: str, *, is_even: bool) -> tuple[Box, Box]:
    """A short question of the grid: its answer covers two columns in the first and third place."""
    return label(question), number(answer, 2 if is_even else 1)


def _workbook() -> Workbook:
    workbook = Workbook()
    normal = Font(name=SONG, sz=11)
    workbook._fonts[0] = normal  # the Normal font is Excel's unit of column width
    workbook._named_styles["Normal"].font = normal
    return workbook
