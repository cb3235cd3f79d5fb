"""A joint inspection of how the contract is kept; its lines follow clause by clause."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choices, Day, Link, LongText, Measure, Text


class PerformanceInspection(Record):
    """履约检查."""

    __tablename__ = "performance_inspection"

    negotiation_id: Mapped[int | None] = column(Link("专项集体合同", required=True, to="negotiation"))
    inspected_on: Mapped[date | None] = column(Day("检查日期", required=True))
    team: Mapped[str | None] = column(Text("检查组成员", max_length=200))
    methods: Mapped[tuple[str, ...]] = column(
        Choices("检查方式", options=("听汇报", "查资料", "座谈", "问卷", "实地"), open=True)
    )
    satisfaction: Mapped[Decimal | None] = column(Measure("职工满意度", unit="%"))
    summary: Mapped[str | None] = column(LongText("总体情况", max_length=2000))
    reported_to_congress_on: Mapped[date | None] = column(Day("向职代会报告日期"))


TYPE = RecordType(
    model=PerformanceInspection,
    label="履约检查",
    title=("inspected_on",),
    list_columns=("inspected_on", "team", "satisfaction", "reported_to_congress_on"),
    groups=(
        Group("检查", ("negotiation_id", "inspected_on", "team", "methods")),
        Group("结果", ("satisfaction", "summary", "reported_to_congress_on")),
    ),
    order=("-inspected_on",),
    owner="negotiation_id",
)
