"""统计: the indicators of TJ-01, each counted from the ledger unless the officer states another number."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from desktop_app.printing.catalogue import names
from desktop_app.records import benefit, stated_figure
from desktop_app.records.fields import Number, Value, YesNo
from desktop_app.services.forming.figures.counting import Figure, Whether, Which, any_of_them, every, holds, within
from desktop_app.services.forming.figures.rooms import use_figures
from desktop_app.services.forming.figures.totals import COMMITTEE, contracts, headcount, members, rooms, single_parents
from desktop_app.services.forming.sources import Sources, table_of

# The indicators that stand in the head-count snapshot itself.
HEADCOUNT_FIELDS = {
    "01": "employee_count",
    "02": "woman_worker_count",
    "03": "member_count",
    "04": "woman_member_count",
    "06": "women_group_count",
}

# Those that are figures of the rooms' use: women who used them by name, and visits.
USE = {"44": "使用人数", "45": "使用人次"}

_SEPARATE, _JOINED = ("单独专项合同",), ("集体合同附件", "集体合同专章")
_COUNTY_AND_ABOVE = ("国家级", "省级", "市级", "县级")
_STATED, _BENEFIT = table_of(stated_figure.TYPE), table_of(benefit.TYPE)


@dataclass(frozen=True)
class Stated:
    """A figure the officer states, and why."""

    record_id: int
    value: Value
    reason: str


def statistics(sources: Sources, codes: Collection[str]) -> dict[str, Value]:
    """The figures 统计.<code>: the stated one, else the counted one; None where nobody keeps it."""
    told = stated(sources)
    used = use_figures(sources, {USE[code] for code in codes if code in USE and code not in told}).get("", {})
    found: dict[str, Value] = {}
    for code in codes:
        if code in told:
            found[code] = told[code].value
        elif code in COUNTED:
            found[code] = COUNTED[code](sources)
        else:
            found[code] = used.get(USE.get(code, ""))
    return found


def stated(sources: Sources) -> dict[str, Stated]:
    """What the officer states for the year of the form's period, by code; nothing for a month, which is no year."""
    span = sources.occasion.span
    if not span.is_year:
        return {}
    c = _STATED.c
    query = select(c.code, c.id, c.value, c.reason).where(c.year == span.end.year).order_by(c.id)
    rows = sources.connection.execute(query)
    return {code: Stated(row_id, _as_kept(code, value), reason or "") for code, row_id, value, reason in rows}


def place_of(sources: Sources, code: str) -> tuple[str, str, int | None]:
    """Where an indicator is mended: kind, field and record, no record where a list of them is behind it."""
    told = stated(sources)
    if code in told or code not in COUNTED:
        return "stated_figure", "value", told[code].record_id if code in told else None
    if code in HEADCOUNT_FIELDS:
        return "headcount_snapshot", HEADCOUNT_FIELDS[code], sources.id_of("人数")
    figure = COUNTED[code]
    return (figure.count if isinstance(figure, Whether) else figure).kind, "", None


def _as_kept(code: str, value: Decimal | None) -> Value:
    """A stated number as the indicator's own kind holds it: a count without places, 1 for 是."""
    entry = names().get(f"统计.{code}")
    if value is None or entry is None:
        return value
    if isinstance(entry.kind, YesNo):
        return value != 0
    return int(value) if isinstance(entry.kind, Number) and value == value.to_integral_value() else value


def _of_committee(sources: Sources, c: Any) -> ColumnElement[bool]:
    span = sources.occasion.span
    return and_(c.category == "女职工委员会全体会议", c.held_on.between(span.start, span.end))


def _inspected(sources: Sources, c: Any) -> ColumnElement[bool]:
    within_span: ColumnElement[bool] = c.inspected_on.between(sources.occasion.span.start, sources.occasion.span.end)
    return within_span


def _activities(category: str = "", measure: str = "") -> Figure:
    which = holds(category=category) if category else any_of_them
    return Figure("activity", within("activity", "held_on"), which, measure)


def _honours(category: str) -> Figure:
    which = holds(category=category, level=_COUNTY_AND_ABOVE)
    return Figure("honour", within("honour", "awarded_on"), which)


def _visits(which: Which = any_of_them) -> Figure:
    return Figure("visit", within("visit", "received_on"), which)


def _closed(sources: Sources, c: Any) -> ColumnElement[bool]:
    return and_(c.is_case.is_(True), c.closed_on <= sources.occasion.day)


