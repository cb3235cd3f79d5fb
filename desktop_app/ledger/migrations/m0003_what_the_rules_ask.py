"""What the rules ask about: dates and names of the procedures, disputes, special periods, own rules and duties."""

from __future__ import annotations

import sqlalchemy as sa
from alembic.operations import Operations


def upgrade(op: Operations) -> None:
    """Add columns to what is there, then the new tables."""
    _columns(op)
    _contract_dispute(op)
    _hazard_post(op)
    _special_period(op)
    _supervision_letter(op)
    _rule_override(op)
    _calendar_item(op)
    _task_mark(op)
    _finding_note(op)


def _columns(op: Operations) -> None:
    op.add_column("enterprise", sa.Column("is_above_scale", sa.Boolean()))
    op.add_column("committee_term", sa.Column("prepared_on", sa.String()))
    op.add_column("committee_term", sa.Column("requested_on", sa.String()))
    op.add_column("committee_term", sa.Column("request_approved_on", sa.String()))
    op.add_column("committee_term", sa.Column("request_approval_number", sa.String()))
    op.add_column("committee_term", sa.Column("nominated_on", sa.String()))
    op.add_column("committee_term", sa.Column("submitted_on", sa.String()))
    op.add_column("committee_term", sa.Column("union_prepared_on", sa.String()))
    op.add_column("committee_term", sa.Column("union_formed_on", sa.String()))
    op.add_column("committee_term", sa.Column("union_submitted_on", sa.String()))
    op.add_column("committee_term", sa.Column("federation_joined_on", sa.String()))
    op.add_column("member_change", sa.Column("reviewed_on", sa.String()))
    op.add_column("member_change", sa.Column("reported_on", sa.String()))
    op.add_column("member_change", sa.Column("approved_on", sa.String()))
    op.add_column("member_change", sa.Column("approval_number", sa.String()))
    op.add_column("work_report", sa.Column("to_union_on", sa.String()))
    op.add_column("work_report", sa.Column("to_upper_on", sa.String()))
    op.add_column("negotiation", sa.Column("urged_on", sa.String()))
    op.add_column("negotiation", sa.Column("refusal_reported_on", sa.String()))
    op.add_column("negotiation", sa.Column("materials_given_on", sa.String()))
    op.add_column("negotiation", sa.Column("session_notified_on", sa.String()))
    op.add_column("negotiation", sa.Column("is_signed_by_both", sa.Boolean()))
    op.add_column("negotiation", sa.Column("notified_on", sa.String()))
    op.add_column("negotiation", sa.Column("filed_with_union_on", sa.String()))
    op.add_column("negotiation", sa.Column("rescinded_on", sa.String()))
    op.add_column("negotiation", sa.Column("rescission_reason", sa.String()))
    op.add_column("negotiation", sa.Column("rescission_reported_on", sa.String()))
    op.add_column("negotiation", sa.Column("ended_on", sa.String()))
    op.add_column("negotiator", sa.Column("is_union_worker", sa.Boolean()))
    op.add_column("negotiator", sa.Column("chosen_on", sa.String()))
    op.add_column("negotiator", sa.Column("left_on", sa.String()))
    op.add_column("negotiator", sa.Column("left_because", sa.String()))
    op.execute(  # alembic adds no column with a key to a table of SQLite
        "ALTER TABLE negotiator ADD COLUMN replaces_id INTEGER"
        " CONSTRAINT fk_negotiator_replaces_id REFERENCES negotiator (id)"
    )
    op.create_index("ix_negotiator_replaces_id", "negotiator", ["replaces_id"])
    op.add_column("negotiation_item", sa.Column("topic", sa.String()))
    op.add_column("negotiation_item", sa.Column("measure", sa.String()))
    op.add_column("negotiation_item", sa.Column("agreed_value", sa.String()))
    op.add_column("negotiation_session", sa.Column("next_place", sa.String()))
    op.add_column("negotiation_session", sa.Column("next_subjects", sa.String()))
    op.add_column("congress_vote", sa.Column("reported_on", sa.String()))


