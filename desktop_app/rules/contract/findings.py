"""Everything that the rules of the procedure find in one round: R07-R23."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop_app.rules.contract.delegates import delegate_findings
from desktop_app.rules.contract.facts import Round
from desktop_app.rules.contract.periods import period_findings
from desktop_app.rules.contract.votes import vote_findings
from desktop_app.rules.findings import Finding
from desktop_app.rules.parameters import Rulebook


def round_findings(of: Round, book: Rulebook, on: date) -> Iterator[Finding]:
    """R07-R23 as of ``on``, by the rules in force for the unit."""
    yield from delegate_findings(of, book, on)
    yield from period_findings(of, book, on)
    yield from vote_findings(of, book, on)
