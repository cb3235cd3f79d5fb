"""A parsed template kept once and copied for every form: a copy takes 2 ms where reading the file anew takes 40."""

from __future__ import annotations

import copy

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles.styleable import StyleArray
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

Cells = dict[tuple[int, int], Cell | MergedCell]


class Master:
    """A workbook that is never written to; ``copied`` gives one that may be. It takes the workbook over."""

    def __init__(self, workbook: Workbook) -> None:
        self._frame = workbook
        self._rows: list[tuple[Cells, dict[int, RowDimension]]] = []
        self._shared: list[object] = [workbook._named_styles, workbook._differential_styles, workbook._table_styles]
        self._shared += [workbook.calculation, workbook.loaded_theme]
        arrays: dict[bytes, StyleArray] = {}
        for sheet in workbook.worksheets:
            # openpyxl's ranges hold on to their cells; plain ones are all that is wanted, and none is ever changed.
            sheet.merged_cells.ranges = {CellRange(merge.coord) for merge in sheet.merged_cells.ranges}
            self._shared += [*sheet.merged_cells.ranges, sheet.views, sheet.protection, sheet.print_options]
            for cell in sheet._cells.values():
                if cell._style is not None:
                    cell._style = arrays.setdefault(cell._style.tobytes(), cell._style)
            # Copied by hand below: the library's way takes twenty times as long.
            self._rows.append((sheet._cells, dict(sheet.row_dimensions)))
            sheet._cells = {}
            sheet.row_dimensions.clear()

    def copied(self) -> Workbook:
        """A workbook of its own. Style arrays are shared, for none is ever changed in place."""
        known = {id(table): _table(table) for table in vars(self._frame).values() if isinstance(table, IndexedList)}
        known |= {id(each): each for each in self._shared}
        for sheet in self._frame.worksheets:
            known |= {id(picture): _picture(picture) for picture in sheet._images}
        workbook: Workbook = copy.deepcopy(self._frame, known)
        for sheet, (cells, dimensions) in zip(workbook.worksheets, self._rows, strict=True):
            for holder, add in ((sheet.row_dimensions, sheet._add_row), (sheet.column_dimensions, sheet._add_column)):
                holder.worksheet, holder.default_factory = sheet, add  # what copying a defaultdict mixes up
            sheet._cells = {place: _cell(cell, sheet) for place, cell in cells.items()}
            for row, dimension in dimensions.items():
                sheet.row_dimensions[row] = _row(dimension, sheet)
        return workbook


def _row(dimension: RowDimension, sheet: Worksheet) -> RowDimension:
    fresh = RowDimension.__new__(RowDimension)
    vars(fresh).update(vars(dimension))
    fresh.parent, fresh._style = sheet, dimension._style
    return fresh


def _table(table: IndexedList) -> IndexedList:
    """The styles of a kind: the list is the copy's own, what is in it is shared."""
    fresh = IndexedList()
    list.extend(fresh, table)  # its own ``extend`` would look for each one among the others
    fresh.clean, fresh._dict = table.clean, dict(table._dict)
    return fresh


def _picture(picture: object) -> object:
    """A picture may move with its rows; its bytes are shared."""
    fresh = copy.copy(picture)
    fresh.anchor = copy.deepcopy(picture.anchor)  # type: ignore[attr-defined]
    return fresh


def _cell(cell: Cell | MergedCell, sheet: Worksheet) -> Cell | MergedCell:
    fresh = type(cell)(sheet, cell.row, cell.column)
    fresh._style = cell._style
    if isinstance(cell, Cell) and isinstance(fresh, Cell):
        fresh._value, fresh.data_type = cell._value, cell.data_type
        if cell._comment is not None:
            fresh.comment = copy.copy(cell._comment)
        if cell._hyperlink is not None:
            fresh._hyperlink = copy.copy(cell._hyperlink)
    return fresh
