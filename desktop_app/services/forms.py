"""Standard forms: which there are, what one would look like, and the files an officer hands in."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Unpack

from desktop_app.errors import BanbiantianError, FormRefused
from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import names
from desktop_app.printing.form import Form, shipped_forms
from desktop_app.printing.lint import TemplateFinding, lint
from desktop_app.records.registry import record_type
from desktop_app.services.checking import filled_with_notes
from desktop_app.services.forming.entry import set_value, set_values, value
from desktop_app.services.forming.figures.origins import Origin, origin
from desktop_app.services.forming.figures.shown import Figured, figures_of
from desktop_app.services.forming.files import subject_title, target
from desktop_app.services.forming.filled import OUTPUTS, FigurePlace
from desktop_app.services.forming.occasion import Asked, Occasion, occasion_for
from desktop_app.services.forming.readiness import Missing, Readiness, readiness
from desktop_app.services.forming.sources import Sources
from desktop_app.services.listing import choices
from desktop_app.services.own_forms import own_forms
from desktop_app.services.periods import Period, in_batch, period_of

__all__ = [
    "OUTPUTS",
    "Asked",
    "FigurePlace",
    "Figured",
    "Form",
    "Missing",
    "Origin",
    "Paper",
    "Period",
    "Readiness",
    "TemplateFinding",
    "all_forms",
    "figures_of",
    "form",
    "lint_template",
    "origin",
    "paper",
    "period_of",
    "preview",
    "produce",
    "produce_all",
    "readiness",
    "set_value",
    "set_values",
    "subjects",
    "value",
]

Progress = Callable[[int, int, str], None]


def all_forms(ledger: Ledger | None = None) -> list[Form]:
    """Every standard form, by code, then the officer's own forms kept with her ledger."""
    return shipped_forms() + (own_forms(ledger) if ledger else [])


def form(code: str, ledger: Ledger | None = None) -> Form:
    """The form of that code, standard or the officer's own. Raises FormRefused, naming those there are."""
    found = {each.code: each for each in all_forms(ledger)}
    if code.upper() not in found:
        raise FormRefused(f"没有“{code}”这张表，没有生成文件。现有：{'、'.join(found)}。")
    return found[code.upper()]


def lint_template(path: Path) -> list[TemplateFinding]:
    """What is wrong with an officer's own template. Raises FileRefused when it is no workbook to be opened."""
    return lint(path, names())


def subjects(ledger: Ledger, of: Form) -> list[tuple[int, str]]:
    """The records the form can be about, as (id, title), the usual one first; empty when it is about none."""
    if not of.about:
        return []
    kind = record_type(of.about)
    with ledger.reading() as connection:
        usual = Sources(connection, Occasion(of, ledger.clock().date())).subject_id()
    offered = choices(ledger, of.about, where=of.only, limit=500)
    found = [(record_id, subject_title(kind, title)) for record_id, title in offered]
    return sorted(found, key=lambda each: each[0] != usual)


def preview(ledger: Ledger, of: Form, *, blank_rows: int | None = None, **asked: Unpack[Asked]) -> bytes:
    """The form's PDF, in memory. Raises FormRefused."""
    return paper(ledger, of, blank_rows=blank_rows, **asked).pdf


@dataclass(frozen=True)
class Paper:
    """A form's PDF and where its computed figures stand on it."""

    pdf: bytes
    figures: tuple[FigurePlace, ...]


def paper(ledger: Ledger, of: Form, *, blank_rows: int | None = None, **asked: Unpack[Asked]) -> Paper:
    """The form's PDF, in memory, with the places of its figures. Raises FormRefused."""
    filled = filled_with_notes(ledger, occasion_for(ledger, of, **asked), blank_rows)
    stream = io.BytesIO()
    filled.paint(stream)
    return Paper(stream.getvalue(), filled.figure_places())


def produce(
    ledger: Ledger,
    of: Form,
    folder: Path,
    *,
    outputs: Sequence[str] = (),
    blank_rows: int | None = None,
    beside: bool = False,
    **asked: Unpack[Asked],
) -> list[Path]:
    """Write the form's files and return them. ``outputs`` names formats; those the form has not are left out.

    Without ``outputs``: what the recipient takes, else the form's own. ``blank_rows``: an empty form with so many
    lines. ``beside``: never replace a file, but write “（2）”.
    Raises FormRefused or FileRefused; a file is written whole or not at all.
    """
    recipient = asked.get("recipient")
    sought = outputs or (recipient.outputs if recipient else ()) or of.outputs
    wanted = [each for each in dict.fromkeys(sought) if each in (*of.outputs, "data", "row")]
    if not wanted:
        raise FormRefused(f"“{of.title}”没有 {'、'.join(sought)} 这种格式，没有生成文件。可选：{'、'.join(OUTPUTS)}。")
    filled = filled_with_notes(ledger, occasion_for(ledger, of, **asked), blank_rows)
    if blank_rows is not None:
        wanted = [each for each in wanted if each in of.outputs]
    paths = {each: target(folder, filled.file_name(each), beside=beside) for each in OUTPUTS if each in wanted}
    for each, path in paths.items():
        filled.write(each, path)
    return list(paths.values())


def produce_all(
    ledger: Ledger,
    folder: Path,
    *,
    forms: Iterable[Form] | None = None,
    outputs: Sequence[str] = OUTPUTS,
    blank_rows: int | None = None,
    beside: bool = False,
    progress: Progress | None = None,
    refused: Callable[[Form, BanbiantianError], None] | None = None,
    **asked: Unpack[Asked],
) -> list[Path]:
    """Write the files of many forms, each about its usual record. Returns them.

    ``progress(done, total, title)`` is called before each form and may raise Cancelled: files already written are
    whole and stay. ``refused`` takes the forms that cannot be produced; without it the first one ends the batch.
    """
    wanted = list(all_forms() if forms is None else forms)
    made: list[Path] = []
    for number, each in enumerate(wanted):
        if progress:
            progress(number, len(wanted), each.title)
        try:
            this: Asked = {**asked, "about": None, "period": in_batch(each.period, asked.get("period"))}
            made += produce(ledger, each, folder, outputs=outputs, blank_rows=blank_rows, beside=beside, **this)
        except BanbiantianError as refusal:
            if refused is None:
                raise
            refused(each, refusal)
    return made
