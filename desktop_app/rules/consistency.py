"""What contradicts between records, forms and years, and what cannot be right in the roster: checks X01-X31.

All of level L6, the program's own; the thresholds are our choice. What only may be wrong is a hint.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from desktop_app.records.base import Values
from desktop_app.rules.findings import ERROR, HINT, WARNING, Finding, Place


@dataclass(frozen=True)
class Check:
    """One check: its stable id, how grave it is, and what is held against what."""

    severity: str
    meaning: str


CHECKS: Mapping[str, Check] = {
    # 花名册
    "X01": Check(ERROR, "身份证号不重复"),
    "X02": Check(HINT, "姓名和出生日期都相同的核对是否同一人"),
    "X03": Check(WARNING, "身份证号校验"),
    "X04": Check(WARNING, "出生日期、性别与身份证号一致"),
    "X05": Check(ERROR, "入职、入会、参加工作晚于出生"),
    "X06": Check(HINT, "参加工作、入会时满十六周岁"),
    "X07": Check(ERROR, "花名册的日期不在今天之后"),
    "X08": Check(HINT, "工号不重复"),
    "X09": Check(ERROR, "花名册写明姓名"),
    # 表与表
    "X11": Check(HINT, "花名册女职工数与人数登记相近"),
    "X12": Check(HINT, "手工指标与台账数一致"),
    "X13": Check(WARNING, "覆盖女职工数不大于女职工数"),
    "X14": Check(HINT, "职代会表决的代表数与人数登记一致"),
    "X15": Check(HINT, "同一期间只有一份有效的专项集体合同"),
    "X16": Check(HINT, "履约检查在合同期限内"),
    "X17": Check(WARNING, "在任委员在职"),
    "X18": Check(HINT, "活动经费与决算明细一致"),
    "X19": Check(HINT, "哺乳室启用后才有登记"),
    "X20": Check(HINT, "在任委员人数与名额一致"),
    # 今年与上年
    "X21": Check(HINT, "人数与上年相近"),
    "X22": Check(HINT, "年度指标与上年相近"),
    # 日期
    "X31": Check(WARNING, "已发生的事不在今天之后"),
}

JUMP_SHARE, JUMP_LEAST = Decimal("0.3"), 10  # a change of more than 30 % and of at least 10 is worth a word
YEARLY_SHARE = Decimal("0.5")  # yearly figures go up and down by more
ROSTER_SHARE, ROSTER_LEAST = Decimal("0.05"), 5  # the roster and a count of another day are never quite the same
ADULT = 16  # years at which work may begin


def contradiction(rule: str, message: str, place: Place) -> Finding:
    """A finding of one of CHECKS."""
    check = CHECKS[rule]
    source = f"本程序的核对：{check.meaning}"
    return Finding(rule, "L6", check.severity, place.about, message, source, place.kind, place.record_id, place.field)


def differs_much(one: Any, other: Any, share: Decimal, least: int) -> bool:
    """Whether two numbers differ by at least ``least`` and by more than ``share`` of the greater one."""
    apart = abs(Decimal(one) - Decimal(other))
    return apart >= least and apart > share * max(Decimal(one), Decimal(other))


def roster_against_headcount(women: int, headcount: Values, place: Place) -> Iterator[Finding]:
    """X11: the women in service of the roster against the latest count; a roster of a part says nothing by its size."""
    counted = headcount["woman_worker_count"]
    if counted is None:
        return
    is_short = women >= counted / 2 and differs_much(women, counted, ROSTER_SHARE, ROSTER_LEAST)
    if women > counted or is_short:
        said = f"花名册在职女职工 {women} 人，{headcount['counted_on']} 登记的女职工数是 {counted} 人"
        yield contradiction("X11", said, place.at("woman_worker_count"))


def stated_against_counted(stated: Values, name: str, counted: Any, place: Place) -> Iterator[Finding]:
    """X12: a figure the officer states against what the ledger counts; nothing where the ledger keeps none."""
    if counted is not None and stated["value"] is not None and Decimal(stated["value"]) != Decimal(counted):
        said = f"{stated['year']}年 {name}：手工填 {_plain(stated['value'])}，台账数得 {_plain(counted)}"
        yield contradiction("X12", said, place.at("value"))


def covered_against_women(contract: Values, counts: Sequence[Values], place: Place) -> Iterator[Finding]:
    """X13: one enterprise's contract covers no more women than were ever counted there since it was signed."""
    known = [count for count in counts if count["woman_worker_count"] is not None]
    headcount = max(known, key=lambda count: count["woman_worker_count"], default=None)
    covered, women = contract["covered_woman_count"], headcount["woman_worker_count"] if headcount else None
    is_own = contract["level"] in (None, "企业") and (contract["covered_enterprise_count"] or 1) == 1
    if is_own and covered is not None and headcount and covered > women:
        said = f"覆盖女职工 {covered} 人，大于 {headcount['counted_on']} 登记的女职工数 {women} 人"
        yield contradiction("X13", said, place.at("covered_woman_count"))


