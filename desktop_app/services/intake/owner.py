"""Which room, term or round the lines of a file belong to: as told, as its titles say, or the only or latest one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from desktop_app.errors import FileRefused
from desktop_app.exchange.context import Context
from desktop_app.ledger.writing import Writing
from desktop_app.records.base import RecordType, Values
from desktop_app.records.fields import Number, Value
from desktop_app.records.parsing import with_defaults
from desktop_app.records.registry import record_type
from desktop_app.services.intake.matching import Kept

_ROOM = re.compile(
    r"[^（()）\d\s_年月日“”\"-]*?(休息哺乳室|哺乳室|妈咪小屋|妈妈小屋|妈咪屋|妈妈屋|母婴关爱室|母婴室|康乃馨服务站)"
)


class Owners:
    """Finds the record that owns each line; makes one where the ledger has none yet."""

    def __init__(self, kept: Kept | None, *, wanted_id: int | None = None, wanted_name: str | None = None) -> None:
        self._kept = kept
        self._wanted_id = wanted_id
        self._wanted_name = wanted_name
        self._new: list[tuple[int, Values]] = []
        self._known: dict[tuple[Context, Value], int] = {}
        self.notes: list[str] = []

    def owner_of(self, context: Context, given: Mapping[str, Value]) -> int | None:
        """The id of the owner of a line (negative while only planned). Raises FileRefused where it cannot be told."""
        if self._kept is None:
            return None
        named = given.get(self._kept.record_type.title[0])
        mark = (context, named)
        if mark not in self._known:
            self._known[mark] = self._find(self._kept, context, named)
        return self._known[mark]

    def write(self, writing: Writing) -> dict[int, int]:
        """Keep the owners that were planned. Returns planned id -> id."""
        if self._kept is None or not self._new:
            return {}
        of = self._kept.record_type
        ids = writing.insert(of, [with_defaults(of, values) for _, values in self._new])
        return dict(zip((n for n, _ in self._new), ids, strict=True))

    def planned(self) -> dict[str, int]:
        """How many owners would come into being, by kind."""
        return {self._kept.record_type.kind: len(self._new)} if self._kept and self._new else {}

    def _find(self, kept: Kept, context: Context, named: Value) -> int:
        of = kept.record_type
        title = of.title[0]
        if self._wanted_id is not None:
            if self._wanted_id not in kept.records:
                raise FileRefused(f"台账里没有编号为 {self._wanted_id} 的{of.label}，没有导入。请核对后再试。")
            return self._wanted_id
        wanted = named if named not in (None, "") else self._wanted_name
        if wanted is None and isinstance(of.fields[title], Number):
            wanted = context.term
        if wanted is not None:
            return self._named(kept, title, wanted)
        in_title = [n for n, r in kept.records.items() if r[title] and any(str(r[title]) in t for t in context.titles)]
        if len(in_title) == 1 or len(kept.records) == 1:
            return (in_title or list(kept.records))[0]
        if not kept.records:
            return self._plan(kept, title, _first_name(of, context))
        if of.order[0].startswith("-"):  # rounds and terms: the latest is meant
            return max(kept.records, key=lambda n: _rank(of, kept.records[n]))
        names = "、".join(f"“{record[title]}”" for record in list(kept.records.values())[:8])
        raise FileRefused(f"台账里有几个{of.label}（{names}），分不清这份表属于哪一个，没有导入。请先选定再导入。")

    def _named(self, kept: Kept, title: str, wanted: Value) -> int:
        for record_id, record in kept.records.items():
            if record[title] == wanted or (isinstance(wanted, str) and str(record[title]).strip() == wanted.strip()):
                return record_id
        return self._plan(kept, title, wanted)

    def _plan(self, kept: Kept, title: str, name: Value) -> int:
        of = kept.record_type
        if name is None:
            raise FileRefused(f"台账里还没有{of.label}，没有导入。请先新增一个{of.label}，再导入这份表。")
        record_id = -1_000_000 - len(self._new)
        values: Values = with_defaults(of, {title: name})
        kept.add(record_id, values)
        self._new.append((record_id, values))
        self.notes.append(f"台账里还没有{of.label}“{of.fields[title].format(name)}”，已新建，请补全其他内容")
        return record_id


def _first_name(of: RecordType, context: Context) -> Value:
    """What the first owner of its kind is called when no column or option says so; None where it cannot be made up."""
    kind = of.fields[of.title[0]]
    if isinstance(kind, Number):
        return 1
    if kind.default is not None:
        return kind.default
    for title in reversed(context.titles):
        found = _ROOM.search(title)
        if found:
            return found[0]
    return "女职工休息哺乳室" if of.kind == "nursing_room" else None


def _rank(of: RecordType, record: Mapping[str, Value]) -> tuple[Any, ...]:
    """Latest last; records without the date come first."""
    names = [name.lstrip("-") for name in of.order]
    return tuple((record.get(name) is not None, record.get(name) or 0) for name in names)


def owners_for(connection: Any, kind: RecordType, room: str | None, owner: int | None) -> Owners:
    """The owners of one kind of record, with what the officer said about them."""
    if not kind.owner:
        return Owners(None)
    to = record_type(kind.links()[kind.owner].to)
    kept = Kept.load(connection, to)
    return Owners(
        kept,
        wanted_id=owner,
        wanted_name=room if to.kind == "nursing_room" else None,
    )
