"""Where a kind of record is looked after: the page to which a missing field leads."""

from __future__ import annotations

from desktop_app.records.registry import record_type

_PAGES = {
    "enterprise": "enterprise",
    "union_committee": "enterprise",
    "headcount_snapshot": "enterprise",
    "person": "roster",
    "committee_term": "committee",
    "meeting": "committee",
    "negotiation": "contract",
    "nursing_room": "nursing",
}


def place_of(kind: str) -> str:
    """The page of a kind; what belongs to another record is looked after on that one's page."""
    while kind not in _PAGES:
        of = record_type(kind)
        kind = of.links()[of.owner].to
    return _PAGES[kind]
