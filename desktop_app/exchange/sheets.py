"""A file as plain grids of cells: everything after this knows nothing of file formats."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from desktop_app.errors import FileRefused
from desktop_app.exchange.delimited import read_delimited
from desktop_app.exchange.guard import MAX_CELLS, checked_content

Cell = object  # str, int, float, bool, date, datetime, time, timedelta; "" is empty


@dataclass(frozen=True)
class Merge:
    """Cells merged into one: corners inclusive, counted from 0."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Sheet:
    """One sheet, all rows of one width. ``rows[0]`` is its row 1; empty cells, and those of spaces alone, are "".

    Values of vertically merged cells stand in each of their rows.
    """

    name: str
    rows: list[list[Cell]]
    merges: tuple[Merge, ...] = ()
    is_hidden: bool = False
    width: int = field(init=False)

    def __post_init__(self) -> None:
        width = max((len(row) for row in self.rows), default=0)
        for row in self.rows:
            for column, cell in enumerate(row):
                if type(cell) is str and cell.isspace():
                    row[column] = ""
            row.extend([""] * (width - len(row)))
        object.__setattr__(self, "width", width)


def read_sheets(path: Path) -> list[Sheet]:
    """Every sheet of an .xlsx, .xls, .csv or .txt, empty ones left out.

    Raises FileRefused with a sentence that says what to do.
    """
    content, is_spreadsheet = checked_content(path)
    if is_spreadsheet:
        sheets = list(_spreadsheet(path.name, content))
    else:
        sheets = [Sheet(path.stem, [list[Cell](row) for row in read_delimited(path.name, content)])]
    sheets = [sheet for sheet in sheets if any(cell != "" for row in sheet.rows for cell in row)]
    if not sheets:
        raise FileRefused(f"“{path.name}”里没有内容，没有导入。")
    return sheets


def _spreadsheet(name: str, content: bytes) -> Iterator[Sheet]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            for about in book.sheets_metadata:
                if about.typ == SheetTypeEnum.WorkSheet:
                    is_hidden = about.visible != SheetVisibleEnum.Visible
                    yield _sheet(name, book.get_sheet_by_name(about.name), is_hidden)
    except PasswordError as error:
        raise FileRefused(f"“{name}”设了打开密码，读不到内容。请取消密码后另存再导入。") from error
    except CalamineError as error:
        raise FileRefused(
            f"“{name}”已损坏或不是程序认识的表格，没有导入。请在 WPS 或 Excel 中打开它，另存为 .xlsx 后再导入。"
        ) from error


def _sheet(file_name: str, sheet: CalamineSheet, is_hidden: bool) -> Sheet:
    if sheet.total_height * sheet.total_width > MAX_CELLS:
        raise FileRefused(f"“{file_name}”的“{sheet.name}”范围过大。请删除多余的空白行和列后另存再导入。")
    rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)  # type: ignore[assignment]
    merges = tuple(Merge(*start, *end) for start, end in sheet.merged_cell_ranges or ())
    for merge in merges:
        if merge.bottom > merge.top and merge.top < len(rows) and merge.left < len(rows[merge.top]):
            value = rows[merge.top][merge.left]
            for row in rows[merge.top + 1 : merge.bottom + 1]:
                row[merge.left] = value
    return Sheet(sheet.name, rows, merges, is_hidden)
