"""From an event, a visit or a handover to its paper: the values of the record found in the file that is handed in."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook

from desktop_app.ledger.ledger import Ledger
from desktop_app.services import forms, records
from desktop_app.services.forming.occasion import Occasion
from desktop_app.services.forming.sources import Sources
from desktop_app.services.forming.values import read
from desktop_app.services.periods import period_of

ON = date(2026, 11, 22)
LONG = "这是一段很长的内容，" * 40  # 400 characters


@pytest.fixture
def office(ledger: Ledger) -> Ledger:
    keep(ledger, "enterprise", {"name": "江南金梭纺织有限公司", "short_name": "金梭纺织"})
    return ledger


def keep(ledger: Ledger, kind: str, *rows: dict[str, Any]) -> list[int]:
    """Kept as an officer would: texts are read, gaps completed, faults refused."""
    ids, problems = records.save_many(ledger, kind, list(rows))
    assert problems == []
    return list(ids)


def paper(ledger: Ledger, folder: Path, code: str, variant: str = "", **asked: Any) -> tuple[list[str], str, int]:
    """The texts of the workbook's cells, the words of the PDF and its pages."""
    of = forms.form(code).as_variant(variant)
    pdf, xlsx = forms.produce(ledger, of, folder, on=ON, **asked)
    cells = [
        str(cell.value)
        for row in load_workbook(xlsx).worksheets[0].iter_rows()
        for cell in row
        if cell.value is not None
    ]
    document = pypdfium2.PdfDocument(pdf)
    words = "".join(page.get_textpage().get_text_bounded() for page in document)
    pages = len(document)
    document.close()
    return cells, "".join(words.split()), pages


EVENT = {
    "name": "女职工读书分享会",
    "category": "读书活动",
    "held_on": "2026-10-16",
    "starts_at": "14:00",
    "ends_at": "16:00",
    "place": "职工书屋",
    "organiser": "工会女职工委员会",
    "attendee_count": "46",
    "woman_count": "41",
    "content": "交换图书六十二册。",
    "effect": "借阅量增加。",
    "purpose": "引导女职工多读书。",
    "plan": "先导读，再分享。",
    "fund": "职工活动支出—教育",
    "expense": "2780.5",
    "preparer": "欧阳兰",
}


def test_an_event_comes_out_on_its_registration_form(office: Ledger, tmp_path: Path):
    assert not forms.readiness(office, forms.form("HD-01"), on=ON).ready
    keep(office, "activity", EVENT)
    assert forms.readiness(office, forms.form("HD-01"), on=ON).ready
    cells, words, pages = paper(office, tmp_path, "HD-01")
    for said in ("女职工读书分享会", "读书活动", "2026年10月16日\n14:00—16:00", "交换图书六十二册。", "借阅量增加。"):
        assert said in cells
        assert "".join(said.split()) in words
    assert "46　人，其中女职工　41　人" in cells
    assert ("☑线下" in words, "□线上" in words, "2,780.50" in words, pages) == (True, True, True, 1)


def test_a_long_report_still_fits_the_one_page(office: Ledger, tmp_path: Path):
    keep(office, "activity", EVENT | {"content": LONG, "effect": LONG[:200]})
    _, words, pages = paper(office, tmp_path, "HD-01")
    assert (pages, LONG in words) == (1, True)


@pytest.mark.parametrize(
    ("event", "shown"),
    [
        ({"held_on": date(2026, 5, 15)}, "2026年5月15日"),
        ({"held_on": date(2026, 5, 15), "starts_at": time(9)}, "2026年5月15日\n09:00"),
        ({"held_on": date(2026, 7, 6), "ends_on": date(2026, 8, 14)}, "2026年7月6日—8月14日"),
        ({"held_on": date(2025, 12, 28), "ends_on": date(2026, 1, 3)}, "2025年12月28日—2026年1月3日"),
    ],
)
def test_when_an_event_was(office: Ledger, event: dict[str, Any], shown: str):
    [about] = keep(office, "activity", {"name": "活动", "category": "其他", **event})
    occasion = Occasion(forms.form("HD-01"), ON, about=about)
    with office.reading() as connection:
        assert read(Sources(connection, occasion), {"活动.起止时间": ""}).singles["活动.起止时间"] == shown


