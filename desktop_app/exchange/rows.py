"""From the record lines of a table to values and faults, each told with the cell an officer must look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from desktop_app.exchange import recognition
from desktop_app.exchange.cells import DITTO, CellReading, SourceReader, known_as
from desktop_app.exchange.decimals import settle_decimals
from desktop_app.exchange.lines import Lines, is_aside
from desktop_app.exchange.recognition import Recognised, Source
from desktop_app.exchange.sections import lone_text, section_values
from desktop_app.exchange.sheets import Cell, Sheet
from desktop_app.exchange.targets import Layout, Target, identity_paths
from desktop_app.records import reading
from desktop_app.records.base import Problem, RecordType
from desktop_app.records.fields import Choice, Day, Time, Value
from desktop_app.records.parsing import check_record


@dataclass(frozen=True, slots=True)
class RowFault:
    """One thing wrong with a row: where it is marked and why, in words an officer reads."""

    column: int  # from 0; -1 where no cell is to blame
    reason: str


@dataclass(slots=True)
class ImportedRow:
    """One line of the officer's table."""

    sheet: str
    row: int  # as the office program numbers it, from 1
    values: dict[str, Value]  # by target path; empty cells are left out
    problems: tuple[RowFault, ...] = ()
    warnings: tuple[RowFault, ...] = ()
    derived: frozenset[str] = frozenset()  # fields no cell states: they follow from others


class RowReader:
    """Reads the lines of one recognised table."""

    def __init__(self, sheet: Sheet, table: Recognised, layout: Layout, on: date) -> None:
        self.sheet, self.table, self.layout = sheet, table, layout
        self._targets = by_path = layout.by_path
        self._column_of = {path: source.columns[0] for source in table.sources for path in source.paths}
        self._carried: dict[int, Cell] = {s.columns[0]: "" for s in table.sources if self._is_carried(s)}
        self._weak = {s.columns[0] for s in table.sources if self._is_weak(s)}
        self._readers = [
            (source.columns[0], SourceReader(source, [by_path[path] for path in source.paths], table.context, on))
            for source in table.sources
        ]
        self._settled, self._doubtful = settle_decimals(sheet, table, by_path)
        self._involved = {s.columns[0] for s in table.sources if len(s.columns) > 1} | self._carried.keys()
        self._involved |= {column for _, column in self._settled}  # where a cell alone does not say what is meant
        self._section: dict[str, Value] = {}
        for title in table.context.titles:
            self._section.update(section_values(title, by_path, set(self._column_of), is_title=True))
        self._told: set[str] = set()
        self._finisher = _Finisher(layout, self._column_of)

    def _is_carried(self, source: Source) -> bool:
        """In a log a date written once stands for the lines below it, merged or not; in any list a needed category."""
        target = self._targets[source.paths[0]]
        if isinstance(target.kind, Choice):
            return target.is_needed and target.is_own  # a category written once over its lines
        return isinstance(target.kind, Day) and target.is_needed and self.layout.record_type.is_log

    def _is_weak(self, source: Source) -> bool:
        """A pre-printed date alone makes no line."""
        is_day = isinstance(self._targets[source.paths[0]].kind, Day)
        return is_day and self._is_carried(source) and source.way != recognition.MOMENT

    def rows(self) -> Iterator[ImportedRow]:
        """Every line that holds a record, faulty or not."""
        needed = [self._column_of[t.path] for t in self.layout.targets if t.is_needed and t.path in self._column_of]
        columns = [column for source in self.table.sources for column in source.columns]
        serial = [column for column, head in self.table.head.columns.items() if head.is_serial]
        lines = Lines(self.sheet, columns, [*self._weak, *serial], needed)
        for index in range(self.table.first, self.table.last):
            cells = self.sheet.rows[index]
            if lines.is_record(index, cells):
                yield self._read(index, cells)
            else:
                self._note(cells)

    def _note(self, cells: Sequence[Cell]) -> None:
        """A line that is no record may still name a section, or the date of the lines below."""
        text = lone_text(cells)
        if is_aside(cells):
            return
        if text:
            self._section.update(section_values(text, self._targets, set(self._column_of)))
        for column in self._carried:
            if cells[column] != "":
                self._carried[column] = cells[column]

    def _read(self, index: int, cells: Sequence[Cell]) -> ImportedRow:
        row = ImportedRow(self.sheet.name, index + 1, dict(self._section))
        values = row.values
        for column, reader in self._readers:
            cell = cells[column]
            if column in self._involved:
                cell = self._meant(row, column, reader.source, cells)
            elif type(cell) is str and cell in DITTO:
                cell = self._above(index, column)
            if cell == "":
                continue
            found = reader.known.get(cell if type(cell) is str else known_as(cell)) or reader.read(cell)
            if found.fault or found.warning:
                self._tell(row, column, reader, found)
            for path, value in found.values:
                values[path] = value
        if self._doubtful:
            self._doubt(row, index)
        self._finisher.finish(row)
        return row

    def _meant(self, row: ImportedRow, column: int, source: Source, cells: Sequence[Cell]) -> Cell:
        """What a source says where its one cell does not say it all: joined, carried down, or a settled decimal."""
        cell = cells[column] if len(source.columns) == 1 else self._joined(source, cells)
        if cell != "":
            return self._repeated(row.row - 1, column, cell)
        cell = self._carried.get(column, "")
        if cell != "" and column not in self._weak:
            place = address(row.row - 1, column)
            row.warnings += (RowFault(column, f"{place} 空着，按上面的“{cell}”读入，请核对"),)
        return cell

    def _joined(self, source: Source, cells: Sequence[Cell]) -> Cell:
        """月 | 日 as one text 3-2, 时 | 分 as 9:5."""
        parts = [reading.cell_text(cells[column]).strip("年月日时分 ") for column in source.columns]
        mark = ":" if isinstance(self._targets[source.paths[0]].kind, Time) else "-"
        return mark.join(parts) if all(parts) else ""

    def _repeated(self, index: int, column: int, cell: Cell) -> Cell:
        """What a cell stands for: ditto marks for the cell above, decimals for the date they were."""
        cell = self._settled.get((index, column), cell)
        if isinstance(cell, str) and cell in DITTO:
            cell = self._above(index, column)
        if column in self._carried:
            self._carried[column] = cell
        return cell

    def _above(self, index: int, column: int) -> Cell:
        """The nearest cell above that is no ditto mark."""
        for row in range(index - 1, self.table.first - 1, -1):
            cell = self.sheet.rows[row][column]
            if not (isinstance(cell, str) and cell in DITTO):
                return self._settled.get((row, column), cell)
        return ""

    def _doubt(self, row: ImportedRow, index: int) -> None:
        row.warnings += tuple(
            RowFault(column, f"{address(index, column)}：“{text}”也可能是“{text}0”，请核对")
            for column in self._carried.keys() | set(self._column_of.values())
            if (text := self._doubtful.get((index, column)))
        )

    def _tell(self, row: ImportedRow, column: int, reader: SourceReader, found: CellReading) -> None:
        place = address(row.row - 1, column)
        if found.fault:
            label = self._targets[found.faulty_path].kind.label
            row.problems += (RowFault(column, f"{label}（{place}）：{found.fault}"),)
        elif not (found.is_repeated and found.warning in self._told):
            self._told.add(found.warning)
            label = self._targets[reader.source.paths[0]].kind.label
            row.warnings += (RowFault(column, f"{label}（{place}）：{found.warning}"),)


