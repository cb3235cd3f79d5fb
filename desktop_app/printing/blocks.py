"""Which rows of a template repeat: those that name a list, with the empty lines drawn beneath them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing.template import Parts, names_in

_MONTH = re.compile(r"\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*月份?\s*")  # 1月, 二月份
Cells = Mapping[tuple[int, int], Parts]


@dataclass(frozen=True)
class Block:
    """Rows for one record: ``height`` rows from ``top``, then ``spare`` empty lines already drawn in the template."""

    top: int
    height: int
    spare: int
    lists: frozenset[str]

    @property
    def insert_at(self) -> int:
        """New rows come before the last line drawn, so that a heavier bottom border stays at the bottom."""
        return self.top + self.spare if self.spare else self.top + self.height

    @property
    def model_row(self) -> int:
        """The row new ones are copied from: a middle line when there is one, else the record's own."""
        return self.top + 1 if self.spare > 1 else self.top

    def holds(self, row: int) -> bool:
        """Whether the template's row belongs to the record's own rows."""
        return self.top <= row < self.top + self.height


@dataclass(frozen=True)
class Placed:
    """A block in the filled sheet: it starts at row ``top`` and has room for ``count`` records."""

    block: Block
    top: int
    count: int

    @cached_property
    def bottom(self) -> int:
        """The last row of the last record."""
        return self.top + self.count * self.block.height - 1


def split_name(name: str, lists: Collection[str]) -> tuple[str, str] | None:
    """``委员.姓名`` -> (``委员``, ``姓名``) when that is a list; the longest list name wins."""
    head = name
    while "." in head:
        head = head.rpartition(".")[0]
        if head in lists:
            return head, name[len(head) + 1 :]
    return None


def find_blocks(sheet: Worksheet, cells: Cells, lists: Collection[str]) -> list[Block]:
    """The repeating blocks of a sheet, top down. Adjacent rows naming the same list are one record of several rows."""
    named: dict[int, frozenset[str]] = {}
    bottoms: dict[int, int] = {}
    merges = {(m.min_row, m.min_col): m.max_row for m in sheet.merged_cells.ranges}
    for (row, column), parts in cells.items():
        found = {split[0] for name in names_in(parts) if (split := split_name(name, lists))}
        if found:
            named[row] = named.get(row, frozenset()) | found
            bottoms[row] = max(bottoms.get(row, row), merges.get((row, column), row))
    blocks: list[Block] = []
    row = 0
    for top in sorted(named):
        if top <= row:
            continue
        row, lists_here = bottoms[top], named[top]
        while row + 1 in named and named[row + 1] & lists_here:
            row += 1
            lists_here |= named[row]
            row = max(row, bottoms[row])
        height = row - top + 1
        spare = _spare_lines(sheet, cells, top) if height == 1 else 0
        blocks.append(Block(top, height, spare, lists_here))
        row += spare
    return blocks


def _spare_lines(sheet: Worksheet, cells: Cells, top: int) -> int:
    """Bordered lines beneath ``top``, empty but for a printed number or month, as far as a label beside them."""
    columns = {column: parts for (row, column), parts in cells.items() if row == top}
    labels = [merge.max_row for merge in sheet.merged_cells.ranges if merge.min_row <= top < merge.max_row]
    width = sheet.max_column
    row = top + 1
    while row <= min(labels, default=row) and _is_empty_line(sheet, row, width, columns, top):
        row += 1
    return row - top - 1


def _is_empty_line(sheet: Worksheet, row: int, width: int, columns: Mapping[int, Parts], top: int) -> bool:
    for column in range(1, width + 1):
        cell = sheet._cells.get((row, column))
        if column in columns and (cell is None or isinstance(cell, MergedCell) or not cell._style.borderId):
            return False
        if cell is None or cell.value is None or _is_running_number(columns.get(column, ()), cell.value):
            continue
        first = sheet._cells.get((top, column))
        if first is None or not _MONTH.fullmatch(str(first.value)) or not _MONTH.fullmatch(str(cell.value)):
            return False
    return True


def _is_running_number(parts: Parts, value: object) -> bool:
    return any(name.endswith(".#") for name in names_in(parts)) and str(value).strip().isdigit()
