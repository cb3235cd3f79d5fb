"""What a superior's own workbook needs to be painted and must not keep: no formulas, a print area, one page wide."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing.recognising.paper import Paper


@contextmanager
def as_painted(workbook: Workbook) -> Iterator[None]:
    """While the block runs: formulas empty (only Excel works them out), and paper set where nobody has set it."""
    with ExitStack() as stack:
        for sheet in workbook.worksheets:
            stack.enter_context(_without_formulas(sheet))
            stack.enter_context(_on_paper(sheet))
        yield


@contextmanager
def _without_formulas(sheet: Worksheet) -> Iterator[None]:
    kept = [(cell, cell.value) for cell in sheet._cells.values() if cell.data_type == "f"]
    for cell, _ in kept:
        cell.value = None
    try:
        yield
    finally:
        for cell, formula in kept:
            cell.value = formula


@contextmanager
def _on_paper(sheet: Worksheet) -> Iterator[None]:
    """A print area where there is none; one page wide where neither scale nor fitting was chosen."""
    properties, setup = sheet.sheet_properties, sheet.page_setup
    fitting, width, height, area = properties.pageSetUpPr, setup.fitToWidth, setup.fitToHeight, sheet.print_area
    used = print_range(sheet)
    if not area and used:
        sheet.print_area = used
    if not (fitting and fitting.fitToPage) and setup.scale in (None, 100):
        properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        setup.fitToWidth, setup.fitToHeight = 1, 0
    try:
        yield
    finally:
        properties.pageSetUpPr, setup.fitToWidth, setup.fitToHeight = fitting, width, height
        if not area:
            sheet.print_area = None


def print_range(sheet: Worksheet) -> str:
    """The cells of a sheet that show anything, as a print area; empty for an empty sheet."""
    areas = [area for area in Paper(sheet).areas if area.text.strip() or area.bordered or area.underlined]
    if not areas:
        return ""
    right, bottom = max(area.right for area in areas), max(area.bottom for area in areas)
    return f"A1:{get_column_letter(right)}{bottom}"
