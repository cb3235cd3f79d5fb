"""Money or goods given to women workers: hygiene fees, help in hardship, gifts of care."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Amount, Choice, Day, Number, Text


class Benefit(Record):
    """关爱帮扶."""

    __tablename__ = "benefit"

    given_on: Mapped[date | None] = column(Day("发放日期", names=("日期", "慰问日期"), required=True), index=True)
    category: Mapped[str | None] = column(
        Choice(
            "帮扶类别",
            names=("类别",),
            required=True,
            options=("女职工卫生费", "困难帮扶", "节日慰问", "生育慰问", "住院慰问", "其他"),
            open=True,
        )
    )
    name: Mapped[str | None] = column(
        Text(
            "对象",
            names=("姓名", "慰问对象"),
            max_length=60,
            help="一人或一批，如 全体女职工",
            sensitive=True,
            purpose="核对帮扶对象",
        )
    )
    people_count: Mapped[int | None] = column(Number("人数", unit="人"))
    amount: Mapped[Decimal | None] = column(Amount("金额", help="合计金额"))
    goods: Mapped[str | None] = column(Text("物品", max_length=100))
    reason: Mapped[str | None] = column(Text("事由", max_length=200, sensitive=True, purpose="说明帮扶原因"))
    visitor: Mapped[str | None] = column(Text("慰问人", max_length=60))
    note: Mapped[str | None] = column(Text("备注", max_length=200))


TYPE = RecordType(
    model=Benefit,
    label="关爱帮扶",
    title=("given_on", "category"),
    list_columns=("given_on", "category", "people_count", "amount", "goods"),
    groups=(
        Group("帮扶", ("given_on", "category", "name", "people_count", "amount", "goods", "reason", "visitor", "note")),
    ),
    order=("-given_on",),
    is_log=True,
    names=("慰问帮扶登记", "卫生费发放"),
)
