"""How many people there were on a date: forms quote counts at their own date, never today's."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Day, Number, Text, Value


class HeadcountSnapshot(Record):
    """人数时点."""

    __tablename__ = "headcount_snapshot"

    counted_on: Mapped[date | None] = column(
        Day(
            "时点",
            required=True,
            names=(
                "日期",
                "统计时间",
                "截止日期",
                "统计日期",
                "数据时点",
            ),
        ),
        index=True,
    )
    employee_count: Mapped[int | None] = column(
        Number(
            "职工总数",
            names=(
                "职工人数",
                "全部职工",
                "在职职工总数",
                "职工数",
            ),
            unit="人",
            required=True,
        )
    )
    woman_worker_count: Mapped[int | None] = column(
        Number(
            "女职工数",
            names=(
                "女职工人数",
                "女职工总数",
                "其中女职工",
            ),
            unit="人",
            required=True,
        )
    )
    member_count: Mapped[int | None] = column(
        Number(
            "会员数",
            names=(
                "会员人数",
                "工会会员数",
            ),
            unit="人",
        )
    )
    woman_member_count: Mapped[int | None] = column(Number("女会员数", names=("女会员人数",), unit="人"))
    childbearing_age_count: Mapped[int | None] = column(Number("育龄女职工数", unit="人"))
    woman_migrant_count: Mapped[int | None] = column(Number("女农民工数", unit="人"))
    woman_dispatched_count: Mapped[int | None] = column(Number("女劳务派遣数", unit="人"))
    pregnant_count: Mapped[int | None] = column(Number("孕期女职工数", unit="人"))
    nursing_count: Mapped[int | None] = column(Number("哺乳期女职工数", unit="人"))
    women_group_count: Mapped[int | None] = column(Number("女职工小组数", unit="个"))
    congress_delegate_count: Mapped[int | None] = column(Number("职代会代表数", unit="人"))
    woman_delegate_count: Mapped[int | None] = column(Number("职代会女代表数", unit="人"))
    note: Mapped[str | None] = column(Text("备注"))


# part -> whole: a part can never exceed its whole (forms survey, TJ-01 勾稽: 02≤01, 04≤03, 04≤02).
_PARTS = (
    ("woman_worker_count", "employee_count"),
    ("member_count", "employee_count"),
    ("woman_member_count", "member_count"),
    ("woman_member_count", "woman_worker_count"),
    ("childbearing_age_count", "woman_worker_count"),
    ("woman_migrant_count", "woman_worker_count"),
    ("woman_dispatched_count", "woman_worker_count"),
    ("pregnant_count", "woman_worker_count"),
    ("nursing_count", "woman_worker_count"),
    ("woman_delegate_count", "congress_delegate_count"),
)


def check_headcount(values: Mapping[str, Value]) -> list[Problem]:
    """No part is greater than its whole."""
    fields = TYPE.fields
    return [
        Problem(part, f"{fields[part].label}不应大于{fields[whole].label}")
        for part, whole in _PARTS
        if values.get(part) is not None and values.get(whole) is not None and values[part] > values[whole]
    ]


TYPE = RecordType(
    model=HeadcountSnapshot,
    label="人数",
    title=("counted_on",),
    list_columns=("counted_on", "employee_count", "woman_worker_count", "member_count", "woman_member_count", "note"),
    groups=(
        Group("时点", ("counted_on", "note")),
        Group("职工与会员", ("employee_count", "woman_worker_count", "member_count", "woman_member_count")),
        Group(
            "女职工构成",
            (
                "childbearing_age_count",
                "woman_migrant_count",
                "woman_dispatched_count",
                "pregnant_count",
                "nursing_count",
                "women_group_count",
            ),
        ),
        Group("职代会", ("congress_delegate_count", "woman_delegate_count")),
    ),
    order=("-counted_on",),
    key=("counted_on",),
    check=check_headcount,
)
