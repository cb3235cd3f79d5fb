"""A woman worker in a specially protected time; kept only with her own consent, in a locked ledger."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, Link, MonthKind, Number, Text, Value, YesNo

_PURPOSE = "按女职工劳动保护特别规定安排休假、工时和岗位"


class SpecialPeriod(Record):
    """特殊时期."""

    __tablename__ = "special_period"

    person_id: Mapped[int | None] = column(Link("人员", required=True, to="person"))
    stage: Mapped[str | None] = column(
        Choice("时期", required=True, options=wording.SPECIAL_STAGES, sensitive=True, purpose=_PURPOSE)
    )
    due_month: Mapped[date | None] = column(
        MonthKind("预产期（年月）", help="只记年月；不登记末次月经", sensitive=True, purpose=_PURPOSE)
    )
    ended_month_count: Mapped[int | None] = column(
        Number("流产时怀孕月数", unit="个月", maximum=10, sensitive=True, purpose=_PURPOSE)
    )
    delivered_on: Mapped[date | None] = column(Day("生育（流产）日期", sensitive=True, purpose=_PURPOSE))
    infant_count: Mapped[int | None] = column(
        Number("胎数", unit="个", minimum=1, maximum=9, sensitive=True, purpose=_PURPOSE)
    )
    is_dystocia: Mapped[bool | None] = column(YesNo("难产", sensitive=True, purpose=_PURPOSE))
    is_caesarean: Mapped[bool | None] = column(YesNo("剖宫产", sensitive=True, purpose=_PURPOSE))
    child_number: Mapped[int | None] = column(
        Number(
            "第几孩",
            help="有的省二孩、三孩的假更长；不填按一孩",
            minimum=1,
            maximum=9,
            sensitive=True,
            purpose=_PURPOSE,
        )
    )
    leave_starts_on: Mapped[date | None] = column(Day("休假起", sensitive=True, purpose=_PURPOSE))
    leave_ends_on: Mapped[date | None] = column(Day("休假止", sensitive=True, purpose=_PURPOSE))
    works_overtime: Mapped[bool | None] = column(YesNo("仍安排加班"))
    works_nights: Mapped[bool | None] = column(YesNo("仍安排夜班"))
    post_id: Mapped[int | None] = column(Link("所在岗位", to="hazard_post", help="禁忌劳动岗位清单里的岗位"))
    ends_contract_on: Mapped[date | None] = column(Day("拟解除（终止）劳动合同日期", sensitive=True, purpose=_PURPOSE))
    ends_contract_by: Mapped[str | None] = column(
        Text("拟解除（终止）的依据", max_length=100, sensitive=True, purpose=_PURPOSE)
    )
    consented_on: Mapped[date | None] = column(
        Day("本人单独同意日期", required=True, help="个人信息保护法第二十九条：没有单独同意不能登记")
    )
    consent_withdrawn_on: Mapped[date | None] = column(Day("撤回同意日期"))
    delete_after: Mapped[date | None] = column(Day("保存至", help="到期提醒删除；一般为特殊时期结束"))
    note: Mapped[str | None] = column(Text("备注", max_length=200, sensitive=True, purpose=_PURPOSE))


def check_special_period(values: Mapping[str, Value]) -> list[Problem]:
    """Leave and consent come in their order, and a miscarriage has no infants."""
    problems = []
    for first, then, reason in (
        ("leave_starts_on", "leave_ends_on", "不应早于休假起"),
        ("consented_on", "consent_withdrawn_on", "不应早于同意日期"),
        ("consented_on", "delete_after", "不应早于同意日期"),
    ):
        start, end = values.get(first), values.get(then)
        if start and end and end < start:
            problems.append(Problem(then, reason))
    if values.get("ended_month_count") is not None and (values.get("is_dystocia") or values.get("is_caesarean")):
        problems.append(Problem("ended_month_count", "流产时才填；正常生育、难产、剖宫产不填"))
    return problems


TYPE = RecordType(
    model=SpecialPeriod,
    label="特殊时期",
    title=("person_id", "consented_on"),
    list_columns=("person_id", "stage", "post_id", "consented_on", "consent_withdrawn_on", "delete_after"),
    groups=(
        Group(
            "时期",
            (
                "person_id",
                "stage",
                "due_month",
                "delivered_on",
                "ended_month_count",
                "infant_count",
                "child_number",
                "is_dystocia",
                "is_caesarean",
            ),
        ),
        Group("休假与安排", ("leave_starts_on", "leave_ends_on", "works_overtime", "works_nights", "post_id")),
        Group("解除（终止）合同", ("ends_contract_on", "ends_contract_by")),
        Group("同意与保存", ("consented_on", "consent_withdrawn_on", "delete_after", "note")),
    ),
    order=("-id",),
    is_guarded=True,
    check=check_special_period,
)
