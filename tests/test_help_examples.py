"""The worked examples of the help and the code cannot part: each number is computed and sought in the text."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.paths import resource
from desktop_app.rules.contract.periods import expected_effective_on
from desktop_app.rules.contract.votes import quorum_of, votes_needed
from desktop_app.rules.deadlines import Period, caution, full_day, is_rest, last_day, opens
from desktop_app.rules.entitlements import Birth, leave_of
from desktop_app.rules.parameters import Parameter, Rulebook
from desktop_app.services.rulebook import rules_of

TEXT = resource("help", "rules.md").read_text("utf-8")
NATIONAL, ZHEJIANG, SHANGHAI, HENAN, SHANXI = (rules_of(name) for name in ("", "浙江", "上海", "河南", "山西"))
OFFERED, SIGNED, RECEIVED, ENDS = date(2025, 9, 22), date(2026, 2, 12), date(2026, 3, 2), date(2027, 5, 31)


def span(by: Parameter) -> Period:
    assert by.period is not None
    return by.period


def reply(book: Rulebook, whose: str) -> str:
    period = span(book["reply"])
    return f"- {whose} {period}：最迟 {last_day(OFFERED, period)}"


def window(book: Rulebook, whose: str) -> str:
    period = span(book["renewal"])
    return f"- {whose} {period}：{opens(ENDS, period)} 起"


def twins(book: Rulebook, *, is_dystocia: bool = False) -> int:
    return leave_of(Birth(delivered_on=RECEIVED, infant_count=2, is_dystocia=is_dystocia), book).days


def half(book: Rulebook) -> int:
    return votes_needed(60, book["majority"])


SENTENCES = {
    "集体合同规定第32条": reply(NATIONAL, "国家"),
    "浙江省集体合同条例第7条": reply(ZHEJIANG, "浙江"),
    "上海市集体合同条例第15条": reply(SHANGHAI, "上海、河南"),
    "河南省企业集体合同条例第9条": reply(HENAN, "上海、河南"),
    "集体合同规定第36条": f"（代表 61 人）\n- 到会至少 {quorum_of(61, NATIONAL['quorum'])} 人；"
    f"同意至少 {votes_needed(61, NATIONAL['majority'])} 票",
    "浙江省集体合同条例第24条": f"代表 60 人、同意 {half(NATIONAL)} 票，正好一半：国家规定算通过，"
    f"建议取得过半数；浙江要 {half(ZHEJIANG)} 票",
    "集体合同规定第42条、河南第16条": f"国家 {span(NATIONAL['filing'])}、河南 {span(HENAN['filing'])}："
    f"最后一天都在春节假期里，都顺延到 {last_day(SIGNED, span(HENAN['filing']))}",
    "集体合同规定第47条": f"审查 {span(NATIONAL['review'])}，{full_day(RECEIVED, span(NATIONAL['review']))} 届满；"
    f"没有异议，按次日 {expected_effective_on(RECEIVED, NATIONAL)} 生效",
    "集体合同规定第38条": window(NATIONAL, "国家"),
    "浙江省集体合同条例第30条": window(ZHEJIANG, "浙江"),
    "河南省企业集体合同条例第20条": window(HENAN, "河南"),
    "女职工劳动保护特别规定第7条": f"共 {twins(NATIONAL)} 天",
    "上海市人口与计划生育条例第31条": f"上海再延长 {SHANGHAI.value('extended_leave')} 天，共 {twins(SHANGHAI)} 天；"
    f"难产的再加 {SHANGHAI.value('dystocia_leave')} 天，共 {twins(SHANGHAI, is_dystocia=True)} 天",
    "山西省女职工劳动保护条例第10条": f"山西规定不低于 {SHANXI.value('hygiene_fee')} 元",
}


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_the_help_says_what_the_code_computes(sentence: str) -> None:
    assert sentence in TEXT


def test_both_periods_of_filing_end_in_the_spring_festival() -> None:
    ends = [full_day(SIGNED, span(book["filing"])) for book in (NATIONAL, HENAN)]
    assert all(map(is_rest, ends)) and last_day(SIGNED, span(NATIONAL["filing"])) == date(2026, 2, 24)


def test_the_help_names_the_last_year_whose_holidays_are_known() -> None:
    known = max(year for year in range(2020, 2100) if not caution(date(year, 5, 1)))
    assert f"放假安排收录到 {known} 年" in TEXT


def test_no_national_amount_is_held_against_a_hygiene_fee() -> None:
    assert NATIONAL.value("hygiene_fee") is None and "国家没有统一金额" in TEXT


def test_only_three_provinces_have_confirmed_maternity_rules() -> None:
    names = ("上海", "浙江", "广东", "北京", "河南", "重庆", "江苏", "山西")
    assert [name for name in names if rules_of(name).value("extended_leave") is not None] == ["上海", "浙江", "广东"]
    assert "只有上海、浙江、广东见过条文" in TEXT


def test_half_is_one_vote_short_where_more_than_half_is_asked() -> None:
    assert (half(NATIONAL), half(ZHEJIANG)) == (30, 31)
