"""R24 and R25: what was agreed against the floor of the law, and what a contract must not be silent about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.records.base import Values
from desktop_app.rules.completeness import content_findings
from desktop_app.rules.findings import ERROR, HINT, WARNING, Finding, Place, found
from desktop_app.rules.parameters import NATIONAL, Parameter, Rulebook
from desktop_app.rules.quantities import amount, plain
from desktop_app.rules.readings import Reading, amount_of, readings, subject_in
from desktop_app.rules.topics import Topics

AGREED = ("采纳", "部分采纳")
_DROPPED = ("未采纳", "撤回")
_SUGGESTED = ("L5", "L6")  # levels that bind nobody
_SUBJECTS = {"女职工卫生费": "hygiene_fee"}  # what a category is about where the words do not say
_BARE = re.compile(r"\d+(?:\.\d+)?")
_BEGINS = ("protected_month", "month_weeks")  # from when on: the later, the less
_CALLED = {"nursing_months": "哺乳期"}  # where a label is not what is agreed
_NEAR = 1e-6


@dataclass(frozen=True)
class _Shortfall:
    """A promise below a floor, in words; doubtful where nobody has confirmed that floor, or the value is estimated."""

    by: Parameter
    said: str
    is_doubtful: bool


def clause_findings(
    items: Sequence[Values], clauses: Sequence[Values], contract: Values, topics: Topics, book: Rulebook
) -> Iterator[Finding]:
    """R24 for every agreed item and article below a floor, R25 for every content the contract is silent about.

    An item that is still talked over and asks for, or is offered, less than the floor is only a hint.
    """
    name = f"{contract['name']}（{contract['offered_on'] or contract['starts_on'] or '日期未填'}）"
    said: set[tuple[int, str]] = set()
    for item in items:
        place = Place(f"{name}议题“{item['topic'] or item['category']}”", "negotiation_item", item["id"])
        for reading, field in promises(item, topics):
            if (item["id"], reading.parameter) not in said:
                short = list(_shortfalls(reading, book))
                said |= {(item["id"], reading.parameter)} if short else set()
                severity = ERROR if is_agreed(item) else HINT
                yield from (_finding(each, severity, place.at(field)) for each in short)
    subjects = {item["id"]: subject_of(item, topics) for item in items}
    for clause in clauses:
        place = Place(f"{name}第{clause['position'] or '？'}条", "contract_clause", clause["id"], "text")
        for reading in _once(readings(clause["text"] or "", subjects.get(clause["item_id"], ""))):
            if (clause["item_id"], reading.parameter) not in said:
                yield from (_finding(each, ERROR, place) for each in _shortfalls(reading, book))
    yield from content_findings(items, clauses, contract, topics, book, Place(name, "negotiation", contract["id"]))


def is_agreed(item: Values) -> bool:
    """Whether an item is settled in the workers' favour, or has become a clause that nobody took back."""
    return item["outcome"] in AGREED or bool(item["clause"] and item["outcome"] not in _DROPPED)


def promises(item: Values, topics: Topics) -> Iterator[tuple[Reading, str]]:
    """What an item promises, with the field it was read from: its measure first, then its words.

    Of an item not agreed on: what is asked for and what is offered. Of one taken back: nothing.
    """
    if item["outcome"] in _DROPPED:
        return
    subject = subject_of(item, topics)
    if is_agreed(item):
        measured = topics.parameter_of(item["measure"]) if item["measure"] else subject
        value = amount_of(measured, item["agreed_value"]) if measured and item["agreed_value"] else None
        if value is not None:
            yield Reading(measured, value, item["agreed_value"]), "agreed_value"
        if subject and _BARE.fullmatch(plain(item["quantity"] or "")):  # 25 in a line about the 卫生费
            yield Reading(subject, float(plain(item["quantity"])), item["quantity"]), "quantity"
    fields = ("quantity", "clause") if is_agreed(item) else ("ask", "answer")
    read = [(reading, field) for field in fields for reading in _once(readings(item[field] or "", subject))]
    if is_agreed(item) and not read and not item["agreed_value"]:
        read = [(reading, "answer") for reading in _once(readings(item["answer"] or "", subject))]
    yield from read


