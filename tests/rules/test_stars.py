"""Conditions pile up: a star counts only when every lower one is met (Shanghai assessment form, level L4)."""

from __future__ import annotations

import pytest

from desktop_app.rules.stars import reached

THREE, FOUR, FIVE = "三星", "四星", "五星"


@pytest.mark.parametrize(
    ("conditions", "star"),
    [
        ([], None),
        ([(THREE, None), (FOUR, None)], None),
        ([(THREE, True), (THREE, False), (FOUR, True), (FIVE, True)], "未评"),
        ([(THREE, True), (THREE, None), (FOUR, True)], "未评"),
        ([(THREE, True), (FOUR, False), (FIVE, True)], THREE),
        ([(THREE, True), (FOUR, None)], THREE),
        ([(THREE, True), (FOUR, True), (FIVE, False)], FOUR),
        ([(FIVE, True), (FOUR, True), (THREE, True)], FIVE),
        ([(FOUR, True), (FIVE, True)], "未评"),  # nobody asked about three stars
        ([(THREE, True), (FIVE, True)], THREE),
        ([(None, True)], "未评"),
    ],
)
def test_the_star_is_the_highest_whose_conditions_and_all_lower_ones_are_met(conditions, star):
    assert reached(conditions) == star
