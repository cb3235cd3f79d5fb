"""The enterprise's union and the unions above it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Choice, Code, Day, MonthKind, Number, Phone, Text, Uscc, Value


class Union(Record):
    """工会（基层工会委员会）."""

    __tablename__ = "union_committee"

    name: Mapped[str | None] = column(Text("名称", required=True, max_length=100, names=("工会名称",)))
    uscc: Mapped[str | None] = column(Uscc("工会法人统一社会信用代码"))
    statistics_number: Mapped[str | None] = column(Code("统计代码", help="全国工会统计年报封面 901 项"))
    upper_union: Mapped[str | None] = column(Text("上级工会", max_length=100))
    organisation: Mapped[str | None] = column(
        Choice("组织类型", options=("独立基层工会", "联合基层工会", "工会联合会", "分会"), open=True)
    )
    founded_month: Mapped[date | None] = column(MonthKind("建会时间"))
    term_number: Mapped[int | None] = column(Number("届次", unit="届", minimum=1, maximum=99))
    term_starts_on: Mapped[date | None] = column(Day("任期起"))
    term_ends_on: Mapped[date | None] = column(Day("任期止"))
    chair: Mapped[str | None] = column(Text("主席", max_length=40))
    chair_phone: Mapped[str | None] = column(Phone("主席电话"))
    vice_chairs: Mapped[str | None] = column(Text("副主席", max_length=100))
    contact: Mapped[str | None] = column(Text("联系人", max_length=40))
    contact_phone: Mapped[str | None] = column(Phone("联系人电话"))
    document_mark: Mapped[str | None] = column(Text("发文代字", max_length=20, help="如 金梭工，印在〔2026〕之前"))


def check_union(values: Mapping[str, Value]) -> list[Problem]:
    """A term ends after it starts."""
    starts, ends = values.get("term_starts_on"), values.get("term_ends_on")
    return [Problem("term_ends_on", "任期止应晚于任期起")] if starts and ends and ends <= starts else []


TYPE = RecordType(
    model=Union,
    label="工会",
    title=("name",),
    list_columns=("name", "chair", "upper_union"),
    groups=(
        Group("基本情况", ("name", "uscc", "statistics_number", "upper_union", "organisation", "founded_month")),
        Group(
            "本届工会委员会", ("term_number", "term_starts_on", "term_ends_on", "chair", "chair_phone", "vice_chairs")
        ),
        Group("联系与发文", ("contact", "contact_phone", "document_mark")),
    ),
    is_single=True,
    check=check_union,
)
