"""Who received what at an activity: the list they sign."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Amount, Day, Link, Number, Text


class ActivityReceipt(Record):
    """签领."""

    __tablename__ = "activity_receipt"

    activity_id: Mapped[int | None] = column(Link("活动", required=True, to="activity"))
    name: Mapped[str | None] = column(Text("姓名", required=True, max_length=50))
    department: Mapped[str | None] = column(Text("部门", max_length=60))
    item: Mapped[str | None] = column(Text("物品名称", names=("物品",), max_length=100))
    quantity: Mapped[int | None] = column(Number("数量"))
    amount: Mapped[Decimal | None] = column(Amount("金额"))
    received_on: Mapped[date | None] = column(Day("签领日期"))
    note: Mapped[str | None] = column(Text("备注", max_length=200))


TYPE = RecordType(
    model=ActivityReceipt,
    label="签领",
    title=("name", "item"),
    list_columns=("name", "department", "item", "quantity", "amount", "received_on"),
    groups=(Group("签领", ("activity_id", "name", "department", "item", "quantity", "amount", "received_on", "note")),),
    owner="activity_id",
    names=("签领表", "发放表"),
)
