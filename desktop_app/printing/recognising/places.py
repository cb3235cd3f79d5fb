"""Where the answer to a label is written, and which words are no label at all."""

from __future__ import annotations

import re
from collections.abc import Collection

from desktop_app.printing.recognising.answers import has_blanks
from desktop_app.printing.recognising.inline import has_slots
from desktop_app.printing.recognising.paper import Area, Paper

_NOTE = re.compile(r"^\s*(?:注|说明|填表说明|备注)\s*[：:\d一]")
_NUMBERED = re.compile(r"^\s*\d+[.、．].{12,}|^\s*[（(]\d+[)）].{12,}")
DATE_ONLY = re.compile(r"[\s　_]*(?:20)?[\s　_]*年[\s　_]+月(?:[\s　_]+日)?[\s　_]*")


def answer_place(paper: Paper, area: Area, taken: Collection[Area]) -> Area | None:
    """The empty cell beside or beneath a label; None where there is none, or it is another label's (``taken``)."""
    right, below = paper.right_of(area), paper.below(area)
    if right and right not in taken and right.row == area.row and _awaits(area, right):
        return right
    if (
        area.bordered
        and below
        and below not in taken
        and below.is_empty
        and below.bordered
        and (below.column, below.right) == (area.column, area.right)
        and (right is None or not right.is_empty)
        and not _is_head(paper, area)
        and not _answers_its_left(paper, below)
    ):
        return below
    return None


def _answers_its_left(paper: Paper, area: Area) -> bool:
    """Whether a label stands directly to the left of it: then it is that label's."""
    left = paper.left_of(area)
    return left is not None and left.row == area.row and not left.is_empty


def _is_head(paper: Paper, area: Area) -> bool:
    """One of many heads over a row with words in it: a table, and not one of ours."""
    beside = [each for each in paper.row(area.row) if each.bordered]
    if len(beside) < 3 or any(each.is_empty for each in beside):
        return False
    return any(each.row == area.bottom + 1 and not each.is_empty for each in paper.row(area.bottom + 1))


def _awaits(area: Area, right: Area) -> bool:
    if area.bordered:
        return right.bordered and (right.is_empty or _is_answer(right))
    return right.is_empty and right.underlined


def is_note(text: str) -> bool:
    """Whether it explains the form; a numbered question has blanks."""
    return _NOTE.search(text) is not None or (_NUMBERED.search(text) is not None and not has_slots(text))


def _is_answer(area: Area) -> bool:
    return (
        has_blanks(area.text)
        or bool(DATE_ONLY.fullmatch(area.text))
        or (has_slots(area.text) and not re.search(r"^[^\s　_]+[：:]", area.text))
    )


def depth(area: Area) -> int:
    """How far a label is indented."""
    lead = len(area.text) - len(area.text.lstrip(" 　"))
    return lead + area.indent * 2
