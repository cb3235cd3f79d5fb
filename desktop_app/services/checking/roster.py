"""X01-X09: what cannot be right in the roster, asked of SQL: 100,000 people are never read one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Integer, String, and_, cast, func, literal, or_, select, type_coerce

from desktop_app.records import person
from desktop_app.records.fields import Kind
from desktop_app.records.fields.kind import ends_of
from desktop_app.rules.consistency import ADULT, contradiction
from desktop_app.rules.findings import Finding, Place
from desktop_app.services.forming.sources import table_of
from desktop_app.services.listing import titles

MOST = 200  # so many of one check are named, then how many more there are
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)  # GB 11643-1999, 6.1
_CHECK_CHARACTERS = "10X98765432"
_DATES = ("born_on", "hired_on", "work_started_on", "joined_union_on")

_C: Any = table_of(person.TYPE).c
_FIELDS = person.TYPE.fields


def roster_findings(connection: Connection, on: date) -> Iterator[Finding]:
    """X01-X09 of everyone in the roster."""
    number = func.coalesce(_C.id_number, "")
    is_whole = and_(func.length(number) == 18, func.substr(number, 1, 17).op("NOT GLOB")("*[^0-9]*"))
    yield from _twins(connection)
    for rule, field, condition, said in (
        ("X03", "id_number", and_(number != "", ~and_(is_whole, _is_checked(number))), "身份证号校验不符，请核对"),
        ("X04", "born_on", and_(is_whole, _other_birthday(number)), "出生日期与身份证号不一致"),
        ("X04", "gender", and_(is_whole, _other_gender(number)), "性别与身份证号不一致"),
        *_in_order(),
        *(("X07", name, _text(name) > on.isoformat(), f"{_label(name)}在今天之后") for name in _DATES),
        ("X09", "name", or_(_C.name.is_(None), _C.name == ""), "没有填姓名"),
    ):
        yield from _those(connection, rule, field, condition, said)


def _label(name: str) -> str:
    return _FIELDS[name].label


def _text(name: str) -> ColumnElement[str]:
    """A day as it is kept, compared as text: a month alone stands before its first day."""
    return type_coerce(_C[name], String)


def _months(name: str, years: int = 0) -> ColumnElement[str]:
    """A day's year and month, so many years later."""
    column = _text(name)
    if not years:
        return func.substr(column, 1, 7)
    return cast(cast(func.substr(column, 1, 4), Integer) + years, String) + func.substr(column, 5, 3)


def _in_order() -> Iterator[tuple[str, str, ColumnElement[bool], str]]:
    """X05 and X06: birth, then work and membership, sixteen years apart."""
    for name in ("hired_on", "work_started_on", "joined_union_on"):
        early = _months(name) < _months("born_on")
        yield "X05", name, early, f"{_label(name)}早于出生日期"
        if name != "hired_on":
            said = f"{_label(name)}时不满{ADULT}周岁，请核对"
            yield "X06", name, and_(~early, _months(name) < _months("born_on", ADULT)), said


def _is_checked(number: ColumnElement[str]) -> ColumnElement[bool]:
    """The 18th character is the one that belongs to the others (GB 11643)."""
    total: Any = literal(0)
    for place, weight in enumerate(_WEIGHTS, 1):
        total = total + cast(func.substr(number, place, 1), Integer) * weight
    return func.substr(number, 18, 1) == func.substr(_CHECK_CHARACTERS, total % 11 + 1, 1)


def _other_birthday(number: ColumnElement[str]) -> ColumnElement[bool]:
    born = _text("born_on")
    inside = func.substr(number, 7, 4) + "-" + func.substr(number, 11, 2) + "-" + func.substr(number, 13, 2)
    return and_(born != "", func.substr(inside, 1, func.length(born)) != born)


def _other_gender(number: ColumnElement[str]) -> ColumnElement[bool]:
    odd = cast(func.substr(number, 17, 1), Integer) % 2
    return or_(and_(odd == 1, _C.gender == "女"), and_(odd == 0, _C.gender == "男"))


def _those(
    connection: Connection, rule: str, field: str, condition: ColumnElement[bool], said: str
) -> Iterator[Finding]:
    ids = list(connection.execute(select(_C.id).where(condition).limit(MOST + 1)).scalars())
    named = titles(connection, person.TYPE, ids[:MOST])
    for record_id in ids[:MOST]:
        yield contradiction(rule, said, Place(f"女职工：{named[record_id]}", "person", record_id, field))
    if len(ids) > MOST:
        count = connection.execute(select(func.count()).where(condition)).scalar_one()
        yield contradiction(rule, f"另有 {count - MOST} 人{said}", Place("女职工花名册", "person", 0, field))


def _twins(connection: Connection) -> Iterator[Finding]:
    """X01, X02 and X08: people who may be one, told at the later record."""
    yield from _alike(connection, "X01", (_C.id_number,), "id_number")
    yield from _alike(connection, "X08", (_C.employee_number,), "employee_number")
    whole_day = func.length(_text("born_on")) == 10
    some_without = func.count(_C.id_number.distinct()) < func.count()  # two numbers tell two people apart
    yield from _alike(connection, "X02", (_C.name, _C.born_on), "name", where=whole_day, having=some_without)


def _alike(
    connection: Connection,
    rule: str,
    columns: Sequence[Any],
    field: str,
    *,
    where: ColumnElement[bool] | None = None,
    having: ColumnElement[bool] | None = None,
) -> Iterator[Finding]:
    """The last record of every group that shares ``columns``, with how many there are."""
    query = select(func.max(_C.id), func.min(_C.id), func.count(), *columns)
    query = query.where(*(_text(column.name) != "" for column in columns)).group_by(*columns)
    query = query.having(func.count() > 1).limit(MOST)
    query = query.where(where) if where is not None else query
    query = query.having(having) if having is not None else query
    rows = connection.execute(query).all()
    named = titles(connection, person.TYPE, {each for row in rows for each in row[:2]})
    for last, first, count, *values in rows:
        shown = "、".join(_shown(_FIELDS[c.name], value) for c, value in zip(columns, values, strict=True))
        labels = "、".join(_label(column.name) for column in columns)
        said = f"{labels}（{shown}）与“{named[first]}”相同，共 {count} 人"
        yield contradiction(rule, said, Place(f"女职工：{named[last]}", "person", last, field))


def _shown(kind: Kind, value: Any) -> str:
    """A value as a sentence may carry it: an ID number by its ends."""
    return ends_of(str(value)) if kind.sensitive else kind.format(value)
