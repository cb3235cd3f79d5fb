"""What the negotiation board reads: the rounds, and where one round stands by the rules in force for the unit."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import Values
from desktop_app.rules.contract.facts import CHANGE, Round
from desktop_app.rules.contract.findings import round_findings
from desktop_app.rules.contract.steps import steps as steps_of
from desktop_app.rules.deadlines import months_before
from desktop_app.rules.findings import Finding
from desktop_app.rules.procedure import Step
from desktop_app.services import records
from desktop_app.services.lines import lines, read_lines
from desktop_app.services.rulebook import rulebook

# What a round that follows another keeps of it: all that is said of the contract, nothing that happened.
_KEPT = ("name", "form", "level", "subject", "filed_with")
_AROUND = 6  # months before a contract ends that a round belongs to the next one (our own choice, level L6)
_OWNED = {
    "items": "negotiation_item",
    "delegates": "negotiator",
    "sessions": "negotiation_session",
    "votes": "congress_vote",
    "inspections": "performance_inspection",
    "disputes": "contract_dispute",
    "authorizations": "authorization",
}


def rounds(ledger: Ledger) -> list[tuple[int, str]]:
    """Every round as (id, its name and how far it is in time), the newest first."""
    found = lines(ledger, "negotiation", {}, order=("-id",))
    return [(values["id"], f"{values['name']}（{_when(values)}）") for values in found]


def _when(values: Values) -> str:
    if values["starts_on"] and values["ends_on"]:
        return f"{values['starts_on']} 至 {values['ends_on']}"
    return f"{values['offered_on']} 要约" if values["offered_on"] else "尚未要约"


def steps(ledger: Ledger, negotiation_id: int, on: date) -> list[Step]:
    """S0-S17 of one round as they stand on ``on``. Raises BanbiantianError when the round is gone."""
    return steps_of(read_round(ledger, negotiation_id, on), rulebook(ledger), on)


def findings(ledger: Ledger, negotiation_id: int, on: date) -> list[Finding]:
    """R07-R23 of one round. Raises BanbiantianError when it is gone."""
    return list(round_findings(read_round(ledger, negotiation_id, on), rulebook(ledger), on))


def read_round(ledger: Ledger, negotiation_id: int, on: date | None = None) -> Round:
    """All that is kept of one round, with who was there on ``on``. Raises BanbiantianError when it is gone."""
    values = records.load(ledger, "negotiation", negotiation_id)
    day = on or ledger.clock().date()
    with ledger.reading() as connection:
        owned = {
            name: read_lines(connection, kind, {"negotiation_id": negotiation_id}) for name, kind in _OWNED.items()
        }
        terms = _in_office(connection, day)
        return Round(
            values,
            **owned,
            renewed_by=_followers(read_lines(connection, "negotiation", {}), values),
            enterprise=_single(connection, "enterprise"),
            union=_single(connection, "union_committee"),
            headcount=_headcount(connection, day),
            has_committee=any(term["form"] == "女职工委员会" for term in terms),
            director=_director(connection, terms),
        )


def next_round(ledger: Ledger, after: int | None, occasion: str = "续订") -> Values:
    """What a new round starts with: after an earlier round it renews (or changes) that one and keeps what stays."""
    known: Values = {}
    if after is not None:
        earlier = records.load(ledger, "negotiation", after)
        kept = (*_KEPT, "starts_on", "ends_on") if occasion == CHANGE else _KEPT
        known = {name: earlier[name] for name in kept}
        known |= {"previous_id": after, "occasion": occasion}
    return records.blank("negotiation", **known)


def _followers(rounds: list[Values], of: Values) -> list[Values]:
    """Rounds that say they follow this one; where none does, those that say nothing and began around its end."""
    named = [each for each in rounds if each["previous_id"] == of["id"]]
    if named or not of["ends_on"]:
        return named
    since = months_before(of["ends_on"], _AROUND)
    others = [each for each in rounds if each["id"] != of["id"] and not each["previous_id"]]
    return [each for each in others if (begun := each["offered_on"] or each["starts_on"]) and begun >= since]


def _single(connection: Connection, kind: str) -> Values:
    return next(iter(read_lines(connection, kind, {})), {})


def _headcount(connection: Connection, day: date) -> Values | None:
    counts = [c for c in read_lines(connection, "headcount_snapshot", {}) if c["counted_on"] and c["counted_on"] <= day]
    return max(counts, key=lambda c: c["counted_on"], default=None)


def _in_office(connection: Connection, day: date) -> list[Values]:
    """Terms that have begun; one that has run out still acts until the next is elected."""
    begun = [t for t in read_lines(connection, "committee_term", {}) if t["starts_on"] and t["starts_on"] <= day]
    return sorted(begun, key=lambda t: t["starts_on"])[-1:]


def _director(connection: Connection, terms: list[Values]) -> str:
    for term in terms:
        for member in read_lines(connection, "committee_member", {"term_id": term["id"], "post": "主任"}):
            if not member["left_on"] and member["person_id"]:
                people = read_lines(connection, "person", {"id": member["person_id"]})
                return str(people[0]["name"] or "") if people else ""
    return ""
