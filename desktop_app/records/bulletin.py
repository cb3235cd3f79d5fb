"""A news item about women workers' union work sent to upper levels, and whether it was used."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Day, Text, YesNo


class Bulletin(Record):
    """信息报送."""

    __tablename__ = "bulletin"

    sent_on: Mapped[date | None] = column(Day("报送日期", names=("日期",), required=True), index=True)
    title: Mapped[str | None] = column(Text("标题", names=("信息标题",), required=True, max_length=100))
    sent_to: Mapped[str | None] = column(Text("报送单位", max_length=100))
    is_used: Mapped[bool | None] = column(YesNo("被采用", names=("是否采用",)))
    used_by: Mapped[str | None] = column(Text("采用载体", max_length=100))


TYPE = RecordType(
    model=Bulletin,
    label="信息报送",
    title=("title", "sent_on"),
    list_columns=("sent_on", "title", "sent_to", "is_used", "used_by"),
    groups=(Group("信息", ("sent_on", "title", "sent_to", "is_used", "used_by")),),
    order=("-sent_on",),
    search=("title",),
    key=("sent_on", "title"),
    names=("信息报送",),
)
