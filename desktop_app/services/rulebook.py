"""The rules as they hold for this ledger's unit: her province's file, and what she has checked herself."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from sqlalchemy import Connection

from desktop_app.ledger.ledger import Ledger
from desktop_app.paths import resource
from desktop_app.rules.parameters import Rulebook
from desktop_app.rules.parameters import rulebook as resolved
from desktop_app.services.lines import read_lines


def rulebook(ledger: Ledger) -> Rulebook:
    """Every parameter for the unit of this ledger."""
    with ledger.reading() as connection:
        return rulebook_on(connection)


def rulebook_on(connection: Connection) -> Rulebook:
    """``rulebook`` inside a reading that is already open."""
    units = read_lines(connection, "enterprise", {})
    province = (units[0]["province"] if units else "") or ""
    return rules_of(province, read_lines(connection, "rule_override", {}))


def rules_of(province: str, own: list[dict[str, Any]] | None = None) -> Rulebook:
    """Every parameter for a unit in a province, by its short or full name."""
    return resolved(_national(), _provinces(), province, own or ())


def known_provinces() -> tuple[str, ...]:
    """The provinces of which anything is known."""
    return tuple(table["name"] for table in _provinces())


@cache
def _national() -> dict[str, Any]:
    return tomllib.loads(resource("rules", "national.toml").read_text("utf-8"))


@cache
def _provinces() -> tuple[dict[str, Any], ...]:
    files = sorted(resource("rules", "provinces").glob("*.toml"))
    return tuple(tomllib.loads(file.read_text("utf-8")) for file in files)
