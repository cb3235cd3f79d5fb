"""Where a letter's lines and table rows fall on pages: nothing torn off alone, no signature without its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop_app.errors import FormRefused
from desktop_app.printing.letters.lines import (
    FANG,
    HEI,
    HIGH,
    LINE,
    PITCH,
    TIGHTER,
    WIDE,
    Run,
    SetLine,
    set_lines,
    text_width,
)
from desktop_app.printing.letters.parts import Paragraph, Part, Table

CELL_SIZE, CELL_LINE = 12.0, 18.0  # 小四; points from line to line
CELL_PAD, ROW_PAD = 4.0, 3.0  # left and right; above and below
_TALLEST_ROW = int((HIGH - 200) / CELL_LINE)  # lines; longer rows go on in a further row
_ROOM = 2.0  # points to spare in a column: another program's 仿宋 may be a hair wider
_SLACK = 0.01


@dataclass(frozen=True)
class TextLine:
    """A line of a paragraph, ``x`` points from the left of the type area."""

    line: SetLine
    size: float
    x: float


@dataclass(frozen=True)
class TableRow:
    """A table's row: its cells' lines and the widths of the columns, in points."""

    cells: tuple[tuple[SetLine, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True)
class Item:
    """What goes on a page as a whole. ``gap`` is the space above, dropped where a page begins by itself."""

    drawn: TextLine | TableRow
    height: float
    gap: float = 0.0
    may_break: bool = True  # a page may begin with it
    new_page: bool = False
    keep: bool = False
    heads: tuple[Item, ...] = ()  # repeated above it where it begins a page


Page = list[tuple[float, Item]]  # distance of an item's top from the top of the type area


def flow(parts: Sequence[Part]) -> list[Page]:
    """The parts set, and dealt out to pages. Raises FormRefused for a character that no font has."""
    items: list[Item] = []
    for part in parts:
        items += _paragraph(part) if isinstance(part, Paragraph) else _table(part)
    return list(_pages(_bound(items)))


def column_widths(table: Table) -> tuple[float, ...]:
    """Widths in points that fill the line: narrow columns as they need, wide ones share what is left."""
    needed = [2 * CELL_PAD + _ROOM + max(map(_widest_line, column)) for column in zip(*table.rows, strict=True)]
    needed = [max(each, 2 * CELL_PAD + 2 * CELL_SIZE) for each in needed]
    if sum(needed) <= WIDE:
        return tuple(each * WIDE / sum(needed) for each in needed)
    left, wide = WIDE, set(range(len(needed)))
    while narrow := {number for number in wide if needed[number] <= left / len(wide)}:
        left -= sum(needed[number] for number in narrow)
        wide -= narrow
    share = sum(needed[number] ** 0.5 for number in wide)
    return tuple(left * each**0.5 / share if number in wide else each for number, each in enumerate(needed))


def is_centred(table: Table, column: int, width: float) -> bool:
    """Whether a column's cells stand centred: when each fits on one line."""
    return all(_widest_line(row[column]) <= width - 2 * CELL_PAD + _SLACK for row in table.rows[table.head :])


def _widest_line(text: str) -> float:
    return max((text_width(line, FANG, CELL_SIZE, 0.0) for line in text.split("\n")), default=0.0)


def _paragraph(paragraph: Paragraph) -> list[Item]:
    room = WIDE - (paragraph.left + paragraph.right) * PITCH
    if paragraph.stops:
        lines = [_stopped(paragraph)]
    else:
        lines = _set(
            paragraph.runs,
            size=paragraph.size,
            room=room,
            first=paragraph.first * PITCH,
            align=paragraph.align,
            tighter=TIGHTER,
        )
    last = len(lines) - 1
    return [
        Item(
            TextLine(line, paragraph.size, paragraph.left * PITCH),
            paragraph.pitch * LINE,
            gap=0.0 if number else paragraph.before * LINE,
            may_break=not number or 1 < number < last,
            new_page=paragraph.new_page and not number,
            keep=paragraph.keep and number == last,
        )
        for number, line in enumerate(lines)
    ]


