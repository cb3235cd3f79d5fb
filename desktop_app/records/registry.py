"""The one list of all record types, owners before what they own."""

from __future__ import annotations

from functools import cache

from desktop_app.errors import BanbiantianError
from desktop_app.records import (
    agenda_item,
    attendance,
    committee_member,
    committee_term,
    congress_vote,
    enterprise,
    headcount_snapshot,
    meeting,
    negotiation,
    negotiation_item,
    negotiation_session,
    negotiator,
    nursing_room,
    performance_inspection,
    performance_inspection_line,
    person,
    resolution,
    room_cleaning,
    room_equipment,
    room_inspection,
    room_inspection_line,
    room_use,
    union,
)
from desktop_app.records.base import RecordType

RECORD_TYPES: tuple[RecordType, ...] = (
    enterprise.TYPE,
    union.TYPE,
    headcount_snapshot.TYPE,
    person.TYPE,
    committee_term.TYPE,
    committee_member.TYPE,
    meeting.TYPE,
    agenda_item.TYPE,
    resolution.TYPE,
    attendance.TYPE,
    negotiation.TYPE,
    negotiator.TYPE,
    negotiation_item.TYPE,
    negotiation_session.TYPE,
    congress_vote.TYPE,
    performance_inspection.TYPE,
    performance_inspection_line.TYPE,
    nursing_room.TYPE,
    room_equipment.TYPE,
    room_use.TYPE,
    room_cleaning.TYPE,
    room_inspection.TYPE,
    room_inspection_line.TYPE,
)


@cache
def _by_kind() -> dict[str, RecordType]:
    return {record_type.kind: record_type for record_type in RECORD_TYPES}


def record_type(kind: str) -> RecordType:
    """The type of that kind. Raises BanbiantianError for an unknown one, naming those there are."""
    try:
        return _by_kind()[kind]
    except KeyError:
        raise BanbiantianError(f"没有“{kind}”这种记录，可用的有：{'、'.join(_by_kind())}") from None


def owned_by(owner: RecordType) -> list[RecordType]:
    """The types whose records belong to, and go with, a record of ``owner``."""
    return [t for t in RECORD_TYPES if t.owner and t.links()[t.owner].to == owner.kind]
