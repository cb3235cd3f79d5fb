"""Which records a form speaks of: the one it is about, those that belong to it, else those that hold on its date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, case, false, or_, select

from desktop_app.errors import FormRefused
from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import Scope, scopes
from desktop_app.printing.form import Form
from desktop_app.records.base import RecordType
from desktop_app.records.fields import Value
from desktop_app.records.registry import record_type
from desktop_app.services.periods import Period, period_for, year

Conditions = list[ColumnElement[bool]]


@dataclass(frozen=True)
class Occasion:
    """What one form is produced for: its date, its period, the record it is about (None: the usual one)."""

    form: Form
    on: date
    period: Period | None = None
    about: int | None = None
    preparer: str = ""  # who fills it in this time
    operator: str = ""  # who opened the ledger

    @property
    def day(self) -> date:
        """The day its figures hold on: the period's last, or the form's date while the period still runs."""
        return min(self.period.end, self.on) if self.period else self.on

    @property
    def span(self) -> Period:
        """The days its events fall in: its period, or the year of its date."""
        return self.period or year(self.on.year)


def occasion_for(
    ledger: Ledger,
    form: Form,
    on: date,
    period: Period | str | None = None,
    about: int | None = None,
    preparer: str = "",
) -> Occasion:
    """The occasion asked for. Raises FormRefused for what is no period, or a record that is not there."""
    if about is not None and form.about:
        table = table_of(record_type(form.about))
        with ledger.reading() as connection:
            if connection.execute(select(table.c.id).where(table.c.id == about)).first() is None:
                label = record_type(form.about).label
                raise FormRefused(f"没有编号为 {about} 的{label}，“{form.title}”没有生成。请重新选择。")
    return Occasion(form, on, period_for(form.period, period, on), about, preparer, ledger.operator)


def table_of(kind: RecordType) -> Table:
    """The table of a record type."""
    table = kind.model.__table__
    assert isinstance(table, Table)  # noqa: S101 - tells the type checker what DeclarativeBase does not
    return table


class Sources:
    """The records behind the scopes of one form; each is looked for once."""

    def __init__(self, connection: Connection, occasion: Occasion) -> None:
        self.connection = connection
        self.occasion = occasion
        self._ids: dict[str, int | None] = {}

    def id_of(self, name: str) -> int | None:
        """The id of the record that a single scope stands for; None where there is none."""
        if name not in self._ids:
            self._ids[name] = self._subject(scopes()[name])
        return self._ids[name]

    def value(self, name: str, field: str) -> Value:
        """One field of the record that a single scope stands for."""
        table = table_of(_type(scopes()[name]))
        return self.connection.execute(select(table.c[field]).where(table.c.id == self.id_of(name))).scalar()

    def subject_id(self) -> int | None:
        """The record the form is about: the one asked for, else the usual one of its kind."""
        return self.id_of(_SUBJECTS[self.occasion.form.about])

    def rows(self, name: str, columns: Sequence[ColumnElement[Any]] = ()) -> Select[Any]:
        """The query of a list scope's records, in the order they are printed. Its joined type is joined."""
        scope = scopes()[name]
        table = table_of(_type(scope))
        source: Any = table
        if scope.also:
            source = table.outerjoin(table_of(scope.also), table.c[scope.via] == table_of(scope.also).c.id)
        query = select(*(columns or (table.c.id,))).select_from(source)
        return query.where(*self._belonging(name, table)).order_by(*_list_order(name, table))

    def _subject(self, scope: Scope) -> int | None:
        """The record asked for, or the one that it names as its own, or the usual one."""
        kind, about = _type(scope).kind, self.occasion.form.about
        if _SUBJECTS.get(kind) == scope.name and about:
            asked = self.occasion.about if about == kind else self._named_by_subject(about, kind)
            if asked is not None:
                return asked
        table = table_of(_type(scope))
        conditions, order = self._usual(scope.name, table)
        query = select(table.c.id).where(*conditions).order_by(*order, table.c.id).limit(1)
        return self.connection.execute(query).scalar()

    def _named_by_subject(self, about: str, kind: str) -> int | None:
        """The record of ``kind`` that the form's own record links to: the term a meeting was held in."""
        link = next((name for name, link in record_type(about).links().items() if link.to == kind), None)
        found: int | None = self.value(_SUBJECTS[about], link) if link else None
        return found

    def _usual(self, name: str, table: Table) -> tuple[Conditions, list[ColumnElement[Any]]]:
        """Conditions and order by which a single scope's record is the first row."""
        day, c = self.occasion.day, table.c
        match name:
            case "人数":
                return [c.counted_on <= day], [c.counted_on.desc()]
            case "届次":
                runs = (c.starts_on <= day) & or_(c.ends_on.is_(None), c.ends_on >= day)
                return [], [case((runs, 0), else_=1), c.starts_on.desc(), c.number.desc()]
            case "主任" | "副主任":
                return [*self._serving(table), c.post == name], [c.position.is_(None), c.position]
            case "会议":
                return [], [c.held_on.desc(), c.id.desc()]
            case "合同":
                return [], [c.offered_on.is_(None), c.offered_on.desc(), c.id.desc()]
            case "职代会":
                return [_is(c.negotiation_id, self.id_of("合同"))], [c.held_on.desc()]
            case "职工方首席" | "企业方首席":
                return [_is(c.negotiation_id, self.id_of("合同")), c.side == name[:3], c.role == "首席代表"], []
            case "哺乳室":
                return [], [case((c.status == "启用", 0), else_=1)]
        return [], []

    def _belonging(self, name: str, table: Table) -> Conditions:
        """The conditions of a list scope."""
        c, span = table.c, self.occasion.span
        match name:
            case "委员":
                return self._serving(table)
            case "会议议题" | "决议事项" | "签到":
                return [_is(c.meeting_id, self.id_of("会议"))]
            case "职工方代表" | "企业方代表":
                return [_is(c.negotiation_id, self.id_of("合同")), c.side == name[:3]]
            case "协商代表" | "协商议题" | "协商会议":
                return [_is(c.negotiation_id, self.id_of("合同"))]
            case "女职工":
                return working_women(table)
            case "设备设施":
                return [_is(c.room_id, self.id_of("哺乳室"))]
            case "使用登记":
                return [*self.of_room(table), c.used_on.between(span.start, span.end)]
            case "清洁消毒":
                return [*self.of_room(table), c.cleaned_on.between(span.start, span.end)]
            case "哺乳室列表":
                return [c.status != "摘牌"]
        return []

    def of_room(self, table: Table) -> Conditions:
        """One room's records where the form is about a room, else those of all rooms."""
        return [_is(table.c.room_id, self.id_of("哺乳室"))] if self.occasion.form.about == "nursing_room" else []

    def _serving(self, table: Table) -> Conditions:
        """Members of the term who serve on the form's day, or on the term's last day where it is over by then."""
        c, term = table.c, self.id_of("届次")
        day = self._term_day()
        since = or_(c.serves_from.is_(None), c.serves_from <= day)
        return [_is(c.term_id, term), since, or_(c.left_on.is_(None), c.left_on >= day)]

    def _term_day(self) -> date:
        day = self.occasion.day
        starts, ends = self.value("届次", "starts_on"), self.value("届次", "ends_on")
        if ends and ends < day:
            day = ends
        return max(day, starts) if starts else day


