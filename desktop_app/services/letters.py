"""The words of a letter before it is handed in: as the ledger fills them, or as the officer has changed them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Unpack

from sqlalchemy import delete
from sqlalchemy.dialects.sqlite import insert

from desktop_app.ledger import tables
from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.form import Form
from desktop_app.services.forming.filled import FilledLetter
from desktop_app.services.forming.filling import draft_key, filled_form
from desktop_app.services.forming.occasion import Asked, occasion_for
from desktop_app.services.forming.sources import Sources


@dataclass(frozen=True)
class LetterText:
    """A letter's words, and whether they are the officer's own and no longer follow the ledger."""

    text: str
    is_changed: bool


def letter_text(ledger: Ledger, form: Form, **asked: Unpack[Asked]) -> LetterText:
    """The words the letter will be printed with. Raises FormRefused."""
    with ledger.reading() as connection:
        sources = Sources(connection, occasion_for(ledger, form, **asked))
        filled = filled_form(sources)
        assert isinstance(filled, FilledLetter)  # noqa: S101 - asked only of letters
        return LetterText(filled.text, filled.is_changed)


def change_text(ledger: Ledger, form: Form, text: str, **asked: Unpack[Asked]) -> None:
    """Keep the officer's words for this letter; empty ones bring back what the ledger says."""
    occasion = occasion_for(ledger, form, **asked)
    with ledger.writing(f"改文字：{form.title}") as writing:
        key = {"form_code": form.code, "occasion": draft_key(Sources(writing.connection, occasion))}
        if not text.strip():
            c = tables.letter_draft.c
            mine = (c.form_code == key["form_code"]) & (c.occasion == key["occasion"])
            writing.connection.execute(delete(tables.letter_draft).where(mine))
            return
        kept = {"text": text, "saved_at": ledger.clock().isoformat(timespec="seconds")}
        statement = insert(tables.letter_draft).values(key | kept)
        writing.connection.execute(statement.on_conflict_do_update(index_elements=list(key), set_=kept))