def test_the_register_holds_the_events_of_the_year_in_their_order(office: Ledger, tmp_path: Path):
    keep(
        office,
        "activity",
        EVENT,
        EVENT | {"name": "三八运动会", "held_on": "2026-03-06"},
        EVENT | {"name": "去年的活动", "held_on": "2025-03-06"},
    )
    cells, words, _ = paper(office, tmp_path, "HD-01", "台账", period="2026")
    assert cells.index("三八运动会") < cells.index("女职工读书分享会")
    assert "去年的活动" not in words and "女职工活动登记台账" in words
    assert "去年的活动" in paper(office, tmp_path, "HD-01", "台账", period="2025")[1]


def test_a_file_is_called_after_its_event_the_register_after_its_year(office: Ledger, tmp_path: Path):
    first, _ = keep(office, "activity", EVENT, EVENT | {"held_on": "2026-03-08", "name": "趣味运动会"})
    form = forms.form("HD-01")
    [one] = forms.produce(office, form, tmp_path, on=ON, outputs=("pdf",), period="2026", about=first)
    [all_of_them] = forms.produce(office, form.as_variant("台账"), tmp_path, on=ON, outputs=("pdf",), period="2026")
    assert one.stem.endswith("女职工活动登记表_2026-10-16")
    assert all_of_them.stem.endswith("女职工活动登记表（台账）_2026年")


def test_the_budget_adds_up_in_figures_and_in_words(office: Ledger, tmp_path: Path):
    [event] = keep(office, "activity", EVENT)
    lines = ({"item": "讲课费", "price": "800", "quantity": "1"}, {"item": "图书", "price": "45.5", "quantity": "24"})
    keep(office, "activity_expense", *({"activity_id": event, **line} for line in lines))
    cells, words, pages = paper(office, tmp_path, "HD-02")
    assert "大写：人民币壹仟捌佰玖拾贰元整" in cells  # 800 + 45.5 x 24 = 1892
    assert ("1,892.00" in words, "1,092.00" in words, pages) == (True, True, 1)


def test_a_budget_without_lines_is_blank_not_zero(office: Ledger, tmp_path: Path):
    keep(office, "activity", EVENT)
    cells, _, _ = paper(office, tmp_path, "HD-02")
    assert "大写：" in cells and not any("零元" in cell for cell in cells)


def test_the_receipt_list_names_who_gets_what(office: Ledger, tmp_path: Path):
    [event, other] = keep(office, "activity", EVENT, EVENT | {"name": "别的活动", "held_on": "2026-03-06"})
    line = {"activity_id": event, "item": "图书", "quantity": "1", "amount": "32.5"}
    keep(office, "activity_receipt", *({**line, "name": f"领用人{n}"} for n in range(30)))
    keep(office, "activity_receipt", line | {"activity_id": other, "name": "外人"})
    cells, words, pages = paper(office, tmp_path, "HD-04")
    assert all(f"领用人{n}" in cells for n in range(30)) and "外人" not in words
    assert ("975.00" in words, pages) == (True, 2)  # 30 x 32.5


def test_a_visit_and_the_visitors_word_on_it(office: Ledger, tmp_path: Path):
    visit = {
        "number": "2026-03",
        "received_on": "2026-09-21",
        "received_at": "10:20",
        "form": "来电",
        "name": "田月红",
        "subject": "特殊时期保护",
        "matter": LONG,
        "handler": "曾雪梅",
        "receiver": "夏晓岚",
        "result": "已调整排班。",
        "satisfaction": "基本满意",
    }
    keep(office, "visit", visit)
    _, words, pages = paper(office, tmp_path, "WQ-01")
    assert (pages, LONG in words, words.count("2026-03")) == (1, True, 2)
    assert all(said in words for said in ("☑来电", "□来访", "田月红", "☑基本满意", "已调整排班。", "10时20分"))


