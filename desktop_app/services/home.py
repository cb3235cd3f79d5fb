"""What the first page shows: four figures, what is to be done by when, and the year's use of the nursing rooms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import func, select

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import Values
from desktop_app.records.registry import record_type
from desktop_app.rules.checks import committee_findings
from desktop_app.rules.deadlines import months_before
from desktop_app.rules.findings import ERROR
from desktop_app.services import negotiations, periods, records
from desktop_app.services.lines import lines

OVERDUE, SOON, OPEN = "overdue", "soon", "open"

# What nearly every form's head asks of the unit and its union (forms survey, section 6).
_HEAD_FIELDS = {
    "enterprise": ("name", "uscc", "category", "industry", "province", "address", "phone"),
    "union_committee": ("name", "upper_union", "chair", "term_ends_on", "contact", "contact_phone"),
}
_CLEANED_WITHIN = 7  # days without any cleaning before it counts as overdue (our own choice, level L6)


@dataclass(frozen=True)
class Figure:
    """One of the four figures; ``kind`` is the record behind it. ``value`` is already worded, "—" when unknown."""

    label: str
    value: str
    unit: str
    note: str
    kind: str
    urgency: str = OPEN


@dataclass(frozen=True)
class Task:
    """One thing to do: when, what, and the record where it is done (id 0: it must be added)."""

    urgency: str
    due: date | None
    sentence: str
    kind: str
    record_id: int = 0


@dataclass(frozen=True)
class Home:
    """All that the first page shows, read together."""

    is_empty: bool
    figures: tuple[Figure, ...]
    tasks: tuple[Task, ...]
    visits: tuple[int, ...]  # of each month of this year up to now


def home(ledger: Ledger, on: date) -> Home:
    """The first page as of ``on``."""
    terms = lines(ledger, "committee_term", {})
    rounds = lines(ledger, "negotiation", {}, order=("-id",))
    visits = _visits_by_month(ledger, on)
    women = _women(ledger)
    figures = (_term_figure(terms, on), _contract_figure(rounds, on), _room_figure(visits), _roster_figure(women))
    tasks = sorted(_tasks(ledger, terms, rounds, on), key=lambda task: (_ORDER[task.urgency], task.due or date.max))
    is_empty = not terms and not rounds and not women and not any(visits)
    return Home(is_empty, figures, tuple(tasks), tuple(visits))


_ORDER = {OVERDUE: 0, SOON: 1, OPEN: 2}


def _term_figure(terms: list[Values], on: date) -> Figure:
    label, kind = "委员会届期", "committee_term"
    if not terms:
        return Figure(label, "—", "", "还没有登记届次", kind)
    ends = terms[0]["ends_on"]
    value = f"第{terms[0]['number']}届"
    if not ends:
        return Figure(label, value, "", "任期止没有填", kind)
    days = (ends - on).days
    if days < 0:
        return Figure(label, value, "", f"{ends} 已届满", kind, OVERDUE)
    return Figure(label, value, "", f"至 {ends}，还有 {days} 天", kind, SOON if days <= 180 else OPEN)


def _contract_figure(rounds: list[Values], on: date) -> Figure:
    label, kind = "专项集体合同", "negotiation"
    if not rounds:
        return Figure(label, "—", "", "还没有登记协商轮次", kind)
    current = next(
        (r for r in rounds if r["starts_on"] and r["ends_on"] and r["starts_on"] <= on <= r["ends_on"]), None
    )
    if current:
        ends = current["ends_on"]
        near = months_before(ends, 3) <= on
        return Figure(label, "履行中", "", f"至 {ends}，还有 {(ends - on).days} 天", kind, SOON if near else OPEN)
    ends = rounds[0]["ends_on"]
    if ends and ends < on:
        return Figure(label, "已到期", "", f"{ends} 到期，还没有续订", kind, OVERDUE)
    return Figure(label, "协商中", "", "合同还没有生效", kind)


def _room_figure(visits: list[int]) -> Figure:
    this, last = visits[-1], visits[-2] if len(visits) > 1 else None
    note = f"上月 {last} 人次" if last is not None else "今年第一个月"
    return Figure("哺乳室本月使用", str(this), "人次", note, "room_use")


def _roster_figure(women: int) -> Figure:
    return Figure("在册女职工", str(women), "人", "按花名册在职人员", "person")


def _tasks(ledger: Ledger, terms: list[Values], rounds: list[Values], on: date) -> Iterator[Task]:
    yield from _committee_tasks(ledger, terms, on)
    yield from _contract_tasks(ledger, rounds, on)
    yield from _resolution_tasks(ledger, on)
    yield from _room_tasks(ledger, on)
    yield from _head_tasks(ledger)


def _committee_tasks(ledger: Ledger, terms: list[Values], on: date) -> Iterator[Task]:
    if not terms:
        yield Task(OPEN, None, "登记本届女职工委员会：届次、任期和委员", "committee_term")
        return
    term = terms[0]
    for found in committee_findings(term, records.single(ledger, "union_committee"), on):
        urgency = OVERDUE if found.severity == ERROR else SOON
        due = term["ends_on"] if found.rule == "R04" else None
        yield Task(urgency, due, f"{found.about}：{found.message}", found.kind, found.record_id)
    if not lines(ledger, "committee_member", {"term_id": term["id"]}):
        yield Task(OPEN, None, f"第{term['number']}届还没有登记委员", "committee_term", term["id"])


def _contract_tasks(ledger: Ledger, rounds: list[Values], on: date) -> Iterator[Task]:
    """The newest round's present and late stages, 续签 among them."""
    if not rounds:
        yield Task(OPEN, None, "登记专项集体合同的协商轮次", "negotiation")
        return
    newest = rounds[0]
    stages = negotiations.stages(ledger, newest["id"], on)
    done = max((n for n, stage in enumerate(stages) if stage.state == "done"), default=-1)
    for stage in stages[done + 1 :]:  # what was skipped earlier is shown on the board, not here
        if stage.state in ("late", "now"):
            urgency = OVERDUE if stage.state == "late" else SOON if stage.date else OPEN
            said = re.split("[。（]", stage.sentence)[0]
            yield Task(urgency, stage.date, f"专项集体合同·{stage.name}：{said}", "negotiation", newest["id"])


