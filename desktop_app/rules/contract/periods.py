"""R12, R15 and R19-R23: the periods of the procedure, in days, working days and months as each province counts them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest

from desktop_app.records.base import Values
from desktop_app.rules.contract.facts import Round, filing_rule, filing_starts
from desktop_app.rules.contract.votes import has_failed
from desktop_app.rules.deadlines import Period, full_day, last_day, opens
from desktop_app.rules.findings import ERROR, HINT, WARNING, Finding, found
from desktop_app.rules.parameters import Parameter, Rulebook

_DAY = timedelta(days=1)


def due_of(start: date | None, by: Parameter) -> date | None:
    """The last day of a parameter's period from ``start``; None where nothing starts it, or no rule sets it."""
    return last_day(start, by.period) if start and by.period else None


def strictly(by: Parameter) -> str:
    """A rule that says 一般 is a warning, any other an error."""
    return WARNING if "一般" in f"{by.value}{by.note}" else ERROR


def expected_effective_on(received_on: date | None, book: Rulebook) -> date | None:
    """The day after a review period without objection (劳动合同法 art. 54, L1; the next day is our reading, L6)."""
    period = book["review"].period
    return full_day(received_on, period) + _DAY if received_on and period else None


def renewal_opens(of: Round, book: Rulebook) -> date | None:
    """The first day on which either side may ask for renewal."""
    ends, period = of.values["ends_on"], book["renewal"].period
    return opens(ends, period) if ends and period else None


def period_findings(of: Round, book: Rulebook, on: date) -> Iterator[Finding]:
    """Every date of a round that is late, too early or wanting."""
    yield from _reply(of, book, on)
    yield from _suspensions(of, book, on)
    yield from _filing(of, book, on)
    yield from _effect(of, book)
    yield from _term(of, book)
    yield from _renewal(of, book, on)
    yield from _publication(of, book, on)


def _late(
    of: Round, rule: str, by: Parameter, start: date | None, field: str, what: str, on: date
) -> Iterator[Finding]:
    """A date that came, or is still waited for, after the last day; nobody waits for a contract that is over."""
    due, done = due_of(start, by), of.values[field]
    if done is None and of.is_over(on):
        return
    if due and (done or on) > due:
        said = f"{what}的截止日是 {due}（{start} 起 {by.period}内），" + (f"实际 {done}" if done else "至今没有")
        yield found(rule, ERROR, said, by, of.place.at(field))


def _reply(of: Round, book: Rulebook, on: date) -> Iterator[Finding]:
    values, due = of.values, due_of(of.values["offered_on"], book["reply"])
    if values["replied_on"] is None and of.has_begun:
        if due and due < on and not of.is_over(on):
            said = f"没有填答复日期（应不晚于 {due}），后面的步骤已经办了，请补填"
            yield found("R12", HINT, said, book["reply"], of.place.at("replied_on"))
    else:
        yield from _late(of, "R12", book["reply"], values["offered_on"], "replied_on", "要约后书面答复", on)
    if values["replied_on"] and values["offered_on"] and values["replied_on"] < values["offered_on"]:
        said = f"答复日期 {values['replied_on']} 早于要约日期 {values['offered_on']}"
        yield found("R12", WARNING, said, book["reply"], of.place.at("replied_on"))
    if values["is_accepted"] is False and not values["reply_opinion"]:
        said = "不同意协商，没有写明理由；无正当理由不得拒绝集体协商"
        yield found("R12", ERROR, said, book["refusal"], of.place.at("reply_opinion"))


