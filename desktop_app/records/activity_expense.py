"""One line of an activity's budget and what was spent on it."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy.orm import Mapped

from desktop_app.records.amounts import amount_from_price
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Amount, Code, Link, Number, Text


class ActivityExpense(Record):
    """预算明细."""

    __tablename__ = "activity_expense"

    activity_id: Mapped[int | None] = column(Link("活动", required=True, to="activity"))
    item: Mapped[str | None] = column(Text("项目", names=("开支内容", "支出项目"), required=True, max_length=100))
    price: Mapped[Decimal | None] = column(Amount("单价"))
    quantity: Mapped[int | None] = column(Number("数量"))
    amount: Mapped[Decimal | None] = column(Amount("金额", names=("预算金额",)))
    spent: Mapped[Decimal | None] = column(Amount("决算金额", names=("实际支出",)))
    voucher: Mapped[str | None] = column(Code("凭证号", names=("发票号",)))
    note: Mapped[str | None] = column(Text("备注", max_length=200))


TYPE = RecordType(
    model=ActivityExpense,
    label="预算明细",
    title=("item",),
    list_columns=("item", "price", "quantity", "amount", "spent", "voucher"),
    groups=(Group("明细", ("activity_id", "item", "price", "quantity", "amount", "spent", "voucher", "note")),),
    owner="activity_id",
    complete=amount_from_price,
)
