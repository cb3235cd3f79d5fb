"""汇总: the totals that stand on forms and are kept nowhere; None where the ledger keeps nothing to count."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, func, type_coerce

from desktop_app.records import person
from desktop_app.records.fields import Value
from desktop_app.services.forming.figures.contracts import DUE, more_than_half_agreed, two_thirds_present
from desktop_app.services.forming.figures.counting import Figure, Share, Whether, every, holds, listed, one
from desktop_app.services.forming.figures.rooms import use_figures
from desktop_app.services.forming.figures.stars import star_answer, star_reached
from desktop_app.services.forming.sources import Sources, table_of, working_women

_PERSON = table_of(person.TYPE)


def totals(sources: Sources, labels: Collection[str]) -> dict[str, Value]:
    """The figures 汇总.<label>, those of the rooms' use in one go."""
    used = use_figures(sources, {label.removesuffix("合计") for label in labels if label not in TOTALS}).get("", {})
    return {
        label: TOTALS[label](sources) if label in TOTALS else used.get(label.removesuffix("合计")) for label in labels
    }


def headcount(field: str) -> Figure:
    """A count of the last head-count snapshot on or before the form's day."""
    return Figure("headcount_snapshot", one("人数", "headcount_snapshot"), measure=field)


def members(*modes: str) -> Figure:
    """Serving members of the term, all or of those work modes; who has none stated is 兼职."""
    if not modes:
        return Figure("committee_member", listed("委员"))
    return Figure("committee_member", listed("委员"), lambda sources, c: func.coalesce(c.work_mode, "兼职").in_(modes))


def contracts(*forms: str, measure: str = "", reviewed: bool = False) -> Figure:
    """Signed contracts in force on the form's day, all or of those forms or with the labour authority's consent."""

    def which(sources: Sources, c: Any) -> ColumnElement[bool]:
        day = sources.occasion.day
        found = [c.signed_on <= day, c.starts_on <= day, c.ends_on >= day]
        if forms:
            found.append(func.coalesce(c.form, "单独专项合同").in_(forms))
        if reviewed:
            found.append(c.review_result.in_(("无异议自动生效", "书面同意")))
        return and_(*found)

    return Figure("negotiation", every("negotiation"), which, measure)


def rooms(measure: str = "") -> Figure:
    """Nursing rooms in use on the form's day."""

    def which(sources: Sources, c: Any) -> ColumnElement[bool]:
        opened = c.opened_on.is_(None) | (c.opened_on <= sources.occasion.day)
        return and_(func.coalesce(c.status, "启用") == "启用", opened)

    return Figure("nursing_room", every("nursing_room"), which, measure)


def _committee(sources: Sources, c: Any) -> ColumnElement[bool]:
    """The term in question, where it is a committee's (not a lone delegate's) and runs on the form's day."""
    day = sources.occasion.day
    runs = (c.starts_on <= day) & (c.ends_on >= day)
    return and_(c.id == sources.id_of("届次"), c.form == "女职工委员会", runs)


COMMITTEE = Figure("committee_term", every("committee_term"), _committee)
EMPLOYEES, WOMEN = headcount("employee_count"), headcount("woman_worker_count")


def single_parents() -> Figure:
    """Women in service registered both as single parents and as in hardship."""

    def which(sources: Sources, c: Any) -> ColumnElement[bool]:
        return and_(*working_women(_PERSON), c.is_single_parent.is_(True), c.is_in_hardship.is_(True))

    return Figure("person", every("person"), which)


def _joined(names: Sequence[Value]) -> Value:
    return "、".join(name for name in names if name) or None


def _chairs(posts: Sequence[Value]) -> Value:
    """Whether the one post is a chair's or vice chair's; None without a director."""
    return "主席" in (posts[0] or "") if posts else None


def _delegates(side: str, *, women: bool = False) -> Figure:
    """Negotiators of a side, its recorder apart: 记录员 are no delegates (集体合同规定第三十三条)."""

    def which(sources: Sources, c: Any) -> ColumnElement[bool]:
        speaks = func.coalesce(c.role, "") != "记录员"
        return speaks & (c.gender == "女") if women else speaks

    return Figure("negotiator", listed(side), which)


def _cost(c: Any) -> ColumnElement[Any]:
    """Price times quantity; amounts are kept in fen, so the product is an amount again."""
    return type_coerce(type_coerce(c.price, Integer) * c.quantity, c.price.type)


def _of(scope: str, kind: str, measure: str = "") -> Figure:
    """The lines of a list, or the sum of one of their fields."""
    return Figure(kind, listed(scope), measure=measure)


def _vote(field: str) -> Figure:
    """A count of the congress's vote on the contract."""
    return Figure("congress_vote", one("职代会", "congress_vote"), measure=field)


def _inspected(result: str | tuple[str, ...]) -> Figure:
    """Clauses that an inspection of the contract found so."""
    return Figure("performance_inspection_line", listed("检查条款"), holds(result=result))


TOTALS: Mapping[str, Callable[[Sources], Value]] = {
    "有女职工委员会": Whether(COMMITTEE),
    "委员人数": members(),
    "专职人数": members("专职"),
    "兼职人数": members("兼职"),
    "挂职人数": members("挂职"),
    "副主任姓名": Figure(
        "committee_member", listed("委员"), holds(post="副主任"), lambda c: _PERSON.c.name, gather=_joined
    ),
    "主任兼任工会主席": Figure(
        "committee_member",
        listed("委员"),
        lambda sources, c: c.id == sources.id_of("主任"),
        lambda c: _PERSON.c.union_post,
        gather=_chairs,
    ),
    "女职工占比": Share(WOMEN, EMPLOYEES),
    "有专项集体合同": Whether(contracts()),
    "经人社审查": Whether(contracts(reviewed=True)),
    "哺乳室数": rooms(),
    "哺乳室面积": rooms("area"),
    "出席人数": Figure("attendance", listed("签到"), holds(state="出席")),
    "请假人数": Figure("attendance", listed("签到"), holds(state="请假")),
    "缺席人数": Figure("attendance", listed("签到"), holds(state="缺席")),
    "职工方代表人数": _delegates("职工方代表"),
    "企业方代表人数": _delegates("企业方代表"),
    "职工方女代表人数": _delegates("职工方代表", women=True),
    "议题数": _of("协商议题", "negotiation_item"),
    "采纳数": Figure("negotiation_item", listed("协商议题"), holds(outcome=("采纳", "部分采纳"))),
    "到会比例": Share(_vote("present_count"), _vote("delegate_count")),
    "赞成比例": Share(_vote("votes_for"), _vote("delegate_count")),
    "到会达三分之二": two_thirds_present,
    "赞成过半数": more_than_half_agreed,
    "履约率": Share(_inspected("已履行"), _inspected(DUE)),
    "预算合计": _of("预算明细", "activity_expense", "amount"),
    "决算合计": _of("预算明细", "activity_expense", "spent"),
    "签领数量合计": _of("签领", "activity_receipt", "quantity"),
    "签领金额合计": _of("签领", "activity_receipt", "amount"),
    "设备金额合计": Figure("room_equipment", listed("设备设施"), measure=_cost),
    "申报预算合计": _of("申报预算", "room_application_line", "amount"),
    "计划预算合计": _of("工作计划", "plan_item", "budget"),
    "自评星级": Figure("star_assessment_line", listed("星评条件"), measure=star_answer, gather=star_reached),
}
