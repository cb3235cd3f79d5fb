"""Leave, nursing and protected time around a birth, by the articles that give them (legal-facts 4.1, 4.2, 4.5)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.rules.entitlements import (
    Birth,
    Entitlement,
    entitlements,
    leave_of,
    nursing_ends,
    nursing_minutes,
    protected_from,
)
from desktop_app.rules.parameters import Rulebook
from desktop_app.services.rulebook import rules_of

NATION = rules_of("")
BORN = date(2026, 3, 10)


def case(name: str, *values: object) -> object:
    return pytest.param(*values, id=name)


def row(of: Birth, book: Rulebook, name: str) -> Entitlement:
    [found] = [each for each in entitlements(of, book) if each.of == name]
    return found


@pytest.mark.parametrize(
    ("of", "days"),
    [
        case("619号7 产假", Birth(), 98),
        case("619号7 难产", Birth(is_dystocia=True), 113),
        case("619号7 双胞胎", Birth(infant_count=2), 113),
        case("619号7 三胞胎难产", Birth(infant_count=3, is_dystocia=True), 143),
        case("国家没有写明 剖宫产", Birth(is_caesarean=True), 98),
        case("619号7 流产未满4个月", Birth(ended_month_count=3), 15),
        case("619号7 流产满4个月", Birth(ended_month_count=4), 42),
        case("619号7 流产7个月，国家没有另定", Birth(ended_month_count=7), 42),
        case("619号7 流产不按胎数", Birth(ended_month_count=5, infant_count=2), 42),
    ],
)
def test_the_nation_alone(of: Birth, days: int) -> None:
    assert leave_of(of, NATION).days == days


@pytest.mark.parametrize(
    ("province", "of", "days"),
    [
        case("上海条例31", "上海", Birth(), 158),
        case("上海条例31 二孩同一孩", "上海", Birth(child_number=2), 158),
        case("上海 双胞胎难产", "上海", Birth(infant_count=2, is_dystocia=True), 188),
        case("浙江条例22 一孩", "浙江", Birth(), 158),
        case("浙江条例22 二孩", "浙江", Birth(child_number=2), 188),
        case("浙江条例22 三孩双胞胎", "浙江", Birth(child_number=3, infant_count=2), 203),
        case("广东条例30", "广东", Birth(), 178),
        case("安徽 满7个月终止妊娠", "安徽", Birth(ended_month_count=7), 98),
        case("安徽 4至7个月流产", "安徽", Birth(ended_month_count=6), 42),
    ],
)
def test_a_province_adds_to_it(province: str, of: Birth, days: int) -> None:
    leave = leave_of(of, rules_of(province))
    assert leave.days == days
    assert not leave.unsure


@pytest.mark.parametrize("province", ["北京", "江苏", "四川", "河南", "", "未知省"])
def test_what_is_not_verified_is_shown_and_never_added(province: str) -> None:
    book = rules_of(province)
    total = row(Birth(delivered_on=BORN), book, "maternity_leave_total")
    assert (total.value, total.is_confirmed) == (98, False)
    assert "没有包含待核实" in total.note
    extension = row(Birth(), book, "extended_leave")
    assert (extension.value, extension.shown) == (None, "待核实")
    assert "158" not in total.shown


def test_a_caesarean_counts_as_dystocia_in_anhui_and_once_only() -> None:
    for of in (Birth(is_caesarean=True), Birth(is_caesarean=True, is_dystocia=True)):
        assert leave_of(of, rules_of("安徽")).days == 113


def test_a_caesarean_is_asked_for_where_nobody_has_written_it() -> None:
    found = row(Birth(is_caesarean=True), NATION, "caesarean_as_dystocia")
    assert found.value is None
    assert found.name in row(Birth(is_caesarean=True), NATION, "maternity_leave_total").note


def test_an_own_value_counts_and_says_whose_it_is() -> None:
    own = {"parameter": "extended_leave", "value": "60", "source": "京人口条例", "checked_on": BORN, "note": ""}
    total = row(Birth(), rules_of("北京", [own]), "maternity_leave_total")
    assert (total.value, total.is_confirmed) == (158, True)
    assert "本单位：京人口条例" in total.citation


@pytest.mark.parametrize(
    ("province", "paternity", "parental"),
    [case("上海条例31", "上海", 10, 5), case("浙江条例22", "浙江", 15, 10), case("广东条例30", "广东", 15, 10)],
)
def test_leave_of_the_other_parent(province: str, paternity: int, parental: int) -> None:
    book = rules_of(province)
    assert row(Birth(), book, "paternity_leave").value == paternity
    assert row(Birth(), book, "parental_leave").value == parental


@pytest.mark.parametrize(
    ("of", "province", "starts", "ends"),
    [
        case("产前15天", Birth(delivered_on=BORN, leave_starts_on=date(2026, 2, 23)), "", "2026-02-23", "2026-05-31"),
        case("没有填休假起", Birth(delivered_on=BORN), "", "2026-03-10", "2026-06-15"),
        case("上海158天", Birth(delivered_on=BORN), "上海", "2026-03-10", "2026-08-14"),
        case("春节休息日不扣除", Birth(delivered_on=date(2026, 2, 1)), "", "2026-02-01", "2026-05-09"),
        case("流产15天", Birth(delivered_on=BORN, ended_month_count=2), "", "2026-03-10", "2026-03-24"),
    ],
)
def test_leave_is_counted_in_natural_days(of: Birth, province: str, starts: str, ends: str) -> None:
    total = row(of, rules_of(province), "maternity_leave_total")
    assert (str(total.starts), str(total.ends)) == (starts, ends)


@pytest.mark.parametrize(("infants", "minutes"), [(1, 60), (2, 120), (3, 180)])
def test_nursing_minutes_619_9(infants: int, minutes: int) -> None:
    assert nursing_minutes(infants, NATION) == minutes
    assert row(Birth(infant_count=infants), NATION, "nursing_minutes").value == minutes


@pytest.mark.parametrize(
    ("born", "last"),
    [
        case("满1周岁的前一天", date(2026, 3, 10), date(2027, 3, 9)),
        case("元旦", date(2026, 1, 1), date(2026, 12, 31)),
        case("2月29日生", date(2028, 2, 29), date(2029, 2, 28)),
        case("闰年前一年3月1日生", date(2027, 3, 1), date(2028, 2, 29)),
        case("2月28日生", date(2027, 2, 28), date(2028, 2, 27)),
    ],
)
def test_nursing_ends_before_the_first_birthday_619_9(born: date, last: date) -> None:
    assert nursing_ends(born, NATION) == last


def test_protection_counts_from_the_earliest_possible_day_619_6() -> None:
    assert protected_from(date(2027, 3, 1), NATION) == date(2026, 12, 7)
    rest = row(Birth(due_month=date(2027, 3, 1)), NATION, "no_overtime_pregnant")
    assert rest.starts == date(2026, 12, 7)
    assert "28 周" in rest.note
    assert "12 周" in rest.note


def test_what_anhui_and_shanxi_add_at_work() -> None:
    assert row(Birth(), rules_of("安徽"), "pregnant_rest").shown == "60 分钟"
    assert row(Birth(), rules_of("山西"), "early_pregnancy_overtime").value == "不得安排"
    assert row(Birth(), NATION, "pregnant_rest").value == "应当安排"
    assert not [each for each in entitlements(Birth(), NATION) if each.of.startswith("early")]


def test_the_way_back_to_work_1993_11() -> None:
    back = row(Birth(delivered_on=BORN), NATION, "return_weeks")
    assert (back.starts, back.ends) == (date(2026, 6, 16), date(2026, 6, 22))


@given(
    infants=st.integers(1, 9),
    child=st.integers(1, 9),
    dystocia=st.booleans(),
    caesarean=st.booleans(),
    born=st.dates(date(2020, 1, 1), date(2035, 12, 31)),
    province=st.sampled_from(["", "上海", "浙江", "广东", "北京", "安徽", "河南", "重庆"]),
)
def test_more_never_gives_less(
    infants: int, child: int, dystocia: bool, caesarean: bool, born: date, province: str
) -> None:
    book = rules_of(province)
    of = Birth(
        delivered_on=born, infant_count=infants, child_number=child, is_dystocia=dystocia, is_caesarean=caesarean
    )
    last = leave_of(of, book).last_day(born)
    assert last >= born + timedelta(days=97 + 15 * (infants - 1) + 15 * dystocia)
    assert last >= leave_of(Birth(infant_count=infants), book).last_day(born)
    assert last >= leave_of(of, NATION).last_day(born)
    assert nursing_ends(born, book) > born


@given(months=st.integers(0, 10), province=st.sampled_from(["", "上海", "浙江", "安徽", "北京"]))
def test_a_later_miscarriage_never_gives_less(months: int, province: str) -> None:
    book = rules_of(province)
    days = [leave_of(Birth(ended_month_count=count), book).days for count in (months, months + 1)]
    assert days[0] <= days[1]