def subject_of(item: Values, topics: Topics) -> str:
    """The parameter an item is about, by its measure, its topic, its category or the one its words name."""
    topic = topics.of(item["topic"])
    named = topics.parameter_of(item["measure"] or "")
    by_topic = topic.measures[0].parameter if topic and topic.measures else ""
    words = "" if topic else f"{item['category'] or ''}，{item['ask'] or ''}"
    return named or by_topic or _SUBJECTS.get(item["category"] or "", "") or subject_in(words)


def _once(found_readings: Sequence[Reading]) -> list[Reading]:
    """The lowest promise of each kind."""
    lowest: dict[str, Reading] = {}
    for reading in found_readings:
        if reading.parameter not in lowest or reading.value < lowest[reading.parameter].value:
            lowest[reading.parameter] = reading
    return list(lowest.values())


def _shortfalls(reading: Reading, book: Rulebook) -> Iterator[_Shortfall]:
    by = book.get(reading.parameter)
    if by is None:
        return
    if "是" in by.options:
        if by.value == "是" and not reading.value:
            yield _Shortfall(by, f"“{reading.words}”：与{_whose(by)}“{by.label}”相反", False)
        return
    for floor, is_candidate in ((by.value, False), (by.candidate, True)):
        if isinstance(floor, int | float) and _is_short(reading, floor):
            doubtful = is_candidate or reading.is_estimate
            yield _Shortfall(by, _below(reading, by, floor, is_candidate), doubtful)
            return
    if reading.parameter == "maternity_leave":
        yield from _whole_leave(reading, by, book["extended_leave"])


def _is_short(reading: Reading, floor: float) -> bool:
    if reading.parameter in _BEGINS:
        return reading.value > floor + _NEAR
    return reading.value < floor - _NEAR


def _whole_leave(reading: Reading, national: Parameter, extended: Parameter) -> Iterator[_Shortfall]:
    """A leave longer than the national one but shorter than it is together with the province's extension."""
    for more, is_candidate in ((extended.value, False), (extended.candidate, True)):
        if not isinstance(more, int | float) or not isinstance(national.value, int | float):
            continue
        whole = national.value + more
        if national.value + _NEAR < reading.value < whole - _NEAR:
            doubt = "待核实的" if is_candidate else ""
            agreed = reading.said or f"{amount(reading.value)}天"
            said = (
                f"“{reading.words}”：产假约定{agreed}，低于{amount(national.value)}天"
                f"加{doubt}{extended.origin}延长产假{amount(more)}天，合计{amount(whole)}天"
            )
            yield _Shortfall(extended, said, is_candidate)
            return


def _below(reading: Reading, by: Parameter, floor: float, is_candidate: bool) -> str:
    agreed, least = reading.said or _shown(reading.value, by), _shown(floor, by)
    promise, than = f"{_CALLED.get(by.name, by.label)}约定{agreed}", "低于"
    if by.name in _BEGINS:
        promise, than = f"约定怀孕{agreed}以上才不加班、不夜班", "晚于"
    asked = f"待核实的{least}，请先核实本地规定" if is_candidate else f"{_whose(by)}{least}"
    return f"“{reading.words}”：{promise}，{than}{asked}"


def _whose(by: Parameter) -> str:
    if by.level in _SUGGESTED:
        return "本程序建议的" if by.level == "L6" else "通行做法的"
    return f"{by.origin}规定的" if by.origin != NATIONAL else "国家规定的"


def _shown(value: float, by: Parameter) -> str:
    if by.unit == "次/年" and 0 < value < 1:
        return f"每{amount(round(1 / value, 2))}年1次"
    return f"{amount(round(value, 2))}{by.unit}"


def _finding(short: _Shortfall, severity: str, place: Place) -> Finding:
    if severity == ERROR and short.by.level in _SUGGESTED:
        severity = HINT
    if severity == ERROR and short.is_doubtful:
        severity = WARNING
    return found("R24", severity, short.said, short.by, place)
