"""Single values by their catalogue names, as scripts and the catalogue panel read and set them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from desktop_app.errors import Rejected
from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import Entry, names
from desktop_app.records.base import RecordType
from desktop_app.records.parsing import parse_record, with_defaults
from desktop_app.services.forming.sources import table_of

# Names of 报表 that the ledger remembers as settings.
SETTINGS = {
    "报表.填表人": "preparer",
    "报表.审核人": "reviewer",
    "报表.单位负责人": "head_of_unit",
    "报表.联系电话": "contact_phone",
}


def set_value(ledger: Ledger, name: str, text: str) -> None:
    """Set one value, e.g. ``单位.名称``. Raises Rejected, changing nothing, for another name or a faulty value."""
    set_values(ledger, {name: text})


def set_values(ledger: Ledger, texts: Mapping[str, str]) -> None:
    """Set single values by catalogue name, all in one change or none. Raises Rejected."""
    today = ledger.clock().date()
    by_kind: dict[str, tuple[RecordType, dict[str, str]]] = {}
    remembered: dict[str, str] = {}
    for name, text in texts.items():
        if name in SETTINGS:
            remembered[SETTINGS[name]] = text.strip()
        else:
            entry, of = _settable(name)
            by_kind.setdefault(of.kind, (of, {}))[1][entry.field] = text
    if by_kind:
        with ledger.writing("设置" + "、".join(texts)) as writing:
            for of, given in by_kind.values():
                table = table_of(of)
                row: Any = writing.connection.execute(select(table).limit(1)).mappings().first()
                values, problems = parse_record(of, {**_shown(of, row), **given}, today)
                fault = next((each for each in problems if not each.is_warning and each.field in given), None)
                if fault:
                    label = of.fields[fault.field].label
                    raise Rejected(f"“{label}”{fault.reason}。没有改动任何数据。", fault.field)
                changed = {field: values[field] for field in given}
                if row is None:
                    writing.insert(of, [with_defaults(of, changed)])
                else:
                    writing.update(of, row["id"], changed)
    if remembered:
        ledger.remember(**remembered)


def value(ledger: Ledger, name: str) -> str:
    """A single value as an officer sees it; empty where nothing is kept. Raises Rejected for another name."""
    if name in SETTINGS:
        return ledger.setting(SETTINGS[name])
    entry, of = _settable(name)
    table = table_of(of)
    with ledger.reading() as connection:
        return entry.kind.format(connection.execute(select(table.c[entry.field]).limit(1)).scalar())


def _settable(name: str) -> tuple[Entry, RecordType]:
    entry = names().get(name)
    if entry is None:
        raise Rejected(f"没有“{name}”这个名称，没有改动任何数据。名称应如 单位.名称、工会.主席。")
    if entry.record_type is None or not entry.record_type.is_single:
        raise Rejected(f"“{name}”不能这样设置，没有改动任何数据：只有 单位、工会 的各项和 {'、'.join(SETTINGS)} 可以。")
    return entry, entry.record_type


def _shown(of: RecordType, row: Mapping[str, Any] | None) -> dict[str, str]:
    return {name: kind.format(row[name]) for name, kind in of.fields.items()} if row else {}
