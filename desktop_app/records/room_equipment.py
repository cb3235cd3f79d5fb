"""What stands in a nursing room, and who paid for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Amount, Choice, Code, Day, Link, Number, Text


class RoomEquipment(Record):
    """设备设施."""

    __tablename__ = "room_equipment"

    room_id: Mapped[int | None] = column(Link("哺乳室", required=True, to="nursing_room"))
    name: Mapped[str | None] = column(
        Text("名称", required=True, max_length=60, names=("设备设施名称", "物品", "物品名称", "设备名称", "设施名称"))
    )
    specification: Mapped[str | None] = column(
        Text("品牌规格", max_length=80, names=("品牌型号", "规格品牌", "规格", "规格型号", "型号"))
    )
    quantity: Mapped[int | None] = column(Number("数量", names=("数目",), default=1))
    unit: Mapped[str | None] = column(Text("计量单位", max_length=10, names=("单位",)))
    price: Mapped[Decimal | None] = column(Amount("单价"))
    bought_on: Mapped[date | None] = column(Day("购置日期", or_month=True, names=("购置时间",)))
    funded_by: Mapped[str | None] = column(
        Choice("资金来源", options=("行政", "本级工会", "上级补助"), open=True, names=("经费来源",))
    )
    asset_number: Mapped[str | None] = column(Code("固定资产编号", names=("资产编号",)))
    place: Mapped[str | None] = column(Text("存放位置", max_length=60))
    status: Mapped[str | None] = column(
        Choice(
            "状态",
            names=(
                "设备状态",
                "完好情况",
            ),
            options=("正常", "损坏", "缺失", "已报修", "已修复", "停用"),
            default="正常",
        )
    )
    responsible: Mapped[str | None] = column(
        Text(
            "责任人",
            names=(
                "保管人",
                "管理人",
            ),
            max_length=40,
        )
    )
    note: Mapped[str | None] = column(Text("备注", names=("说明",)))


TYPE = RecordType(
    model=RoomEquipment,
    label="设备设施",
    title=("name",),
    list_columns=("name", "specification", "quantity", "price", "bought_on", "status"),
    groups=(
        Group("物品", ("room_id", "name", "specification", "quantity", "unit", "price", "bought_on", "funded_by")),
        Group("管理", ("asset_number", "place", "status", "responsible", "note")),
    ),
    search=("name",),
    key=("room_id", "name", "specification"),
    owner="room_id",
    names=("设备设施清单", "物品清单"),
)
