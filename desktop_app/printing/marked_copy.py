"""The officer's own file back, faulty cells red and the reason beside each line, ready to mend and bring in again."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing import cells, workbook

REASON_HEAD = "导入问题（改好后可直接再次导入）"
_FAULT = PatternFill("solid", fgColor="FFF4B6B6")
_DOUBT = PatternFill("solid", fgColor="FFFFF0C2")
_REASON = Font(color="FFB00020", bold=True)


@dataclass(frozen=True)
class Mark:
    """One line to mark: ``row`` and ``columns`` count from 0; a doubt was brought in, a fault was not."""

    sheet: str
    row: int
    columns: tuple[int, ...]
    reason: str
    is_fault: bool = True


def write_marked_copy(
    source: Path,
    grids: Mapping[str, Sequence[Sequence[object]]],
    marks: Iterable[Mark],
    target: Path,
    heads: Mapping[str, int],
) -> None:
    """Write ``source`` with ``marks`` to ``target`` (.xlsx). An .xls or .csv is rewritten from its ``grids``.

    ``heads`` gives the row (from 0) of each sheet's table head, beside which the reasons get theirs.

    Raises FileRefused where the target cannot be written.
    """
    book = _loaded(source) or _rewritten(grids)
    marks = list(marks)
    for sheet in book.worksheets:
        its = [mark for mark in marks if mark.sheet == sheet.title]
        if its:
            _mark(sheet, its, heads.get(sheet.title, 0))
    workbook.save(book, target)


def _loaded(source: Path) -> Workbook | None:
    """Her workbook with its look; None where it is no .xlsx or too unusual to be loaded whole."""
    content = source.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return None
    try:
        return load_workbook(io.BytesIO(content), keep_links=False)
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError):
        return None


def _rewritten(grids: Mapping[str, Sequence[Sequence[object]]]) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    styles = cells.Styles(book)
    for name, rows in grids.items():
        sheet = book.create_sheet(name[:31])
        for at, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value != "":
                    cells.put(sheet.cell(at, column), _kept(value), styles, cells.default_format(value))
    return book


def _kept(value: object) -> object:
    """Digits stay text, so that the copy loses none; durations become their text."""
    if isinstance(value, str) and value.strip().isdecimal():
        return cells.Code(value)
    return str(value) if isinstance(value, timedelta) else value


def _mark(sheet: Worksheet, marks: Sequence[Mark], head_row: int) -> None:
    last = sheet.max_column + 1
    for mark in marks:
        fill = _FAULT if mark.is_fault else _DOUBT
        for column in mark.columns:
            cell = sheet.cell(mark.row + 1, column + 1)
            if isinstance(cell, Cell):
                cell.fill = fill
        reason = sheet.cell(mark.row + 1, last)
        if not isinstance(reason, MergedCell):
            reason.value = cells.clean(("✗ " if mark.is_fault else "⚠ ") + mark.reason)
            reason.data_type = "s"
            reason.font = _REASON
            reason.fill = fill
            reason.alignment = Alignment(wrap_text=True, vertical="center")
    head = sheet.cell(max(head_row, 0) + 1, last)
    if isinstance(head, Cell):
        head.value = REASON_HEAD
        head.font = _REASON
    sheet.column_dimensions[get_column_letter(last)].width = 48
