"""An honour that a woman worker or a team of them received."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, Text


class Honour(Record):
    """荣誉."""

    __tablename__ = "honour"

    awarded_on: Mapped[date | None] = column(
        Day("授予时间", names=("获奖时间", "时间"), or_month=True, required=True), index=True
    )
    name: Mapped[str | None] = column(Text("荣誉名称", names=("名称", "获奖名称"), required=True, max_length=100))
    category: Mapped[str | None] = column(Choice("对象", options=("个人", "集体"), default="个人"))
    holder: Mapped[str | None] = column(
        Text("获得者", names=("获奖人", "获奖集体", "姓名"), required=True, max_length=100)
    )
    level: Mapped[str | None] = column(Choice("级别", options=("国家级", "省级", "市级", "县级", "本单位"), open=True))
    awarded_by: Mapped[str | None] = column(Text("授予单位", names=("授予机关",), max_length=100))
    note: Mapped[str | None] = column(Text("备注", max_length=200))


TYPE = RecordType(
    model=Honour,
    label="荣誉",
    title=("name", "holder"),
    list_columns=("awarded_on", "name", "category", "holder", "level", "awarded_by"),
    groups=(Group("荣誉", ("awarded_on", "name", "category", "holder", "level", "awarded_by", "note")),),
    order=("-awarded_on",),
    search=("name", "holder"),
    key=("name", "holder"),
    names=("荣誉", "获奖情况"),
)
