"""The first tables: records of the three core areas, settings, history, spellings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Create every table and index."""
    _change(op)
    _import_column(op)
    _setting(op)
    _spelling(op)
    _history(op)
    _committee_term(op)
    _enterprise(op)
    _headcount_snapshot(op)
    _negotiation(op)
    _nursing_room(op)
    _person(op)
    _union_committee(op)
    _committee_member(op)
    _congress_vote(op)
    _meeting(op)
    _negotiation_item(op)
    _negotiation_session(op)
    _negotiator(op)
    _performance_inspection(op)
    _room_cleaning(op)
    _room_equipment(op)
    _room_inspection(op)
    _room_use(op)
    _agenda_item(op)
    _attendance(op)
    _performance_inspection_line(op)
    _resolution(op)
    _room_inspection_line(op)


def _change(op: Operations) -> None:
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("operator", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("undoes", sa.Integer(), sa.ForeignKey("change.id")),
        sqlite_autoincrement=True,
    )


def _import_column(op: Operations) -> None:
    op.create_table(
        "import_column",
        sa.Column("kind", sa.String(), primary_key=True),
        sa.Column("head", sa.String(), primary_key=True),
        sa.Column("field", sa.String()),
    )


def _setting(op: Operations) -> None:
    op.create_table(
        "setting",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("value", sa.String()),
    )


def _spelling(op: Operations) -> None:
    op.create_table(
        "spelling",
        sa.Column("text", sa.String(), primary_key=True),
        sa.Column("pinyin", sa.String(), primary_key=True),
        sa.Column("initials", sa.String(), nullable=False),
    )


