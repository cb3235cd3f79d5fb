"""Names become values: a template and a form's data give one workbook, which is saved and painted as it stands."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing.attachment import LONG, Attached, Long, attach, shorten
from desktop_app.printing.blocks import Block, Placed, find_blocks, split_name
from desktop_app.printing.cells import Code, Styles, clean, default_format, put
from desktop_app.printing.fit import fit
from desktop_app.printing.formats import (
    as_text,
    excel_format,
    is_choice_format,
    is_date_format,
    is_number_format,
    is_wording,
)
from desktop_app.printing.grouping import group
from desktop_app.printing.look import Looks
from desktop_app.printing.paint import page_count
from desktop_app.printing.rows import insert_rows
from desktop_app.printing.sheet import Layout
from desktop_app.printing.template import Name, Parts, Template

__all__ = ["Code", "FormData", "Named", "fill"]

_LEAST_SCALE = 0.8  # of the template's own: 10.5 pt become 8.4; a form of one page with more text takes a second one

Record = Mapping[str, object]


class Named(NamedTuple):
    """A cell that shows the value of a name; ``line`` is the record's place in its list, from 0."""

    name: str
    line: int
    cell: Cell


@dataclass(frozen=True)
class FormData:
    """What a form is filled with: plain values by name, records by list, and which names are codes even when empty.

    ``for_pen``: a blank form that prints its questions; its missing dates leave room for the pen.
    """

    singles: Mapping[str, object] = field(default_factory=dict)
    lists: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    for_pen: bool = False


def fill(
    template: Template,
    data: FormData,
    *,
    blank_rows: int | None = None,
    min_rows: Mapping[str, int] | None = None,
    main: str = "",
    named: list[Named] | None = None,
) -> Workbook:
    """A workbook with every name replaced; heights fit the text, texts too long for a list stand on a sheet 附页.

    ``min_rows`` states per list how many rows the paper shows at least, unless its empty ones alone took another page.
    ``blank_rows`` = n: nothing but empty rows, n in the ``main`` list, ``min_rows`` in others; lists none of which is
    main share n. ``named`` is given the cells that show a name. Raises FormRefused when a text cannot be set.
    """
    wanted = _rows_wanted(template, data, blank_rows, min_rows or {}, main)
    workbook, cells = _filled(template, data, wanted, blank=blank_rows is not None)
    needed = _rows_wanted(template, data, blank_rows, {}, main)
    if blank_rows is None and needed != wanted and (pages := page_count(workbook)) > 1:
        shorter, fewer = _filled(template, data, needed, blank=False)
        if page_count(shorter) < pages:
            workbook, cells = shorter, fewer
    if named is not None:
        named += cells
    return workbook


def _filled(
    template: Template, data: FormData, wanted: Mapping[str, int], *, blank: bool
) -> tuple[Workbook, list[Named]]:
    workbook = template.workbook()
    writer = _Writer(workbook, data, blank)
    attached: list[Attached] = []
    for index, sheet in enumerate(workbook.worksheets):
        least_scale = _LEAST_SCALE * Layout(sheet, Looks(workbook)).scale()
        blocks = find_blocks(sheet, template.cells[index], data.lists)
        places = _expand(sheet, blocks, wanted)
        writer.sheet(sheet, template.cells[index], places)
        writer.headings(sheet, template.headings[index])
        group(sheet, template.cells[index], places)
        if writer.long:
            attached += shorten(sheet, writer.long, len(attached) + 1)
            writer.long.clear()
        fit(sheet, [(place.top, place.bottom) for place in places], least_scale=least_scale)
    if attached:
        attach(workbook, workbook.worksheets[0], attached)
    return workbook, writer.named


def _rows_wanted(
    template: Template, data: FormData, blank_rows: int | None, min_rows: Mapping[str, int], main: str
) -> dict[str, int]:
    if blank_rows is None:
        return {name: max(len(rows), min_rows.get(name, 0), 1) for name, rows in data.lists.items()}
    split = (split_name(name, data.lists) for name in template.names())
    shown = {each[0] for each in split if each}
    if main in shown or len(shown) == 1:
        own = {main if main in shown else min(shown): blank_rows}
    else:
        own = dict.fromkeys(shown, math.ceil(blank_rows / max(len(shown), 1)))
    return {name: max(own.get(name, min_rows.get(name, 0)), 1) for name in data.lists}


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


