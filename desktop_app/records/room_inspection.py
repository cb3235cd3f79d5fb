"""One inspection of a nursing room; its lines follow item by item."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Day, Link, Text


class RoomInspection(Record):
    """设施检查."""

    __tablename__ = "room_inspection"

    room_id: Mapped[int | None] = column(Link("哺乳室", required=True, to="nursing_room"))
    inspected_on: Mapped[date | None] = column(Day("检查日期", required=True, names=("日期",)), index=True)
    inspector: Mapped[str | None] = column(Text("检查人", max_length=40))
    summary: Mapped[str | None] = column(Text("总体情况", max_length=300))


TYPE = RecordType(
    model=RoomInspection,
    label="设施检查",
    title=("inspected_on",),
    list_columns=("inspected_on", "inspector", "summary"),
    groups=(Group("检查", ("room_id", "inspected_on", "inspector", "summary")),),
    order=("-inspected_on", "-id"),
    search=("inspector",),
    key=("room_id", "inspected_on"),
    owner="room_id",
)
