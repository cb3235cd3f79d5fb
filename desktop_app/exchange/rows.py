"""From the lines of a recognised table to values and faults; totals, signatures, notes and repeated heads are no lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from desktop_app.exchange import recognition
from desktop_app.exchange.cells import DITTO, NOTHING, CellReading, SourceReader
from desktop_app.exchange.decimals import settle_decimals
from desktop_app.exchange.recognition import Recognised, Source
from desktop_app.exchange.sections import lone_text, section_values
from desktop_app.exchange.sheets import Cell, Sheet
from desktop_app.exchange.targets import Layout, Target, identity_paths
from desktop_app.records import reading
from desktop_app.records.base import Problem, RecordType
from desktop_app.records.fields import Day, Time, Value
from desktop_app.records.parsing import check_record

_TOTALS = re.compile(
    r"(本[页月周日年次]|当[月日年]|全[年月]|上半年|下半年|[一二三四]季度|第?[一二三四1-4]季度|\d{1,2}月份?)?(合|小|总|共|累|统)计.{0,20}|总(人数|人次|数).{0,15}|共.{0,4}\d+.{0,4}(人|次|条|项|名)"
)
_SIGNED = re.compile(
    r"(单位|部门|工会|女职工委员会|主管|分管)?(填表|填报|制表|制单|填写|审核|审批|审签|复核|经办|统计|登记|主管|批准|负责|联系|汇总|报送|签字|签名|签章|盖章|公章|管理|日期)"
    r"(人员|人|单位|日期|时间|领导|电话)?[(（]?(签字|签名|签章|盖章|公章)?[)）]?[:：].*|(单位|部门|工会)?(负责人|领导|主席|主任).{0,8}[:：].*"
)
_REMARK = re.compile(
    r"(备?注|说明|填[表报写]说明|填写要求|注意事项?|要求|附注?|提示|温馨提示)\s*[\d一]*\s*[:：].*|[*※]\s*\S.*|注\s*\d.*"
)
_NUMBERED = re.compile(r"[(（]?[\d一二三四五六七八九十]+\s*[.、．)）]\s*\S.*")
_EXAMPLE = re.compile(r"[(（]?(填[表写]?)?(示例|样例|范例|举例|例)\d?[:：)）]?")


@dataclass
class RowFault:
    """One thing wrong with a row: where it is marked and why, in words an officer reads."""

    column: int  # from 0; -1 where no cell is to blame
    reason: str


@dataclass
class ImportedRow:
    """One line of the officer's table."""

    sheet: str
    row: int  # as the office program numbers it, from 1
    values: dict[str, Value]  # by target path; empty cells are left out
    problems: list[RowFault] = field(default_factory=list)
    warnings: list[RowFault] = field(default_factory=list)
    derived: frozenset[str] = frozenset()  # fields no cell states: they follow from others


