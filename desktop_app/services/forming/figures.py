"""Figures that stand on forms and are kept nowhere: counted in SQL, None where the ledger keeps nothing to count."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from functools import partial

from sqlalchemy import ColumnElement, Table, case, func, select

from desktop_app.records import committee_member, committee_term, meeting, negotiation, nursing_room, person
from desktop_app.records import performance_inspection as inspection
from desktop_app.records.fields import Value
from desktop_app.services.forming.room_figures import use_figures
from desktop_app.services.forming.sources import Sources, table_of, working_women

Figure = Callable[[Sources], Value]

# The indicators of TJ-01 that stand in the head-count snapshot itself.
HEADCOUNT_FIELDS = {
    "01": "employee_count",
    "02": "woman_worker_count",
    "03": "member_count",
    "04": "woman_member_count",
    "06": "women_group_count",
}

_TERM, _MEMBER, _PERSON = (table_of(each.TYPE) for each in (committee_term, committee_member, person))
_MEETING, _CONTRACT, _INSPECTION = (table_of(each.TYPE) for each in (meeting, negotiation, inspection))
_ROOM = table_of(nursing_room.TYPE)


def totals(sources: Sources, labels: Collection[str]) -> dict[str, Value]:
    """The figures 汇总.<label>, those of the rooms' use in one go."""
    used = use_figures(sources, {label.removesuffix("合计") for label in labels if label not in _TOTALS}).get("", {})
    return {
        label: _TOTALS[label](sources) if label in _TOTALS else used.get(label.removesuffix("合计")) for label in labels
    }


def statistics(sources: Sources, codes: Collection[str]) -> dict[str, Value]:
    """The figures 统计.<code> of TJ-01; None where an area is not kept yet."""
    used = use_figures(sources, {_USE[code] for code in codes if code in _USE}).get("", {})
    found: dict[str, Value] = {code: _STATISTICS[code](sources) for code in codes if code in _STATISTICS}
    return found | {code: used.get(_USE[code]) for code in codes if code in _USE}


def kept_statistics() -> Collection[str]:
    """The codes of TJ-01 that can be counted from what the ledger keeps."""
    return _STATISTICS.keys() | _USE.keys()


def headcount(sources: Sources, field: str) -> Value:
    """A count of the last head-count snapshot on or before the form's day (TJ-01, 01-04 and 06)."""
    return sources.value("人数", field)


def woman_share(sources: Sources) -> Value:
    """Women workers per worker, four places (ZZ-09: 女职工占比)."""
    women, everyone = headcount(sources, "woman_worker_count"), headcount(sources, "employee_count")
    return (Decimal(women) / everyone).quantize(Decimal("0.0001")) if everyone and women is not None else None


def has_committee(sources: Sources) -> Value:
    """Whether a term of a committee (not a lone delegate) runs on the form's day (ZZ-09)."""
    day, c = sources.occasion.day, _TERM.c
    return _has(sources, _TERM, c.form == "女职工委员会", c.starts_on <= day, c.ends_on >= day)


def committees(sources: Sources) -> Value:
    """Committees there are: 1 or 0, for the ledger is one enterprise's (TJ-01, 05)."""
    found = has_committee(sources)
    return None if found is None else int(found)


def members(sources: Sources, *modes: str) -> Value:
    """Serving members of the term, all or of those work modes (TJ-01, 07-09: 07=08+09, so 09 counts 挂职 too)."""
    if sources.id_of("届次") is None:
        return None
    query = sources.rows("委员").order_by(None).with_only_columns(func.count())
    if modes:
        query = query.where(func.coalesce(_MEMBER.c.work_mode, "兼职").in_(modes))
    found: int = sources.connection.execute(query).scalar_one()
    return found


def deputies(sources: Sources) -> Value:
    """The names of the serving deputy directors, joined by 、 (ZZ-09)."""
    query = sources.rows("委员", [_PERSON.c.name]).where(_MEMBER.c.post == "副主任")
    return "、".join(name for name in sources.connection.execute(query).scalars() if name) or None


def director_is_chair(sources: Sources) -> Value:
    """Whether the director's union post is a chair's or vice chair's (ZZ-09: 主任是否为工会女主席、副主席)."""
    seat = sources.id_of("主任")
    if seat is None:
        return None
    query = select(_PERSON.c.union_post).join(_MEMBER, _MEMBER.c.person_id == _PERSON.c.id).where(_MEMBER.c.id == seat)
    return "主席" in (sources.connection.execute(query).scalar() or "")


def meetings(sources: Sources) -> Value:
    """Committee meetings within the period (TJ-01, 11)."""
    within = _MEETING.c.held_on.between(sources.occasion.span.start, sources.occasion.span.end)
    return _count(sources, _MEETING, _MEETING.c.category == "女职工委员会全体会议", within)


def contracts(sources: Sources, *forms: str) -> Value:
    """Signed contracts in force on the form's day, all or of those forms (TJ-01, 24-26: 24=25+26)."""
    of_forms = [func.coalesce(_CONTRACT.c.form, "单独专项合同").in_(forms)] if forms else []
    return _count(sources, _CONTRACT, *_in_force(sources), *of_forms)


def covered_women(sources: Sources) -> Value:
    """Women covered by the contracts in force (TJ-01, 27)."""
    query = select(func.sum(_CONTRACT.c.covered_woman_count)).where(*_in_force(sources))
    return sources.connection.execute(query).scalar()


def has_contract(sources: Sources) -> Value:
    """Whether a signed contract is in force on the form's day (ZZ-09; TJ-01, 28)."""
    return _has(sources, _CONTRACT, *_in_force(sources))


