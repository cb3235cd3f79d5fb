"""How a letter closes: attachments, signature, places to sign, and that none of it stands alone on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from desktop_app.printing.letters.grammar import Block, Kind
from desktop_app.printing.letters.lines import PITCH, WIDE, Run, text_width
from desktop_app.printing.letters.parts import Paragraph, Part

_DATE_FROM_RIGHT = 4.0
_COLUMNS = re.compile(r"[ \u3000]{2,}|\t")
_CLOSING = (Kind.ATTACHMENT, Kind.SIGNATURE, Kind.DATE, Kind.NOTE, Kind.PEN)
_LINES_ALONG = 2  # of text, which a closing takes to its page (GB/T 9704-2012, 7.3.5.5)


def attachments(names: list[str]) -> Iterator[Paragraph]:
    """附件：, numbered where there are several."""
    for number, name in enumerate(names, 1):
        label = f"{number}." if len(names) > 1 else ""
        start = "附件：" if number == 1 else ""
        hang = text_width(start + label) / PITCH
        left = 2.0 + text_width("附件：" + label) / PITCH
        yield Paragraph((Run(start + label + name),), first=-hang, left=left)


def signature(group: list[Block]) -> Iterator[Paragraph]:
    """The signature centred on the date, which ends four characters from the right; both move in for a long name."""
    dates = [block.text for block in group if block.kind is Kind.DATE]
    names = [block.text for block in group if block.kind is Kind.SIGNATURE]
    widths = [text_width(text) / PITCH for text in names]
    date_width = text_width(dates[0]) / PITCH if dates else max(widths)
    axis = max(_DATE_FROM_RIGHT + date_width / 2, max(widths, default=0.0) / 2)  # from the right edge
    for text, width in [*zip(names, widths, strict=True), *((text, date_width) for text in dates)]:
        yield Paragraph((Run(text),), align="right", right=max(0.0, axis - width / 2))


def pen_lines(lines: list[str]) -> Iterator[Paragraph]:
    """Places to sign: the parts of a line in equal columns, or beneath each other where they are too long."""
    for line in lines:
        cells = [cell for cell in _COLUMNS.split(line) if cell]
        column = WIDE / PITCH / max(len(cells), 1)
        if len(cells) > 1 and all(text_width(cell) < (column - 1) * PITCH for cell in cells):
            stops = tuple((column * place, "left") for place in range(1, len(cells)))
            yield Paragraph((Run("\t".join(cells)),), align="left", pitch=2.0, stops=stops)
            continue
        for cell in cells or [""]:
            yield Paragraph((Run(cell),), align="left", pitch=2.0)


def tied(parts: Sequence[tuple[Kind, Part]]) -> list[Part]:
    """The parts, all that closes the letter kept on one page with its closing phrase and two lines of text."""
    found = [part for _, part in parts]
    for number, ((before, _), (kind, part)) in enumerate(pairwise(parts)):
        if kind not in _CLOSING or part.new_page:
            continue
        if before in _CLOSING:
            found[number] = replace(found[number], keep=True)
        else:
            _take_along(found, number)
    return found


def _take_along(parts: list[Part], last: int) -> None:
    """Keep ``last`` and what is before it, up to two lines of text besides a closing phrase (特此报告。)."""
    wanted = _LINES_ALONG + (_height(parts[last]) == 1)
    for number in range(last, -1, -1):
        parts[number] = replace(parts[number], keep=True)
        wanted -= _height(parts[number])
        if wanted <= 0 or parts[number].new_page:
            return


def _height(part: Part) -> int:
    """How many of its lines, or rows, go along: a page never begins with the last line alone."""
    return 1 if isinstance(part, Paragraph) and part.is_one_line else _LINES_ALONG
