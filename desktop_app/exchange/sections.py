"""Lines and titles that speak for the rows beneath them: 企业方代表, 一车间."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from desktop_app.exchange.sheets import Cell
from desktop_app.exchange.targets import Target
from desktop_app.records import reading
from desktop_app.records.fields import Choice, Value

_NUMBERING = re.compile(r"^[（(]?[一二三四五六七八九十\d]+[、)）.．]\s*|[:：]$|[（(].*[)）]$")
_DEPARTMENT = re.compile(r".{1,12}(部|科|室|处|车间|中心|班|组|厂|队|站|所|分公司)")


def lone_text(cells: Sequence[Cell]) -> str:
    """The only text of a line (a merged one counts once), without numbering; empty for all other lines."""
    texts = {cell for cell in cells if cell != ""}
    text = texts.pop() if len(texts) == 1 else ""
    return _NUMBERING.sub("", reading.plain(text)).strip() if isinstance(text, str) else ""


def section_values(
    text: str, targets: Mapping[str, Target], filled: set[str], *, is_title: bool = False
) -> dict[str, Value]:
    """What a line says for fields no column fills; a title may say it anywhere in its words."""
    found: dict[str, Value] = {}
    for path, target in targets.items():
        if path not in filled and target.is_own:
            word = _word(target, text, is_title)
            if word:
                found[path] = word
    return found


def _word(target: Target, text: str, is_title: bool) -> str | None:
    kind = target.kind
    if isinstance(kind, Choice) and not kind.open and target.is_needed:
        listed = {word: word for word in kind.options} | dict(kind.aliases)
        words = {meant for word, meant in listed.items() if (word in text if is_title else text.startswith(word))}
        return words.pop() if len(words) == 1 else None
    if target.path == "department" and not is_title and _DEPARTMENT.fullmatch(text):
        return text
    return None
