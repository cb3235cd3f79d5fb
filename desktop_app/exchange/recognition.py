"""Which column fills which field: by its head's words, by what its cells look like, by what the officer said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.exchange import evidence, heads
from desktop_app.exchange.context import Context
from desktop_app.exchange.sheets import Cell, Sheet
from desktop_app.exchange.tablehead import Head, TableHead
from desktop_app.exchange.targets import Layout, Target
from desktop_app.records import reading
from desktop_app.records.fields import Day, IdNumber, Phone, Time

IGNORED = ""  # the officer's word for a column that fills nothing
PLAIN, SPAN, MOMENT, POST, JOINED, MINUTES = "plain", "span", "moment", "post", "joined", "minutes"
_ENOUGH = 0.52
_CERTAIN = 0.8
_PARTS = (("年", "月", "日"), ("月", "日"), ("时", "分"), ("年", "月"))
_POST = re.compile(r"(部门|单位|车间|科室|班组|处室)(及|和|与|、|/)?(职务|岗位|职位)$")
_MINUTES = re.compile(r"(使用)?(时长|历时|用时|使用分钟数?|分钟数)$")


@dataclass(frozen=True)
class Source:
    """Columns that together fill one field, or one column that fills two (``10:05-10:30``)."""

    columns: tuple[int, ...]
    paths: tuple[str, ...]
    way: str = PLAIN
    confidence: float = 1.0
    is_guess: bool = False  # told by content alone: the officer should look


@dataclass(frozen=True)
class Recognised:
    """One table of a sheet as understood. Rows count from 0."""

    sheet: str
    head: TableHead
    first: int
    last: int  # the row after the last
    sources: tuple[Source, ...]
    context: Context

    @property
    def columns(self) -> dict[str, str | None]:
        """Head text -> field path (two joined by +), None for a column not understood. Serial numbers are left out."""
        filled = {column: "+".join(source.paths) for source in self.sources for column in source.columns}
        return {
            head.text: filled.get(column)
            for column, head in sorted(self.head.columns.items())
            if column in filled or not head.is_serial
        }

    @property
    def paths(self) -> set[str]:
        """Every field filled."""
        return {path for source in self.sources for path in source.paths}

    @property
    def confidence(self) -> float:
        """How sure the least sure column is."""
        return min((source.confidence for source in self.sources), default=0.0)

    def lacking(self, layout: Layout) -> list[Target]:
        """Needed fields no column fills."""
        return [target for target in layout.targets if target.is_needed and target.path not in self.paths]


def assign(
    sheet: Sheet,
    head: TableHead,
    last: int,
    layout: Layout,
    context: Context,
    on: date,
    remembered: Mapping[str, str],
    only: set[int] | None = None,
) -> Recognised:
    """The best reading of one table, of its columns ``only`` where others stand beside it.

    ``remembered`` maps head texts to a path, or to '' for columns to leave alone.
    """
    first = head.bottom + 1
    samples = {
        column: evidence.sample(sheet.rows[row][column] for row in range(first, last))
        for column in (range(sheet.width) if only is None else sorted(only))
    }
    told = {c: remembered[h.text] for c, h in head.columns.items() if h.text in remembered}
    sources = [
        Source((column,), tuple(path.split("+")), _way(path, layout))
        for column, path in told.items()
        if path != IGNORED
    ]
    free = {column: cells for column, cells in samples.items() if column not in told}
    sources += _special(head, free, layout, on)
    sources += _by_words(head, free, sources, layout, on)
    sources += _by_content(head, free, sources, layout, on)
    sources = [_moment(source, samples, sources, layout) for source in sources]
    return Recognised(sheet.name, head, first, last, tuple(sorted(sources, key=lambda s: s.columns)), context)


def _way(path: str, layout: Layout) -> str:
    kinds = [layout.by_path[part].kind for part in path.split("+")]
    if len(kinds) == 1:
        return PLAIN
    return SPAN if all(isinstance(kind, Time) for kind in kinds) else MOMENT if isinstance(kinds[0], Day) else POST


def _special(head: TableHead, free: Mapping[int, list[Cell]], layout: Layout, on: date) -> list[Source]:
    """Columns that fill two fields, and fields spread over several columns."""
    sources: list[Source] = []
    times = [target.path for target in layout.targets if isinstance(target.kind, Time)]
    for column, cells in free.items():
        spans = [cell for cell in cells if isinstance(cell, str) and reading.time_span(cell)]
        if len(times) >= 2 and cells and len(spans) * 2 > len(cells) and not sources:
            sources.append(Source((column,), (times[-2], times[-1]), SPAN))
    pair = _post_pair(layout)
    for column, text in head.columns.items():
        if pair and column in free and any(_POST.search(word) for word, _ in text.readings):
            exact = max(text.likeness(target) for target in layout.targets)
            if exact < 0.9:
                sources.append(Source((column,), pair, POST, 0.8))
                pair = None
    return sources + _parted(head, free, layout)


def _post_pair(layout: Layout) -> tuple[str, str] | None:
    paths = layout.by_path
    for prefix in dict.fromkeys(path.rpartition(".")[0] for path in paths):
        pair = tuple(f"{prefix}.{name}".lstrip(".") for name in ("department", "administrative_post"))
        if all(path in paths for path in pair):
            return pair[0], pair[1]
    return None


def _parted(head: TableHead, free: Mapping[int, list[Cell]], layout: Layout) -> list[Source]:
    """年 | 月 | 日 beside each other, alone or under a group head, make one date; 时 | 分 one time."""
    leaves = {column: text.text.rsplit("/", 1)[-1].replace(" ", "") for column, text in head.columns.items()}
    sources: list[Source] = []
    used: set[int] = set()
    for marks in _PARTS:
        for start in sorted(leaves):
            columns = tuple(range(start, start + len(marks)))
            if used & set(columns) or [leaves.get(column) for column in columns] != list(marks) or start not in free:
                continue
            wanted = Time if marks[0] == "时" else Day
            group = head.columns[start].text.rpartition("/")[0]
            taken = {path for source in sources for path in source.paths}
            fitting = [t for t in layout.targets if isinstance(t.kind, wanted) and t.path not in taken]
            if fitting:
                target = max(fitting, key=lambda t: (t.likeness(heads.normal(group)), t.is_needed))
                sources.append(Source(columns, (target.path,), JOINED))
                used |= set(columns)
    return sources


def _by_words(
    head: TableHead, free: Mapping[int, list[Cell]], sources: list[Source], layout: Layout, on: date
) -> list[Source]:
    """Best pairs first: heads resemble names, cells resemble the kind. Each field and each column once."""
    taken_columns = {column for source in sources for column in source.columns}
    taken = {path for source in sources for path in source.paths}
    pairs = []
    for column, text in head.columns.items():
        if column in free and column not in taken_columns and text.text:
            for order, target in enumerate(layout.targets):
                score = _score(text, target, free[column], on)
                if score >= _ENOUGH:
                    pairs.append((-score, column, order, target.path))
    found = []
    for score, column, _, path in sorted(pairs):
        if path not in taken and column not in taken_columns:
            taken.add(path)
            taken_columns.add(column)
            found.append(Source((column,), (path,), PLAIN, min(1.0, -score)))
    return found + _minutes(head, free, taken_columns, taken, layout)


def _minutes(
    head: TableHead, free: Mapping[int, list[Cell]], taken_columns: set[int], taken: set[str], layout: Layout
) -> list[Source]:
    """A column 时长 tells the end where only the start has a column of its own."""
    times = [target.path for target in layout.targets if isinstance(target.kind, Time)]
    if len(times) < 2 or times[-2] not in taken or times[-1] in taken:
        return []
    for column, text in head.columns.items():
        if column in free and column not in taken_columns and _MINUTES.search(text.readings[0][0]):
            return [Source((column,), (times[-1],), MINUTES, 0.9)]
    return []


def _score(head: Head, target: Target, cells: list[Cell], on: date) -> float:
    likeness = head.likeness(target)
    if likeness < 0.4 or (head.is_serial and likeness < 1):
        return 0.0
    fit = evidence.fit(target.kind, is_name_target(target), cells, on)
    if fit is None:
        return likeness
    contradiction = 0.15 if fit == 0 and len(cells) > 2 else 0.0
    return likeness + 0.3 * (fit - 0.5) - contradiction


def is_name_target(target: Target) -> bool:
    """Whether a target holds a person's name."""
    return target.path.rpartition(".")[2] in ("name", "person_name") and bool({"姓名", "使用人"} & set(target.names))


