"""A self-check of how women workers are protected at work."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Day, LongText, Text


class ProtectionCheck(Record):
    """劳动保护自查."""

    __tablename__ = "protection_check"

    checked_on: Mapped[date | None] = column(Day("自查日期", required=True))
    team: Mapped[str | None] = column(Text("检查人", names=("检查组成员",), max_length=200))
    summary: Mapped[str | None] = column(LongText("总体情况", max_length=1000))


TYPE = RecordType(
    model=ProtectionCheck,
    label="劳动保护自查",
    title=("checked_on",),
    list_columns=("checked_on", "team", "summary"),
    groups=(Group("自查", ("checked_on", "team", "summary")),),
    order=("-checked_on",),
    key=("checked_on",),
)
