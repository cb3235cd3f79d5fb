"""R31 and R33-R35, table tests from the law and the local rules; nothing unconfirmed speaks as an error."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.records.registry import record_type
from desktop_app.rules import conduct
from desktop_app.rules.deadlines import is_rest
from desktop_app.rules.findings import Finding, Place
from desktop_app.services.rulebook import rules_of

ON = date(2026, 11, 23)  # a Monday
NATIONAL, ZHEJIANG = rules_of(""), rules_of("浙江省")
PLACE = Place("活动：试验", "activity", 7, "fund")


def blank(kind: str, **values: Any) -> dict[str, Any]:
    return {**dict.fromkeys(record_type(kind).fields), "id": 1, **values}


def told(found: Any) -> list[tuple[str, str]]:
    return [(each.rule, each.severity) for each in found]


# R31: every working day, level L5


def cleaned(*, without: int = 0) -> set[date]:
    return set(conduct.watched_days(ON)[without:])


def test_the_days_looked_back_upon_are_working_days_before_today() -> None:
    days = conduct.watched_days(ON)
    assert len(days) == conduct.WATCHED and days[0] == date(2026, 11, 20)
    assert not any(is_rest(day) for day in days)
    assert date(2026, 10, 1) not in conduct.watched_days(date(2026, 10, 12))  # 国庆


@pytest.mark.parametrize(
    ("room", "first", "days", "expected"),
    [
        ({}, date(2026, 1, 5), cleaned(), []),
        ({}, date(2026, 1, 5), cleaned(without=1), [("R31", "warning")]),
        ({}, date(2026, 1, 5), set(), [("R31", "warning")]),
        ({}, None, set(), [("R31", "hint")]),  # no log yet
        ({"status": "停用"}, date(2026, 1, 5), set(), []),
        ({"opened_on": date(2026, 11, 23)}, date(2026, 11, 23), set(), []),  # opened today
        ({"opened_on": date(2026, 12, 1)}, None, set(), []),
        ({}, date(2026, 11, 20), {date(2026, 11, 20)}, []),  # the log was only begun on Friday
    ],
)
def test_r31_a_room_in_use_is_cleaned_every_working_day(
    room: dict[str, Any], first: date | None, days: set[date], expected: list[tuple[str, str]]
) -> None:
    values = blank("nursing_room", name="一号", status="启用") | room
    found = list(conduct.cleaning_findings(values, first, days, NATIONAL, ON))
    assert told(found) == expected
    assert all(each.level == "L5" and each.kind == "nursing_room" for each in found)


def test_r31_names_the_days() -> None:
    room = blank("nursing_room", name="一号", status="启用")
    [found] = conduct.cleaning_findings(room, date(2026, 1, 5), cleaned(without=2), NATIONAL, ON)
    assert "20 个工作日中有 2 天" in found.message and "11-19、11-20" in found.message


# R34: 浙江省工会劳动法律监督条例 第二十二条, 15 working days; nationally no number was found

SENT = date(2026, 9, 1)


def letter(**values: Any) -> dict[str, Any]:
    return blank("supervision_letter", category="监督意见书", issued_on=SENT) | values


@pytest.mark.parametrize(
    ("values", "on", "expected"),
    [
        ({}, date(2026, 9, 2), []),
        ({}, date(2026, 10, 20), [("R34", "warning")]),
        ({"replied_on": date(2026, 9, 10)}, date(2026, 10, 20), []),
        ({"replied_on": date(2026, 10, 19)}, date(2026, 10, 20), [("R34", "hint")]),
        ({"referred_on": date(2026, 10, 9)}, date(2026, 10, 20), []),
        ({"received_on": date(2026, 10, 12)}, date(2026, 10, 20), []),  # counted from its receipt
        ({"category": "提示函"}, date(2026, 10, 20), []),
    ],
)
def test_r34_where_the_province_sets_a_period(
    values: dict[str, Any], on: date, expected: list[tuple[str, str]]
) -> None:
    assert told(conduct.letter_findings(letter(**values), ZHEJIANG, on)) == expected


def test_r34_counts_working_days() -> None:
    days = [SENT + timedelta(days=n) for n in range(1, 60)]
    last = [day for day in days if not is_rest(day)][14]
    assert not list(conduct.letter_findings(letter(), ZHEJIANG, last))
    [found] = conduct.letter_findings(letter(), ZHEJIANG, last + timedelta(days=1))
    assert str(last) in found.message and "提请" in found.message and "第二十二条" in found.source


def test_r34_nationally_nothing_is_assumed() -> None:
    [found] = conduct.letter_findings(letter(), NATIONAL, date(2027, 9, 1))
    assert (found.severity, "没有查到" in found.message) == ("hint", True)
    assert not list(conduct.letter_findings(letter(replied_on=date(2027, 8, 1)), NATIONAL, date(2027, 9, 1)))


# R35: festival gifts are for the statutory festivals; not verified nationally


@pytest.mark.parametrize(
    ("text", "account", "word"),
    [
        ("三八妇女节慰问品", "集体福利支出—节日慰问品", "女职工活动"),
        ("“3·8”节发放", "节日慰问", "女职工活动"),
        ("六一慰问", "节日慰问", "子女关爱"),
        ("儿童节图书", "集体福利支出—节日慰问品", "子女关爱"),
        ("三八妇女节趣味运动会", "职工活动支出—文体", ""),
        ("中秋慰问", "节日慰问", ""),
        ("单价 3.8 元", "节日慰问", ""),
        ("", "节日慰问", ""),
        ("三八", None, ""),
    ],
)
def test_r35_asks_for_another_account(text: str, account: str | None, word: str) -> None:
    found = conduct.festival_findings(PLACE, [text, None], account, NATIONAL)
    assert told(found) == ([("R35", "warning")] if word else [])
    assert all(word in each.message and "待核实" in each.source for each in found)


def test_r35_is_silent_where_the_unit_has_checked_that_the_day_is_among_them() -> None:
    own = {"parameter": "festival_gifts", "value": "七个法定节日和三八妇女节", "source": "省总通知"}
    book = rules_of("", [own | {"checked_on": ON, "note": None}])
    assert conduct.festival_findings(PLACE, ["三八慰问"], "节日慰问", book) == []


# R33: 个人信息保护法 第三十一条, under fourteen


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"delivered_on": date(2026, 3, 1), "consented_on": date(2026, 1, 1)}, []),
        ({"delivered_on": date(2026, 3, 1)}, [("R33", "error")]),
        (
            {
                "delivered_on": date(2026, 3, 1),
                "consented_on": date(2026, 1, 1),
                "consent_withdrawn_on": date(2026, 11, 1),
            },
            [("R33", "error")],
        ),
        ({"delivered_on": date(2012, 11, 23)}, []),  # fourteen today
        ({"delivered_on": date(2012, 11, 24)}, [("R33", "error")]),
        ({"delivered_on": date(2026, 3, 1), "ended_month_count": 3}, []),  # a miscarriage
        ({}, []),
    ],
)
def test_r33_an_infants_birth_date_needs_consent(values: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    found: list[Finding] = list(conduct.infant_findings(blank("special_period") | values, NATIONAL, ON))
    assert told(found) == expected
    assert all(each.about == "特殊时期：编号 1" for each in found)


@pytest.mark.parametrize(
    ("note", "silent"), [(None, False), ("家长已同意", True), ("监护人书面同意书 26 份", True), ("同意开班", False)]
)
def test_r33_papers_that_may_name_children_are_asked_about_once(note: str | None, silent: bool) -> None:
    found = list(conduct.children_findings(PLACE.at("note"), "签领名单 9 人", [note], NATIONAL))
    assert told(found) == ([] if silent else [("R33", "hint")])
