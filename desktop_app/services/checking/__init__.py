"""逻辑检查 over a whole ledger: what the rules, the forms beside one another and the records themselves contradict."""

from __future__ import annotations

from desktop_app.services.checking.collecting import Found, findings, found_in
from desktop_app.services.checking.concerning import errors_in, findings_of, findings_on
from desktop_app.services.checking.notes import Note, explain, filled_with_notes, notes_for
from desktop_app.services.checking.standing import FAULTY, HANDED_IN, LACKING, READY, Standing, standings

__all__ = [
    "FAULTY",
    "HANDED_IN",
    "LACKING",
    "READY",
    "Found",
    "Note",
    "Standing",
    "errors_in",
    "explain",
    "filled_with_notes",
    "findings",
    "findings_of",
    "findings_on",
    "found_in",
    "notes_for",
    "standings",
]
