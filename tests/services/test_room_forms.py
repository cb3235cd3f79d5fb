"""The forms of nursing rooms, health and protection: records on one side, what stands on the paper on the other."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
import pytest

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.registry import record_type
from desktop_app.services import checklists, forms
from desktop_app.services.forming.figures.inspections import standards, usual_items
from desktop_app.services.forming.occasion import Occasion
from desktop_app.services.forming.sources import Sources
from desktop_app.services.forming.values import read
from desktop_app.services.lines import lines
from desktop_app.services.periods import period_of

ON = date(2026, 11, 22)


def put(ledger: Ledger, kind: str, *rows: dict[str, Any]) -> list[int]:
    with ledger.writing("试验") as writing:
        return writing.insert(record_type(kind), rows)


@pytest.fixture
def house(ledger: Ledger) -> Ledger:
    """An enterprise with two rooms; figures in the tests below are counted by hand."""
    put(ledger, "enterprise", {"name": "江南金梭纺织有限公司", "short_name": "金梭纺织", "category": "私营企业"})
    put(ledger, "union_committee", {"name": "江南金梭纺织有限公司工会", "upper_union": "秦淮区总工会"})
    put(ledger, "headcount_snapshot", {"counted_on": date(2026, 6, 30), "woman_worker_count": 263})
    put(
        ledger,
        "nursing_room",
        {"name": "一号室", "location": "办公楼206室", "opened_on": date(2022, 5, 1), "status": "启用"},
        {"name": "二号室", "location": "食堂301室", "opened_on": date(2026, 9, 1), "status": "启用"},
    )
    return ledger


def values(ledger: Ledger, code: str, *wanted: str, period: str = "", about: int | None = None) -> Any:
    occasion = Occasion(forms.form(code), ON, period_of(period) if period else None, about)
    with ledger.reading() as connection:
        return read(Sources(connection, occasion), dict.fromkeys(wanted, ""))


def paper(ledger: Ledger, folder: Path, code: str, **asked: Any) -> tuple[str, int]:
    """The words of a form's PDF, without spaces, and its pages."""
    [pdf] = forms.produce(ledger, forms.form(code), folder, on=ON, outputs=("pdf",), **asked)
    with pypdfium2.PdfDocument(pdf) as document:
        text = "".join(page.get_textpage().get_text_range() for page in document)
        return "".join(text.split()), len(document)


def cells(ledger: Ledger, folder: Path, code: str, **asked: Any) -> dict[str, list[str]]:
    """The values of every sheet of a form's workbook."""
    [path] = forms.produce(ledger, forms.form(code), folder, on=ON, outputs=("xlsx",), **asked)
    workbook = openpyxl.load_workbook(path)
    return {
        sheet.title: [str(cell.value) for row in sheet for cell in row if cell.value is not None]
        for sheet in workbook.worksheets
    }


def equipment(count: int) -> list[dict[str, Any]]:
    return [
        {"room_id": 1, "name": f"物品{number:02d}", "quantity": number, "price": Decimal("10.50"), "unit": "件"}
        for number in range(1, count + 1)
    ]


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (12, 1), (25, 2)])
def test_equipment_is_listed_whole_and_summed_by_hand(house: Ledger, tmp_path: Path, count: int, pages: int):
    put(house, "room_equipment", *equipment(count), {"room_id": 2, "name": "别室冰箱", "quantity": 1})
    text, made = paper(house, tmp_path, "BR-02", about=1)
    assert made == pages
    assert all(row["name"] in text for row in equipment(count)) and "别室冰箱" not in text
    total = sum(range(count + 1)) * Decimal("10.5")
    assert values(house, "BR-02", "汇总.设备金额合计", about=1).singles["汇总.设备金额合计"] == (total or None)
    assert f"合计{total:,.2f}" in text if count else "0.00" not in text


def test_the_registration_form_carries_its_equipment_on_a_sheet_behind(house: Ledger, tmp_path: Path):
    put(house, "room_equipment", *equipment(13))
    text, pages = paper(house, tmp_path, "BR-01", about=1)
    assert pages == 2 and "第1页共2页" in text and "第2页共2页" in text
    sheets = cells(house, tmp_path, "BR-01", about=1)
    assert list(sheets)[:2] == ["女职工休息哺乳室基本情况登记表", "女职工休息哺乳室设备设施清单"]
    behind = sheets["女职工休息哺乳室设备设施清单"]
    assert "物品13" in behind and "955.5" in behind and "136.5" in behind


