"""Where a table's head stands in a sheet and what it calls each column, over one to three lines with merged groups."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.exchange import heads
from desktop_app.exchange.sheets import Cell, Sheet
from desktop_app.exchange.targets import Layout, Target
from desktop_app.records import reading

SEARCHED_ROWS = 40  # a head lies within the first lines of a sheet
_LONGEST_HEAD = 30  # characters; a longer cell is prose
_SURE = 0.6
_MARKS = ("年", "月", "日", "时", "分")  # lone leaves: a date or a time spread over several columns


@dataclass(frozen=True)
class Head:
    """One column's head: the words an officer sees, and all normalised readings of them."""

    text: str
    readings: tuple[tuple[str, float], ...]  # word, how much to trust it

    def likeness(self, target: Target) -> float:
        """How much this head resembles a target's names, 0 to 1."""
        return max((target.likeness(word) * trust for word, trust in self.readings), default=0.0)

    @property
    def is_serial(self) -> bool:
        """Whether the column only counts the lines."""
        return any(heads.SERIAL.fullmatch(word) for word, _ in self.readings)


@dataclass(frozen=True)
class TableHead:
    """Rows ``top`` to ``bottom`` (from 0, inclusive) and the head of each column that has one."""

    top: int
    bottom: int
    columns: dict[int, Head]
    score: float  # how many fields its words name, roughly


def find_head(sheet: Sheet, layout: Layout, first: int, last: int) -> TableHead | None:
    """The best head beginning in rows ``first`` to ``last``; None where no two columns, or the only one, are known."""
    found: TableHead | None = None
    for top in range(first, min(last + 1, len(sheet.rows))):
        if found and top > found.bottom + 3 and found.score > 0.5 * len(found.columns):
            break
        for height in (1, 2, 3):
            head = _head_at(sheet, layout, top, top + height - 1)
            if head and (found is None or head.score > found.score + 0.05):
                found = head
    return found


def _head_at(sheet: Sheet, layout: Layout, top: int, bottom: int) -> TableHead | None:
    if bottom >= len(sheet.rows):
        return None
    lines = [_head_line(sheet, row) for row in range(top, bottom + 1)]
    if not all(any(line) for line in lines) or (bottom > top and not _is_stack(lines)):
        return None
    columns = {}
    for column in range(sheet.width):
        stack = list(dict.fromkeys(line[column] for line in lines if line[column]))
        if stack:
            columns[column] = _head(stack)
    score = _score(columns.values(), layout)
    marks = sum(1 for text in lines[-1] if text in _MARKS)
    score += 0.1 * marks - 0.1 * (bottom - top)
    return (
        TableHead(top, bottom, columns, score)
        if score >= min(2, len(columns)) * _SURE or _is_thin(columns, layout)
        else None
    )


def _is_thin(columns: Mapping[int, Head], layout: Layout) -> bool:
    """Whether a head, though mostly unknown words, names a needed field outright."""
    needed = [target for target in layout.targets if target.is_needed]
    return len(columns) > 1 and any(head.likeness(target) > 0.9 for head in columns.values() for target in needed)


def _head_line(sheet: Sheet, index: int) -> list[str]:
    """The texts of one line with group heads spread over their columns; numbers, prose and titles left out."""
    row = sheet.rows[index]
    if _is_data(row):
        return [""] * sheet.width
    line = [_head_text(cell) for cell in row] + [""] * (sheet.width - len(row))
    for merge in sheet.merges:
        if merge.top <= index <= merge.bottom and merge.right > merge.left:
            text = _head_text(sheet.rows[merge.top][merge.left])
            if text and merge.right - merge.left + 1 < sheet.width:
                line[merge.left : merge.right + 1] = [text] * (min(merge.right, sheet.width - 1) - merge.left + 1)
    return line if len(set(line) - {""}) > 1 or sheet.width == 1 else [""] * sheet.width


def _is_data(row: Sequence[Cell]) -> bool:
    """Whether numbers, dates and long digits make a line one of data: heads are words."""
    filled = [cell for cell in row if cell != ""]
    telling = sum(1 for cell in filled if not isinstance(cell, str) or re.search(r"\d{5}|\d[-./:年月]\d", cell))
    return telling * 4 > len(filled)


def _head_text(cell: Cell) -> str:
    if not isinstance(cell, str):
        return ""
    text = reading.trimmed(cell)
    return "" if len(text) > _LONGEST_HEAD or re.fullmatch(r"[\d\s./:-]*", reading.plain(text)) else text


def _is_stack(lines: list[list[str]]) -> bool:
    """Whether lines belong together: the lower ones leave gaps the upper fill, or group heads stand above several."""
    upper, lower = lines[0], lines[1]
    grouped = any(a and a == b for a, b in itertools.pairwise(upper))
    gaps = any(a and not b for a, b in zip(upper, lower, strict=True)) or any(
        a and a == b for a, b in zip(upper, lower, strict=True)
    )
    return (grouped or gaps) and (len(lines) == 2 or _is_stack(lines[1:]))


def _head(stack: list[str]) -> Head:
    shown = "/".join(" ".join(text.split()) for text in stack)
    words = [heads.normal(text) for text in stack]
    if len(words) == 1:
        return Head(shown, _readings(stack[0]))
    group, leaf = "".join(words[:-1]), words[-1]
    if leaf in ("", "元", "人", "个", "间", "次", *_MARKS):
        return Head(shown, _readings(stack[-2]))
    joined = [(group + leaf, 1.0), (leaf + group[-2:], 0.97)]
    if heads.likeness(group + leaf, leaf) > 0 or not heads.is_of_somebody_else(group):
        joined.append((leaf, 0.98))
    return Head(shown, tuple(joined))


def _readings(text: str) -> tuple[tuple[str, float], ...]:
    aside = heads.aside(text)
    return ((heads.normal(text), 1.0), (aside, 0.6)) if aside else ((heads.normal(text), 1.0),)


def _score(columns: Iterable[Head], layout: Layout) -> float:
    """The sum of the best likenesses, each field counted once."""
    best: dict[str, float] = {}
    for head in columns:
        likeness, path = max((head.likeness(target), target.path) for target in layout.targets)
        if likeness >= _SURE:
            best[path] = max(best.get(path, 0.0), likeness)
    return sum(best.values())
