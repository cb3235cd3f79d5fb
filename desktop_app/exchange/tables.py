"""The tables of a sheet: one below another under repeated or changed heads, side by side, or none at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.exchange import heads
from desktop_app.exchange.context import Context
from desktop_app.exchange.lines import is_aside_text
from desktop_app.exchange.recognition import Recognised, assign
from desktop_app.exchange.sections import lone_text, section_values
from desktop_app.exchange.sheets import Cell, Sheet
from desktop_app.exchange.tablehead import SEARCHED_ROWS, Head, TableHead, find_head
from desktop_app.exchange.targets import Layout
from desktop_app.records import reading
from desktop_app.records.values import Month

_LONGEST_TITLE = 60
_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True)
class SheetReading:
    """What was made of one sheet: its tables, the rows (from 0) where something else begins, and what it lacks."""

    sheet: Sheet
    tables: tuple[Recognised, ...] = ()
    foreign: tuple[int, ...] = ()
    lacking: tuple[str, ...] = ()  # labels of needed fields; none of its tables has them


def read_sheet(sheet: Sheet, layout: Layout, context: Context, on: date, remembered: Mapping[str, str]) -> SheetReading:
    """Every table of ``sheet`` that holds records of the layout's kind; ``context`` is what names outside it say."""
    head = find_head(sheet, layout, 0, SEARCHED_ROWS) or _headless(sheet)
    for row in sheet.rows[: max(head.top, 0)]:
        for title in _titles(row):
            context = context.with_title(title)
    tables: list[Recognised] = []
    foreign: list[int] = []
    for part, last, its_context in _parts(sheet, head, layout, context, foreign):
        for block, columns in _blocks(part, layout):
            tables.append(assign(sheet, block, last, layout, its_context, on, remembered, columns))
    tables = [table for table in tables if not _is_one_persons_form(sheet, table, layout)]
    told = _told_by_sections(sheet, tables, layout)
    lackings = [[target for target in table.lacking(layout) if target.path not in told] for table in tables]
    good = tuple(table for table, lacking in zip(tables, lackings, strict=True) if not lacking)
    lacking = () if good else tuple(target.kind.label for target in min(lackings, key=len, default=[]))
    if not good and all(len(table.paths) < 2 for table in tables):
        return SheetReading(sheet)
    return SheetReading(sheet, good, tuple(foreign), lacking)


def _is_one_persons_form(sheet: Sheet, table: Recognised, layout: Layout) -> bool:
    """Whether labels stand where values should: 姓名 | 李娜 | 性别 | 女 over further labels is a form, no list."""
    known = {name for target in layout.targets for name in target.names}
    columns = {source.columns[0] for source in table.sources}
    texts = [
        row[column]
        for row in sheet.rows[table.first : min(table.last, table.first + 20)]
        for column in columns
        if column < len(row) and row[column] != ""
    ]
    labels = sum(1 for text in texts if isinstance(text, str) and len(text) < 20 and heads.normal(text) in known)
    return labels >= 2 and labels * 4 > len(texts)


def _told_by_sections(sheet: Sheet, tables: Sequence[Recognised], layout: Layout) -> set[str]:
    """Needed fields that lines or titles of the sheet supply in place of a column."""
    if not any(table.lacking(layout) for table in tables):
        return set()
    told: set[str] = set()
    for table in tables:
        for row in sheet.rows[table.first : table.last]:
            told |= section_values(lone_text(row), layout.by_path, table.paths).keys()
        for title in table.context.titles:
            told |= section_values(title, layout.by_path, table.paths, is_title=True).keys()
    return told


def _headless(sheet: Sheet) -> TableHead:
    """A list without any head: content must tell."""
    return TableHead(-1, -1, {}, 0.0)


def _titles(row: Sequence[Cell]) -> list[str]:
    return [cell for cell in dict.fromkeys(row) if isinstance(cell, str) and 0 < len(cell) <= _LONGEST_TITLE]


