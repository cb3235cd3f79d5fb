"""Rows that repeat: everything beneath moves along, which openpyxl's own ``insert_rows`` does not do."""

from __future__ import annotations

import copy
from collections.abc import Callable

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.formatting.formatting import ConditionalFormattingList
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.cell_range import CellRange, MultiCellRange
from openpyxl.worksheet.pagebreak import Break, RowBreak
from openpyxl.worksheet.worksheet import Worksheet

Shift = Callable[[int], int]


def insert_rows(sheet: Worksheet, at: int, source: int, height: int, times: int) -> None:
    """Insert ``times`` copies of ``height`` rows from ``source`` before row ``at``: styles, heights, merges, no values.

    Ranges that reach over ``at`` grow; so does a range ending in the source rows when the copies follow directly.
    """
    extra = height * times
    if extra <= 0:
        return

    def first(row: int) -> int:
        return row + extra if row >= at else row

    def last(row: int) -> int:
        return row + extra if row >= at - 1 else row

    pattern = _pattern(sheet, source, height)
    merges = [m for m in sheet.merged_cells.ranges if m.min_row >= source and m.max_row < source + height]
    _move_cells(sheet, first)
    _move_heights(sheet, at, source, height, times)
    _move_merges(sheet, first, last, merges, at, source, height, times)
    _move_ranges(sheet, first, last)
    for time in range(times):
        _copy_rows(sheet, pattern, at + time * height)


def _pattern(sheet: Worksheet, source: int, height: int) -> list[tuple[int, int, Cell | MergedCell]]:
    rows = range(source, source + height)
    return [(row - source, column, cell) for (row, column), cell in sheet._cells.items() if row in rows]


def _copy_rows(sheet: Worksheet, pattern: list[tuple[int, int, Cell | MergedCell]], at: int) -> None:
    for offset, column, cell in pattern:
        fresh = type(cell)(sheet, at + offset, column)
        fresh._style = cell._style
        sheet._cells[at + offset, column] = fresh


def _move_cells(sheet: Worksheet, first: Shift) -> None:
    moved = {}
    for (row, column), cell in sheet._cells.items():
        cell.row = first(row)
        moved[cell.row, column] = cell
        if isinstance(cell, Cell) and cell.hyperlink:
            cell.hyperlink.ref = cell.coordinate
    sheet._cells = moved


def _move_heights(sheet: Worksheet, at: int, source: int, height: int, times: int) -> None:
    dimensions = sheet.row_dimensions
    copies = {offset: dimensions[source + offset] for offset in range(height) if source + offset in dimensions}
    for row in sorted((row for row in dimensions if row >= at), reverse=True):
        dimension = dimensions.pop(row)
        dimension.index = row + height * times
        dimensions[dimension.index] = dimension
    for offset, dimension in copies.items():
        for time in range(times):
            fresh = copy.copy(dimension)
            fresh.index = at + time * height + offset
            dimensions[fresh.index] = fresh


def _move_merges(
    sheet: Worksheet, first: Shift, last: Shift, inner: list[CellRange], at: int, source: int, height: int, times: int
) -> None:
    kept = set()
    for merge in sheet.merged_cells.ranges:
        is_one_row = merge.min_row == merge.max_row  # a cell of one row stays one, though the new rows come beneath
        bottom = first(merge.max_row) if merge in inner or is_one_row else last(merge.max_row)
        kept.add(_range(merge.min_col, first(merge.min_row), merge.max_col, bottom))
    for merge in inner:
        for time in range(times):
            down = at + time * height - source
            kept.add(_range(merge.min_col, merge.min_row + down, merge.max_col, merge.max_row + down))
    sheet.merged_cells.ranges = kept


def _range(left: int, top: int, right: int, bottom: int) -> CellRange:
    return CellRange(min_col=left, min_row=top, max_col=right, max_row=bottom)


def _move_ranges(sheet: Worksheet, first: Shift, last: Shift) -> None:
    def moved(ranges: MultiCellRange) -> MultiCellRange:
        return MultiCellRange([_range(r.min_col, first(r.min_row), r.max_col, last(r.max_row)) for r in ranges.ranges])

    for validation in sheet.data_validations.dataValidation:
        validation.sqref = moved(validation.sqref)
    conditional = ConditionalFormattingList()
    for formatting in sheet.conditional_formatting:
        for rule in formatting.rules:
            conditional.add(str(moved(formatting.sqref)), rule)
    sheet.conditional_formatting = conditional
    if sheet.print_area:
        sheet.print_area = ",".join(_moved_text(area, first, last) for area in sheet.print_area.split(","))
    if sheet.auto_filter.ref:
        sheet.auto_filter.ref = _moved_text(sheet.auto_filter.ref, first, last)
    breaks = [Break(id=last(each.id)) for each in sheet.row_breaks.brk]
    sheet.row_breaks = RowBreak(brk=breaks)
    for picture in sheet._images:
        for corner in (getattr(picture.anchor, "_from", None), getattr(picture.anchor, "to", None)):
            if corner is not None:
                corner.row = first(corner.row + 1) - 1


def _moved_text(area: str, first: Shift, last: Shift) -> str:
    left, top, right, bottom = range_boundaries(area.rsplit("!", 1)[-1])
    return str(_range(left, first(top), right, last(bottom)).coord)
