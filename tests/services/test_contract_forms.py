"""The contract's forms: articles drafted from the library, votes and rates on the right denominators, to the paper."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from desktop_app.errors import BanbiantianError
from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import names
from desktop_app.records.registry import record_type
from desktop_app.records.wording import CONTRACT_CHAPTERS, TOPIC_CATEGORIES
from desktop_app.services import contract_text, forms, records
from desktop_app.services.forming.figures.rulings import rulings
from desktop_app.services.forming.occasion import Occasion
from desktop_app.services.forming.sources import Sources
from desktop_app.services.forming.values import read
from desktop_app.services.lines import lines
from desktop_app.services.rulebook import rules_of

ON = date(2026, 11, 22)
CODES = ("HT-01", "HT-04", "HT-05", "HT-06", "HT-07", "HT-09", "HT-10", "HT-14", "HT-15", "HT-16")


def put(ledger: Ledger, kind: str, *rows: dict[str, Any]) -> list[int]:
    with ledger.writing("试验") as writing:
        return writing.insert(record_type(kind), rows)


def data(ledger: Ledger, code: str, *wanted: str, on: date = ON, about: int | None = None) -> Any:
    """What a form gets for those names."""
    with ledger.reading() as connection:
        return read(Sources(connection, Occasion(forms.form(code), on, about=about)), dict.fromkeys(wanted, ""))


def cells(path: Path) -> list[str]:
    [sheet] = load_workbook(path).worksheets[:1]
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell) and cell.value]


def words(path: Path) -> str:
    """The text of a PDF without the line ends and the page numbers of its setting."""
    with pypdfium2.PdfDocument(path) as document:
        text = "".join("".join(page.get_textpage().get_text_range() for page in document).split())
    return re.sub("—[0-9]+—", "", text)


@pytest.fixture
def agreed(ledger: Ledger) -> Ledger:
    """Six subjects: two agreed with a text, one agreed without, one refused, one of no known kind, one withdrawn."""
    put(ledger, "negotiation", {"name": "女职工权益保护专项集体合同", "starts_on": date(2026, 6, 5), "copy_count": 5})
    told = (
        ("女职工卫生费", "部分采纳", "每人每月50元。"),
        ("健康检查", "采纳", "每年检查一次。"),
        ("休息休假", "采纳", None),
        ("生育保护", "未采纳", "多休十天。"),
        ("交通", "采纳", "夜班后安排班车。"),
        ("预防性骚扰", "撤回", "另订制度。"),
    )
    rows = [
        {"negotiation_id": 1, "position": place, "category": kind, "ask": kind, "outcome": outcome, "clause": clause}
        for place, (kind, outcome, clause) in enumerate(told, 1)
    ]
    put(ledger, "negotiation_item", *rows)
    return ledger


def test_the_text_is_the_library_with_what_was_agreed_in_its_place(agreed: Ledger) -> None:
    count = contract_text.draft_clauses(agreed, 1)

    clauses = lines(agreed, "contract_clause", {"negotiation_id": 1})
    library = contract_text.library()
    assert len(clauses) == count == len(library) + 2  # 卫生费 stands in its place, the other two come on top
    assert [clause["position"] for clause in clauses] == list(range(1, count + 1))
    assert list(dict.fromkeys(clause["chapter"] for clause in clauses)) == list(CONTRACT_CHAPTERS)
    texts = [clause["text"] for clause in clauses]
    assert "多休十天。" not in texts
    assert "另订制度。" not in texts
    assert not any("发放卫生费或者卫生用品" in text for text in texts)
    check = texts.index("每年检查一次。")
    assert "妇科疾病、乳腺疾病检查" in texts[check - 1]
    assert clauses[check]["source"] == "协商议题"
    assert clauses[texts.index("夜班后安排班车。")]["chapter"] == "劳动报酬与福利"
    assert any("自2026年6月5日起至＿＿＿＿年＿＿月＿＿日止" in text for text in texts)
    assert any("一式5份" in text for text in texts)


def test_agreed_subjects_learn_their_article_and_one_undo_takes_all_back(agreed: Ledger) -> None:
    contract_text.draft_clauses(agreed, 1)

    items = lines(agreed, "negotiation_item", {"negotiation_id": 1})
    by_text = {clause["text"]: clause["position"] for clause in lines(agreed, "contract_clause", {})}
    assert by_text["每人每月50元。"] == 11
    assert items[0]["clause_number"] == "第十一条"
    assert [item["clause_number"] for item in items][2:4] == [None, None]
    with pytest.raises(BanbiantianError, match="已经有条款"):
        contract_text.draft_clauses(agreed, 1)
    assert records.undo(agreed) == "起草合同条款"
    assert lines(agreed, "contract_clause", {}) == []
    assert lines(agreed, "negotiation_item", {})[0]["clause_number"] is None


def test_a_contract_with_its_articles_goes_as_a_whole_and_comes_back(full_ledger: Ledger) -> None:
    articles = len(lines(full_ledger, "contract_clause", {}))
    records.delete(full_ledger, "negotiation", [2])
    assert lines(full_ledger, "contract_clause", {}) == []
    records.undo(full_ledger)
    assert len(lines(full_ledger, "contract_clause", {})) == articles


def test_every_subject_has_its_place_and_every_number_of_the_library_its_article() -> None:
    library = contract_text.library()
    places = [clause.get("topic") or clause.get("gives_way_to") for clause in library]
    assert sorted(place for place in places if place) == sorted(TOPIC_CATEGORIES)
    number = re.compile(
        "[0-9]+月[0-9]+日|[0-9]+至[0-9]+周|[0-9]+(?:个月|周岁|小时|公斤|[天日个次])|三分之二|半数|一式三份|一次"
    )
    for clause in library:
        by_rule = set(re.findall(r"\{(.+?)\}", clause["text"]))
        assert by_rule <= {"期限", "份数", *rulings(rules_of(""))}
        found = set(number.findall(clause["text"]))
        stated = {basis["number"] for basis in clause["basis"] if "number" in basis}
        assert found == stated, clause["text"][:20]
        assert not re.findall("[0-9]", number.sub("", clause["text"]))
        for basis in clause["basis"]:
            assert basis["level"] in ("L1", "L2", "L3", "L6")
            assert basis["article"] or basis["level"] in ("L3", "L6")


def test_articles_are_counted_in_chinese_and_a_chapter_is_named_once(ledger: Ledger) -> None:
    put(ledger, "negotiation", {"name": "合同"})
    chapters = ["总则"] * 10 + ["特殊劳动保护"] * 11
    put(
        ledger,
        "contract_clause",
        *(
            {"negotiation_id": 1, "position": place, "chapter": each, "text": "略"}
            for place, each in enumerate(chapters)
        ),
    )
    rows = data(ledger, "HT-09", "合同条款.条序", "合同条款.章标题").lists["合同条款"]
    assert [rows[place]["条序"] for place in (0, 9, 10, 19, 20)] == [
        "第一条",
        "第十条",
        "第十一条",
        "第二十条",
        "第二十一条",
    ]
    assert {place: row["章标题"] for place, row in enumerate(rows) if row["章标题"]} == {
        0: "第一章　总则",
        10: "第二章　特殊劳动保护",
    }


@pytest.mark.parametrize(
    ("everyone", "present", "agreed", "two_thirds", "majority", "share"),
    [
        (60, 40, 31, True, True, "0.5167"),
        (60, 39, 30, False, False, "0.5000"),  # exactly half is no majority; 39 of 60 are less than two thirds
        (61, 41, 31, True, True, "0.5082"),  # 41 x 3 = 123 >= 122
        (3, 2, 2, True, True, "0.6667"),
        (60, None, None, None, None, None),
    ],
)
def test_a_vote_is_measured_on_all_delegates(
    ledger: Ledger, everyone: int, present: int, agreed: int, two_thirds: bool, majority: bool, share: str | None
) -> None:
    put(ledger, "negotiation", {"name": "合同"})
    vote = {"negotiation_id": 1, "congress": "职代会", "held_on": date(2026, 5, 12), "delegate_count": everyone}
    put(ledger, "congress_vote", vote | {"present_count": present, "votes_for": agreed})
    wanted = ("汇总.到会达三分之二", "汇总.赞成过半数", "汇总.赞成比例")
    singles = data(ledger, "HT-10", *wanted).singles
    assert [singles[name] for name in wanted[:2]] == [two_thirds, majority]
    assert (None if singles[wanted[2]] is None else str(singles[wanted[2]])) == share


def test_the_rate_leaves_out_what_is_not_due(ledger: Ledger) -> None:
    put(ledger, "negotiation", {"name": "合同"})
    put(ledger, "performance_inspection", {"negotiation_id": 1, "inspected_on": date(2026, 9, 16)})
    wanted = ("汇总.履约率", "履约检查.履约率")
    assert set(data(ledger, "HT-14", *wanted).singles.values()) == {None}  # nothing inspected yet: blank, not 0
    results = ("已履行", "已履行", "部分履行", "未履行", "未到期", "不适用", None)
    put(
        ledger,
        "performance_inspection_line",
        *({"inspection_id": 1, "clause": "略", "result": each} for each in results),
    )
    assert {str(value) for value in data(ledger, "HT-14", *wanted).singles.values()} == {"0.5000"}


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (date(2026, 5, 13), "协商中"),
        (date(2026, 5, 14), "待生效"),
        (date(2026, 6, 5), "有效"),
        (date(2028, 3, 3), "有效"),
        (date(2028, 3, 4), "三个月内到期"),
        (date(2028, 6, 4), "三个月内到期"),
        (date(2028, 6, 5), "已到期"),
    ],
)
def test_the_register_tells_the_state_on_its_day(full_ledger: Ledger, on: date, state: str) -> None:
    wanted = (
        "合同列表.合同编号",
        "合同列表.合同状态",
        "合同列表.履约检查日期",
        "合同列表.履约率",
        "合同列表.职代会通过日期",
    )
    [row] = [
        row for row in data(full_ledger, "HT-16", *wanted, on=on).lists["合同列表"] if row["合同编号"] == "2026-01"
    ]
    assert row["合同状态"] == state
    inspected = on >= date(2026, 9, 16)
    assert row["履约检查日期"] == (date(2026, 9, 16) if inspected else None)
    assert (str(row["履约率"]) if inspected else row["履约率"]) == ("0.8000" if inspected else None)
    assert row["职代会通过日期"] == date(2026, 5, 12)


def test_contracts_begun_later_are_not_on_an_earlier_register(full_ledger: Ledger) -> None:
    rows = data(full_ledger, "HT-16", "合同列表.合同编号", on=date(2025, 12, 31)).lists["合同列表"]
    assert [row["合同编号"] for row in rows] == ["2024-01"]


def test_a_record_of_talks_holds_what_was_settled_there(full_ledger: Ledger) -> None:
    first, second = (
        {row["议题类别"] for row in data(full_ledger, "HT-07", "列入议题.议题类别", about=each).lists["列入议题"]}
        for each in (1, 2)
    )
    assert first == {"健康检查", "生育保护"}
    assert second == {"女职工卫生费", "休息哺乳室与托育", "预防性骚扰", "平衡工作和家庭"}
    records.save(full_ledger, "negotiation_item", {"session_id": ""}, 1)
    records.save(full_ledger, "negotiation_item", {"is_listed": "否"}, 2)
    told = data(full_ledger, "HT-07", "列入议题.议题类别", about=1).lists["列入议题"]
    assert {row["议题类别"] for row in told} == {"女职工卫生费", "生育保护"}


@pytest.mark.parametrize("code", CODES)
def test_the_sample_is_ready_and_an_empty_ledger_says_what_is_missing(
    full_ledger: Ledger, ledger: Ledger, code: str
) -> None:
    assert forms.readiness(full_ledger, forms.form(code), on=ON).missing == []
    assert forms.readiness(ledger, forms.form(code), on=ON).missing


def test_the_sheets_carry_what_was_recorded(full_ledger: Ledger, tmp_path: Path) -> None:
    told = {
        "HT-01": ("二厂区新建女职工休息哺乳室1间，面积不少于10平方米", "82"),
        "HT-07": ("同意提高，建议每人每月50元", "魏振邦、范丽君、陶建明", "第　2　次"),
        "HT-14": ("抽查6—8月工资单60份，均已发放", "部分履行"),
        "HT-16": ("秦人社集字〔2026〕037号", "有效", "已到期", "0.8"),
    }
    for code, expected in told.items():
        of = forms.form(code)
        about = 2 if code == "HT-07" else None
        [path] = forms.produce(full_ledger, of, tmp_path, outputs=("xlsx",), on=ON, about=about)
        found = cells(path)
        assert [text for text in expected if text not in found] == [], code


def test_the_letters_carry_what_was_recorded(full_ledger: Ledger, tmp_path: Path) -> None:
    told = {
        "HT-04": ("沈国平", "魏振邦", "自2026年3月27日起至2026年6月30日止"),
        "HT-05": ("建议于2026年4月8日在公司二楼会议室开始协商", "韩志远、曾雪梅、单秀英", "协商要约书回执"),
        "HT-06": ("同意提高，建议每人每月50元", "列入", "魏振邦（副总经理）"),
        "HT-09": (
            "第一章总则",
            "第三十六条",
            "第十条甲方每月向每名女职工发放卫生费50元",
            "自2026年6月5日起至2028年6月4日止",
        ),
        "HT-10": ("实到57人", "95.0%", "91.7%", "赞成票超过全体代表的半数：☑是"),
        "HT-15": ("自2026年6月5日起生效", "025-86201812"),
    }
    for code, expected in told.items():
        [path] = forms.produce(full_ledger, forms.form(code), tmp_path, outputs=("pdf",), on=ON)
        found = words(path)
        assert [text for text in expected if text not in found] == [], code


def test_a_long_remark_stays_on_the_paper(full_ledger: Ledger, tmp_path: Path) -> None:
    remark = "经双方逐项核对考勤和工资记录，" * 26  # 390 characters
    records.save(full_ledger, "negotiation_item", {"answer": remark, "current_practice": remark}, 1)
    records.save(full_ledger, "negotiation", {"special_clauses": remark}, 2)
    records.save(full_ledger, "performance_inspection", {"summary": remark}, 1)
    for code in ("HT-01", "HT-06", "HT-07", "HT-14", "HT-15", "HT-16"):
        about = 2 if code == "HT-07" else None
        [path] = forms.produce(full_ledger, forms.form(code), tmp_path, outputs=("pdf",), on=ON, about=about)
        assert words(path).count("经双方逐项核对考勤和工资记录") >= 26, code  # on an annex its start stands twice


def test_the_page_for_one_worker_asks_for_every_category(ledger: Ledger, tmp_path: Path) -> None:
    page = forms.form("HT-01").as_variant("个人页")
    [path] = forms.produce(ledger, page, tmp_path, outputs=("xlsx",), on=ON, blank_rows=3)
    assert {f"□{category}" for category in TOPIC_CATEGORIES} <= set(cells(path))


def test_every_name_of_the_contract_has_a_value_behind_it(full_ledger: Ledger) -> None:
    computed = [name for name, entry in names().items() if entry.scope.name == "合同列表" and not entry.field]
    assert len(computed) == 4
    rows = data(full_ledger, "HT-16", *computed).lists["合同列表"]
    assert all(value is not None for value in rows[-1].values())
