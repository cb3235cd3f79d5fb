"""A dispute over negotiating or keeping a contract, and how it was settled."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, Link, LongText, Text, YesNo


class ContractDispute(Record):
    """合同争议."""

    __tablename__ = "contract_dispute"

    negotiation_id: Mapped[int | None] = column(Link("专项集体合同", required=True, to="negotiation"))
    category: Mapped[str | None] = column(
        Choice("争议类别", required=True, options=("协商争议", "履约争议"), default="协商争议")
    )
    arose_on: Mapped[date | None] = column(Day("发生日期", required=True))
    matter: Mapped[str | None] = column(LongText("争议事项", max_length=1000))
    applied_on: Mapped[date | None] = column(Day("申请协调（仲裁）日期"))
    handled_by: Mapped[str | None] = column(Text("受理机关", max_length=100))
    accepted_on: Mapped[date | None] = column(Day("受理日期"))
    is_extended: Mapped[bool | None] = column(YesNo("已延期"))
    awarded_on: Mapped[date | None] = column(Day("收到裁决日期", help="履约争议仲裁裁决书的收到日期"))
    settled_on: Mapped[date | None] = column(Day("处理完毕日期"))
    result: Mapped[str | None] = column(LongText("处理结果", max_length=2000))


TYPE = RecordType(
    model=ContractDispute,
    label="合同争议",
    title=("category", "arose_on"),
    list_columns=("category", "arose_on", "matter", "applied_on", "accepted_on", "settled_on"),
    groups=(
        Group("争议", ("negotiation_id", "category", "arose_on", "matter")),
        Group("处理", ("applied_on", "handled_by", "accepted_on", "is_extended", "awarded_on", "settled_on", "result")),
    ),
    order=("-arose_on",),
    owner="negotiation_id",
)
