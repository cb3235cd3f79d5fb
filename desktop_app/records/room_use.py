"""One visit to a nursing room. A name is welcome but never asked for; ID number, illness and pregnancy are not kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Choice, Choices, Day, Link, LongText, Text, Time, Value, YesNo


class RoomUse(Record):
    """使用登记."""

    __tablename__ = "room_use"
    # The day list of one room among 1,000,000 lines is read straight off this index.
    __table_args__ = (Index("ix_room_use_room_day", "room_id", "used_on"), {"sqlite_autoincrement": True})

    room_id: Mapped[int | None] = column(Link("哺乳室", required=True, to="nursing_room"))
    used_on: Mapped[date | None] = column(
        Day("日期", required=True, names=("登记时间", "年月日", "使用时间", "使用日期", "登记日期", "时间")), index=True
    )
    entered_at: Mapped[time | None] = column(
        Time(
            "进入时间",
            names=(
                "起始时间",
                "起始",
                "进室时间",
                "进室",
                "到达时间",
                "到达",
                "开始使用时间",
                "来时",
                "进入时刻",
                "使用开始时间",
                "来",
                "入",
                "入室",
                "签到时间",
                "进入",
                "开始时间",
                "使用开始",
                "起",
                "入室时间",
                "进",
                "开始",
            ),
        )
    )
    left_at: Mapped[time | None] = column(
        Time(
            "离开时间",
            names=(
                "终止时间",
                "终止",
                "出室时间",
                "出室",
                "退出时间",
                "退出",
                "离开时刻",
                "结束使用时间",
                "使用结束时间",
                "走时",
                "离室",
                "走",
                "签退时间",
                "离开",
                "结束时间",
                "使用结束",
                "止",
                "离室时间",
                "出",
                "结束",
            ),
        )
    )
    person_name: Mapped[str | None] = column(
        Text(
            "使用人",
            max_length=40,
            names=(
                "使用人员",
                "使用人签名",
                "使用人签字",
                "签名",
                "签字",
                "使用职工",
                "妈妈姓名",
                "使用女职工",
                "使用人员姓名",
                "姓名",
                "使用者",
                "姓名/工号",
                "使用人姓名",
                "登记人",
                "女职工姓名",
            ),
            help="可以不填，只计人次",
        ),
        index=True,
    )
    department: Mapped[str | None] = column(
        Text("部门", max_length=60, names=("科室", "工作部门", "单位部门", "所在部门", "车间", "单位", "班组")),
        index=True,
    )
    purpose: Mapped[str | None] = column(
        Choice(
            "使用事由",
            options=wording.ROOM_PURPOSES,
            aliases={"挤奶": "吸奶", "泵奶": "吸奶", "喂奶": "哺乳", "母乳喂养": "哺乳"},
            open=True,
            names=(
                "目的",
                "使用内容",
                "事项",
                "使用用途",
                "使用事项",
                "服务内容",
                "用途",
                "事由",
                "使用目的",
                "使用原因",
                "使用情况",
            ),
        )
    )
    equipment: Mapped[tuple[str, ...]] = column(
        Choices(
            "使用设备",
            options=wording.FACILITIES,
            open=True,
            names=(
                "使用设施",
                "使用物品",
                "所用设备",
            ),
        )
    )
    stores_milk: Mapped[bool | None] = column(YesNo("母乳存放", names=("是否存放母乳", "存放母乳", "是否存奶", "存奶")))
    condition: Mapped[str | None] = column(
        Choice(
            "设施情况",
            options=("完好",),
            aliases={
                "√": "完好",
                "✓": "完好",
                "是": "完好",
                "正常": "完好",
                "良好": "完好",
                "好": "完好",
                "无异常": "完好",
            },
            open=True,
            names=(
                "设备情况",
                "设施设备情况",
                "室内情况",
                "设施设备是否完好",
                "设备设施情况",
                "设备设施是否完好",
                "设备完好情况",
                "设施是否正常",
                "物品是否完好",
                "设施卫生情况",
                "设施是否完好",
                "设施卫生是否正常",
                "设施状况",
                "设备是否正常",
                "是否完好",
                "卫生情况",
            ),
        )
    )
    note: Mapped[str | None] = column(
        LongText(
            "意见建议",
            max_length=1000,
            names=("备注说明", "其他情况", "意见和建议", "问题与建议", "备注", "意见", "建议", "说明"),
        )
    )


def check_use(values: Mapping[str, Value]) -> list[Problem]:
    """Nobody leaves before entering."""
    entered, left = values.get("entered_at"), values.get("left_at")
    if entered and left and left < entered:
        return [Problem("left_at", f"离开时间 {left:%H:%M} 早于进入时间 {entered:%H:%M}")]
    return []


TYPE = RecordType(
    model=RoomUse,
    label="使用登记",
    title=("used_on", "entered_at"),
    list_columns=("used_on", "entered_at", "left_at", "person_name", "department", "purpose", "condition", "note"),
    groups=(
        Group("使用", ("room_id", "used_on", "entered_at", "left_at", "purpose")),
        Group("使用人", ("person_name", "department")),
        Group("情况", ("equipment", "stores_milk", "condition", "note")),
    ),
    order=("-used_on", "-id"),
    search=("person_name", "department"),
    key=("room_id", "used_on", "entered_at", "left_at", "person_name"),
    is_log=True,
    owner="room_id",
    names=("使用登记表", "哺乳室使用登记", "使用记录", "使用台账"),
    check=check_use,
)
