"""A form as it stands beside the last time it was handed in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import ndiff
from typing import Any, Unpack

from sqlalchemy import Connection, select

from desktop_app.ledger import tables
from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import names
from desktop_app.printing.form import Form
from desktop_app.records import submission
from desktop_app.records.fields import to_json
from desktop_app.services.forming.filled import Filled, FilledLetter
from desktop_app.services.forming.filling import filled_form
from desktop_app.services.forming.occasion import Asked, Occasion, occasion_for
from desktop_app.services.forming.sources import Sources

DATA = "data"  # the role of the file that holds the values behind what was handed in
_TABLE: Any = submission.TYPE.model.__table__


@dataclass(frozen=True)
class Difference:
    """One value that is not what it was: where it stands, what was handed in, what it is now (empty: nothing)."""

    where: str
    then: str
    now: str


@dataclass(frozen=True)
class Comparison:
    """A form as it would be handed in now beside the last time."""

    submission_id: int
    title: str
    submitted_on: date
    differences: tuple[Difference, ...]


def compare(ledger: Ledger, form: Form, **asked: Unpack[Asked]) -> Comparison | None:
    """The form as it stands beside the last time it was handed in to that recipient; None if it never was."""
    occasion = occasion_for(ledger, form, **asked)
    with ledger.reading() as connection:
        sources = Sources(connection, occasion)
        subject = sources.subject_id() if form.about else None
        last = last_submission(connection, occasion, subject)
        if last is None:
            return None
        now = plain_values(filled_form(sources))
        c = tables.submission_file.c
        mine = (c.submission_id == last["id"]) & (c.role == DATA)
        then = json.loads(connection.execute(select(c.content).where(mine)).scalar_one())
    differences = (
        *_single_differences(then["singles"], now["singles"]),
        *_list_differences(then, now),
        *_text_differences(then["text"], now["text"]),
    )
    return Comparison(last["id"], last["title"], last["submitted_on"], differences)


def plain_values(filled: Filled) -> dict[str, Any]:
    """The values of a form, and the text of a letter, as JSON."""
    lists = {name: [_json(row) for row in rows] for name, rows in filled.data.lists.items()}
    text = filled.text if isinstance(filled, FilledLetter) else ""
    return {"singles": _json(filled.data.singles), "lists": lists, "text": text}


def _json(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: to_json(value) for name, value in values.items()}


def last_submission(
    connection: Connection, occasion: Occasion, subject: int | None, *, same_period: bool = False
) -> Mapping[str, Any] | None:
    """The newest submission of the form about the same record to the same recipient."""
    c = _TABLE.c
    recipient = occasion.recipient.id if occasion.recipient else None
    conditions = [c.form_code == occasion.form.code, c.recipient_id.is_(recipient), c.about_id.is_(subject)]
    if same_period:
        conditions.append(c.period.is_(occasion.period.label if occasion.period else None))
    query = select(_TABLE).where(*conditions).order_by(c.submitted_on.desc(), c.id.desc()).limit(1)
    found: Any = connection.execute(query).mappings().first()
    return dict(found) if found else None


def _single_differences(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Difference]:
    for name in dict.fromkeys([*then, *now]):
        old, new = _shown(then.get(name)), _shown(now.get(name))
        if old != new and not name.startswith("报表."):
            yield Difference(_where(name), old, new)


def _where(name: str) -> str:
    """A name as an officer says it; an indicator of the yearly statistics by its number and words."""
    entry = names().get(name)
    said = name.replace(".", " ")
    return f"{said} {entry.meaning}" if entry and name.startswith("统计.") else said


def _list_differences(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Difference]:
    """Lines are told apart by their first value; what stood only once is new or gone, what stood twice is compared."""
    for scope in dict.fromkeys([*then["lists"], *now["lists"]]):
        old, new = _by_first(then["lists"].get(scope, [])), _by_first(now["lists"].get(scope, []))
        for key in dict.fromkeys([*old, *new]):
            if key not in new:
                yield Difference(f"{scope} {key[0]}", "有这一行", "")
            elif key not in old:
                yield Difference(f"{scope} {key[0]}", "", "新增的一行")
            else:
                labels = [label for label in new[key] if _shown(old[key].get(label)) != _shown(new[key][label])]
                for label in labels:
                    yield Difference(f"{scope} {key[0]} {label}", _shown(old[key].get(label)), _shown(new[key][label]))


def _text_differences(then: str, now: str) -> Iterator[Difference]:
    for line in ndiff(then.splitlines(), now.splitlines()):
        words = line[2:].strip()
        if words and line[:2] in ("- ", "+ "):
            yield Difference("正文", words, "") if line[0] == "-" else Difference("正文", "", words)


def _by_first(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, int], Mapping[str, Any]]:
    found: dict[tuple[str, int], Mapping[str, Any]] = {}
    seen: dict[str, int] = {}
    for row in rows:
        first = next((_shown(value) for value in row.values() if _shown(value)), "")
        seen[first] = seen.get(first, 0) + 1
        found[first, seen[first]] = row
    return found


def _shown(value: Any) -> str:
    """A JSON value as an officer reads it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return "、".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
