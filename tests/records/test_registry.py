"""Every record type keeps the promises its generic list, editor, importer and forms rely on."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.ledger.ledger import Ledger, open_ledger
from desktop_app.records.base import RecordType
from desktop_app.records.fields import to_json
from desktop_app.records.registry import RECORD_TYPES, owned_by, record_type
from desktop_app.services import demo, records

every_type = pytest.mark.parametrize("kind", RECORD_TYPES, ids=lambda kind: kind.kind)


@every_type
def test_names_exist_and_labels_are_unique(kind: RecordType) -> None:
    named = [*kind.title, *kind.list_columns, *kind.search, *kind.key, *(name.lstrip("-") for name in kind.order)]
    named += [name for group in kind.groups for name in group.fields] + ([kind.owner] if kind.owner else [])
    assert set(named) <= set(kind.fields) | {"id"}
    labels = [field.label for field in kind.fields.values()]
    assert len(labels) == len(set(labels))
    for link, names in kind.through.items():
        assert set(names) <= set(record_type(kind.links()[link].to).fields)


@every_type
def test_every_field_can_be_edited_once(kind: RecordType) -> None:
    edited = [name for group in kind.groups for name in group.fields]
    assert sorted(edited) == sorted(kind.fields)


@every_type
def test_a_sensitive_field_says_what_it_is_kept_for(kind: RecordType) -> None:
    for field in kind.fields.values():
        assert not field.sensitive or field.purpose


def test_an_owner_is_listed_before_what_it_owns() -> None:
    places = {kind.kind: place for place, kind in enumerate(RECORD_TYPES)}
    for kind in RECORD_TYPES:
        for owned in owned_by(kind):
            assert places[kind.kind] < places[owned.kind]


def test_every_type_is_in_the_sample_and_survives_text_and_json(tmp_path: Path) -> None:
    """Value -> what the editor shows -> value, and value -> JSON -> value, are lossless for the whole sample."""
    demo.make_sample(tmp_path / "示例.bbt")
    with open_ledger(tmp_path / "示例.bbt") as ledger:
        for kind in RECORD_TYPES:
            ids = [row["id"] for row in records.everything(ledger, kind.kind)]
            assert ids, f"{kind.label}没有示例"
            for record_id in ids[:20]:
                _check_lossless(ledger, kind, record_id)


def _check_lossless(ledger: Ledger, kind: RecordType, record_id: int) -> None:
    values = records.load(ledger, kind.kind, record_id)
    for name, field in kind.fields.items():
        value = values[name]
        shown = records.shown(field, value)
        assert not shown or field.parse(shown, ledger.clock().date()) == value
        assert field.from_json(to_json(value)) == value
