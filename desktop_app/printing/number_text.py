"""How Excel would show a number or date under a number format, for the cells we paint ourselves."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from openpyxl.styles.numbers import is_date_format

_PIECE = re.compile(
    r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|(yyyy|yy|mm?|dd?|hh?|ss?|AM/PM|上午/下午)|([#0?][#0?,.]*)|(.)', re.IGNORECASE
)


@lru_cache(maxsize=20_000, typed=True)
def shown(value: object, number_format: str) -> str:
    """The text of a cell. Text is itself; a format beyond dates, decimals, thousands and percent shows as General."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (date, time)):
        return _date(value, number_format if is_date_format(number_format) else "yyyy-mm-dd")
    if isinstance(value, (int, float, Decimal)):
        return _number(Decimal(str(value)), number_format)
    return str(value)


@lru_cache(maxsize=200)
def _pieces(code: str) -> tuple[tuple[str, str], ...]:
    """The format split into (``literal`` | ``token`` | ``digits``, text)."""
    found = []
    for match in _PIECE.finditer(code):
        quoted, escaped, token, digits, other = match.groups()
        if token:
            found.append(("token", token.lower()))
        elif digits:
            found.append(("digits", digits))
        else:
            found.append(("literal", quoted or escaped or other or ""))
    return tuple(found)


def _date(value: date | time, code: str) -> str:
    texts, after_hour = [], False
    for kind, text in _pieces(code.split(";")[0]):
        texts.append(_date_part(value, text, after_hour) if kind == "token" else text)
        if kind == "token":
            after_hour = text[0] == "h"
    return "".join(texts)


def _date_part(value: date | time, piece: str, after_hour: bool) -> str:
    if "/" in piece:
        return "上午" if getattr(value, "hour", 0) < 12 else "下午"
    month_or_minute = "minute" if after_hour or not isinstance(value, (date, datetime)) else "month"
    part = {"y": "year", "m": month_or_minute, "d": "day", "h": "hour", "s": "second"}[piece[0]]
    number = getattr(value, part, 0)
    return f"{number % 100 if piece == 'yy' else number:0{len(piece)}d}"


def _number(value: Decimal, code: str) -> str:
    sections = code.split(";")
    code = (
        sections[1]
        if value < 0 and len(sections) > 1
        else sections[2]
        if value == 0 and len(sections) > 2
        else sections[0]
    )
    value = abs(value) if value < 0 and len(sections) > 1 else value
    pieces = _pieces(code)
    if not any(kind == "digits" for kind, _ in pieces) or "general" in code.lower():
        return (
            f"{value.normalize():f}"
            if code in ("General", "@", "") or "general" in code.lower()
            else "".join(t for _, t in pieces)
        )
    percent = 100 if any(text == "%" for _, text in pieces) else 1
    return "".join(_digits(value * percent, text) if kind == "digits" else text for kind, text in pieces)


def _digits(value: Decimal, mask: str) -> str:
    decimals = mask.partition(".")[2]
    places, needed = len(decimals), decimals.count("0")
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{rounded:{',' if ',' in mask else ''}.{places}f}"
    whole, point, fraction = text.partition(".")
    while len(fraction) > needed and fraction.endswith("0"):
        fraction = fraction[:-1]
    whole = whole.zfill(mask.partition(".")[0].count("0"))
    return whole + (point + fraction if fraction else "")
