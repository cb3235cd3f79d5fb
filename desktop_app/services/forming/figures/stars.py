"""The star a room reaches by its own assessment, told from its conditions one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, case, func

from desktop_app.records.fields import Value
from desktop_app.rules.stars import reached

_MET, _UNMET = "符合", "不符合"


def star_answer(c: Any) -> ColumnElement[Any]:
    """What one condition contributes: 三星 符合, 三星 不符合, or 三星 before it was looked at."""
    answer = case((c.is_met.is_(True), _MET), (c.is_met.is_(False), _UNMET), else_="")
    return func.rtrim(func.coalesce(c.star, "").concat(" ").concat(answer))


def star_reached(answers: Sequence[Value]) -> Value:
    """The star by all those answers."""
    words = [str(answer).partition(" ") for answer in answers]
    return reached((star, answer == _MET if answer else None) for star, _, answer in words)
