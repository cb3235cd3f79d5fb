"""Values, figures, readiness and periods of forms, on a small ledger counted by hand."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from desktop_app.errors import FormRefused, Rejected
from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import names
from desktop_app.printing.cells import Code
from desktop_app.records.registry import record_type
from desktop_app.records.values import Month
from desktop_app.services import forms
from desktop_app.services.forming.occasion import Occasion
from desktop_app.services.forming.sources import Sources
from desktop_app.services.forming.values import read
from desktop_app.services.periods import month, period_of, year

ON = date(2026, 11, 22)


def put(ledger: Ledger, kind: str, *rows: dict[str, Any]) -> list[int]:
    with ledger.writing("试验") as writing:
        return writing.insert(record_type(kind), rows)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """Counted by hand in the tests below."""
    put(
        ledger,
        "enterprise",
        {"name": "江南金梭纺织有限公司", "short_name": "金梭纺织", "legal_representative": "沈国平"},
    )
    put(
        ledger,
        "union_committee",
        {"name": "江南金梭纺织有限公司工会", "contact": "周敏", "contact_phone": "13900000102"},
    )
    put(
        ledger,
        "headcount_snapshot",
        {"counted_on": date(2025, 12, 31), "employee_count": 400, "woman_worker_count": 250},
        {"counted_on": date(2026, 6, 30), "employee_count": 420, "woman_worker_count": 261},
        {"counted_on": date(2027, 1, 31), "employee_count": 999, "woman_worker_count": 998},
    )
    people = put(
        ledger,
        "person",
        {"name": "曾雪梅", "id_number": "320105198812120020", "born_on": date(1988, 12, 12), "union_post": "副主席"},
        {"name": "单秀英", "born_on": Month(1990, 3, 1), "is_single_parent": True, "is_in_hardship": True},
        {"name": "尉迟静", "born_on": date(2000, 11, 22), "is_single_parent": True},
        {"name": "仇桂兰", "status": "退休", "is_single_parent": True, "is_in_hardship": True},
        {"name": "韩志远", "gender": "男"},
    )
    put(
        ledger,
        "committee_term",
        {"number": 4, "form": "女职工委员会", "starts_on": date(2020, 6, 1), "ends_on": date(2025, 5, 31)},
        {"number": 5, "form": "女职工委员会", "starts_on": date(2025, 6, 1), "ends_on": date(2030, 5, 31)},
    )
    seats = [
        ("委员", "兼职", None),
        ("主任", "专职", None),
        ("副主任", "挂职", None),
        ("委员", "兼职", date(2026, 3, 1)),
    ]
    put(
        ledger,
        "committee_member",
        *(
            {"term_id": 2, "person_id": person, "post": post, "work_mode": mode, "left_on": left}
            for person, (post, mode, left) in zip(people, seats, strict=False)
        ),
        {"term_id": 1, "person_id": people[3], "post": "主任", "work_mode": "兼职", "left_on": date(2025, 5, 31)},
    )
    return ledger


def values(ledger: Ledger, *wanted: str, code: str = "TJ-01", period: Any = None, about: int | None = None) -> Any:
    occasion = Occasion(forms.form(code), ON, period_of(period) if period else None, about)
    with ledger.reading() as connection:
        return read(Sources(connection, occasion), dict.fromkeys(wanted, ""))


def single(ledger: Ledger, name: str, **asked: Any) -> Any:
    return values(ledger, name, **asked).singles[name]


def test_headcounts_are_those_of_the_period_never_later_ones(filled: Ledger):
    assert single(filled, "统计.01") == 420
    assert single(filled, "统计.01", period="2025") == 400
    assert single(filled, "人数.女职工数", period="2026-03") == 250
    assert single(filled, "统计.01", period="2024") is None
    assert single(filled, "汇总.女职工占比") == Decimal("0.6214")  # 261 / 420


def test_members_serve_on_the_day_in_the_order_of_rank(filled: Ledger):
    assert [row["姓名"] for row in values(filled, "委员.姓名").lists["委员"]] == ["单秀英", "尉迟静", "曾雪梅"]
    assert [single(filled, f"统计.{code}") for code in ("05", "07", "08", "09")] == [1, 3, 1, 2]
    assert single(filled, "主任.姓名") == "单秀英"
    assert single(filled, "汇总.副主任姓名") == "尉迟静"
    assert single(filled, "汇总.主任兼任工会主席") is False
    # The term that was over on the form's day is shown as it ended.
    assert single(filled, "主任.姓名", code="ZZ-05", about=1) == "仇桂兰"
    assert single(filled, "届次.届次", period="2024") == 4


def test_members_of_one_rank_stand_by_the_strokes_of_their_surnames(filled: Ledger):
    [term] = put(filled, "committee_term", {"number": 6, "starts_on": date(2026, 1, 1), "ends_on": date(2031, 1, 1)})
    people = put(
        filled, "person", *({"name": name} for name in ("曾玉", "李梅", "丁香", "欧阳兰", "万红", "李琳", "王静"))
    )
    seats = ({"term_id": term, "person_id": person, "post": "委员"} for person in people[:-1])
    put(filled, "committee_member", *seats, {"term_id": term, "person_id": people[-1], "post": "委员", "position": 1})
    rows = values(filled, "委员.姓名", code="ZZ-05", about=term).lists["委员"]
    assert [row["姓名"] for row in rows] == ["王静", "丁香", "万红", "李梅", "李琳", "欧阳兰", "曾玉"]


def test_the_roster_holds_women_in_service_with_their_age_on_the_day(filled: Ledger):
    [*rows] = values(filled, "女职工.姓名", "女职工.年龄", "女职工.出生日期", "女职工.身份证号").lists["女职工"]
    assert [(row["姓名"], row["年龄"]) for row in rows] == [("单秀英", 36), ("尉迟静", 26), ("曾雪梅", 37)]
    assert rows[0]["出生日期"] == "1990-03"  # a month whose day nobody stated is printed without one
    assert isinstance(rows[2]["身份证号"], Code)
    assert single(filled, "统计.49") == 1


def test_a_month_is_printed_in_the_format_without_its_day(filled: Ledger):
    occasion = Occasion(forms.form("ZZ-14"), ON)
    for code, printed in (("yyyy.mm", date(1990, 3, 1)), ("yyyy年m月d日", "1990年3月"), ("yyyy-mm-dd", "1990-03")):
        with filled.reading() as connection:
            data = read(Sources(connection, occasion), {"女职工.出生日期": code})
        assert data.lists["女职工"][0]["出生日期"] == printed


def test_contracts_count_while_in_force(filled: Ledger):
    assert single(filled, "统计.24") is None  # nothing kept: blank, not 0
    put(
        filled,
        "negotiation",
        {
            "name": "旧合同",
            "form": "集体合同附件",
            "offered_on": date(2023, 3, 1),
            "signed_on": date(2023, 5, 1),
            "starts_on": date(2023, 6, 1),
            "ends_on": date(2026, 5, 31),
            "covered_woman_count": 240,
        },
        {
            "name": "新合同",
            "form": "单独专项合同",
            "offered_on": date(2026, 3, 1),
            "signed_on": date(2026, 5, 20),
            "starts_on": date(2026, 6, 1),
            "ends_on": date(2028, 5, 31),
            "covered_woman_count": 261,
            "review_result": "书面同意",
        },
    )
    put(filled, "performance_inspection", {"negotiation_id": 2, "inspected_on": date(2026, 10, 1)})
    assert [single(filled, f"统计.{code}") for code in ("24", "25", "26", "27", "28", "29")] == [1, 1, 0, 261, True, 1]
    earlier = [single(filled, f"统计.{code}", period="2025") for code in ("24", "25", "26", "27", "29")]
    assert earlier == [1, 0, 1, 240, 0]
    assert single(filled, "汇总.经人社审查") is True
    assert single(filled, "合同.合同名称", code="HT-11") == "新合同"
    assert single(filled, "合同.合同名称", code="HT-11", about=1) == "旧合同"


def use(day: date, name: str | None, purpose: str, start: str | None = None, end: str | None = None) -> dict[str, Any]:
    def at(text: str | None) -> time | None:
        return time.fromisoformat(text) if text else None

    return {"used_on": day, "person_name": name, "purpose": purpose, "entered_at": at(start), "left_at": at(end)}


@pytest.fixture
def rooms(filled: Ledger) -> Ledger:
    put(
        filled,
        "nursing_room",
        {"name": "一号室", "area": Decimal("12.5"), "status": "启用", "opened_on": date(2022, 5, 1)},
        {"name": "二号室", "area": Decimal(8), "status": "停用"},
    )
    march, april = date(2026, 3, 2), date(2026, 4, 7)
    first = [
        use(march, "古丽", "哺乳", "09:00", "09:20"),
        use(march, "古丽", "吸奶", "14:00", "14:25"),
        use(march, None, "吸奶"),
        use(april, "夏岚", "孕期休息", "10:00", "10:30"),
        use(date(2025, 12, 31), "旧人", "哺乳"),
    ]
    put(filled, "room_use", *({"room_id": 1, **each} for each in first), {"room_id": 2, **use(april, "古丽", "休息")})
    put(filled, "room_cleaning", *({"room_id": 1, "cleaned_on": day} for day in (march, march, date(2026, 5, 4))))
    put(filled, "room_inspection", {"room_id": 1, "inspected_on": date(2026, 5, 6)})
    put(
        filled,
        "room_inspection_line",
        {"inspection_id": 1, "item": "照明", "state": "有问题", "done_on": date(2026, 5, 7)},
        {"inspection_id": 1, "item": "空调", "state": "有问题"},
        {"inspection_id": 1, "item": "冰箱", "state": "正常"},
    )
    return filled


def test_room_use_by_month_counted_by_hand(rooms: Ledger):
    labels = [
        "月份",
        "使用人次",
        "使用人数",
        "孕期人数",
        "哺乳期人数",
        "平均时长",
        "清洁次数",
        "检查次数",
        "问题数",
        "整改数",
        "开放天数",
    ]
    rows = values(rooms, *(f"月度.{label}" for label in labels), code="BR-07", period="2026").lists["月度"]
    by_month = {row["月份"].month: [row[label] for label in labels[1:]] for row in rows}
    assert len(rows) == 12
    assert by_month[3] == [3, 1, 0, 2, 23, 2, 0, 0, 0, 1]  # 20 and 25 minutes: 22.5, rounded half up
    assert by_month[4] == [2, 2, 1, 0, 30, 0, 0, 0, 0, 1]
    assert by_month[5] == [0, 0, 0, 0, None, 1, 1, 2, 1, 2]
    assert by_month[12] == [None] * 10  # still to come on 22 November


def test_room_use_in_all_and_room_by_room(rooms: Ledger):
    asked = {"code": "BR-07", "period": "2026"}
    totals = {
        label: single(rooms, f"汇总.{label}", **asked)
        for label in ("使用人次合计", "使用人数合计", "平均时长", "开放天数合计")
    }
    assert totals == {"使用人次合计": 5, "使用人数合计": 2, "平均时长": 25, "开放天数合计": 4}
    rows = values(rooms, "哺乳室列表.哺乳室名称", "哺乳室列表.使用人次", "哺乳室列表.使用人数", **asked).lists[
        "哺乳室列表"
    ]
    assert [tuple(row.values()) for row in rows] == [("一号室", 4, 2), ("二号室", 1, 1)]
    assert [single(rooms, f"统计.{code}") for code in ("42", "43", "44", "45")] == [1, Decimal("12.5"), 2, 5]
    assert single(rooms, "统计.45", period="2024") is None


def test_the_log_of_one_room_and_month(rooms: Ledger):
    asked = {"code": "BR-03", "period": "2026-04"}
    assert [row["使用人"] for row in values(rooms, "使用登记.使用人", **asked).lists["使用登记"]] == ["夏岚"]
    [row] = values(rooms, "使用登记.使用人", "使用登记.时长", about=2, **asked).lists["使用登记"]
    assert row == {"使用人": "古丽", "时长": None}


def test_attendance_and_delegates_counted_by_hand(filled: Ledger):
    put(
        filled,
        "meeting",
        {"name": "全体会议", "held_on": date(2026, 3, 5), "term_id": 1, "category": "女职工委员会全体会议"},
    )
    put(
        filled,
        "attendance",
        *({"meeting_id": 1, "name": f"甲{n}", "state": s} for n, s in enumerate(("出席", "出席", "请假"))),
    )
    asked = {"code": "ZZ-11"}
    counted = [single(filled, f"汇总.{label}人数", **asked) for label in ("出席", "请假", "缺席")]
    assert counted == [2, 1, 0]
    assert single(filled, "届次.届次", **asked) == 4  # the term the meeting names, not the one running
    assert single(filled, "会议.届次", **asked) == 4
    assert single(filled, "统计.11") == 1
    put(filled, "negotiation", {"name": "合同"})
    sides = [
        ("职工方", "首席代表", "女"),
        ("职工方", "一般代表", "男"),
        ("职工方", "记录员", "女"),
        ("企业方", "首席代表", "男"),
    ]
    put(
        filled,
        "negotiator",
        *({"negotiation_id": 1, "side": s, "role": r, "gender": g, "name": s + r} for s, r, g in sides),
    )
    outcomes = ["采纳", "部分采纳", "未采纳", None]
    put(
        filled,
        "negotiation_item",
        *({"negotiation_id": 1, "category": "其他", "ask": "甲", "outcome": o} for o in outcomes),
    )
    labels = ("职工方代表人数", "职工方女代表人数", "企业方代表人数", "议题数", "采纳数")
    assert [single(filled, f"汇总.{label}", code="HT-02") for label in labels] == [2, 1, 1, 4, 2]
    assert single(filled, "企业方首席.姓名", code="HT-02") == "企业方首席代表"


def test_every_name_of_the_catalogue_can_be_read(rooms: Ledger):
    for code in ("TJ-01", "HT-11", "BR-01", "ZZ-11"):
        data = values(rooms, *names(), code=code)
        assert len(data.singles) + sum(name.split(".")[0] in data.lists for name in names()) == len(names())


def test_who_fills_it_in(filled: Ledger):
    assert single(filled, "报表.填表人") == "周敏"  # the union's contact
    assert single(filled, "报表.联系电话") == "13900000102"
    assert single(filled, "报表.单位负责人") == "沈国平"
    forms.set_values(filled, {"报表.填表人": "夏晓岚", "报表.审核人": "曾雪梅"})
    assert single(filled, "报表.填表人") == "夏晓岚" and single(filled, "报表.审核人") == "曾雪梅"


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026", year(2026)),
        ("2026年度", year(2026)),
        ("２０２６", year(2026)),
        ("2026-03", month(2026, 3)),
        ("2026年3月", month(2026, 3)),
        ("2026.12", month(2026, 12)),
        ("202602", month(2026, 2)),
    ],
)
def test_periods_as_officers_write_them(text: str, period: forms.Period):
    assert forms.period_of(text) == period


@pytest.mark.parametrize("text", ["", "26", "2026-13", "20261", "三月", "2026-03-01", "../2026"])
def test_what_is_no_period_is_refused(text: str):
    with pytest.raises(FormRefused, match="不是期间"):
        forms.period_of(text)


def test_readiness_names_the_place_to_mend(ledger: Ledger):
    state = forms.readiness(ledger, forms.form("ZZ-05"), on=ON)
    assert not state.ready
    assert [(each.kind, each.record_id) for each in state.missing][:2] == [
        ("enterprise", None),
        ("committee_term", None),
    ]
    put(ledger, "enterprise", {"name": "甲厂"})
    put(ledger, "committee_term", {"number": 1, "starts_on": date(2026, 1, 1)})
    [person] = put(ledger, "person", {"name": "尉迟静"})
    put(ledger, "committee_member", {"term_id": 1, "person_id": person, "post": "主任"}, {"term_id": 1, "post": "委员"})
    missing = forms.readiness(ledger, forms.form("ZZ-05"), on=ON).missing
    assert ("committee_term", "ends_on", 1, "届次的“任期止”没有填") in [
        (each.kind, each.field, each.record_id, each.sentence) for each in missing
    ]


def test_readiness_is_reached_and_says_what_the_pen_must_do(filled: Ledger):
    forms.set_values(filled, {"单位.简称": "金梭"})
    put(filled, "headcount_snapshot", {"counted_on": date(2026, 7, 1), "employee_count": 4, "woman_worker_count": 3})
    state = forms.readiness(filled, forms.form("TJ-01"), on=ON)
    assert [(each.kind, each.field, each.record_id) for each in state.missing] == [
        ("headcount_snapshot", "member_count", 4),
        ("headcount_snapshot", "woman_member_count", 4),
    ]
    assert any(line.startswith("10 ") for line in state.by_hand) and not any(
        line.startswith("07 ") for line in state.by_hand
    )
    put(
        filled,
        "headcount_snapshot",
        {
            **dict.fromkeys(("employee_count", "woman_worker_count", "member_count", "woman_member_count"), 3),
            "counted_on": date(2026, 8, 1),
        },
    )
    assert forms.readiness(filled, forms.form("TJ-01"), on=ON, period="2026").ready


def test_what_belongs_to_nothing_is_on_no_form(ledger: Ledger):
    put(ledger, "attendance", {"name": "无会议的人"})
    put(ledger, "committee_member", {"post": "主任"})
    assert values(ledger, "签到.姓名", code="ZZ-11").lists["签到"] == []
    assert values(ledger, "委员.姓名").lists["委员"] == []
    assert single(ledger, "主任.姓名") is None
    with pytest.raises(FormRefused, match="没有编号为 7 的会议"):
        forms.readiness(ledger, forms.form("ZZ-11"), on=ON, about=7)


def test_single_values_are_set_by_name(ledger: Ledger):
    forms.set_values(ledger, {"单位.名称": " 江南厂 ", "单位.联系电话": "025-84500000", "工会.主席": "韩志远"})
    assert forms.value(ledger, "单位.名称") == "江南厂"
    forms.set_value(ledger, "单位.名称", "江北厂")
    assert (forms.value(ledger, "单位.名称"), forms.value(ledger, "工会.主席")) == ("江北厂", "韩志远")
    assert forms.value(ledger, "单位.联系电话") == "025-84500000"


@pytest.mark.parametrize(
    ("name", "text", "part"),
    [
        ("单位.不存在", "x", "没有“单位.不存在”"),
        ("委员.姓名", "x", "不能这样设置"),
        ("统计.01", "1", "不能这样设置"),
        ("单位.统一社会信用代码", "123", "位数为 3"),
        ("单位.名称", "", "必须填写"),
        ("单位.单位类别", "作坊", "不在可选范围"),
    ],
)
def test_a_faulty_setting_is_refused_and_nothing_changes(ledger: Ledger, name: str, text: str, part: str):
    with pytest.raises(Rejected, match=part):
        forms.set_values(ledger, {"单位.地址": "云锦路18号", name: text})
    assert forms.value(ledger, "单位.地址") == ""


def test_a_form_for_one_sheet_tells_what_is_too_long_for_it(full_ledger: Ledger) -> None:
    form = forms.form("ZZ-09")
    assert forms.readiness(full_ledger, form, on=ON).too_full == ""
    with full_ledger.writing("写长") as writing:
        writing.update(record_type("enterprise"), 1, {"recent_honours": "某某年度五一巾帼标兵岗、" * 200})
    assert "一张 A4 放不下" in forms.readiness(full_ledger, form, on=ON).too_full
    assert "近三年荣誉" in forms.readiness(full_ledger, form, on=ON).too_full