class _Finisher:
    """What follows from several fields of a row: ends from durations, completions, the types' own rules."""

    def __init__(self, layout: Layout, column_of: Mapping[str, int]) -> None:
        self._type = layout.record_type
        self._targets = layout.by_path
        self._column_of = column_of
        self._linked = [(link, to) for link, to in layout.linked.items() if link in layout.record_type.through]
        self._has_paths = any("." in path for path in column_of)
        self._identities = identity_paths(layout) & column_of.keys()
        self._required = _required(self._type)

    def finish(self, row: ImportedRow) -> None:
        """Complete and check one row."""
        values = row.values
        if recognition.MINUTES in values:
            _end_after(values, self._targets, values.pop(recognition.MINUTES))
        own = {path: value for path, value in values.items() if "." not in path} if self._has_paths else values
        completed = self._type.complete(dict(own))
        if len(completed) != len(own):
            row.derived = frozenset(path for path, value in completed.items() if path not in own and value is not None)
        values.update(completed)
        for problem in _problems(self._type, completed, self._required):
            self._add(row, problem, problem.field)
        for link, to in self._linked:
            self._check_linked(row, link, to)
        for path in self._identities:
            if path not in values:
                self._add(row, Problem(path, "未填，补上后才能准确识别同一人", is_warning=True), path)

    def _check_linked(self, row: ImportedRow, link: str, to: RecordType) -> None:
        prefix = f"{link}."
        given = {path.removeprefix(prefix): value for path, value in row.values.items() if path.startswith(prefix)}
        for problem in _problems(to, to.complete(given), _required(to)):
            self._add(row, problem, prefix + problem.field)

    def _add(self, row: ImportedRow, problem: Problem, path: str) -> None:
        column = self._column_of.get(path, -1)
        if column >= 0 and any(fault.column == column for fault in row.problems):
            return  # the cell has been faulted already
        label = self._targets[path].kind.label if path in self._targets else ""
        place = f"（{address(row.row - 1, column)}）" if column >= 0 else ""
        fault = RowFault(column, f"{label}{place}：{problem.reason}")
        if problem.is_warning:
            row.warnings += (fault,)
        else:
            row.problems += (fault,)


def _required(of: RecordType) -> frozenset[str]:
    """Fields a row must state: what has a default, and what it belongs to, need not stand in every line."""
    links = of.links()
    return frozenset(
        name for name, kind in of.fields.items() if kind.required and kind.default is None and name not in links
    )


def _problems(of: RecordType, values: Mapping[str, Value], required: frozenset[str]) -> list[Problem]:
    if all(values.get(name) not in (None, "") for name in required):
        return of.faults(values)
    return check_record(of, values, set(required))


def address(row: int, column: int) -> str:
    """``D10`` of row 9, column 3 (both from 0)."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def _end_after(values: dict[str, Value], targets: Mapping[str, Target], minutes: int) -> None:
    times = [path for path, target in targets.items() if isinstance(target.kind, Time)]
    start = values.get(times[-2])
    if isinstance(start, time):
        end = datetime.combine(date(2000, 1, 1), start) + timedelta(minutes=minutes)
        values[times[-1]] = end.time()
