"""R07-R11, R13 and R14: who sits at the table for either side, and who takes the minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from desktop_app.records.base import Values
from desktop_app.rules.contract.facts import CHIEF, OUTSIDER, SIDES, Round, in_words
from desktop_app.rules.contract.seats import left, seats, successors, vacancy_due
from desktop_app.rules.contract.women import women_findings
from desktop_app.rules.findings import ERROR, HINT, WARNING, Finding, Place, found
from desktop_app.rules.parameters import Rulebook

_UNION = "工会"


def delegate_findings(of: Round, book: Rulebook, on: date) -> Iterator[Finding]:
    """What is wrong with the two delegations; nothing before anybody has been named."""
    if any(of.voting(side) for side in SIDES):
        for side in SIDES:
            yield from _number(of, side, book, on)
            yield from _chief(of, side, book)
        yield from _balance(of, book, on)
        yield from barred_findings(of, book)
        yield from women_findings(of, book)
    yield from _vacancies(of, book, on)
    yield from _recorder(of, book)


def barred_findings(of: Round, book: Rulebook) -> Iterator[Finding]:
    """Who may not sit where they sit: too many outsiders, a chief from elsewhere, one person on both sides."""
    for side in SIDES:
        yield from _outsiders(of, side, book)
    yield from _both_sides(of, book)


def _side_place(of: Round, side: str) -> Place:
    """Where a delegation is mended: its first delegate, else where one is added."""
    return of.place_of("negotiator", next(iter(of.voting(side)), None))


def _number(of: Round, side: str, book: Rulebook, on: date) -> Iterator[Finding]:
    count, place = seats(of, side, book, on), _side_place(of, side)
    least, most, large = (book[f"delegates_{name}"] for name in ("minimum", "maximum", "minimum_large"))
    if not count and not of.has_begun:
        yield found("R07", HINT, f"{side}代表还没有登记，每方至少 {least.value} 名", least, place)
    elif least.value and count < least.value:
        yield found("R07", ERROR, f"{side}代表 {count} 名，每方至少 {least.value} 名", least, place)
    elif large.value and count < large.value:
        yield from _large(of, f"{side}代表 {count} 名，规模以上企业每方至少 {large.value} 名", book, place)
    if most.value and count > most.value:
        yield found("R07", ERROR, f"{side}代表 {count} 名，每方至多 {most.value} 名", most, place)


def _large(of: Round, said: str, book: Rulebook, place: Place) -> Iterator[Finding]:
    large, is_large = book["delegates_minimum_large"], of.enterprise.get("is_above_scale")
    if is_large:
        yield found("R07", ERROR, said, large, place)
    elif is_large is None:
        where = of.place_of("enterprise", of.enterprise if "id" in of.enterprise else None, "is_above_scale")
        yield found("R07", HINT, f"{said}；请在单位概况里填写是否规模以上企业", large, where)


def _chief(of: Round, side: str, book: Rulebook) -> Iterator[Finding]:
    members, chiefs = of.voting(side), of.chiefs(side)
    if members and len(chiefs) != 1:
        said = f"{side}首席代表 {len(chiefs)} 名，应有 1 名"
        place = of.place_of("negotiator", (chiefs or members)[0], "role")
        yield found("S3a", WARNING, said, book["chief"], place)
    if len(chiefs) != 1:
        return
    proper = of.union.get("chair") if side == "职工方" else of.enterprise.get("legal_representative")
    entrusted = {a["delegate"] for a in of.authorizations if a["side"] == side}
    if proper and chiefs[0]["name"] not in (proper, *entrusted):
        who = "工会主席" if side == "职工方" else "法定代表人"
        said = f"{side}首席代表不是{who}，还没有书面委托的记录"
        yield found("S3a", WARNING, said, book["chief"], of.place_of("authorization", None))


def _outsiders(of: Round, side: str, book: Rulebook) -> Iterator[Finding]:
    by, members = book["outside_share"], of.voting(side)
    outside = [d for d in members if d["is_external"] or d["role"] == OUTSIDER]
    if by.share is not None and len(outside) > by.share * len(members):
        said = f"{side}外单位人员 {len(outside)} 名，超过本方代表 {len(members)} 名的{in_words(by)}"
        yield found("R09", ERROR, said, by, of.place_of("negotiator", outside[0], "is_external"))
    for chief in outside:
        if chief["role"] == CHIEF:
            said = f"{side}首席代表不得由外单位人员代理"
            yield found("R09", ERROR, said, by, of.place_of("negotiator", chief, "is_external"))


def _balance(of: Round, book: Rulebook, on: date) -> Iterator[Finding]:
    by = book["delegates_balance"]
    workers, employer = (seats(of, side, book, on) for side in SIDES)
    is_free = by.value == "企业方不多于职工方"
    is_wrong = employer > workers if is_free else bool(by.value) and employer != workers
    if is_wrong and (of.has_begun or min(workers, employer)):
        asked = "企业方不得多于职工方" if is_free else "双方人数应对等"
        said = f"{asked}，现为职工方 {workers} 名、企业方 {employer} 名"
        yield found("R08", ERROR, said, by, _side_place(of, "企业方"))


def _both_sides(of: Round, book: Rulebook) -> Iterator[Finding]:
    workers = of.voting("职工方")
    for delegate in of.voting("企业方"):
        place = of.place_of("negotiator", delegate, "side")
        if any(_is_same(delegate, worker) for worker in workers):
            said = f"{delegate['name']}同时是双方的代表，不得互相兼任"
            yield found("R10", ERROR, said, book["both_sides_barred"], place)
        barred = book["union_staff_barred"]
        if barred.value and delegate["is_union_worker"]:
            said = f"{delegate['name']}是工会工作人员，不得任企业方代表"
            yield found("R10", ERROR, said, barred, place.at("is_union_worker"))
        elif barred.value and delegate["is_union_worker"] is None and _UNION in (delegate["department"] or ""):
            said = (
                f"企业方代表{delegate['name']}的职务是“{delegate['department']}”，工会工作人员不得任企业方代表，请核对"
            )
            yield found("R10", WARNING, said, barred, place.at("is_union_worker"))


def _is_same(one: Values, other: Values) -> bool:
    """The same ID number, or the same name where no two different numbers tell them apart."""
    if one["id_number"] and other["id_number"]:
        return bool(one["id_number"] == other["id_number"])
    return bool(one["name"]) and one["name"] == other["name"]


def _vacancies(of: Round, book: Rulebook, on: date) -> Iterator[Finding]:
    came = successors(of)
    for gone in left(of):
        due, after = vacancy_due(gone, book), came.get(gone["id"])
        if due is None or gone["left_on"] > on or (after is None and due > (of.ended_on or date.max)):
            continue
        place = of.place_of("negotiator", after or gone, "chosen_on" if after else "left_on")
        who = f"{gone['side']}代表{gone['name'] or ''} {gone['left_on']} 空缺"
        if after is not None and after["chosen_on"] is None and on > due:
            said = f"{who}，{after['name']}接替，没有填产生日期（应不晚于 {due}）"
            yield found("R13", HINT, said, book["vacancy"], place)
        elif ((after["chosen_on"] or due) if after else on) > due:
            came_on = f"实际 {after['chosen_on']}" if after else "至今没有"
            yield found("R13", ERROR, f"{who}，应不晚于 {due} 产生新代表，{came_on}", book["vacancy"], place)


def _recorder(of: Round, book: Rulebook) -> Iterator[Finding]:
    names = {d["name"] for side in SIDES for d in of.voting(side)}
    for session in of.sessions:
        for name in _people(session["recorder"]):
            if name in names:
                yield _no_recorder(name, book, of.place_of("negotiation_session", session, "recorder"))
    for delegate in of.recorders:
        if delegate["name"] in names:
            yield _no_recorder(delegate["name"], book, of.place_of("negotiator", delegate, "role"))
    if of.held and not of.recorders and not any(_people(session["recorder"]) for session in of.sessions):
        said = "协商会议没有写明记录员"
        where = of.place_of("negotiation_session", of.held[-1], "recorder")
        yield found("R14", HINT, said, book["recorder"], where)


def _no_recorder(name: str, book: Rulebook, place: Place) -> Finding:
    said = f"记录员{name}是协商代表，记录员应由双方共同确定，不是代表"
    return found("R14", ERROR, said, book["recorder"], place)


def _people(names: str | None) -> list[str]:
    return [name for name in re.split(r"[、，,；;/\s]+", names or "") if name]
