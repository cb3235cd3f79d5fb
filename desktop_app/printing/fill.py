"""Names become values: a template and a form's data give one workbook, which is saved and painted as it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

from openpyxl.cell.cell import Cell
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing.blocks import Block, Placed, find_blocks, split_name
from desktop_app.printing.cells import Code, Styles, clean, default_format, put
from desktop_app.printing.fit import fit
from desktop_app.printing.formats import as_text, excel_format, is_choice_format, is_date_format, is_number_format
from desktop_app.printing.rows import insert_rows
from desktop_app.printing.template import Name, Parts, Template

__all__ = ["Code", "FormData", "fill"]

Record = Mapping[str, object]


@dataclass(frozen=True)
class FormData:
    """What a form is filled with: plain values by name, records by list, and which names are codes even when empty."""

    singles: Mapping[str, object] = field(default_factory=dict)
    lists: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()


def fill(
    template: Template,
    data: FormData,
    *,
    blank_rows: int | None = None,
    min_rows: Mapping[str, int] | None = None,
) -> Workbook:
    """A workbook with every name replaced; heights fit the text. ``blank_rows`` = n: nothing but n empty rows per list.

    ``min_rows`` states per list how many rows the paper shows at least. Raises FormRefused when a text cannot be set.
    """
    workbook = template.workbook()
    writer = _Writer(workbook, data, blank_rows is not None)
    wanted = {name: _rows_wanted(name, data, blank_rows, min_rows or {}) for name in data.lists}
    for index, sheet in enumerate(workbook.worksheets):
        blocks = find_blocks(sheet, template.cells[index], data.lists)
        places = _expand(sheet, blocks, wanted)
        writer.sheet(sheet, template.cells[index], places)
        writer.headings(sheet, template.headings[index])
        fit(sheet, (places[-1].top, places[-1].bottom) if places else None)
    return workbook


def _rows_wanted(name: str, data: FormData, blank_rows: int | None, min_rows: Mapping[str, int]) -> int:
    if blank_rows is not None:
        return max(blank_rows, 1)
    return max(len(data.lists[name]), min_rows.get(name, 0), 1)


def _expand(sheet: Worksheet, blocks: list[Block], wanted: Mapping[str, int]) -> list[Placed]:
    """Make room from the bottom up, so that rows still to be looked at have not moved yet."""
    counts = []
    for block in reversed(blocks):
        missing = max(0, max(wanted[name] for name in block.lists) - 1 - block.spare)
        insert_rows(sheet, block.insert_at, block.model_row, block.height, missing)
        counts.append(1 + block.spare + missing)
    places, moved = [], 0
    for block, count in zip(blocks, reversed(counts), strict=True):
        places.append(Placed(block, block.top + moved, count))
        moved += (count - 1 - block.spare) * block.height
    return places


def _row_now(row: int, places: Sequence[Placed]) -> int:
    """Where a template's row outside the blocks lies after they grew."""
    above = [place for place in places if place.block.insert_at <= row]
    return row + sum((place.count - 1 - place.block.spare) * place.block.height for place in above)


class _Writer:
    """Writes values into the cells of one workbook."""

    def __init__(self, workbook: Workbook, data: FormData, blank: bool) -> None:
        self._styles = Styles(workbook)
        self._data = data
        self._blank = blank

    def sheet(self, sheet: Worksheet, cells: Mapping[tuple[int, int], Parts], places: Sequence[Placed]) -> None:
        """Fill single cells, then every record of every block."""
        for (row, column), parts in cells.items():
            if not any(place.block.holds(row) for place in places):
                self._write(sheet._cells[_row_now(row, places), column], parts, {}, 0)
        for place in places:
            block = place.block
            inside = [(row - block.top, column, parts) for (row, column), parts in cells.items() if block.holds(row)]
            self._records(sheet, place, inside)

    def _records(self, sheet: Worksheet, place: Placed, inside: list[tuple[int, int, Parts]]) -> None:
        lists = {name: () if self._blank else self._data.lists[name] for name in place.block.lists}
        for number in range(place.count):
            top = place.top + number * place.block.height
            records = {name: rows[number] for name, rows in lists.items() if number < len(rows)}
            for offset, column, parts in inside:
                cell = sheet._cells[top + offset, column]
                if isinstance(cell, Cell):  # not the rest of a label merged across the records
                    self._write(cell, parts, records, number)

    def headings(self, sheet: Worksheet, headings: Mapping[str, Parts]) -> None:
        """Fill the names in page headers and footers, where ``&`` must be doubled."""
        for key, parts in headings.items():
            edge, side = key.split(".")
            texts = [part if isinstance(part, str) else self._text(part, {}, 0).replace("&", "&&") for part in parts]
            getattr(getattr(sheet, edge), side).text = clean("".join(texts))

    def _write(self, cell: Cell, parts: Parts, records: Mapping[str, Record], number: int) -> None:
        part = parts[0]
        if len(parts) > 1 or isinstance(part, str):
            texts = [part if isinstance(part, str) else self._text(part, records, number) for part in parts]
            put(cell, "".join(texts), self._styles)
            return
        value = self._value(part.name, records, number)
        if value is None and part.name in self._data.codes:
            value = Code()
        content, number_format = self._content(cell, value, part.format)
        put(cell, content, self._styles, number_format)

    def _content(self, cell: Cell, value: object, code: str) -> tuple[object, str]:
        """What the cell of a lone placeholder receives: the value itself where a cell can hold it, else its text."""
        if code == "@":
            return Code(as_text(value)), ""
        if isinstance(value, str) and not is_choice_format(code):
            return value, ""
        if isinstance(value, time) or (isinstance(value, date) and value.year >= 1900):  # Excel's days begin there
            own = "" if cell._style.numFmtId else default_format(value)
            return value, excel_format(code) if is_date_format(code) else own
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) and not is_choice_format(code):
            return value, code if is_number_format(code) else ""
        return as_text(value, code, blank=self._blank), ""

    def _text(self, part: Name, records: Mapping[str, Record], number: int) -> str:
        value = self._value(part.name, records, number)
        return as_text(value, part.format, blank=self._blank)

    def _value(self, name: str, records: Mapping[str, Record], number: int) -> object:
        split = split_name(name, self._data.lists)
        if split is None:
            return None if self._blank else self._data.singles.get(name)
        head, key = split
        if key == "#":
            return number + 1 if self._blank or head in records else None
        return records[head].get(key) if head in records else None
