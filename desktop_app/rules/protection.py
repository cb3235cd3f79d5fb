"""What may not be asked of a woman in a protected time (R26-R32, R36), said without her name or condition."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop_app.rules.entitlements import conceived_from, estimate, leave_of
from desktop_app.rules.findings import ERROR, HINT, WARNING, Finding, Place, found
from desktop_app.rules.parameters import Parameter, Rulebook
from desktop_app.rules.protected_time import BIRTH_STAGES, Protection

_EARLY_WEEKS = 12 + 5  # three months and the weeks that a due month leaves open (level L5)
_ANY_TIME = "附录一"  # the annex that holds at any time
# Grounds that 劳动合同法 art. 42 does not forbid: agreement (36), her own notice (37, 38), her fault (39).
_OTHER_GROUNDS = re.compile(r"三十六|三十七|三十八|三十九|3[6-9]\s*条|协商一致|本人辞职|本人提出|本人解除")


@dataclass(frozen=True)
class Hazards:
    """resources/rules/hazards.toml: what each annex of the 特别规定 forbids, and which annexes hold in a stage."""

    source: str
    level: str
    stages: Mapping[str, Sequence[str]]
    annexes: Mapping[str, Sequence[str]]
    also_article: str
    also_stages: Sequence[str]
    also_hazards: Sequence[str]

    def forbidden(self, stage: str, hazards: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """(hazard, annex) for every hazard of a post that is forbidden in a stage; the annex for any time first."""
        annexes = self.stages.get(stage, (_ANY_TIME,))
        first = {hazard: annex for annex in reversed(annexes) for hazard in self.annexes[annex]}
        return tuple((hazard, first[hazard]) for hazard in hazards if hazard in first)

    def citation(self, stage: str, forbidden: Sequence[tuple[str, str]]) -> str:
        """女职工劳动保护特别规定附录三, and the other law where it forbids the same."""
        annexes = "、".join(dict.fromkeys(annex for _, annex in forbidden))
        is_also = stage in self.also_stages and any(hazard in self.also_hazards for hazard, _ in forbidden)
        return f"{self.source}{annexes}" + (f"、{self.also_article}" if is_also else "")


def findings_of(of: Protection, hazards: Hazards, posts: Sequence[Mapping[str, Any]], on: date) -> Iterator[Finding]:
    """Everything found in one entry. Of one whose consent is missing or withdrawn nothing else is said: it must go."""
    consent = list(_consent(of, on))
    yield from consent
    if any(finding.severity == ERROR for finding in consent):
        return
    yield from _short_leave(of)
    yield from _overtime(of, on)
    yield from _forbidden_work(of, hazards, posts, on)
    yield from _end_of_contract(of)


def post_findings(post: Mapping[str, Any], hazards: Hazards, book: Rulebook) -> Iterator[Finding]:
    """R30: all women at the post told in writing. R29: no woman at work that is forbidden at any time."""
    place = Place(f"禁忌劳动岗位：{post.get('post') or ''}", "hazard_post", int(post.get("id") or 0))
    women, told = int(post.get("woman_count") or 0), post.get("told_count")
    by = book["hazards_told"]
    if told is None and women:
        said = f"在岗女职工 {women} 人，没有登记书面告知签收人数，应当全部书面告知"
        yield found("R30", ERROR, said, by, place.at("told_count"))
    elif women > int(told or 0):
        said = (
            f"在岗女职工 {women} 人，书面告知签收 {told} 人，还有 {women - int(told or 0)} 人没有签收，应当全部书面告知"
        )
        yield found("R30", ERROR, said, by, place.at("told_count"))
    forbidden = hazards.forbidden("", post.get("hazards") or ())
    if women and forbidden:
        said = f"有“{_names(forbidden)}”，任何时期都不得安排女职工，现有 {women} 人在岗"
        yield _hazard(hazards, "", said, forbidden, place.at("woman_count"))


def no_posts(book: Rulebook) -> Finding:
    """R30 while there is no list of posts at all, and nobody has said that there is nothing to list."""
    place = Place("禁忌劳动岗位清单", "hazard_post")
    said = "还没有登记禁忌劳动岗位；有的应当列出并书面告知女职工，没有的请在工作台账里确认“没有禁忌岗位”"
    return found("R30", HINT, said, book["hazards_told"], place)


def _consent(of: Protection, on: date) -> Iterator[Finding]:
    by, values = of.book["separate_consent"], of.values
    given, withdrawn, kept = (
        values.get("consented_on"),
        values.get("consent_withdrawn_on"),
        values.get("delete_after"),
    )
    if given is None:
        said = "没有本人单独同意的日期，不能登记；请补办同意，或者删除这条登记"
        yield found("R32", ERROR, said, by, of.place.at("consented_on"))
    elif given > on:
        said = f"本人单独同意的日期是 {given}，还没有到，现在不能登记"
        yield found("R32", ERROR, said, by, of.place.at("consented_on"))
    elif withdrawn is not None and withdrawn <= on:
        said = f"本人已于 {withdrawn} 撤回同意，应当删除这条登记"
        yield found("R32", ERROR, said, by, of.place.at("consent_withdrawn_on"))
    if kept is not None and kept < on:
        said = f"保存期到 {kept}，已过 {(on - kept).days} 天，应当删除这条登记"
        yield found("R32", WARNING, said, by, of.place.at("delete_after"))


def _short_leave(of: Protection) -> Iterator[Finding]:
    """R26: what is recorded is less than what the confirmed rules add up to."""
    values, leave = of.values, leave_of(of.birth, of.book)
    ends, starts, born = values.get("leave_ends_on"), values.get("leave_starts_on"), values.get("delivered_on")
    is_over = born is not None or of.birth.is_miscarriage or values.get("stage") == "产期"
    if ends is None or not of.is_of_birth or not is_over:
        return
    before = timedelta(days=int(of.book.value("leave_before_birth")))
    first = starts or (born if born is None or of.birth.is_miscarriage else born - before)
    if first is None:
        return
    if ends < leave.last_day(first):
        days = (ends - first).days + 1
        counted = "" if starts else f"（没有填休假起，按产前已休 {before.days} 天算）"
        said = f"登记的休假共 {days} 天{counted}，少于应有的 {leave.days} 天（{leave.sum}）"
        yield found("R26", ERROR, said, _missed(of, days), of.place.at("leave_ends_on"))
    elif starts and born and not of.birth.is_miscarriage and ends < leave.last_day(max(starts, born - before)):
        said = f"产前休了 {(born - starts).days} 天，超过 {before.days} 天；超过的部分如不算产假，登记的休假就不够"
        by = of.book["leave_before_birth"]
        yield found("R26", WARNING, said, by, of.place.at("leave_starts_on"))


def _missed(of: Protection, days: int) -> Parameter:
    """The rule a short leave breaks: the nation's, or only what the province adds to it."""
    leave = leave_of(of.birth, of.book)
    total = 0
    for part, amount in leave.parts:
        total += amount
        if days < total:
            return part
    return leave.parts[-1][0]


