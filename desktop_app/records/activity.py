"""An event for women workers: what it was, who came, what it cost; the source of most yearly figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Amount, Choice, Day, LongText, Number, Text, Time, Value


class Activity(Record):
    """活动."""

    __tablename__ = "activity"

    name: Mapped[str | None] = column(
        Text("活动名称", names=("活动主题", "名称", "项目名称", "活动内容"), required=True, max_length=100)
    )
    category: Mapped[str | None] = column(
        Choice("活动类别", names=("类别", "活动类型"), required=True, options=wording.ACTIVITY_CATEGORIES, open=True)
    )
    held_on: Mapped[date | None] = column(
        Day("日期", names=("活动日期", "活动时间", "时间", "开始日期"), required=True), index=True
    )
    ends_on: Mapped[date | None] = column(Day("结束日期"))
    starts_at: Mapped[time | None] = column(Time("开始时间"))
    ends_at: Mapped[time | None] = column(Time("结束时间"))
    place: Mapped[str | None] = column(Text("地点", names=("活动地点",), max_length=80))
    mode: Mapped[str | None] = column(Choice("活动形式", options=("线下", "线上", "线上线下结合"), default="线下"))
    organiser: Mapped[str | None] = column(Text("主办", names=("主办单位",), max_length=100))
    co_organiser: Mapped[str | None] = column(Text("协办", names=("协办单位",), max_length=100))
    attendee_count: Mapped[int | None] = column(Number("参加人数", names=("人数", "参与人数", "参加人次"), unit="人"))
    woman_count: Mapped[int | None] = column(Number("女职工人数", names=("女职工数", "其中女职工"), unit="人"))
    speaker: Mapped[str | None] = column(Text("主讲（嘉宾）", names=("主讲", "嘉宾", "主讲人"), max_length=100))
    purpose: Mapped[str | None] = column(LongText("依据和目的", max_length=1000))
    plan: Mapped[str | None] = column(LongText("方案摘要", max_length=2000))
    content: Mapped[str | None] = column(LongText("内容", names=("活动内容", "主要内容"), max_length=3000))
    effect: Mapped[str | None] = column(LongText("成效", names=("活动成效", "效果"), max_length=2000))
    publicity: Mapped[str | None] = column(Text("媒体报道", names=("信息采用", "报道情况"), max_length=200))
    material_count: Mapped[int | None] = column(Number("发放资料", names=("发放资料份数", "资料份数"), unit="份"))
    promoted_count: Mapped[int | None] = column(
        Number("提升技能等级", unit="人", help="技能培训、竞赛中晋级或取证的女职工")
    )
    work_count: Mapped[int | None] = column(Number("作品数", unit="件", help="读书活动的作品"))
    couple_count: Mapped[int | None] = column(Number("牵手对数", unit="对", help="婚恋交友活动"))
    child_count: Mapped[int | None] = column(Number("托管儿童", unit="人", help="托管（托育）班"))
    day_count: Mapped[int | None] = column(Number("托管天数", unit="天", help="托管（托育）班", maximum=366))
    fund: Mapped[str | None] = column(Choice("经费科目", options=wording.FUNDS, open=True))
    expense: Mapped[Decimal | None] = column(Amount("经费", names=("活动经费", "经费支出", "支出")))
    preparer: Mapped[str | None] = column(Text("经办人", names=("填表人",), max_length=40))
    reviewer: Mapped[str | None] = column(Text("审核人", max_length=40))
    note: Mapped[str | None] = column(Text("备注", max_length=200))


def check_activity(values: Mapping[str, Value]) -> list[Problem]:
    """It ends after it starts, and no more women came than people."""
    problems = []
    start, end = values.get("held_on"), values.get("ends_on")
    if start and end and end < start:
        problems.append(Problem("ends_on", "结束日期不应早于日期"))
    everyone, women = values.get("attendee_count"), values.get("woman_count")
    if everyone is not None and women is not None and women > everyone:
        problems.append(Problem("woman_count", "女职工人数不应大于参加人数"))
    return problems


TYPE = RecordType(
    model=Activity,
    label="活动",
    title=("name", "held_on"),
    list_columns=("held_on", "name", "category", "place", "attendee_count", "woman_count", "expense"),
    groups=(
        Group(
            "活动",
            (
                "name",
                "category",
                "held_on",
                "ends_on",
                "starts_at",
                "ends_at",
                "place",
                "mode",
                "organiser",
                "co_organiser",
                "attendee_count",
                "woman_count",
                "speaker",
            ),
        ),
        Group("审批", ("purpose", "plan", "fund", "expense", "preparer", "reviewer")),
        Group("内容与成效", ("content", "effect", "publicity", "material_count")),
        Group("统计用", ("promoted_count", "work_count", "couple_count", "child_count", "day_count", "note")),
    ),
    order=("-held_on",),
    search=("name", "place"),
    key=("held_on", "name"),
    names=("活动登记", "活动台账", "活动记录"),
    check=check_activity,
)
