"""R11: women among the workers' delegates, as each place asks for them and as this program suggests it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from desktop_app.records.base import Values
from desktop_app.rules.contract.facts import Round
from desktop_app.rules.findings import ERROR, HINT, WARNING, Finding, found
from desktop_app.rules.parameters import Parameter, Rulebook

_SIDE = "职工方"
_FIFTH = Fraction(1, 5)
_IN_PROPORTION = "女职工较多的应有相应比例"
_OURS = "本程序建议至少有 1 名"


def women_findings(of: Round, book: Rulebook) -> Iterator[Finding]:
    """Whether there are women where the rule asks for them, as many as it asks for, and the committee's director."""
    members = of.voting(_SIDE)
    if not members:
        return
    women = [d for d in members if d["gender"] == "女"]
    unknown = [d for d in members if d["gender"] is None]
    if unknown and not women:
        said = f"职工方有 {len(unknown)} 名代表没有填性别，看不出有没有女代表"
        place = of.place_of("negotiator", unknown[0], "gender")
        yield found("R11", HINT, said, book["women_delegates"], place)
    elif not women:
        yield _none(of, members, book)
    elif book.value("women_delegates") == _IN_PROPORTION and not unknown:
        yield from _too_few(of, members, len(women), book)
    yield from _director(of, members, book)


def _none(of: Round, members: list[Values], book: Rulebook) -> Finding:
    """No woman at all: as grave as the rule of the place is, or as our own suggestion where it does not reach."""
    severity, why, by = _grounds(of, len(members), book)
    said = f"职工方 {len(members)} 名代表中没有女代表，{why}"
    return found("R11", severity, said, by, of.place_of("negotiator", members[0]))


def _grounds(of: Round, count: int, book: Rulebook) -> tuple[str, str, Parameter]:
    by, share = book["women_delegates"], women_share(of)
    of_all = f"女职工占职工的 {_percent(share)}，" if share is not None else ""
    match by.value:
        case "建议有女代表":
            return ERROR, _OURS, by
        case "一般应当有":
            return WARNING, "一般应当有女职工委员会成员或者女职工代表", by
        case "建有女职工委员会的应当有" if of.has_committee:
            return ERROR, "建有女职工委员会的应当有", by
        case "女职工占五分之一以上的应当有" if share is None:
            return WARNING, "没有登记人数，看不出女职工是否占五分之一以上", by
        case "女职工占五分之一以上的应当有" if share is not None and share >= _FIFTH:
            return ERROR, f"{of_all}应当有女代表", by
        case "女职工较多的应有相应比例" if share is None or share * count >= 1:
            return WARNING, f"{of_all}女职工较多的应有相应比例的女代表", by
    return WARNING, _OURS, book["director_delegate"]


def _too_few(of: Round, members: list[Values], women: int, book: Rulebook) -> Iterator[Finding]:
    """Fewer than their share by a whole delegate or more: the rule itself names no figure."""
    share = women_share(of)
    due = int(share * len(members)) if share is not None else 0
    if share is not None and women < due:
        said = f"职工方女代表 {women} 名，女职工占职工的 {_percent(share)}，按这个比例约有 {due} 名"
        yield found("R11", WARNING, said, book["women_delegates"], of.place_of("negotiator", members[0]))


def _director(of: Round, members: list[Values], book: Rulebook) -> Iterator[Finding]:
    by = book["director_delegate"]
    if of.director and by.value and of.director not in {d["name"] for d in members}:
        severity = ERROR if by.value == "应当参加" else WARNING
        said = f"女职工委员会主任{of.director}不在职工方代表里，{by.value}协商"
        yield found("R11", severity, said, by, of.place_of("negotiator", members[0]))


def women_share(of: Round) -> Fraction | None:
    """Women among all employees by the latest count; None where it is not known."""
    count = of.headcount or {}
    everyone, women = count.get("employee_count"), count.get("woman_worker_count")
    return Fraction(women, everyone) if everyone and women is not None else None


def _percent(share: Fraction) -> str:
    return f"{float(share * 100):.1f}%"
