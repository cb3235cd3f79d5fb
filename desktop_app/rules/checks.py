"""逻辑检查: what the national rules find in the committee's terms and in one round of the contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from desktop_app.records.base import Values
from desktop_app.rules.deadlines import Period, last_day
from desktop_app.rules.findings import ERROR, HINT, WARNING, Finding
from desktop_app.rules.negotiation import LOCAL_RULE, REGULATION, Round, Terms

_TERM_LAW = "工会法第十六条；女职工委员会任期与同级工会委员会相同（企业工会工作条例，待核实）"


def committee_findings(term: Values, union: Mapping[str, object], on: date) -> Iterator[Finding]:
    """R02 (same term as the union's) and R04 (re-election in sight; 180 and 90 days are our own choice, level L6)."""
    about = f"第{term['number']}届女职工委员会"
    place = {"kind": "committee_term", "record_id": term["id"]}
    ends = term["ends_on"]
    if ends and union.get("term_ends_on") and ends != union["term_ends_on"]:
        said = f"任期止 {ends} 与工会委员会的 {union['term_ends_on']} 不一致"
        yield Finding("R02", "L3", WARNING, about, said, _TERM_LAW, **place)
    days = (ends - on).days if ends else None
    if days is not None and days < 0:
        yield Finding("R04", "L6", ERROR, about, f"任期已于 {ends} 届满，请换届", "本程序建议：按期换届", **place)
    elif days is not None and days <= 180:
        severity = WARNING if days <= 90 else HINT
        said = f"任期还有 {days} 天届满（{ends}），请准备换届"
        yield Finding("R04", "L6", severity, about, said, "本程序建议：届满前180天、90天提醒", **place)


def round_findings(of: Round, terms: Terms, on: date) -> Iterator[Finding]:
    """R07, R08, R09, R12, R16, R17, R18, R19, R20 and R21 of one round, by the national regulation (level L2)."""
    yield from _delegates(of, terms)
    yield from _dates(of.values, terms, on)
    yield from _votes(of, terms)


def _finding(of: Values, rule: str, severity: str, message: str, terms: Terms, term: str) -> Finding:
    source = f"{REGULATION}{terms[term]['article']}。{LOCAL_RULE}"
    about = f"{of['name']}（{of['offered_on'] or of['starts_on'] or '日期未填'}）"
    return Finding(rule, terms[term]["level"], severity, about, message, source, "negotiation", of["id"])


def _delegates(of: Round, terms: Terms) -> Iterator[Finding]:
    members = [d for d in of.delegates if d["role"] != "记录员"]
    if not members:
        return
    sides = {side: [d for d in members if d["side"] == side] for side in ("职工方", "企业方")}
    minimum, divisor = terms["delegates"]["minimum"], terms["outside_delegates"]["divisor"]
    for side, delegates in sides.items():
        if len(delegates) < minimum:
            said = f"{side}代表 {len(delegates)} 名，每方至少 {minimum} 名"
            yield _finding(of.values, "R07", ERROR, said, terms, "delegates")
        if sum(bool(d["is_external"]) for d in delegates) * divisor > len(delegates):
            said = f"{side}外单位人员超过本方代表的三分之一"
            yield _finding(of.values, "R09", ERROR, said, terms, "outside_delegates")
        if any(d["is_external"] and d["role"] == "首席代表" for d in delegates):
            yield _finding(of.values, "R09", ERROR, f"{side}首席代表不得由外单位人员代理", terms, "outside_delegates")
    workers, employer = map(len, sides.values())
    if workers != employer:
        said = f"双方代表人数应对等，现为职工方 {workers} 名、企业方 {employer} 名"
        yield _finding(of.values, "R08", ERROR, said, terms, "delegates")


def _dates(values: Values, terms: Terms, on: date) -> Iterator[Finding]:
    for rule, name, start, end, what in (
        ("R12", "reply", values["offered_on"], values["replied_on"], "要约后书面答复"),
        ("R19", "filing", values["signed_on"], values["filed_on"], "签字后报送文本"),
    ):
        due = last_day(start, Period(terms[name]["days"])) if start else None
        if due and (end or on) > due:
            said = f"{what}的截止日是 {due}，" + (f"实际 {end}" if end else "至今没有")
            yield _finding(values, rule, ERROR, said, terms, name)
    received, effective = values["received_on"], values["effective_on"]
    if received and effective and effective <= last_day(received, Period(terms["review"]["days"])):
        said = f"生效日期 {effective} 早于审查期满（收到 {received}，{terms['review']['days']} 日内无异议方生效）"
        yield _finding(values, "R20", ERROR, said, terms, "review")
    starts, ends = values["starts_on"], values["ends_on"]
    if starts and ends and not 364 <= (ends - starts).days <= 3 * 366:
        yield _finding(values, "R21", WARNING, "合同期限一般为一年至三年", terms, "renewal")


def _votes(of: Round, terms: Terms) -> Iterator[Finding]:
    rule = terms["vote"]
    for vote in of.votes:
        everyone, present, votes = vote["delegate_count"], vote["present_count"], vote["votes_for"]
        if everyone and present is not None:
            quorum = -(-everyone * rule["present_numerator"] // rule["present_denominator"])
            if present < quorum:
                said = f"出席 {present} 人，不足全体代表 {everyone} 人的三分之二（应有 {quorum} 人）"
                yield _finding(of.values, "R16", ERROR, said, terms, "vote")
        if everyone and votes is not None and votes * 2 < everyone:
            said = f"赞成 {votes} 票，不足全体代表 {everyone} 人的半数"
            yield _finding(of.values, "R17", ERROR, said, terms, "vote")
        if everyone and votes is not None and votes * 2 == everyone:
            said = f"赞成 {votes} 票恰为全体代表的半数，不少地方要求过半数，建议核对"
            yield _finding(of.values, "R17", WARNING, said, terms, "vote")
        if of.values["signed_on"] and vote["held_on"] and of.values["signed_on"] < vote["held_on"]:
            said = f"签订日期 {of.values['signed_on']} 早于职代会表决 {vote['held_on']}"
            yield _finding(of.values, "R18", WARNING, said, terms, "signing")
