"""Tables on a blank form: column heads over empty rows, and lines of indicators with their columns of figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.printing.recognising.paper import Area, Paper
from desktop_app.printing.recognising.wording import column_words, word

_RUNNING = re.compile(r"\d{1,3}|…+|\.{3,}|⋯+")
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


def find_tables(paper: Paper) -> list[Table | Figures]:
    """The tables of a sheet, from the top."""
    found: list[Table | Figures] = []
    row = 1
    while row <= paper.last_row:
        tables = _tables_at(paper, row)
        if tables:
            found += tables
            row = tables[-1].last + 1
        else:
            row += 1
    return found


def _tables_at(paper: Paper, row: int) -> Sequence[Table | Figures]:
    heads = _run(paper, row)
    if len(heads) < 2:
        return ()
    bottom = _head_bottom(paper, row, heads)
    columns = _columns(paper, row, bottom, heads)
    if len(columns) < 2:
        return ()
    table = _figures(paper, row, bottom, columns) or _list(paper, row, bottom, columns)
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
    first = bottom + 1
    last = first - 1
    while last < paper.last_row and _is_empty_row(paper, last + 1, columns):
        last += 1
    if last < first:
        return None
    after = paper.at(last + 1, columns[0].area.column)
    total = last + 1 if after and TOTAL.match(re.sub(r"\s", "", after.text)) else 0
    return Table(top, tuple(columns), first, last, total)


def _is_empty_row(paper: Paper, row: int, columns: list[Column]) -> bool:
    """Bordered cells with nothing in them but a running number in the first column."""
    for place, column in enumerate(columns):
        area = paper.at(row, column.area.column)
        if area is None or area.row != row or area.bottom != row or not area.bordered or area.right > column.area.right:
            return False
        if not area.is_empty and not (place == 0 and _RUNNING.fullmatch(area.text.strip())):
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
        elif said in column_words("figure") and labels:
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


def _holds(paper: Paper, row: int, left: int, right: int) -> bool:
    """Whether the frame of the table goes on in the row."""
    first, last = paper.at(row, left), paper.at(row, right)
    return first is not None and last is not None and first.bordered and (last.bordered or last.column == left)