def _benefits(which: Which, measure: Any) -> Figure:
    return Figure("benefit", within("benefit", "given_on"), which, measure)


_HYGIENE, _HARDSHIP = holds(category="女职工卫生费"), holds(category="困难帮扶")


def _fullest_month(sources: Sources, c: Any) -> ColumnElement[bool]:
    """Hygiene fees of the month with the most women: who gets the fee every month is still one woman."""
    month, among = func.substr(c.given_on, 1, 7), within("benefit", "given_on")(sources).order_by(None)
    fees = among.where(_HYGIENE(sources, c)).with_only_columns(month).group_by(month)
    fullest = fees.order_by(func.sum(c.people_count).desc(), month.desc()).limit(1)
    return and_(_HYGIENE(sources, c), month == fullest.correlate(None).scalar_subquery())


def _people(c: Any) -> ColumnElement[Any]:
    """A line of help without a number of people is for one."""
    return func.coalesce(c.people_count, 1)


def _checks(*words: str, measure: Any = "checked_count") -> Figure:
    """Health checks of which the category names one of the words."""
    named: Which = lambda sources, c: or_(*(c.category.contains(word) for word in words))  # noqa: E731
    return Figure("health_check", within("health_check", "checked_on"), named, measure)


def _first_or_in_hardship(c: Any) -> ColumnElement[Any]:
    """The two numbers together, where at least one is known."""
    known = c.first_count.is_not(None) | c.hardship_count.is_not(None)
    return case((known, func.coalesce(c.first_count, 0) + func.coalesce(c.hardship_count, 0)))


def _bulletins(which: Which = any_of_them) -> Figure:
    return Figure("bulletin", within("bulletin", "sent_on"), which)


# By code. 19, 20, 21 and 36 are counted nowhere: they are stated, or left to the pen.
COUNTED: Mapping[str, Figure | Whether] = {
    **{code: headcount(field) for code, field in HEADCOUNT_FIELDS.items()},
    "05": COMMITTEE,
    "07": members(),
    "08": members("专职"),
    "09": members("兼职", "挂职"),  # 07=08+09, so 09 counts 挂职 too
    "10": _activities("女职工干部培训", "attendee_count"),
    "11": Figure("meeting", every("meeting"), _of_committee),
    "12": _activities("思想引领"),
    "13": _activities("思想引领", "attendee_count"),
    "14": _activities("劳动和技能竞赛"),
    "15": _activities("劳动和技能竞赛", "woman_count"),
    "16": _activities("技能培训"),
    "17": _activities("技能培训", "woman_count"),
    "18": _activities(measure="promoted_count"),
    "22": _honours("集体"),
    "23": _honours("个人"),
    "24": contracts(),
    "25": contracts(*_SEPARATE),
    "26": contracts(*_JOINED),
    "27": contracts(measure="covered_woman_count"),
    "28": Whether(contracts()),
    "29": Figure("performance_inspection", every("performance_inspection"), _inspected),
    "30": _activities("普法宣传"),
    "31": _activities("普法宣传", "attendee_count"),
    "32": _activities("普法宣传", "material_count"),
    "33": _visits(),
    "34": _visits(holds(is_case=True)),
    "35": _visits(_closed),
    "37": _benefits(_fullest_month, "people_count"),
    "38": _benefits(_HYGIENE, "amount"),
    "39": _checks("两癌", "妇科"),
    "40": _checks("两癌", "妇科", measure=_first_or_in_hardship),
    "41": _checks("职业"),
    "42": rooms(),
    "43": rooms("area"),
    "46": _activities("托管（托育）班"),
    "47": _activities("托管（托育）班", "child_count"),
    "48": _activities("托管（托育）班", "day_count"),
    "49": single_parents(),
    "50": _benefits(_HARDSHIP, _people),
    "51": _benefits(_HARDSHIP, "amount"),
    "52a": _activities("心理关爱"),
    "52b": _activities("心理关爱", "attendee_count"),
    "53a": _activities("婚恋交友"),
    "53b": _activities("婚恋交友", "attendee_count"),
    "53c": _activities("婚恋交友", "couple_count"),
    "54a": _activities("读书活动"),
    "54b": _activities("读书活动", "attendee_count"),
    "54c": _activities("读书活动", "work_count"),
    "55": _activities(measure="expense"),
    "56a": _bulletins(),
    "56b": _bulletins(holds(is_used=True)),
}
