"""What an import would do, worked out in full before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from desktop_app.exchange.context import Context
from desktop_app.exchange.rows import ImportedRow
from desktop_app.ledger.writing import Writing
from desktop_app.records.base import RecordType, Values
from desktop_app.records.fields import Day, Value
from desktop_app.records.parsing import with_defaults
from desktop_app.records.registry import record_type
from desktop_app.services.intake.matching import Kept, Key, Match, changes
from desktop_app.services.intake.owner import Owners

NEW, UPDATED, UNCHANGED, REJECTED = "new", "updated", "unchanged", "rejected"


@dataclass(slots=True)
class Line:
    """One line of the file and what becomes of it."""

    sheet: str
    row: int  # from 1
    state: str
    reasons: list[str] = field(default_factory=list)  # why it was rejected
    warnings: list[str] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)  # the cells to blame, from 0


class Plan:
    """Lines are added one by one; ``write`` then does all of it inside one change."""

    def __init__(self, connection: Connection, kind: RecordType, owners: Owners) -> None:
        self.kind = kind
        self._links = kind.links()
        self._defaults = with_defaults(kind, {})
        self.lines: list[Line] = []
        self._owners = owners
        self._connection = connection
        self._linked: dict[str, Kept] = {}
        self._kept: Kept | None = None
        self._planned: dict[str, list[tuple[int, Values]]] = defaultdict(list)  # kind -> planned linked records
        self._patches: dict[str, dict[int, Values]] = defaultdict(
            dict
        )  # kind -> id -> blanks of linked records to fill
        self._new: list[Values] = []
        self._updates: dict[int, Values] = {}
        self._seen: dict[Key, Line] = {}
        self._log: list[tuple[Line, Values]] = []
        self._next = -1

    def add(self, row: ImportedRow, context: Context) -> None:
        """Decide on one line; lines of a log wait for ``settle``."""
        line = Line(row.sheet, row.row, REJECTED, columns=[p.column for p in row.problems if p.column >= 0])
        self.lines.append(line)
        line.reasons = [problem.reason for problem in row.problems]
        line.warnings = [warning.reason for warning in row.warnings]
        if line.reasons:
            return
        values = self._with_links(row, context, line)
        if line.reasons:
            return
        if self.kind.is_log or not self.kind.key:
            self._log.append((line, values))
        else:
            self._decide(line, values, row.derived)

    def settle(self) -> None:
        """Compare the lines of a log with those kept: equal lines are matched one to one, the rest are new."""
        if not self._log:
            return
        groups: dict[Key, list[Values]] = defaultdict(list)
        for record in Kept.load(self._connection, self.kind, *self._conditions()).records.values():
            groups[self._log_key(record)].append(record)
        later = []
        for line, values in self._log:
            equal = next((r for r in groups[self._log_key(values)] if not changes(r, values)), None)
            if equal is None:
                later.append((line, values))
            else:
                groups[self._log_key(values)].remove(equal)
                line.state = UNCHANGED
        for line, values in later:
            rest = groups[self._log_key(values)] if self.kind.key else []
            if rest:
                self._update(line, rest.pop(0), values)
            else:
                line.state = NEW
                self._new.append(values)

    def write(self, writing: Writing, tick: Any) -> None:
        """Carry it out: linked records first, then new ones in portions, then changes."""
        ids: dict[int, int] = dict(self._owners.write(writing))
        for kind, planned in self._planned.items():
            of = record_type(kind)
            written = writing.insert(of, [with_defaults(of, values) for _, values in planned])
            ids.update(zip((n for n, _ in planned), written, strict=True))
        for kind, patches in self._patches.items():
            for record_id, values in patches.items():
                writing.update(record_type(kind), record_id, values)
        links = self._links
        new = [self._final(values, links, ids) for values in self._new]
        total = len(new) + len(self._updates)
        for start in range(0, len(new), 2000):
            tick(start, total)
            writing.insert(self.kind, new[start : start + 2000])
        for done, (record_id, values) in enumerate(self._updates.items(), len(new)):
            if done % 200 == 0:
                tick(done, total)
            writing.update(
                self.kind, record_id, {**values, **{n: ids.get(values[n], values[n]) for n in links if n in values}}
            )

    def count(self, state: str) -> int:
        """How many lines are in a state."""
        return sum(1 for line in self.lines if line.state == state)

    def planned(self) -> dict[str, int]:
        """How many records of other kinds would come into being, by kind."""
        return {kind: len(records) for kind, records in self._planned.items()} | self._owners.planned()

    def _final(self, values: Values, links: Iterable[str], ids: Mapping[int, int]) -> Values:
        whole = self._defaults | values
        for name in links:
            planned = whole.get(name)
            whole[name] = planned if planned is None else ids.get(planned, planned)
        return whole

    def _with_links(self, row: ImportedRow, context: Context, line: Line) -> Values:
        """The record's own values with every link resolved; reasons are added to the line where one cannot be."""
        if not self._links:
            return row.values
        values: Values = {}
        through: dict[str, Values] = defaultdict(dict)
        for path, value in row.values.items():
            link, _, name = path.rpartition(".")
            if link:
                through[link][name] = value
            else:
                values[path] = value
        for link, given in through.items():
            if link == self.kind.owner and link not in self.kind.through:
                continue
            values[link] = self._linked_record(link, given, line)
        if self.kind.owner:
            values[self.kind.owner] = self._owners.owner_of(context, through.get(self.kind.owner, {}))
        return values

    def _linked_record(self, link: str, given: Values, line: Line) -> int | None:
        to = record_type(self._links[link].to)
        if link not in self._linked:
            self._linked[link] = Kept.load(self._connection, to)
        kept = self._linked[link]
        match: Match = kept.match_named(given)
        if match.doubt:
            line.reasons.append(f"{to.label}“{given.get(to.title[0])}”{match.doubt}")
            return None
        if match.record_id is None:
            record_id = self._next_id()
            record = to.complete(dict(given))
            kept.add(record_id, record)
            self._planned[to.kind].append((record_id, record))
            return record_id
        self._patch(to, match.record_id, kept.records[match.record_id], given, line)
        return match.record_id

    def _patch(self, to: RecordType, record_id: int, kept: Values, given: Values, line: Line) -> None:
        """A linked record gains what it lacks; where the two disagree the roster stands and the officer is told."""
        for name, value in changes(kept, given).items():
            if kept.get(name) in (None, "", ()):
                kept[name] = value
                if record_id > 0:
                    self._patches[to.kind].setdefault(record_id, {})[name] = value
            else:
                kind = to.fields[name]
                reason = f"{kind.label}与台账不一致（台账为“{kind.masked(kept[name])}”），台账未改"
                line.warnings.append(reason)

    def _decide(self, line: Line, values: Values, derived: frozenset[str]) -> None:
        if self._kept is None:
            self._kept = Kept.load(self._connection, self.kind)
        mark = self._kept.key(values) or tuple(sorted((n, repr(v)) for n, v in values.items()))
        first = self._seen.setdefault(mark, line)
        if first is not line:
            where = f"第 {first.row} 行" if first.sheet == line.sheet else f"“{first.sheet}”第 {first.row} 行"
            line.reasons.append(f"与{where}重复（{self._what_is_same(values)}相同），只导入了先出现的一行")
            return
        match = self._kept.match(values)
        if match.doubt:
            line.warnings.append(match.doubt)
        if match.record_id is None or match.record_id < 0:
            line.state = NEW
            self._new.append(values)
            return
        self._update(line, self._kept.records[match.record_id], values, derived)

    def _what_is_same(self, values: Values) -> str:
        own = [name for name in self.kind.key if name not in self._links and values.get(name) not in (None, "")]
        linked = [name for name in self.kind.key if name in self._links and name != self.kind.owner]
        return "、".join(self.kind.fields[name].label for name in own or linked) or "各栏"

    def _update(self, line: Line, kept: Values, values: Values, derived: Iterable[str] = ()) -> None:
        changed = changes(kept, values, derived)
        line.state = UPDATED if changed else UNCHANGED
        if changed:
            self._updates[kept["id"]] = changed

    def _conditions(self) -> list[Any]:
        """A log of a million lines is compared only over the days the file speaks of."""
        table: Any = self.kind.model.__table__
        for name, kind in self.kind.fields.items():
            if isinstance(kind, Day) and kind.required:
                days = [values[name] for _, values in self._log if values.get(name)]
                return [table.c[name].between(min(days), max(days))] if days else []
        return []

    def _log_key(self, values: Mapping[str, Value]) -> Key:
        return tuple(values.get(name) for name in self.kind.key) if self.kind.key else ()

    def _next_id(self) -> int:
        self._next -= 1
        return self._next
