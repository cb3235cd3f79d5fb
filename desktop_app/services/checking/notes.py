"""情况说明: why a hint is as it is, in the officer's words; it holds for that very sentence, and prints with forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.errors import Rejected
from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import Values
from desktop_app.rules.findings import ERROR, Finding
from desktop_app.services import records
from desktop_app.services.checking.collecting import found_in
from desktop_app.services.checking.concerning import findings_on
from desktop_app.services.forming.filled import Filled
from desktop_app.services.forming.filling import filled_form
from desktop_app.services.forming.occasion import Occasion
from desktop_app.services.forming.sources import Sources
from desktop_app.services.lines import lines

_KEPT = 500  # characters of a sentence, as the record keeps them


@dataclass(frozen=True)
class Note:
    """What the officer wrote to a finding. ``is_outdated``: the finding has changed since (需更新)."""

    id: int
    explanation: str
    is_outdated: bool


def explain(ledger: Ledger, finding: Finding, explanation: str, known: Note | None = None) -> int:
    """Keep the explanation of a hint, in place of the note it has (``notes_for``). Returns the note's id.

    Raises Rejected for what is 强制, which is mended and not explained, and for an empty explanation.
    """
    if finding.severity == ERROR:
        raise Rejected("强制的问题要改正，不能用情况说明代替。没有保存，请先去修改。")
    if not explanation.strip():
        raise Rejected("情况说明还没有写，没有保存。请写明原因，或者取消。", "explanation")
    given = {
        "rule": finding.rule,
        "record_kind": finding.kind,
        "record_number": finding.record_id,
        "finding": finding.message[:_KEPT],
        "explanation": explanation.strip(),
        "written_on": ledger.clock().date(),
        "written_by": ledger.operator,
    }
    return records.save(ledger, "finding_note", given, known.id if known else None).id


def notes_for(ledger: Ledger, findings: Iterable[Finding]) -> dict[Finding, Note]:
    """The notes of these findings: by rule, record and sentence, else an older one of the same rule and record."""
    kept: dict[tuple[Any, ...], list[Values]] = {}
    for note in lines(ledger, "finding_note", {}, order=("id",)):
        kept.setdefault((note["rule"], note["record_kind"] or "", note["record_number"] or 0), []).append(note)
    found: dict[Finding, Note] = {}
    waiting = [finding for finding in findings if _key(finding) in kept]
    for is_outdated in (False, True):  # a sentence that still stands keeps its own note
        for finding in waiting:
            mine = kept[_key(finding)]
            fitting = [note for note in mine if is_outdated or note["finding"] == finding.message[:_KEPT]]
            if fitting and finding not in found:
                mine.remove(fitting[0])
                found[finding] = Note(fitting[0]["id"], fitting[0]["explanation"], is_outdated)
    return found


def explained_on(ledger: Ledger, occasion: Occasion) -> list[tuple[str, str]]:
    """The hints that concern an occasion and whose notes still fit, each as sentence and explanation."""
    if not lines(ledger, "finding_note", {}):
        return []
    concerned = findings_on(ledger, occasion, found_in(ledger, occasion.on))
    notes = {finding: note for finding, note in notes_for(ledger, concerned).items() if not note.is_outdated}
    found = [(f"{each.about}：{each.message}", notes[each].explanation) for each in concerned if each in notes]
    recipient = occasion.recipient  # who sees no number in the form sees none in the words to it
    return [(said, recipient.shown_in(words)) for said, words in found] if recipient else found


def filled_with_notes(ledger: Ledger, occasion: Occasion, blank_rows: int | None = None) -> Filled:
    """The form filled, the notes of what was found in it behind it; none behind a blank one."""
    explained: Sequence[tuple[str, str]] = [] if blank_rows is not None else explained_on(ledger, occasion)
    with ledger.reading() as connection:
        filled = filled_form(Sources(connection, occasion), blank_rows)
    return filled.explained(explained) if explained else filled


def _key(finding: Finding) -> tuple[str, str, int]:
    return finding.rule, finding.kind, finding.record_id
