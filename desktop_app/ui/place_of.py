"""Where a kind of record is looked after, and the way to one of them: whither a missing field leads."""

from __future__ import annotations

from collections.abc import Collection

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.registry import record_type
from desktop_app.services import records

_PAGES = {
    "enterprise": "enterprise",
    "union_committee": "enterprise",
    "headcount_snapshot": "enterprise",
    "person": "roster",
    "committee_term": "committee",
    "meeting": "committee",
    "plan_item": "committee",
    "work_report": "committee",
    "negotiation": "contract",
    "nursing_room": "nursing",
    "room_application": "nursing",
    "activity": "work",
    "health_check": "work",
    "protection_check": "work",
    "hazard_post": "work",
    "special_period": "roster",
    "visit": "work",
    "supervision_letter": "work",
    "benefit": "work",
    "honour": "work",
    "bulletin": "work",
    "stated_figure": "work",
    "handover": "work",
    "recipient": "forms",
    "submission": "forms",
    "finding_note": "forms",
    "rule_override": "settings",
    "calendar_item": "settings",
    "task_mark": "home",
}


def place_of(kind: str) -> str:
    """The page of a kind; what belongs to another record is looked after on that one's page."""
    while kind not in _PAGES:
        of = record_type(kind)
        kind = of.links()[of.owner].to
    return _PAGES[kind]


def way_to(ledger: Ledger, kind: str, record_id: int, tabs: Collection[str]) -> list[tuple[str, int]]:
    """Kinds and ids from a tab of a page down to a record, each the owner of the next; 0 where no record is meant."""
    way = [(kind, record_id)]
    while way[0][0] not in tabs:
        kind, record_id = way[0]
        of = record_type(kind)
        owner_id = records.load(ledger, kind, record_id)[of.owner] if record_id else 0
        way.insert(0, (of.links()[of.owner].to, owner_id or 0))
    return way
