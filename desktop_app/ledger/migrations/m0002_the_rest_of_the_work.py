"""The rest of the work: elections, plans, activities, health, visits, handover; recipients and what was sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add columns to what is there, then the new tables."""
    _columns(op)
    _letter_draft(op)
    _own_form(op)
    _submission_file(op)
    _activity(op)
    _benefit(op)
    _bulletin(op)
    _handover(op)
    _health_check(op)
    _honour(op)
    _plan_item(op)
    _protection_check(op)
    _recipient(op)
    _stated_figure(op)
    _visit(op)
    _work_report(op)
    _activity_expense(op)
    _activity_receipt(op)
    _authorization(op)
    _election(op)
    _handover_line(op)
    _member_change(op)
    _protection_check_line(op)
    _room_application(op)
    _star_assessment(op)
    _submission(op)
    _contract_clause(op)
    _room_application_line(op)
    _star_assessment_line(op)


def _columns(op: Operations) -> None:
    op.add_column("negotiation", sa.Column("offer_number", sa.String()))
    op.add_column("negotiation", sa.Column("proposed_on", sa.String()))
    op.add_column("negotiation", sa.Column("proposed_place", sa.String()))
    op.add_column("negotiation", sa.Column("delegate_count", sa.Integer()))
    op.add_column("negotiation", sa.Column("materials", sa.String()))
    op.add_column("negotiation", sa.Column("is_accepted", sa.Boolean()))
    op.add_column("negotiation", sa.Column("reply_number", sa.String()))
    op.add_column("negotiation", sa.Column("reply_opinion", sa.String()))
    op.add_column("negotiation", sa.Column("agreed_on", sa.String()))
    op.add_column("negotiation", sa.Column("agreed_place", sa.String()))
    op.add_column("negotiation", sa.Column("materials_reply", sa.String()))
    op.add_column("negotiation", sa.Column("publicity_ends_on", sa.String()))
    op.add_column("negotiation", sa.Column("inspection_place", sa.String()))
    op.add_column("negotiation", sa.Column("supervision_phone", sa.String()))
    op.add_column("person", sa.Column("degree", sa.String()))
    op.add_column("person", sa.Column("school", sa.String()))
    op.add_column("person", sa.Column("email", sa.String()))
    op.add_column("person", sa.Column("resume", sa.String()))
    op.add_column("person", sa.Column("honours", sa.String()))
    op.add_column("committee_member", sa.Column("union_years", sa.Integer()))
    op.add_column("committee_member", sa.Column("women_work_years", sa.Integer()))
    op.add_column("committee_member", sa.Column("treatment", sa.String()))
    op.add_column("committee_member", sa.Column("training", sa.String()))
    op.add_column("committee_member", sa.Column("achievements", sa.String()))
    op.add_column("negotiation_item", sa.Column("current_practice", sa.String()))
    op.add_column("negotiation_item", sa.Column("is_listed", sa.Boolean()))
    op.add_column("negotiation_item", sa.Column("employer_agrees", sa.Boolean()))
    op.execute(  # alembic adds no column with a key to a table of SQLite
        "ALTER TABLE negotiation_item ADD COLUMN session_id INTEGER"
        " CONSTRAINT fk_negotiation_item_session_id REFERENCES negotiation_session (id)"
    )
    op.create_index("ix_negotiation_item_session_id", "negotiation_item", ["session_id"])


