"""Figures of the special collective contract: its articles' numbers, its state, how it is kept, how it was voted."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from sqlalchemy import case, func, select

from desktop_app.printing.official_numbers import in_chinese
from desktop_app.records import congress_vote, contract_clause, performance_inspection, performance_inspection_line
from desktop_app.records.fields import Value
from desktop_app.rules.deadlines import months_before
from desktop_app.services.forming.sources import Sources, table_of

_CLAUSE, _VOTE = table_of(contract_clause.TYPE), table_of(congress_vote.TYPE)
_INSPECTION, _LINE = table_of(performance_inspection.TYPE), table_of(performance_inspection_line.TYPE)

DUE = ("已履行", "部分履行", "未履行")  # 未到期 and 不适用 are not due
_EXPIRING_MONTHS = 3  # before the end either side may ask for renewal (集体合同规定 art. 38, level L2)


def article(number: int) -> str:
    """The name of an article: 14 -> 第十四条."""
    return f"第{in_chinese(number)}条"


def article_heads(sources: Sources) -> list[dict[str, Value]]:
    """条序 and 章标题 of each article of 合同条款, in order; a chapter is named at its first article only."""
    chapters = list(sources.connection.execute(sources.rows("合同条款", [_CLAUSE.c.chapter])).scalars())
    heads: list[dict[str, Value]] = []
    for number, (chapter, articles) in enumerate(groupby(chapters), 1):
        title = f"第{in_chinese(number)}章　{chapter}"
        for place, _ in enumerate(articles):
            heads.append({"条序": article(len(heads) + 1), "章标题": None if place else title})
    return heads


def state(sources: Sources, signed_on: date | None, starts_on: date | None, ends_on: date | None) -> str:
    """合同状态 on the form's day; a contract without its term is still being negotiated."""
    day = sources.occasion.day
    if not (signed_on and starts_on and ends_on) or signed_on > day:
        return "协商中"
    if starts_on > day:
        return "待生效"
    if ends_on < day:
        return "已到期"
    return "三个月内到期" if months_before(ends_on, _EXPIRING_MONTHS) <= day else "有效"


def passed_on(sources: Sources, negotiation_id: int) -> Value:
    """The day of the last vote on the contract at which more than half of all delegates agreed."""
    c = _VOTE.c
    passed = (c.negotiation_id == negotiation_id) & (c.votes_for * 2 > c.delegate_count)
    day: date | None = sources.connection.execute(select(func.max(c.held_on)).where(passed)).scalar()
    return day


def inspected_on(sources: Sources, negotiation_id: int) -> Value:
    """The day of the contract's last inspection up to the form's day."""
    found = _last_inspection(sources, negotiation_id)
    return found[1] if found else None


def kept_and_due(sources: Sources, inspection_id: int) -> tuple[int, int]:
    """How many clauses the inspection found kept, and how many it should have."""
    kept = func.count(case((_LINE.c.result == DUE[0], 1)))
    due = func.count(case((_LINE.c.result.in_(DUE), 1)))
    found = sources.connection.execute(select(kept, due).where(_LINE.c.inspection_id == inspection_id)).one()
    return found[0], found[1]


def last_kept_and_due(sources: Sources, negotiation_id: int) -> tuple[int, int]:
    """``kept_and_due`` of the contract's last inspection; nothing due without one."""
    found = _last_inspection(sources, negotiation_id)
    return kept_and_due(sources, found[0]) if found else (0, 0)


def two_thirds_present(sources: Sources) -> Value:
    """Whether two thirds of all delegates were present at the vote (集体合同规定 art. 36, level L2)."""
    everyone, present = sources.value("职代会", "delegate_count"), sources.value("职代会", "present_count")
    return present * 3 >= everyone * 2 if everyone and present is not None else None


def more_than_half_agreed(sources: Sources) -> Value:
    """Whether more than half of all delegates, not of those present, agreed: exactly half does not do.

    集体合同规定 art. 36 (L2) asks for 半数以上, several provinces for 过半数 (L4); the stricter holds everywhere.
    """
    everyone, agreed = sources.value("职代会", "delegate_count"), sources.value("职代会", "votes_for")
    return agreed * 2 > everyone if everyone and agreed is not None else None


def _last_inspection(sources: Sources, negotiation_id: int) -> tuple[int, date] | None:
    c = _INSPECTION.c
    query = select(c.id, c.inspected_on).where(
        c.negotiation_id == negotiation_id, c.inspected_on <= sources.occasion.day
    )
    row = sources.connection.execute(query.order_by(c.inspected_on.desc(), c.id.desc()).limit(1)).first()
    return (row[0], row[1]) if row else None