def is_reviewed(sources: Sources) -> Value:
    """Whether the contract in force passed the labour authority's review (ZZ-09: 是否经人社审查)."""
    passed = _CONTRACT.c.review_result.in_(("无异议自动生效", "书面同意"))
    return _has(sources, _CONTRACT, *_in_force(sources), passed)


def inspections(sources: Sources) -> Value:
    """Joint inspections of how the contract is kept, within the period (TJ-01, 29)."""
    within = _INSPECTION.c.inspected_on.between(sources.occasion.span.start, sources.occasion.span.end)
    return _count(sources, _INSPECTION, within)


def rooms(sources: Sources) -> Value:
    """Nursing rooms in use (TJ-01, 42)."""
    return _count(sources, _ROOM, *_open_rooms(sources))


def room_area(sources: Sources) -> Value:
    """Their area together in ㎡ (TJ-01, 43)."""
    return sources.connection.execute(select(func.sum(_ROOM.c.area)).where(*_open_rooms(sources))).scalar()


def single_parents(sources: Sources) -> Value:
    """Women in service registered both as single parents and as in hardship (TJ-01, 49)."""
    c = _PERSON.c
    return _count(sources, _PERSON, *working_women(_PERSON), c.is_single_parent.is_(True), c.is_in_hardship.is_(True))


def attendees(sources: Sources, state: str) -> Value:
    """People on the meeting's attendance list with that state (ZZ-11)."""
    return _tally(sources, "签到", lambda c: c.state == state)


def delegates(sources: Sources, side: str, *, women: bool = False) -> Value:
    """Negotiators of a side, its recorder apart: 记录员 are no delegates (集体合同规定第三十三条)."""
    return _tally(
        sources,
        side,
        lambda c: (func.coalesce(c.role, "") != "记录员") & ((c.gender == "女") if women else c.id.is_not(None)),
    )


def items(sources: Sources, *outcomes: str) -> Value:
    """Subjects of the negotiation, all or with those outcomes (HT-08)."""
    return _tally(sources, "协商议题", lambda c: c.outcome.in_(outcomes) if outcomes else c.id.is_not(None))


def _in_force(sources: Sources) -> list[ColumnElement[bool]]:
    day, c = sources.occasion.day, _CONTRACT.c
    return [c.signed_on <= day, c.starts_on <= day, c.ends_on >= day]


def _open_rooms(sources: Sources) -> list[ColumnElement[bool]]:
    c = _ROOM.c
    opened = c.opened_on.is_(None) | (c.opened_on <= sources.occasion.day)
    return [func.coalesce(c.status, "启用") == "启用", opened]


def _count(sources: Sources, table: Table, *conditions: ColumnElement[bool]) -> int | None:
    """Rows that meet the conditions; None while the ledger keeps no such record at all: blank is not 0."""
    matching = func.count(case((func.coalesce(_all(conditions), 0) == 1, 1))) if conditions else func.count()
    everything, found = sources.connection.execute(select(func.count(), matching).select_from(table)).one()
    return found if everything else None


def _has(sources: Sources, table: Table, *conditions: ColumnElement[bool]) -> bool | None:
    found = _count(sources, table, *conditions)
    return None if found is None else found > 0


def _all(conditions: Collection[ColumnElement[bool]]) -> ColumnElement[bool]:
    first, *others = conditions
    for condition in others:
        first = first & condition
    return first


def _tally(sources: Sources, scope: str, condition: Callable[..., ColumnElement[bool]]) -> int | None:
    """Rows of a list scope that meet the condition; None when the list is empty."""
    rows = sources.rows(scope).order_by(None)
    table = rows.get_final_froms()[0]
    query = rows.with_only_columns(func.count(), func.count(case((condition(table.c), 1))))
    everything, found = sources.connection.execute(query).one()
    return found if everything else None


_SEPARATE, _JOINED = ("单独专项合同",), ("集体合同附件", "集体合同专章")

_TOTALS: Mapping[str, Figure] = {
    "有女职工委员会": has_committee,
    "委员人数": members,
    "专职人数": lambda sources: members(sources, "专职"),
    "兼职人数": lambda sources: members(sources, "兼职"),
    "挂职人数": lambda sources: members(sources, "挂职"),
    "副主任姓名": deputies,
    "主任兼任工会主席": director_is_chair,
    "女职工占比": woman_share,
    "有专项集体合同": has_contract,
    "经人社审查": is_reviewed,
    "哺乳室数": rooms,
    "哺乳室面积": room_area,
    "出席人数": lambda sources: attendees(sources, "出席"),
    "请假人数": lambda sources: attendees(sources, "请假"),
    "缺席人数": lambda sources: attendees(sources, "缺席"),
    "职工方代表人数": lambda sources: delegates(sources, "职工方代表"),
    "企业方代表人数": lambda sources: delegates(sources, "企业方代表"),
    "职工方女代表人数": lambda sources: delegates(sources, "职工方代表", women=True),
    "议题数": items,
    "采纳数": lambda sources: items(sources, "采纳", "部分采纳"),
}

# TJ-01 by code; codes not here belong to areas the ledger does not keep yet (forms survey, section 4, TJ-01).
_STATISTICS: Mapping[str, Figure] = {
    **{code: partial(headcount, field=field) for code, field in HEADCOUNT_FIELDS.items()},
    "05": committees,
    "07": members,
    "08": lambda sources: members(sources, "专职"),
    "09": lambda sources: members(sources, "兼职", "挂职"),
    "11": meetings,
    "24": contracts,
    "25": lambda sources: contracts(sources, *_SEPARATE),
    "26": lambda sources: contracts(sources, *_JOINED),
    "27": covered_women,
    "28": has_contract,
    "29": inspections,
    "42": rooms,
    "43": room_area,
    "49": single_parents,
}

# Those that are figures of the rooms' use: women who used them by name, and visits.
_USE = {"44": "使用人数", "45": "使用人次"}
