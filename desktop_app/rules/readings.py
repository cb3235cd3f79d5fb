"""What a clause promises, read from its words: 卫生费每人每月25元 is 25 of hygiene_fee.

Clauses are written freely, so the reader is careful: an amount counts only with its subject named beside it, and what
it cannot tell apart it leaves unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.rules.bounds import bounds
from desktop_app.rules.quantities import plain
from desktop_app.rules.quantity_kinds import AMOUNTS, KIND_OF, Amount, bare_amount
from desktop_app.rules.sentences import Sentence, sentences

_LEAVE = "产假"  # a bare 3个月 typed for a leave is one of a leave
_MISCARRIAGE = re.compile(r"流产|小产|终止妊娠")
_SMALLER = r"(?:未满|不满|不足|少于|小于|<)"
_LARGER = r"(?<!未)(?<!不)(?:满|超过|达到?|≥|>)"


_Named = tuple[int, int, str]  # where words begin and end, and the parameter they name


@dataclass(frozen=True)
class Reading:
    """One amount promised: the parameter it answers to, how much, and the officer's own words it was read from.

    ``said``: the value in words where it was worked out; ``is_estimate``: by more than the law says.
    """

    parameter: str
    value: float
    words: str
    said: str = ""
    is_estimate: bool = False


@dataclass(frozen=True)
class _Cue:
    """Words that name what an amount is for. ``within`` must stand in the same sentence, ``never`` must not."""

    parameter: str
    words: re.Pattern[str]
    within: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None


def _cue(parameter: str, words: str, within: str = "", never: str = "") -> _Cue:
    patterns = [re.compile(each) if each else None for each in (within, never)]
    return _Cue(parameter, re.compile(words), *patterns)


_MISCARRIED = _MISCARRIAGE.pattern
_CUES = (
    _cue("early_miscarriage_leave", rf"{_SMALLER}(?:4个?月|16周)|(?:4个?月|16周)(?:以下|以内|之内)", _MISCARRIED),
    _cue("late_miscarriage_leave", rf"{_LARGER}(?:4个?月|16周)|(?:4个?月|16周)及?以上", _MISCARRIED),
    _cue("very_late_miscarriage_leave", rf"{_LARGER}(?:7个?月|28周)|(?:7个?月|28周)及?以上", _MISCARRIED),
    _cue("early_miscarriage_leave", _MISCARRIED, "", "[47]个?月|16周|28周"),
    _cue("dystocia_leave", "难产|剖宫产|剖腹产"),
    _cue("multiple_birth_leave", "多胞胎|双胞胎|多生", "", "哺乳时间|授乳"),
    _cue("leave_before_birth", "产前(?!检|假|诊|保健)|预产期前"),
    _cue("paternity_leave", "陪产假?|护理假|陪护假", "", "独生|父母住院|老人|老年"),
    _cue("parental_leave", "育儿假"),
    _cue("extended_leave", "延长(?:生育假|产假)?|(?:生育)?奖励(?:产假|假)|生育假"),
    _cue("maternity_leave", r"(?<!陪)(?<!流)产假(?!期(?!限|为|共|\d))"),
    _cue("nursing_minutes_more", "多胞胎|双胞胎|多生|多哺乳", "哺乳|授乳"),
    _cue("nursing_minutes", "哺乳时间|授乳(?:时间)?|喂奶"),
    _cue("nursing_minutes", "哺乳(?!室|假|时间)", "", "工间|休息|上班|下班|迟到|早退"),
    _cue("pregnant_rest", "7个?月|28周", "休息"),
    _cue("early_pregnancy_rest", "(?<!1)3个?月|孕早期|妊娠早期|12周", "休息"),
    _cue("standing_rest", "站立|立位|久站"),
    _cue("hygiene_fee", "卫生(?:费|用品|津贴|补贴|补助|保健费|护理费)|女工费"),
    _cue("gynaecology_checks", "妇科|妇检|妇女病|妇女常见病|乳腺(?!癌)"),
    _cue("menstrual_rest", "痛经|经期|月经|经量|例假", "", "站立|立位"),
    _cue("nursing_leave_pay", "哺乳假|产前假"),
    _cue("womens_day", "三八|妇女节|3月8|3[·.]8"),
    _cue("return_weeks", "返岗|恢复原?工作|过渡"),
    _cue("safety_training", "(?:安全|卫生|劳动保护).{0,10}培训"),
    _cue("inspection", "(?:监督|履约|履行|执行).{0,8}检查"),
)
# What makes a leave longer or shorter than 产假 itself: said first, it claims the amount that follows.
_CONDITIONS = frozenset(
    (
        "dystocia_leave",
        "multiple_birth_leave",
        "early_miscarriage_leave",
        "late_miscarriage_leave",
        "very_late_miscarriage_leave",
    )
)
_NOT_ITS_AMOUNT = re.compile(
    r"期满|期间|满后|结束|工资|津贴|申请|提前|通知|支付|报销|生日|婚假|丧假|年休假|探亲|事假|病假"
    r"|先做|上班|返岗|培训|学习|活动|走访|整改|答复|公示|疗养|体检|考核"
)
_IS_OVER = re.compile("期?(?:满|结束|届满|间|内)|后|以后|之后")  # 产假结束后: no amount of the leave is to come
_ON_TOP = re.compile(r"增加|另|额外|再|基础上|之外|以外|加发|增发")
_TOGETHER = re.compile(r"累计|共计?|合计|双方共")
# A clause may have steps: the first month from which it protects counts, and the last until which it does.
_FIRST, _LAST = ("protected_month", "month_weeks"), ("nursing_months",)


def readings(text: str, subject: str = "") -> list[Reading]:
    """The amounts a text promises. ``subject``: the parameter it is about, where its own words do not say."""
    found = [each for sentence in sentences(text) for each in _sentence(sentence)]
    bound = [
        Reading(each.parameter, each.value, sentence.quoted(each.start, each.end), each.said, each.is_estimate)
        for sentence in sentences(text)
        for each in bounds(sentence.plain)
    ]
    found += [each for each in bound if each.parameter not in _FIRST + _LAST]
    for names, chosen in ((_FIRST, min), (_LAST, max)):
        for name in names:
            found += [chosen(same, key=lambda each: each.value)] if (same := _of(name, bound)) else []
    if not found and subject in KIND_OF:
        written = plain(text)
        amounts = list(AMOUNTS[KIND_OF[subject]](written, _LEAVE))
        if len(amounts) == 1 and not _ON_TOP.search(written[: amounts[0].start]):
            found = [Reading(subject, amounts[0].value, text.strip(), amounts[0].said)]
    return found


def _of(name: str, found: Sequence[Reading]) -> list[Reading]:
    return [each for each in found if each.parameter == name]


def amount_of(parameter: str, text: str) -> float | None:
    """A value typed for one parameter: 25, 25元, 每两年一次, 半小时, 是; None when it cannot be read."""
    written = plain(text)
    if written in ("是", "否"):
        return None if parameter in KIND_OF else float(written == "是")
    amounts = list(AMOUNTS[KIND_OF[parameter]](written, _LEAVE)) if parameter in KIND_OF else []
    return amounts[0].value if amounts else bare_amount(written)


def subject_in(text: str) -> str:
    """The one parameter that a text names, or nothing."""
    named = {cue.parameter for cue in _CUES if cue.words.search(plain(text)) and cue.within is None}
    return named.pop() if len(named) == 1 else ""


def _sentence(sentence: Sentence) -> Iterator[Reading]:
    whole = sentence.plain
    cues = [
        cue
        for cue in _CUES
        if (cue.within is None or cue.within.search(whole)) and not (cue.never and cue.never.search(whole))
    ]
    pending: list[str] = []
    before = ""
    unnamed: list[Reading] = []  # how often, said before what: 每年一次（含妇科）
    for part, separator, words in sentence.parts():
        named = _widest(
            [(found.start(), found.end(), cue.parameter) for cue in cues for found in cue.words.finditer(part)]
        )
        used: set[str] = set()
        for kind, read in AMOUNTS.items():
            fitting = [each for each in named if KIND_OF[each[2]] == kind]
            since = 0
            for amount in read(part, before, whole):
                waiting = [each for each in pending if KIND_OF[each] == kind]
                name = _owner(amount, fitting, waiting, part, since)
                since = amount.end
                used.add(name)
                if name:
                    yield Reading(name, amount.value, words, amount.said)
                elif kind == "times":
                    unnamed.append(Reading("", amount.value, words))
        pending = [each for each in pending if each not in used]
        pending += [
            name
            for _, end, name in named
            if name not in used and name not in pending and not (KIND_OF[name] == "days" and _IS_OVER.match(part, end))
        ]
        before += part + separator
    yield from (
        Reading(name, often.value, often.words) for often in unnamed for name in pending if KIND_OF[name] == "times"
    )


def _widest(named: Sequence[_Named]) -> list[_Named]:
    """Words in their order, without those that are part of longer ones of the same kind (产假 in 延长产假)."""

    def is_part(of: _Named) -> bool:
        return any(
            each[0] <= of[0] and of[1] <= each[1] and each[:2] != of[:2] and KIND_OF[each[2]] == KIND_OF[of[2]]
            for each in named
        )

    return sorted(each for each in named if not is_part(each))


def _owner(amount: Amount, named: Sequence[_Named], pending: Sequence[str], part: str, since: int) -> str:
    """What an amount is for: the words right behind it, the nearest before it, what waits for one, or any in its part.

    Empty where it is nothing's, or is on top of something that is not said here. ``since``: where the last one ended.
    """
    behind = [each for each in named if 0 <= each[0] - amount.end <= 1]
    ahead = [each for each in named if each[1] <= amount.start]
    waiting = [name for name in pending if name in _CONDITIONS] or pending
    if behind:
        name, between = behind[0][2], part[max(0, amount.start - 6) : amount.start]
    elif ahead:
        name, between = ahead[-1][2], part[ahead[-1][1] : amount.start]
    elif waiting:
        name, between = waiting[-1], part[: amount.start]
    else:
        name, between = (named[0][2] if named else ""), part[: amount.start]
    beside = [*waiting, *(each for _, _, each in named)]
    return _unless_other(name, between, beside, part[since : amount.start])


def _unless_other(name: str, between: str, beside: Sequence[str], ahead: str) -> str:
    """The name, or the condition said beside it that claims the amount, or nothing."""
    conditions = [each for each in beside if each in _CONDITIONS]
    if name == "maternity_leave" and conditions:
        return conditions[-1]
    if name == "nursing_minutes" and "nursing_minutes_more" in beside:
        return "nursing_minutes_more"
    if name in ("maternity_leave", "extended_leave") and _ON_TOP.search(ahead):
        return ""
    if name == "parental_leave" and _TOGETHER.search(between):
        return ""
    is_leave = KIND_OF.get(name) == "days" and name != "menstrual_rest"
    return "" if is_leave and _NOT_ITS_AMOUNT.search(between) else name
