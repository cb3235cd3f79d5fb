"""The words of a yearly report that no record can tell; its figures come from the ledger."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Code, Day, LongText, Number, Text


class WorkReport(Record):
    """工作报告."""

    __tablename__ = "work_report"

    year: Mapped[int | None] = column(Number("年度", required=True, unit="年", minimum=1990, maximum=2100))
    reported_on: Mapped[date | None] = column(Day("报告日期"))
    to_union_on: Mapped[date | None] = column(Day("向同级工会委员会报告日期", help="双报告之一"))
    to_upper_on: Mapped[date | None] = column(Day("向上级工会女职工委员会报告日期", help="双报告之二"))
    recipient: Mapped[str | None] = column(
        Text("主送", help="如 本公司工会委员会、上级工会女职工委员会", max_length=100)
    )
    number: Mapped[str | None] = column(Code("文号"))
    overview: Mapped[str | None] = column(LongText("基本情况补充", max_length=2000))
    guidance: Mapped[str | None] = column(LongText("思想引领", max_length=3000))
    achievement: Mapped[str | None] = column(LongText("建功立业", max_length=3000))
    rights: Mapped[str | None] = column(LongText("维护权益", max_length=3000))
    care: Mapped[str | None] = column(LongText("关爱服务", max_length=3000))
    organisation: Mapped[str | None] = column(LongText("组织建设", max_length=3000))
    highlights: Mapped[str | None] = column(LongText("特色亮点", max_length=3000))
    problems: Mapped[str | None] = column(LongText("存在问题", max_length=3000))
    next_steps: Mapped[str | None] = column(LongText("下年打算", max_length=3000))


TYPE = RecordType(
    model=WorkReport,
    label="工作报告",
    title=("year",),
    list_columns=("year", "reported_on", "recipient"),
    groups=(
        Group("报告", ("year", "reported_on", "to_union_on", "to_upper_on", "recipient", "number", "overview")),
        Group("主要工作", ("guidance", "achievement", "rights", "care", "organisation")),
        Group("其他", ("highlights", "problems", "next_steps")),
    ),
    order=("-year",),
    key=("year",),
)
