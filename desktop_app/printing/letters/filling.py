"""A letter's template filled with names' values: the result is plain text, which the officer may still edit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from desktop_app.printing import catalogue
from desktop_app.printing.blocks import split_name
from desktop_app.printing.fill import FormData, Record
from desktop_app.printing.formats import JOINED, as_text, is_choice_format, is_date_format, with_room
from desktop_app.printing.letters.grammar import Kind, clean_lines, escaped, joined
from desktop_app.printing.letters.template import LetterTemplate, TemplateLine
from desktop_app.printing.template import Name
from desktop_app.records.fields import Day

_DAY = "yyyy年m月d日"
_MOMENT = "yyyy年m月d日H时MM分"
_BLANK = "＿＿＿＿"
_BLANK_YEAR, _BLANK_PART = "＿＿", "＿"


def fill_letter(template: LetterTemplate, data: FormData, *, blank: bool = False, blank_rows: int = 3) -> str:
    """The letter's text with every name replaced; what has no value is a line to write on.

    Lines next to each other that name the same list repeat together, once per record. ``blank``: nothing but
    lines to write on, and ``blank_rows`` empty rows in a table that names a list.
    """
    writer = _Writer(data, blank)
    found: list[str] = []
    for lines, lists in _groups(template.lines, data):
        for number in range(_repeats(lines, lists, data, blank_rows if blank else 0)):
            records = {} if blank else {name: data.lists[name][number : number + 1] for name in lists}
            for line in lines:
                found += writer.line(line, {name: rows[0] for name, rows in records.items() if rows}, number)
    return "\n".join(found).strip("\n") + "\n"


def _lists_of(line: TemplateLine, data: FormData) -> frozenset[str]:
    """The lists that make the line repeat; one whose records are joined in the line does not."""
    names = {part.name for part in line.parts if isinstance(part, Name) and part.format != JOINED}
    return frozenset(split[0] for name in names if (split := split_name(name, data.lists)))


def _groups(
    lines: tuple[TemplateLine | None, ...], data: FormData
) -> Iterator[tuple[list[TemplateLine | None], frozenset[str]]]:
    group: list[TemplateLine | None] = []
    lists: frozenset[str] = frozenset()
    for line in lines:
        own = _lists_of(line, data) if line else frozenset()
        same_kind = bool(group and line and group[-1]) and (line.kind is Kind.TABLE) == (group[-1].kind is Kind.TABLE)  # type: ignore[union-attr]
        if own & lists and same_kind:
            group.append(line)
            lists |= own
            continue
        if group:
            yield group, lists
        group, lists = [line], own
    if group:
        yield group, lists


def _repeats(lines: list[TemplateLine | None], lists: frozenset[str], data: FormData, blank_rows: int) -> int:
    """A line without a list stands once, a table never without a row to write in."""
    if not lists:
        return 1
    in_table = lines[0] is not None and lines[0].kind is Kind.TABLE
    if blank_rows:
        return blank_rows if in_table else 1
    return max(int(in_table), *(len(data.lists[name]) for name in lists))


class _Writer:
    """Writes the lines of one letter."""

    def __init__(self, data: FormData, blank: bool) -> None:
        self._data = data
        self._blank = blank

    def line(self, line: TemplateLine | None, records: Mapping[str, Record], number: int) -> list[str]:
        """The line filled: several when a value has several lines, none when it is optional and lacks a value."""
        if line is None:
            return [""]
        names = [part for part in line.parts if isinstance(part, Name)]
        if line.optional and not all(self._text(part, self._value(part, records, number)) for part in names):
            return []
        text = "".join(
            part if isinstance(part, str) else escaped(self._shown(part, line.kind, records, number), line.kind)
            for part in line.parts
        )
        return [joined(line.kind, piece) for piece in text.split("\n")]

    def _shown(self, part: Name, kind: Kind, records: Mapping[str, Record], number: int) -> str:
        text = self._text(part, self._value(part, records, number))
        if text:
            return "\n".join(piece for piece in clean_lines(text) if piece.strip())
        return "" if kind is Kind.TABLE else _room(part)

    def _text(self, part: Name, value: object) -> str:
        code = part.format
        if isinstance(value, date) and not is_date_format(code):
            code = _MOMENT if isinstance(value, datetime) else _DAY
        return as_text(value, code).strip()

    def _value(self, part: Name, records: Mapping[str, Record], number: int) -> object:
        split = split_name(part.name, self._data.lists)
        if split is None:
            return self._data.singles.get(part.name)
        head, key = split
        if part.format == JOINED:
            values = () if self._blank else [record.get(key) for record in self._data.lists[head]]
            return [text for value in values if (text := self._text(part, value))]
        if key == "#":
            return number + 1 if self._blank or head in records else None
        return records[head].get(key) if head in records else None


def _room(part: Name) -> str:
    """What stands on paper where a value is missing."""
    if is_choice_format(part.format):
        return ""
    entry = catalogue.names().get(part.name)
    code = part.format or (_DAY if entry and isinstance(entry.kind, Day) else "")
    return with_room(code, _BLANK_YEAR, _BLANK_PART) if "年" in code and is_date_format(code) else _BLANK