def _set(runs: Sequence[Run], **look: float | str) -> list[SetLine]:
    try:
        return set_lines(runs, **look)  # type: ignore[arg-type]
    except FormRefused as refused:
        start = "".join(run.text for run in runs)[:12]
        raise FormRefused(f"“{start}…”这一段：{refused}") from refused


def _stopped(paragraph: Paragraph) -> SetLine:
    """A line whose parts begin, or end, at its stops."""
    pieces: list[list[Run]] = [[]]
    for run in paragraph.runs:
        first, *others = run.text.split("\t")
        pieces[-1].append(Run(first, run.font))
        pieces += [[Run(text, run.font)] for text in others]
    stops = [(paragraph.left, "left"), *paragraph.stops]
    segments = []
    for piece, (place, align) in zip(pieces, stops, strict=True):
        (line,) = _set(piece, size=paragraph.size, room=10 * WIDE, align="left", tighter=TIGHTER)
        x = (place - paragraph.left) * PITCH - (line.width if align == "right" else 0.0)
        segments += [segment._replace(x=segment.x + x) for segment in line.segments]
    return SetLine(tuple(segments), WIDE)


def _table(table: Table) -> list[Item]:
    widths = column_widths(table)
    centred = [is_centred(table, column, width) for column, width in enumerate(widths)]
    rows: list[list[Item]] = []
    for number, row in enumerate(table.rows):
        is_head = number < table.head
        cells = [
            _set(
                (Run(text, HEI if is_head else FANG),),
                size=CELL_SIZE,
                room=width - 2 * CELL_PAD,
                align="center" if is_head or middle else "both",
                tighter=0.0,
            )
            for text, width, middle in zip(row, widths, centred, strict=True)
        ]
        rows.append(list(_row_items(cells, widths)))
    heads = tuple(item for items in rows[: table.head] for item in items)
    found = [replace(item, may_break=not number) for number, item in enumerate(heads)]
    for number, items in enumerate(rows[table.head :]):
        found += [
            replace(item, heads=heads, may_break=not heads or number > 0 or place > 0)
            for place, item in enumerate(items)
        ]
    if found:
        found[0] = replace(found[0], gap=table.before * LINE, new_page=table.new_page)
        found[-2:] = [replace(item, keep=table.keep) for item in found[-2:]]
    return found


def _row_items(cells: list[list[SetLine]], widths: tuple[float, ...]) -> Iterator[Item]:
    count = max(map(len, cells))
    for start in range(0, count, _TALLEST_ROW):
        piece = tuple(tuple(lines[start : start + _TALLEST_ROW]) for lines in cells)
        yield Item(TableRow(piece, widths), max(map(len, piece)) * CELL_LINE + 2 * ROW_PAD)


def _bound(items: list[Item]) -> list[Item]:
    """Tie to each other what must not be parted by the end of a page."""
    tied = [replace(item, may_break=False) if before.keep else item for before, item in pairwise(items)]
    return items[:1] + tied


def _pages(items: list[Item]) -> Iterator[Page]:
    start = 0
    while start < len(items):
        page, end = _fill(items, start)
        if end < len(items) and not items[end].new_page:
            back = end
            while back > start and not items[back].may_break:
                back -= 1
            page = page[: len(page) - (end - back)] if back > start else page
            end = back if back > start else end
        yield page
        start = end


def _fill(items: list[Item], start: int) -> tuple[Page, int]:
    """As many items as fit on a page that begins with ``start``, and where they end."""
    page: Page = []
    y = 0.0
    for head in items[start].heads:
        page.append((y, head))
        y += head.height
    end = start
    while end < len(items):
        item = items[end]
        if end > start and item.new_page:
            break
        gap = item.gap if end > start or start == 0 or item.new_page else 0.0
        if end > start and y + gap + item.height > HIGH + _SLACK:
            break
        page.append((y + gap, item))
        y += gap + item.height
        end += 1
    return page, end
