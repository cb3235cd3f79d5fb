"""The words of a letter: the ledger's own, then the officer's, on paper, in Word and in what is handed in."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from desktop_app.errors import FormRefused
from desktop_app.ledger.ledger import Ledger
from desktop_app.services import forms, records
from desktop_app.services.comparing import compare
from desktop_app.services.letters import change_text, letter_text
from desktop_app.services.recipients import recipient_named
from desktop_app.services.submissions import submit, take_out

ON = date(2026, 11, 22)


def words(path: Path) -> str:
    if path.suffix == ".docx":
        document = Document(str(path))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "".join([paragraph.text for paragraph in document.paragraphs] + cells).replace(" ", "")
    with pypdfium2.PdfDocument(path) as document:
        text = "".join(page.get_textpage().get_text_bounded() for page in document)
    return "".join(text.split())


def test_her_words_are_on_every_paper_until_she_takes_them_back(full_ledger: Ledger, tmp_path: Path) -> None:
    letter = forms.form("HT-05")
    before = letter_text(full_ledger, letter, on=ON)
    assert not before.is_changed and "{{" not in before.text
    hers = before.text.replace("协商要约书", "协商要约书（修改稿）", 1) + "\n此外，请一并提供近三年妇科检查的安排。\n"
    change_text(full_ledger, letter, hers, on=ON)
    [usual] = [record_id for record_id, _ in forms.subjects(full_ledger, letter)][:1]
    for path in forms.produce(full_ledger, letter, tmp_path / "改后", on=ON, about=usual):
        assert "请一并提供近三年妇科检查的安排" in words(path)
    records.save(full_ledger, "enterprise", {"name": "江南金梭新材料有限公司"}, 1)
    assert "新材料" not in letter_text(full_ledger, letter, on=ON).text  # hers stand until she says otherwise
    made = submit(full_ledger, letter, on=ON)
    change_text(full_ledger, letter, "", on=ON)
    assert not letter_text(full_ledger, letter, on=ON).is_changed
    assert "新材料" in letter_text(full_ledger, letter, on=ON).text
    assert all("请一并提供近三年" in words(path) for path in take_out(full_ledger, made, tmp_path / "报送"))
    told = compare(full_ledger, letter, on=ON)
    assert told and any(each.where == "正文" and "近三年妇科检查" in each.then for each in told.differences)


def test_her_words_show_a_receiver_no_more_than_the_ledgers_would(full_ledger: Ledger, tmp_path: Path) -> None:
    """A number typed or kept in a changed text is masked as the same number from the ledger is."""
    letter = forms.form("HT-04")
    whole = letter_text(full_ledger, letter, on=ON).text
    [number] = set(re.findall(r"\d{17}[\dX]", whole)[:1])
    change_text(full_ledger, letter, whole + "\n手机13912345678，已核对。\n", on=ON)
    partly = {"name": "职代会", "id_mask": "部分隐去", "phone_mask": "不印", "outputs": "PDF、Word"}
    records.save(full_ledger, "recipient", partly)
    receiver = recipient_named(full_ledger, "职代会")
    for path in forms.produce(full_ledger, letter, tmp_path / "职代会", on=ON, recipient=receiver):
        assert number not in words(path) and number[:3] + "*" * 11 + number[-4:] in words(path)
        assert "13912345678" not in words(path) and "已核对" in words(path)


def test_words_belong_to_one_letter(full_ledger: Ledger) -> None:
    """Changing the report leaves the request, another wording of the same form, as it was."""
    report, request = (forms.form("ZZ-03").as_variant(name) for name in ("报告", "请示"))
    change_text(full_ledger, report, "# 我的报告\n没有别的。", on=ON)
    assert letter_text(full_ledger, report, on=ON).is_changed
    assert not letter_text(full_ledger, request, on=ON).is_changed


def test_a_wording_there_is_not_is_refused(full_ledger: Ledger) -> None:
    with pytest.raises(FormRefused, match="没有“函”这一种写法"):
        forms.form("ZZ-03").as_variant("函")


def test_a_character_no_font_has_stops_the_letter(full_ledger: Ledger, tmp_path: Path) -> None:
    records.save(full_ledger, "enterprise", {"name": "江南\U0003abcd公司"}, 1)
    with pytest.raises(FormRefused, match="单位的名称"):
        forms.produce(full_ledger, forms.form("HT-05"), tmp_path / "出表", on=ON)
    assert not list((tmp_path / "出表").glob("*"))
