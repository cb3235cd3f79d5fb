"""The catalogue of topics as it holds for this ledger's unit: what choosing one proposes, what its contracts miss."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache

from desktop_app.ledger.ledger import Ledger
from desktop_app.paths import resource
from desktop_app.records import wording
from desktop_app.rules.findings import Finding
from desktop_app.rules.floors import clause_findings
from desktop_app.rules.parameters import Rulebook
from desktop_app.rules.quantities import amount
from desktop_app.rules.topics import Topics, topics_of
from desktop_app.services.lines import lines
from desktop_app.services.rulebook import rulebook

_ALIASES = {known.partition(" ")[2]: known for known in wording.TOPICS}  # a topic typed by its name alone


@cache
def topics() -> Topics:
    """The topics of resources/rules/topics.toml."""
    return topics_of(tomllib.loads(resource("rules", "topics.toml").read_text("utf-8")))


def proposal(ledger: Ledger, topic: str) -> dict[str, str]:
    """What choosing a topic proposes for an item, as texts by field: category, basis, floor, clause and measure.

    With the agreed value where the floor of its first measure is confirmed. Nothing for a topic nobody knows.
    """
    return proposed(topic, rulebook(ledger))


def proposed(topic: str, book: Rulebook) -> dict[str, str]:
    """What a topic proposes where these rules hold; a value not confirmed is said as 待核实, never filled in."""
    chosen = topics().of(_ALIASES.get(topic, topic))
    if chosen is None:
        return {}
    texts = {
        "category": chosen.category,
        "basis": chosen.basis,
        "floor": chosen.floor_in(book),
        "clause": chosen.clause_in(book),
    }
    if chosen.measures:
        first = chosen.measures[0]
        value = book[first.parameter].value
        texts["measure"] = first.name
        if value is not None:
            texts["agreed_value"] = amount(value) if isinstance(value, int | float) else str(value)
    return texts


def completed(ledger: Ledger, changed: str, line: Mapping[str, str]) -> dict[str, str]:
    """What an item's line still lacks once its topic was chosen: only cells that are empty, nothing typed is lost.

    The agreed value is not among it: that is what the two sides will agree on.
    """
    if changed != "topic":
        return {}
    texts = proposal(ledger, line["topic"])
    return {name: text for name, text in texts.items() if name != "agreed_value" and not line.get(name)}


def findings(ledger: Ledger) -> Iterator[Finding]:
    """R24 and R25 of every contract of the ledger."""
    book = rulebook(ledger)
    for contract in lines(ledger, "negotiation", {}):
        owned = {"negotiation_id": contract["id"]}
        items, clauses = (lines(ledger, kind, owned) for kind in ("negotiation_item", "contract_clause"))
        yield from clause_findings(items, clauses, contract, topics(), book)
