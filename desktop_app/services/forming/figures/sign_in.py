"""A sign-in sheet in two columns: which of the invited stand side by side."""

from __future__ import annotations

from collections.abc import Collection

from desktop_app.records import attendance
from desktop_app.records.fields import Value
from desktop_app.services.forming.sources import Sources, table_of

PER_COLUMN = 25  # lines of a page; 50 names to a page (forms survey, ZZ-11)
_FIELDS = {kind.label: name for name, kind in attendance.TYPE.fields.items()}


def sign_in_columns(sources: Sources, labels: Collection[str]) -> list[dict[str, Value]]:
    """签到双栏: whole pages of 25 lines, down the left first; who comes unexpectedly signs beneath the others."""
    columns = table_of(attendance.TYPE).c
    wanted = [label for label in _FIELDS if any(asked[1:] == label for asked in labels)]
    query = sources.rows("签到", [columns.id, *(columns[_FIELDS[label]] for label in wanted)])
    people = [dict(zip(wanted, row[1:], strict=True)) for row in sources.connection.execute(query)]
    pages = max(1, -(-len(people) // (2 * PER_COLUMN)))
    return [_line(people, page * 2 * PER_COLUMN + line, labels) for page in range(pages) for line in range(PER_COLUMN)]


def printed_places() -> list[dict[str, Value]]:
    """The 50 numbers of a page for people who are not known yet."""
    return [_line([], line, ("左序号", "右序号")) for line in range(PER_COLUMN)]


def _line(people: list[dict[str, Value]], place: int, labels: Collection[str]) -> dict[str, Value]:
    """The line whose left half shows person number ``place`` (from 0)."""
    line: dict[str, Value] = {}
    for label in labels:
        number = place + (PER_COLUMN if label[0] == "右" else 0)
        if label[1:] == "序号":
            line[label] = number + 1
        else:
            line[label] = people[number].get(label[1:]) if number < len(people) else None
    return line
