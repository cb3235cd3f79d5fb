"""The yearly figures: counted by hand from a small ledger, stated by the officer, opened down to their records."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from desktop_app.errors import FormRefused
from desktop_app.ledger.ledger import Ledger, open_ledger
from desktop_app.printing.catalogue import names
from desktop_app.records.fields import YesNo
from desktop_app.records.registry import record_type
from desktop_app.records.values import Month
from desktop_app.services import forms
from desktop_app.services.demo import make_sample
from desktop_app.services.forming.figures.origins import Origin, origin
from desktop_app.services.forming.occasion import Occasion
from desktop_app.services.forming.sources import Sources
from desktop_app.services.forming.values import read
from desktop_app.services.periods import period_of

ON = date(2026, 11, 22)


def put(ledger: Ledger, kind: str, *rows: dict[str, Any]) -> list[int]:
    with ledger.writing("试验") as writing:
        return writing.insert(record_type(kind), rows)


def figures(ledger: Ledger, *codes: str, period: str = "2026") -> list[Any]:
    occasion = Occasion(forms.form("TJ-01"), ON, period_of(period))
    with ledger.reading() as connection:
        singles = read(Sources(connection, occasion), {f"统计.{code}": "" for code in codes}).singles
    return [singles[f"统计.{code}"] for code in codes]


def opened(ledger: Ledger, name: str, code: str = "TJ-01", **asked: Any) -> Origin:
    return origin(ledger, forms.form(code), name, on=ON, **asked)


@pytest.fixture
def events(ledger: Ledger) -> Ledger:
    """Activities of two years, counted by hand below."""
    put(
        ledger,
        "activity",
        {"held_on": date(2026, 3, 1), "category": "普法宣传", "attendee_count": 80, "material_count": 200},
        {"held_on": date(2026, 12, 31), "category": "普法宣传", "attendee_count": 40, "expense": Decimal("10.05")},
        {"held_on": date(2025, 12, 31), "category": "普法宣传", "attendee_count": 999, "material_count": 999},
        {
            "held_on": date(2026, 5, 1),
            "category": "劳动和技能竞赛",
            "attendee_count": 64,
            "woman_count": 58,
            "promoted_count": 5,
            "expense": Decimal("4200"),
        },
        {"held_on": date(2026, 6, 1), "category": "技能培训", "woman_count": 20, "promoted_count": 3},
        {"held_on": date(2026, 7, 1), "category": "读书活动"},
        {"held_on": date(2026, 8, 1), "category": "婚恋交友", "attendee_count": 30, "couple_count": 2},
    )
    return ledger


def test_activities_are_counted_by_category_within_the_year(events: Ledger):
    assert figures(events, "30", "31", "32") == [2, 120, 200]
    assert figures(events, "14", "15", "16", "17", "18") == [1, 58, 1, 20, 8]
    assert figures(events, "53a", "53b", "53c", "55") == [1, 30, 2, Decimal("4210.05")]
    assert figures(events, "30", "31", "32", period="2025") == [1, 999, 999]


def test_nothing_of_a_category_is_0_what_nobody_wrote_down_is_blank(events: Ledger):
    assert figures(events, "12", "13", "46", "48", "52a") == [0, 0, 0, 0, 0]
    assert figures(events, "54a", "54b", "54c") == [1, None, None]  # one event, whose visitors nobody counted
    assert figures(events, "30", "31", "55", period="2024") == [None, None, None]  # no log in that year
    assert figures(events, "22", "33", "34", "35", "37", "38", "39", "41", "50", "56a") == [None] * 10
    assert figures(events, "19", "20", "21", "36") == [None] * 4


def test_honours_of_county_level_and_above_also_where_only_the_month_is_known(ledger: Ledger):
    put(
        ledger,
        "honour",
        {"awarded_on": Month(2026, 1, 1), "category": "集体", "level": "市级", "name": "标兵岗", "holder": "乙班"},
        {"awarded_on": Month(2026, 12, 1), "category": "个人", "level": "县级", "name": "标兵", "holder": "甲"},
        {"awarded_on": date(2026, 5, 16), "category": "个人", "level": "本单位", "name": "能手", "holder": "乙"},
        {"awarded_on": Month(2025, 12, 1), "category": "个人", "level": "省级", "name": "标兵", "holder": "丙"},
    )
    assert figures(ledger, "22", "23") == [1, 1]
    assert figures(ledger, "22", "23", period="2025") == [0, 1]


def test_visits_cases_and_those_closed_by_the_day(ledger: Ledger):
    put(
        ledger,
        "visit",
        {"received_on": date(2026, 2, 1), "is_case": True, "closed_on": date(2026, 3, 1)},
        {"received_on": date(2026, 2, 2), "is_case": True, "closed_on": date(2026, 12, 1)},  # still to come
        {"received_on": date(2026, 2, 3), "is_case": True},
        {"received_on": date(2026, 2, 4), "is_case": False, "closed_on": date(2026, 2, 5)},
        {"received_on": date(2025, 2, 4)},
    )
    assert figures(ledger, "33", "34", "35") == [4, 3, 1]


def test_who_gets_the_hygiene_fee_every_month_is_one_woman(ledger: Ledger):
    fee = {"category": "女职工卫生费"}
    put(
        ledger,
        "benefit",
        {**fee, "given_on": date(2026, 1, 31), "people_count": 100, "amount": Decimal(3000)},
        {**fee, "given_on": date(2026, 2, 10), "people_count": 60, "amount": Decimal("1800.50")},
        {**fee, "given_on": date(2026, 2, 28), "people_count": 45, "amount": Decimal(1350)},  # another department
        {**fee, "given_on": date(2025, 2, 28), "people_count": 900, "amount": Decimal(9)},
        {"category": "困难帮扶", "given_on": date(2026, 1, 28), "amount": Decimal(1500), "name": "某人"},
        {"category": "困难帮扶", "given_on": date(2026, 8, 20), "amount": Decimal(3000), "people_count": 2},
    )
    assert figures(ledger, "37", "38", "50", "51") == [105, Decimal("6150.50"), 3, Decimal(4500)]
    assert [part.value for part in opened(ledger, "统计.37").rows] == [60, 45]


def test_health_checks_and_bulletins(ledger: Ledger):
    put(
        ledger,
        "health_check",
        {
            "checked_on": date(2026, 10, 1),
            "category": "妇科（“两癌”）检查",
            "checked_count": 90,
            "first_count": 7,
            "hardship_count": 2,
        },
        {"checked_on": date(2026, 10, 9), "category": "两癌筛查", "checked_count": 10},
        {"checked_on": date(2026, 4, 1), "category": "职业健康检查", "checked_count": 33, "first_count": 5},
    )
    put(
        ledger,
        "bulletin",
        *({"sent_on": date(2026, 3, day), "title": "信息", "is_used": day == 1} for day in (1, 2, 3)),
    )
    assert figures(ledger, "39", "40", "41", "56a", "56b") == [100, 9, 33, 3, 1]


def test_a_stated_figure_stands_before_a_counted_one(events: Ledger):
    put(
        events,
        "stated_figure",
        {"year": 2026, "code": "30", "value": Decimal(5), "reason": "含街道组织的三场"},
        {"year": 2026, "code": "36", "value": Decimal(0), "reason": "没有发出"},
        {"year": 2026, "code": "28", "value": Decimal(1), "reason": "集团合同覆盖"},
        {"year": 2025, "code": "36", "value": Decimal(2), "reason": "存根"},
        {"year": 2026, "code": "55", "value": Decimal("99.50"), "reason": "财务账"},
    )
    assert figures(events, "30", "36", "28", "55") == [5, 0, True, Decimal("99.50")]
    assert all(type(value) is int for value in figures(events, "30", "36"))
    assert figures(events, "30", "36", period="2025") == [1, 2]
    assert figures(events, "30", period="2026-03") == [1]  # a year's figure says nothing of a month
    told = opened(events, "统计.30")
    assert (told.kind, told.rows[0].value) == ("stated_figure", 5)
    assert told.sentence == "手工填报：含街道组织的三场；台账里另有活动 2 条"


def test_readiness_tells_contradictions_and_leaves_blanks_to_the_pen(ledger: Ledger):
    put(ledger, "enterprise", {"name": "甲厂"})
    counts = {"employee_count": 260, "woman_worker_count": 263, "member_count": 250, "woman_member_count": 240}
    [snapshot] = put(ledger, "headcount_snapshot", {"counted_on": date(2026, 9, 30), **counts})
    put(ledger, "nursing_room", {"name": "一号室", "status": "启用"})
    put(ledger, "stated_figure", *({"year": 2026, "code": c, "value": Decimal(v)} for c, v in (("19", 3), ("20", 4))))
    state = forms.readiness(ledger, forms.form("TJ-01"), on=ON)
    assert not state.ready
    assert [(each.sentence, each.kind, each.record_id) for each in state.missing] == [
        ("02 女职工数 263 大于 01 职工总数 260", "headcount_snapshot", snapshot),
        ("20 采纳 4 大于 19 合理化建议 3", "stated_figure", 2),
        ("42 女职工休息哺乳室 1，而 43 休息哺乳室面积没有填", "nursing_room", None),
    ]
    assert "36 提示函、意见书" in state.by_hand and "19 合理化建议" not in state.by_hand


@pytest.fixture(scope="module")
def sample_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "示例.bbt"
    make_sample(path, clock=lambda: datetime(2026, 11, 22, 9, 30))
    return path


@pytest.fixture
def sample(sample_path: Path, clock: Callable[[], datetime]):
    with open_ledger(sample_path, operator="周敏", clock=clock) as ledger:
        yield ledger


# Figures that are no count and no sum: words, means, shares of two figures, answers worked out from one record.
_OTHERWISE = {
    *("副主任姓名", "主任兼任工会主席", "平均时长", "女职工占比", "到会比例", "赞成比例", "履约率", "自评星级"),
    *("到会达三分之二", "赞成过半数"),
}


@pytest.mark.parametrize("code", ["TJ-01", "ZZ-05", "ZZ-11", "HT-02", "HD-02", "BR-03", "BR-07"])
def test_every_figure_of_the_sample_is_what_its_records_give(sample: Ledger, code: str):
    of = forms.form(code)
    scopes = ("统计.", "汇总.") if code == "TJ-01" else ("汇总.",)
    asked = [name for name in names() if name.startswith(scopes) and name[3:] not in _OTHERWISE]
    with sample.reading() as connection:
        period = forms.period_of("2026-10" if of.period == "month" else "2026") if of.period != "none" else None
        values = read(Sources(connection, Occasion(of, ON, period)), dict.fromkeys(asked, "")).singles
    for name in asked:
        found = opened(sample, name, code, period=period)
        given = sum(part.value or 0 for part in found.rows)
        assert found.size == len(found.rows), name
        if isinstance(names()[name].kind, YesNo):
            assert bool(values[name]) is bool(found.rows), name
        else:
            assert (values[name] or 0) == given, (name, found)


def test_the_sample_has_no_indicator_without_a_figure(sample: Ledger):
    state = forms.readiness(sample, forms.form("TJ-01"), on=ON)
    assert state.ready
    assert state.by_hand == list(forms.form("TJ-01").hand_filled)


def test_shares_means_and_words_open_too(sample: Ledger):
    share = opened(sample, "汇总.女职工占比", "ZZ-09")
    assert share.sentence == "人数 2026-09-30的“女职工数” ÷ 人数 2026-09-30的“职工总数”"
    assert [part.value for part in share.rows] == [263, 418]
    [deputy] = opened(sample, "汇总.副主任姓名", "ZZ-09").rows
    assert deputy.value == deputy.title.split()[0]
    mean = opened(sample, "汇总.平均时长", "BR-07")
    occasion = Occasion(forms.form("BR-07"), ON, period_of("2026"))
    with sample.reading() as connection:
        shown = read(Sources(connection, occasion), {"汇总.平均时长": ""}).singles["汇总.平均时长"]
    assert shown == int(Decimal(sum(part.value for part in mean.rows)) / len(mean.rows) + Decimal("0.5"))
    vote = opened(sample, "汇总.赞成过半数", "HT-10") if "HT-10" in [f.code for f in forms.all_forms()] else None
    assert vote is None or vote.kind == "congress_vote"


def test_a_record_that_a_name_speaks_of_is_its_origin(sample: Ledger):
    found = opened(sample, "届次.届次", "ZZ-09")
    assert (found.kind, len(found.rows)) == ("committee_term", 1)
    with pytest.raises(FormRefused, match=r"没有“统计\.99”"):
        opened(sample, "统计.99")


def test_a_line_of_a_list_opens_too(sample: Ledger):
    year, march = period_of("2026"), period_of("2026-03")
    of = forms.form("BR-07")
    with sample.reading() as connection:
        sources = Sources(connection, Occasion(of, ON, year))
        wanted = dict.fromkeys(("月度.使用人次", "月度.清洁次数", "月度.孕期人数", "月度.开放天数"), "")
        lines = read(sources, wanted).lists["月度"]
        for name in wanted:
            found = [opened(sample, name, "BR-07", period=year, row=row) for row in range(12)]
            assert [each.size for each in found] == [line[name[3:]] or 0 for line in lines]
            assert opened(sample, name, "BR-07", period=year).size >= max(each.size for each in found)
    days = opened(sample, "月度.开放天数", "BR-07", period=year, row=2).rows
    assert all(march.start <= date.fromisoformat(part.title) <= march.end for part in days)
    seat = opened(sample, "委员.姓名", "ZZ-05", row=0)
    assert (seat.kind, len(seat.rows)) == ("committee_member", 1)
    before = opened(sample, "年报数据.上年数", "TJ-02", row=0)
    assert (before.rows[0].value, before.rows[0].title) == (402, "2025-12-31")
    with pytest.raises(FormRefused, match="没有第 100 行"):
        opened(sample, "委员.姓名", "ZZ-05", row=99)


def test_a_long_log_is_told_by_its_size(ledger: Ledger):
    put(ledger, "nursing_room", {"name": "一号室", "status": "启用", "area": Decimal(9)})
    put(ledger, "room_use", *({"room_id": 1, "used_on": date(2026, 3, 2)} for _ in range(700)))
    found = opened(ledger, "统计.45")
    assert (found.size, len(found.rows), found.sentence) == (700, 500, "使用登记 700 条")
