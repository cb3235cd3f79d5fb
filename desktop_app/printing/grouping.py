"""Lines of a list that say the same in a column may share one cell there, as tables grouped by hand do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing.blocks import Placed
from desktop_app.printing.formats import GROUPED
from desktop_app.printing.template import Name, Parts

Cells = Mapping[tuple[int, int], Parts]


def group(sheet: Worksheet, cells: Cells, places: Sequence[Placed]) -> None:
    """Merge equal cells beneath each other in the columns whose placeholder asks for it (``|合并``).

    ``cells`` are the template's. A group never reaches beyond one further left: 三星 of the next part is another 三星.
    """
    for place in places:
        if place.block.height > 1:
            continue
        ends: set[int] = set()  # rows after which a group further left has ended
        for column in sorted(column for (row, column), parts in cells.items() if _asks(place, row, parts)):
            ends |= _ends(sheet, place, column)
            for first, last in _runs(place, ends):
                if last > first and sheet._cells[first, column].value is not None:
                    sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)


def _asks(place: Placed, row: int, parts: Parts) -> bool:
    return row == place.block.top and any(isinstance(part, Name) and part.format == GROUPED for part in parts)


def _ends(sheet: Worksheet, place: Placed, column: int) -> set[int]:
    """The rows whose cell in the column differs from the one beneath."""
    values = [sheet._cells[row, column].value for row in range(place.top, place.bottom + 1)]
    return {place.top + number for number in range(len(values) - 1) if values[number] != values[number + 1]}


def _runs(place: Placed, ends: set[int]) -> Iterator[tuple[int, int]]:
    """First and last row of each group."""
    first = place.top
    for last in sorted(ends | {place.bottom}):
        yield first, last
        first = last + 1
