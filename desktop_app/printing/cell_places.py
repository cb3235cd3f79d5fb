"""Where the cells of a workbook lie on its paper, so that a form on the screen can be pointed at."""

from __future__ import annotations

import io
from collections.abc import Collection
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook

from desktop_app.printing.look import Looks
from desktop_app.printing.page import Box, PagePainter
from desktop_app.printing.paint import open_canvas
from desktop_app.printing.pen import Pen
from desktop_app.printing.sheet import Layout


@dataclass(frozen=True)
class CellPlace:
    """A cell's box on a page (from 0) of the painted workbook, in points from the paper's top left corner."""

    page: int
    sheet: str
    cell: str
    box: Box


def cell_places(workbook: Workbook, wanted: Collection[tuple[str, str]] | None = None) -> list[CellPlace]:
    """The places of all cells, or those ``wanted`` (sheet, B3), in the order and on the pages ``paint`` gives them."""
    found: list[CellPlace] = []
    looks, pen = Looks(workbook), Pen(open_canvas(io.BytesIO(), title="", author=""))
    number = 0
    for sheet in workbook.worksheets:
        if sheet.sheet_state != "visible":
            continue
        layout = Layout(sheet, looks)
        painter = PagePainter(layout, pen)
        for page in layout.pages():
            for row, column, box in painter.places(page):
                place = CellPlace(number, sheet.title, f"{get_column_letter(column)}{row}", box)
                if wanted is None or (place.sheet, place.cell) in wanted:
                    found.append(place)
            number += 1
    return found
