"""When a line of the plan is to be done, from the words officers write."""

from __future__ import annotations

import pytest

from desktop_app.rules.timing import days_of


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("3月", "2026-03-01", "2026-03-31"),
        ("２月", "2026-02-01", "2026-02-28"),
        ("12月", "2026-12-01", "2026-12-31"),
        ("十一月", "2026-11-01", "2026-11-30"),
        ("3月8日", "2026-03-01", "2026-03-08"),
        ("7—8月", "2026-07-01", "2026-08-31"),
        ("7-8月", "2026-07-01", "2026-08-31"),
        ("3月至6月", "2026-03-01", "2026-06-30"),
        ("3、9月", "2026-09-01", "2026-09-30"),
        ("11—12月", "2026-11-01", "2026-12-31"),
        ("第二季度", "2026-04-01", "2026-06-30"),
        ("四季度", "2026-10-01", "2026-12-31"),
        ("上半年", "2026-06-01", "2026-06-30"),
        ("下半年", "2026-12-01", "2026-12-31"),
        ("全年", "2026-12-01", "2026-12-31"),
        ("年底前", "2026-12-01", "2026-12-31"),
        ("年初", "2026-01-01", "2026-01-31"),
    ],
)
def test_words_of_time(words: str, first: str, last: str) -> None:
    found = days_of(words, 2026)
    assert found is not None
    assert tuple(map(str, found)) == (first, last)


@pytest.mark.parametrize("words", ["", "适时", "每月", "根据通知"])
def test_words_without_a_time(words: str) -> None:
    assert days_of(words, 2026) is None
