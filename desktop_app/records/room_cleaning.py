"""One cleaning of a nursing room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Choice, Choices, Day, Link, Number, Text, Time, Value


class RoomCleaning(Record):
    """清洁消毒."""

    __tablename__ = "room_cleaning"

    room_id: Mapped[int | None] = column(Link("哺乳室", required=True, to="nursing_room"))
    cleaned_on: Mapped[date | None] = column(Day("日期", required=True, names=("清洁日期", "消毒日期")), index=True)
    cleaned_at: Mapped[time | None] = column(
        Time(
            "清洁时间",
            names=(
                "消毒时间",
                "时刻",
                "时间",
            ),
        )
    )
    items: Mapped[tuple[str, ...]] = column(
        Choices(
            "清洁项目",
            options=wording.CLEANING_ITEMS,
            open=True,
            names=(
                "消毒内容",
                "消毒对象",
                "消毒范围",
                "消毒项目",
                "清洁消毒项目",
                "清洁范围",
                "清洁部位",
                "消毒部位",
                "清洁内容",
            ),
        )
    )
    method: Mapped[str | None] = column(
        Choice(
            "消毒方式",
            options=("擦拭", "喷洒", "紫外线", "高温"),
            open=True,
            names=(
                "消毒方法",
                "清洁方式",
                "方式",
            ),
        )
    )
    agent: Mapped[str | None] = column(
        Text(
            "消毒剂及浓度",
            max_length=60,
            names=("消毒液", "消毒药品", "消毒用品", "消毒剂浓度", "消毒剂", "消毒剂名称及浓度", "药剂"),
        )
    )
    starts_at: Mapped[time | None] = column(
        Time(
            "消毒开始",
            names=(
                "消毒开始时间",
                "开始时间",
            ),
        )
    )
    ends_at: Mapped[time | None] = column(
        Time(
            "消毒结束",
            names=(
                "消毒结束时间",
                "结束时间",
            ),
        )
    )
    airing_minutes: Mapped[int | None] = column(
        Number("通风", unit="分钟", maximum=1440, names=("通风（分钟）", "通风时间"))
    )
    supplies: Mapped[str | None] = column(Text("物品补充", max_length=100))
    cleaner: Mapped[str | None] = column(
        Text(
            "操作人",
            max_length=40,
            names=(
                "消毒人员",
                "清洁人员",
                "责任人",
                "签名",
                "保洁人员",
                "操作人员",
                "执行人",
                "消毒人",
                "保洁员",
                "清洁人",
            ),
        )
    )
    checker: Mapped[str | None] = column(
        Text(
            "检查人",
            max_length=40,
            names=(
                "监督人",
                "检查人员",
                "核查人",
                "复核人",
            ),
        )
    )
    note: Mapped[str | None] = column(Text("备注"))


def check_cleaning(values: Mapping[str, Value]) -> list[Problem]:
    """Disinfection ends after it starts."""
    start, end = values.get("starts_at"), values.get("ends_at")
    return [Problem("ends_at", "消毒结束应晚于消毒开始")] if start and end and end < start else []


TYPE = RecordType(
    model=RoomCleaning,
    label="清洁消毒",
    title=("cleaned_on",),
    list_columns=("cleaned_on", "cleaned_at", "items", "method", "agent", "cleaner", "checker"),
    groups=(
        Group("清洁", ("room_id", "cleaned_on", "cleaned_at", "items", "airing_minutes")),
        Group("消毒", ("method", "agent", "starts_at", "ends_at")),
        Group("人员", ("cleaner", "checker", "supplies", "note")),
    ),
    order=("-cleaned_on", "-id"),
    search=("cleaner", "checker"),
    key=("room_id", "cleaned_on", "cleaned_at", "method"),
    is_log=True,
    owner="room_id",
    names=("清洁消毒记录", "消毒记录表"),
    check=check_cleaning,
)
