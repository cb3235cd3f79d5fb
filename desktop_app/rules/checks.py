"""逻辑检查: what the national rules find in the committee's terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from desktop_app.records.base import Values
from desktop_app.rules.findings import ERROR, HINT, WARNING, Finding

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
