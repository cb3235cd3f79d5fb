"""每日清洁: a line for every day of the month, as the paper on the room's wall has them, cleaned or not."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

from desktop_app.records import room_cleaning
from desktop_app.records.fields import Value
from desktop_app.services.forming.sources import Sources, table_of

LONGEST_MONTH = 31  # lines of a blank sheet (forms survey, BR-04)
_FIELDS = {kind.label: name for name, kind in room_cleaning.TYPE.fields.items()}


def cleaning_days(sources: Sources, labels: Collection[str]) -> list[dict[str, Value]]:
    """The days of the period in their order; a day with two cleanings has two lines, one with none an empty line."""
    cleanings = _by_day(sources, [label for label in labels if label in _FIELDS])
    span = sources.occasion.span
    days = [span.start + timedelta(passed) for passed in range((span.end - span.start).days + 1)]
    return [{"日": day.day} | cleaning for day in days for cleaning in cleanings.get(day, [{}])]


def printed_days() -> list[dict[str, Value]]:
    """The lines of a blank sheet, which is good for any month."""
    return [{"日": day} for day in range(1, LONGEST_MONTH + 1)]


def _by_day(sources: Sources, labels: list[str]) -> dict[date, list[dict[str, Value]]]:
    columns = table_of(room_cleaning.TYPE).c
    query = sources.rows("清洁消毒", [columns.cleaned_on, *(columns[_FIELDS[label]] for label in labels)])
    found: dict[date, list[dict[str, Value]]] = {}
    for day, *values in sources.connection.execute(query):
        found.setdefault(day, []).append(dict(zip(labels, values, strict=True)))
    return found