class RowReader:
    """Reads the lines of one recognised table."""

    def __init__(self, sheet: Sheet, table: Recognised, layout: Layout, on: date) -> None:
        self.sheet, self.table, self.layout = sheet, table, layout
        by_path = layout.by_path
        self.readers = [
            SourceReader(source, [by_path[path] for path in source.paths], table.context, on)
            for source in table.sources
        ]
        self._targets = by_path
        self._carried = {source.columns[0]: "" for source in table.sources if self._is_carried(source)}
        self._weak = {s.columns[0] for s in table.sources if self._is_weak(s)} | {
            column for column, head in table.head.columns.items() if head.is_serial
        }
        self._column_of = {path: source.columns[0] for source in table.sources for path in source.paths}
        self._identities = identity_paths(layout) & table.paths
        self._needed = {self._column_of.get(target.path) for target in layout.targets if target.is_needed}
        self._wide = {merge.top for merge in sheet.merges if merge.right > merge.left}
        self._section: dict[str, Value] = {}
        for title in table.context.titles:
            self._section.update(section_values(title, by_path, set(self._column_of), is_title=True))
        self._told: set[str] = set()
        self._own_links = set(layout.record_type.links())

    def _is_carried(self, source: Source) -> bool:
        """A date written once stands for the lines below it, merged or not."""
        target = self._targets[source.paths[0]]
        return isinstance(target.kind, Day) and target.is_needed and self.layout.record_type.is_log

    def _is_weak(self, source: Source) -> bool:
        """A pre-printed date or number alone makes no line of a log."""
        return source.way != recognition.MOMENT and self._is_carried(source)

    def rows(self) -> Iterator[ImportedRow]:
        """Every line that holds a record, faulty or not."""
        settled, doubtful = settle_decimals(self.sheet, self.table, self._targets)
        previous: Sequence[Cell] = ()
        for index in range(self.table.first, self.table.last):
            cells = self.sheet.rows[index]
            if self._is_line(index, cells):
                row = self._read(index, cells, previous, settled)
                row.warnings += [
                    RowFault(column, f"{address(index, column)}：“{cell}”也可能是“{cell}0”，请核对")
                    for (at, column), cell in doubtful.items()
                    if at == index
                ]
                yield row
                previous = cells
            elif any(isinstance(cell, str) and cell for cell in cells):
                self._note_section(cells)

    def _is_line(self, index: int, cells: Sequence[Cell]) -> bool:
        width = len(cells)
        filled = [
            column
            for reader in self.readers
            for column in reader.source.columns
            if column < width and cells[column] != "" and not _is_space(cells[column])
        ]
        if not any(column not in self._weak for column in filled):
            for column in self._carried:  # a date on a line of its own still counts for those below
                if column < width and cells[column] != "" and not _is_aside(cells):
                    self._carried[column] = cells[column]  # type: ignore[assignment]
            return False
        return not (
            _is_aside(cells) or self._is_prose(index, cells, filled) or _only_nothing(cells, filled, self._weak)
        )

    def _is_prose(self, index: int, cells: Sequence[Cell], filled: list[int]) -> bool:
        """A single text in a table of several columns is a title, a section or a remark, save a short needed value."""
        if len(self.readers) < 2 or sum(1 for cell in cells if cell != "" and not _is_space(cell)) > 1:
            return False
        text = reading.cell_text(cells[filled[0]])
        is_remark = _NUMBERED.fullmatch(reading.plain(text)) is not None
        return index in self._wide or filled[0] not in self._needed or len(text) > 12 or is_remark

    def _note_section(self, cells: Sequence[Cell]) -> None:
        text = lone_text(cells)
        if text and not _is_aside(cells):
            self._section.update(section_values(text, self._targets, set(self._column_of)))

    def _read(
        self, index: int, cells: Sequence[Cell], previous: Sequence[Cell], settled: Mapping[tuple[int, int], Cell]
    ) -> ImportedRow:
        row = ImportedRow(self.sheet.name, index + 1, dict(self._section))
        for reader in self.readers:
            column = reader.source.columns[0]
            cell = self._cell(reader.source, cells, previous)
            if column in self._carried:
                if cell == "":
                    cell = self._carried[column]
                else:
                    self._carried[column] = cell = settled.get((index, column), cell)  # type: ignore[assignment]
            elif settled:
                cell = settled.get((index, column), cell)
            if cell != "":
                self._take(row, reader, reader.read(cell), index)
        self._finish(row)
        return row

    def _cell(self, source: Source, cells: Sequence[Cell], previous: Sequence[Cell]) -> Cell:
        if len(source.columns) > 1:
            parts = [reading.cell_text(cells[c]) if c < len(cells) else "" for c in source.columns]
            mark = ":" if "时" in self.table.head.columns[source.columns[0]].text[-1:] else "-"
            return mark.join(part.strip("年月日时分 ") for part in parts) if all(parts) else ""
        column = source.columns[0]
        cell = cells[column] if column < len(cells) else ""
        if type(cell) is str:
            if not cell or _is_space(cell):
                return ""
            if cell.strip() in DITTO and column < len(previous):
                return previous[column]
        return cell

    def _take(self, row: ImportedRow, reader: SourceReader, found: CellReading, index: int) -> None:
        column = reader.source.columns[0]
        if found.fault:
            label = self._targets[found.faulty_path].kind.label
            row.problems.append(RowFault(column, f"{label}（{address(index, column)}）：{found.fault}"))
            return
        for path, value in found.values:
            if value is not None and value != ():
                row.values[path] = value
        if found.warning and not (found.is_repeated and found.warning in self._told):
            self._told.add(found.warning)
            label = self._targets[reader.source.paths[0]].kind.label
            row.warnings.append(RowFault(column, f"{label}（{address(index, column)}）：{found.warning}"))

    def _finish(self, row: ImportedRow) -> None:
        """What follows from several fields: ends from durations, completions, the type's own rules, missing ID numbers."""
        values = row.values
        minutes = values.pop(recognition.MINUTES, None)
        if minutes is not None:
            _end_after(values, self._targets, minutes)
        record_type = self.layout.record_type
        own = {path: value for path, value in values.items() if "." not in path}
        completed = record_type.complete(dict(own))
        row.derived = frozenset(path for path in completed if path not in own and completed[path] is not None)
        values.update((path, value) for path, value in completed.items() if value is not None)
        faulty = {fault.column for fault in row.problems}
        for problem in check_record(record_type, completed):
            if problem.field not in self._own_links:
                self._add(row, problem, problem.field, faulty)
        for link, linked in self.layout.linked.items():
            self._check_linked(row, link, linked, faulty)
        for path in self._identities:
            column = self._column_of[path]
            if path not in values and column not in faulty:
                row.warnings.append(RowFault(column, f"未填{self._targets[path].kind.label}，补上后才能准确识别同一人"))

    def _check_linked(self, row: ImportedRow, link: str, linked: RecordType, faulty: set[int]) -> None:
        prefix = f"{link}."
        given = {path.removeprefix(prefix): value for path, value in row.values.items() if path.startswith(prefix)}
        if link not in self.layout.record_type.through:
            return
        for problem in check_record(linked, linked.complete(given)):
            self._add(row, problem, prefix + problem.field, faulty)

    def _add(self, row: ImportedRow, problem: Problem, path: str, faulty: set[int]) -> None:
        column = self._column_of.get(path, -1)
        if column in faulty and column >= 0:
            return  # the cell has been faulted already
        target = self._targets.get(path)
        label = target.kind.label if target else ""
        place = f"（{address(row.row - 1, column)}）" if column >= 0 else ""
        fault = RowFault(column, f"{label}{place}：{problem.reason}")
        (row.warnings if problem.is_warning else row.problems).append(fault)


