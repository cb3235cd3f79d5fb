"""The committee's rules end to end: records go in as a script puts them, ``check`` and ``deadlines`` answer."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import main

Values = dict[str, Any]
Run = Callable[..., str]
TERM: Values = {"number": 4, "starts_on": "2022-02-10", "ends_on": "2027-02-09", "approved_on": "2022-02-20"}
COUNTS: Values = {"counted_on": "2026-06-30", "employee_count": 300}
UNION: Values = {"name": "工会", "term_starts_on": "2023-02-10", "term_ends_on": "2028-02-09"}
LATER: Values = {"submitted_on": "2022-02-15", "union_submitted_on": "2022-02-18"}
NOW = "2026-11-22"


def women(workers: int, members: int) -> dict[str, Values]:
    return {
        "headcount_snapshot": COUNTS
        | {"woman_worker_count": workers, "woman_member_count": members, "member_count": 90}
    }


def congress(women: int) -> dict[str, Values]:
    """So many women among thirty delegates, where a third of the workers are women."""
    delegates = {"congress_delegate_count": 30, "woman_delegate_count": women}
    return {"headcount_snapshot": COUNTS | {"woman_worker_count": 100} | delegates}


def term(**values: str) -> dict[str, Values]:
    return {"committee_term": TERM | values}


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    path = tmp_path / "届次.bbt"

    def ran(*words: str, stdin: object = None) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps(stdin) if stdin is not None else ""))
        code = main([words[0], str(path), *words[1:]])
        out, err = capsys.readouterr()
        assert code in (0, 1), (words, out, err)
        return out

    return ran


def heard(run: Run, province: str, given: dict[str, Values], on: str) -> dict[str, str]:
    """The severity of each rule that speaks; each finding has its level and its source."""
    run("new", "--unit", "江州金梭纺织有限公司", *(["--province", province] if province else []))
    for kind, values in given.items():
        assert not json.loads(run("put", kind, "--json", stdin=[values]))["problems"]
    found = json.loads(run("check", "--json", "--on", on))
    assert all(each["source"] and each["level"] and each["message"] for each in found)
    return {each["rule"]: each["severity"] for each in found}


@pytest.mark.parametrize(
    ("province", "given", "on", "speaks", "silent"),
    [
        pytest.param("", women(10, 10), NOW, {"R01": "error"}, (), id="条例11：10名"),
        pytest.param("", women(99, 9), NOW, {}, ("R01",), id="条例11：9名"),
        pytest.param("北京", women(25, 1), NOW, {"R01": "error"}, (), id="北京9条：女职工25"),
        pytest.param("北京", women(24, 24), NOW, {"A1": "error"}, ("R01",), id="北京9条：24设女职工委员"),
        pytest.param("上海", women(80, 25), NOW, {"R01": "error"}, (), id="上海13条：女会员25"),
        pytest.param("上海", women(80, 24), NOW, {}, ("R01",), id="上海13条：24"),
        pytest.param("", term(), "2026-08-12", {}, ("R02", "R04"), id="届满前181天"),
        pytest.param("", term(), "2026-08-13", {"R04": "hint"}, (), id="届满前180天"),
        pytest.param("", term(), "2026-11-11", {"R04": "warning"}, (), id="届满前90天"),
        pytest.param("", term(), "2027-02-10", {"R04": "error"}, (), id="届满次日"),
        pytest.param("", term(ends_on="2026-02-09"), "2024-01-01", {"R02": "error"}, (), id="工会法16：4年"),
        pytest.param("", term() | {"union_committee": UNION}, "2024-01-01", {"R02": "warning"}, (), id="与工会不同"),
        pytest.param("", term(**LATER), "2024-01-01", {"R03": "warning"}, (), id="5号文7：报批差三天"),
        pytest.param("浙江", congress(9), NOW, {"R06": "error"}, (), id="浙江11条：低于"),
        pytest.param("浙江", congress(10), NOW, {}, ("R06",), id="浙江11条：正好"),
        pytest.param("", congress(9), NOW, {"R06": "warning"}, (), id="条例6：相适应"),
    ],
)
def test_the_committee_is_judged_by_the_article(
    run: Run, province: str, given: dict[str, Values], on: str, speaks: Values, silent: tuple[str, ...]
) -> None:
    found = heard(run, province, given, on)
    assert {rule: found.get(rule) for rule in speaks} == speaks
    assert not set(silent) & set(found)


def test_the_end_of_the_term_stands_among_the_deadlines(run: Run) -> None:
    heard(run, "", {"committee_term": TERM}, "2026-11-22")
    [end] = [each for each in json.loads(run("deadlines", "--json", "--on", "2026-11-22")) if each["rule"] == "R04"]
    assert (end["due"], end["state"], end["days"]) == ("2027-02-09", "soon", 79)
