"""The letters of the contract's procedure: what was recorded stands in them, and each province's own periods."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from desktop_app.ledger.ledger import Ledger
from desktop_app.services import contract_text, forms, records
from desktop_app.services.forming.figures.rulings import rulings
from desktop_app.services.lines import lines
from desktop_app.services.rulebook import rules_of

ON = date(2026, 11, 22)
NEW = ("HT-17", "HT-18", "HT-20", "HT-21", "HT-22", "HT-23", "HT-24", "HT-25", "HT-26")


def printed(ledger: Ledger, folder: Path, code: str, variant: str = "", *, blank: bool = False) -> tuple[str, int]:
    """The words of a letter's PDF, which are those of its Word file, and its pages."""
    of = forms.form(code).as_variant(variant)
    pdf, word = forms.produce(
        ledger, of, folder, outputs=("pdf", "docx"), on=ON, blank_rows=0 if blank else None, beside=True
    )
    with pypdfium2.PdfDocument(pdf) as document:
        pages = len(document)
        text = "".join("".join(page.get_textpage().get_text_range() for page in document).split())
    told = "".join("".join(Document(str(word)).element.body.itertext()).split())
    text = re.sub("—[0-9]+—", "", text)
    assert [words for words in TOLD.get((code, variant), ()) if (words in text) != (words in told)] == []
    return text, pages


TOLD = {
    ("HT-17", ""): (
        "秦淮区云锦街道总工会：",
        "履约率为80.0%",
        "第十三条：工间休息没有登记。整改措施：在班组考勤表中增设工间休息栏",
        "特此报告。",
    ),
    ("HT-18", "续订"): ("将于2028年6月4日期满", "期满前3个月内可以提出", "起20日内书面答复", "续订要求书回执"),
    ("HT-18", "变更"): ("合同期限仍至2028年6月4日止", "起20日内书面答复", "要求变更的条款"),
    ("HT-20", "逾期未答复"): ("起20日内书面答复，答复期限至2026年4月7日届满", "第五十四条", "秦淮区云锦街道总工会"),
    ("HT-20", "拒绝协商"): ("没有正当理由不得拒绝", "13900000102"),
    ("HT-21", "工会通知"): ("起15日内依照原产生程序", "单秀英", "薄云霞", "细纱车间甲班班长", "调任二厂区"),
    ("HT-21", "企业通知"): ("江南金梭纺织有限公司工会：",),
    ("HT-22", ""): ("第一次协商会议", "企业方需要测算费用", "2026年4月20日", "职工方首席代表（签字）："),
    ("HT-23", ""): (
        "应当有三分之二以上职工代表或者职工出席",
        "并经全体职工代表半数以上",
        "关于《女职工权益保护专项集体合同（草案）》的说明",
        "采纳或部分采纳6项",
        "甲方每月向每名女职工发放卫生费50元",
    ),
    ("HT-24", "变更协议"): (
        "于2024年5月10日签订的",
        "每人每月30元",
        "自双方首席代表签字之日起10日内报送",
        "起15日内未提出异议",
    ),
    ("HT-25", ""): ("2026年4月9日，双方就下列事项发生争议", "企业方只同意每人每月40元", "秦淮区人力资源和社会保障局"),
    ("HT-26", ""): ("于2024年5月10日签订", "哺乳时间没有计入劳动时间", "91320106KG7TY6EFNR"),
}


@pytest.mark.parametrize(("code", "variant"), TOLD)
def test_what_was_recorded_stands_in_the_letter(full_ledger: Ledger, tmp_path: Path, code: str, variant: str) -> None:
    text, pages = printed(full_ledger, tmp_path, code, variant)
    assert [words for words in TOLD[code, variant] if words not in text] == []
    assert "{{" not in text
    assert pages <= 3


def test_a_rescission_says_when_and_why(full_ledger: Ledger, tmp_path: Path) -> None:
    records.save(full_ledger, "negotiation", {"rescinded_on": "2026-11-20", "rescission_reason": "公司整体并入集团"}, 2)
    text, _ = printed(full_ledger, tmp_path, "HT-24", "解除协议")
    assert "公司整体并入集团" in text
    assert "合同自2026年11月20日起解除" in text


@pytest.mark.parametrize("code", NEW)
def test_the_sample_is_ready_and_a_blank_one_knows_the_rules(
    full_ledger: Ledger, ledger: Ledger, tmp_path: Path, code: str
) -> None:
    of = forms.form(code)
    assert forms.readiness(full_ledger, of, on=ON).missing == []
    assert forms.readiness(ledger, of, on=ON).missing
    text, pages = printed(ledger, tmp_path, code, blank=True)
    assert "{{" not in text
    assert pages <= 3
    assert code not in ("HT-18", "HT-20") or "起20日内书面答复" in text


PROVINCES = {  # legal-facts 2.5
    "": ("20日内", "半数以上", "10日内", "一式三份", "及时", "3个月内"),
    "浙江": ("10个工作日内", "过半数", "10日内", "一式五份", "5个工作日内", "90日内"),
    "河南": ("15日内", "半数以上", "7日内", "一式三份", "10日内", "60日内"),
    "重庆": ("20日内", "半数以上", "10日内", "一式三份", "10日内", "3个月内"),
}


@pytest.mark.parametrize("province", PROVINCES)
def test_each_province_says_its_own_numbers(province: str) -> None:
    said = rulings(rules_of(province))
    labels = ("答复期限", "赞成比例", "报送期限", "报送份数", "公布期限", "续订期限")
    assert tuple(said[label] for label in labels) == PROVINCES[province]


def test_shanghai_signs_before_the_vote_and_files_after_the_word() -> None:
    said = rulings(rules_of("上海"))
    assert said["答复期限"] == "15日内"
    assert "表决前" in (said["签字程序"] or "")
    assert "书面告知" in (said["报送起算"] or "")


def test_a_contract_of_zhejiang_is_drafted_with_its_numbers(ledger: Ledger, tmp_path: Path) -> None:
    records.save(ledger, "enterprise", {"name": "江州纺织", "province": "浙江"})
    records.save(ledger, "negotiation", {"name": "专项合同", "offered_on": "2026-11-02"})
    contract_text.draft_clauses(ledger, 1)
    text = "".join(clause["text"] for clause in lines(ledger, "contract_clause", {}))
    assert "期满前90日内" in text
    assert "全体职工代表过半数" in text
    assert "一式五份" in text
    assert "{" not in text
    letter, _ = printed(ledger, tmp_path, "HT-05")
    assert "起10个工作日内书面答复" in letter
    urged, _ = printed(ledger, tmp_path, "HT-20")
    assert "答复期限至2026年11月16日届满" in urged  # ten working days after Monday the 2nd


def test_what_the_unit_has_checked_itself_stands_in_its_contract(ledger: Ledger) -> None:
    own = {"parameter": "filing_copies", "value": "4", "source": "区人社局通知", "checked_on": "2026-10-08"}
    records.save(ledger, "rule_override", own)
    records.save(ledger, "negotiation", {"name": "专项合同"})
    contract_text.draft_clauses(ledger, 1)
    assert any("一式四份" in clause["text"] for clause in lines(ledger, "contract_clause", {}))
