"""The calculator's door: the rules of this ledger's unit and the annexes of forbidden work."""

from __future__ import annotations

import tomllib
from functools import cache

from desktop_app.ledger.ledger import Ledger
from desktop_app.paths import resource
from desktop_app.rules import entitlements
from desktop_app.rules.entitlements import Birth, Entitlement
from desktop_app.rules.protection import Hazards
from desktop_app.services.rulebook import rulebook


def calculate(ledger: Ledger, of: Birth) -> list[Entitlement]:
    """What is due in this unit for these facts; nothing of it is kept."""
    return entitlements.entitlements(of, rulebook(ledger))


@cache
def hazards() -> Hazards:
    """The annexes of the 女职工劳动保护特别规定."""
    table = tomllib.loads(resource("rules", "hazards.toml").read_text("utf-8"))
    also = table["also"]
    return Hazards(
        table["source"],
        table["level"],
        table["stages"],
        table["annexes"],
        also["article"],
        also["stages"],
        also["hazards"],
    )
