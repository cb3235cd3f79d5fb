"""Forms of many clerks: each answer found, none given that is not the ledger's to give."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.printing.recognising.reader import recognise
from tests.printing.recognising.clerks_cards import CARDS
from tests.printing.recognising.clerks_tables import TABLES
from tests.printing.recognising.drawn_forms import BlankForm
from tests.printing.recognising.same_figures import plain


@pytest.mark.parametrize("form", CARDS + TABLES, ids=lambda form: form.name)
def test_what_a_clerk_asks_for_is_found_and_nothing_else(form: BlankForm, tmp_path: Path) -> None:
    proposal = recognise(form.draw(tmp_path))
    found = {each.cell: {plain(name) for name in each.names} for each in proposal.bindings}
    wanted = form.answers()
    right = {
        cell: [{plain(name) for name in either.split("+")} for either in answer.names.split("|")]
        for cell, answer in wanted.items()
    }
    assert {cell: names for cell, names in found.items() if names not in right.get(cell, [])} == {}
    assert {cell for cell, answer in wanted.items() if answer.required and cell not in found} == set()
    if form.about:
        assert proposal.about == form.about
