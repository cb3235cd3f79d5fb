"""One line of the year plan: what is to be done, when, by whom."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Amount, Choice, LongText, Number, Text


class PlanItem(Record):
    """工作计划."""

    __tablename__ = "plan_item"

    year: Mapped[int | None] = column(Number("年度", required=True, unit="年", minimum=1990, maximum=2100), index=True)
    position: Mapped[int | None] = column(Number("序号"))
    timing: Mapped[str | None] = column(
        Text(
            "时间",
            names=("时间安排", "月份", "完成时间"),
            required=True,
            max_length=30,
            help="月或季度，如 3月、第二季度",
        )
    )
    section: Mapped[str | None] = column(
        Choice("工作板块", names=("板块", "类别"), options=wording.WORK_SECTIONS, open=True)
    )
    content: Mapped[str | None] = column(
        LongText("工作内容", names=("内容", "工作事项", "重点工作"), required=True, max_length=500)
    )
    target: Mapped[str | None] = column(
        LongText("目标要求", names=("量化指标", "目标任务", "工作要求"), max_length=300)
    )
    responsible: Mapped[str | None] = column(Text("责任人", max_length=40))
    partners: Mapped[str | None] = column(Text("协作部门", names=("配合部门",), max_length=60))
    budget: Mapped[Decimal | None] = column(Amount("经费预算", names=("预算",)))
    status: Mapped[str | None] = column(
        Choice("完成情况", options=("未开始", "进行中", "已完成"), default="未开始", open=True)
    )
    note: Mapped[str | None] = column(Text("备注", max_length=200))


TYPE = RecordType(
    model=PlanItem,
    label="工作计划",
    title=("year", "content"),
    list_columns=("year", "timing", "section", "content", "responsible", "budget", "status"),
    groups=(
        Group("计划", ("year", "position", "timing", "section", "content", "target")),
        Group("落实", ("responsible", "partners", "budget", "status", "note")),
    ),
    order=("-year", "position", "id"),
    search=("content",),
    key=("year", "timing", "content"),
    names=("年度工作计划", "工作计划表", "工作安排"),
)