def _suspensions(of: Round, book: Rulebook, on: date) -> Iterator[Finding]:
    cap, held = book["suspension_cap"], of.held
    for session, after in zip_longest(held, held[1:]):
        if not session["suspended_because"]:
            continue
        place = of.place_of("negotiation_session", session, "next_on")
        resumed = resumed_on(of, session, after) or max(session["next_on"] or on, on)
        if cap.period and resumed > full_day(session["held_on"], cap.period):
            days = (resumed - session["held_on"]).days
            said = f"{session['held_on']} 起中止协商 {days} 天，超过{cap.period}"
            yield found("R15", strictly(cap), said, cap, place)
        lacking = _next_of(session) if resumed_on(of, session, after) is None and not of.is_over(on) else []
        if lacking:
            said = f"{session['held_on']} 中止协商，还要商定下次协商的{'、'.join(lacking)}"
            yield found("R15", WARNING, said, cap, place)


def resumed_on(of: Round, session: Values, after: Values | None) -> date | None:
    """When the talks went on after a session that was broken off: the next one, or what came of them."""
    later = ("drafted_on", "submitted_to_congress_on", "signed_on")
    days = [of.values[name] for name in later if of.values[name] and of.values[name] >= session["held_on"]]
    return after["held_on"] if after else min(days, default=None)


def _next_of(session: Values) -> list[str]:
    named = (("next_on", "时间"), ("next_place", "地点"), ("next_subjects", "内容"))
    return [word for field, word in named if not session[field]]


def _filing(of: Round, book: Rulebook, on: date) -> Iterator[Finding]:
    values, by, start = of.values, filing_rule(book), filing_starts(of, book)
    what = "签字后报送文本" if book.value("filing_from") == "签字" else "收到通过情况书面告知后报送文本"
    if values["filed_on"] or not (values["received_on"] or has_failed(of, book)):
        yield from _late(of, "R19", by, start, "filed_on", what, on)
    told_by = due_of(of.vote["held_on"], by) if of.vote else None
    is_told = values["filed_on"] is not None or (told_by is not None and on > told_by)
    if start is None and is_told and values["signed_on"] and book.value("filing_from") != "签字":
        said = "没有填通过情况书面告知日期，算不出报送的截止日"
        yield found("R19", HINT, said, book["filing_from"], of.place.at("notified_on"))
    if values["filed_on"] and values["signed_on"] and values["filed_on"] < values["signed_on"]:
        said = f"报送日期 {values['filed_on']} 早于签订日期 {values['signed_on']}"
        yield found("R19", WARNING, said, by, of.place.at("filed_on"))
    yield from _also_filed(of, book, due_of(start, by))


def _also_filed(of: Round, book: Rulebook, due: date | None) -> Iterator[Finding]:
    """What goes with the filing: a copy for the union above, and as many copies as are asked for."""
    values, with_union = of.values, of.values["filed_with_union_on"]
    place = of.place.at("filed_with_union_on")
    if values["filed_on"] and book.value("filing_union") and not with_union:
        said = "报送人社部门的同时应报上一级工会，还没有登记"
        yield found("R19", WARNING, said, book["filing_union"], place)
    elif book.value("filing_union") and with_union and due and with_union > due:
        said = f"报上一级工会的截止日是 {due}，实际 {with_union}"
        yield found("R19", WARNING, said, book["filing_union"], place)
    copies = book["filing_copies"]
    if values["copy_count"] is not None and copies.value and values["copy_count"] < copies.value:
        said = f"合同文本 {values['copy_count']} 份，报送就需要 {copies.value} 份"
        yield found("R19", WARNING, said, copies, of.place.at("copy_count"))


def _effect(of: Round, book: Rulebook) -> Iterator[Finding]:
    values, by = of.values, book["review"]
    received, effective, place = values["received_on"], values["effective_on"], of.place.at("effective_on")
    if effective is None:
        return
    if values["review_result"] == "有异议":
        said = f"人社部门提出异议，{effective} 不能生效，应重新协商后再报送"
        yield found("R20", ERROR, said, book["objection"], place)
    if received and by.period:
        if effective <= full_day(received, by.period):
            said = f"生效日期 {effective} 早于审查期满（{received} 收到，{by.period}内无异议方生效）"
            yield found("R20", ERROR, said, by, place)
        elif effective <= last_day(received, by.period):
            said = f"审查期的最后一天是休息日，是否顺延没有写明；生效日期 {effective} 请以人社部门回执为准"
            yield found("R20", HINT, said, book["effective"], place)
    elif received is None:
        yield from _effect_unreceived(of, effective, by)


