"""The formats a placeholder may state after its bar, e.g. ``{{合同.签订日期|yyyy年m月d日}}``, and what each prints."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

_DATE_TOKEN = re.compile("yyyy|yy|mm|m|dd|d|HH|H|MM")
_NUMBER = re.compile(r"#,##0(?:\.0+)?%?|0(?:\.0+)?%?")
TICKED, UNTICKED = "☑", "□"


def is_date_format(code: str) -> bool:
    """Whether a placeholder's format is one for dates and times."""
    return bool(_DATE_TOKEN.search(code)) and not is_choice_format(code)


def is_number_format(code: str) -> bool:
    """Whether a placeholder's format is one for numbers."""
    return _NUMBER.fullmatch(code) is not None


def is_choice_format(code: str) -> bool:
    """Whether a format prints a choice: ``□``, ``□专职``, ``√`` or a pair such as ``是/否``."""
    return code.startswith((UNTICKED, "√")) or ("/" in code and not _DATE_TOKEN.search(code))


def known_format(code: str) -> bool:
    """Whether this program understands the format; ``@`` means text."""
    return code in ("", "@") or is_choice_format(code) or is_number_format(code) or is_date_format(code)


def excel_format(code: str) -> str:
    """A placeholder's date or number format as an Excel number format: ``yyyy年m月d日`` -> ``yyyy"年"m"月"d"日"``."""
    if not is_date_format(code):
        return code
    text = code.replace("HH", "hh").replace("H", "h").replace("MM", "mm")
    return re.sub("[^\x00-\x7f]+", lambda literal: f'"{literal.group()}"', text)


def as_text(value: object, code: str = "", *, blank: bool = False) -> str:
    """The value as printed among other text; a missing one is empty, but boxes stay boxes on every form.

    On a blank form a date leaves room to write: ``yyyy年m月d日`` -> ``    年  月  日``.
    """
    if is_choice_format(code):
        return _choice(value, code)
    if value is None:
        return _DATE_TOKEN.sub(_room, code) if blank and "年" in code else ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (date, time)):
        return _date_text(value, code)
    if isinstance(value, (int, float, Decimal)):
        return _number_text(value, code)
    if isinstance(value, Collection) and not isinstance(value, str):
        return "、".join(str(each) for each in value)
    return str(value)


def _room(token: re.Match[str]) -> str:
    return "    " if token.group() == "yyyy" else "  "


def _choice(value: object, code: str) -> str:
    if code.startswith(UNTICKED):
        choice = code[1:]
        if not choice:
            return TICKED if value else UNTICKED
        several = isinstance(value, Collection) and not isinstance(value, str)
        chosen = choice in value if several else value == choice  # type: ignore[operator]
        return (TICKED if chosen else UNTICKED) + choice
    if code.startswith("√"):
        return "√" if value else ""
    yes, no = code.split("/", 1)
    return "" if value is None else yes if value else no


def _date_text(value: date | time, code: str) -> str:
    if not is_date_format(code):
        code = (
            "yyyy-mm-dd HH:MM" if isinstance(value, datetime) else "HH:MM" if isinstance(value, time) else "yyyy-mm-dd"
        )
    return _DATE_TOKEN.sub(lambda token: _date_part(value, token.group()), code)


def _date_part(value: date | time, piece: str) -> str:
    part = {"y": "year", "m": "month", "d": "day", "H": "hour", "M": "minute"}[piece[0]]
    number = getattr(value, part, 0)
    return f"{number % 100 if piece == 'yy' else number:0{len(piece)}d}"


def _number_text(value: float | Decimal, code: str) -> str:
    if not is_number_format(code):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    exact = Decimal(str(value)) * (100 if code.endswith("%") else 1)
    places = len(code.rstrip("%").partition(".")[2])
    rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return f"{rounded:{',' if ',' in code else ''}.{places}f}" + ("%" if code.endswith("%") else "")