def address(row: int, column: int) -> str:
    """``D10`` of row 9, column 3 (both from 0)."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"


def _is_space(cell: Cell) -> bool:
    return type(cell) is str and not cell.strip(" \t\r\n\u3000\xa0\u200b\ufeff'")


def _is_aside(cells: Sequence[Cell]) -> bool:
    """Whether a line is a total, an example, a signature or a remark; a line filled like a record is none of the last."""
    filled = [cell for cell in cells if cell != "" and not _is_space(cell)]
    first = filled[0] if filled else ""
    if type(first) is str and _EXAMPLE.fullmatch(reading.plain(first)):
        return True
    if any(type(cell) is str and _is_total(cell) for cell in filled[:2]):
        return True
    if type(first) is not str or not is_aside_text(first):
        return False
    asides = sum(1 for cell in filled if type(cell) is str and is_aside_text(cell))
    return asides * 2 >= len(filled) or len(filled) <= max(2, len(cells) // 3)


@lru_cache(maxsize=65536)
def _is_total(text: str) -> bool:
    return len(text) < 40 and _TOTALS.fullmatch(reading.plain(text).replace(" ", "")) is not None


@lru_cache(maxsize=65536)
def is_aside_text(text: str) -> bool:
    """Whether words beginning a line make it a total, a signature or a remark."""
    bare = reading.plain(text).replace(" ", "")
    return _is_total(text) or any(pattern.fullmatch(bare) for pattern in (_SIGNED, _REMARK))


def _only_nothing(cells: Sequence[Cell], filled: list[int], weak: set[int]) -> bool:
    """A log's line crossed out with 无 or / records nothing."""
    strong = [cells[column] for column in filled if column not in weak]
    return all(isinstance(cell, str) and reading.plain(cell).lower() in NOTHING for cell in strong)


def _end_after(values: dict[str, Value], targets: Mapping[str, Target], minutes: int) -> None:
    times = [path for path, target in targets.items() if isinstance(target.kind, Time)]
    start = values.get(times[-2])
    if isinstance(start, time):
        end = datetime.combine(date(2000, 1, 1), start) + timedelta(minutes=minutes)
        values[times[-1]] = end.time()
