"""The formats a placeholder may state after its bar, e.g. ``{{合同.签订日期|yyyy年m月d日}}``, and what each prints."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal

from desktop_app.printing.official_numbers import amount_in_words, in_chinese, spaced_name

_DATE_TOKEN = re.compile("yyyy|yy|mm|m|dd|d|HH|H|MM")
_NUMBER = re.compile(r"#,##0(?:\.0+)?%?|0(?:\.0+)?%?")
TICKED, UNTICKED = "☑", "□"
IN_WORDS, SPACED, COUNTED = "大写", "姓名", "汉字"
GROUPED = "合并"  # equal cells beneath each other in a list become one
JOINED = "、"  # in a letter: the records of a list in one line instead of a line each


def is_date_format(code: str) -> bool:
    """Whether a placeholder's format is one for dates and times."""
    return bool(_DATE_TOKEN.search(code)) and not is_choice_format(code)


def is_number_format(code: str) -> bool:
    """Whether a placeholder's format is one for numbers."""
    return _NUMBER.fullmatch(code) is not None


def is_choice_format(code: str) -> bool:
    """Whether a format prints a choice: ``□``, ``□专职``, ``□=续订`` (the box alone), ``√`` or a pair ``是/否``."""
    return code.startswith((UNTICKED, "√")) or ("/" in code and not _DATE_TOKEN.search(code))


def is_wording(code: str) -> bool:
    """Whether a format puts a value in other words: ``大写`` amounts, ``姓名`` 张三 -> 张　三, ``汉字`` 5 -> 五."""
    return code in (IN_WORDS, SPACED, COUNTED)


def known_format(code: str) -> bool:
    """Whether this program understands the format; ``@`` means text."""
    return (
        code in ("", "@", JOINED, GROUPED)
        or is_wording(code)
        or is_choice_format(code)
        or is_number_format(code)
        or is_date_format(code)
    )


def excel_format(code: str) -> str:
    """A placeholder's date or number format as an Excel number format: ``yyyy年m月d日`` -> ``yyyy"年"m"月"d"日"``."""
    if not is_date_format(code):
        return code
    text = code.replace("HH", "hh").replace("H", "h").replace("MM", "mm")
    return re.sub("[^\x00-\x7f]+", lambda literal: f'"{literal.group()}"', text)


def as_text(value: object, code: str = "", *, blank: bool = False) -> str:
    """The value as printed among other text; a missing one is empty, but boxes stay boxes on every form.

    ``blank``: a missing date leaves room for the pen, ``yyyy年m月d日`` -> ``　　　　年　　　月　　　日``, in 10.5 pt
    15, 11 and 11 mm wide.
    """
    if is_choice_format(code):
        return _choice(value, code)
    if value is None:
        return with_room(code, "　" * 4, "　" * (3 if "月" in code else 2)) if blank and is_date_format(code) else ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, (date, time)):
        return _date_text(value, code)
    if isinstance(value, int) and code == COUNTED and 0 < value < 1000:
        return in_chinese(value)
    if isinstance(value, (int, float, Decimal)):
        return amount_in_words(Decimal(str(value))) if code == IN_WORDS else _number_text(value, code)
    if isinstance(value, Collection) and not isinstance(value, str):
        return JOINED.join(as_text(each, code) for each in value)
    return spaced_name(value) if code == SPACED and isinstance(value, str) else str(value)


def with_room(code: str, year: str, part: str) -> str:
    """A date format as a place to write by hand: ``yyyy年m月d日`` -> ``＿＿年＿月＿日``."""
    return _DATE_TOKEN.sub(lambda token: year if token.group() == "yyyy" else part, code)


def _choice(value: object, code: str) -> str:
    if code[1:2] == "=":  # the form prints the choice in its own words; only the sign is ours
        signs = {UNTICKED: (TICKED, UNTICKED), "√": ("√", "")}.get(code[0], ("", ""))
        return signs[0] if _is_chosen(as_text(value) if isinstance(value, bool) else value, code[2:]) else signs[1]
    if code.startswith(UNTICKED):
        choice = code[1:]
        if not choice:
            return TICKED if value else UNTICKED
        return (TICKED if _is_chosen(value, choice) else UNTICKED) + choice
    if code.startswith("√"):
        return "√" if value else ""
    yes, no = code.split("/", 1)
    return "" if value is None else yes if value else no


def _is_chosen(value: object, choice: str) -> bool:
    several = isinstance(value, Collection) and not isinstance(value, str)
    return choice in value if several else value == choice  # type: ignore[operator]


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
