"""Whether a line of an office file is a record already kept: by its key, else by a name and what agrees with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from desktop_app.records.base import RecordType, Values
from desktop_app.records.fields import IdNumber, Value, born_on
from desktop_app.records.values import Month

Key = tuple[Value, ...]
_EMPTY = frozenset((None, ""))


def same(kept: Value, given: Value) -> bool:
    """Whether two values say the same, a month agreeing with any day in it."""
    if kept == given:
        return True
    if isinstance(given, Month) or isinstance(kept, Month):
        return kept is not None and given is not None and (kept.year, kept.month) == (given.year, given.month)
    return False


@dataclass(frozen=True)
class Match:
    """The record a line belongs to (None: a new one) and what the officer should know about that."""

    record_id: int | None
    doubt: str = ""


class Kept:
    """The records of one type as they stand, found by key or by name. Records planned count as kept."""

    def __init__(self, record_type: RecordType, records: Iterable[Values]) -> None:
        self.record_type = record_type
        self.records: dict[int, Values] = {}
        self._by_key: dict[Key, int] = {}
        self._by_name: dict[Value, list[int]] = {}
        self._name = record_type.title[0]
        self._needed = [name for name in record_type.key if record_type.fields[name].required]
        self._ids = [name for name, kind in record_type.fields.items() if isinstance(kind, IdNumber)]
        for record in records:
            self.add(record["id"], record)

    @classmethod
    def load(cls, connection: Connection, record_type: RecordType, *conditions: Any) -> Kept:
        """All records of a type, or those that meet the conditions."""
        table: Any = record_type.model.__table__
        rows = connection.execute(select(table).where(*conditions).order_by(table.c.id)).mappings()
        return cls(record_type, (dict(row) for row in rows))

    def add(self, record_id: int, values: Values) -> None:
        """Count a record as kept under ``record_id`` (negative for one only planned)."""
        self.records[record_id] = values
        key = self.key(values)
        if key:
            self._by_key.setdefault(key, record_id)
        name = values.get(self._name)
        if name not in (None, ""):
            self._by_name.setdefault(name, []).append(record_id)

    def key(self, values: Mapping[str, Value]) -> Key | None:
        """The key of a record; None where a part it cannot do without is missing."""
        key = tuple([values.get(name) for name in self.record_type.key])
        if _EMPTY.issuperset(key) or any(values.get(name) in _EMPTY for name in self._needed):
            return None
        return key

    def by_key(self, values: Mapping[str, Value]) -> int | None:
        """The record with the same key."""
        key = self.key(values)
        return self._by_key.get(key) if key else None

    def match(self, values: Mapping[str, Value]) -> Match:
        """The record a line of its own kind belongs to: same key, or same name where something personal agrees."""
        found = self.by_key(values)
        if found is not None or not self._ids:
            return Match(found)
        candidates = self._namesakes(values)
        agreeing = [n for n in candidates if self._agrees(self.records[n], values)]
        if len(agreeing) == 1:
            return Match(agreeing[0])
        if len(candidates) == 1 and not self._has_personal(values):
            return Match(candidates[0], "没有身份证号、出生日期和电话，按姓名认作同一人，请核对")
        if candidates:
            return Match(None, "与已有的人员同名，按不同的人新增，请核对是否重复")
        return Match(None)

    def match_named(self, values: Mapping[str, Value]) -> Match:
        """The record another one points to: same key, else the only one of that name that nothing contradicts."""
        found = self.by_key(values)
        if found is not None:
            return Match(found)
        candidates = self._namesakes(values)
        if len(candidates) > 1:
            agreeing = [n for n in candidates if self._agrees(self.records[n], values)]
            if len(agreeing) != 1:
                return Match(None, f"有 {len(candidates)} 位同名，分不清是哪一位，请补上身份证号或出生日期")
            candidates = agreeing
        return Match(candidates[0]) if candidates else Match(None)

    def _namesakes(self, values: Mapping[str, Value]) -> list[int]:
        name = values.get(self._name)
        return [n for n in self._by_name.get(name, ()) if not self._contradicts(self.records[n], values)]

    def _contradicts(self, kept: Values, values: Mapping[str, Value]) -> bool:
        for name in (*self._ids, "employee_number"):
            if kept.get(name) and values.get(name) and kept[name] != values[name]:
                return True
        ours, theirs = self._born(kept), self._born(values)
        return bool(ours and theirs and not same(ours, theirs))

    def _agrees(self, kept: Values, values: Mapping[str, Value]) -> bool:
        ours, theirs = self._born(kept), self._born(values)
        if ours and theirs and same(ours, theirs):
            return True
        return any(
            kept.get(name) and kept.get(name) == values.get(name) for name in ("phone", "employee_number", *self._ids)
        )

    def _born(self, values: Mapping[str, Value]) -> Value:
        """The birth date, the ID number's where there is one."""
        for name in self._ids:
            if values.get(name):
                return born_on(values[name])
        return values.get("born_on")

    def _has_personal(self, values: Mapping[str, Value]) -> bool:
        return any(values.get(name) for name in (*self._ids, "born_on", "phone", "employee_number"))


def changes(kept: Mapping[str, Value], given: Mapping[str, Value], derived: Iterable[str] = ()) -> Values:
    """What ``given`` changes in a kept record: filled fields that differ; ``derived`` ones only fill what is empty."""
    weak = set(derived)
    return {
        name: value
        for name, value in given.items()
        if value not in (None, "", ())
        and not same(kept.get(name), value)
        and not (name in weak and kept.get(name) not in (None, "", ()))
    }