def _by_content(
    head: TableHead, free: Mapping[int, list[Cell]], sources: list[Source], layout: Layout, on: date
) -> list[Source]:
    """A needed field, an ID number or a phone whose head nobody can read: only where exactly one column can be it."""
    taken_columns = {column for source in sources for column in source.columns}
    taken = {path for source in sources for path in source.paths}
    found: list[Source] = []
    for target in layout.targets:
        if target.path in taken or not (target.is_needed or isinstance(target.kind, IdNumber | Phone)):
            continue
        if not isinstance(target.kind, IdNumber | Phone | Day) and not is_name_target(target):
            continue
        likely = [
            column
            for column, cells in free.items()
            if column not in taken_columns
            and len(cells) >= 2
            and not (column in head.columns and _is_of_another(head.columns[column]))
            and (evidence.fit(target.kind, is_name_target(target), cells, on) or 0) >= _CERTAIN
        ]
        if len(likely) == 1:
            taken_columns.add(likely[0])
            found.append(Source((likely[0],), (target.path,), PLAIN, 0.5, is_guess=True))
    return found


def _is_of_another(head: Head) -> bool:
    return any(heads.is_of_somebody_else(word) for word, _ in head.readings)


def _moment(source: Source, samples: Mapping[int, list[Cell]], sources: list[Source], layout: Layout) -> Source:
    """A time column that carries the date too fills both where no column has the date."""
    target = layout.by_path[source.paths[0]]
    if source.way != PLAIN or not isinstance(target.kind, Time):
        return source
    days = [t.path for t in layout.targets if isinstance(t.kind, Day) and t.is_needed]
    taken = {path for other in sources for path in other.paths}
    cells = samples.get(source.columns[0], [])
    dated = sum(1 for cell in cells if _has_day(cell))
    if len(days) == 1 and days[0] not in taken and dated * 2 > len(cells):
        return replace(source, paths=(days[0], *source.paths), way=MOMENT)
    return source


def _has_day(cell: Cell) -> bool:
    if isinstance(cell, date):
        return True
    return isinstance(cell, str) and re.match(r"\d{4}\s*[-./年]|\d{1,2}月\d", reading.plain(cell)) is not None
