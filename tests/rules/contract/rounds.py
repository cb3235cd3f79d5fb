"""Rounds made of a few dates, delegates and votes, as the records would hold them."""

from __future__ import annotations

from datetime import date
from typing import Any

from desktop_app.records.registry import record_type
from desktop_app.rules.contract.facts import Round
from desktop_app.rules.contract.findings import round_findings
from desktop_app.rules.contract.steps import steps
from desktop_app.rules.parameters import Rulebook
from desktop_app.rules.procedure import Step
from desktop_app.services.rulebook import rules_of

SETS = ("", "北京", "上海", "浙江", "重庆", "河南")  # "" is the national set
BOOKS: dict[str, Rulebook] = {province: rules_of(province) for province in (*SETS, "江苏", "山西")}
ON = date(2026, 11, 22)


def record(kind: str, number: int = 1, **given: Any) -> dict[str, Any]:
    """A record with nothing filled in but what is given."""
    return {**dict.fromkeys(record_type(kind).fields), "id": number, **given}


def contract(**given: Any) -> dict[str, Any]:
    """The round's own values."""
    return record("negotiation", name="专项集体合同", occasion="首次签订", **given)


def team(workers: int = 3, employer: int = 3, *, women: int = 1, outside: int = 0) -> list[dict[str, Any]]:
    """So many delegates a side, the first of each its chief; ``outside`` of the workers' others come from elsewhere."""
    made = []
    for number, side in enumerate(["职工方"] * workers + ["企业方"] * employer):
        place = number if side == "职工方" else number - workers
        given: dict[str, Any] = {"side": side, "name": f"{side}{place}", "gender": "男", "is_external": False}
        given["role"] = "一般代表" if place else "首席代表"
        if side == "职工方":
            given |= {"gender": "女" if place < women else "男", "is_external": 0 < place <= outside}
        made.append(record("negotiator", number + 1, **given))
    return made


def vote(everyone: int, present: int | None, votes_for: int | None, **given: Any) -> dict[str, Any]:
    """One congress."""
    counts = {"delegate_count": everyone, "present_count": present, "votes_for": votes_for}
    return record("congress_vote", **{"held_on": date(2026, 5, 12), **counts, **given})


def session(held_on: date, number: int = 1, **given: Any) -> dict[str, Any]:
    """One meeting of the two sides."""
    return record("negotiation_session", number, **{"held_on": held_on, "recorder": "记录人", **given})


def found(of: Round, province: str = "", on: date = ON) -> set[tuple[str, str]]:
    """(rule, severity) of everything found."""
    return {(each.rule, each.severity) for each in round_findings(of, BOOKS[province], on)}


def of_rule(rule: str, of: Round, province: str = "", on: date = ON) -> list[str]:
    """The severities of one rule's findings."""
    return [each.severity for each in round_findings(of, BOOKS[province], on) if each.rule == rule]


def step(code: str, of: Round, province: str = "", on: date = ON) -> Step:
    """One step of a round."""
    return next(each for each in steps(of, BOOKS[province], on) if each.code == code)
