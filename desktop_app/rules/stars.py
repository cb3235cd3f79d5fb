"""Which star a nursing room reaches by its own assessment: conditions pile up, no points are given."""

from __future__ import annotations

from collections.abc import Iterable

STARS = ("三星", "四星", "五星")  # rising
NONE_YET = "未评"


def reached(conditions: Iterable[tuple[str | None, bool | None]]) -> str | None:
    """The highest star of which all conditions, and all of every lower star, are met; None while nothing is ticked.

    ``conditions``: the star each is needed for, and whether it is met (None: not looked at yet). A star without
    conditions was not assessed and is never reached, nor is one above it. After the Shanghai assessment form (L4).
    """
    kept = list(conditions)
    if all(is_met is None for _, is_met in kept):
        return None
    found = NONE_YET
    for star in STARS:
        answers = [is_met for of, is_met in kept if of == star]
        if not answers or not all(answers):
            break
        found = star
    return found
