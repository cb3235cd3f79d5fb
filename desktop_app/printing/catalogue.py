"""Every name a form may use: the fields of the records under their own labels, and what is computed from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from desktop_app.printing.scopes import SCOPES, Scope
from desktop_app.records.base import RecordType
from desktop_app.records.fields import Code, Kind

__all__ = ["Entry", "Scope", "list_names", "names", "scopes", "subject_scope", "unknown"]


@dataclass(frozen=True)
class Entry:
    """One name: where its value comes from (no ``field`` where it is computed) and what kind of value it is."""

    name: str
    scope: Scope
    kind: Kind
    record_type: RecordType | None = None
    field: str = ""

    @property
    def meaning(self) -> str:
        """What the name stands for, in one line."""
        if not self.field:
            return self.kind.help or f"{self.scope.meaning}：{self.kind.label}"
        return f"{self.scope.meaning}：{self.kind.label}" + (f"（{self.kind.help}）" if self.kind.help else "")

    @property
    def is_code(self) -> bool:
        """Whether its digits are a name rather than a number, and stay text in Excel."""
        return isinstance(self.kind, Code)

    @property
    def is_sensitive(self) -> bool:
        """Whether it is personal and shown with care."""
        return self.kind.sensitive


@cache
def scopes() -> dict[str, Scope]:
    """The scopes by name."""
    return {scope.name: scope for scope in SCOPES}


@cache
def names() -> dict[str, Entry]:
    """Every name a form may use, in the order officers look for them."""
    return {entry.name: entry for scope in SCOPES for entry in _entries(scope)}


@cache
def subject_scope(kind: str) -> str:
    """The scope that stands for the record a form of that kind is about; empty when no form is."""
    return next((s.name for s in SCOPES if s.is_subject and s.record_type and s.record_type.kind == kind), "")


def list_names() -> frozenset[str]:
    """The scopes that stand for one line per record."""
    return frozenset(scope.name for scope in SCOPES if scope.is_list)


def unknown(wanted: set[str]) -> list[str]:
    """Those of ``wanted`` that no form may use; a list's running number (``委员.#``) is known."""
    lists = list_names()
    return sorted(name for name in wanted if name not in names() and not (name.endswith(".#") and name[:-2] in lists))


def _entries(scope: Scope) -> list[Entry]:
    found: dict[str, Entry] = {}
    for record_type in (scope.record_type, scope.also):
        for field, kind in (record_type.fields if record_type else {}).items():
            hidden = scope.is_list and field in (record_type.links() if record_type else ())
            if field != scope.via and not hidden:
                found.setdefault(kind.label, Entry(f"{scope.name}.{kind.label}", scope, kind, record_type, field))
    for kind in scope.computed:
        found[kind.label] = Entry(f"{scope.name}.{kind.label}", scope, kind)
    return list(found.values())