def _letter_draft(op: Operations) -> None:
    op.create_table(
        "letter_draft",
        sa.Column("form_code", sa.String(), primary_key=True),
        sa.Column("occasion", sa.String(), primary_key=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("saved_at", sa.String(), nullable=False),
    )


def _own_form(op: Operations) -> None:
    op.create_table(
        "own_form",
        sa.Column("code", sa.String(), primary_key=True),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("template", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", sa.String(), nullable=False),
    )


def _submission_file(op: Operations) -> None:
    op.create_table(
        "submission_file",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("submission_id", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_submission_file_submission_id", "submission_file", ["submission_id"])


def _activity(op: Operations) -> None:
    op.create_table(
        "activity",
        sa.Column("name", sa.String()),
        sa.Column("category", sa.String()),
        sa.Column("held_on", sa.String()),
        sa.Column("ends_on", sa.String()),
        sa.Column("starts_at", sa.Integer()),
        sa.Column("ends_at", sa.Integer()),
        sa.Column("place", sa.String()),
        sa.Column("mode", sa.String()),
        sa.Column("organiser", sa.String()),
        sa.Column("co_organiser", sa.String()),
        sa.Column("attendee_count", sa.Integer()),
        sa.Column("woman_count", sa.Integer()),
        sa.Column("speaker", sa.String()),
        sa.Column("purpose", sa.String()),
        sa.Column("plan", sa.String()),
        sa.Column("content", sa.String()),
        sa.Column("effect", sa.String()),
        sa.Column("publicity", sa.String()),
        sa.Column("material_count", sa.Integer()),
        sa.Column("promoted_count", sa.Integer()),
        sa.Column("work_count", sa.Integer()),
        sa.Column("couple_count", sa.Integer()),
        sa.Column("child_count", sa.Integer()),
        sa.Column("day_count", sa.Integer()),
        sa.Column("fund", sa.String()),
        sa.Column("expense", sa.Integer()),
        sa.Column("preparer", sa.String()),
        sa.Column("reviewer", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activity_held_on", "activity", ["held_on"])


def _benefit(op: Operations) -> None:
    op.create_table(
        "benefit",
        sa.Column("given_on", sa.String()),
        sa.Column("category", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("people_count", sa.Integer()),
        sa.Column("amount", sa.Integer()),
        sa.Column("goods", sa.String()),
        sa.Column("reason", sa.String()),
        sa.Column("visitor", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_benefit_given_on", "benefit", ["given_on"])


def _bulletin(op: Operations) -> None:
    op.create_table(
        "bulletin",
        sa.Column("sent_on", sa.String()),
        sa.Column("title", sa.String()),
        sa.Column("sent_to", sa.String()),
        sa.Column("is_used", sa.Boolean()),
        sa.Column("used_by", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_bulletin_sent_on", "bulletin", ["sent_on"])


def _handover(op: Operations) -> None:
    op.create_table(
        "handover",
        sa.Column("handed_on", sa.String()),
        sa.Column("giver", sa.String()),
        sa.Column("taker", sa.String()),
        sa.Column("witness", sa.String()),
        sa.Column("reason", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )


def _health_check(op: Operations) -> None:
    op.create_table(
        "health_check",
        sa.Column("checked_on", sa.String()),
        sa.Column("category", sa.String()),
        sa.Column("hospital", sa.String()),
        sa.Column("items", sa.String()),
        sa.Column("due_count", sa.Integer()),
        sa.Column("checked_count", sa.Integer()),
        sa.Column("first_count", sa.Integer()),
        sa.Column("hardship_count", sa.Integer()),
        sa.Column("fee", sa.Integer()),
        sa.Column("paid_by", sa.String()),
        sa.Column("breast_count", sa.Integer()),
        sa.Column("cervix_count", sa.Integer()),
        sa.Column("other_count", sa.Integer()),
        sa.Column("recheck_count", sa.Integer()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_health_check_checked_on", "health_check", ["checked_on"])


def _honour(op: Operations) -> None:
    op.create_table(
        "honour",
        sa.Column("awarded_on", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("category", sa.String()),
        sa.Column("holder", sa.String()),
        sa.Column("level", sa.String()),
        sa.Column("awarded_by", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_honour_awarded_on", "honour", ["awarded_on"])


def _plan_item(op: Operations) -> None:
    op.create_table(
        "plan_item",
        sa.Column("year", sa.Integer()),
        sa.Column("position", sa.Integer()),
        sa.Column("timing", sa.String()),
        sa.Column("section", sa.String()),
        sa.Column("content", sa.String()),
        sa.Column("target", sa.String()),
        sa.Column("responsible", sa.String()),
        sa.Column("partners", sa.String()),
        sa.Column("budget", sa.Integer()),
        sa.Column("status", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_plan_item_year", "plan_item", ["year"])


def _protection_check(op: Operations) -> None:
    op.create_table(
        "protection_check",
        sa.Column("checked_on", sa.String()),
        sa.Column("team", sa.String()),
        sa.Column("summary", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )


def _recipient(op: Operations) -> None:
    op.create_table(
        "recipient",
        sa.Column("name", sa.String()),
        sa.Column("category", sa.String()),
        sa.Column("forms", sa.String()),
        sa.Column("outputs", sa.String()),
        sa.Column("id_mask", sa.String()),
        sa.Column("phone_mask", sa.String()),
        sa.Column("file_name_rule", sa.String()),
        sa.Column("copies", sa.Integer()),
        sa.Column("way", sa.String()),
        sa.Column("contact", sa.String()),
        sa.Column("contact_phone", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )


def _stated_figure(op: Operations) -> None:
    op.create_table(
        "stated_figure",
        sa.Column("year", sa.Integer()),
        sa.Column("code", sa.String()),
        sa.Column("value", sa.Integer()),
        sa.Column("reason", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )


def _visit(op: Operations) -> None:
    op.create_table(
        "visit",
        sa.Column("number", sa.String()),
        sa.Column("received_on", sa.String()),
        sa.Column("received_at", sa.Integer()),
        sa.Column("form", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("gender", sa.String()),
        sa.Column("age", sa.Integer()),
        sa.Column("address", sa.String()),
        sa.Column("department", sa.String()),
        sa.Column("phone", sa.String()),
        sa.Column("subject", sa.String()),
        sa.Column("matter", sa.String()),
        sa.Column("is_case", sa.Boolean()),
        sa.Column("handler", sa.String()),
        sa.Column("receiver", sa.String()),
        sa.Column("opinion", sa.String()),
        sa.Column("result", sa.String()),
        sa.Column("closed_on", sa.String()),
        sa.Column("feedback_on", sa.String()),
        sa.Column("satisfaction", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_visit_received_on", "visit", ["received_on"])


def _work_report(op: Operations) -> None:
    op.create_table(
        "work_report",
        sa.Column("year", sa.Integer()),
        sa.Column("reported_on", sa.String()),
        sa.Column("recipient", sa.String()),
        sa.Column("number", sa.String()),
        sa.Column("overview", sa.String()),
        sa.Column("guidance", sa.String()),
        sa.Column("achievement", sa.String()),
        sa.Column("rights", sa.String()),
        sa.Column("care", sa.String()),
        sa.Column("organisation", sa.String()),
        sa.Column("highlights", sa.String()),
        sa.Column("problems", sa.String()),
        sa.Column("next_steps", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )


def _activity_expense(op: Operations) -> None:
    op.create_table(
        "activity_expense",
        sa.Column("activity_id", sa.Integer(), sa.ForeignKey("activity.id", name="fk_activity_expense_activity_id")),
        sa.Column("item", sa.String()),
        sa.Column("price", sa.Integer()),
        sa.Column("quantity", sa.Integer()),
        sa.Column("amount", sa.Integer()),
        sa.Column("spent", sa.Integer()),
        sa.Column("voucher", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activity_expense_activity_id", "activity_expense", ["activity_id"])


def _activity_receipt(op: Operations) -> None:
    op.create_table(
        "activity_receipt",
        sa.Column("activity_id", sa.Integer(), sa.ForeignKey("activity.id", name="fk_activity_receipt_activity_id")),
        sa.Column("name", sa.String()),
        sa.Column("department", sa.String()),
        sa.Column("item", sa.String()),
        sa.Column("quantity", sa.Integer()),
        sa.Column("amount", sa.Integer()),
        sa.Column("received_on", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_activity_receipt_activity_id", "activity_receipt", ["activity_id"])


def _authorization(op: Operations) -> None:
    op.create_table(
        "authorization",
        sa.Column(
            "negotiation_id", sa.Integer(), sa.ForeignKey("negotiation.id", name="fk_authorization_negotiation_id")
        ),
        sa.Column("side", sa.String()),
        sa.Column("principal", sa.String()),
        sa.Column("principal_post", sa.String()),
        sa.Column("principal_id_number", sa.String()),
        sa.Column("delegate", sa.String()),
        sa.Column("delegate_post", sa.String()),
        sa.Column("delegate_id_number", sa.String()),
        sa.Column("powers", sa.String()),
        sa.Column("starts_on", sa.String()),
        sa.Column("ends_on", sa.String()),
        sa.Column("signed_on", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_authorization_negotiation_id", "authorization", ["negotiation_id"])


def _election(op: Operations) -> None:
    op.create_table(
        "election",
        sa.Column("term_id", sa.Integer(), sa.ForeignKey("committee_term.id", name="fk_election_term_id")),
        sa.Column("meeting", sa.String()),
        sa.Column("planned_on", sa.String()),
        sa.Column("held_on", sa.String()),
        sa.Column("place", sa.String()),
        sa.Column("method", sa.String()),
        sa.Column("party_consulted_on", sa.String()),
        sa.Column("seat_count", sa.Integer()),
        sa.Column("candidate_count", sa.Integer()),
        sa.Column("due_count", sa.Integer()),
        sa.Column("present_count", sa.Integer()),
        sa.Column("issued_count", sa.Integer()),
        sa.Column("returned_count", sa.Integer()),
        sa.Column("valid_count", sa.Integer()),
        sa.Column("invalid_count", sa.Integer()),
        sa.Column("plenary_on", sa.String()),
        sa.Column("union_seat_count", sa.Integer()),
        sa.Column("union_candidate_count", sa.Integer()),
        sa.Column("union_vice_chair_count", sa.Integer()),
        sa.Column("audit_seat_count", sa.Integer()),
        sa.Column("audit_candidate_count", sa.Integer()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_election_term_id", "election", ["term_id"])


def _handover_line(op: Operations) -> None:
    op.create_table(
        "handover_line",
        sa.Column("handover_id", sa.Integer(), sa.ForeignKey("handover.id", name="fk_handover_line_handover_id")),
        sa.Column("part", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("carrier", sa.String()),
        sa.Column("year", sa.String()),
        sa.Column("quantity", sa.String()),
        sa.Column("place", sa.String()),
        sa.Column("due_on", sa.String()),
        sa.Column("contact", sa.String()),
        sa.Column("is_changed", sa.Boolean()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_handover_line_handover_id", "handover_line", ["handover_id"])


def _member_change(op: Operations) -> None:
    op.create_table(
        "member_change",
        sa.Column("term_id", sa.Integer(), sa.ForeignKey("committee_term.id", name="fk_member_change_term_id")),
        sa.Column("out_person_id", sa.Integer(), sa.ForeignKey("person.id", name="fk_member_change_out_person_id")),
        sa.Column("out_post", sa.String()),
        sa.Column("reason", sa.String()),
        sa.Column("left_on", sa.String()),
        sa.Column("in_person_id", sa.Integer(), sa.ForeignKey("person.id", name="fk_member_change_in_person_id")),
        sa.Column("in_post", sa.String()),
        sa.Column("formed_by", sa.String()),
        sa.Column("meeting", sa.String()),
        sa.Column("held_on", sa.String()),
        sa.Column("due_count", sa.Integer()),
        sa.Column("present_count", sa.Integer()),
        sa.Column("votes_for", sa.Integer()),
        sa.Column("votes_against", sa.Integer()),
        sa.Column("abstentions", sa.Integer()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_member_change_in_person_id", "member_change", ["in_person_id"])
    op.create_index("ix_member_change_out_person_id", "member_change", ["out_person_id"])
    op.create_index("ix_member_change_term_id", "member_change", ["term_id"])


def _protection_check_line(op: Operations) -> None:
    op.create_table(
        "protection_check_line",
        sa.Column(
            "check_id", sa.Integer(), sa.ForeignKey("protection_check.id", name="fk_protection_check_line_check_id")
        ),
        sa.Column("position", sa.Integer()),
        sa.Column("item", sa.String()),
        sa.Column("basis", sa.String()),
        sa.Column("content", sa.String()),
        sa.Column("result", sa.String()),
        sa.Column("fault", sa.String()),
        sa.Column("remedy", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_protection_check_line_check_id", "protection_check_line", ["check_id"])


def _room_application(op: Operations) -> None:
    op.create_table(
        "room_application",
        sa.Column("category", sa.String()),
        sa.Column("room_id", sa.Integer(), sa.ForeignKey("nursing_room.id", name="fk_room_application_room_id")),
        sa.Column("applied_on", sa.String()),
        sa.Column("past_use", sa.String()),
        sa.Column("place", sa.String()),
        sa.Column("area", sa.Integer()),
        sa.Column("room_category", sa.String()),
        sa.Column("conditions", sa.String()),
        sa.Column("works", sa.String()),
        sa.Column("total", sa.Integer()),
        sa.Column("own_amount", sa.Integer()),
        sa.Column("asked_amount", sa.Integer()),
        sa.Column("finish_on", sa.String()),
        sa.Column("management", sa.String()),
        sa.Column("contact", sa.String()),
        sa.Column("contact_phone", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_room_application_room_id", "room_application", ["room_id"])


def _star_assessment(op: Operations) -> None:
    op.create_table(
        "star_assessment",
        sa.Column("room_id", sa.Integer(), sa.ForeignKey("nursing_room.id", name="fk_star_assessment_room_id")),
        sa.Column("assessed_on", sa.String()),
        sa.Column("assessor", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_star_assessment_room_id", "star_assessment", ["room_id"])


def _submission(op: Operations) -> None:
    op.create_table(
        "submission",
        sa.Column("form_code", sa.String()),
        sa.Column("title", sa.String()),
        sa.Column("period", sa.String()),
        sa.Column("about_id", sa.Integer()),
        sa.Column("version", sa.Integer()),
        sa.Column("recipient_id", sa.Integer(), sa.ForeignKey("recipient.id", name="fk_submission_recipient_id")),
        sa.Column("received_by", sa.String()),
        sa.Column("way", sa.String()),
        sa.Column("copies", sa.Integer()),
        sa.Column("is_sealed", sa.Boolean()),
        sa.Column("submitted_on", sa.String()),
        sa.Column("due_on", sa.String()),
        sa.Column("state", sa.String()),
        sa.Column("receipt", sa.String()),
        sa.Column("returned_on", sa.String()),
        sa.Column("return_reason", sa.String()),
        sa.Column("archive_place", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_submission_recipient_id", "submission", ["recipient_id"])
    op.create_index("ix_submission_submitted_on", "submission", ["submitted_on"])


def _contract_clause(op: Operations) -> None:
    op.create_table(
        "contract_clause",
        sa.Column(
            "negotiation_id", sa.Integer(), sa.ForeignKey("negotiation.id", name="fk_contract_clause_negotiation_id")
        ),
        sa.Column("position", sa.Integer()),
        sa.Column("chapter", sa.String()),
        sa.Column("text", sa.String()),
        sa.Column("source", sa.String()),
        sa.Column("item_id", sa.Integer(), sa.ForeignKey("negotiation_item.id", name="fk_contract_clause_item_id")),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contract_clause_item_id", "contract_clause", ["item_id"])
    op.create_index("ix_contract_clause_negotiation_id", "contract_clause", ["negotiation_id"])


def _room_application_line(op: Operations) -> None:
    op.create_table(
        "room_application_line",
        sa.Column(
            "application_id",
            sa.Integer(),
            sa.ForeignKey("room_application.id", name="fk_room_application_line_application_id"),
        ),
        sa.Column("name", sa.String()),
        sa.Column("price", sa.Integer()),
        sa.Column("quantity", sa.Integer()),
        sa.Column("amount", sa.Integer()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_room_application_line_application_id", "room_application_line", ["application_id"])


def _star_assessment_line(op: Operations) -> None:
    op.create_table(
        "star_assessment_line",
        sa.Column(
            "assessment_id",
            sa.Integer(),
            sa.ForeignKey("star_assessment.id", name="fk_star_assessment_line_assessment_id"),
        ),
        sa.Column("position", sa.Integer()),
        sa.Column("section", sa.String()),
        sa.Column("star", sa.String()),
        sa.Column("condition", sa.String()),
        sa.Column("is_met", sa.Boolean()),
        sa.Column("evidence", sa.String()),
        sa.Column("id", sa.Integer(), primary_key=True),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_star_assessment_line_assessment_id", "star_assessment_line", ["assessment_id"])
