"""The page behind a letter on which the officer explains what the logic check found, as a letter's own text."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.printing.attachment import NOTES
from desktop_app.printing.letters.grammar import Kind, escaped


def note_page(notes: Sequence[tuple[str, str]]) -> str:
    """A new page with a table of sentences and explanations."""
    rows = ["| 编号 | 检查提示 | 情况说明 |", "|---|---|---|"]
    for number, (found, explanation) in enumerate(notes, 1):
        rows.append(f"| {number} | {escaped(found, Kind.TABLE)} | {escaped(explanation, Kind.TABLE)} |")
    return "\n".join(["【换页】", f"# {NOTES}", *rows])
