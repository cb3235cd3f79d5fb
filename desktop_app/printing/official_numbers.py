"""Numbers and names as official papers write them, where a wrong character sends a contract back."""

from __future__ import annotations

import unicodedata
from decimal import ROUND_HALF_UP, Decimal

from desktop_app.errors import FormRefused

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_COUNTED = "零一二三四五六七八九"
_UNITS = ("仟", "佰", "拾", "")
_YI = 10**8
_MOST = 10**16  # beyond 万亿亿 no fund of a grassroots union goes
_IDEOGRAPHIC_SPACE = "\u3000"


def amount_in_words(amount: Decimal) -> str:
    """An amount in yuan in capitals: 12000 -> ``人民币壹万贰仟元整``; rounded to the fen.

    After 《支付结算办法》附一: 整 follows 元, none is written after 角 or 分; where 零 is optional it
    stands after 万 or 亿 and is left out before 角.
    Raises FormRefused from 10,000,000,000,000,000 yuan up and for what is no amount.
    """
    if not amount.is_finite() or abs(amount) >= _MOST:
        raise FormRefused(f"金额 {amount} 不能写成大写，没有产生文件，数据没有改动。请检查这个金额。")
    fen_in_all = int((abs(amount) * 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    yuan, rest = divmod(fen_in_all, 100)
    jiao, fen = divmod(rest, 10)
    sign = "负" if amount < 0 and fen_in_all else ""
    whole = _whole(yuan) + "元" if yuan or not rest else ""
    if not rest:
        return f"人民币{sign}{whole}整"
    small = _DIGITS[jiao] + "角" if jiao else "零" if whole else ""
    return f"人民币{sign}{whole}{small}" + (_DIGITS[fen] + "分" if fen else "")


def in_chinese(number: int) -> str:
    """A number from 1 to 999 as terms and articles are counted: 10 -> 十, 14 -> 十四, 32 -> 三十二, 105 -> 一百零五."""
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        tens, ones = divmod(rest, 10)
        ten = ("" if tens == 1 else _COUNTED[tens]) + "十" if tens else ""
        return ten + (_COUNTED[ones] if ones else "")
    end = ("零" if rest < 10 else "一" if rest < 20 else "") + in_chinese(rest) if rest else ""
    return f"{_COUNTED[hundreds]}百{end}"


def spaced_name(name: str) -> str:
    """A name of two Chinese characters with a full-width space between, so that it lines up with longer ones."""
    name = name.strip()
    if len(name) == 2 and all(unicodedata.name(character, "").startswith("CJK") for character in name):
        return name[0] + _IDEOGRAPHIC_SPACE + name[1]
    return name


def _whole(number: int) -> str:
    """A whole number in capitals; 零 once for any stretch of zeros within it."""
    for size, name in ((_YI, "亿"), (10**4, "万")):
        if number >= size:
            high, low = divmod(number, size)
            gap = "零" if 0 < low < size // 10 or (low and high % 10 == 0) else ""
            return _whole(high) + name + gap + (_whole(low) if low else "")
    return _four_digits(number)


def _four_digits(number: int) -> str:
    text = ""
    for digit, unit in zip(f"{number:04d}", _UNITS, strict=True):
        text += _DIGITS[int(digit)] + (unit if digit != "0" else "")
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.strip("零") or "零"