def _is_printed_number(cell: Cell, parts: Parts) -> bool:
    is_number = len(parts) == 1 and isinstance(parts[0], Name) and parts[0].name.endswith(".#")
    return is_number and str(cell.value or "").strip().isdigit()


class _Writer:
    """Writes values into the cells of one workbook."""

    def __init__(self, workbook: Workbook, data: FormData, blank: bool) -> None:
        self._styles = Styles(workbook)
        self._data = data
        self._blank = blank
        self.named: list[Named] = []
        self.long: list[Long] = []  # texts of lists that may be too long for their line

    def sheet(self, sheet: Worksheet, cells: Mapping[tuple[int, int], Parts], places: Sequence[Placed]) -> None:
        """Fill single cells, then every record of every block."""
        for (row, column), parts in cells.items():
            if not any(place.block.holds(row) for place in places):
                self._write(sheet._cells[_row_now(row, places), column], parts, {}, 0)
        for place in places:
            block = place.block
            inside = [(row - block.top, column, parts) for (row, column), parts in cells.items() if block.holds(row)]
            self._records(sheet, place, inside, "、".join(sorted(block.lists)) if len(places) > 1 else "")

    def _records(self, sheet: Worksheet, place: Placed, inside: list[tuple[int, int, Parts]], list_name: str) -> None:
        lists = {name: () if self._blank else self._data.lists[name] for name in place.block.lists}
        filled = place.count if self._blank else max(map(len, lists.values()))
        for number in range(place.count):
            top = place.top + number * place.block.height
            records = {name: rows[number] for name, rows in lists.items() if number < len(rows)}
            for offset, column, parts in inside:
                cell = sheet._cells[top + offset, column]
                # Not the rest of a label merged across the records, nor the number printed on a line left empty.
                if isinstance(cell, Cell) and not (number >= filled and _is_printed_number(cell, parts)):
                    self._write(cell, parts, records, number)
                    if type(cell._value) is str and len(cell._value) > LONG:
                        self.long.append(Long(cell, f"{list_name}第 {number + 1} 行{_who(records)}", place.top))

    def headings(self, sheet: Worksheet, headings: Mapping[str, Parts]) -> None:
        """Fill the names in page headers and footers, where ``&`` must be doubled."""
        for key, parts in headings.items():
            edge, side = key.split(".")
            texts = [part if isinstance(part, str) else self._text(part, {}, 0).replace("&", "&&") for part in parts]
            getattr(getattr(sheet, edge), side).text = clean("".join(texts))

    def _write(self, cell: Cell, parts: Parts, records: Mapping[str, Record], number: int) -> None:
        self.named += [Named(part.name, number, cell) for part in parts if isinstance(part, Name)]
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
        if is_wording(code):
            return as_text(value, code), ""
        if isinstance(value, str) and not is_choice_format(code):
            return value, ""
        if isinstance(value, time) or (isinstance(value, date) and value.year >= 1900):  # Excel's days begin there
            own = "" if cell._style.numFmtId else default_format(value)
            return value, excel_format(code) if is_date_format(code) else own
        if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) and not is_choice_format(code):
            return value, code if is_number_format(code) else ""
        return as_text(value, code, blank=(self._blank or self._data.for_pen) and "年" in code), ""

    def _text(self, part: Name, records: Mapping[str, Record], number: int) -> str:
        """The value among other text, where a missing date leaves room for the pen on every form."""
        return as_text(self._value(part.name, records, number), part.format, blank=True)

    def _value(self, name: str, records: Mapping[str, Record], number: int) -> object:
        split = split_name(name, self._data.lists)
        if split is None:
            return None if self._blank else self._data.singles.get(name)
        head, key = split
        if key == "#":
            return number + 1 if self._blank or head in records else None
        return records[head].get(key) if head in records else None


def _who(records: Mapping[str, Record]) -> str:
    """The person a line is about, where it is about one."""
    names = (record.get("姓名") or record.get("使用人") for record in records.values())
    return "".join(f" {name}" for name in names if name)
