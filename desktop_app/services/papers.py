"""From a record to its papers: which record of its own a form is about."""

from __future__ import annotations

from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import names, subject_scope
from desktop_app.printing.form import Form
from desktop_app.records.base import Values
from desktop_app.records.registry import record_type
from desktop_app.services.lines import lines


def paper_about(ledger: Ledger, of: Form, owner_kind: str, owner_id: int) -> int | None:
    """The id of the record that a form for one owner is about: the owner, or the newest record of its own.

    Of several the newest that has what the form needs. 0 for a form about nothing; None where there is none yet.
    """
    if not of.about:
        return 0
    if of.about == owner_kind:
        return owner_id
    kind = record_type(of.about)
    owner = next(name for name, link in kind.links().items() if link.to == owner_kind)
    found = lines(ledger, of.about, {owner: owner_id, **of.only}, order=("-id",))
    fitting = [values for values in found if _has_what_is_needed(of, values)]
    return (fitting or found)[0]["id"] if found else None


def _has_what_is_needed(of: Form, values: Values) -> bool:
    scope = subject_scope(of.about)
    entries = [names()[name] for name in of.needs if name.startswith(f"{scope}.")]
    return all(values[entry.field] not in (None, "", ()) for entry in entries if entry.field in values)
