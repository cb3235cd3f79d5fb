"""The computed figures of one form, as they are printed on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Unpack

from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import names
from desktop_app.printing.form import Form
from desktop_app.services.forming.filling import formats_of
from desktop_app.services.forming.occasion import Asked, occasion_for
from desktop_app.services.forming.sources import Sources
from desktop_app.services.forming.values import single_values


@dataclass(frozen=True)
class Figured:
    """A figure by its catalogue name, what it means, and its value as an officer reads it."""

    name: str
    meaning: str
    shown: str


def figures_of(ledger: Ledger, form: Form, **asked: Unpack[Asked]) -> list[Figured]:
    """Every figure of the form that is counted rather than kept, in the order of the catalogue."""
    wanted = formats_of(form).keys() | set(form.summary)
    computed = [
        entry
        for entry in names().values()
        if entry.name in wanted and not entry.field and not entry.scope.is_list and entry.scope.name != "报表"
    ]
    with ledger.reading() as connection:
        sources = Sources(connection, occasion_for(ledger, form, **asked))
        found = []
        for scope in dict.fromkeys(entry.scope for entry in computed):
            entries = [entry for entry in computed if entry.scope == scope]
            values = single_values(sources, scope, entries)
            found += [(entry, values.get(entry.kind.label)) for entry in entries]
    return [Figured(entry.name, _called(entry.name), entry.kind.format(value)) for entry, value in found]


def _called(name: str) -> str:
    entry = names()[name]
    label = entry.kind.label
    return f"{label} {entry.kind.help}" if entry.scope.name == "统计" else label
