"""Duties that lie in the records of the work: plan, resolutions, letters unanswered, forms returned, rooms, gaps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from desktop_app.records.base import Values
from desktop_app.records.registry import record_type
from desktop_app.rules.deadlines import WORKING_DAYS, Period, caution, full_day, is_rest, last_day
from desktop_app.rules.duties import Duty
from desktop_app.rules.parameters import Rulebook
from desktop_app.rules.timing import days_of
from desktop_app.services.lines import read_lines

DONE = "已完成"
SETTLED_BY_STATUS = ("plan_item", "resolution")  # these kinds say themselves that they are done
_NOTICE = timedelta(days=30)  # before a resolution is due (our own choice, level L6)
_UNCLEANED = Period(5, WORKING_DAYS)  # without any cleaning before it counts as overdue (our own choice, level L6)

# What nearly every form's head asks of the unit and its union (forms survey, section 6).
_HEAD_FIELDS = {
    "enterprise": ("name", "uscc", "category", "industry", "province", "address", "phone"),
    "union_committee": ("name", "upper_union", "chair", "term_ends_on", "contact", "contact_phone"),
}


def work_duties(connection: Connection, book: Rulebook, on: date) -> Iterator[Duty]:
    """All of them as of ``on``."""
    yield from _planned(connection, on)
    yield from _resolved(connection)
    yield from _letters(connection, book)
    yield from _returned(connection)
    yield from _rooms(connection, book, on)
    yield from _heads(connection)


def _planned(connection: Connection, on: date) -> Iterator[Duty]:
    """Lines of this year's plan, and last year's until the end of January, while its summary is written."""
    years = (on.year, on.year + 1) if on.month > 1 else (on.year - 1, on.year)
    for year in years:
        for line in read_lines(connection, "plan_item", {"year": year}):
            stretch = days_of(line["timing"] or "", year)
            if stretch and line["status"] != DONE:
                what = f"年度计划：{line['content']}" + _by(line["responsible"])
                yield Duty(
                    f"plan_item:{line['id']}",
                    what,
                    stretch[1],
                    "plan",
                    f"{year}年度工作计划（{line['timing']}）",
                    opens_on=stretch[0],
                    kind="plan_item",
                    record_id=line["id"],
                    field="status",
                    can_be_marked=True,
                )


def _resolved(connection: Connection) -> Iterator[Duty]:
    """What meetings resolved and nobody has finished."""
    meetings = {each["id"]: each for each in read_lines(connection, "meeting", {})}
    for resolution in read_lines(connection, "resolution", {}):
        due = resolution["due_on"]
        if due and resolution["status"] != DONE:
            meeting = meetings.get(resolution["meeting_id"], {})
            yield Duty(
                f"resolution:{resolution['id']}",
                f"会议决议：{resolution['matter']}" + _by(resolution["responsible"]),
                due,
                "resolution",
                f"{meeting.get('name') or '会议'}决议",
                opens_on=due - _NOTICE,
                kind="resolution",
                record_id=resolution["id"],
                field="status",
                can_be_marked=True,
            )


def _letters(connection: Connection, book: Rulebook) -> Iterator[Duty]:
    """R34: a letter of supervision waits for its answer, and for nothing once the superior was asked to step in."""
    rule = book["supervision_reply"]
    for letter in read_lines(connection, "supervision_letter", {}):
        start = letter["received_on"] or letter["issued_on"]
        if letter["replied_on"] or letter["referred_on"] or not start or letter["category"] == "提请上级发建议书":
            continue
        due = last_day(start, rule.period) if rule.period else None
        matter = (letter["matter"] or "").split("\n")[0][:40]
        said = "书面答复" if due else "书面答复（答复天数没有全国规定，按文书上写的期限催办）"
        yield Duty(
            f"supervision_letter:{letter['id']}",
            f"{letter['category']}“{matter}”等候用人单位{said}",
            due,
            "R34",
            rule.citation,
            opens_on=start,
            consequence="逾期不答复的，建议提请上级工会处理",
            caution=caution(due) if due else "",
            kind="supervision_letter",
            record_id=letter["id"],
            field="replied_on",
        )


def _returned(connection: Connection) -> Iterator[Duty]:
    """A form sent back and not handed in again."""
    submissions = read_lines(connection, "submission", {})
    for each in submissions:
        if each["state"] == "退回" and not any(_replaces(other, each) for other in submissions):
            why = f"（{each['return_reason']}）" if each["return_reason"] else ""
            day = f"（{each['returned_on']}）" if each["returned_on"] else ""
            yield Duty(
                f"submission:{each['id']}",
                f"{each['title']}{each['period'] or ''}被退回{why}，改正后重报",
                each["due_on"],
                "returned",
                f"{each['received_by'] or '接收单位'}退回{day}",
                opens_on=each["returned_on"] or each["submitted_on"],
                kind="submission",
                record_id=each["id"],
            )


def _replaces(later: Values, returned: Values) -> bool:
    same = all(later[name] == returned[name] for name in ("form_code", "period", "about_id"))
    return same and later["id"] != returned["id"] and (later["version"] or 1) > (returned["version"] or 1)


def _rooms(connection: Connection, book: Rulebook, on: date) -> Iterator[Duty]:
    """A room in use is cleaned on every working day: today's, and a gap of more than a working week."""
    cleaning: Any = record_type("room_cleaning").model.__table__
    query = select(cleaning.c.room_id, func.max(cleaning.c.cleaned_on)).group_by(cleaning.c.room_id)
    cleaned: dict[int, date] = dict(connection.execute(query).all())
    source = book["room_cleaning"].citation
    for room in read_lines(connection, "nursing_room", {"status": "启用"}):
        last = cleaned.get(room["id"])
        due: date | None = None
        opens: date | None = None
        what = f"{room['name']}还没有清洁消毒记录"
        if last is not None:
            due = full_day(last, _UNCLEANED)
            what = f"{room['name']}已有 {(on - last).days} 天没有清洁消毒记录"
            if due >= on:
                due = opens = on
                what = f"{room['name']}今天还没有清洁消毒记录"
                if last >= on or is_rest(on):
                    continue
        key = f"room_cleaning:{room['id']}:{last}"
        yield Duty(key, what, due, "R31", source, opens_on=opens, kind="room_cleaning")


def _heads(connection: Connection) -> Iterator[Duty]:
    """Gaps that would stay empty on nearly every form."""
    for kind, names in _HEAD_FIELDS.items():
        of = record_type(kind)
        values = next(iter(read_lines(connection, kind, {})), {})
        missing = [name for name in names if values.get(name) in (None, "")]
        if missing:
            labels = "、".join(of.fields[name].label for name in missing)
            what = f"{of.label}概况还缺 {len(missing)} 项：{labels}"
            record_id = values.get("id") or 0
            yield Duty(
                f"head:{kind}", what, None, "head", "各表表头都要用", kind=kind, record_id=record_id, field=missing[0]
            )


def _by(responsible: str | None) -> str:
    return f"（{responsible}）" if responsible else ""