def test_a_month_of_cleanings_is_one_page_of_its_own_room(house: Ledger, tmp_path: Path):
    days = [{"room_id": 1, "cleaned_on": date(2026, 10, day), "cleaned_at": time(17, 30)} for day in range(1, 32)]
    items = ("地面", "桌椅沙发", "操作台洗手台")
    detailed = [each | {"items": items, "method": "擦拭", "agent": "含氯消毒液 500mg/L"} for each in days]
    others = {"cleaned_on": date(2026, 9, 30), "room_id": 1}, {"cleaned_on": date(2026, 10, 3), "room_id": 2}
    put(house, "room_cleaning", *detailed, *({"cleaner": "不在此表", **each} for each in others))
    text, pages = paper(house, tmp_path, "BR-04", about=1, period="2026-10")
    assert pages == 1 and "不在此表" not in text
    assert text.count("含氯消毒液500mg/L") == 31
    assert values(house, "BR-04", "汇总.清洁次数合计", period="2026-10", about=1).singles["汇总.清洁次数合计"] == 31


def test_a_day_without_cleaning_has_a_line_and_one_with_two_has_two(house: Ledger):
    cleaned = ((1, time(17, 30)), (3, time(8)), (3, time(17)))
    put(
        house, "room_cleaning", *({"room_id": 1, "cleaned_on": date(2026, 4, d), "cleaned_at": at} for d, at in cleaned)
    )
    data = values(house, "BR-04", "每日清洁.日", "每日清洁.清洁时间", period="2026-04", about=1)
    shown = [(row["日"], row.get("清洁时间")) for row in data.lists["每日清洁"]]
    assert shown[:5] == [(1, time(17, 30)), (2, None), (3, time(8)), (3, time(17)), (4, None)]
    assert (len(shown), shown[-1]) == (31, (30, None))  # thirty days, one of them twice


def test_a_blank_month_has_a_line_for_every_day(house: Ledger, tmp_path: Path):
    text, pages = paper(house, tmp_path, "BR-04", blank_rows=5)
    assert pages == 1 and "备注" + "".join(str(day) for day in range(1, 32)) in text and "年月" in text


def inspect(ledger: Ledger, day: date, *found: tuple[str, str, dict[str, Any]], room: int = 1) -> None:
    [made] = put(ledger, "room_inspection", {"room_id": room, "inspected_on": day, "inspector": f"查{day.day}"})
    rows = [{"inspection_id": made, "item": item, "state": state, **more} for item, state, more in found]
    put(ledger, "room_inspection_line", *rows)


def rows_by_item(ledger: Ledger, period: str) -> dict[str, dict[str, Any]]:
    shown = (
        "检查项目",
        "第一次",
        "第二次",
        "第三次",
        "第四次",
        "第五次",
        "问题描述",
        "处理",
        "完成日期",
        "序号",
        "标准",
    )
    data = values(ledger, "BR-05", *(f"检查表.{label}" for label in shown), period=period, about=1)
    return {row["检查项目"]: row for row in data.lists["检查表"]}


