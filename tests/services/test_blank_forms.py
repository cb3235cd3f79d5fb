"""A superior's blank form, filled from a ledger, kept as the officer's own form, and refused when it is no form."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop_app.cli import main
from desktop_app.errors import FileRefused, FormRefused
from desktop_app.ledger.ledger import Ledger
from desktop_app.records.registry import record_type
from desktop_app.services import blank_forms, forms
from tests.printing.recognising.superiors_forms import CARD, MEMBERS, ORGANISATION, REGISTER

ON = date(2026, 11, 22)


def put(ledger: Ledger, kind: str, *rows: dict[str, Any]) -> list[int]:
    with ledger.writing("试验") as writing:
        return writing.insert(record_type(kind), rows)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    put(ledger, "enterprise", {"name": "江南金梭纺织有限公司", "short_name": "金梭纺织", "category": "私营企业"})
    put(ledger, "union_committee", {"name": "金梭纺织工会", "contact": "周敏", "contact_phone": "13900000102"})
    put(
        ledger,
        "headcount_snapshot",
        {"counted_on": date(2026, 6, 30), "employee_count": 420, "woman_worker_count": 261, "woman_member_count": 250},
    )
    [term] = put(
        ledger,
        "committee_term",
        {"number": 5, "form": "女职工委员会", "starts_on": date(2025, 6, 10), "ends_on": date(2030, 6, 9)},
    )
    people = put(
        ledger,
        "person",
        {"name": "曾雪梅", "born_on": date(1980, 10, 2), "phone": "13900000201", "union_post": "副主席"},
        *({"name": f"委员{number}", "born_on": date(1985, number, 1)} for number in range(1, 4)),
    )
    posts = ("主任", "副主任", "委员", "委员")
    members = [
        {"term_id": term, "person_id": who, "post": post, "work_mode": "兼职"}
        for who, post in zip(people, posts, strict=True)
    ]
    put(ledger, "committee_member", *members)
    put(
        ledger,
        "negotiation",
        {
            "name": "专项集体合同",
            "occasion": "续订",
            "signed_on": date(2026, 6, 1),
            "starts_on": date(2026, 6, 5),
            "ends_on": date(2028, 6, 4),
            "covered_woman_count": 261,
        },
    )
    return ledger


def values(path: Path) -> dict[str, Any]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return {cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None}


def words(path: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def test_a_card_comes_back_filled_in_both_files(filled: Ledger, tmp_path: Path) -> None:
    done = blank_forms.fill_blank(filled, ORGANISATION.draw(tmp_path), tmp_path / "出", on=ON)
    pdf, xlsx = done.files
    assert xlsx.name == "金梭纺织_基层工会女职工组织情况登记表_2026年.xlsx"
    shown = values(xlsx)
    assert {cell: shown.get(cell) for cell in ("A2", "B4", "B6", "D6", "F6", "B7", "B8", "F8")} == {
        "A2": "填报单位（盖章）：江南金梭纺织有限公司",
        "B4": 420,
        "B6": "曾雪梅",
        "D6": "是",
        "F6": "13900000201",
        "B7": 4,
        "B8": "是",
        "F8": 261,
    }
    assert shown["D8"] == "2026年6月5日至2028年6月4日"
    assert "曾雪梅" in words(pdf) and "上级工会意见" in words(pdf)
    assert [(each.label, each.by_hand) for each in done.unmatched] == [("上级工会意见", True)]
    assert {each.name: each.value for each in done.bound}["人数.女职工数"] == 261


def test_a_roster_keeps_its_lines_and_printed_numbers(filled: Ledger, tmp_path: Path) -> None:
    done = blank_forms.fill_blank(filled, MEMBERS.draw(tmp_path), tmp_path, on=ON, outputs=("xlsx",))
    shown = values(done.files[0])
    assert [shown.get(f"B{row}") for row in range(4, 11)] == ["曾雪梅", "委员1", "委员2", "委员3", None, None, None]
    assert [shown[f"A{row}"] for row in range(4, 11)] == [1, 2, 3, 4, 5, 6, 7]
    assert shown["A11"].startswith("负责人：")
    assert next(each.value for each in done.bound if each.name == "委员.姓名") == ["曾雪梅", "委员1", "委员2", "委员3"]


def test_boxes_are_ticked_and_printed_words_stay(filled: Ledger, tmp_path: Path) -> None:
    shown = values(blank_forms.fill_blank(filled, CARD.draw(tmp_path), tmp_path, on=ON, outputs=("xlsx",)).files[0])
    assert shown["B13"] == "是☑  否□"
    assert shown["E15"] == "①首次签订 √②续签 ③变更"
    assert shown["B3"].startswith("□国有企业 □集体企业 ☑私营企业") and shown["B3"].endswith("□其他")
    assert shown["C11"] == "420人"


def test_a_superiors_formula_stays_in_the_workbook_and_off_the_paper(filled: Ledger, tmp_path: Path) -> None:
    path = REGISTER.draw(tmp_path)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A13"] = "=SUM(G5:G10)"
    book.save(path)
    pdf, xlsx = blank_forms.fill_blank(filled, path, tmp_path / "出", on=ON).files
    assert values(xlsx)["A13"] == "=SUM(G5:G10)"
    assert "SUM" not in words(pdf)
    assert openpyxl.load_workbook(xlsx).worksheets[0].print_area == ""


def test_her_corrections_are_what_is_filled(filled: Ledger, tmp_path: Path) -> None:
    path = ORGANISATION.draw(tmp_path)
    proposal = blank_forms.recognise(path)
    kept = [each for each in proposal.bindings if each.cell != "B6"]
    mine = blank_forms.Binding("Sheet1", "B10", "{{工会.联系人}}", "上级工会意见")
    done = blank_forms.fill_blank(filled, path, tmp_path, on=ON, bindings=[*kept, mine], outputs=("xlsx",))
    shown = values(done.files[0])
    assert (shown.get("B6"), shown["B10"]) == (None, "周敏")
    assert done.unmatched == []
    corrected = proposal.with_bindings([*kept, mine])
    assert blank_forms.preview(filled, corrected, on=ON).startswith(b"%PDF")
    wrong = blank_forms.Binding("Sheet1", "B6", "{{主任.星座}}", "")
    with pytest.raises(FormRefused, match=r"主任\.星座"):
        blank_forms.fill_blank(filled, path, tmp_path, on=ON, bindings=[wrong])


def test_a_recognised_form_is_kept_and_used_again_next_year(filled: Ledger, tmp_path: Path) -> None:
    proposal = blank_forms.recognise(ORGANISATION.draw(tmp_path))
    code = blank_forms.next_code(filled, 2026)
    kept = blank_forms.save_as_form(filled, proposal, title="区总登记表", code=code, year=2026)
    assert (code, kept.title, kept.source) == ("自-2026-01", "区总登记表", "上级下发（2026年）")
    assert blank_forms.own_forms(filled) == [kept]
    assert forms.form(code, filled) == kept  # it stands among the standard forms
    made = forms.produce(filled, kept, tmp_path / "明年", on=date(2027, 11, 22), outputs=("pdf", "xlsx"))
    assert values(made[1])["B6"] == "曾雪梅"
    assert blank_forms.next_code(filled, 2026) == "自-2026-02"
    with pytest.raises(FormRefused, match="已有"):
        blank_forms.save_as_form(filled, proposal, title="另一张", code=code, year=2026)
    with pytest.raises(FormRefused, match="表号"):
        blank_forms.save_as_form(filled, proposal, title="另一张", code="../x", year=2026)


def _zip(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("_", "/"), content)
    return stream.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        "这不是表格".encode(),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        b"PK\x03\x04broken",
        _zip(word_document=b"<w/>"),
        _zip(**{"xl_workbook.xml": b"<x/>", "[Content]": b"\0" * 60_000_000}),
    ],
    ids=["空", "文本改名", "旧格式或加密", "残缺", "Word 改名", "压缩炸弹"],
)
def test_what_is_no_blank_form_is_refused_in_a_sentence(content: bytes, filled: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    path.write_bytes(content)
    with pytest.raises(FileRefused) as refusal:
        blank_forms.fill_blank(filled, path, tmp_path / "出", on=ON)
    assert "表.xlsx" in str(refusal.value)
    assert not (tmp_path / "出").exists()


@pytest.mark.parametrize(
    ("part", "said"), [("xl/vbaProject.bin", "宏"), ("xl/externalLinks/externalLink1.xml", "工作簿")]
)
def test_what_would_act_or_reach_out_is_refused(part: str, said: str, filled: Ledger, tmp_path: Path) -> None:
    path = MEMBERS.draw(tmp_path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(part, b"<x/>")
    with pytest.raises(FileRefused, match=said):
        blank_forms.fill_blank(filled, path, tmp_path / "出", on=ON)
    assert not (tmp_path / "出").exists()


def test_the_command_prints_what_it_bound(filled: Ledger, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = MEMBERS.draw(tmp_path)
    filled.close()
    arguments = ["fill", str(filled.path), str(path), "--to", str(tmp_path / "出"), "--on", "2026-11-22", "--json"]
    assert main(arguments) == 0
    said = json.loads(capsys.readouterr().out)
    assert {"cell": "A2", "name": "单位.名称", "value": "江南金梭纺织有限公司"} in said["bound"]
    assert said["unmatched"] == []
    assert [Path(file).suffix for file in said["files"]] == [".pdf", ".xlsx"]
    assert main([*arguments, "--template-only"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert values(Path(said["files"][0]))["B4"] == "{{委员.姓名}}"
    assert main(["fill", str(filled.path), str(tmp_path / "没有.xlsx"), "--to", str(tmp_path)]) == 3


def test_cells_carry_their_sheet_where_there_are_several(
    filled: Ledger, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = MEMBERS.draw(tmp_path)
    book = openpyxl.load_workbook(path)
    book.create_sheet("说明")["A1"] = "填表说明"
    book.save(path)
    filled.close()
    main(["fill", str(filled.path), str(path), "--to", str(tmp_path), "--on", "2026-11-22", "--json"])
    assert json.loads(capsys.readouterr().out)["bound"][0]["cell"] == "Sheet1!A2"
