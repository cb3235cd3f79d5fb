"""What the rules find in one round of the contract: its procedure, and its clauses against the legal floors."""

from __future__ import annotations

from datetime import date

from desktop_app.ledger.ledger import Ledger
from desktop_app.rules.contract.findings import round_findings
from desktop_app.rules.findings import ORDER, Finding
from desktop_app.rules.floors import clause_findings
from desktop_app.services.lines import lines
from desktop_app.services.negotiations import read_round
from desktop_app.services.rulebook import rulebook
from desktop_app.services.topics import topics


def findings(ledger: Ledger, negotiation_id: int, on: date) -> list[Finding]:
    """R07-R25 of one round as of a day, 强制 first. Raises BanbiantianError when the round is gone."""
    of, book = read_round(ledger, negotiation_id), rulebook(ledger)
    clauses = lines(ledger, "contract_clause", {"negotiation_id": negotiation_id})
    found = [*round_findings(of, book, on), *clause_findings(of.items, clauses, of.values, topics(), book)]
    return sorted(found, key=lambda finding: ORDER[finding.severity])
