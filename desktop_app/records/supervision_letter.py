"""A letter of labour-law supervision (提示函、意见书) to the employer, and the answer waited for."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Code, Day, LongText, Text


class SupervisionLetter(Record):
    """监督文书."""

    __tablename__ = "supervision_letter"

    category: Mapped[str | None] = column(
        Choice("文书", required=True, options=("提示函", "监督意见书", "提请上级发建议书"), default="提示函")
    )
    number: Mapped[str | None] = column(Code("文号"))
    matter: Mapped[str | None] = column(LongText("事由", required=True, max_length=1000))
    basis: Mapped[str | None] = column(Text("依据", max_length=200))
    issued_on: Mapped[date | None] = column(Day("发出日期", required=True))
    received_on: Mapped[date | None] = column(Day("签收日期"))
    received_by: Mapped[str | None] = column(Text("签收人", max_length=40))
    replied_on: Mapped[date | None] = column(Day("书面答复日期"))
    reply: Mapped[str | None] = column(LongText("答复内容", max_length=2000))
    remedied_on: Mapped[date | None] = column(Day("整改完成日期"))
    referred_on: Mapped[date | None] = column(Day("提请上级工会日期"))


TYPE = RecordType(
    model=SupervisionLetter,
    label="监督文书",
    title=("category", "issued_on"),
    list_columns=("issued_on", "category", "matter", "received_on", "replied_on", "remedied_on"),
    groups=(
        Group("文书", ("category", "number", "matter", "basis", "issued_on", "received_on", "received_by")),
        Group("答复与整改", ("replied_on", "reply", "remedied_on", "referred_on")),
    ),
    order=("-issued_on",),
    names=("一函两书台账",),
)
