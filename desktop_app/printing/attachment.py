"""The page behind a form: whole texts too long for their line of a list (附页), and what the officer explains."""

from __future__ import annotations

import copy
import math
from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing import ruler
from desktop_app.printing.cells import Styles, put
from desktop_app.printing.fit import fit
from desktop_app.printing.look import Look, Looks
from desktop_app.printing.room import READABLE, pitch, room_in
from desktop_app.printing.sheet import Layout, digit_width

SHEET = "附页"
LONG = 20  # characters; less never fills a third of a page, however narrow the column
_TALLEST = 1 / 3  # of the page: a taller row is no longer read as one line of a list
_SHORTENED = 1 / 6  # of the page, for what stays in the list
_HEADS = ("编号", "所在栏", "全文")
_COLUMNS = (36.0, 110.0)  # points for the number and the place; the text has the rest
NOTES = "逻辑检查情况说明"
_NOTE_HEADS = ("编号", "检查提示", "情况说明")
_NOTE_COLUMNS = (36.0, 200.0)
_THIN = Border(*[Side("thin")] * 4)


@dataclass(frozen=True)
class Long:
    """A cell of a list with a long text, and whose line it is: ``第 12 行 王小丽``."""

    cell: Cell
    line: str
    first_row: int  # of the list, beneath its heads


@dataclass(frozen=True)
class Attached:
    """A whole text for the page behind the form, and where in the form it is missed."""

    place: str
    text: str


def shorten(sheet: Worksheet, found: Sequence[Long], numbered_from: int) -> list[Attached]:
    """Shorten the texts that would make their line taller than a third of the page; the whole texts are returned."""
    layout, styles = Layout(sheet, Looks(sheet.parent)), Styles(sheet.parent)
    attached: list[Attached] = []
    for each in found:
        text, merge = str(each.cell.value), layout.merges.get((each.cell.row, each.cell.column))
        first, last = (merge.min_col, merge.max_col) if merge else (each.cell.column, each.cell.column)
        look = layout.looks.of(each.cell)
        room, limit = room_in(look, layout.width(first, last)), layout.room() * _TALLEST
        size = _size_within(text, look, room, limit)
        if size == look.size:
            continue
        if size:
            each.cell._style = styles.wrapped(styles.sized(each.cell._style, size))
            continue
        attached.append(Attached(f"{each.line} {_head(layout, each)}".strip(), text))
        tail = f"…（见附页{numbered_from + len(attached) - 1}）"
        each.cell._style = styles.wrapped(each.cell._style)
        each.cell.value = _beginning(text, tail, look, room, layout.room() * _SHORTENED)
        each.cell.data_type = "s"
    return attached


def _size_within(text: str, look: Look, room: float, limit: float) -> float:
    """The largest size, its own or down to 9 pt, at which the text stays lower than ``limit``; 0 when there is none."""
    size = look.size
    while len(ruler.lines(text, look.face, size, room)) * pitch(look, size) + 1 > limit:
        size -= 0.5
        if size < READABLE:
            return 0.0
    return size


def _beginning(text: str, tail: str, look: Look, room: float, height: float) -> str:
    """As much of the text as fits with ``tail`` behind it, a few characters at least."""
    count = max(int((height - 1) // pitch(look)), len(ruler.lines(tail, look.face, look.size, room)) + 1)
    begun = "".join(ruler.lines(text, look.face, look.size, room)[:count]).rstrip()
    while len(begun) > 1 and len(ruler.lines(begun + tail, look.face, look.size, room)) > count:
        begun = begun[:-1].rstrip()
    return begun + tail


def _head(layout: Layout, each: Long) -> str:
    """The head of the cell's column."""
    covering = layout.covering()
    for row in range(each.first_row - 1, max(each.first_row - 4, 0), -1):
        merge = covering.get((row, each.cell.column))
        place = (merge.min_row, merge.min_col) if merge else (row, each.cell.column)
        cell = layout.sheet._cells.get(place)
        if cell is not None and cell.value is not None:
            return "".join(str(cell.value).split())
    return ""


def attach(workbook: Workbook, form: Worksheet, attached: Sequence[Attached]) -> None:
    """Add the sheet with the whole texts behind the form, set up as the form is."""
    rows = [(each.place, each.text) for each in attached]
    _add_sheet(workbook, form, SHEET, _HEADS, _COLUMNS, rows)


def explain(workbook: Workbook, explained: Sequence[tuple[str, str]]) -> None:
    """Add the sheet with what the logic check found and the officer's words to it, behind all others."""
    _add_sheet(workbook, workbook.worksheets[0], NOTES, _NOTE_HEADS, _NOTE_COLUMNS, explained)


def _add_sheet(
    workbook: Workbook,
    form: Worksheet,
    title: str,
    heads: Sequence[str],
    columns: Sequence[float],
    rows: Sequence[tuple[str, str]],
) -> None:
    sheet = workbook.create_sheet(title)
    _set_up(sheet, form, columns)
    styles = Styles(workbook)
    _line(sheet, 1, (title,), styles, Font(name="黑体", sz=16), Alignment("center", "center"))
    sheet.merge_cells("A1:C1")
    sheet.row_dimensions[1].height = 36.0
    _line(sheet, 2, heads, styles, Font(name="宋体", sz=10.5, b=True), Alignment("center", "center"), _THIN)
    sheet.row_dimensions[2].height = 24.0
    for number, row in enumerate(rows, 1):
        alignment = Alignment("left", "top", wrap_text=True)
        _line(sheet, number + 2, (number, *row), styles, Font(name="仿宋", sz=10.5), alignment, _THIN)
    sheet.print_title_rows = "2:2"
    sheet.print_area = f"A1:C{len(rows) + 2}"
    fit(sheet)


def _line(
    sheet: Worksheet,
    row: int,
    values: Sequence[object],
    styles: Styles,
    font: Font,
    alignment: Alignment,
    border: Border | None = None,
) -> None:
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        assert not isinstance(cell, MergedCell)  # noqa: S101 - a new sheet has none
        cell.font, cell.alignment = font, alignment
        if border:
            cell.border = border
        put(cell, value, styles)


def _set_up(sheet: Worksheet, form: Worksheet, columns: Sequence[float]) -> None:
    sheet.page_setup.paperSize = form.page_setup.paperSize or 9
    sheet.page_setup.orientation = form.page_setup.orientation
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins = copy.copy(form.page_margins)
    sheet.print_options.horizontalCentered = True
    sheet.sheet_view.showGridLines = False
    sheet.HeaderFooter.oddFooter = copy.deepcopy(form.oddFooter)
    unit, body = digit_width(sheet.parent), Layout(sheet, Looks(sheet.parent)).body()[0]
    for letter, width in zip("ABC", (*columns, body - sum(columns) - 1), strict=True):
        sheet.column_dimensions[letter].width = math.floor(width / 0.75) / unit