def _contract_dispute(op: Operations) -> None:
    op.create_table(
        "contract_dispute",
        sa.Column("negotiation_id", sa.Integer()),
        sa.Column("category", sa.String()),
        sa.Column("arose_on", sa.String()),
        sa.Column("matter", sa.String()),
        sa.Column("applied_on", sa.String()),
        sa.Column("handled_by", sa.String()),
        sa.Column("accepted_on", sa.String()),
        sa.Column("is_extended", sa.Boolean()),
        sa.Column("awarded_on", sa.String()),
        sa.Column("settled_on", sa.String()),
        sa.Column("result", sa.String()),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["negotiation_id"], ["negotiation.id"], name="fk_contract_dispute_negotiation_id"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contract_dispute_negotiation_id", "contract_dispute", ["negotiation_id"])


def _hazard_post(op: Operations) -> None:
    op.create_table(
        "hazard_post",
        sa.Column("post", sa.String()),
        sa.Column("department", sa.String()),
        sa.Column("hazards", sa.String()),
        sa.Column("woman_count", sa.Integer()),
        sa.Column("told_count", sa.Integer()),
        sa.Column("told_on", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )


def _special_period(op: Operations) -> None:
    op.create_table(
        "special_period",
        sa.Column("person_id", sa.Integer()),
        sa.Column("stage", sa.String()),
        sa.Column("due_month", sa.String()),
        sa.Column("ended_month_count", sa.Integer()),
        sa.Column("delivered_on", sa.String()),
        sa.Column("infant_count", sa.Integer()),
        sa.Column("is_dystocia", sa.Boolean()),
        sa.Column("is_caesarean", sa.Boolean()),
        sa.Column("child_number", sa.Integer()),
        sa.Column("leave_starts_on", sa.String()),
        sa.Column("leave_ends_on", sa.String()),
        sa.Column("works_overtime", sa.Boolean()),
        sa.Column("works_nights", sa.Boolean()),
        sa.Column("post_id", sa.Integer()),
        sa.Column("ends_contract_on", sa.String()),
        sa.Column("ends_contract_by", sa.String()),
        sa.Column("consented_on", sa.String()),
        sa.Column("consent_withdrawn_on", sa.String()),
        sa.Column("delete_after", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_special_period_person_id"),
        sa.ForeignKeyConstraint(["post_id"], ["hazard_post.id"], name="fk_special_period_post_id"),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_special_period_person_id", "special_period", ["person_id"])
    op.create_index("ix_special_period_post_id", "special_period", ["post_id"])


def _supervision_letter(op: Operations) -> None:
    op.create_table(
        "supervision_letter",
        sa.Column("category", sa.String()),
        sa.Column("number", sa.String()),
        sa.Column("matter", sa.String()),
        sa.Column("basis", sa.String()),
        sa.Column("issued_on", sa.String()),
        sa.Column("received_on", sa.String()),
        sa.Column("received_by", sa.String()),
        sa.Column("replied_on", sa.String()),
        sa.Column("reply", sa.String()),
        sa.Column("remedied_on", sa.String()),
        sa.Column("referred_on", sa.String()),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )


def _rule_override(op: Operations) -> None:
    op.create_table(
        "rule_override",
        sa.Column("parameter", sa.String()),
        sa.Column("value", sa.String()),
        sa.Column("source", sa.String()),
        sa.Column("checked_on", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )


def _calendar_item(op: Operations) -> None:
    op.create_table(
        "calendar_item",
        sa.Column("code", sa.String()),
        sa.Column("name", sa.String()),
        sa.Column("frequency", sa.String()),
        sa.Column("month", sa.Integer()),
        sa.Column("day", sa.Integer()),
        sa.Column("lead", sa.Integer()),
        sa.Column("basis", sa.String()),
        sa.Column("form_code", sa.String()),
        sa.Column("is_kept", sa.Boolean()),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )


def _task_mark(op: Operations) -> None:
    op.create_table(
        "task_mark",
        sa.Column("task", sa.String()),
        sa.Column("what", sa.String()),
        sa.Column("due_on", sa.String()),
        sa.Column("done_on", sa.String()),
        sa.Column("note", sa.String()),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )


def _finding_note(op: Operations) -> None:
    op.create_table(
        "finding_note",
        sa.Column("rule", sa.String()),
        sa.Column("record_kind", sa.String()),
        sa.Column("record_number", sa.Integer()),
        sa.Column("finding", sa.String()),
        sa.Column("explanation", sa.String()),
        sa.Column("written_on", sa.String()),
        sa.Column("written_by", sa.String()),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sqlite_autoincrement=True,
    )
