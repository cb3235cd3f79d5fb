"""R16-R18: the congress and the signatures, by 集体合同规定第三十六条、第三十七条 and the provinces' own rules."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules.contract.rounds import BOOKS, SETS, contract, found, of_rule, step, vote

from desktop_app.rules.contract.facts import Round
from desktop_app.rules.contract.votes import quorum_of, votes_needed


@pytest.mark.parametrize(
    ("province", "everyone", "present", "votes", "expected"),
    [
        ("", 60, 40, 30, [("R17", "warning")]),  # 第三十六条: two thirds are there, exactly half agree
        ("", 60, 39, 39, [("R16", "error")]),  # two thirds minus one
        ("", 61, 41, 31, []),  # two thirds of 61 are 41
        ("", 61, 40, 40, [("R16", "error")]),
        ("", 61, 50, 30, [("R17", "error")]),  # half of 61 is 31
        ("", 60, 60, 29, [("R17", "error")]),
        ("浙江", 60, 45, 30, [("R17", "error")]),  # 第二十四条: 过半数
        ("浙江", 60, 45, 31, []),
        ("重庆", 60, 45, 30, [("R17", "warning")]),
        ("", 100, 67, 50, [("R17", "warning")]),  # most of those present, half of all
        ("", 100, 67, 49, [("R17", "error")]),
        ("", 60, None, None, []),
    ],
)
def test_all_delegates_are_the_denominator(
    province: str, everyone: int, present: int | None, votes: int | None, expected: list[tuple[str, str]]
) -> None:
    of = Round(contract(), votes=[vote(everyone, present, votes)])
    assert sorted(each for each in found(of, province) if each[0] in ("R16", "R17")) == expected
    passes = present is not None and not any(severity == "error" for _, severity in expected)
    assert (step("S8", of, province).state == "done") is passes


def test_a_failed_congress_sends_both_sides_back_to_the_table() -> None:
    failed = vote(60, 50, 20)
    of = Round(contract(drafted_on=date(2026, 5, 20)), votes=[failed])
    assert step("S8x", of).state == "now"
    again = step("S8x", of, "浙江")  # 第二十四条: five working days after they agreed again on 20 May
    assert again.due == date(2026, 5, 27)
    passed = vote(60, 50, 45, id=2, held_on=date(2026, 5, 26))
    assert not {each for each in found(Round(contract(), votes=[failed, passed])) if each[0] in ("R16", "R17")}


@pytest.mark.parametrize(
    ("province", "signed", "expected"),
    [
        ("", date(2026, 5, 12), []),  # 第三十七条: after it has passed, the same day is enough
        ("", date(2026, 5, 11), ["error"]),
        ("浙江", date(2026, 5, 11), ["error"]),
        ("上海", date(2026, 5, 8), []),  # 第二十二条: signed before the vote
        ("上海", date(2026, 5, 13), ["warning"]),
    ],
)
def test_chiefs_sign_when_the_province_says(province: str, signed: date, expected: list[str]) -> None:
    of = Round(contract(signed_on=signed), votes=[vote(60, 50, 45)])
    assert of_rule("R18", of, province) == expected


def test_a_signature_needs_a_vote_that_passed_and_both_chiefs() -> None:
    assert of_rule("R18", Round(contract(signed_on=date(2026, 5, 20)))) == ["warning"]
    assert of_rule("R18", Round(contract(signed_on=date(2026, 5, 20)), votes=[vote(60, 39, 39)])) == ["error"]
    one = contract(signed_on=date(2026, 5, 20), is_signed_by_both=False)
    assert of_rule("R18", Round(one, votes=[vote(60, 50, 45)])) == ["error"]
    assert step("S9", Round(one)).state != "done"


@given(st.integers(1, 5000), st.sampled_from(SETS))
def test_what_is_needed_is_the_smallest_number_that_is_enough(everyone: int, province: str) -> None:
    book = BOOKS[province]
    quorum, needed = quorum_of(everyone, book["quorum"]), votes_needed(everyone, book["majority"])
    assert quorum * 3 >= everyone * 2 > (quorum - 1) * 3
    assert needed * 2 > everyone or (needed * 2 == everyone and province != "浙江")
    assert (needed - 1) * 2 < everyone or (province == "浙江" and (needed - 1) * 2 == everyone)
