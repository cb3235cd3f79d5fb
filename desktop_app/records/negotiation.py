"""One round of the special collective contract, from offer to renewal: every date of the procedure in one place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Choice, Code, Day, Link, LongText, Number, Phone, Text, Value, YesNo


class Negotiation(Record):
    """协商轮次（女职工权益保护专项集体合同）."""

    __tablename__ = "negotiation"

    name: Mapped[str | None] = column(
        Text("合同名称", required=True, max_length=100, default="女职工权益保护专项集体合同")
    )
    contract_number: Mapped[str | None] = column(Code("合同编号"))
    form: Mapped[str | None] = column(
        Choice("合同形式", options=("单独专项合同", "集体合同附件", "集体合同专章"), default="单独专项合同")
    )
    level: Mapped[str | None] = column(Choice("层级", options=("企业", "区域性", "行业性"), default="企业"))
    occasion: Mapped[str | None] = column(Choice("签订情形", options=("首次签订", "续订", "变更"), default="首次签订"))
    previous_id: Mapped[int | None] = column(Link("上一份合同", to="negotiation"))
    subject: Mapped[str | None] = column(Text("协商事项", max_length=200, default="女职工权益保护"))
    prepared_on: Mapped[date | None] = column(Day("议题征集日期"))
    offered_on: Mapped[date | None] = column(Day("要约日期"), index=True)
    offered_by: Mapped[str | None] = column(Choice("要约方", options=("职工方", "企业方"), default="职工方"))
    offer_received_by: Mapped[str | None] = column(Text("要约签收人", max_length=40))
    offer_number: Mapped[str | None] = column(Code("要约编号"))
    proposed_on: Mapped[date | None] = column(Day("建议协商日期"))
    proposed_place: Mapped[str | None] = column(Text("建议协商地点", max_length=80))
    delegate_count: Mapped[int | None] = column(Number("每方代表人数", unit="人", maximum=50))
    materials: Mapped[str | None] = column(LongText("需提供的资料", max_length=1000))
    is_accepted: Mapped[bool | None] = column(YesNo("同意协商"))
    reply_number: Mapped[str | None] = column(Code("答复书编号"))
    reply_opinion: Mapped[str | None] = column(LongText("答复意见", max_length=1000))
    agreed_on: Mapped[date | None] = column(Day("商定协商日期"))
    agreed_place: Mapped[str | None] = column(Text("商定协商地点", max_length=80))
    materials_reply: Mapped[str | None] = column(Text("资料提供情况", max_length=300))
    replied_on: Mapped[date | None] = column(Day("答复日期"))
    urged_on: Mapped[date | None] = column(Day("催告日期", help="逾期未答复或者拒绝协商时"))
    refusal_reported_on: Mapped[date | None] = column(Day("报告上级工会（劳动行政部门）日期"))
    materials_given_on: Mapped[date | None] = column(Day("资料提供日期"))
    session_notified_on: Mapped[date | None] = column(Day("协商会议通知日期"))
    delegates_chosen_on: Mapped[date | None] = column(Day("代表产生日期"))
    delegates_chosen_by: Mapped[str | None] = column(Text("代表产生会议或方式", max_length=100))
    drafted_on: Mapped[date | None] = column(Day("草案形成日期"))
    submitted_to_congress_on: Mapped[date | None] = column(Day("草案提交职代会日期"))
    signed_on: Mapped[date | None] = column(Day("签订日期"))
    is_signed_by_both: Mapped[bool | None] = column(YesNo("双方首席代表均已签字"))
    notified_on: Mapped[date | None] = column(Day("通过情况书面告知日期", help="工会书面告知企业表决结果"))
    filed_on: Mapped[date | None] = column(Day("报送日期", names=("送审日期",)))
    filed_with: Mapped[str | None] = column(Text("报送机关", max_length=100))
    filed_with_union_on: Mapped[date | None] = column(Day("报上一级工会日期"))
    received_on: Mapped[date | None] = column(Day("人社部门收到日期"))
    registration_number: Mapped[str | None] = column(Code("登记编号"))
    review_result: Mapped[str | None] = column(Choice("审查结论", options=("无异议自动生效", "书面同意", "有异议")))
    review_opinion: Mapped[str | None] = column(LongText("审查意见", max_length=2000))
    effective_on: Mapped[date | None] = column(Day("生效日期"))
    published_on: Mapped[date | None] = column(Day("公布日期"))
    published_how: Mapped[str | None] = column(Text("公布方式", max_length=100))
    publicity_ends_on: Mapped[date | None] = column(Day("公示截止日期"))
    inspection_place: Mapped[str | None] = column(Text("文本查阅地点", max_length=80))
    supervision_phone: Mapped[str | None] = column(Phone("监督电话", sensitive=False))
    starts_on: Mapped[date | None] = column(Day("合同期限起"))
    ends_on: Mapped[date | None] = column(Day("合同期限止"))
    rescinded_on: Mapped[date | None] = column(Day("解除日期"))
    rescission_reason: Mapped[str | None] = column(Text("解除原因", max_length=300))
    rescission_reported_on: Mapped[date | None] = column(Day("解除（终止）报告日期"))
    ended_on: Mapped[date | None] = column(Day("终止登记日期", help="期满或者约定条件出现，登记终止"))
    copy_count: Mapped[int | None] = column(Number("份数", unit="份", maximum=99))
    covered_enterprise_count: Mapped[int | None] = column(Number("覆盖企业数", unit="家", default=1))
    covered_woman_count: Mapped[int | None] = column(Number("覆盖女职工数", unit="人"))
    main_topics: Mapped[str | None] = column(LongText("主要议题", max_length=1000))
    course: Mapped[str | None] = column(LongText("协商经过", max_length=2000))
    special_clauses: Mapped[str | None] = column(LongText("主要特色条款", max_length=1000))
    note: Mapped[str | None] = column(Text("备注", max_length=500))


# The order of the procedure (集体合同规定 arts. 32-48, level L2). 上海 orders it otherwise: hence warnings.
PROCEDURE = (
    "prepared_on",
    "offered_on",
    "replied_on",
    "drafted_on",
    "submitted_to_congress_on",
    "signed_on",
    "filed_on",
    "received_on",
    "effective_on",
    "published_on",
)


def check_negotiation(values: Mapping[str, Value]) -> list[Problem]:
    """Dates follow the procedure's order; the term ends after it starts and lasts 1-3 years."""
    problems = []
    fields = TYPE.fields
    dated = [(name, values[name]) for name in PROCEDURE if values.get(name)]
    for (earlier, first), (later, second) in pairwise(dated):
        if second < first:
            reason = f"{fields[later].label}早于{fields[earlier].label}，请核对"
            problems.append(Problem(later, reason, is_warning=True))
    starts, ends = values.get("starts_on"), values.get("ends_on")
    if starts and ends and ends <= starts:
        problems.append(Problem("ends_on", "合同期限止应晚于合同期限起"))
    elif starts and ends and not 364 <= (ends - starts).days <= 3 * 366:
        problems.append(
            Problem("ends_on", "合同期限一般为一年至三年（集体合同规定第三十八条），请核对", is_warning=True)
        )
    return problems