def _parts(
    sheet: Sheet, head: TableHead, layout: Layout, context: Context, foreign: list[int]
) -> Iterator[tuple[TableHead, int, Context]]:
    """(head, row after its last line, context) of each stretch of lines under one head and one month."""
    known = {name for target in layout.targets for name in target.names}
    known |= {word for column in head.columns.values() for word, _ in column.readings}
    begun: TableHead | None = head
    row, after_gap = head.bottom + 1, False
    while row < len(sheet.rows):
        cells = sheet.rows[row]
        if _is_blank(cells):
            after_gap, row = True, row + 1
            continue
        if _is_head(cells, known) and (new := _next_head(sheet, layout, head, row)):
            if begun:
                yield begun, row, context
            begun = head = new
            row, after_gap = new.bottom + 1, False
            continue
        title = _lone_title(cells)
        if title:
            changed = context.with_title(title)
            if (changed.year, changed.month) != (context.year, context.month):
                if begun:
                    yield begun, row, context
                begun = replace(head, top=row, bottom=row)
                context = changed
            elif begun and after_gap and _begins_foreign(sheet, row + 1, known):
                yield begun, row, context
                foreign.append(row)
                begun = None
        row, after_gap = row + 1, False
    if begun:
        yield begun, len(sheet.rows), context


def _is_blank(cells: Sequence[Cell]) -> bool:
    return all(cell == "" for cell in cells)


def _is_head(cells: Sequence[Cell], known: set[str]) -> bool:
    """Whether most texts of a line are heads; data lines fail at the first cells."""
    texts = []
    for cell in cells:
        if type(cell) is str and cell:
            texts.append(cell)
            if len(texts) == 2 and not any(_is_known(text, known) for text in texts):
                return False
            if len(texts) == 4:
                break
    if len(texts) < 2 or len(texts) < sum(1 for cell in cells if cell != "") / 3:
        return False
    return sum(_is_known(text, known) for text in texts) * 2 >= len(texts) + 1


def _is_known(text: str, known: set[str]) -> bool:
    return len(text) < 20 and heads.normal(text) in known


def _next_head(sheet: Sheet, layout: Layout, head: TableHead, row: int) -> TableHead | None:
    height = head.bottom - head.top
    again = find_head(sheet, layout, row, row)
    if again and {c: h.text for c, h in again.columns.items()} == {c: h.text for c, h in head.columns.items()}:
        return replace(head, top=row, bottom=row + height)
    return again


def _lone_title(cells: Sequence[Cell]) -> str:
    text: Cell = ""
    for cell in cells:
        if cell != "" and cell != text:
            if text != "":
                return ""
            text = cell
    if not isinstance(text, str) or len(text) > _LONGEST_TITLE or is_aside_text(text):
        return ""
    day = reading.day(reading.plain(text), _ANY_DAY)
    return "" if day and not isinstance(day, Month) else text


def _begins_foreign(sheet: Sheet, row: int, known: set[str]) -> bool:
    """Whether a head of another kind of table follows: several short words, not one digit, none of ours."""
    for cells in sheet.rows[row : row + 3]:
        if _is_blank(cells):
            continue
        filled = [cell for cell in cells if cell != ""]
        if len(filled) < 2 or _is_head(cells, known):
            return False
        return all(isinstance(c, str) and len(c) <= 12 and not any(map(str.isdigit, c)) for c in filled)
    return False


def _blocks(head: TableHead, layout: Layout) -> list[tuple[TableHead, set[int] | None]]:
    """A head whose words repeat to the right stands over tables side by side; columns left of all belong to each."""
    words = Counter(column.text for column in head.columns.values())
    repeated = {text for text, times in words.items() if times > 1 and not _is_serial(head, text)}
    times = {words[text] for text in repeated}
    if len(repeated) < 2 or len(times) != 1 or not any(_names_needed(text, layout) for text in repeated):
        return [(head, None)]
    starts = _starts(head, repeated)
    shared = {column: text for column, text in head.columns.items() if column < starts[0] and not text.is_serial}
    blocks: list[tuple[TableHead, set[int] | None]] = []
    for start, end in zip(starts, [*starts[1:], 10**6], strict=True):
        columns: dict[int, Head] = shared | {c: text for c, text in head.columns.items() if start <= c < end}
        blocks.append((replace(head, columns=columns), set(columns)))
    return blocks


def _is_serial(head: TableHead, text: str) -> bool:
    return next(column for column in head.columns.values() if column.text == text).is_serial


def _names_needed(text: str, layout: Layout) -> bool:
    return any(target.is_needed and target.likeness(heads.normal(text)) > 0.9 for target in layout.targets)


def _starts(head: TableHead, repeated: set[str]) -> list[int]:
    first = next(column for column, text in sorted(head.columns.items()) if text.text in repeated)
    return [column for column, text in sorted(head.columns.items()) if text.text == head.columns[first].text]
