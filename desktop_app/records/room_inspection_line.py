"""One item as a room inspection found it."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, Link, Text


class RoomInspectionLine(Record):
    """检查项目."""

    __tablename__ = "room_inspection_line"

    inspection_id: Mapped[int | None] = column(Link("设施检查", required=True, to="room_inspection"))
    item: Mapped[str | None] = column(
        Choice(
            "检查项目",
            required=True,
            options=(
                "门锁与私密",
                "标识",
                "照明",
                "用电安全",
                "空调",
                "冰箱",
                "消毒柜",
                "饮水与洗手",
                "沙发座椅",
                "尿布台",
                "地面防滑",
                "消防通道与灭火器",
                "通风异味",
                "物品有效期",
                "制度上墙",
                "登记本填写",
            ),
            open=True,
        )
    )
    state: Mapped[str | None] = column(Choice("检查情况", options=("正常", "有问题"), default="正常"))
    fault: Mapped[str | None] = column(Text("问题描述", max_length=200))
    action: Mapped[str | None] = column(Choice("处理", options=("立改", "报修", "更换", "停用")))
    done_on: Mapped[date | None] = column(Day("完成日期"))


TYPE = RecordType(
    model=RoomInspectionLine,
    label="检查项目",
    title=("item",),
    list_columns=("item", "state", "fault", "action", "done_on"),
    groups=(Group("项目", ("inspection_id", "item", "state", "fault", "action", "done_on")),),
    owner="inspection_id",
)