def _overtime(of: Protection, on: date) -> Iterator[Finding]:
    """R28: overtime or nights in the last months of a pregnancy, on leave, or while nursing."""
    work = "、".join(
        words for name, words in (("works_overtime", "加班"), ("works_nights", "夜班")) if of.values.get(name)
    )
    stage = of.stage(on)
    if not work or stage not in BIRTH_STAGES:
        return
    place = of.place.at("works_overtime" if of.values.get("works_overtime") else "works_nights")
    by = of.book["no_overtime_pregnant" if stage == "孕期" else "no_overtime_nursing"]
    if of.birth.is_miscarriage and stage == "产期":
        by = leave_of(of.birth, of.book).by  # she is on leave
    start, end = of.rest_from(), of.ends
    if start is not None and on >= start:
        until = f"至 {end}" if end else "起"
        doubt = f"（{estimate(of.book)}）" if stage == "孕期" else ""
        said = f"{start} {until}不得延长劳动时间、安排夜班，现在仍安排{work}{doubt}"
        yield found("R28", ERROR, said, by, place)
    elif start is None and stage != "孕期":
        said = f"在不得延长劳动时间、安排夜班的时期里，仍安排{work}（没有填生育日期，按登记的时期）"
        yield found("R28", ERROR, said, by, place)
    elif start is None:
        said = f"仍安排{work}；没有填预产期（年月），不能判断是否已到不得安排的时候，请补填"
        yield found("R28", WARNING, said, by, of.place.at("due_month"))
    else:
        yield from _early(of, work, start, on, place)


def _early(of: Protection, work: str, start: date, on: date, place: Place) -> Iterator[Finding]:
    """A province may forbid it in the first three months too; then 12 weeks are counted (level L5), as a warning."""
    by, due = of.book["early_pregnancy_overtime"], of.values.get("due_month")
    if by.value == "是" and due is not None and on < conceived_from(due) + timedelta(weeks=_EARLY_WEEKS):
        yield found("R28", WARNING, f"前三个月也不得安排，仍安排{work}，请核对", by, place)
    else:
        said = f"{start} 起不得延长劳动时间、安排夜班，现在安排着{work}，请提前调整"
        yield found("R28", HINT, said, of.book["no_overtime_pregnant"], place)


def _forbidden_work(
    of: Protection, hazards: Hazards, posts: Sequence[Mapping[str, Any]], on: date
) -> Iterator[Finding]:
    """R29: the posts she works at have a hazard of the annex that holds now."""
    stage = of.stage(on)
    for post in posts if stage else ():
        forbidden = hazards.forbidden(stage, post.get("hazards") or ())
        if forbidden:
            said = f"所在岗位有“{_names(forbidden)}”，属于这一时期禁忌从事的劳动，应当调离"
            yield _hazard(hazards, stage, said, forbidden, of.place.at("post_id"))


def _hazard(hazards: Hazards, stage: str, said: str, forbidden: Sequence[tuple[str, str]], place: Place) -> Finding:
    source = hazards.citation(stage, forbidden)
    return Finding("R29", hazards.level, ERROR, place.about, said, source, place.kind, place.record_id, place.field)


def _names(forbidden: Sequence[tuple[str, str]]) -> str:
    return "、".join(hazard for hazard, _ in forbidden)


def _end_of_contract(of: Protection) -> Iterator[Finding]:
    """R36: the contract is to end in a protected time (劳动合同法 arts. 42, 45; the union's word: art. 43)."""
    day = of.values.get("ends_contract_on")
    if day is None or of.stage(day) not in BIRTH_STAGES:
        return
    by, place = of.book["no_dismissal"], of.place.at("ends_contract_on")
    ask = "并请工会书面提出意见（劳动合同法第四十三条）"
    grounds = of.values.get("ends_contract_by") or ""
    if _OTHER_GROUNDS.search(grounds):
        said = f"拟于 {day} 解除（终止）劳动合同，在受保护的时期内；请核实所写的依据是否成立，{ask}"
        yield found("R36", WARNING, said, by, place)
        return
    until = f"期满的续延至 {of.ends}" if of.ends else "期满的续延至相应的情形消失"
    said = f"拟于 {day} 解除（终止）劳动合同，在受保护的时期内，不得依第四十、四十一条解除，{until}；应当停止，{ask}"
    yield found("R36", ERROR, said, by, place)
