"""What a clause promises that is no plain amount: from which month, until which month, and what the law forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.rules.quantities import amount

_NUMBER = r"(\d+(?:\.\d+)?)"
_HOURS_A_DAY = 8  # the usual working day; the law says half a day, not how many hours that is

_PREGNANT = (
    rf"(?:怀孕|孕|妊娠)[^\d，,。]{{0,4}}{_NUMBER}(个?月|周)|{_NUMBER}(个月|周)(?:及?以上)?的?(?:孕妇|怀孕|孕期|妊娠)"
)
_FROM_MONTH = re.compile(rf"(?:{_PREGNANT})(?!以内|以下|之内|内|以前|之前|前)")
_SPARED = re.compile(
    r"(?:不得?|免除?|停止|禁止|取消)[^，,]{0,10}(?:夜班|加班|加点)|(?:不得?|禁止)[^，,]{0,6}延长(?:劳动|工作)时间"
)

_CHILD = "(?:婴儿|婴幼儿|孩子|子女|小孩|宝宝)"
_AGE = rf"{_NUMBER}(个月|周岁|岁|年)"
_UNTIL_MONTH = (
    re.compile(
        rf"(?:哺乳期|哺乳时间|授乳期|喂奶时间)(?:至|到|为|是|共|一般)?{_CHILD}?(?:出生|年龄|生日)?(?:后)?(?:至|到|满|至满|到满)?{_AGE}(?!后|以后|之后|内|以内|前)"
    ),
    re.compile(rf"(?:哺乳|喂奶|授乳).{{0,6}}(?:未满|不满|不足){_AGE}"),
    re.compile(rf"{_CHILD}(?:出生|年龄)?后?(?:在|未满|不满|不足|满|至|到)?{_AGE}(?:以内|之内|内|以下|以前|之前|前|止)"),
    re.compile(rf"(?<=[至到]){_CHILD}?(?:出生后?)?{_AGE}"),  # 6个月至1周岁
    re.compile(rf"{_AGE}的?哺乳期"),
)
_NURSING = re.compile(r"哺乳(?!假|室)|喂奶|授乳")
_NOT_NURSING_TIME = re.compile(r"哺乳假|延长|增加|育儿假")

_WOMENS_DAY = re.compile(r"三八|妇女节|3月8|3[·.]8")
_HOURS_OFF = re.compile(
    rf"(?:放假?|休息|休假)[^\d，,]{{0,4}}{_NUMBER}(小时|分钟)|提前{_NUMBER}(小时|分钟)(?:下班|离岗|放假)"
)

_MAY = "(?:可以?|应当?|须)(?:正常)?(?:安排|参加|从事|延长)?"
_REFUSALS = (
    ("antenatal_checks", re.compile(r"(?:产前检查|产检)[^不]{0,15}(?:事假|病假|缺勤|旷工|不计入|扣)")),
    (
        "no_overtime_nursing",
        re.compile(rf"哺乳(?!期?(?:期?满|届满|结束|后))[^不]{{0,20}}{_MAY}(?:加班|夜班|劳动时间)"),
    ),
    (
        "no_overtime_pregnant",
        re.compile(rf"(?<![不未]满)7个?月(?!以下|以前|之前|前|以内|之内|内)[^不]{{0,20}}{_MAY}(?:加班|夜班|劳动时间)"),
    ),
)
_PROTECTED = re.compile("怀孕|孕期|孕妇|产期|产假|哺乳|三期|因生育")
_ENDED = (
    "(?:解除|终止)(?=(?:其|与其|与?女职工的?)?(?:劳动|聘用|用工)?(?:合同|关系|协议)|[，,）)]|$)|辞退|开除|解雇|自动离职|降薪|减薪"
    "|(?:降低|扣减|减少|停发)[^，,不]{0,6}(?:工资|薪|待遇|报酬|福利)"
)
_DISMISSED = (
    re.compile(rf"(?<![不许])(?:可以?|有权|应当?|一律|予以|视为|即)[^不]{{0,16}}?(?:{_ENDED})"),
    re.compile(rf"怀孕的?[，,](?:甲方|公司|单位|企业)?(?:{_ENDED})"),
    re.compile("(?<!不)(?:可以?|有权)不再?续(?:签|订)"),
)
# What makes a dismissal lawful: the worker's own fault, her own will, an agreement, or that the time is over.
_LAWFUL = re.compile(
    r"严重违|违纪|严重失职|营私舞弊|刑事|试用期|不符合录用|欺诈|胁迫|同时与其他|第(?:三十九|39)条|过错|过失|协商一致|双方协商"
    r"|自愿|本人(?:可|提出|申请|要求)|通知(?:甲方|公司|单位|用人单位)|(?:孕期|产期|产假|哺乳期|三期)期?(?:满|届满|结束)"
)


@dataclass(frozen=True)
class Bound:
    """What stands at ``start`` to ``end`` of a sentence. ``said``: the value in words where it was worked out.

    ``is_estimate``: it was worked out by more than the law says.
    """

    parameter: str
    value: float
    start: int
    end: int
    said: str = ""
    is_estimate: bool = False


def bounds(sentence: str) -> Iterator[Bound]:
    """The bounds and the refusals of one sentence of plain numbers."""
    yield from _from_months(sentence)
    yield from _until_months(sentence)
    yield from _hours_of_womens_day(sentence)
    for name, pattern in _REFUSALS:
        yield from (Bound(name, 0, *found.span()) for found in pattern.finditer(sentence))
    if _PROTECTED.search(sentence) and not _LAWFUL.search(sentence):
        dismissed = next((found for each in _DISMISSED if (found := each.search(sentence))), None)
        if dismissed:
            yield Bound("no_dismissal", 0, 0, dismissed.end())


def _from_months(sentence: str) -> Iterator[Bound]:
    """怀孕8个月以上不安排夜班: from the 8th month on."""
    named = list(_FROM_MONTH.finditer(sentence))
    ends = [*(following.start() for following in named[1:]), len(sentence)]
    for found, end in zip(named, ends, strict=False):
        spared = _SPARED.search(sentence, found.end(), end)
        if spared and not re.search("[自从]$", sentence[spared.end() : end]):  # 免夜班自怀孕7个月起 is of what follows
            number, unit = found[1] or found[3], found[2] or found[4]
            yield Bound(
                "month_weeks" if unit == "周" else "protected_month", float(number), found.start(), spared.end()
            )


def _until_months(sentence: str) -> Iterator[Bound]:
    """哺乳期至婴儿满10个月: until 10 months; nothing of the leave to nurse, nor of what is added to the time."""
    if not _NURSING.search(sentence) or _NOT_NURSING_TIME.search(sentence):
        return
    for pattern in _UNTIL_MONTH:
        for found in pattern.finditer(sentence):
            yield Bound("nursing_months", float(found[1]) * (1 if found[2] == "个月" else 12), *found.span())


def _hours_of_womens_day(sentence: str) -> Iterator[Bound]:
    """三八放假2小时, where no days are said."""
    if not _WOMENS_DAY.search(sentence) or re.search(r"\d天", sentence):
        return
    for found in _HOURS_OFF.finditer(sentence):
        number, unit = found[1] or found[3], found[2] or found[4]
        days = float(number) / (1 if unit == "小时" else 60) / _HOURS_A_DAY
        said = f"{number}{unit}，按每天{_HOURS_A_DAY}小时合{amount(round(days, 2))}天"
        yield Bound("womens_day", days, *found.span(), said, is_estimate=True)
