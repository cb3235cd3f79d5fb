"""One office file as the records it holds: the single way in for services."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop_app.errors import FileRefused
from desktop_app.exchange.context import Context, context_of
from desktop_app.exchange.recognition import Recognised
from desktop_app.exchange.rows import ImportedRow, RowReader
from desktop_app.exchange.sheets import Sheet, read_sheets
from desktop_app.exchange.tables import SheetReading, read_sheet
from desktop_app.exchange.targets import Layout, Linked, layout_of
from desktop_app.records.base import RecordType

Progress = Callable[[int, int], None]  # lines done, lines in all; raising Cancelled stops the work
_TICK = 100  # lines between two ticks


@dataclass(frozen=True)
class Note:
    """Something an officer should know of a place in her file; ``row`` counts from 1."""

    sheet: str
    row: int
    reason: str


@dataclass(frozen=True)
class Intake:
    """A file understood: its sheets, and the tables in them that hold records of one kind."""

    path: Path
    layout: Layout
    sheets: tuple[Sheet, ...]
    readings: tuple[SheetReading, ...]
    notes: tuple[Note, ...]
    on: date

    @property
    def tables(self) -> list[Recognised]:
        """Every table that will be read, in the file's order."""
        return [table for reading in self.readings for table in reading.tables]

    @property
    def columns(self) -> dict[str, str | None]:
        """Head text -> field path, None for a column not understood."""
        columns: dict[str, str | None] = {}
        for table in self.tables:
            for head, path in table.columns.items():
                columns[head] = columns.get(head) or path
        return columns

    def rows(self, progress: Progress) -> Iterator[tuple[Context, ImportedRow]]:
        """Every record line with the context it stands under."""
        total = sum(table.last - table.first for table in self.tables)
        done = 0
        for reading in self.readings:
            for table in reading.tables:
                for row in RowReader(reading.sheet, table, self.layout, self.on).rows():
                    if done % _TICK == 0:
                        progress(done, total)
                    done += 1
                    yield table.context, row


def take_in(
    path: Path,
    record_type: RecordType,
    linked: Linked,
    on: date,
    *,
    remembered: Mapping[str, str] | None = None,
    year: int | None = None,
) -> Intake:
    """Read and understand a file. ``remembered`` maps head texts to field paths ('' leaves a column alone).

    Raises FileRefused where it cannot be read or holds no table of this kind.
    """
    layout = layout_of(record_type, linked)
    remembered = {head: path for head, path in (remembered or {}).items() if _is_known(path, layout)}
    sheets = read_sheets(path)
    readings, notes = [], []
    for sheet in sheets:
        context = context_of([path.stem, sheet.name] if sheet.name != path.stem else [sheet.name])
        found = read_sheet(sheet, layout, context, on, remembered)
        if year:
            tables = tuple(replace(t, context=replace(t.context, year=year)) for t in found.tables)
            found = replace(found, tables=tables)
        notes += _notes(found, layout)
        if sheet.is_hidden and found.tables:
            notes.append(Note(sheet.name, 1, f"工作表“{sheet.name}”是隐藏的，没有导入；需要时请取消隐藏后再导入"))
            found = replace(found, tables=())
        readings.append(found)
    if not any(reading.tables for reading in readings):
        raise FileRefused(_why_nothing(path, record_type, readings))
    return Intake(path, layout, tuple(sheets), tuple(readings), tuple(notes), on)


def _is_known(path: str, layout: Layout) -> bool:
    known = layout.by_path
    return path == "" or all(part in known for part in path.split("+"))


def _notes(found: SheetReading, layout: Layout) -> list[Note]:
    """Sheets passed over, tables of another kind, columns told by content alone."""
    name = found.sheet.name
    if not found.tables and not found.sheet.is_hidden:
        return [Note(name, 1, f"工作表“{name}”里没有认出{layout.record_type.label}的表格，已跳过")]
    notes = [Note(name, row + 1, f"第 {row + 1} 行起像是另一张表，没有导入") for row in found.foreign]
    for table in found.tables:
        for source in table.sources:
            if source.is_guess:
                column = source.columns[0]
                shown = table.head.columns[column].text if column in table.head.columns else f"第 {column + 1} 列"
                label = layout.by_path[source.paths[0]].kind.label
                notes.append(Note(name, max(table.head.bottom, 0) + 1, f"“{shown}”按内容认作“{label}”，请核对"))
    return notes


def _why_nothing(path: Path, record_type: RecordType, readings: list[SheetReading]) -> str:
    lacking = min((reading.lacking for reading in readings if reading.lacking), key=len, default=())
    if lacking:
        columns = "、".join(f"“{label}”" for label in lacking)
        return f"“{path.name}”里没有找到{columns}这一列，没有导入。请检查表头，或在导入时指定各列的含义。"
    return f"“{path.name}”里没有认出{record_type.label}的表格，没有导入。请检查是否选对了文件和类别。"
