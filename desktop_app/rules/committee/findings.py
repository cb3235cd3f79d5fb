"""Everything that the rules find in the committee: R01-R06, and what its procedure asks (A1, A2, A4, A8, B1, B2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop_app.rules.committee.facts import Standing
from desktop_app.rules.committee.founding import founding_findings
from desktop_app.rules.committee.running import running_findings
from desktop_app.rules.committee.seats import seat_findings
from desktop_app.rules.committee.terms import term_findings
from desktop_app.rules.committee.votes import vote_findings
from desktop_app.rules.findings import Finding
from desktop_app.rules.parameters import Rulebook


def committee_findings(of: Standing, book: Rulebook, on: date) -> Iterator[Finding]:
    """All findings as of ``on``, by the rules in force for the unit."""
    yield from founding_findings(of, book)
    yield from term_findings(of, book, on)
    yield from seat_findings(of, book, on)
    yield from vote_findings(of, book)
    yield from running_findings(of, book, on)