TYPE = RecordType(
    model=Negotiation,
    label="专项集体合同",
    title=("name", "starts_on"),
    list_columns=("name", "occasion", "offered_on", "signed_on", "starts_on", "ends_on"),
    groups=(
        Group("合同", ("name", "contract_number", "form", "level", "occasion", "previous_id", "subject")),
        Group(
            "要约",
            (
                "prepared_on",
                "offered_on",
                "offered_by",
                "offer_number",
                "offer_received_by",
                "proposed_on",
                "proposed_place",
                "delegate_count",
                "materials",
            ),
        ),
        Group(
            "答复",
            (
                "replied_on",
                "is_accepted",
                "reply_number",
                "reply_opinion",
                "agreed_on",
                "agreed_place",
                "materials_reply",
                "urged_on",
                "refusal_reported_on",
            ),
        ),
        Group(
            "代表产生与会前准备",
            ("delegates_chosen_on", "delegates_chosen_by", "materials_given_on", "session_notified_on"),
        ),
        Group(
            "草案与签订",
            (
                "drafted_on",
                "submitted_to_congress_on",
                "notified_on",
                "signed_on",
                "is_signed_by_both",
                "copy_count",
            ),
        ),
        Group(
            "报送与审查",
            (
                "filed_on",
                "filed_with",
                "filed_with_union_on",
                "received_on",
                "registration_number",
                "review_result",
                "review_opinion",
            ),
        ),
        Group(
            "生效与公布",
            (
                "effective_on",
                "published_on",
                "published_how",
                "publicity_ends_on",
                "inspection_place",
                "supervision_phone",
                "starts_on",
                "ends_on",
            ),
        ),
        Group("解除与终止", ("rescinded_on", "rescission_reason", "rescission_reported_on", "ended_on")),
        Group(
            "覆盖与内容",
            ("covered_enterprise_count", "covered_woman_count", "main_topics", "course", "special_clauses", "note"),
        ),
    ),
    order=("-offered_on", "-id"),
    search=("name",),
    check=check_negotiation,
)
