"""Amounts and names as official papers write them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.errors import FormRefused
from desktop_app.printing.official_numbers import amount_in_words, spaced_name


class TestNumbers:
    @pytest.mark.parametrize(
        ("amount", "words"),
        [  # the examples of 《支付结算办法》附一, then zeros in every place
            ("1409.50", "壹仟肆佰零玖元伍角"),
            ("6007.14", "陆仟零柒元壹角肆分"),
            ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
            ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
            ("325.04", "叁佰贰拾伍元零肆分"),
            ("12000", "壹万贰仟元整"),
            ("0", "零元整"),
            ("0.05", "伍分"),
            ("0.5", "伍角"),
            ("10", "壹拾元整"),
            ("100000", "壹拾万元整"),
            ("107000.53", "壹拾万零柒仟元伍角叁分"),
            ("10001000", "壹仟万零壹仟元整"),
            ("100000001", "壹亿零壹元整"),
            ("1000100000000", "壹万零壹亿元整"),
            ("1.005", "壹元零壹分"),
            ("-3", "负叁元整"),
        ],
    )
    def test_amounts_in_words(self, amount, words):
        assert amount_in_words(Decimal(amount)) == "人民币" + words

    @given(st.integers(0, 10**18 - 1))
    def test_words_say_the_amount_again(self, fen):
        words = amount_in_words(Decimal(fen) / 100).removeprefix("人民币")
        assert "零零" not in words and "零元" not in words.removeprefix("零元整")
        assert _fen(words) == fen

    def test_no_amount_is_refused(self):
        for amount in ("NaN", "1E16"):
            with pytest.raises(FormRefused):
                amount_in_words(Decimal(amount))

    def test_names_of_two_characters_are_spaced(self):
        assert [spaced_name(name) for name in ("张三", "欧阳华", "𬀩敏", "Li", "")] == [
            "张　三",
            "欧阳华",
            "𬀩　敏",
            "Li",
            "",
        ]


def _fen(words):
    """An amount read back by another way: the value of each unit is gathered from the left."""
    total = yi = section = digit = 0
    for character in words:
        if character in "零壹贰叁肆伍陆柒捌玖":
            digit = "零壹贰叁肆伍陆柒捌玖".index(character)
        elif character in "拾佰仟":
            section, digit = section + digit * 10 ** ("拾佰仟".index(character) + 1), 0
        elif character == "万":
            yi, section, digit = yi + (section + digit) * 10**4, 0, 0
        elif character == "亿":
            total, yi, section, digit = (yi + section + digit) * 10**8, 0, 0, 0
        elif character == "元":
            total, section, yi, digit = (total + yi + section + digit) * 100, 0, 0, 0
        elif character == "角":
            total, digit = total + digit * 10, 0
        elif character == "分":
            total, digit = total + digit, 0
    return total