def _effect_unreceived(of: Round, effective: date, by: Parameter) -> Iterator[Finding]:
    """Without the day of receipt: it was not before the filing, and the filing not before the signature."""
    earliest = of.values["filed_on"] or of.values["signed_on"]
    if earliest and by.period and effective <= full_day(earliest, by.period):
        done = "报送" if of.values["filed_on"] else "签字"
        said = f"生效日期 {effective} 早于审查期满：{earliest} 才{done}，人社部门收到后 {by.period}内无异议方生效"
        yield found("R20", ERROR, said, by, of.place.at("effective_on"))
    else:
        said = f"填了生效日期 {effective}，没有填人社部门收到日期，看不出审查期是否已满"
        yield found("R20", HINT, said, by, of.place.at("received_on"))


def _term(of: Round, book: Rulebook) -> Iterator[Finding]:
    starts, ends = of.values["starts_on"], of.values["ends_on"]
    if not starts or not ends or ends <= starts:
        return
    place, least, most, usual = (
        of.place.at("ends_on"),
        *(book[f"term_{name}"] for name in ("minimum", "maximum", "usual")),
    )
    if least.period and ends < full_day(starts, least.period) - _DAY:
        yield found("R21", WARNING, f"合同期限 {starts} 至 {ends} 不足一年，一般为一年至三年", least, place)
    elif most.period and ends > full_day(starts, most.period):
        yield found("R21", WARNING, f"合同期限 {starts} 至 {ends} 超过三年，一般为一年至三年", most, place)
    elif usual.period and not _is_about(starts, ends, usual.period):
        yield found("R21", HINT, f"合同期限 {starts} 至 {ends}，当地一般为 {usual.period}", usual, place)


def _is_about(starts: date, ends: date, period: Period) -> bool:
    full = full_day(starts, period)
    return full - _DAY <= ends <= full


def _renewal(of: Round, book: Rulebook, on: date) -> Iterator[Finding]:
    ends, first, by = of.values["ends_on"], renewal_opens(of, book), book["renewal"]
    if not ends or not first or of.values["rescinded_on"]:
        return
    renewals, place = of.renewals, of.place.at("ends_on")
    if not renewals and on > ends and not of.values["ended_on"]:
        said = f"合同已于 {ends} 期满终止，不自动顺延；没有续订的记录"
        yield found("R22", WARNING, said, by, place)
    elif not renewals and first <= on <= ends and not of.values["ended_on"]:
        said = f"已进入续订窗口（{first} 至 {ends}），任何一方可以提出续订，还有 {(ends - on).days} 天期满"
        yield found("R22", WARNING, said, by, place)
    for following in renewals:
        offered = following["offered_on"]
        if offered and offered < first:
            said = f"续订要求 {offered} 早于续订窗口（{first} 起）"
            yield found("R22", HINT, said, by, of.place_of("negotiation", following, "offered_on"))


def _publication(of: Round, book: Rulebook, on: date) -> Iterator[Finding]:
    effective, published, by = of.values["effective_on"], of.values["published_on"], book["publication"]
    place, expected = of.place.at("published_on"), expected_effective_on(of.values["received_on"], book)
    if effective and published and published < effective:
        said = f"公布日期 {published} 早于生效日期 {effective}：自生效之日起公布"
        yield found("R23", ERROR, said, by, place)
    elif published and not effective and expected and published < expected:
        said = f"公布日期 {published} 早于审查期满，合同还没有生效（{expected} 起生效）"
        yield found("R23", ERROR, said, by, place)
    yield from _late(of, "R23", by, effective, "published_on", "生效后公布", on)
    if effective and effective < on and not published and by.period is None and not of.is_over(on):
        yield found("R23", HINT, f"{effective} 已生效，应及时公布，还没有登记公布日期", by, place)
