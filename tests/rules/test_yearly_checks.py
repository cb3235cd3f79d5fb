"""审核关系 of TJ-01, each as the form prints it, and what must not be taken for a contradiction."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.printing.indicators import INDICATORS
from desktop_app.rules.statistics import CHECKED, check_figures, codes_of

NAMES = {kind.label: kind.help for kind in INDICATORS}


def found(**figures: Any) -> dict[str, str]:
    by_code = {name.removeprefix("c"): value for name, value in figures.items()}
    return {finding.rule: finding.message for finding in check_figures(by_code, NAMES)}


@pytest.mark.parametrize(
    ("figures", "rule", "message"),
    [
        ({"c01": 260, "c02": 263}, "TJ-01-1", "02 女职工数 263 大于 01 职工总数 260"),
        ({"c03": 250, "c04": 251}, "TJ-01-2", "04 女会员数 251 大于 03 会员数 250"),
        ({"c02": 250, "c04": 251}, "TJ-01-3", "04 女会员数 251 大于 02 女职工数 250"),
        (
            {"c07": 7, "c08": 1, "c09": 5},
            "TJ-01-4",
            "07 女职工委员会委员 7 不等于 08 专职委员 1 加 09 兼职委员（含挂职） 5",
        ),
        ({"c19": 9, "c20": 14}, "TJ-01-5", "20 采纳 14 大于 19 合理化建议 9"),
        (
            {"c24": 2, "c25": 1, "c26": 0},
            "TJ-01-6",
            "24 专项集体合同 2 不等于 25 单独专项合同 1 加 26 集体合同附件或专章 0",
        ),
        ({"c34": 0, "c35": 1}, "TJ-01-7", "35 办结 1 大于 34 受理侵权案件 0"),
        ({"c42": 2, "c43": 0}, "TJ-01-8", "42 女职工休息哺乳室 2，而 43 休息哺乳室面积为 0"),
        ({"c42": 2, "c43": None}, "TJ-01-8", "42 女职工休息哺乳室 2，而 43 休息哺乳室面积没有填"),
    ],
)
def test_a_contradiction_is_told_in_a_sentence(figures: dict[str, Any], rule: str, message: str) -> None:
    assert found(**figures) == {rule: message}


@pytest.mark.parametrize(
    "figures",
    [
        {},
        dict.fromkeys(f"c{code}" for code in CHECKED),
        {"c01": 263, "c02": 263, "c03": 250, "c04": 250},
        {"c07": 7, "c08": 2, "c09": 5},
        {"c07": 7, "c08": None, "c09": 5},  # a blank contradicts nothing
        {"c19": None, "c20": 4},
        {"c42": 0, "c43": None},
        {"c42": 1, "c43": 12.5},
    ],
)
def test_what_agrees_or_is_blank_is_left_alone(figures: dict[str, Any]) -> None:
    assert found(**figures) == {}


def test_a_finding_leads_to_the_figures_it_speaks_of() -> None:
    several = check_figures({"01": 1, "02": 2, "34": 0, "35": 3}, NAMES)
    assert [codes_of(finding) for finding in several] == [("02", "01"), ("35", "34")]
    assert {finding.severity for finding in several} == {"error"}
