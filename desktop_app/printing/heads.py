"""A list that runs on to another page, on a sheet that repeats no rows, begins there with its head once more."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.pagebreak import Break, RowBreak

from desktop_app.printing.breaks import Rows
from desktop_app.printing.rows import insert_rows
from desktop_app.printing.sheet import Layout

_FEWEST = 3  # columns of a head: a row of fewer may as well be a question and its answer
_MOST = 4  # pages a list goes on over; for more the sheet repeats the head itself, as a register does


def repeat_head(layout: Layout, lists: Sequence[Rows]) -> tuple[int, int] | None:
    """Insert a list's head before the first page that continues it without one; before which row, and how many."""
    if layout.title_rows:
        return None
    starts = [page.first_row for page in layout.pages()[1:]]
    for rows in lists:
        pages = [row for row in starts if rows[0] < row <= rows[1] and not _is_covered(layout, row)]
        head = rows[0] - 1
        if not pages or not _is_head(layout, head, rows[0]):
            continue
        if len(pages) > _MOST:
            layout.sheet.print_title_rows = f"{head}:{head}"
            return head, 0
        bare = [row for row in pages if _values(layout, row) != _values(layout, head)]
        if bare:
            _insert(layout, head, bare[0])
            return bare[0], 1
    return None


def _insert(layout: Layout, head: int, at: int) -> None:
    sheet = layout.sheet
    insert_rows(sheet, at, head, 1, 1)
    for column, value in _values(layout, head).items():
        sheet.cell(at, column).value = value
    kept = [each for each in sheet.row_breaks.brk if each.id != at]  # one that was here has moved beneath the head
    sheet.row_breaks = RowBreak(brk=[*kept, Break(id=at - 1)])


def _values(layout: Layout, row: int) -> dict[int, object]:
    return {column: cell.value for column, cell in layout.rows.get(row, ()) if cell.value is not None}


def _is_head(layout: Layout, head: int, first: int) -> bool:
    """Whether the row names the columns of the one beneath it: words in its cells, and in no cell of another width."""
    cells = {column: cell for column, cell in layout.rows.get(head, ()) if cell.value is not None}
    words = all(isinstance(cell.value, str) and layout.looks.of(cell).bottom for cell in cells.values())
    beneath = {column for column, cell in layout.rows.get(first, ()) if isinstance(cell, Cell)}
    return head >= layout.top and len(cells) >= _FEWEST and words and set(cells) <= beneath


def _is_covered(layout: Layout, row: int) -> bool:
    """Whether a merge reaches over the line above the row."""
    return any(merge.min_row < row <= merge.max_row for merge in layout.merges.values())
