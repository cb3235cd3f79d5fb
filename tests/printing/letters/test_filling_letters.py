"""Names become text that stays text, whatever the values are."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.errors import FileRefused, FormRefused
from desktop_app.printing.fill import FormData
from desktop_app.printing.letters.filling import fill_letter
from desktop_app.printing.letters.grammar import Kind, read_letter
from desktop_app.printing.letters.template import LetterTemplate

PEOPLE = [
    {"姓名": "周明霞", "职务": "主任", "出生": date(1980, 5, 6)},
    {"姓名": "李兰", "职务": "副主任", "出生": None},
    {"姓名": "欧阳丽华", "职务": "", "出生": date(1985, 11, 20)},
]


def filled(tmp_path, text, singles=None, lists=None, **options):
    path = tmp_path / "letter.md"
    path.write_text(text, "utf-8")
    data = FormData(singles or {}, {"委员": PEOPLE} if lists is None else lists)
    return fill_letter(LetterTemplate.load(path), data, **options).rstrip("\n")


class TestFilling:
    def test_names_dates_amounts_and_joined_names(self, tmp_path):
        text = "于{{届次.起}}（{{届次.起|yyyy年m月}}）支出{{合同.金额|大写}}，委员：{{委员.姓名|、}}。"
        singles = {"届次.起": date(2026, 3, 8), "合同.金额": Decimal("12000")}
        assert filled(tmp_path, text, singles) == (
            "于2026年3月8日（2026年3月）支出人民币壹万贰仟元整，委员：周明霞、李兰、欧阳丽华。"
        )

    def test_a_line_with_a_list_repeats_and_neighbours_repeat_together(self, tmp_path):
        text = "### {{委员.#}}. {{委员.姓名}}\n任{{委员.职务}}\n\n{{委员.姓名|姓名}}"
        assert filled(tmp_path, text).splitlines() == [
            *("### 1. 周明霞", "任主任", "### 2. 李兰", "任副主任", "### 3. 欧阳丽华", "任＿＿＿＿"),
            *("", "周明霞", "李　兰", "欧阳丽华"),
        ]

    def test_what_is_missing_is_a_place_to_write_and_in_a_table_an_empty_cell(self, tmp_path):
        text = "{{单位.甲}}于{{单位.乙|yyyy年m月d日}}\n| {{委员.#}} | {{委员.姓名}} | {{委员.出生}} |"
        assert filled(tmp_path, text).splitlines() == [
            *("＿＿＿＿于＿＿年＿月＿日", "| 1 | 周明霞 | 1980年5月6日 |", "| 2 | 李兰 |  |"),
            "| 3 | 欧阳丽华 | 1985年11月20日 |",
        ]
        blank = filled(tmp_path, text, {}, blank=True, blank_rows=2).splitlines()
        assert blank == ["＿＿＿＿于＿＿年＿月＿日", "| 1 |  |  |", "| 2 |  |  |"]

    def test_a_table_without_records_keeps_a_row_and_a_paragraph_goes(self, tmp_path):
        assert filled(tmp_path, "{{委员.姓名}}\n\n| {{委员.姓名}} |", lists={"委员": ()}).strip() == "|  |"

    def test_an_optional_line_goes_when_a_name_has_no_value(self, tmp_path):
        text = "？【文号】{{单位.号}}\n？{{委员.姓名}}：{{委员.职务}}"
        assert filled(tmp_path, text) == "周明霞：主任\n李兰：副主任"
        assert filled(tmp_path, text, {"单位.号": "5号"}).startswith("【文号】5号\n")

    def test_a_value_with_line_breaks_becomes_paragraphs_and_lines_in_a_cell(self, tmp_path):
        text = filled(tmp_path, "【附件】{{甲}}\n{{甲}}\n| {{甲}} |", {"甲": "一\n\n二"})
        assert text.splitlines() == ["【附件】一", "【附件】二", "一", "二", "| 一\\n二 |"]
        assert read_letter(text)[-1].rows == (("一\n二",),)

    @settings(max_examples=150, deadline=None)
    @given(value=st.text(st.sampled_from("#【】|？\\n主送 甲{}\n－-:"), min_size=1, max_size=12))
    def test_no_value_ever_becomes_structure(self, value, tmp_path_factory):
        folder = tmp_path_factory.mktemp("letter")
        template = "{{甲}}\n【主送】{{甲}}\n# {{甲}}\n| {{甲}} | 乙 |"
        parts = read_letter(filled(folder, template, {"甲": value}))
        kinds = {Kind.BODY, Kind.RECIPIENT, Kind.TITLE, Kind.TABLE}
        assert {part.kind for part in parts} <= kinds
        wanted = [line.strip() for line in value.split("\n") if line.strip()] or ["＿＿＿＿"]
        assert [part.text for part in parts if part.kind is Kind.BODY] == wanted
        assert len(parts[-1].rows[0]) == 2

    def test_an_unknown_mark_and_a_text_of_another_encoding_are_refused(self, tmp_path):
        with pytest.raises(FormRefused, match="抄送人"):
            filled(tmp_path, "【抄送人】某某")
        assert filled(tmp_path, "\\【抄送人】某某") == "\\【抄送人】某某"
        (tmp_path / "gbk.md").write_bytes("请示".encode("gb18030"))
        with pytest.raises(FileRefused, match="UTF-8"):
            LetterTemplate.load(tmp_path / "gbk.md")
