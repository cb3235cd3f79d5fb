"""Figures of one record that follow from its own fields, or from what hangs beneath it: an age, a rate, a state."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from sqlalchemy import select

from desktop_app.records import negotiator, nursing_room
from desktop_app.records.fields import Value
from desktop_app.rules.deadlines import last_day
from desktop_app.services.forming.figures import contracts
from desktop_app.services.forming.sources import Sources, table_of
from desktop_app.services.rulebook import rulebook_on


@dataclass(frozen=True)
class Derived:
    """``value(sources, *fields)``: the figure from the values of the record's ``fields``, any of them None."""

    fields: tuple[str, ...]
    value: Callable[..., Value]


def age(sources: Sources, born_on: date | None) -> int | None:
    """Full years of life on the form's day."""
    if born_on is None:
        return None
    day = sources.occasion.day
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def minutes(sources: Sources, entered_at: time | None, left_at: time | None) -> int | None:
    """Minutes between two times of one day."""
    if entered_at is None or left_at is None:
        return None
    return (left_at.hour - entered_at.hour) * 60 + left_at.minute - entered_at.minute


def when(
    sources: Sources, first: date | None, last: date | None, starts_at: time | None, ends_at: time | None
) -> str | None:
    """An event's day with its hours beneath, or its first and last day."""
    if first is None:
        return None
    day = f"{first.year}年{first.month}月{first.day}日"
    if last is not None and last != first:
        year = f"{last.year}年" if last.year != first.year else ""
        return f"{day}—{year}{last.month}月{last.day}日"
    hours = "—".join(f"{at:%H:%M}" for at in (starts_at, ends_at) if at)
    return f"{day}\n{hours}" if hours else day


def cost(sources: Sources, price: Decimal | None, quantity: int | None) -> Decimal | None:
    """Price times quantity, in 元."""
    return None if price is None or quantity is None else price * quantity


def opened_on(sources: Sources, room_id: int | None) -> Value:
    """Since when the room that is to be improved is in use; None where a new one is to be built."""
    c = table_of(nursing_room.TYPE).c
    return sources.connection.execute(select(c.opened_on).where(c.id == room_id)).scalar()


def replaced(field: str) -> Derived:
    """A field of the delegate whom another one replaces."""

    def value(sources: Sources, replaces_id: int | None) -> Value:
        c = table_of(negotiator.TYPE).c
        return sources.connection.execute(select(c[field]).where(c.id == replaces_id)).scalar()

    return Derived(("replaces_id",), value)


def reply_due(sources: Sources, offered_on: date | None) -> date | None:
    """The last day for the written answer to an offer, by the rules in force here."""
    period = rulebook_on(sources.connection)["reply"].period
    return last_day(offered_on, period) if offered_on and period else None


def share(part: int | None, whole: int | None) -> Decimal | None:
    """Part of a whole as a decimal of four places; None where the whole is nothing."""
    return None if part is None or not whole else (Decimal(part) / whole).quantize(Decimal("0.0001"))


def sum_of(*parts: int | None) -> int | None:
    """The sum of what is known; None where nothing is."""
    known = [part for part in parts if part is not None]
    return sum(known) if known else None


def contest(sources: Sources, seats: int | None, candidates: int | None) -> str | None:
    """Whether an election offers a choice: 差额 has more candidates than seats, 等额 as many."""
    if not seats or not candidates or candidates < seats:
        return None
    return "差额" if candidates > seats else "等额"


def has_quorum(sources: Sources, due: int | None, present: int | None) -> bool | None:
    """Whether two thirds of those due are there, without whom no vote is held (forms survey, ZZ-03, level L4)."""
    return None if not due or present is None else present * 3 >= due * 2


# By kind of record and label; a label must be among the ``computed`` ones of a scope of that kind.
DERIVED: Mapping[tuple[str, str], Derived] = {
    ("person", "年龄"): Derived(("born_on",), age),
    ("committee_member", "年龄"): Derived(("born_on",), age),
    ("election", "委员选举形式"): Derived(("seat_count", "candidate_count"), contest),
    ("election", "工会委员选举形式"): Derived(("union_seat_count", "union_candidate_count"), contest),
    ("election", "经审委员选举形式"): Derived(("audit_seat_count", "audit_candidate_count"), contest),
    ("election", "到会达三分之二"): Derived(("due_count", "present_count"), has_quorum),
    ("member_change", "年龄"): Derived(("born_on",), age),
    ("room_use", "时长"): Derived(("entered_at", "left_at"), minutes),
    ("room_application", "原启用时间"): Derived(("room_id",), opened_on),
    ("activity", "起止时间"): Derived(("held_on", "ends_on", "starts_at", "ends_at"), when),
    ("room_equipment", "金额"): Derived(("price", "quantity"), cost),
    ("negotiator", "原代表"): replaced("name"),
    ("negotiator", "空缺日"): replaced("left_on"),
    ("negotiator", "更换原因"): replaced("left_because"),
    ("negotiation", "答复期满日"): Derived(("offered_on",), reply_due),
    ("negotiation", "合同状态"): Derived(("signed_on", "starts_on", "ends_on"), contracts.state),
    ("negotiation", "职代会通过日期"): Derived(("id",), contracts.passed_on),
    ("negotiation", "履约检查日期"): Derived(("id",), contracts.inspected_on),
    ("negotiation", "履约率"): Derived(
        ("id",), lambda sources, negotiation_id: share(*contracts.last_kept_and_due(sources, negotiation_id))
    ),
    ("performance_inspection", "履约率"): Derived(
        ("id",), lambda sources, inspection_id: share(*contracts.kept_and_due(sources, inspection_id))
    ),
    ("health_check", "检查率"): Derived(
        ("checked_count", "due_count"), lambda sources, checked, due: share(checked, due)
    ),
    ("health_check", "异常人数"): Derived(
        ("breast_count", "cervix_count", "other_count"), lambda sources, *counts: sum_of(*counts)
    ),
}
