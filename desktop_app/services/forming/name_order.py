"""Names by the strokes of the surname, as lists of elected people are printed (按姓氏笔画为序)."""

from __future__ import annotations

from functools import cache

from desktop_app.paths import resource


def stroke_key(name: str | None) -> tuple[int, ...]:
    """Sorts by strokes, character by character; a character the table lacks comes after all others.

    Order of the characters: number of strokes, then 横 竖 撇 点 折 stroke by stroke (resources/names).
    """
    places = _places()
    return tuple(places.get(character, len(places) + ord(character)) for character in name or "")


@cache
def _places() -> dict[str, int]:
    text = resource("names", "strokes.txt").read_text("utf-8").replace("\n", "")
    return {character: place for place, character in enumerate(text)}
