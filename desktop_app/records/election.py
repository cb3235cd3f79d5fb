"""The election that forms a term of the committee: what was asked for, and what came out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, Link, Number, Text, Value


class Election(Record):
    """换届选举."""

    __tablename__ = "election"

    term_id: Mapped[int | None] = column(Link("届次", required=True, to="committee_term"))
    meeting: Mapped[str | None] = column(Text("选举会议", required=True, names=("会议名称",), max_length=100))
    planned_on: Mapped[date | None] = column(Day("拟开会日期"))
    held_on: Mapped[date | None] = column(Day("选举日期"))
    place: Mapped[str | None] = column(Text("地点", max_length=80))
    method: Mapped[str | None] = column(
        Choice("选举方式", options=("无记名投票", "举手表决", "协商产生"), default="无记名投票")
    )
    party_consulted_on: Mapped[date | None] = column(Day("征求党组织意见日期"))
    seat_count: Mapped[int | None] = column(Number("应选委员", unit="人", maximum=99))
    candidate_count: Mapped[int | None] = column(Number("委员候选人", unit="人", maximum=99))
    due_count: Mapped[int | None] = column(Number("应到人数", names=("应到会员（代表）",), unit="人"))
    present_count: Mapped[int | None] = column(Number("实到人数", names=("实到会员（代表）",), unit="人"))
    issued_count: Mapped[int | None] = column(Number("发出票", names=("发出选票",), unit="张"))
    returned_count: Mapped[int | None] = column(Number("收回票", names=("收回选票",), unit="张"))
    valid_count: Mapped[int | None] = column(Number("有效票", unit="张"))
    invalid_count: Mapped[int | None] = column(Number("无效票", names=("废票",), unit="张"))
    plenary_on: Mapped[date | None] = column(Day("第一次全体会议日期"))
    union_seat_count: Mapped[int | None] = column(Number("工会委员名额", unit="人", maximum=99, help="三委合并请示用"))
    union_candidate_count: Mapped[int | None] = column(Number("工会委员候选人", unit="人", maximum=99))
    union_vice_chair_count: Mapped[int | None] = column(Number("工会副主席名额", unit="人", maximum=20))
    audit_seat_count: Mapped[int | None] = column(Number("经审委员名额", unit="人", maximum=99))
    audit_candidate_count: Mapped[int | None] = column(Number("经审委员候选人", unit="人", maximum=99))
    note: Mapped[str | None] = column(Text("备注", max_length=200))


def check_election(values: Mapping[str, Value]) -> list[Problem]:
    """Ballots add up: issued >= returned = valid + invalid; nobody votes who is not there."""
    due, present, issued, returned, valid, invalid = (
        values.get(f"{name}_count") for name in ("due", "present", "issued", "returned", "valid", "invalid")
    )
    problems = []
    if due is not None and present is not None and present > due:
        problems.append(Problem("present_count", "实到人数不应大于应到人数"))
    if present is not None and issued is not None and issued > present:
        problems.append(Problem("issued_count", "发出票不应多于实到人数"))
    if issued is not None and returned is not None and returned > issued:
        problems.append(Problem("returned_count", "收回票不应多于发出票"))
    if returned is not None and valid is not None and invalid is not None and valid + invalid != returned:
        problems.append(Problem("valid_count", "有效票与无效票之和应等于收回票"))
    return problems


TYPE = RecordType(
    model=Election,
    label="换届选举",
    title=("meeting",),
    list_columns=("meeting", "planned_on", "held_on", "present_count", "valid_count"),
    groups=(
        Group("会议", ("term_id", "meeting", "planned_on", "held_on", "place", "method", "party_consulted_on")),
        Group("名额", ("seat_count", "candidate_count")),
        Group(
            "票数",
            (
                "due_count",
                "present_count",
                "issued_count",
                "returned_count",
                "valid_count",
                "invalid_count",
                "plenary_on",
            ),
        ),
        Group(
            "三委合并",
            (
                "union_seat_count",
                "union_candidate_count",
                "union_vice_chair_count",
                "audit_seat_count",
                "audit_candidate_count",
                "note",
            ),
        ),
    ),
    order=("-held_on", "-planned_on"),
    owner="term_id",
    check=check_election,
)
