"""Everything that is found in a ledger, gathered from every rule, each with the record it was found in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from desktop_app.ledger.ledger import Ledger
from desktop_app.rules.findings import ORDER, WARNING, Finding
from desktop_app.services import committee, negotiations, round_check, special_periods
from desktop_app.services.checking.beside import beside_findings
from desktop_app.services.checking.conduct import conduct_findings
from desktop_app.services.checking.faulty_records import faulty_records
from desktop_app.services.checking.roster import roster_findings
from desktop_app.services.checking.yearly import yearly_findings
from desktop_app.services.rulebook import rulebook, rulebook_on


@dataclass(frozen=True)
class Found:
    """A finding, and the record it was found in where that is not its own: the round that lacks a vote."""

    finding: Finding
    within: tuple[str, int] | None = None


def findings(ledger: Ledger, on: date | None = None) -> list[Finding]:
    """Everything found as of ``on`` (the ledger's today), errors first."""
    return [each.finding for each in found_in(ledger, on)]


def found_in(ledger: Ledger, on: date | None = None) -> list[Found]:
    """``findings``, each with the record it was found in."""
    seen = dict.fromkeys(_everything(ledger, on or ledger.clock().date()))
    return sorted(seen, key=lambda each: ORDER[each.finding.severity])


def _everything(ledger: Ledger, on: date) -> Iterator[Found]:
    yield from _plain(committee.findings(ledger, on))
    for negotiation_id, _ in negotiations.rounds(ledger):
        within = ("negotiation", negotiation_id)
        yield from (Found(each, within) for each in round_check.findings(ledger, negotiation_id, on))
    yield from _plain(special_periods.findings(ledger, on))
    yield from _plain(_unread_rules(ledger))
    with ledger.reading() as connection:
        yield from _plain(conduct_findings(connection, rulebook_on(connection), on))
        yield from _plain(beside_findings(connection, on))
        yield from _plain(yearly_findings(connection, on))
        yield from _plain(roster_findings(connection, on))
        yield from _plain(faulty_records(connection))


def _plain(found: Iterable[Finding]) -> Iterator[Found]:
    return (Found(each) for each in found)


def _unread_rules(ledger: Ledger) -> Iterator[Finding]:
    """D02: rules of the unit's own that could not be taken."""
    for sentence in rulebook(ledger).faults:
        yield Finding("D02", "L6", WARNING, "本单位规定", sentence, "设置—适用规定", "rule_override")
