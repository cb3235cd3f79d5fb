"""A chief negotiator sent in the place of the legal representative or the union chair."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, IdNumber, Link, LongText, Text


class Authorization(Record):
    """授权委托."""

    __tablename__ = "authorization"

    negotiation_id: Mapped[int | None] = column(Link("专项集体合同", required=True, to="negotiation"))
    side: Mapped[str | None] = column(Choice("协商方", required=True, options=wording.SIDES, default="职工方"))
    principal: Mapped[str | None] = column(Text("委托人", required=True, max_length=50))
    principal_post: Mapped[str | None] = column(Text("委托人职务", max_length=60))
    principal_id_number: Mapped[str | None] = column(IdNumber("委托人身份证号"))
    delegate: Mapped[str | None] = column(Text("受委托人", required=True, max_length=50))
    delegate_post: Mapped[str | None] = column(Text("受委托人职务", max_length=60))
    delegate_id_number: Mapped[str | None] = column(IdNumber("受委托人身份证号"))
    powers: Mapped[str | None] = column(LongText("委托权限", max_length=1000))
    starts_on: Mapped[date | None] = column(Day("委托期限起"))
    ends_on: Mapped[date | None] = column(Day("委托期限止"))
    signed_on: Mapped[date | None] = column(Day("委托日期"))


TYPE = RecordType(
    model=Authorization,
    label="授权委托",
    title=("delegate", "side"),
    list_columns=("side", "principal", "delegate", "starts_on", "ends_on"),
    groups=(
        Group(
            "委托",
            (
                "negotiation_id",
                "side",
                "principal",
                "principal_post",
                "principal_id_number",
                "delegate",
                "delegate_post",
                "delegate_id_number",
            ),
        ),
        Group("权限与期限", ("powers", "starts_on", "ends_on", "signed_on")),
    ),
    owner="negotiation_id",
)
