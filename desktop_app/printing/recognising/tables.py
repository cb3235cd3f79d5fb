"""Tables on a blank form: column heads over empty rows, and lines of indicators with their columns of figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop_app.printing.recognising.paper import Area, Paper
from desktop_app.printing.recognising.wording import column_words, labels, word

_RUNNING = re.compile(r"\d{1,3}|…+|\.{3,}|⋯+")
_MONTHS = [*map(str, range(1, 13)), *"一二三四五六七八九十", "十一", "十二"]
MONTH = re.compile(rf"({'|'.join(sorted(_MONTHS, key=len, reverse=True))})月份?")
TOTAL = re.compile(r"^(?:合计|总计|小计|本月合计|本期合计)")


@dataclass(frozen=True)
class Column:
    """A column of a table: its own head and the merged heads above it."""

    area: Area
    groups: tuple[str, ...]

    @property
    def head(self) -> str:
        """Its own words."""
        return self.area.text


@dataclass(frozen=True)
class Table:
    """Heads and the rows beneath them; ``rows`` are the first and last empty row, ``total`` the row of sums or 0."""

    top: int
    columns: tuple[Column, ...]
    first: int
    last: int
    total: int = 0
    months: bool = False  # its first column prints the twelve months
    side: str = ""  # the label down its left side, where several lists share their heads

    @property
    def count(self) -> int:
        """How many empty rows there are."""
        return self.last - self.first + 1


@dataclass(frozen=True)
class Figures:
    """A list of indicators: for each value column the column of its labels and that of its units (0: none)."""

    top: int
    first: int
    last: int
    pairs: tuple[tuple[int, int, int], ...]  # label column, unit column, value column


@dataclass(frozen=True)
class Grid:
    """Heads over cells whose lines have labels too, in ``label_column``; ``columns`` are the empty ones."""

    top: int
    first: int
    last: int
    label_column: int
    columns: tuple[Column, ...]


def find_tables(paper: Paper) -> list[Table | Figures | Grid]:
    """The tables of a sheet, from the top."""
    found: list[Table | Figures | Grid] = []
    row = 1
    while row <= paper.last_row:
        tables = _tables_at(paper, row)
        if tables:
            found += tables
            row = tables[-1].last + 1
        else:
            row += 1
    return found


def _tables_at(paper: Paper, row: int) -> Sequence[Table | Figures | Grid]:
    heads = _run(paper, row)
    if len(heads) < 2:
        return ()
    bottom = _head_bottom(paper, row, heads)
    columns = _columns(paper, row, bottom, heads)
    if len(columns) < 2:
        return ()
    readers: tuple[Callable[..., Table | Figures | Grid | None], ...] = (_figures, _list, _grid)
    table = next((found for read in readers if (found := read(paper, row, bottom, columns))), None)
    return (table,) if table else _sided(paper, row, bottom, columns)


def _sided(paper: Paper, top: int, bottom: int, columns: list[Column]) -> list[Table]:
    """Lists that share their heads, each named by a label merged down its left side: 职工方, 企业方."""
    found: list[Table] = []
    row = bottom + 1
    while (side := paper.at(row, columns[0].area.column)) and side.row == row < side.bottom and not side.is_empty:
        if not all(_is_empty_row(paper, each, columns[1:]) for each in range(row, side.bottom + 1)):
            return []
        found.append(Table(row if found else top, tuple(columns[1:]), row, side.bottom, side=side.text))
        row = side.bottom + 1
    return found


def _run(paper: Paper, row: int) -> list[Area]:
    """The bordered areas that begin in the row, where every one of them has text."""
    areas = [area for area in paper.row(row) if area.bordered]
    if not areas or any(area.row != row or area.is_empty for area in areas):
        return []
    return areas


def _head_bottom(paper: Paper, row: int, heads: list[Area]) -> int:
    bottom = max(head.bottom for head in heads)
    wide = any(head.right > head.column and head.bottom == row for head in heads)
    beneath = paper.row(row + 1)
    if bottom == row and wide and len(_run(paper, row + 1)) > len(heads) and beneath[0].column == heads[0].column:
        return row + 1
    return bottom


def _columns(paper: Paper, top: int, bottom: int, heads: list[Area]) -> list[Column]:
    columns: list[Column] = []
    column, last = heads[0].column, heads[-1].right
    while column <= last:
        leaf = paper.at(bottom, column)
        if leaf is None or leaf.is_empty:
            return []
        above = dict.fromkeys(area for row in range(top, bottom) if (area := paper.at(row, column)) and area != leaf)
        columns.append(Column(leaf, tuple(area.text for area in above)))
        column = leaf.right + 1
    return columns


def _list(paper: Paper, top: int, bottom: int, columns: list[Column]) -> Table | None:
    total = bottom + 1 if _is_total(paper, bottom + 1, columns) else 0
    first = bottom + (2 if total else 1)
    if _prints_months(paper, first, columns):
        last = first + 11
    else:
        last = first - 1
        while last < paper.last_row and _is_empty_row(paper, last + 1, columns):
            last += 1
    if last < first:
        return None
    if not total and _is_total(paper, last + 1, columns):
        total = last + 1
    return Table(top, tuple(columns), first, last, total, months=bool(_month(paper, first, columns)))


def _is_total(paper: Paper, row: int, columns: Sequence[Column]) -> bool:
    area = paper.at(row, columns[0].area.column)
    return area is not None and area.row == row and TOTAL.match(re.sub(r"\s", "", area.text)) is not None


def _prints_months(paper: Paper, row: int, columns: Sequence[Column]) -> bool:
    """Whether twelve rows begin with the months in their order and are empty beside them."""
    months = [_month(paper, row + place, columns) for place in range(12)]
    rows = range(row, row + 12)
    return months == list(range(1, 13)) and all(_is_empty_row(paper, each, columns, months=True) for each in rows)


def _grid(paper: Paper, top: int, bottom: int, columns: Sequence[Column]) -> Grid | None:
    printed = _printed(paper, bottom + 1, columns)
    asked = [column for column in columns[printed:] if word(column.head) != word("备注")]
    if not printed or len(asked) < 2 or word(asked[0].head) in column_words("figure") | column_words("answer"):
        return None
    last = bottom
    while last < paper.last_row and _printed(paper, last + 1, columns) == printed:
        last += 1
    labelled = [column for column in columns[:printed] if word(column.head) not in column_words("unit")]
    if not labelled:
        return None
    return Grid(top, bottom + 1, last, labelled[-1].area.column, tuple(columns[printed:]))


def _printed(paper: Paper, row: int, columns: Sequence[Column]) -> int:
    """How many cells of the row, from the left, have words, where the others stand empty below their heads; or 0."""
    areas = [paper.at(row, column.area.column) for column in columns]
    texts: list[bool] = []
    for area, column in zip(areas, columns, strict=True):
        if area is None or (area.row, area.bottom, area.column) != (row, row, column.area.column) or not area.bordered:
            return 0
        if area.right > column.area.right:
            return 0
        texts.append(not area.is_empty)
    return sum(texts) if texts == sorted(texts, reverse=True) else 0


def _month(paper: Paper, row: int, columns: Sequence[Column]) -> int:
    """The month a row begins with, or 0."""
    area = paper.at(row, columns[0].area.column)
    found = MONTH.fullmatch(re.sub(r"\s", "", area.text)) if area else None
    return _MONTHS.index(found[1]) % 12 + 1 if found and area and area.row == row else 0


def _is_empty_row(paper: Paper, row: int, columns: Sequence[Column], *, months: bool = False) -> bool:
    """Bordered cells with nothing in them but a running number, or a month, in the first column."""
    printed = MONTH if months else _RUNNING
    for place, column in enumerate(columns):
        area = paper.at(row, column.area.column)
        if area is None or area.row != row or area.bottom != row or not area.bordered or area.right > column.area.right:
            return False
        if not area.is_empty and not (place == 0 and printed.fullmatch(re.sub(r"\s", "", area.text))):
            return False
    return True


def _figures(paper: Paper, top: int, bottom: int, columns: list[Column]) -> Figures | None:
    pairs: list[tuple[int, int, int]] = []
    labels = units = 0
    for column in columns:
        said = word(column.head)
        if said in column_words("indicator"):
            labels, units = column.area.column, 0
        elif said in column_words("unit"):
            units = column.area.column
        elif said in column_words("figure") and labels and not _is_partial(column):
            pairs.append((labels, units, column.area.column))
            labels = 0
    first = bottom + 1
    last = first - 1
    left, right = columns[0].area.column, columns[-1].area.right
    while last < paper.last_row and _holds(paper, last + 1, left, right):
        last += 1
    label = paper.at(first, pairs[0][0]) if pairs else None
    if not pairs or last < first or label is None or label.is_empty:
        return None
    return Figures(top, first, last, tuple(pairs))


def _is_partial(column: Column) -> bool:
    """Whether its figures are of a stretch of the year that the ledger has no figures for."""
    return any(re.search(labels()["columns"]["partial"], group) for group in column.groups)


def _holds(paper: Paper, row: int, left: int, right: int) -> bool:
    """Whether the frame of the table goes on in the row."""
    first, last = paper.at(row, left), paper.at(row, right)
    return first is not None and last is not None and first.bordered and (last.bordered or last.column == left)
