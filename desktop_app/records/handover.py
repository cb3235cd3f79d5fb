"""The post passes to another officer: who gives, who takes, who watches."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, LongText, Text


class Handover(Record):
    """工作交接."""

    __tablename__ = "handover"

    handed_on: Mapped[date | None] = column(Day("交接日期", required=True))
    giver: Mapped[str | None] = column(Text("移交人", required=True, max_length=40))
    taker: Mapped[str | None] = column(Text("接收人", required=True, max_length=40))
    witness: Mapped[str | None] = column(Text("监交人", max_length=40))
    reason: Mapped[str | None] = column(
        Choice("交接原因", options=("换届", "岗位调整", "退休", "离职", "其他"), open=True)
    )
    note: Mapped[str | None] = column(LongText("交接说明", max_length=1000))


TYPE = RecordType(
    model=Handover,
    label="工作交接",
    title=("handed_on", "giver"),
    list_columns=("handed_on", "giver", "taker", "witness", "reason"),
    groups=(Group("交接", ("handed_on", "giver", "taker", "witness", "reason", "note")),),
    order=("-handed_on",),
    key=("handed_on", "giver"),
)