def congress_against_headcount(vote: Values, headcount: Values, place: Place) -> Iterator[Finding]:
    """X14: the delegates who could vote against those registered with the count of that time."""
    for field, registered, label in (
        ("delegate_count", "congress_delegate_count", "全体代表"),
        ("woman_delegate_count", "woman_delegate_count", "女代表"),
    ):
        here, there = vote[field], headcount[registered]
        if here is not None and there is not None and here != there:
            said = f"{vote['held_on']} 表决的{label} {here} 人，{headcount['counted_on']} 登记的是 {there} 人"
            yield contradiction("X14", said, place.at(field))


def contracts_at_once(contracts: Sequence[Values], place: Any) -> Iterator[Finding]:
    """X15: signed contracts of one form and level whose terms overlap; a change of the text is none of its own."""
    signed = [c for c in contracts if c["signed_on"] and c["starts_on"] and c["ends_on"] and c["occasion"] != "变更"]
    signed.sort(key=lambda c: (c["starts_on"], c["id"]))
    for number, later in enumerate(signed):
        for earlier in signed[:number]:
            same = (earlier["form"], earlier["level"]) == (later["form"], later["level"])
            end = min(day for day in (earlier["ends_on"], earlier["rescinded_on"], earlier["ended_on"]) if day)
            if same and later["starts_on"] <= end:
                said = f"期限从 {later['starts_on']} 起，而上一份到 {end} 才结束，两份同时有效"
                yield contradiction("X15", said, place(later).at("starts_on"))


def inspection_against_term(inspected: date | None, contract: Values, place: Place) -> Iterator[Finding]:
    """X16: an inspection of how the contract is kept falls into its term."""
    starts, ends = contract["starts_on"], contract["ends_on"]
    if inspected and starts and ends and not starts <= inspected <= ends:
        said = f"履约检查 {inspected} 不在合同期限 {starts} 至 {ends} 内"
        yield contradiction("X16", said, place.at("inspected_on"))


def member_against_roster(status: str | None, place: Place) -> Iterator[Finding]:
    """X17: nobody serves who has left the unit."""
    if status not in (None, "", "在职"):
        yield contradiction("X17", f"仍在任，花名册里已是“{status}”，请登记离任或更正在职状态", place.at("left_on"))


def expense_against_lines(expense: Any, spent: Any, place: Place) -> Iterator[Finding]:
    """X18: an activity's cost, which the statistics sum, against the lines of its account."""
    if expense is not None and spent is not None and expense != spent:
        yield contradiction("X18", f"经费 {expense} 元，决算明细合计 {spent} 元", place.at("expense"))


def log_before_opening(what: str, first: date | None, opened: date | None, place: Place) -> Iterator[Finding]:
    """X19: a room's log begins once it is open; an opening of which only the month is known holds from its first."""
    if first and opened and first < opened:
        yield contradiction("X19", f"{what}从 {first} 就有，启用时间却是 {opened}", place.at("opened_on"))


def seats_against_members(seats: int | None, members: int, place: Place) -> Iterator[Finding]:
    """X20: who serves against the seats applied for."""
    if seats and members and seats != members:
        yield contradiction("X20", f"名额 {seats} 名，在任委员 {members} 名", place.at("seat_count"))


def headcount_jumps(now: Values, then: Values, labels: Mapping[str, str], place: Place) -> Iterator[Finding]:
    """X21: counts of people against those of a year before."""
    for field, label in labels.items():
        new, old = now[field], then[field]
        if new is not None and old and differs_much(new, old, JUMP_SHARE, JUMP_LEAST):
            said = f"{label} {now['counted_on']} 是 {new} 人，{then['counted_on']} 是 {old} 人，变动{_share(new, old)}"
            yield contradiction("X21", said, place.at(field))


def figure_jumps(
    year: int, now: Mapping[str, Any], then: Mapping[str, Any], names: Mapping[str, str], *, is_over: bool
) -> Iterator[tuple[str, str]]:
    """X22, as code and sentence: figures against the year before. While the year runs only a rise says anything."""
    for code in now:
        new, old = now[code], then.get(code)
        if isinstance(new, bool) or new is None or not old or (new < old and not is_over):
            continue
        if differs_much(new, old, YEARLY_SHARE, JUMP_LEAST):
            yield code, f"{names[code]} {year}年 {_plain(new)}，{year - 1}年 {_plain(old)}，变动{_share(new, old)}"


def not_yet(day: date, label: str, on: date, place: Place) -> Finding:
    """X31: something that is said to have happened on a day still to come."""
    return contradiction("X31", f"“{label}”是 {day}，在今天（{on}）之后，请核对", place)


def _share(new: Any, old: Any) -> str:
    change = (Decimal(new) - Decimal(old)) / Decimal(old) * 100
    return f" {change:+.0f}%"


def _plain(number: Any) -> str:
    """34880 rather than 34880.00."""
    text = f"{Decimal(number):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
