"""The same data without paper: one head row, no merges, nothing between the records, ready to sort or paste."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from openpyxl.styles.fonts import Font
from openpyxl.utils.cell import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing.cells import Code, Styles, default_format, put
from desktop_app.printing.formats import as_text

_WIDEST = 40
_LOOKED_AT = 200  # rows that decide how wide a column is


@dataclass(frozen=True)
class PlainTable:
    """Heads and rows; the columns numbered in ``codes`` hold digits that are names, empty ones included."""

    heads: Sequence[str]
    rows: Sequence[Sequence[object]]
    codes: frozenset[int] = frozenset()


def plain_workbook(table: PlainTable, title: str) -> Workbook:
    """A workbook of that one table."""
    workbook = Workbook()
    assert isinstance(workbook.active, Worksheet)  # noqa: S101 - a new workbook has one sheet
    workbook.active.title = title[:31]
    _write(workbook.active, table)
    return workbook


def add_plain_sheet(workbook: Workbook, table: PlainTable, title: str) -> None:
    """Add the table as one more sheet behind those there are."""
    _write(workbook.create_sheet(title), table)


def _write(sheet: Worksheet, table: PlainTable) -> None:
    styles = Styles(sheet.parent)
    bold = Font(bold=True)
    for column, head in enumerate(table.heads, 1):
        cell = sheet.cell(1, column)
        put(cell, head, styles)
        cell.font = bold
    for number, values in enumerate(table.rows, 2):
        for column, value in enumerate(values):
            content = _content(value, column in table.codes)
            put(sheet.cell(number, column + 1), content, styles, default_format(content))
    for column, head in enumerate(table.heads):
        shown = [head, *(row[column] for row in table.rows[:_LOOKED_AT])]
        sheet.column_dimensions[get_column_letter(column + 1)].width = max(map(_width, shown)) + 2
    sheet.freeze_panes = "A2"
    if table.heads:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.heads))}{len(table.rows) + 1}"


def _content(value: object, is_code: bool) -> object:
    if is_code:
        return Code(as_text(value))
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (int, float, Decimal, date, time)) and not isinstance(value, bool):
        return value
    return as_text(value)


def _width(value: object) -> int:
    if isinstance(value, date):
        return 10
    text = as_text(value)
    return min(len(text) + sum(character > "\u2e7f" for character in text), _WIDEST)
