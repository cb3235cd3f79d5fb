"""The national rules over one round: table tests from the regulation's articles."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop_app.records.registry import record_type
from desktop_app.rules.checks import committee_findings, round_findings
from desktop_app.rules.negotiation import Round
from desktop_app.services.negotiations import terms

ON = date(2026, 11, 22)


def _round(
    *, delegates: tuple[dict[str, Any], ...] = (), votes: tuple[dict[str, Any], ...] = (), **dates: Any
) -> Round:
    blank = dict.fromkeys(record_type("negotiation").fields)
    return Round({**blank, "id": 1, "name": "专项集体合同", **dates}, delegates=delegates, votes=votes)


def _found(of: Round, on: date = ON) -> set[tuple[str, str]]:
    return {(finding.rule, finding.severity) for finding in round_findings(of, terms(), on)}


def _team(workers: int, employer: int, external: int = 0) -> tuple[dict[str, Any], ...]:
    sides = ["职工方"] * workers + ["企业方"] * employer
    return tuple(
        {"side": side, "role": "一般代表" if n else "首席代表", "is_external": 0 < n <= external}
        for n, side in enumerate(sides)
    )


@pytest.mark.parametrize(
    ("replied", "on", "late"),
    [
        (date(2026, 3, 23), ON, False),  # 20 days after Monday 2 March is Sunday 22 March: Monday still counts
        (date(2026, 3, 24), ON, True),
        (None, date(2026, 3, 23), False),
        (None, date(2026, 3, 24), True),
    ],
)
def test_the_reply_is_due_twenty_days_after_the_offer(replied: date | None, on: date, late: bool) -> None:
    found = _found(_round(offered_on=date(2026, 3, 2), replied_on=replied), on)
    assert (("R12", "error") in found) is late


@pytest.mark.parametrize(
    ("team", "expected"),
    [
        (_team(3, 3), set()),
        (_team(3, 3, external=1), set()),
        (_team(2, 3), {("R07", "error"), ("R08", "error")}),
        (_team(4, 3), {("R08", "error")}),
        (_team(3, 3, external=2), {("R09", "error")}),
        ((*_team(3, 3), {"side": "企业方", "role": "记录员", "is_external": False}), set()),
    ],
)
def test_delegates_are_three_equal_and_mostly_our_own(team: tuple[dict[str, Any], ...], expected: set[Any]) -> None:
    assert _found(_round(delegates=team)) == expected


@pytest.mark.parametrize(
    ("everyone", "present", "votes", "expected"),
    [
        (60, 40, 30, {("R17", "warning")}),
        (60, 40, 31, set()),
        (60, 39, 31, {("R16", "error")}),
        (60, 40, 29, {("R17", "error")}),
        (61, 41, 31, set()),
        (61, 40, 31, {("R16", "error")}),
    ],
)
def test_votes_are_counted_against_all_delegates(everyone: int, present: int, votes: int, expected: set[Any]) -> None:
    vote = {"delegate_count": everyone, "present_count": present, "votes_for": votes, "held_on": date(2026, 5, 12)}
    assert _found(_round(votes=(vote,))) == expected


def test_a_contract_takes_effect_only_after_the_review() -> None:
    assert ("R20", "error") in _found(_round(received_on=date(2026, 5, 20), effective_on=date(2026, 6, 4)))
    assert ("R20", "error") not in _found(_round(received_on=date(2026, 5, 20), effective_on=date(2026, 6, 5)))


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (date(2027, 12, 1), set()),
        (date(2027, 5, 1), {("R04", "hint")}),
        (date(2027, 1, 31), {("R04", "warning")}),
        (date(2026, 11, 21), {("R04", "error")}),
    ],
)
def test_the_end_of_a_term_is_announced_in_time(ends: date, expected: set[Any]) -> None:
    term = {"id": 1, "number": 5, "ends_on": ends}
    found = committee_findings(term, {"term_ends_on": ends}, ON)
    assert {(finding.rule, finding.severity) for finding in found} == expected
    assert next(f.rule for f in committee_findings(term, {"term_ends_on": date(2030, 1, 1)}, ON)) == "R02"