# The kinds of record a form can be about, and the scope that stands for it.
_SUBJECTS = {"committee_term": "届次", "meeting": "会议", "negotiation": "合同", "nursing_room": "哺乳室"}


def _is(link: ColumnElement[Any], record_id: int | None) -> ColumnElement[bool]:
    """Belonging to the record; nothing belongs to one that is not there."""
    return false() if record_id is None else link == record_id


def working_women(table: Table) -> Conditions:
    """Women of the roster who are in service; what nobody stated counts as so."""
    c = table.c
    return [or_(c.status.is_(None), c.status == "在职"), or_(c.gender.is_(None), c.gender != "男")]


def _type(scope: Scope) -> RecordType:
    assert scope.record_type is not None  # noqa: S101 - scopes of figures are not asked for records
    return scope.record_type


def _list_order(name: str, table: Table) -> list[ColumnElement[Any]]:
    c = table.c
    match name:
        case "协商代表":  # the workers' side first, its chief on top
            return [c.side.desc(), case((c.role == "首席代表", 0), else_=1), c.id]
        case "职工方代表" | "企业方代表":
            return [case((c.role == "首席代表", 0), else_=1), c.id]
        case "使用登记":
            return [c.used_on, c.entered_at.is_(None), c.entered_at, c.id]
        case "清洁消毒":
            return [c.cleaned_on, c.cleaned_at.is_(None), c.cleaned_at, c.id]
    order = [c[each.lstrip("-")] for each in _type(scopes()[name]).order]
    return [*order, c.id]
