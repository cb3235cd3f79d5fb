"""What the negotiation board reads: the rounds, and where one round stands."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache
from typing import Any

from desktop_app.ledger.ledger import Ledger
from desktop_app.paths import resource
from desktop_app.records.base import Values
from desktop_app.rules import negotiation as rules
from desktop_app.rules.negotiation import LOCAL_RULE, Stage
from desktop_app.services import records
from desktop_app.services.lines import lines, read_lines

__all__ = ["LOCAL_RULE", "Stage", "next_round", "read_round", "rounds", "stages", "terms"]


@cache
def terms() -> dict[str, dict[str, Any]]:
    """Periods and thresholds of the procedure, each with level and article."""
    return tomllib.loads(resource("rules", "negotiation.toml").read_text("utf-8"))


def rounds(ledger: Ledger) -> list[tuple[int, str]]:
    """Every round as (id, its name and how far it is in time), the newest first."""
    found = lines(ledger, "negotiation", {}, order=("-id",))
    return [(values["id"], f"{values['name']}（{_when(values)}）") for values in found]


def _when(values: Values) -> str:
    if values["starts_on"] and values["ends_on"]:
        return f"{values['starts_on']} 至 {values['ends_on']}"
    return f"{values['offered_on']} 要约" if values["offered_on"] else "尚未要约"


def stages(ledger: Ledger, negotiation_id: int, on: date) -> list[Stage]:
    """The thirteen stages of one round as they stand on ``on``. Raises BanbiantianError when the round is gone."""
    return rules.stages(read_round(ledger, negotiation_id), terms(), on)


def read_round(ledger: Ledger, negotiation_id: int) -> rules.Round:
    """All that is kept of one round. Raises BanbiantianError when it is gone."""
    values = records.load(ledger, "negotiation", negotiation_id)
    owned = {"negotiation_id": negotiation_id}
    with ledger.reading() as connection:
        return rules.Round(
            values,
            items=read_lines(connection, "negotiation_item", owned),
            delegates=read_lines(connection, "negotiator", owned),
            sessions=read_lines(connection, "negotiation_session", owned),
            votes=read_lines(connection, "congress_vote", owned),
            inspections=read_lines(connection, "performance_inspection", owned),
            renewed_by=read_lines(connection, "negotiation", {"previous_id": negotiation_id}),
        )


def next_round(ledger: Ledger, after: int | None) -> Values:
    """What a new round starts with: after an earlier round it renews that one and takes over what stays the same."""
    known: Values = {}
    if after is not None:
        earlier = records.load(ledger, "negotiation", after)
        known = {name: earlier[name] for name in ("name", "form", "level", "subject", "filed_with")}
        known |= {"previous_id": after, "occasion": "续订"}
    return records.blank("negotiation", **known)