def _resolution_tasks(ledger: Ledger, on: date) -> Iterator[Task]:
    """What meetings resolved and nobody has finished, from thirty days before it is due (our own choice, level L6)."""
    for resolution in lines(ledger, "resolution", {}):
        due = resolution["due_on"]
        if due and resolution["status"] != "已完成" and (due - on).days <= 30:
            said = f"会议决议：{resolution['matter']}" + (f"（{who}）" if (who := resolution["responsible"]) else "")
            yield Task(OVERDUE if due < on else SOON, due, said, "resolution", resolution["id"])


def _room_tasks(ledger: Ledger, on: date) -> Iterator[Task]:
    cleaning: Any = record_type("room_cleaning").model.__table__
    with ledger.reading() as connection:
        query = select(cleaning.c.room_id, func.max(cleaning.c.cleaned_on)).group_by(cleaning.c.room_id)
        cleaned = {row[0]: row[1] for row in connection.execute(query)}
    for room in lines(ledger, "nursing_room", {"status": "启用"}):
        last = cleaned.get(room["id"])
        if last is None:
            yield Task(OPEN, None, f"{room['name']}还没有清洁消毒记录", "room_cleaning")
        elif on - last > timedelta(days=_CLEANED_WITHIN):
            sentence = f"{room['name']}已有 {(on - last).days} 天没有清洁消毒记录"
            yield Task(OVERDUE, last + timedelta(days=_CLEANED_WITHIN), sentence, "room_cleaning")
        elif last < on and on.weekday() < 5:
            yield Task(SOON, on, f"{room['name']}今天还没有清洁消毒记录", "room_cleaning")


def _head_tasks(ledger: Ledger) -> Iterator[Task]:
    for kind, names in _HEAD_FIELDS.items():
        of, values = record_type(kind), records.single(ledger, kind)
        missing = [of.fields[name].label for name in names if values.get(name) in (None, "")]
        if missing:
            sentence = f"{of.label}概况还缺 {len(missing)} 项：{'、'.join(missing)}"
            yield Task(OPEN, None, sentence, kind, values.get("id") or 0)


def _visits_by_month(ledger: Ledger, on: date) -> list[int]:
    """Counted month by month, each a short stretch of the date index, so that a log of 1,000,000 lines costs little."""
    use: Any = record_type("room_use").model.__table__
    with ledger.reading() as connection:
        return [
            connection.execute(
                select(func.count()).select_from(use).where(use.c.used_on.between(month.start, month.end))
            ).scalar_one()
            for month in (periods.month(on.year, number) for number in range(1, on.month + 1))
        ]


def _women(ledger: Ledger) -> int:
    person: Any = record_type("person").model.__table__
    working = person.c.status.is_(None) | (person.c.status == "在职")
    woman = person.c.gender.is_(None) | (person.c.gender == "女")
    with ledger.reading() as connection:
        return connection.execute(select(func.count()).select_from(person).where(working, woman)).scalar_one()
