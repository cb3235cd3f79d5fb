"""The text of a letter as an officer edits it: one line is one part of the letter, a mark before it says which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from desktop_app.printing.cells import clean


class Kind(Enum):
    """The parts of a letter; the value is the mark a line begins with."""

    BODY = ""
    TITLE = "#"
    HEADING = "##"
    SUBHEADING = "###"
    TABLE = "|"
    NUMBER = "【文号】"
    ISSUER = "【签发人】"
    RECIPIENT = "【主送】"
    ATTACHMENT = "【附件】"
    SIGNATURE = "【署名】"
    DATE = "【日期】"
    NOTE = "【附注】"
    CENTRE = "【居中】"
    LEFT = "【左】"
    PEN = "【签字】"
    PAGE = "【换页】"
    COVER = "【封面】"
    RECEIPT = "【回执】"
    GAP = "【空行】"


@dataclass(frozen=True)
class Block:
    """One part of a letter. A table has ``rows``, of which the first ``head`` are repeated on every page."""

    kind: Kind
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    head: int = 0


OPTIONAL = "？"  # before a template's line: it is left out when a name in it has no value
DIRECTIVE = re.compile("【([^】]{1,4})】")
_MARKS = {kind.value: kind for kind in Kind if kind.value}
_MARK = re.compile(r"#{1,3}(?!#)|\||【[^】]{1,4}】")
_STRUCTURE = ("#", "【", "|", OPTIONAL)
_ESCAPED = re.compile(r"\\([\\#【|？n])")
_LONE_BACKSLASH = re.compile(r"\\(?:[\\#【|？n]|(.|$))", re.DOTALL)
_CELL_END = re.compile(r"((?:[^\\|]|\\.|\\$)*)(?:\||$)")
_RULE = re.compile(r"\|?[\s:|-]*-[\s:|-]*")


def split_mark(line: str) -> tuple[Kind, str]:
    """What a line is, and the text behind its mark (a table's row keeps its first bar)."""
    line = line.strip()
    found = _MARK.match(line)
    kind = _MARKS.get(found.group()) if found else None
    if found is None or kind is None:
        return Kind.BODY, line
    return kind, line if kind is Kind.TABLE else line[found.end() :].strip()


def joined(kind: Kind, text: str) -> str:
    """The line that ``split_mark`` reads as this kind and text."""
    if kind is Kind.TABLE:
        return text
    if kind is Kind.BODY:
        text = text.lstrip()
        return "\\" + text if text.startswith(_STRUCTURE) else text
    space = " " if kind in (Kind.TITLE, Kind.HEADING, Kind.SUBHEADING) else ""
    return f"{kind.value}{space}{text.strip()}"


def escaped(value: str, kind: Kind) -> str:
    """A value that stays the text it is in a line of this kind; in a table its line breaks become ``\\n``."""
    value = value.replace("\\", "\\\\")
    return value.replace("|", "\\|").replace("\n", "\\n") if kind is Kind.TABLE else value


def literal(text: str) -> str:
    """A template's own words, with every backslash that escapes nothing doubled: it cannot reach into a value."""
    return _LONE_BACKSLASH.sub(lambda lone: lone.group() if lone[1] is None else "\\\\" + lone[1], text)


def unescaped(text: str) -> str:
    """The text as printed."""
    return _ESCAPED.sub(lambda found: "\n" if found[1] == "n" else found[1], text) if "\\" in text else text


def read_letter(text: str) -> list[Block]:
    """The parts of a letter in order; empty lines only set the text apart for the eye."""
    blocks: list[Block] = []
    rows: list[str] = []
    for line in [*clean_lines(text), ""]:
        kind, rest = split_mark(line)
        if kind is Kind.TABLE:
            rows.append(rest)
            continue
        if rows:
            blocks.append(_table(rows))
            rows = []
        if kind is not Kind.BODY or rest:
            blocks.append(Block(kind, unescaped(rest)))
    return blocks


def clean_lines(text: str) -> list[str]:
    """The lines of a text without control characters; a tab is a full-width space, as tabs mean nothing on paper."""
    return [clean(line).replace("\t", "\u3000") for line in text.splitlines()]


def _table(lines: list[str]) -> Block:
    head = next((number for number, line in enumerate(lines) if _RULE.fullmatch(line)), 0)
    rows = [_cells(line) for line in lines if not _RULE.fullmatch(line)]
    width = max((len(row) for row in rows), default=0)
    return Block(Kind.TABLE, rows=tuple(row + ("",) * (width - len(row)) for row in rows), head=head)


def _cells(line: str) -> tuple[str, ...]:
    inner = line.strip()[1:]
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    cells = [found.group(1) for found in _CELL_END.finditer(inner)]
    if len(cells) > 1 and not cells[-1]:  # the match at the very end, behind the last cell
        cells.pop()
    return tuple(unescaped(cell.strip()) for cell in cells)
