"""Duties of the recurring year, without those a submission shows as done."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from desktop_app.ledger import tables
from desktop_app.paths import resource
from desktop_app.records.base import Values
from desktop_app.records.registry import record_type
from desktop_app.rules.calendar import RECENT, Item, Occasion, duty_of, items, standing, usual_items
from desktop_app.rules.duties import Duty
from desktop_app.services.lines import read_lines


def yearly_duties(connection: Connection, on: date, until: date) -> Iterator[Duty]:
    """Every occasion that stands on ``on`` or falls due up to ``until`` and that no form handed in has answered."""
    submissions = read_lines(connection, "submission", {})
    reports = read_lines(connection, "work_report", {})
    since = first_day(connection, on)
    for item in year_of(connection):
        if item.needs and not _has(connection, item.needs):
            continue
        for occasion in standing(item, on, until, since):
            if not _is_handed_in(occasion, submissions) and not _is_reported(occasion, reports):
                yield duty_of(occasion)


def year_of(connection: Connection) -> tuple[Item, ...]:
    """The usual year with the officer's own changes."""
    return items(usual_year(), read_lines(connection, "calendar_item", {}))


@cache
def usual_year() -> tuple[Item, ...]:
    """The usual year."""
    return usual_items(tomllib.loads(resource("rules", "calendar.toml").read_text("utf-8")))


def first_day(connection: Connection, on: date) -> date:
    """The day the ledger was begun: what fell due before nobody could have marked as done.

    Asked about a day before that, the ledger is taken to have been begun a short while earlier.
    """
    began: str | None = connection.execute(select(tables.change.c.at).order_by(tables.change.c.id).limit(1)).scalar()
    day = date.fromisoformat(began[:10]) if began else on
    return day if day <= on else on - timedelta(days=RECENT)


def _has(connection: Connection, kind: str) -> bool:
    table: Any = record_type(kind).model.__table__
    return connection.execute(select(table.c.id).limit(1)).first() is not None


def _is_handed_in(occasion: Occasion, submissions: list[Values]) -> bool:
    return any(_answers(occasion, each) for each in submissions if each["form_code"] == occasion.item.form_code)


def _answers(occasion: Occasion, submission: Values) -> bool:
    """Handed in for its year, or, where the form names no period, since it could first be done."""
    if not occasion.item.form_code or submission["state"] == "退回":
        return False
    if submission["period"]:
        return str(occasion.form_year) in submission["period"]
    since: Any = submission["submitted_on"]
    return bool(since and occasion.opens_on <= since <= occasion.due + timedelta(days=occasion.item.stays))


def _is_reported(occasion: Occasion, reports: list[Values]) -> bool:
    """The year's report was given to the union and to the superior: nothing more is asked by the calendar."""
    if occasion.item.code != "double_report":
        return False
    return any(r["year"] == occasion.form_year and r["to_union_on"] and r["to_upper_on"] for r in reports)
