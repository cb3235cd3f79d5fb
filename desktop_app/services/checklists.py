"""Checks against a list of our own: the record and all its lines stand at once, the officer only ticks."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import select

from desktop_app.errors import BanbiantianError
from desktop_app.ledger.ledger import Ledger
from desktop_app.ledger.writing import Writing
from desktop_app.paths import resource
from desktop_app.records.base import Values
from desktop_app.records.registry import record_type
from desktop_app.services import records


@cache
def star_conditions() -> dict[str, Any]:
    """The conditions of the stars, ``item``, each with one of ``sources``; ``note`` says what they rest on."""
    return _read("room_stars.toml")


@cache
def protection_items() -> list[dict[str, str]]:
    """What a self-check of labour protection looks at: name, text, basis, level, and the place of a local example."""
    found: list[dict[str, str]] = _read("protection_items.toml")["item"]
    return found


def star_lines() -> list[Values]:
    """The lines of a star assessment before anything is ticked."""
    return [
        {"position": position, "section": each["section"], "star": each["star"], "condition": each["text"]}
        for position, each in enumerate(star_conditions()["item"], 1)
    ]


def protection_lines() -> list[Values]:
    """The lines of a self-check of labour protection before anything is answered."""
    return [
        {"position": position, "item": each["name"], "content": each["text"], "basis": _basis(each)}
        for position, each in enumerate(protection_items(), 1)
    ]


def start_star_assessment(ledger: Ledger, room_id: int, on: date) -> int:
    """Begin the self-assessment of a room with every condition still to tick. Returns its id.

    Raises BanbiantianError, changing nothing, when the room is gone or was assessed on that very day.
    """
    with ledger.writing("新建星级自评") as writing:
        writing.load(record_type("nursing_room"), room_id)
        head = {"room_id": room_id, "assessed_on": on}
        return _start(writing, "star_assessment", head, star_lines(), {"note": star_conditions()["note"]})


def start_protection_check(ledger: Ledger, on: date) -> int:
    """Begin a self-check of labour protection with every item still to answer. Returns its id.

    Raises BanbiantianError, changing nothing, when there is one of that very day.
    """
    with ledger.writing("新建劳动保护自查") as writing:
        return _start(writing, "protection_check", {"checked_on": on}, protection_lines())


def _start(writing: Writing, kind: str, head: Values, lines: Sequence[Values], more: Values | None = None) -> int:
    """Keep a head, the first with those values, with what ``more`` adds to it, and the lines that belong to it."""
    of, line = record_type(kind), record_type(f"{kind}_line")
    c = of.model.__table__.c
    same = select(c.id).where(*(c[name] == value for name, value in head.items()))
    if writing.connection.execute(same.limit(1)).first():
        raise BanbiantianError(f"这一天已经有一次{of.label}，没有再建一次，原来的没有改动。请打开那一次继续填。")
    [head_id] = writing.insert(of, [records.blank(kind, **head, **(more or {}))])
    writing.insert(line, [records.blank(line.kind, **each, **{line.owner: head_id}) for each in lines])
    return head_id


def _basis(item: Mapping[str, str]) -> str:
    place = item.get("place")
    return item["basis"] + (f"（{place}，地方示例）" if place else "")


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("rules", name).read_text("utf-8"))
