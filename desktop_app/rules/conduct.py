"""R31 and R33-R35: what the daily work must not forget: cleaning, guardians' consent, answers waited for, accounts."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from desktop_app.records.base import Values
from desktop_app.rules.deadlines import is_rest, last_day, months_before
from desktop_app.rules.findings import ERROR, HINT, WARNING, Finding, Place, found
from desktop_app.rules.parameters import Parameter, Rulebook

WATCHED = 20  # working days looked back upon for cleaning, about a month of the paper log (our own choice, level L6)
_NAMED = 3  # so many days are named one by one
_ACCOUNTED = "节日慰问"  # accounts and categories of festival gifts hold these words

# 3·8 and 6·1 as officers write them; a bare 3.8 is more often a number.
_WOMEN = re.compile(r"三八|3·8|38妇女|3\.8(?=妇女|节)|妇女节|女神节|女生节")
_CHILDREN = re.compile(r"六一|6·1|6\.1(?=儿童|节)|儿童节")
_OF_CHILDREN = re.compile(r"六一|儿童|托管|托育|子女|孩子|暑托|亲子")
_CONSENT = re.compile(r"(监护人|家长|父母).*同意|同意.*(监护人|家长|父母)")


def watched_days(on: date, opened_on: date | None = None) -> list[date]:
    """The last working days before ``on``, the latest first, none before the room was opened."""
    days: list[date] = []
    day = on
    while len(days) < WATCHED:
        day -= timedelta(days=1)
        if opened_on and day < opened_on:
            break
        if not is_rest(day):
            days.append(day)
    return days


def cleaning_findings(
    room: Values, first_on: date | None, cleaned: Collection[date], book: Rulebook, on: date
) -> Iterator[Finding]:
    """R31: working days on which a room in use was not cleaned, once its log was begun on ``first_on`` (level L5).

    ``cleaned`` are the days with a cleaning since the first of ``watched_days``.
    """
    rule = book["room_cleaning"]
    if room["status"] not in (None, "", "启用") or rule.value is None:
        return
    opened = room["opened_on"]
    if opened and opened > on:
        return
    place = Place(f"哺乳室：{room['name']}", "nursing_room", room["id"])
    if first_on is None:
        yield found("R31", HINT, "还没有一条清洁消毒记录，启用的哺乳室每个工作日清洁一次", rule, place)
        return
    since = max(day for day in (first_on, opened) if day)
    missed = sorted(day for day in watched_days(on, since) if day not in cleaned)
    if missed:
        shown = "、".join(f"{day:%m-%d}" for day in missed[-_NAMED:])
        shown = f"最近的是 {shown}" if len(missed) > _NAMED else shown
        said = f"最近 {len(watched_days(on, since))} 个工作日中有 {len(missed)} 天没有清洁记录（{shown}）"
        yield found("R31", WARNING, said, rule, place)


def letter_findings(letter: Values, book: Rulebook, on: date) -> Iterator[Finding]:
    """R34: a 监督意见书 that was not answered in time; without a known period only that nobody answered yet."""
    if letter["category"] != "监督意见书" or not letter["issued_on"]:
        return
    rule, start = book["supervision_reply"], letter["received_on"] or letter["issued_on"]
    place = Place(f"监督意见书（{letter['issued_on']} 发出）", "supervision_letter", letter["id"], "replied_on")
    replied = letter["replied_on"]
    if rule.period is None:
        if not replied and not letter["referred_on"] and start <= on:
            said = f"{start} 送达，还没有书面答复；本地的答复天数没有查到，请核实后填在“适用规定”里"
            yield found("R34", HINT, said, rule, place)
        return
    due = last_day(start, rule.period)
    if replied and replied > due:
        yield found("R34", HINT, f"书面答复 {replied} 晚于期限 {due}（{start} 送达，{rule.period}内）", rule, place)
    elif not replied and not letter["referred_on"] and on > due:
        said = f"{start} 送达，{rule.period}内应书面答复，{due} 已过仍没有答复，建议提请县级以上总工会发建议书"
        yield found("R34", WARNING, said, rule, place.at("referred_on"))


def festival_findings(place: Place, texts: Iterable[str | None], account: str | None, book: Rulebook) -> list[Finding]:
    """R35: 三八 or 六一 entered as a festival gift, which is for the statutory festivals (not verified nationally)."""
    rule, said = book["festival_gifts"], " ".join(text for text in texts if text)
    listed = str(rule.value or rule.candidate or "")
    for word, proper in ((_WOMEN, "女职工活动"), (_CHILDREN, "子女关爱")):
        hit = word.search(said)
        if hit and account and _ACCOUNTED in account and not word.search(listed):
            doubt = "" if rule.is_confirmed else "（待核实）"
            message = f"写着“{hit[0]}”，却记作“{account}”；节日慰问品一般只限{listed}{doubt}，建议改为{proper}科目"
            return [found("R35", WARNING, message, rule, place)]
    return []


def infant_findings(period: Values, book: Rulebook, on: date) -> Iterator[Finding]:
    """R33: an infant's birth date in the special-period ledger without its mother's consent in force."""
    rule, born = book["guardian_consent"], period["delivered_on"]
    if not born or period["ended_month_count"] is not None or not _is_minor(born, rule, on):
        return
    withdrawn = period["consent_withdrawn_on"]
    place = Place(f"特殊时期：编号 {period['id']}", "special_period", period["id"], "consented_on")
    if not period["consented_on"]:
        said = f"登记了不满{rule.value}周岁子女的出生日期，没有监护人（本人）的同意，请取得同意或删去"
        yield found("R33", ERROR, said, rule, place)
    elif withdrawn and withdrawn <= on:
        said = f"监护人（本人）已于 {withdrawn} 撤回同意，子女的出生日期应当删去"
        yield found("R33", ERROR, said, rule, place.at("delivered_on"))


def children_findings(place: Place, who: str, texts: Iterable[str | None], book: Rulebook) -> Iterator[Finding]:
    """R33: papers that may name children. The ledger keeps no consent of theirs, so it can only ask (a hint).

    Silent once the record says of itself that the guardians agreed.
    """
    if not _CONSENT.search(" ".join(text for text in texts if text)):
        age = book["guardian_consent"].value or 14
        said = f"{who}，不满{age}周岁的须有监护人同意；请核对，取得后在备注里写明“监护人已同意”"
        yield found("R33", HINT, said, book["guardian_consent"], place)


def speaks_of_children(texts: Iterable[str | None]) -> bool:
    """Whether words such as 六一, 托管, 亲子 stand in a record."""
    return any(_OF_CHILDREN.search(text) for text in texts if text)


def minors_born_after(book: Rulebook, on: date) -> date:
    """Children born after this day are younger than the age of consent on ``on``."""
    return months_before(on, int(book["guardian_consent"].value) * 12)


def _is_minor(born: date, rule: Parameter, on: date) -> bool:
    return rule.value is not None and born > months_before(on, int(rule.value) * 12)
