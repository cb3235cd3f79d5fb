"""Numbers as officers write them in clauses, brought to one spelling: 九十八天, 98 日 and ９８天 are all 98天."""

from __future__ import annotations

import re

_DIGITS = {char: number for number, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_NUMERAL = "[零〇一二两三四五六七八九十百千]+"
_UNIT = r"(?:天|日|工作日|个?月|周|年|次|个?小时|个?钟头|分钟|元|块|％|%|个|周岁|岁|成|遍|回)"
_TO = "[至到~～—–-]"
_BEFORE_UNIT = re.compile(rf"{_NUMERAL}(?=个?半?{_TO}?(?:{_NUMERAL}|[\d.]+)?{_UNIT})")
_NUMBER = r"\d+(?:\.\d+)?"
_RANGE = re.compile(rf"({_NUMBER})((?:天|周|次|小时|分钟|元|%)?){_TO}{_NUMBER}(天|周|次|小时|分钟|元|%)")
_RAISED = re.compile(
    rf"([由从][^，。；,;]*?){_NUMBER}(?:天|次|小时|分钟|元|%)(?=[^，。；,;]{{0,6}}(?:提高|调整|增加|上调|提升|延长)(?:至|到|为))"
)
_SUM = re.compile(rf"({_NUMBER})(?:天)?\+({_NUMBER})天")
_HALVES = (
    (r"(\d+)个?半(?:小时|钟头)", r"\g<1>.5小时"),
    (r"(\d+)(?:小时|钟头)半", r"\g<1>.5小时"),
    (r"半个?(?:小时|钟头)", "30分钟"),
    (r"(\d+)(天|日|周|年)半", r"\g<1>.5天"),
    (r"半(?:天|日)", "0.5天"),
    (r"半年", "0.5年"),
    (r"每季度?", "每0.25年"),
    (r"隔年", "每2年"),
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％＋／：－", "0123456789.%+/:-")


def plain(text: str) -> str:
    """The text with Arabic numbers, one spelling for each unit, and the lower end of ranges (what is sure).

    Of what is raised from one amount to another, only the new one is left.
    """
    text = re.sub(r"\s+", "", text.translate(_FULL_WIDTH))
    text = re.sub(rf"百分之({_NUMERAL}|\d+)", lambda found: f"{_number(found[1])}%", text)
    text = re.sub(rf"({_NUMERAL}|\d+)成", lambda found: f"{_number(found[1]) * 10}%", text)
    text = _BEFORE_UNIT.sub(lambda found: str(_number(found[0])), text)
    for pattern, written in _HALVES:
        text = re.sub(pattern, written, text)
    text = re.sub(r"(?<=\d)个?(?:小时|钟头)", "小时", text)
    text = re.sub(r"(?<=\d)块(?:钱)?", "元", text)
    text = re.sub(r"(?<=\d)[遍回]", "次", text)
    text = re.sub(r"(?<!月)(?<!月\d)(?<!月\d\d)(\d+(?:\.\d+)?)日(?!前|起|以前)", r"\1天", text)
    text = _RANGE.sub(r"\1\3", text)
    text = _RAISED.sub(r"\1", text)
    return _SUM.sub(lambda found: f"{amount(float(found[1]) + float(found[2]))}天", text)


def amount(value: float) -> str:
    """A number without needless decimals."""
    return f"{value:g}"


def _number(numeral: str) -> int:
    """九十八 → 98; 一二 written digit by digit → 12."""
    if numeral.isdecimal():
        return int(numeral)
    if not any(char in _TENS for char in numeral):
        return int("".join(str(_DIGITS[char]) for char in numeral))
    total, digit = 0, 0
    for char in numeral:
        if char in _TENS:
            total += max(digit, 1) * _TENS[char]
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit
