"""The one list of all record types, owners before what they own."""

from __future__ import annotations

from functools import cache

from desktop_app.errors import BanbiantianError
from desktop_app.records import (
    activity,
    activity_expense,
    activity_receipt,
    agenda_item,
    attendance,
    authorization,
    benefit,
    bulletin,
    calendar_item,
    committee_member,
    committee_term,
    congress_vote,
    contract_clause,
    contract_dispute,
    election,
    enterprise,
    finding_note,
    handover,
    handover_line,
    hazard_post,
    headcount_snapshot,
    health_check,
    honour,
    meeting,
    member_change,
    negotiation,
    negotiation_item,
    negotiation_session,
    negotiator,
    nursing_room,
    performance_inspection,
    performance_inspection_line,
    person,
    plan_item,
    protection_check,
    protection_check_line,
    recipient,
    resolution,
    room_application,
    room_application_line,
    room_cleaning,
    room_equipment,
    room_inspection,
    room_inspection_line,
    room_use,
    rule_override,
    special_period,
    star_assessment,
    star_assessment_line,
    stated_figure,
    submission,
    supervision_letter,
    task_mark,
    union,
    visit,
    work_report,
)
from desktop_app.records.base import RecordType

RECORD_TYPES: tuple[RecordType, ...] = (
    enterprise.TYPE,
    union.TYPE,
    headcount_snapshot.TYPE,
    person.TYPE,
    committee_term.TYPE,
    committee_member.TYPE,
    election.TYPE,
    member_change.TYPE,
    meeting.TYPE,
    agenda_item.TYPE,
    resolution.TYPE,
    attendance.TYPE,
    plan_item.TYPE,
    work_report.TYPE,
    negotiation.TYPE,
    negotiator.TYPE,
    contract_clause.TYPE,  # before the items it is drawn from: with a contract they go in this order
    negotiation_item.TYPE,
    negotiation_session.TYPE,
    congress_vote.TYPE,
    authorization.TYPE,
    contract_dispute.TYPE,
    performance_inspection.TYPE,
    performance_inspection_line.TYPE,
    nursing_room.TYPE,
    room_equipment.TYPE,
    room_use.TYPE,
    room_cleaning.TYPE,
    room_inspection.TYPE,
    room_inspection_line.TYPE,
    room_application.TYPE,
    room_application_line.TYPE,
    star_assessment.TYPE,
    star_assessment_line.TYPE,
    activity.TYPE,
    activity_expense.TYPE,
    activity_receipt.TYPE,
    health_check.TYPE,
    protection_check.TYPE,
    protection_check_line.TYPE,
    hazard_post.TYPE,
    special_period.TYPE,
    visit.TYPE,
    supervision_letter.TYPE,
    benefit.TYPE,
    honour.TYPE,
    bulletin.TYPE,
    stated_figure.TYPE,
    handover.TYPE,
    handover_line.TYPE,
    recipient.TYPE,
    submission.TYPE,
    rule_override.TYPE,
    calendar_item.TYPE,
    task_mark.TYPE,
    finding_note.TYPE,
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
