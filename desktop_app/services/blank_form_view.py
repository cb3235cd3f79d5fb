"""What the window shows of a superior's blank form: its cells, the paper, its faults, and what each name stands for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import names, scopes
from desktop_app.printing.form import Form
from desktop_app.printing.lint import lint
from desktop_app.printing.recognising.correcting import Cell, Drawn, cells_of, corrected, drawn
from desktop_app.printing.recognising.proposal import Proposal
from desktop_app.services.forming.occasion import occasion_for
from desktop_app.services.forming.sources import Sources
from desktop_app.services.forming.values import single_values

__all__ = ["Cell", "Drawn", "cells_of", "corrected", "drawn", "faults_of", "present_values"]

_NO_AREA = "没有设打印区域"  # the program sets one itself
_ANYTHING = Form("", "", "", "", "", Path())


def faults_of(proposal: Proposal) -> list[str]:
    """What is lost or wrong in the file, in sentences with the cell: text boxes, header pictures, unknown names."""
    told = [f"{each.where}：{each.sentence}" if each.where else each.sentence for each in lint(proposal.path, names())]
    return [sentence for sentence in told if _NO_AREA not in sentence]


def present_values(ledger: Ledger, *, on: date) -> dict[str, str]:
    """What each single name stands for at present, personal values masked; lists and empty values are left out."""
    found: dict[str, str] = {}
    with ledger.reading() as connection:
        sources = Sources(connection, occasion_for(ledger, _ANYTHING, on=on))
        for scope in scopes().values():
            entries = [entry for entry in names().values() if entry.scope is scope]
            if not scope.is_list:
                values = single_values(sources, scope, entries)
                found |= {entry.name: entry.kind.masked(values.get(entry.kind.label)) for entry in entries}
    return {name: text for name, text in found.items() if text}
