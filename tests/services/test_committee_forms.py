"""The committee's forms: who stood, who was elected, who came later, in letters and tables."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.registry import record_type
from desktop_app.services import forms
from desktop_app.services.forming.name_order import stroke_key
from desktop_app.services.forming.occasion import Occasion
from desktop_app.services.forming.sources import Sources
from desktop_app.services.forming.values import read
from desktop_app.services.periods import period_of

ON = date(2026, 11, 22)
LETTERS = [
    ("ZZ-01", "单独请示"),
    ("ZZ-01", "三委合并"),
    ("ZZ-01", "成立请示"),
    ("ZZ-03", "报告"),
    ("ZZ-03", "请示"),
    ("ZZ-10", "会议纪要"),
    ("ZZ-13", ""),
]
SHEETS = [("ZZ-02", ""), ("ZZ-07", ""), ("ZZ-11", "双栏"), ("ZZ-12", ""), ("ZZ-16", "")]


def put(ledger: Ledger, kind: str, *rows: dict[str, Any]) -> list[int]:
    with ledger.writing("试验") as writing:
        return writing.insert(record_type(kind), rows)


@pytest.fixture
def elected(ledger: Ledger) -> Ledger:
    """Term 5 elected in June 2025, one seat changed hands in February 2026; term 6 is being prepared for 2030."""
    put(ledger, "enterprise", {"name": "江南金梭纺织有限公司", "short_name": "金梭纺织"})
    put(
        ledger,
        "union_committee",
        {"name": "金梭纺织工会", "upper_union": "云锦街道总工会", "chair": "韩志远", "document_mark": "金梭工"},
    )
    put(
        ledger,
        "committee_term",
        {"number": 5, "starts_on": date(2025, 6, 10), "ends_on": date(2030, 6, 9), "deputy_seat_count": 1},
        {"number": 6, "starts_on": date(2030, 6, 10), "ends_on": date(2035, 6, 9), "deputy_seat_count": 1},
    )
    names = ("曾雪梅", "单秀英", "丁香", "王静", "仇桂兰")
    put(ledger, "person", *({"name": name, "gender": "女", "department": "细纱车间"} for name in names))
    came, left, after = date(2025, 6, 10), date(2026, 1, 31), date(2026, 2, 6)
    put(
        ledger,
        "committee_member",
        {"term_id": 1, "person_id": 1, "post": "主任", "serves_from": came, "votes": 38},
        {"term_id": 1, "person_id": 2, "post": "副主任", "serves_from": came, "votes": 37},
        {"term_id": 1, "person_id": 4, "post": "委员", "serves_from": came, "votes": 35},
        {"term_id": 1, "person_id": 3, "post": "委员", "serves_from": came, "left_on": left, "votes": 31},
        {"term_id": 1, "person_id": 5, "post": "委员", "serves_from": after},
        {"term_id": 2, "person_id": 3, "post": "委员"},
        {"term_id": 2, "person_id": 2, "post": "主任"},
    )
    put(
        ledger,
        "election",
        {
            "term_id": 1,
            "meeting": "第五次女职工代表大会",
            "held_on": date(2025, 6, 10),
            "place": "公司礼堂",
            "method": "无记名投票",
            "seat_count": 4,
            "candidate_count": 5,
            "due_count": 42,
            "present_count": 39,
            "issued_count": 39,
            "returned_count": 39,
            "valid_count": 38,
            "invalid_count": 1,
        },
        {
            "term_id": 2,
            "meeting": "第六次女职工代表大会",
            "planned_on": date(2030, 6, 10),
            "seat_count": 2,
            "candidate_count": 2,
            "due_count": 30,
            "present_count": 19,
        },
    )
    return ledger


def values(ledger: Ledger, code: str, *wanted: str, about: int | None = None, period: str = "") -> Any:
    occasion = Occasion(forms.form(code), ON, period_of(period) if period else None, about)
    with ledger.reading() as connection:
        return read(Sources(connection, occasion), dict.fromkeys(wanted, ""))


def made(ledger: Ledger, code: str, folder: Path, variant: str = "", **asked: Any) -> Path:
    form = forms.form(code).as_variant(variant)
    [path] = forms.produce(ledger, form, folder, on=ON, outputs=("docx" if form.is_letter else "xlsx",), **asked)
    return path


def words(path: Path) -> str:
    """Everything a letter says, tables after the text."""
    document = Document(str(path))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def cells(path: Path) -> list[list[Any]]:
    return [[cell for cell in row if cell is not None] for row in load_workbook(path).worksheets[0].values]


def test_those_elected_are_told_whoever_came_or_left_later(elected: Ledger, tmp_path: Path):
    names = [row["姓名"] for row in values(elected, "ZZ-03", "委员.姓名", about=1).lists["委员"]]
    assert names == ["曾雪梅", "单秀英", "丁香", "王静"]  # by post, then by the strokes of the surname
    assert values(elected, "ZZ-03", "汇总.委员人数", about=1).singles["汇总.委员人数"] == 4
    today = values(elected, "ZZ-05", "委员.姓名", about=1).lists["委员"]
    assert [row["姓名"] for row in today] == ["曾雪梅", "单秀英", "王静", "仇桂兰"]
    said = words(made(elected, "ZZ-03", tmp_path, about=1))
    assert "会议应到42人，实到39人，达到应到人数的三分之二，符合开会条件。" in said
    assert "有效票38张、无效票1张" in said
    assert "第五届女职工委员会由4人组成" in said
    assert "特此报告。" in said
    assert "请批示" not in said
    assert "妥否，请批示。" in words(made(elected, "ZZ-03", tmp_path, "请示", about=1))


def test_a_term_still_to_be_elected_has_its_candidates(elected: Ledger, tmp_path: Path):
    said = words(made(elected, "ZZ-01", tmp_path, about=2))
    assert "关于金梭纺织工会第六届女职工委员会换届的请示" in said.replace("\n", "")
    assert "金梭纺织工会第五届女职工委员会于2025年6月10日产生，至2030年6月9日任期届满" in said
    assert "拟设委员2名，其中主任1名、副主任1名；提名候选人2名，实行等额选举。" in said
    assert said.index("单秀英") < said.index("丁　香")
    assert "妥否，请批示。" in said
    # The election in hand is the usual one, and nobody is told to be elected by too few.
    assert values(elected, "ZZ-01", "选举.选举会议").singles["选举.选举会议"] == "第六次女职工代表大会"
    assert values(elected, "ZZ-03", "选举.到会达三分之二", about=2).singles["选举.到会达三分之二"] is False
    assert "符合开会条件" not in words(made(elected, "ZZ-03", tmp_path, about=2))


@pytest.mark.parametrize(
    ("seats", "candidates", "kind"), [(4, 5, "差额"), (4, 4, "等额"), (4, 3, None), (None, 5, None), (0, 0, None)]
)
def test_an_election_offers_a_choice_or_not(elected: Ledger, seats: int | None, candidates: int | None, kind: str):
    [about] = put(elected, "election", {"term_id": 1, "audit_seat_count": seats, "audit_candidate_count": candidates})
    name = "选举.经审委员选举形式"
    assert values(elected, "ZZ-01", name, about=about).singles[name] == kind


def test_surnames_stand_by_number_of_strokes_and_then_stroke_by_stroke():
    official = "丁于万马王韦尤车牛毛仇文方尹孔艾古石龙卢叶田史丘白包冯宁司邢毕朱乔任刘江汤许孙"
    assert sorted(set(official), key=stroke_key) == list(official)
    assert sorted(["王静", "王一丹", "欧阳兰", "王丹"], key=stroke_key) == ["王一丹", "王丹", "王静", "欧阳兰"]


def test_a_candidate_and_her_term(elected: Ledger, tmp_path: Path):
    text = [str(cell) for row in cells(made(elected, "ZZ-02", tmp_path, about=7)) for cell in row]
    assert "单秀英" in text
    assert "第　六　届女职工委员会　主任" in text
    usual = made(elected, "ZZ-02", tmp_path)
    assert usual.name == "金梭纺织_工会女职工委员会候选人登记表_曾雪梅 主任.xlsx"


def test_a_seat_that_changes_hands(elected: Ledger, tmp_path: Path):
    put(
        elected,
        "member_change",
        {"term_id": 1, "out_person_id": 3, "out_post": "委员", "reason": "辞职", "in_person_id": 5, "votes_for": 3},
    )
    text = [str(cell) for row in cells(made(elected, "ZZ-16", tmp_path)) for cell in row]
    assert text.index("丁香") < text.index("仇桂兰")
    assert any("赞成　3　票" in cell for cell in text)


def test_sixty_names_in_two_columns_of_fifty_to_a_page(elected: Ledger, tmp_path: Path):
    [meeting] = put(elected, "meeting", {"name": "女职工大会", "held_on": date(2026, 3, 8), "place": "礼堂"})
    put(elected, "attendance", *({"meeting_id": meeting, "name": f"职工{n}"} for n in range(1, 61)))
    halves = ("左序号", "左姓名", "右序号", "右姓名")
    lines = values(elected, "ZZ-11", *(f"签到双栏.{half}" for half in halves), about=meeting).lists["签到双栏"]
    shown = [tuple(line[half] for half in halves) for line in lines]
    assert len(shown) == 50
    assert shown[0] == (1, "职工1", 26, "职工26")
    assert shown[24] == (25, "职工25", 50, "职工50")
    assert shown[25] == (51, "职工51", 76, None)
    assert shown[35] == (61, None, 86, None)
    sheet = cells(made(elected, "ZZ-11", tmp_path, "双栏", about=meeting))
    assert [51, "职工51", 76] in sheet
    [blank] = forms.produce(
        elected, forms.form("ZZ-11").as_variant("双栏"), tmp_path, outputs=("xlsx",), on=ON, blank_rows=12
    )
    assert [[n, n + 25] for n in range(1, 26)] == [
        row for row in cells(blank) if len(row) == 2 and row[0] in range(1, 26)
    ]


def test_the_year_plan_and_what_it_costs(elected: Ledger, tmp_path: Path):
    assert values(elected, "ZZ-12", "汇总.计划预算合计", period="2026").singles["汇总.计划预算合计"] is None
    put(
        elected,
        "plan_item",
        {"year": 2026, "position": 2, "timing": "9月", "content": "建哺乳室", "budget": Decimal("2000.50")},
        {"year": 2026, "position": 1, "timing": "3月", "content": "三八活动", "budget": Decimal(3000)},
        {"year": 2025, "timing": "3月", "content": "去年的活动", "budget": Decimal(999)},
    )
    rows = cells(made(elected, "ZZ-12", tmp_path, period="2026"))
    assert ["女职工委员会工作计划表（2026年度）"] in rows
    assert [row[2] for row in rows if len(row) > 3 and row[1] in ("3月", "9月")] == ["三八活动", "建哺乳室"]
    assert ["合计", Decimal("5000.50")] in [[row[0], Decimal(str(row[-1]))] for row in rows if row[:1] == ["合计"]]


def test_a_years_report_is_written_from_words_and_figures(elected: Ledger, tmp_path: Path):
    put(
        elected,
        "work_report",
        {"year": 2026, "recipient": "金梭纺织工会委员会", "rights": "完成专项集体合同续签。"},
        {"year": 2025, "rights": "去年的话。"},
    )
    put(elected, "headcount_snapshot", {"counted_on": date(2026, 9, 30), "employee_count": 418})
    said = words(made(elected, "ZZ-13", tmp_path, period="2026"))
    assert "关于2026年度女职工工作情况的报告" in said
    assert "现有职工418人" in said
    assert "完成专项集体合同续签。" in said
    assert "去年的话" not in said
    assert "帮扶单亲困难女职工" not in said  # a figure nobody kept is no sentence


@pytest.mark.parametrize(("code", "variant"), [*LETTERS, *SHEETS])
def test_an_empty_ledger_and_a_blank_form_make_paper_without_zeros(
    ledger: Ledger, tmp_path: Path, code: str, variant: str
):
    for blank_rows in (None, 3):
        path = made(ledger, code, tmp_path, variant, blank_rows=blank_rows)
        if path.suffix == ".docx":
            assert "＿＿＿＿" in words(path)
        else:
            assert not [cell for row in cells(path) for cell in row if cell == 0]


@pytest.mark.parametrize("code", sorted({code for code, _ in LETTERS + SHEETS}))
def test_the_sample_hands_in_every_form(full_ledger: Ledger, code: str):
    assert forms.readiness(full_ledger, forms.form(code), on=ON).missing == []
