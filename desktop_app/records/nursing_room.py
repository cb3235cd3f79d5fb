"""A nursing room as it is registered."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Amount, Choice, Choices, Day, Measure, Number, Phone, Text, YesNo


class NursingRoom(Record):
    """女职工休息哺乳室."""

    __tablename__ = "nursing_room"

    name: Mapped[str | None] = column(
        Text("哺乳室名称", required=True, max_length=60, names=("名称", "室名", "小屋名称"))
    )
    category: Mapped[str | None] = column(
        Choice("类型", options=wording.ROOM_CATEGORIES, default="企事业（机关）单位内部")
    )
    location: Mapped[str | None] = column(
        Text(
            "位置",
            required=True,
            max_length=120,
            names=("所在位置", "具体位置", "详细地址", "所在楼层", "地址", "地点"),
            help="楼、层、房号",
        )
    )
    area: Mapped[Decimal | None] = column(Measure("使用面积", unit="㎡", names=("面积",)))
    is_separate: Mapped[bool | None] = column(YesNo("独立空间"))
    capacity: Mapped[int | None] = column(Number("可同时使用人数", unit="人", maximum=99))
    opened_on: Mapped[date | None] = column(
        Day("启用时间", or_month=True, names=("投入使用时间", "建立时间", "设立时间", "建成时间", "启用日期"))
    )
    opening_hours: Mapped[str | None] = column(Text("开放时间", max_length=60))
    department: Mapped[str | None] = column(Text("管理部门", max_length=60))
    keeper: Mapped[str | None] = column(
        Text(
            "管理员",
            names=(
                "负责人",
                "管理人员",
                "责任人",
                "管理人",
            ),
            max_length=40,
        )
    )
    keeper_phone: Mapped[str | None] = column(
        Phone(
            "管理员电话",
            names=(
                "联系电话",
                "负责人电话",
                "电话",
            ),
        )
    )
    cleaner: Mapped[str | None] = column(Text("清洁责任人", max_length=40))
    entry: Mapped[str | None] = column(Choice("开门方式", options=("钥匙", "门禁", "密码", "预约"), open=True))
    facilities: Mapped[tuple[str, ...]] = column(
        Choices(
            "设施配置",
            names=(
                "配备设施",
                "设备设施",
                "主要设施",
                "设施",
                "配置情况",
            ),
            options=wording.FACILITIES,
            open=True,
        )
    )
    has_plate: Mapped[bool | None] = column(YesNo("标识铭牌"))
    has_posted_rules: Mapped[bool | None] = column(YesNo("制度上墙"))
    keeps_log: Mapped[bool | None] = column(YesNo("登记制度"))
    enterprise_amount: Mapped[Decimal | None] = column(Amount("单位投入"))
    union_amount: Mapped[Decimal | None] = column(Amount("工会投入"))
    subsidy_amount: Mapped[Decimal | None] = column(Amount("上级补助"))
    star_rating: Mapped[str | None] = column(
        Choice(
            "星级",
            names=(
                "星级评定",
                "评定星级",
            ),
            options=("未评", "一星", "二星", "三星", "四星", "五星"),
            default="未评",
        )
    )
    honour: Mapped[str | None] = column(Text("示范命名", max_length=80))
    status: Mapped[str | None] = column(
        Choice("状态", names=("使用状态",), options=("启用", "停用", "摘牌"), default="启用")
    )
    note: Mapped[str | None] = column(Text("备注", max_length=300))


TYPE = RecordType(
    model=NursingRoom,
    label="哺乳室",
    title=("name",),
    list_columns=("name", "location", "area", "opened_on", "keeper", "star_rating", "status"),
    groups=(
        Group(
            "基本情况",
            ("name", "category", "location", "area", "is_separate", "capacity", "opened_on", "opening_hours"),
        ),
        Group(
            "管理",
            ("department", "keeper", "keeper_phone", "cleaner", "entry", "has_plate", "has_posted_rules", "keeps_log"),
        ),
        Group("设施", ("facilities",)),
        Group("投入", ("enterprise_amount", "union_amount", "subsidy_amount")),
        Group("评定", ("star_rating", "honour", "status", "note")),
    ),
    order=("id",),
    search=("name", "location"),
    key=("name",),
    names=("哺乳室台账", "哺乳室登记表"),
)