def test_the_inspections_of_a_month_stand_side_by_side(house: Ledger, tmp_path: Path):
    fault = {"fault": "门封条老化", "action": "更换"}
    inspect(house, date(2026, 10, 9), ("冰箱", "有问题", fault | {"done_on": date(2026, 10, 12)}))
    inspect(house, date(2026, 10, 2), ("冰箱", "正常", {}), ("奶瓶架", "正常", {}))
    inspect(
        house, date(2026, 10, 16), ("冰箱", "正常", {}), ("照明", "有问题", {"fault": "灯管不亮", "action": "报修"})
    )
    inspect(house, date(2026, 9, 25), ("空调", "有问题", {"fault": "上月的"}))
    inspect(house, date(2026, 10, 9), ("空调", "有问题", {"fault": "别室的"}), room=2)
    found = rows_by_item(house, "2026-10")
    rounds = ("第一次", "第二次", "第三次", "第四次")
    assert [found["冰箱"][each] for each in rounds] == ["√", "×", "√", None]
    assert (found["冰箱"]["问题描述"], found["冰箱"]["处理"]) == ("门封条老化", "更换")
    assert found["冰箱"]["完成日期"] == date(2026, 10, 12)
    assert (found["照明"]["第三次"], found["照明"]["处理"], found["照明"]["完成日期"]) == ("×", "报修", None)
    assert found["空调"]["问题描述"] is None
    assert [found["检查日期"][each] for each in rounds] == ["10.2", "10.9", "10.16", None]
    assert found["检查人"]["第二次"] == "查9"
    assert list(found) == [*usual_items(), "奶瓶架", "检查日期", "检查人"]
    assert (found["奶瓶架"]["序号"], found["检查日期"]["序号"]) == (17, None)
    text, pages = paper(house, tmp_path, "BR-05", about=1, period="2026-10")
    assert pages == 1 and "检查3次，发现问题2项，已整改1项" in text


def test_more_than_five_inspections_lose_no_fault(house: Ledger):
    for day in range(1, 8):
        inspect(house, date(2026, 10, day), ("冰箱", "有问题", {"fault": f"第{day}天", "done_on": date(2026, 10, day)}))
    fridge = rows_by_item(house, "2026-10")["冰箱"]
    assert fridge["第五次"] == "×" and fridge["问题描述"].endswith("第6天；第7天")
    assert fridge["完成日期"] == date(2026, 10, 7)


def test_an_item_faulty_twice_is_done_when_both_are(house: Ledger):
    inspect(house, date(2026, 10, 2), ("照明", "有问题", {"fault": "闪烁", "done_on": date(2026, 10, 3)}))
    inspect(house, date(2026, 10, 9), ("照明", "有问题", {"fault": "又闪烁"}))
    assert rows_by_item(house, "2026-10")["照明"]["完成日期"] is None


@pytest.mark.parametrize("asked", [{"period": "2026-10", "about": 1}, {"blank_rows": 5}])
def test_a_sheet_without_inspections_has_all_items_and_no_marks(house: Ledger, tmp_path: Path, asked: dict[str, Any]):
    text, pages = paper(house, tmp_path, "BR-05", **asked)
    assert pages == 1 and all(item in text for item in usual_items())
    assert text.count("√") + text.count("×") == 2  # in the note
    assert set(standards()) == set(usual_items())


def test_an_application_shows_its_budget_and_the_room_it_improves(house: Ledger, tmp_path: Path):
    one, two = put(
        house,
        "room_application",
        {"category": "提质", "room_id": 1, "applied_on": date(2026, 10, 9), "place": "办公楼206室"},
        {"category": "新建", "applied_on": date(2026, 10, 10), "place": "三厂区"},
    )
    prices = ("3200", "1280.50", "1990")
    budget = [
        {
            "application_id": one,
            "name": f"设备{n}",
            "price": Decimal(price),
            "quantity": n,
            "amount": Decimal(price) * n,
        }
        for n, price in enumerate(prices, 1)
    ]
    put(house, "room_application_line", *budget)
    text, pages = paper(house, tmp_path, "BR-08", about=one)
    assert pages == 2 and "☑提质" in text and "设备3" in text
    assert "合计11,731.00" in text  # 3200 + 2 x 1280.50 + 3 x 1990
    assert "一号室" in text and "2022年5月" in text
    assert text.count("意见：") == 4
    new, _ = paper(house, tmp_path, "BR-08", about=two)
    assert "☑新建" in new and "一号室" not in new and "2022" not in new
    total = values(house, "BR-08", "汇总.申报预算合计", about=two).singles["汇总.申报预算合计"]
    assert total is None  # nothing planned yet: blank, not 0


def test_a_long_text_in_an_application_is_printed_whole(house: Ledger, tmp_path: Path):
    works = "".join(f"第{number}项改造内容说明；" for number in range(1, 60))
    [made] = put(house, "room_application", {"category": "新建", "applied_on": ON, "works": works})
    text, _ = paper(house, tmp_path, "BR-08", about=made)
    assert works in text


