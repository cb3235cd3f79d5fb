"""One meeting of the two sides."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Day, Link, LongText, Number, Text, Time, Value


class NegotiationSession(Record):
    """协商会议."""

    __tablename__ = "negotiation_session"

    negotiation_id: Mapped[int | None] = column(Link("专项集体合同", required=True, to="negotiation"))
    sequence: Mapped[int | None] = column(Number("第几次", unit="次", maximum=99))
    held_on: Mapped[date | None] = column(Day("日期", required=True))
    starts_at: Mapped[time | None] = column(Time("开始时间"))
    ends_at: Mapped[time | None] = column(Time("结束时间"))
    place: Mapped[str | None] = column(Text("地点", max_length=80))
    chair: Mapped[str | None] = column(Text("主持人", max_length=40, help="双方首席代表轮流主持"))
    recorder: Mapped[str | None] = column(Text("记录员", max_length=40))
    workers_present: Mapped[str | None] = column(Text("职工方出席", max_length=300))
    employer_present: Mapped[str | None] = column(Text("企业方出席", max_length=300))
    subjects: Mapped[str | None] = column(LongText("议题", max_length=1000))
    proceedings: Mapped[str | None] = column(LongText("协商情况"))
    suspended_because: Mapped[str | None] = column(Text("中止原因", max_length=300))
    next_on: Mapped[date | None] = column(Day("下次会议日期"))
    next_place: Mapped[str | None] = column(Text("下次会议地点", max_length=80))
    next_subjects: Mapped[str | None] = column(Text("下次会议内容", max_length=300))


def check_session(values: Mapping[str, Value]) -> list[Problem]:
    """It ends after it starts, and the next one follows it."""
    problems = []
    start, end = values.get("starts_at"), values.get("ends_at")
    if start and end and end <= start:
        problems.append(Problem("ends_at", "结束时间应晚于开始时间"))
    held, following = values.get("held_on"), values.get("next_on")
    if held and following and following < held:
        problems.append(Problem("next_on", "下次会议日期应晚于本次日期"))
    return problems


TYPE = RecordType(
    model=NegotiationSession,
    label="协商会议",
    title=("sequence", "held_on"),
    list_columns=("sequence", "held_on", "place", "chair", "subjects"),
    groups=(
        Group("会议", ("negotiation_id", "sequence", "held_on", "starts_at", "ends_at", "place", "chair", "recorder")),
        Group("出席", ("workers_present", "employer_present")),
        Group("内容", ("subjects", "proceedings", "suspended_because", "next_on", "next_place", "next_subjects")),
    ),
    order=("held_on", "id"),
    owner="negotiation_id",
    check=check_session,
)
