"""What an officer types, in all her habits, becomes the right value or a reason; nothing is silently wrong."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import ric

from desktop_app.errors import Rejected
from desktop_app.records import fields
from desktop_app.records.reading import time_span
from desktop_app.records.spelling import readings
from desktop_app.records.values import Month

ON = date(2026, 11, 22)
VALID_ID = "320105198901246269"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024-5-6", date(2024, 5, 6)),
        ("2024.5.6", date(2024, 5, 6)),
        ("20240506", date(2024, 5, 6)),
        ("2024/5/6", date(2024, 5, 6)),
        ("2024年5月6日", date(2024, 5, 6)),
        ("２０２４．５．６", date(2024, 5, 6)),
        ("24-5-6", date(2024, 5, 6)),
        ("5.6", date(2026, 5, 6)),
        ("5月6日", date(2026, 5, 6)),
        ("今天", ON),
        ("2024-05-06 00:00:00", date(2024, 5, 6)),
        ("2024年5月6日（星期一）", date(2024, 5, 6)),
    ],
)
def test_a_day_is_read_in_every_habit(typed: str, meant: date) -> None:
    assert fields.Day("日期").parse(typed, ON) == meant


@pytest.mark.parametrize("cell", [datetime(2024, 5, 6), date(2024, 5, 6), 45418, 45418.0])
def test_a_sheets_own_dates_are_dates(cell: object) -> None:
    assert fields.Day("日期").read(cell, ON) == date(2024, 5, 6)


@pytest.mark.parametrize("typed", ["2024-13-1", "2024-2-30", "明儿", "31.31", "2024-5-6-7"])
def test_no_day_is_made_up(typed: str) -> None:
    with pytest.raises(Rejected, match="不是日期"):
        fields.Day("日期").parse(typed, ON)


def test_a_month_stays_a_month() -> None:
    born = fields.Day("出生", or_month=True).parse("1985.06", ON)
    assert isinstance(born, Month)
    assert fields.Day("出生").format(born) == "1985-06"
    with pytest.raises(Rejected, match="只有年月"):
        fields.Day("日期").parse("1985年6月", ON)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0905", time(9, 5)),
        ("9：05", time(9, 5)),
        ("下午3点20分", time(15, 20)),
        ("上午10点整", time(10, 0)),
        ("3点半", time(3, 30)),
        ("下午4点", time(16, 0)),
        ("14.30", time(14, 30)),
        ("中午12点10分", time(12, 10)),
        ("9:05:00", time(9, 5)),
    ],
)
def test_a_time_is_read_in_every_habit(typed: str, meant: time) -> None:
    assert fields.Time("时间").parse(typed, ON) == meant


def test_a_span_carries_its_half_of_day() -> None:
    assert time_span("10:05-10:30") == ("10:05", "10:30")
    assert time_span("下午3点至3点半") == ("下午3点", "下午3点半")
    assert time_span("2024-05-06") is None


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (VALID_ID[:17], "位数为 17"),
        (VALID_ID[:17] + "0", "第 18 位应为"),
        ("320105198913246266", "出生日期不存在"),
        ("4.40981E+17", "末几位已丢失"),
        (320105198901246269, "末几位已丢失"),
        (3.20105198901246e17, "末几位已丢失"),
    ],
)
def test_a_wrong_id_number_is_refused_with_its_reason(typed: object, reason: str) -> None:
    with pytest.raises(Rejected, match=reason):
        fields.IdNumber("身份证号").read(typed, ON)


def test_an_id_number_is_read_with_spaces_quotes_and_small_x() -> None:
    body = "11010519491231002"
    assert fields.IdNumber("身份证号").parse(" '１１０１０５ 1949 1231 002ｘ ", ON) == body + "X"
    old = fields.IdNumber("身份证号").parse("110105491231002", ON)
    assert old == body + "X"
    assert fields.born_on(old) == date(1949, 12, 31)
    assert fields.gender_of(old) == "女"


@given(st.dates(date(1940, 1, 1), date(2008, 1, 1)), st.integers(0, 999), st.integers(0, 16), st.integers(1, 9))
def test_any_single_changed_digit_is_noticed(born: date, serial: int, place: int, shift: int) -> None:
    body = f"320105{born:%Y%m%d}{serial:03d}"
    number = body + ric.calc_check_digit(body + "0")
    assert fields.IdNumber("身份证号").parse(number, ON) == number
    changed = number[:place] + str((int(number[place]) + shift) % 10) + number[place + 1 :]
    with pytest.raises(Rejected):
        fields.IdNumber("身份证号").parse(changed, ON)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("139 0000 0101", "13900000101"),
        ("+86-13900000101", "13900000101"),
        ("025-86201800", "025-86201800"),
        ("８６２０１８００", "86201800"),
    ],
)
def test_a_phone_is_read(typed: str, meant: str) -> None:
    assert fields.Phone("电话").parse(typed, ON) == meant


def test_money_is_exact_and_a_third_decimal_is_refused() -> None:
    amount = fields.Amount("金额")
    assert amount.parse("￥12,345.60 元", ON) == Decimal("12345.60")
    assert amount.format(Decimal("12345.6")) == "12,345.60"
    with pytest.raises(Rejected, match="小数位太多"):
        amount.parse("0.005", ON)


def test_yes_and_no_are_read_in_office_words() -> None:
    kind = fields.YesNo("是否会员")
    assert [kind.parse(word, ON) for word in ("是", "√", "Y", "会员", "有")] == [True] * 5
    assert [kind.parse(word, ON) for word in ("否", "×", "无", "非会员", "/")] == [False] * 5
    assert kind.parse("  ", ON) is None


def test_a_masked_value_keeps_only_its_ends() -> None:
    assert fields.IdNumber("身份证号").masked(VALID_ID) == "320***********6269"
    assert fields.Phone("电话").masked("13900000101") == "139****0101"
    assert fields.Text("姓名").masked("欧阳𬱖") == "欧阳𬱖"


def test_surnames_are_spelled_as_surnames_and_as_common_words() -> None:
    sounds = {
        name: readings(name) for name in ("单秀英", "曾雪梅", "仇桂兰", "尉迟静", "查丽", "解小红", "翟洁", "区慧")
    }
    assert [name_sounds[0][1] for name_sounds in sounds.values()] == [
        "shanxiuying",
        "zengxuemei",
        "qiuguilan",
        "yuchijing",
        "zhali",
        "xiexiaohong",
        "zhaijie",
        "ouhui",
    ]
    assert ("dxy", "danxiuying") in sounds["单秀英"]