def tick(ledger: Ledger, assessment: int, met: dict[str, bool | None]) -> None:
    of = record_type("star_assessment_line")
    with ledger.writing("勾选") as writing:
        for line in lines(ledger, of.kind, {"assessment_id": assessment}):
            writing.update(of, line["id"], {"is_met": met[str(line["star"])]})


@pytest.mark.parametrize(
    ("three", "four", "five", "star"),
    [
        (None, None, None, None),
        (False, True, True, "未评"),
        (True, False, True, "三星"),
        (True, True, None, "四星"),
        (True, True, True, "五星"),
    ],
)
def test_the_star_follows_from_the_ticks(house: Ledger, three: Any, four: Any, five: Any, star: str | None):
    made = checklists.start_star_assessment(house, 2, ON)
    tick(house, made, {"三星": three, "四星": four, "五星": five})
    found = values(house, "BR-09", "汇总.自评星级", "哺乳室.哺乳室名称", about=made).singles
    assert found == {"汇总.自评星级": star, "哺乳室.哺乳室名称": "二号室"}


def test_an_assessment_on_paper_has_every_condition_and_says_what_it_rests_on(house: Ledger, tmp_path: Path):
    made = checklists.start_star_assessment(house, 1, ON)
    tick(house, made, {"三星": True, "四星": True, "五星": False})
    text, _ = paper(house, tmp_path, "BR-09", about=made)
    assert all(line["condition"] in text for line in checklists.star_lines())
    assert "自评星级四星" in text and "五星服务项原文未见全" in text and "地方示例" in text
    blank, _ = paper(house, tmp_path, "BR-09", blank_rows=12)
    assert all(line["condition"] in blank for line in checklists.star_lines())
    assert "一号室" not in blank and "秦淮区" not in blank


def test_a_self_check_on_paper_has_its_answers_in_boxes(house: Ledger, tmp_path: Path):
    made = checklists.start_protection_check(house, ON)
    of = record_type("protection_check_line")
    answers = ["符合", "不符合", "不适用"]
    with house.writing("作答") as writing:
        for place, line in enumerate(lines(house, of.kind, {"check_id": made})):
            writing.update(of, line["id"], {"result": answers[place % 3]})
    text, _ = paper(house, tmp_path, "BH-06", about=made)
    assert [text.count(f"☑{answer}") for answer in answers] == [7, 6, 6]
    assert all(line[name] in text for line in checklists.protection_lines() for name in ("item", "content", "basis"))
    blank, _ = paper(house, tmp_path, "BH-06", blank_rows=12)
    assert "☑" not in blank and blank.count("□不适用") == len(checklists.protection_lines())


def test_health_checks_are_counted_never_named(house: Ledger, tmp_path: Path):
    counts = {"due_count": 263, "checked_count": 251, "breast_count": 14, "cervix_count": 9, "other_count": None}
    put(
        house,
        "health_check",
        {"checked_on": date(2026, 10, 15), "category": "妇科（“两癌”）检查", "hospital": "妇幼保健院", **counts},
        {"checked_on": date(2026, 4, 17), "category": "职业健康检查", "due_count": 0, "checked_count": 0},
        {"checked_on": date(2025, 10, 15), "category": "一般体检", "due_count": 9},
    )
    wanted = [f"健康检查.{label}" for label in ("检查类别", "检查率", "异常人数", "应检人数")]
    early, late = values(house, "BH-03", *wanted, period="2026").lists["健康检查"]
    assert (late["检查率"], late["异常人数"]) == (Decimal("0.9544"), 23)  # 251 / 263; 14 + 9
    assert (early["检查率"], early["异常人数"], early["应检人数"]) == (None, None, 0)
    text, pages = paper(house, tmp_path, "BH-03", period="2026")
    assert pages == 1 and "95.4%" in text and "女职工263人" in text and "一般体检" not in text


@pytest.mark.parametrize("code", ["BR-01", "BR-02", "BR-04", "BR-05", "BR-08", "BR-09", "BH-03", "BH-06"])
def test_an_empty_ledger_gives_blanks_and_says_what_is_missing(ledger: Ledger, tmp_path: Path, code: str):
    text, _ = paper(ledger, tmp_path, code)
    assert "None" not in text and "0.00" not in text and "合计0" not in text and "检查0次" not in text
    assert not forms.readiness(ledger, forms.form(code), on=ON).ready