def _history(op: Operations) -> None:
    op.create_table(
        "history",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("change_id", sa.Integer(), sa.ForeignKey("change.id"), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("before", sa.String()),
        sa.Column("after", sa.String()),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_history_change", "history", ["change_id"])
    op.create_index("ix_history_record", "history", ["kind", "record_id"])


def _committee_term(op: Operations) -> None:
    op.create_table(
        "committee_term",
        sa.Column("number", sa.Integer()),
        sa.Column("form", sa.String()),
        sa.Column("formed_by", sa.String()),
        sa.Column("founded_on", sa.String()),
        sa.Column("starts_on", sa.String()),
        sa.Column("ends_on", sa.String()),
        sa.Column("approved_by", sa.String()),
        sa.Column("approval_number", sa.String()),
        sa.Column("approved_on", sa.String()),
        sa.Column("seat_count", sa.Integer()),
        sa.Column("deputy_seat_count", sa.Integer()),
        sa.Column("has_rules", sa.Boolean()),
        sa.Column("rules", sa.String()),
        sa.Column("prepared_together", sa.Boolean()),
        sa.Column("formed_together", sa.Boolean()),
        sa.Column("submitted_together", sa.Boolean()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )


def _enterprise(op: Operations) -> None:
    op.create_table(
        "enterprise",
        sa.Column("name", sa.String()),
        sa.Column("short_name", sa.String()),
        sa.Column("uscc", sa.String()),
        sa.Column("category", sa.String()),
        sa.Column("industry", sa.String()),
        sa.Column("province", sa.String()),
        sa.Column("district", sa.String()),
        sa.Column("address", sa.String()),
        sa.Column("postal_code", sa.String()),
        sa.Column("phone", sa.String()),
        sa.Column("email", sa.String()),
        sa.Column("legal_representative", sa.String()),
        sa.Column("legal_representative_title", sa.String()),
        sa.Column("personnel_head", sa.String()),
        sa.Column("has_women_work_fund", sa.Boolean()),
        sa.Column("women_work_fund_amount", sa.Integer()),
        sa.Column("has_childcare", sa.Boolean()),
        sa.Column("recent_honours", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )


def _headcount_snapshot(op: Operations) -> None:
    op.create_table(
        "headcount_snapshot",
        sa.Column("counted_on", sa.String()),
        sa.Column("employee_count", sa.Integer()),
        sa.Column("woman_worker_count", sa.Integer()),
        sa.Column("member_count", sa.Integer()),
        sa.Column("woman_member_count", sa.Integer()),
        sa.Column("childbearing_age_count", sa.Integer()),
        sa.Column("woman_migrant_count", sa.Integer()),
        sa.Column("woman_dispatched_count", sa.Integer()),
        sa.Column("pregnant_count", sa.Integer()),
        sa.Column("nursing_count", sa.Integer()),
        sa.Column("women_group_count", sa.Integer()),
        sa.Column("congress_delegate_count", sa.Integer()),
        sa.Column("woman_delegate_count", sa.Integer()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_headcount_snapshot_counted_on", "headcount_snapshot", ["counted_on"])


def _negotiation(op: Operations) -> None:
    op.create_table(
        "negotiation",
        sa.Column("name", sa.String()),
        sa.Column("contract_number", sa.String()),
        sa.Column("form", sa.String()),
        sa.Column("level", sa.String()),
        sa.Column("occasion", sa.String()),
        sa.Column("previous_id", sa.Integer(), sa.ForeignKey("negotiation.id", name="fk_negotiation_previous_id")),
        sa.Column("subject", sa.String()),
        sa.Column("prepared_on", sa.String()),
        sa.Column("offered_on", sa.String()),
        sa.Column("offered_by", sa.String()),
        sa.Column("offer_received_by", sa.String()),
        sa.Column("replied_on", sa.String()),
        sa.Column("delegates_chosen_on", sa.String()),
        sa.Column("delegates_chosen_by", sa.String()),
        sa.Column("drafted_on", sa.String()),
        sa.Column("submitted_to_congress_on", sa.String()),
        sa.Column("signed_on", sa.String()),
        sa.Column("filed_on", sa.String()),
        sa.Column("filed_with", sa.String()),
        sa.Column("received_on", sa.String()),
        sa.Column("registration_number", sa.String()),
        sa.Column("review_result", sa.String()),
        sa.Column("review_opinion", sa.String()),
        sa.Column("effective_on", sa.String()),
        sa.Column("published_on", sa.String()),
        sa.Column("published_how", sa.String()),
        sa.Column("starts_on", sa.String()),
        sa.Column("ends_on", sa.String()),
        sa.Column("copy_count", sa.Integer()),
        sa.Column("covered_enterprise_count", sa.Integer()),
        sa.Column("covered_woman_count", sa.Integer()),
        sa.Column("main_topics", sa.String()),
        sa.Column("course", sa.String()),
        sa.Column("special_clauses", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_negotiation_offered_on", "negotiation", ["offered_on"])
    op.create_index("ix_negotiation_previous_id", "negotiation", ["previous_id"])


def _nursing_room(op: Operations) -> None:
    op.create_table(
        "nursing_room",
        sa.Column("name", sa.String()),
        sa.Column("category", sa.String()),
        sa.Column("location", sa.String()),
        sa.Column("area", sa.Integer()),
        sa.Column("is_separate", sa.Boolean()),
        sa.Column("capacity", sa.Integer()),
        sa.Column("opened_on", sa.String()),
        sa.Column("opening_hours", sa.String()),
        sa.Column("department", sa.String()),
        sa.Column("keeper", sa.String()),
        sa.Column("keeper_phone", sa.String()),
        sa.Column("cleaner", sa.String()),
        sa.Column("entry", sa.String()),
        sa.Column("facilities", sa.String()),
        sa.Column("has_plate", sa.Boolean()),
        sa.Column("has_posted_rules", sa.Boolean()),
        sa.Column("keeps_log", sa.Boolean()),
        sa.Column("enterprise_amount", sa.Integer()),
        sa.Column("union_amount", sa.Integer()),
        sa.Column("subsidy_amount", sa.Integer()),
        sa.Column("star_rating", sa.String()),
        sa.Column("honour", sa.String()),
        sa.Column("status", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )


def _person(op: Operations) -> None:
    op.create_table(
        "person",
        sa.Column("employee_number", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("gender", sa.String()),
        sa.Column("id_number", sa.String()),
        sa.Column("born_on", sa.String()),
        sa.Column("ethnicity", sa.String()),
        sa.Column("native_place", sa.String()),
        sa.Column("political_status", sa.String()),
        sa.Column("education", sa.String()),
        sa.Column("department", sa.String()),
        sa.Column("position", sa.String()),
        sa.Column("administrative_post", sa.String()),
        sa.Column("union_post", sa.String()),
        sa.Column("employment", sa.String()),
        sa.Column("work_started_on", sa.String()),
        sa.Column("hired_on", sa.String()),
        sa.Column("is_member", sa.Boolean()),
        sa.Column("joined_union_on", sa.String()),
        sa.Column("member_number", sa.String()),
        sa.Column("professional_title", sa.String()),
        sa.Column("skill_level", sa.String()),
        sa.Column("marital_status", sa.String()),
        sa.Column("child_count", sa.Integer()),
        sa.Column("youngest_child_born_on", sa.String()),
        sa.Column("is_single_parent", sa.Boolean()),
        sa.Column("is_in_hardship", sa.Boolean()),
        sa.Column("is_migrant", sa.Boolean()),
        sa.Column("phone", sa.String()),
        sa.Column("status", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_department", "person", ["department"])
    op.create_index("ix_person_employee_number", "person", ["employee_number"])
    op.create_index("ix_person_id_number", "person", ["id_number"])
    op.create_index("ix_person_name", "person", ["name"])
    op.create_index("ix_person_phone", "person", ["phone"])


def _union_committee(op: Operations) -> None:
    op.create_table(
        "union_committee",
        sa.Column("name", sa.String()),
        sa.Column("uscc", sa.String()),
        sa.Column("statistics_number", sa.String()),
        sa.Column("upper_union", sa.String()),
        sa.Column("organisation", sa.String()),
        sa.Column("founded_month", sa.String()),
        sa.Column("term_number", sa.Integer()),
        sa.Column("term_starts_on", sa.String()),
        sa.Column("term_ends_on", sa.String()),
        sa.Column("chair", sa.String()),
        sa.Column("chair_phone", sa.String()),
        sa.Column("vice_chairs", sa.String()),
        sa.Column("contact", sa.String()),
        sa.Column("contact_phone", sa.String()),
        sa.Column("document_mark", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )


def _committee_member(op: Operations) -> None:
    op.create_table(
        "committee_member",
        sa.Column("term_id", sa.Integer(), sa.ForeignKey("committee_term.id", name="fk_committee_member_term_id")),
        sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id", name="fk_committee_member_person_id")),
        sa.Column("post", sa.String()),
        sa.Column("work_mode", sa.String()),
        sa.Column("duty", sa.String()),
        sa.Column("serves_from", sa.String()),
        sa.Column("left_on", sa.String()),
        sa.Column("left_because", sa.String()),
        sa.Column("votes", sa.Integer()),
        sa.Column("position", sa.Integer()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_committee_member_person_id", "committee_member", ["person_id"])
    op.create_index("ix_committee_member_term_id", "committee_member", ["term_id"])


def _congress_vote(op: Operations) -> None:
    op.create_table(
        "congress_vote",
        sa.Column(
            "negotiation_id", sa.Integer(), sa.ForeignKey("negotiation.id", name="fk_congress_vote_negotiation_id")
        ),
        sa.Column("congress", sa.String()),
        sa.Column("held_on", sa.String()),
        sa.Column("place", sa.String()),
        sa.Column("delegate_count", sa.Integer()),
        sa.Column("woman_delegate_count", sa.Integer()),
        sa.Column("present_count", sa.Integer()),
        sa.Column("method", sa.String()),
        sa.Column("votes_for", sa.Integer()),
        sa.Column("votes_against", sa.Integer()),
        sa.Column("abstentions", sa.Integer()),
        sa.Column("resolution", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_congress_vote_negotiation_id", "congress_vote", ["negotiation_id"])


def _meeting(op: Operations) -> None:
    op.create_table(
        "meeting",
        sa.Column("name", sa.String()),
        sa.Column("category", sa.String()),
        sa.Column("term_id", sa.Integer(), sa.ForeignKey("committee_term.id", name="fk_meeting_term_id")),
        sa.Column("sequence", sa.Integer()),
        sa.Column("held_on", sa.String()),
        sa.Column("starts_at", sa.Integer()),
        sa.Column("ends_at", sa.Integer()),
        sa.Column("place", sa.String()),
        sa.Column("chair", sa.String()),
        sa.Column("recorder", sa.String()),
        sa.Column("due_count", sa.Integer()),
        sa.Column("present_count", sa.Integer()),
        sa.Column("absent", sa.String()),
        sa.Column("observers", sa.String()),
        sa.Column("discussion", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_meeting_held_on", "meeting", ["held_on"])
    op.create_index("ix_meeting_term_id", "meeting", ["term_id"])


def _negotiation_item(op: Operations) -> None:
    op.create_table(
        "negotiation_item",
        sa.Column(
            "negotiation_id", sa.Integer(), sa.ForeignKey("negotiation.id", name="fk_negotiation_item_negotiation_id")
        ),
        sa.Column("position", sa.Integer()),
        sa.Column("category", sa.String()),
        sa.Column("ask", sa.String()),
        sa.Column("answer", sa.String()),
        sa.Column("basis", sa.String()),
        sa.Column("floor", sa.String()),
        sa.Column("previous_clause", sa.String()),
        sa.Column("outcome", sa.String()),
        sa.Column("clause_number", sa.String()),
        sa.Column("clause", sa.String()),
        sa.Column("quantity", sa.String()),
        sa.Column("responsible", sa.String()),
        sa.Column("schedule", sa.String()),
        sa.Column("proposed_by", sa.String()),
        sa.Column("supporter_count", sa.Integer()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_negotiation_item_negotiation_id", "negotiation_item", ["negotiation_id"])


def _negotiation_session(op: Operations) -> None:
    op.create_table(
        "negotiation_session",
        sa.Column(
            "negotiation_id",
            sa.Integer(),
            sa.ForeignKey("negotiation.id", name="fk_negotiation_session_negotiation_id"),
        ),
        sa.Column("sequence", sa.Integer()),
        sa.Column("held_on", sa.String()),
        sa.Column("starts_at", sa.Integer()),
        sa.Column("ends_at", sa.Integer()),
        sa.Column("place", sa.String()),
        sa.Column("chair", sa.String()),
        sa.Column("recorder", sa.String()),
        sa.Column("workers_present", sa.String()),
        sa.Column("employer_present", sa.String()),
        sa.Column("subjects", sa.String()),
        sa.Column("proceedings", sa.String()),
        sa.Column("suspended_because", sa.String()),
        sa.Column("next_on", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_negotiation_session_negotiation_id", "negotiation_session", ["negotiation_id"])


def _negotiator(op: Operations) -> None:
    op.create_table(
        "negotiator",
        sa.Column("negotiation_id", sa.Integer(), sa.ForeignKey("negotiation.id", name="fk_negotiator_negotiation_id")),
        sa.Column("side", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("gender", sa.String()),
        sa.Column("age", sa.Integer()),
        sa.Column("education", sa.String()),
        sa.Column("department", sa.String()),
        sa.Column("position", sa.String()),
        sa.Column("role", sa.String()),
        sa.Column("chosen_by", sa.String()),
        sa.Column("is_external", sa.Boolean()),
        sa.Column("id_number", sa.String()),
        sa.Column("phone", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_negotiator_negotiation_id", "negotiator", ["negotiation_id"])


def _performance_inspection(op: Operations) -> None:
    op.create_table(
        "performance_inspection",
        sa.Column(
            "negotiation_id",
            sa.Integer(),
            sa.ForeignKey("negotiation.id", name="fk_performance_inspection_negotiation_id"),
        ),
        sa.Column("inspected_on", sa.String()),
        sa.Column("team", sa.String()),
        sa.Column("methods", sa.String()),
        sa.Column("satisfaction", sa.Integer()),
        sa.Column("summary", sa.String()),
        sa.Column("reported_to_congress_on", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_performance_inspection_negotiation_id", "performance_inspection", ["negotiation_id"])


def _room_cleaning(op: Operations) -> None:
    op.create_table(
        "room_cleaning",
        sa.Column("room_id", sa.Integer(), sa.ForeignKey("nursing_room.id", name="fk_room_cleaning_room_id")),
        sa.Column("cleaned_on", sa.String()),
        sa.Column("cleaned_at", sa.Integer()),
        sa.Column("items", sa.String()),
        sa.Column("method", sa.String()),
        sa.Column("agent", sa.String()),
        sa.Column("starts_at", sa.Integer()),
        sa.Column("ends_at", sa.Integer()),
        sa.Column("airing_minutes", sa.Integer()),
        sa.Column("supplies", sa.String()),
        sa.Column("cleaner", sa.String()),
        sa.Column("checker", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_room_cleaning_cleaned_on", "room_cleaning", ["cleaned_on"])
    op.create_index("ix_room_cleaning_room_id", "room_cleaning", ["room_id"])


def _room_equipment(op: Operations) -> None:
    op.create_table(
        "room_equipment",
        sa.Column("room_id", sa.Integer(), sa.ForeignKey("nursing_room.id", name="fk_room_equipment_room_id")),
        sa.Column("name", sa.String()),
        sa.Column("specification", sa.String()),
        sa.Column("quantity", sa.Integer()),
        sa.Column("unit", sa.String()),
        sa.Column("price", sa.Integer()),
        sa.Column("bought_on", sa.String()),
        sa.Column("funded_by", sa.String()),
        sa.Column("asset_number", sa.String()),
        sa.Column("place", sa.String()),
        sa.Column("status", sa.String()),
        sa.Column("responsible", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_room_equipment_room_id", "room_equipment", ["room_id"])


def _room_inspection(op: Operations) -> None:
    op.create_table(
        "room_inspection",
        sa.Column("room_id", sa.Integer(), sa.ForeignKey("nursing_room.id", name="fk_room_inspection_room_id")),
        sa.Column("inspected_on", sa.String()),
        sa.Column("inspector", sa.String()),
        sa.Column("summary", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_room_inspection_inspected_on", "room_inspection", ["inspected_on"])
    op.create_index("ix_room_inspection_room_id", "room_inspection", ["room_id"])


def _room_use(op: Operations) -> None:
    op.create_table(
        "room_use",
        sa.Column("room_id", sa.Integer(), sa.ForeignKey("nursing_room.id", name="fk_room_use_room_id")),
        sa.Column("used_on", sa.String()),
        sa.Column("entered_at", sa.Integer()),
        sa.Column("left_at", sa.Integer()),
        sa.Column("person_name", sa.String()),
        sa.Column("department", sa.String()),
        sa.Column("purpose", sa.String()),
        sa.Column("equipment", sa.String()),
        sa.Column("stores_milk", sa.Boolean()),
        sa.Column("condition", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_room_use_department", "room_use", ["department"])
    op.create_index("ix_room_use_person_name", "room_use", ["person_name"])
    op.create_index("ix_room_use_room_day", "room_use", ["room_id", "used_on"])
    op.create_index("ix_room_use_room_id", "room_use", ["room_id"])
    op.create_index("ix_room_use_used_on", "room_use", ["used_on"])


def _agenda_item(op: Operations) -> None:
    op.create_table(
        "agenda_item",
        sa.Column("meeting_id", sa.Integer(), sa.ForeignKey("meeting.id", name="fk_agenda_item_meeting_id")),
        sa.Column("position", sa.Integer()),
        sa.Column("subject", sa.String()),
        sa.Column("summary", sa.String()),
        sa.Column("votes_for", sa.Integer()),
        sa.Column("votes_against", sa.Integer()),
        sa.Column("abstentions", sa.Integer()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_agenda_item_meeting_id", "agenda_item", ["meeting_id"])


def _attendance(op: Operations) -> None:
    op.create_table(
        "attendance",
        sa.Column("meeting_id", sa.Integer(), sa.ForeignKey("meeting.id", name="fk_attendance_meeting_id")),
        sa.Column("name", sa.String()),
        sa.Column("department", sa.String()),
        sa.Column("post", sa.String()),
        sa.Column("phone", sa.String()),
        sa.Column("state", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attendance_meeting_id", "attendance", ["meeting_id"])


def _performance_inspection_line(op: Operations) -> None:
    op.create_table(
        "performance_inspection_line",
        sa.Column(
            "inspection_id",
            sa.Integer(),
            sa.ForeignKey("performance_inspection.id", name="fk_performance_inspection_line_inspection_id"),
        ),
        sa.Column("clause_number", sa.String()),
        sa.Column("clause", sa.String()),
        sa.Column("quantity", sa.String()),
        sa.Column("finding", sa.String()),
        sa.Column("result", sa.String()),
        sa.Column("fault", sa.String()),
        sa.Column("remedy", sa.String()),
        sa.Column("responsible", sa.String()),
        sa.Column("due_on", sa.String()),
        sa.Column("remedied", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_performance_inspection_line_inspection_id", "performance_inspection_line", ["inspection_id"])


def _resolution(op: Operations) -> None:
    op.create_table(
        "resolution",
        sa.Column("meeting_id", sa.Integer(), sa.ForeignKey("meeting.id", name="fk_resolution_meeting_id")),
        sa.Column("position", sa.Integer()),
        sa.Column("matter", sa.String()),
        sa.Column("responsible", sa.String()),
        sa.Column("due_on", sa.String()),
        sa.Column("status", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_resolution_meeting_id", "resolution", ["meeting_id"])


def _room_inspection_line(op: Operations) -> None:
    op.create_table(
        "room_inspection_line",
        sa.Column(
            "inspection_id",
            sa.Integer(),
            sa.ForeignKey("room_inspection.id", name="fk_room_inspection_line_inspection_id"),
        ),
        sa.Column("item", sa.String()),
        sa.Column("state", sa.String()),
        sa.Column("fault", sa.String()),
        sa.Column("action", sa.String()),
        sa.Column("done_on", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_room_inspection_line_inspection_id", "room_inspection_line", ["inspection_id"])
