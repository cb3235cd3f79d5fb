"""逻辑检查 over a whole ledger: the rules of the committee and the contract, and faults within records."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.parsing import check_record
from desktop_app.records.registry import RECORD_TYPES
from desktop_app.rules.checks import committee_findings, round_findings
from desktop_app.rules.findings import ERROR, WARNING, Finding
from desktop_app.services import negotiations, records
from desktop_app.services.lines import lines


def findings(ledger: Ledger) -> list[Finding]:
    """Everything found, errors first. A log is checked when written, not here: it may have a million lines."""
    order = {ERROR: 0, WARNING: 1}
    return sorted(_findings(ledger), key=lambda finding: order.get(finding.severity, 2))


def _findings(ledger: Ledger) -> Iterator[Finding]:
    on = ledger.clock().date()
    union = records.single(ledger, "union_committee")
    terms = lines(ledger, "committee_term", {})
    if terms:
        yield from committee_findings(terms[0], union, on)
    for negotiation_id, _ in negotiations.rounds(ledger):
        of = negotiations.read_round(ledger, negotiation_id)
        yield from round_findings(of, negotiations.terms(), on)
    yield from _faulty_records(ledger)


def _faulty_records(ledger: Ledger) -> Iterator[Finding]:
    for kind in RECORD_TYPES:
        if kind.is_log:
            continue
        for values in lines(ledger, kind.kind, {}):
            for problem in check_record(kind, values):
                severity = WARNING if problem.is_warning else ERROR
                about = f"{kind.label}：{records.title(ledger, kind.kind, values['id'])}"
                said = f"“{kind.fields[problem.field].label}”{problem.reason}"
                yield Finding("D01", "L6", severity, about, said, "填写要求", kind.kind, values["id"])