def test_each_thing_handed_over_stands_in_its_part(office: Ledger, tmp_path: Path):
    [handover] = keep(
        office, "handover", {"handed_on": "2026-10-15", "giver": "邹文静", "taker": "周敏", "witness": "韩志远"}
    )
    parts = ("档案资料", "印章证照", "账号权限", "经费物资", "未办结事项", "重要时点")
    keep(office, "handover_line", *({"handover_id": handover, "part": p, "name": f"这是{p}"} for p in parts))
    cells, words, pages = paper(office, tmp_path, "GL-01")
    for number, part in enumerate(parts):
        place = cells.index(f"{'一二三四五六'[number]}、{part}")
        assert f"这是{part}" in cells[place : place + 12]
    assert {"移交人：邹文静", "接收人：周敏", "监交人：韩志远"} <= set(cells)
    assert (words.count("（签字）"), pages) == (3, 2)


def test_what_was_handed_in_this_year(office: Ledger, tmp_path: Path):
    line = {"form_code": "ZZ-05", "title": "组成人员名单", "received_by": "区总工会", "way": "纸质", "is_sealed": True}
    keep(
        office,
        "submission",
        line | {"submitted_on": "2026-03-10", "state": "退回", "return_reason": "任职时间未填"},
        line | {"submitted_on": "2026-03-14", "version": 2},
        line | {"submitted_on": "2025-03-14", "title": "去年的名单"},
    )
    cells, words, pages = paper(office, tmp_path, "GL-02", period="2026")
    assert cells.count("组成人员名单") == 2 and "任职时间未填" in cells
    assert ("去年的名单" in words, pages) == (False, 1)


def test_the_yearbook_sheet_sets_two_years_side_by_side(office: Ledger, tmp_path: Path):
    keep(
        office,
        "headcount_snapshot",
        {"counted_on": "2025-12-31", "employee_count": "400", "woman_worker_count": "250"},
        {"counted_on": "2026-09-30", "employee_count": "390", "woman_worker_count": "260", "woman_migrant_count": "64"},
    )
    keep(office, "activity", EVENT | {"category": "普法宣传"})
    occasion = Occasion(forms.form("TJ-02"), ON, period_of("2026"))
    wanted = {f"年报数据.{label}": "" for label in ("指标", "计量单位", "本年数", "上年数", "增减", "取数来源")}
    with office.reading() as connection:
        rows = {row["指标"]: row for row in read(Sources(connection, occasion), wanted).lists["年报数据"]}
    said = [list(rows[name].values())[1:] for name in ("职工总数", "女农民工数", "普法宣传", "会员数", "专项集体合同")]
    assert said == [
        ["人", 390, 400, -10, "人数 2026-09-30"],
        ["人", 64, None, None, "人数 2026-09-30"],
        ["场次", 1, None, None, "活动 1 条"],
        ["人", None, None, None, None],
        ["份", None, None, None, None],
    ]
    cells, _, pages = paper(office, tmp_path, "TJ-02", period="2026")
    assert ("-10" in cells, "各份合同覆盖人数之和" in cells, pages) == (True, True, 1)
    blank = forms.produce(office, forms.form("TJ-02"), tmp_path, on=ON, blank_rows=5)[1]
    column = [cell.value for cell in load_workbook(blank).worksheets[0]["C"]]
    assert "女农民工数" in column and 390 not in column


def test_amounts_keep_their_fen(office: Ledger, tmp_path: Path):
    [event] = keep(office, "activity", EVENT)
    keep(office, "activity_expense", {"activity_id": event, "item": "书", "amount": "0.10", "spent": "0.05"})
    occasion = Occasion(forms.form("HD-02"), ON)
    with office.reading() as connection:
        singles = read(Sources(connection, occasion), {"汇总.预算合计": "", "汇总.决算合计": ""}).singles
    assert singles == {"汇总.预算合计": Decimal("0.10"), "汇总.决算合计": Decimal("0.05")}


@pytest.mark.parametrize(("code", "pages"), [("HD-01", 1), ("HD-04", 1), ("WQ-01", 1), ("GL-01", 2), ("GL-02", 1)])
def test_a_blank_form_of_a_dozen_lines_wastes_no_page(office: Ledger, tmp_path: Path, code: str, pages: int):
    assert paper(office, tmp_path, code, blank_rows=12)[2] == pages
