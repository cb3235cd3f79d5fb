"""One term of the women-worker committee, from preparation to the next election."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, LongText, Number, Text, Value, YesNo


class CommitteeTerm(Record):
    """女职工委员会届次."""

    __tablename__ = "committee_term"

    number: Mapped[int | None] = column(Number("届次", required=True, unit="届", minimum=1, maximum=99))
    form: Mapped[str | None] = column(
        Choice("组织形式", options=("女职工委员会", "女职工委员"), default="女职工委员会")
    )
    formed_by: Mapped[str | None] = column(
        Choice(
            "产生方式",
            options=("工会委员会提名协商产生", "女职工大会选举", "女职工代表大会选举", "会员（代表）大会直接选举"),
        )
    )
    founded_on: Mapped[date | None] = column(Day("成立（换届）日期"))
    starts_on: Mapped[date | None] = column(Day("任期起", required=True))
    ends_on: Mapped[date | None] = column(Day("任期止", required=True))
    approved_by: Mapped[str | None] = column(Text("批复机关", max_length=100))
    approval_number: Mapped[str | None] = column(Text("批复文号", max_length=60))
    approved_on: Mapped[date | None] = column(Day("批复日期"))
    seat_count: Mapped[int | None] = column(Number("委员名额", unit="人", maximum=99))
    deputy_seat_count: Mapped[int | None] = column(Number("副主任名额", unit="人", maximum=20))
    prepared_on: Mapped[date | None] = column(Day("筹备日期", help="工会委员会研究换届（成立）的日期"))
    requested_on: Mapped[date | None] = column(Day("请示日期", help="向上级工会请示换届（成立）"))
    request_approved_on: Mapped[date | None] = column(Day("同意换届（成立）批复日期"))
    request_approval_number: Mapped[str | None] = column(Text("同意换届（成立）批复文号", max_length=60))
    nominated_on: Mapped[date | None] = column(Day("提名日期", help="同级工会委员会提名候选人"))
    submitted_on: Mapped[date | None] = column(Day("报批日期", help="选举（协商）结果报上级工会"))
    union_prepared_on: Mapped[date | None] = column(Day("工会委员会筹备日期"))
    union_formed_on: Mapped[date | None] = column(Day("工会委员会产生日期"))
    union_submitted_on: Mapped[date | None] = column(Day("工会委员会报批日期"))
    federation_joined_on: Mapped[date | None] = column(Day("妇联团体会员登记日期"))
    has_rules: Mapped[bool | None] = column(YesNo("有工作制度"))
    rules: Mapped[str | None] = column(LongText("制度清单", max_length=500))
    prepared_together: Mapped[bool | None] = column(
        YesNo("与工会委员会同时筹备", help="三同时（总工发〔2022〕5号第七条）")
    )
    formed_together: Mapped[bool | None] = column(YesNo("与工会委员会同时产生"))
    submitted_together: Mapped[bool | None] = column(YesNo("与工会委员会同时报批"))


def check_term(values: Mapping[str, Value]) -> list[Problem]:
    """A term ends after it starts; other than 3 or 5 years is worth a look (工会法第十六条, level L1)."""
    starts, ends = values.get("starts_on"), values.get("ends_on")
    if not starts or not ends:
        return []
    if ends <= starts:
        return [Problem("ends_on", "任期止应晚于任期起")]
    years = round((ends - starts).days / 365.25, 1)
    if min(abs(years - 3), abs(years - 5)) > 0.1:
        return [Problem("ends_on", "基层工会每届任期三年或者五年（工会法第十六条），请核对", is_warning=True)]
    return []


TYPE = RecordType(
    model=CommitteeTerm,
    label="届次",
    title=("number",),
    list_columns=("number", "starts_on", "ends_on", "formed_by", "approval_number"),
    groups=(
        Group("届次", ("number", "form", "formed_by", "founded_on", "starts_on", "ends_on")),
        Group(
            "筹备与报批",
            (
                "prepared_on",
                "requested_on",
                "request_approved_on",
                "request_approval_number",
                "nominated_on",
                "submitted_on",
            ),
        ),
        Group("批复", ("approved_by", "approval_number", "approved_on", "federation_joined_on")),
        Group("名额与制度", ("seat_count", "deputy_seat_count", "has_rules", "rules")),
        Group(
            "三同时",
            (
                "prepared_together",
                "formed_together",
                "submitted_together",
                "union_prepared_on",
                "union_formed_on",
                "union_submitted_on",
            ),
        ),
    ),
    order=("-number",),
    key=("number",),
    check=check_term,
)
