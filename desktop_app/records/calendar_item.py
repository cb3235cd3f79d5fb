"""A yearly duty of the officer's own, or her change to one of the usual year."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Code, Number, Text, YesNo


class CalendarItem(Record):
    """年度事项."""

    __tablename__ = "calendar_item"

    code: Mapped[str | None] = column(Code("编号", help="与通用事项同号的，代替那一项"))
    name: Mapped[str | None] = column(Text("事项", required=True, max_length=100))
    frequency: Mapped[str | None] = column(Choice("频次", required=True, options=wording.FREQUENCIES, default="每年"))
    month: Mapped[int | None] = column(
        Number("月", unit="月", minimum=1, maximum=12, help="每年一次的填月份；每半年、每季度的填第一次的月份")
    )
    day: Mapped[int | None] = column(
        Number("日", unit="日", minimum=1, maximum=31, help="截止日；当月没有这一天的，取月末")
    )
    lead: Mapped[int | None] = column(Number("提前提醒", unit="天", maximum=180, default=30))
    basis: Mapped[str | None] = column(Text("依据", max_length=200))
    form_code: Mapped[str | None] = column(Text("相关表单", max_length=20, help="表号，如 TJ-01"))
    is_kept: Mapped[bool | None] = column(YesNo("办理", default=True, help="填“否”则不再提醒"))


TYPE = RecordType(
    model=CalendarItem,
    label="年度事项",
    title=("name",),
    list_columns=("month", "day", "name", "frequency", "lead", "is_kept"),
    groups=(Group("事项", ("code", "name", "frequency", "month", "day", "lead", "basis", "form_code", "is_kept")),),
    order=("month", "day", "id"),
    key=("code", "name"),
)
