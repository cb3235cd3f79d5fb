"""One article of the contract's text, in the order it is printed."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Link, LongText, Number


class ContractClause(Record):
    """合同条款."""

    __tablename__ = "contract_clause"

    negotiation_id: Mapped[int | None] = column(Link("专项集体合同", required=True, to="negotiation"))
    position: Mapped[int | None] = column(Number("条号", help="第几条"))
    chapter: Mapped[str | None] = column(Choice("章", required=True, options=wording.CONTRACT_CHAPTERS, open=True))
    text: Mapped[str | None] = column(LongText("条文", required=True, max_length=3000))
    source: Mapped[str | None] = column(Choice("来源", options=("条款库", "协商议题", "自拟"), default="自拟"))
    item_id: Mapped[int | None] = column(Link("协商议题", to="negotiation_item"))


TYPE = RecordType(
    model=ContractClause,
    label="合同条款",
    title=("position", "chapter"),
    list_columns=("position", "chapter", "text", "source"),
    groups=(Group("条款", ("negotiation_id", "position", "chapter", "text", "source", "item_id")),),
    order=("position", "id"),
    owner="negotiation_id",
)
