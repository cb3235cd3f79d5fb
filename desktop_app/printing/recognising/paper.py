"""A sheet of a blank form as an officer sees it: areas (merged or single cells) with their neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet


@dataclass(frozen=True)
class Area:
    """One cell, or the cells merged into one; ``text`` is empty where there is nothing to read."""

    row: int
    column: int
    bottom: int
    right: int
    text: str = ""
    bordered: bool = False
    underlined: bool = False
    indent: int = 0
    size: float = 11
    is_formula: bool = False
    is_number: bool = False

    @property
    def coordinate(self) -> str:
        """Its first cell, as ``B3``."""
        return f"{get_column_letter(self.column)}{self.row}"

    @property
    def is_empty(self) -> bool:
        """Whether it waits for an answer: nothing in it, or a formula nobody has filled."""
        return self.is_formula or not self.text.strip(" \t\n　")


class Paper:
    """The areas of one sheet and who stands beside whom."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._borders: dict[int, tuple[bool, bool]] = {}
        self._fonts: dict[int, float] = {}
        self._at: dict[tuple[int, int], Area] = {}
        self.areas = self._read()

    def at(self, row: int, column: int) -> Area | None:
        """The area that covers the cell; None where the sheet has none."""
        return self._at.get((row, column))

    def right_of(self, area: Area) -> Area | None:
        """The area that begins in the next column, in the first row of ``area``."""
        return self.at(area.row, area.right + 1)

    def left_of(self, area: Area) -> Area | None:
        """The area that ends in the column before, in the first row of ``area``."""
        return self.at(area.row, area.column - 1)

    def below(self, area: Area) -> Area | None:
        """The area that begins in the next row, in the first column of ``area``."""
        return self.at(area.bottom + 1, area.column)

    def row(self, number: int) -> list[Area]:
        """The areas that begin or stand in the row, from the left."""
        return self._rows.get(number, [])

    @cached_property
    def _rows(self) -> dict[int, list[Area]]:
        rows: dict[int, list[Area]] = {}
        for area in self.areas:
            for number in range(area.row, area.bottom + 1):
                rows.setdefault(number, []).append(area)
        return {number: sorted(found, key=lambda area: area.column) for number, found in rows.items()}

    @cached_property
    def last_row(self) -> int:
        """The last row with anything in it."""
        return max((area.bottom for area in self.areas), default=0)

    def _read(self) -> list[Area]:
        cells = {place: cell for place, cell in self._sheet._cells.items() if isinstance(cell, Cell)}
        last_row = max((row for row, _ in self._sheet._cells), default=0)
        last_column = max((column for _, column in self._sheet._cells), default=0)
        merges = {(merge.min_row, merge.min_col): merge for merge in self._sheet.merged_cells.ranges}
        areas = []
        for (row, column), cell in cells.items():
            merge = merges.get((row, column))
            bottom = min(merge.max_row, last_row) if merge else row
            right = min(merge.max_col, last_column) if merge else column
            area = self._area(cell, bottom, right)
            areas.append(area)
            for covered in range(row, bottom + 1):
                for place in range(column, right + 1):
                    self._at[covered, place] = area
        return sorted(areas, key=lambda area: (area.row, area.column))

    def _area(self, cell: Cell, bottom: int, right: int) -> Area:
        bordered, underlined = self._border(cell)
        formula = cell.data_type == "f"
        text = "" if formula or cell.value is None else _shown(cell.value)
        return Area(
            cell.row,
            cell.column,
            bottom,
            right,
            text,
            bordered,
            underlined,
            int(cell.alignment.indent or 0) if text and cell.has_style else 0,
            self._size(cell),
            formula,
            isinstance(cell.value, (int, float)),
        )

    def _border(self, cell: Cell) -> tuple[bool, bool]:
        """Whether a frame is drawn around it, and whether there is at least a line beneath."""
        key = cell._style.borderId
        if key not in self._borders:
            edges = [bool(edge and edge.style) for edge in (cell.border.left, cell.border.right, cell.border.top)]
            beneath = bool(cell.border.bottom and cell.border.bottom.style)
            self._borders[key] = (sum(edges) + beneath >= 2, beneath)
        return self._borders[key]

    def _size(self, cell: Cell) -> float:
        key = cell._style.fontId
        if key not in self._fonts:
            self._fonts[key] = float(cell.font.sz or 11)
        return self._fonts[key]


def _shown(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if isinstance(value, date) else str(value)
