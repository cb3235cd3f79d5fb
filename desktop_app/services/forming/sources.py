"""Which records a form speaks of: the one it is about, those that belong to it, else those that hold on its date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, case, false, func, or_, select

from desktop_app.printing.catalogue import Scope, scopes, subject_scope
from desktop_app.records.base import RecordType
from desktop_app.records.fields import Day, Number, Value
from desktop_app.records.registry import record_type
from desktop_app.records.values import Month
from desktop_app.services.forming.occasion import Occasion

Conditions = list[ColumnElement[bool]]


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
        about = self.occasion.form.about
        for each in (subject_scope(about), name) if about else (name,):  # its owner is the subject's, not any other
            if each not in self._ids:
                self._ids[each] = None  # for what is looked up on the way: a usual subject cannot name its own owner
                self._ids[each] = self._subject(scopes()[each])
        return self._ids[name]

    def value(self, name: str, field: str) -> Value:
        """One field of the record that a single scope stands for."""
        table = table_of(_type(scopes()[name]))
        return self.connection.execute(select(table.c[field]).where(table.c.id == self.id_of(name))).scalar()

    def subject_id(self) -> int | None:
        """The record the form is about: the one asked for, else the usual one of its kind."""
        return self.id_of(subject_scope(self.occasion.form.about))

    def rows(self, name: str, columns: Sequence[ColumnElement[Any]] = ()) -> Select[Any]:
        """The query of a list scope's records, in the order they are printed. Its joined type is joined."""
        scope = scopes()[name]
        table = table_of(_type(scope))
        source: Any = table
        if scope.also:
            source = table.outerjoin(table_of(scope.also), table.c[scope.via] == table_of(scope.also).c.id)
        query = select(*(columns or (table.c.id,))).select_from(source)
        return query.where(*self._belonging(scope, table)).order_by(*_list_order(name, table))

    def _subject(self, scope: Scope) -> int | None:
        """The record asked for, or the one that it names as its own, or the usual one."""
        kind, about = _type(scope).kind, self.occasion.form.about
        if scope.is_subject and about:
            asked = self.occasion.about if about == kind else self._named_by_subject(about, kind)
            if asked is not None:
                return asked
        table = table_of(_type(scope))
        conditions, order = self._usual(scope, table)
        if scope.is_subject and about == kind:
            conditions = conditions + [table.c[field] == word for field, word in self.occasion.form.only.items()]
        query = select(table.c.id).where(*conditions).order_by(*order, table.c.id).limit(1)
        return self.connection.execute(query).scalar()

    def _named_by_subject(self, about: str, kind: str) -> int | None:
        """The record of ``kind`` that the form's own record links to: the term a meeting was held in."""
        link = next((name for name, link in record_type(about).links().items() if link.to == kind), None)
        found: int | None = self.value(subject_scope(about), link) if link else None
        return found

    def _usual(self, scope: Scope, table: Table) -> tuple[Conditions, list[ColumnElement[Any]]]:
        """Conditions and order by which a single scope's record is the first row."""
        day, c = self.occasion.day, table.c
        match scope.name:
            case "人数":
                return [c.counted_on <= day], [c.counted_on.desc()]
            case "届次":
                runs = (c.starts_on <= day) & or_(c.ends_on.is_(None), c.ends_on >= day)
                return [], [case((runs, 0), else_=1), c.starts_on.desc(), c.number.desc()]
            case "上届":
                number = self.value("届次", "number")
                return [false() if number is None else c.number < number], [c.number.desc()]
            case "主任" | "副主任":
                return [*self._serving(table), c.post == scope.name], [c.position.is_(None), c.position]
            case "本人":
                return self._serving(table), [case((c.post == "主任", 0), else_=1), c.position.is_(None), c.position]
            case "选举" if self.occasion.form.about == "election":  # the one in hand, planned or held
                return [], [func.coalesce(c.held_on, c.planned_on).desc()]
            case "原合同":
                return [_is(c.id, self.value("合同", "previous_id"))], []
            case "合同":
                return [], [c.offered_on.is_(None), c.offered_on.desc(), c.id.desc()]
            case "争议":  # of whichever contract
                return [], [c.arose_on.desc()]
            case "哺乳室":
                return [], [case((c.status == "启用", 0), else_=1)]
        return self._own(scope, table), _order(_type(scope), table)

    def _belonging(self, scope: Scope, table: Table) -> Conditions:
        """The conditions of a list scope."""
        match scope.name:
            case "委员":
                return self._serving(table)
            case "女职工":
                return working_women(table)
            case "哺乳室列表":
                return [table.c.status != "摘牌"]
            case "职工方更换" | "企业方更换":
                return [*self._own(scope, table), table.c.replaces_id.is_not(None)]
            case "商定议题":
                agreed = table.c.outcome.in_(("采纳", "部分采纳"))
                return [*self._own(scope, table), agreed, table.c.clause.is_not(None)]
            case "列入议题":
                return [*self._own(scope, table), *self._of_session(table), table.c.is_listed.is_not(False)]
            case "合同列表":  # what was begun after the form's day was not there yet
                return [func.coalesce(table.c.offered_on, table.c.signed_on, self.occasion.day) <= self.occasion.day]
        return self._own(scope, table)

    def _own(self, scope: Scope, table: Table) -> Conditions:
        """What belongs to the owner in question, falls into the period and holds the words the scope asks for."""
        of, about = _type(scope), self.occasion.form.about
        conditions = [table.c[field] == word for field, word in scope.only]
        if of.owner:
            owner = of.links()[of.owner].to
            if not scope.within or about == owner:  # a log speaks of all rooms unless the form is about one
                conditions.append(_is(table.c[of.owner], self.id_of(subject_scope(owner))))
        if scope.within:
            conditions.append(self.in_span(of, table, scope.within))
        if of.kind == "negotiator" and not scope.computed:
            conditions += self._sitting(table)
        return conditions

    def _sitting(self, table: Table) -> Conditions:
        """Delegates who sit when the contract is signed, or on the form's day before that: none already replaced."""
        day = self.value("合同", "signed_on")
        day = min(day, self.occasion.day) if day else self.occasion.day
        c = table.c
        return [or_(c.left_on.is_(None), c.left_on > day), or_(c.chosen_on.is_(None), c.chosen_on <= day)]

    def in_span(self, of: RecordType, table: Table, field: str) -> ColumnElement[bool]:
        """Whether the field, a day or a year, falls into the form's period."""
        span = self.occasion.span
        if isinstance(of.fields[field], Number):
            return table.c[field].between(span.start.year, span.end.year)
        # A month without its day is kept as 2026-01, which as text stands before 2026-01-01.
        since = Month(span.start.year, span.start.month, 1) if span.start.day == 1 else span.start
        return table.c[field].between(since, span.end)

    def of_room(self, table: Table) -> Conditions:
        """One room's records where the form is about a room, else those of all rooms."""
        return [_is(table.c.room_id, self.id_of("哺乳室"))] if self.occasion.form.about == "nursing_room" else []

    def _of_session(self, table: Table) -> Conditions:
        """Subjects settled at the session the form is about; those of which nobody said where stand with each."""
        if self.occasion.form.about != "negotiation_session":
            return []
        return [or_(table.c.session_id.is_(None), _is(table.c.session_id, self.id_of("协商记录")))]

    def _serving(self, table: Table) -> Conditions:
        """Members of the term who serve on the form's day, or on the term's last day where it is over by then."""
        c, term = table.c, self.id_of("届次")
        day = self._term_day()
        since = or_(c.serves_from.is_(None), c.serves_from <= day)
        return [_is(c.term_id, term), since, or_(c.left_on.is_(None), c.left_on >= day)]

    def _term_day(self) -> date:
        if self.occasion.form.about == "election":
            return self._elected_day()
        day = self.occasion.day
        starts, ends = self.value("届次", "starts_on"), self.value("届次", "ends_on")
        if ends and ends < day:
            day = ends
        return max(day, starts) if starts else day

    def _elected_day(self) -> date:
        """The day on which all whom the election brought in serve, and nobody who came later."""
        days = [self.value("选举", field) for field in ("held_on", "plenary_on")]
        days += [self.value("届次", field) for field in ("founded_on", "starts_on", "approved_on")]
        return max((day for day in days if day), default=self.occasion.day)


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
        case "合同列表":
            return [c.starts_on.is_(None), c.starts_on, c.offered_on, c.id]
    of = _type(scopes()[name])
    if scopes()[name].within and isinstance(of.fields[scopes()[name].within], Day):
        return [c[scopes()[name].within], c.id]  # on paper a log runs from the first day on
    return [*_order(of, table), c.id]


def _order(of: RecordType, table: Table) -> list[ColumnElement[Any]]:
    """The order of the type's own list."""
    return [table.c[each[1:]].desc() if each.startswith("-") else table.c[each] for each in of.order]
