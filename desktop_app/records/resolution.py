"""What a meeting decided, who does it and by when."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, Link, Number, Text


class Resolution(Record):
    """决议事项."""

    __tablename__ = "resolution"

    meeting_id: Mapped[int | None] = column(Link("会议", required=True, to="meeting"))
    position: Mapped[int | None] = column(Number("序号"))
    matter: Mapped[str | None] = column(Text("事项", required=True, max_length=300))
    responsible: Mapped[str | None] = column(Text("责任人", max_length=40))
    due_on: Mapped[date | None] = column(Day("完成时限"))
    status: Mapped[str | None] = column(
        Choice("落实情况", options=("未开始", "进行中", "已完成"), default="未开始", open=True)
    )


TYPE = RecordType(
    model=Resolution,
    label="决议事项",
    title=("matter",),
    list_columns=("position", "matter", "responsible", "due_on", "status"),
    groups=(Group("决议", ("meeting_id", "position", "matter", "responsible", "due_on", "status")),),
    order=("position", "id"),
    owner="meeting_id",
)
