"""One round of health checks, in figures only: no names, no findings of a person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Amount, Choice, Choices, Day, Number, Text, Value


class HealthCheck(Record):
    """健康检查."""

    __tablename__ = "health_check"

    checked_on: Mapped[date | None] = column(Day("检查时间", names=("检查日期", "体检时间"), required=True), index=True)
    category: Mapped[str | None] = column(
        Choice(
            "检查类别",
            required=True,
            options=("妇科（“两癌”）检查", "职业健康检查", "一般体检"),
            default="妇科（“两癌”）检查",
            open=True,
        )
    )
    hospital: Mapped[str | None] = column(Text("检查医院", names=("医院", "检查机构"), max_length=100))
    items: Mapped[tuple[str, ...] | None] = column(
        Choices("检查项目", options=("妇科常规", "乳腺B超", "钼靶", "TCT", "HPV"), open=True)
    )
    due_count: Mapped[int | None] = column(Number("应检人数", names=("应检",), unit="人"))
    checked_count: Mapped[int | None] = column(Number("实检人数", names=("实检",), unit="人"))
    first_count: Mapped[int | None] = column(Number("首次检查人数", unit="人"))
    hardship_count: Mapped[int | None] = column(Number("困难女职工人数", unit="人"))
    fee: Mapped[Decimal | None] = column(Amount("费用标准", help="元/人"))
    paid_by: Mapped[str | None] = column(
        Choice("费用来源", options=("单位", "工会", "公共卫生项目", "个人"), open=True)
    )
    breast_count: Mapped[int | None] = column(Number("乳腺异常人数", unit="人"))
    cervix_count: Mapped[int | None] = column(Number("宫颈异常人数", unit="人"))
    other_count: Mapped[int | None] = column(Number("其他异常人数", unit="人"))
    recheck_count: Mapped[int | None] = column(Number("复查转诊人数", names=("复查/转诊人数",), unit="人"))
    note: Mapped[str | None] = column(Text("备注", max_length=200))


def check_counts(values: Mapping[str, Value]) -> list[Problem]:
    """Nobody is checked who was not due."""
    due, checked = values.get("due_count"), values.get("checked_count")
    if due is not None and checked is not None and checked > due:
        return [Problem("checked_count", "实检人数不应大于应检人数")]
    return []


TYPE = RecordType(
    model=HealthCheck,
    label="健康检查",
    title=("checked_on", "category"),
    list_columns=("checked_on", "category", "hospital", "due_count", "checked_count", "paid_by"),
    groups=(
        Group(
            "检查",
            (
                "checked_on",
                "category",
                "hospital",
                "items",
                "due_count",
                "checked_count",
                "first_count",
                "hardship_count",
                "fee",
                "paid_by",
            ),
        ),
        Group("结果（只填人数）", ("breast_count", "cervix_count", "other_count", "recheck_count", "note")),
    ),
    order=("-checked_on",),
    key=("checked_on", "category", "hospital"),
    names=("健康检查", "两癌筛查", "体检"),
    check=check_counts,
)
