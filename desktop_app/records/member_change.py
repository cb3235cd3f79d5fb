"""A seat that changes hands within a term: who leaves, who comes, and how."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, Link, Number, Text


class MemberChange(Record):
    """委员变动."""

    __tablename__ = "member_change"

    term_id: Mapped[int | None] = column(Link("届次", required=True, to="committee_term"))
    out_person_id: Mapped[int | None] = column(Link("原委员", to="person"))
    out_post: Mapped[str | None] = column(Choice("原职务", options=("主任", "副主任", "委员"), default="委员"))
    reason: Mapped[str | None] = column(
        Choice("变动原因", options=("调离", "退休", "辞职", "免职", "增补", "其他"), open=True)
    )
    left_on: Mapped[date | None] = column(Day("离任日期"))
    in_person_id: Mapped[int | None] = column(Link("拟任人员", to="person"))
    in_post: Mapped[str | None] = column(Choice("拟任职务", options=("主任", "副主任", "委员"), default="委员"))
    formed_by: Mapped[str | None] = column(Choice("产生方式", options=("增补", "替补", "补选"), open=True))
    reviewed_on: Mapped[date | None] = column(Day("工会委员会审议日期"))
    reported_on: Mapped[date | None] = column(Day("报上级工会日期"))
    approved_on: Mapped[date | None] = column(Day("批复日期"))
    approval_number: Mapped[str | None] = column(Text("批复文号", max_length=60))
    meeting: Mapped[str | None] = column(Text("会议名称", max_length=100))
    held_on: Mapped[date | None] = column(Day("会议日期"))
    due_count: Mapped[int | None] = column(Number("应到人数", unit="人"))
    present_count: Mapped[int | None] = column(Number("实到人数", unit="人"))
    votes_for: Mapped[int | None] = column(Number("赞成", unit="票"))
    votes_against: Mapped[int | None] = column(Number("反对", unit="票"))
    abstentions: Mapped[int | None] = column(Number("弃权", unit="票"))
    note: Mapped[str | None] = column(Text("变动备注", max_length=200))


TYPE = RecordType(
    model=MemberChange,
    label="委员变动",
    title=("left_on", "reason"),
    list_columns=("left_on", "out_person_id", "reason", "in_person_id", "in_post", "held_on"),
    groups=(
        Group("原委员", ("term_id", "out_person_id", "out_post", "reason", "left_on")),
        Group("增补（替补）", ("in_person_id", "in_post", "formed_by")),
        Group("审议与批复", ("reviewed_on", "reported_on", "approved_on", "approval_number")),
        Group(
            "会议与表决",
            ("meeting", "held_on", "due_count", "present_count", "votes_for", "votes_against", "abstentions", "note"),
        ),
    ),
    order=("-held_on", "-left_on"),
    owner="term_id",
    through={"out_person_id": ("name",), "in_person_id": ("name",)},
)
