"""Which value of a form cannot be put on paper: the engine knows the character, this finds the record and field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from desktop_app.errors import FormRefused
from desktop_app.printing import fonts
from desktop_app.printing.fill import FormData


def with_place(refusal: FormRefused, data: FormData) -> FormRefused:
    """The refusal with the record and field it speaks of in front, where a text without font is the cause."""
    for place, text in _texts(data):
        try:
            fonts.width(text, fonts.SERIF, 10)
        except FormRefused as fault:
            return FormRefused(f"{place}里有印不出的字：{fault}")
    return refusal


def _texts(data: FormData) -> Iterator[tuple[str, str]]:
    for name, value in data.singles.items():
        for text in _strings(value):
            yield f"“{name.replace('.', '的')}”", text
    for scope, rows in data.lists.items():
        for number, row in enumerate(rows, 1):
            for label, value in row.items():
                for text in _strings(value):
                    yield f"{scope}第 {number} 行{_who(row)}的“{label}”", text


def _strings(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(str(each) for each in value) if isinstance(value, tuple) else ()


def _who(row: Mapping[str, object]) -> str:
    name = row.get("姓名") or row.get("使用人")
    return f"（{name}）" if name else ""
