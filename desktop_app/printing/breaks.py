"""Where a page ends when nobody said so: not between a head and its list, and not so that one row stands alone."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from openpyxl.worksheet.pagebreak import Break

from desktop_app.printing.sheet import Layout

_EMPTIEST = 0.35  # of a page: it is not left with less for the sake of the next
LITTLE = 0.2  # of a page: signatures and notes, but no further part of a form
Rows = tuple[int, int]  # first and last row of a list


def break_well(layout: Layout, lists: Sequence[Rows]) -> None:
    """Break earlier where a head would stand alone at a page's foot or a last page would hold next to nothing."""
    _drop_idle_breaks(layout)
    keep_together(layout, lists)


def keep_together(layout: Layout, lists: Sequence[Rows]) -> None:
    """Break before what must not be parted: a head and its list, the end of the form, a box drawn over rows."""
    _keep_section(layout)
    for rows in lists:
        _keep_head(layout, rows)
    _keep_end_together(layout, lists[-1] if lists else None)
    _keep_boxes_whole(layout)


def _drop_idle_breaks(layout: Layout) -> None:
    """Leave out a template's break where the page it ends, being full, ran over a little onto the next."""
    breaks = layout.sheet.row_breaks
    for page in layout.pages()[1:-1]:
        used = layout.stretch(page.first_row, page.last_row) / layout.room()
        if used < _EMPTIEST and layout.breaks_before(page.last_row + 1) and not layout.breaks_before(page.first_row):
            breaks.brk = [each for each in breaks.brk if each.id != page.last_row]


def _keep_section(layout: Layout) -> None:
    """Take a line that opens a part of the form along to the page of what it opens."""
    for above, page in pairwise(layout.pages()):
        row, follows = above.last_row, page.first_row == above.last_row + 1
        if not follows or layout.breaks_before(page.first_row) or not _is_section(layout, row):
            continue
        if layout.stretch(above.first_row, row - 1) >= _EMPTIEST * layout.room():
            layout.sheet.row_breaks.append(Break(id=row - 1))
            return


def _keep_boxes_whole(layout: Layout) -> None:
    """Take the upper rows of a box drawn over several, such as a seal's, along to the page of its last one."""
    for above, page in pairwise(layout.pages()):
        if page.first_row != above.last_row + 1 or layout.breaks_before(page.first_row):
            continue
        top = page.first_row
        while top > above.first_row and _is_open_between(layout, top - 1):
            top -= 1
        whole = layout.stretch(top, page.first_row) + layout.titles_height() <= layout.room()
        remains = layout.stretch(above.first_row, top - 1) >= _EMPTIEST * layout.room()
        if top < page.first_row and whole and remains:
            layout.sheet.row_breaks.append(Break(id=top - 1))
            return


def _is_open_between(layout: Layout, row: int) -> bool:
    """Whether the row's bordered cells go on into the next row with no line between."""
    upper = [layout.looks.of(cell) for _, cell in layout.rows.get(row, ())]
    lower = [layout.looks.of(cell) for _, cell in layout.rows.get(row + 1, ())]
    framed = any(look.left for look in upper) and any(look.left for look in lower)
    return framed and not any(look.bottom for look in upper) and not any(look.top for look in lower)


def _is_section(layout: Layout, row: int) -> bool:
    """Whether a row is nothing but one short bordered line over the whole width."""
    cells = [cell for _, cell in layout.rows.get(row, ()) if cell.value is not None]
    merge = layout.merges.get((row, layout.left))
    whole = merge is not None and merge.max_col == layout.right and merge.max_row == row
    return whole and len(cells) == 1 and len(str(cells[0].value)) <= 20 and layout.looks.of(cells[0]).bottom is not None


def _keep_head(layout: Layout, rows: Rows) -> None:
    """Take a list's head, and the line that names the list, along to the page of its first record."""
    for above, page in pairwise(layout.pages()):
        head = rows[0] - 1
        if page.first_row != rows[0] or page.first_column != layout.left or layout.breaks_before(rows[0]):
            continue
        if sum(cell.value is not None for _, cell in layout.rows.get(head - 1, ())) == 1:
            head -= 1
        if layout.stretch(above.first_row, head - 1) >= _EMPTIEST * layout.room():
            layout.sheet.row_breaks.append(Break(id=head - 1))
        return


def _keep_end_together(layout: Layout, rows: Rows | None) -> None:
    """Break earlier when the last page would hold one low row, or nothing but the few rows that follow a list."""
    pages = layout.pages()
    last = pages[-1]
    if len(pages) < 2 or last.first_column != layout.left or last.first_row == layout.top:
        return
    wanted = layout.bottom - 1 if layout.height(layout.bottom) < LITTLE * layout.room() else layout.bottom
    # A list of two or less stays with its head: alone it would leave a page with nothing else.
    if rows is not None and layout.top <= rows[1] <= layout.bottom and rows[1] - 1 > rows[0]:
        follows = layout.stretch(rows[1] + 1, layout.bottom)
        wanted = rows[1] - 1 if follows < LITTLE * layout.room() else wanted
    fits = layout.stretch(wanted, layout.bottom) + layout.titles_height() <= layout.room()
    remains = layout.stretch(pages[-2].first_row, wanted - 1) >= _EMPTIEST * layout.room()
    if last.first_row > wanted and fits and remains and not layout.breaks_before(last.first_row):
        layout.sheet.row_breaks.append(Break(id=wanted - 1))
