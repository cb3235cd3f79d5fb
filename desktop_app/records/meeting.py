"""A meeting of the committee or of women workers; what was discussed, resolved and who came hang beneath it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, Link, LongText, Number, Text, Time, Value


class Meeting(Record):
    """会议."""

    __tablename__ = "meeting"

    name: Mapped[str | None] = column(
        Text(
            "会议名称",
            names=(
                "会议主题",
                "会议内容",
                "名称",
            ),
            required=True,
            max_length=100,
        )
    )
    category: Mapped[str | None] = column(
        Choice(
            "会议类型",
            names=(
                "类型",
                "会议类别",
            ),
            options=("女职工委员会全体会议", "女职工大会", "女职工代表大会", "职工代表大会", "座谈会", "其他"),
            default="女职工委员会全体会议",
            open=True,
        )
    )
    term_id: Mapped[int | None] = column(Link("届次", to="committee_term"))
    sequence: Mapped[int | None] = column(Number("第几次会议", unit="次", maximum=999))
    held_on: Mapped[date | None] = column(
        Day(
            "日期",
            required=True,
            names=(
                "召开时间",
                "开会日期",
                "会议时间",
                "召开日期",
                "时间",
                "会议日期",
            ),
        ),
        index=True,
    )
    starts_at: Mapped[time | None] = column(Time("开始时间"))
    ends_at: Mapped[time | None] = column(Time("结束时间"))
    place: Mapped[str | None] = column(Text("地点", names=("会议地点",), required=True, max_length=80))
    chair: Mapped[str | None] = column(
        Text(
            "主持人",
            names=(
                "主持",
                "会议主持人",
            ),
            max_length=40,
        )
    )
    recorder: Mapped[str | None] = column(
        Text(
            "记录人",
            names=(
                "记录",
                "会议记录人",
            ),
            max_length=40,
        )
    )
    due_count: Mapped[int | None] = column(Number("应到人数", names=("应到",), unit="人"))
    present_count: Mapped[int | None] = column(
        Number(
            "实到人数",
            names=(
                "实到",
                "参会人数",
                "出席人数",
            ),
            unit="人",
        )
    )
    absent: Mapped[str | None] = column(
        Text(
            "缺席及原因",
            names=(
                "缺席",
                "缺席人员",
            ),
            max_length=300,
        )
    )
    observers: Mapped[str | None] = column(Text("列席人员", max_length=300))
    discussion: Mapped[str | None] = column(LongText("发言要点"))


def check_meeting(values: Mapping[str, Value]) -> list[Problem]:
    """It ends after it starts and no more come than are due."""
    problems = []
    start, end = values.get("starts_at"), values.get("ends_at")
    if start and end and end <= start:
        problems.append(Problem("ends_at", "结束时间应晚于开始时间"))
    due, present = values.get("due_count"), values.get("present_count")
    if due is not None and present is not None and present > due:
        problems.append(Problem("present_count", "实到人数不应大于应到人数"))
    return problems


TYPE = RecordType(
    model=Meeting,
    label="会议",
    title=("name", "held_on"),
    list_columns=("held_on", "name", "category", "place", "chair", "present_count"),
    groups=(
        Group("会议", ("name", "category", "term_id", "sequence", "held_on", "starts_at", "ends_at", "place")),
        Group("人员", ("chair", "recorder", "due_count", "present_count", "absent", "observers")),
        Group("内容", ("discussion",)),
    ),
    order=("-held_on",),
    search=("name", "place"),
    key=("held_on", "name"),
    names=("会议记录", "会议台账"),
    check=check_meeting,
)
