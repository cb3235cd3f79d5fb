"""Office files as officers make them, built small: rows of cells, merges, a sheet name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from desktop_app.exchange.intake import Intake, take_in
from desktop_app.exchange.rows import ImportedRow
from desktop_app.records.registry import record_type

TODAY = date(2026, 11, 1)
# Invented numbers with right check digits: 女 1985-06-07, 女 1990-12-01, 女 1979-03-15.
LI, WANG, ZHAO = "110105198506070022", "320102199012010040", "440106197903150083"


def check_digit(body: str) -> str:
    """The 18th character of 17 digits."""
    weights = [2 ** (17 - n) % 11 for n in range(17)]
    return "10X98765432"[sum(w * int(c) for w, c in zip(weights, body, strict=True)) % 11]


def xlsx(path: Path, sheets: dict[str, Sequence[Sequence[Any]]], merges: Iterable[str] = ()) -> Path:
    """A workbook; ``merges`` apply to its first sheet."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for merge in merges:
        book.worksheets[0].merge_cells(merge)
    book.save(path)
    return path


def read(path: Path, kind: str, **options: Any) -> tuple[Intake, list[ImportedRow]]:
    """The intake of a file and its record lines."""
    of = record_type(kind)
    linked = {name: record_type(link.to) for name, link in of.links().items()}
    intake = take_in(path, of, linked, TODAY, **options)
    return intake, [row for _, row in intake.rows(lambda done, total: None)]
