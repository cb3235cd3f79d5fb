"""One thing handed over: a file, a seal, an account, goods, or a matter not yet done."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, Link, Text, YesNo


class HandoverLine(Record):
    """交接明细."""

    __tablename__ = "handover_line"

    handover_id: Mapped[int | None] = column(Link("工作交接", required=True, to="handover"))
    part: Mapped[str | None] = column(Choice("部分", required=True, options=wording.HANDOVER_PARTS))
    name: Mapped[str | None] = column(Text("名称", names=("事项", "平台", "物资名称"), required=True, max_length=100))
    carrier: Mapped[str | None] = column(
        Text("载体", names=("载体（账号、进度）", "账号", "进度"), max_length=100, help="纸质或电子；账号；办理进度")
    )
    year: Mapped[str | None] = column(Text("年份", max_length=20))
    quantity: Mapped[str | None] = column(Text("数量", max_length=20))
    place: Mapped[str | None] = column(Text("存放位置", names=("位置", "路径"), max_length=100))
    due_on: Mapped[date | None] = column(Day("截止日期"))
    contact: Mapped[str | None] = column(Text("联系人", max_length=60))
    is_changed: Mapped[bool | None] = column(YesNo("已改密码"))
    note: Mapped[str | None] = column(Text("备注", max_length=200))


TYPE = RecordType(
    model=HandoverLine,
    label="交接明细",
    title=("part", "name"),
    list_columns=("part", "name", "carrier", "quantity", "place", "due_on"),
    groups=(
        Group(
            "明细",
            (
                "handover_id",
                "part",
                "name",
                "carrier",
                "year",
                "quantity",
                "place",
                "due_on",
                "contact",
                "is_changed",
                "note",
            ),
        ),
    ),
    owner="handover_id",
)
