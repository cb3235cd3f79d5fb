"""An application to build or improve a nursing room with help from above."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Amount, Choice, Day, Link, LongText, Measure, Phone, Text


class RoomApplication(Record):
    """哺乳室申报."""

    __tablename__ = "room_application"

    category: Mapped[str | None] = column(Choice("申报类别", required=True, options=("新建", "提质"), default="新建"))
    room_id: Mapped[int | None] = column(Link("原哺乳室", to="nursing_room", help="提质时选择"))
    applied_on: Mapped[date | None] = column(Day("申报日期", required=True))
    past_use: Mapped[str | None] = column(Text("原使用情况", max_length=300))
    place: Mapped[str | None] = column(Text("拟建地点", max_length=100))
    area: Mapped[Decimal | None] = column(Measure("面积", unit="㎡"))
    room_category: Mapped[str | None] = column(Choice("哺乳室类型", options=wording.ROOM_CATEGORIES, open=True))
    conditions: Mapped[str | None] = column(LongText("现有条件", max_length=1000))
    works: Mapped[str | None] = column(LongText("建设（提升）内容", max_length=1000))
    total: Mapped[Decimal | None] = column(Amount("总投入"))
    own_amount: Mapped[Decimal | None] = column(Amount("自筹金额"))
    asked_amount: Mapped[Decimal | None] = column(Amount("申请补助"))
    finish_on: Mapped[date | None] = column(Day("计划完成时间", or_month=True))
    management: Mapped[str | None] = column(LongText("管理措施", max_length=1000))
    contact: Mapped[str | None] = column(Text("申报联系人", max_length=40))
    contact_phone: Mapped[str | None] = column(Phone("申报联系电话"))


TYPE = RecordType(
    model=RoomApplication,
    label="哺乳室申报",
    title=("applied_on", "category"),
    list_columns=("applied_on", "category", "place", "area", "total", "asked_amount"),
    groups=(
        Group("申报", ("category", "room_id", "applied_on", "past_use", "place", "area", "room_category")),
        Group("内容", ("conditions", "works", "management", "finish_on")),
        Group("经费", ("total", "own_amount", "asked_amount", "contact", "contact_phone")),
    ),
    order=("-applied_on",),
    key=("applied_on", "category"),
)
