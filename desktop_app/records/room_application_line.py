"""One line of the budget in such an application."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy.orm import Mapped

from desktop_app.records.amounts import amount_from_price
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Amount, Link, Number, Text


class RoomApplicationLine(Record):
    """申报预算."""

    __tablename__ = "room_application_line"

    application_id: Mapped[int | None] = column(Link("哺乳室申报", required=True, to="room_application"))
    name: Mapped[str | None] = column(Text("名称", required=True, max_length=60))
    price: Mapped[Decimal | None] = column(Amount("单价"))
    quantity: Mapped[int | None] = column(Number("数量"))
    amount: Mapped[Decimal | None] = column(Amount("金额"))


TYPE = RecordType(
    model=RoomApplicationLine,
    label="申报预算",
    title=("name",),
    list_columns=("name", "quantity", "price", "amount"),
    groups=(Group("预算", ("application_id", "name", "price", "quantity", "amount")),),
    owner="application_id",
    complete=amount_from_price,
)
