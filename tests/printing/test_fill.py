"""A template and its data become one workbook, the values as what they are."""

from __future__ import annotations

import io
import string
import zipfile
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.errors import FileRefused, FormRefused
from desktop_app.printing.fill import Code, FormData, fill
from desktop_app.printing.template import Template
from desktop_app.printing.workbook import save
from tests.printing.templates import data, one_cell, roster

ASCII = string.ascii_letters + string.digits + string.punctuation + " "


def saved(workbook):
    """The workbook as an office program reads it from its file."""
    stream = io.BytesIO()
    save(workbook, stream, author="江州纺织工会")
    return openpyxl.load_workbook(stream), stream.getvalue()


def filled(tmp_path, text, value, name="甲"):
    workbook = fill(Template.load(one_cell(tmp_path / "t.xlsx", text)), FormData({name: value}))
    return saved(workbook)[0].active["A1"]


def test_everything_beneath_a_repeating_row_moves_along(tmp_path):
    sheet = saved(fill(Template.load(roster(tmp_path / "t.xlsx")), data(7)))[0].active
    assert [sheet.cell(row, 2).value for row in (4, 5, 10)] == ["王秀芳", "李英燕", "李秀玲"]
    assert [sheet.cell(row, 1).value for row in range(4, 11)] == list(range(1, 8))
    assert sheet["A11"].value == "负责人：张敏芳"
    assert {str(merge) for merge in sheet.merged_cells.ranges} == {"A1:F1", "A11:C11"}
    assert sheet.row_dimensions[5].height == 24
    assert sheet.row_dimensions[11].height == 30
    assert str(sheet.data_validations.dataValidation[0].sqref) == "E4:E10"
    assert [str(each.sqref) for each in sheet.conditional_formatting] == ["A11"]
    assert sheet.print_area == "'花名册'!$A$1:$F$11"
    assert sheet["D10"].border.left.style == "thin"


def test_lines_already_drawn_are_used_before_new_ones(tmp_path):
    template = Template.load(roster(tmp_path / "t.xlsx", spare=6))
    few, many = fill(template, data(3)).active, fill(template, data(9)).active
    assert (few["A11"].value, many["A13"].value) == ("负责人：张敏芳", "负责人：张敏芳")
    assert few["B7"].value is None
    assert many["B12"].value == "刘丽芳"
    assert few["D9"].number_format == "@"  # an empty line keeps the next ID's digits too


def test_a_side_label_stretches_and_a_second_list_beneath_moves(tmp_path):
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for place, text in {"A1": "成员", "B1": "姓名", "B2": "{{委员.姓名}}", "A3": "备注", "B5": "{{子女.姓名}}"}.items():
        sheet[place] = text
    sheet.merge_cells("A1:A2")
    sheet.merge_cells("A3:B4")
    workbook.save(tmp_path / "t.xlsx")
    lists = {"委员": [{"姓名": "甲"}, {"姓名": "乙"}, {"姓名": "丙"}], "子女": [{"姓名": "丁"}, {"姓名": "戊"}]}
    sheet = fill(Template.load(tmp_path / "t.xlsx"), FormData({}, lists)).active
    assert {str(merge) for merge in sheet.merged_cells.ranges} == {"A1:A4", "A5:B6"}
    assert [sheet.cell(row, 2).value for row in (2, 3, 4, 7, 8)] == ["甲", "乙", "丙", "丁", "戊"]


def test_blank_form_keeps_words_boxes_and_room_for_a_date(tmp_path):
    sheet = fill(Template.load(roster(tmp_path / "t.xlsx")), data(3), blank_rows=10).active
    assert sheet["A2"].value == "填报单位（盖章）："
    assert sheet["E14"].value == "填表日期：　　　　年　　　月　　　日"
    assert [sheet.cell(row, 1).value for row in (4, 13)] == [1, 10]
    assert sheet["B4"].value is None
    assert sheet["D13"].number_format == "@"


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("{{甲|□}}签订", True, "☑签订"),
        ("{{甲|□}}签订", None, "□签订"),
        ("{{甲|□专职}} {{甲|□兼职}}", "兼职", "□专职 ☑兼职"),
        ("{{甲|是/否}}", False, "否"),
        ("{{甲}}", True, "是"),
        ("{{甲|√}}", True, "√"),
        ("于{{甲|yyyy年m月d日}}签订", date(2026, 3, 8), "于2026年3月8日签订"),
        ("共{{甲|0.00}}元", Decimal("12.005"), "共12.01元"),
        ("{{甲}}", ("产假", "哺乳"), "产假、哺乳"),
        ("{{乙}}", "不问", None),
        ("{{''.__class__}}{{甲}}", "值", "{{''.__class__}}值"),
        ("{{甲}}", "{{乙}}", "{{乙}}"),
    ],
)
def test_what_a_placeholder_prints(tmp_path, text, value, shown):
    assert filled(tmp_path, text, value).value == shown


def test_numbers_and_dates_stay_what_they_are(tmp_path):
    when = filled(tmp_path, "{{甲|yyyy年m月d日}}", date(2026, 3, 8))
    assert (when.value.date(), when.number_format) == (date(2026, 3, 8), 'yyyy"年"m"月"d"日"')
    assert filled(tmp_path, "{{甲|0.00}}", Decimal("12.5")).value == 12.5
    code = filled(tmp_path, "{{甲}}", Code("320102197001010000"))
    assert (code.value, code.data_type, code.number_format) == ("320102197001010000", "s", "@")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.builds(str.__add__, st.sampled_from("=+-@\t"), st.text(ASCII + "职工（）\n", max_size=30)))
def test_text_of_a_user_never_becomes_a_formula(tmp_path, text):
    workbook = fill(Template.load(one_cell(tmp_path / "t.xlsx", "{{甲}}")), FormData({"甲": text}))
    book, content = saved(workbook)
    assert book.active["A1"].quotePrefix
    assert b"<f>" not in zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml")


def test_unprintable_characters_go_and_endless_text_is_refused(tmp_path):
    assert filled(tmp_path, "{{甲}}", "甲\x07\ufffe乙\r\n丙").value == "甲乙\n丙"
    with pytest.raises(FormRefused, match="40000"):
        filled(tmp_path, "{{甲}}", "长" * 40_000)


def test_rows_grow_then_type_shrinks_then_text_goes_on_beneath(tmp_path):
    template = Template.load(one_cell(tmp_path / "t.xlsx", "{{甲}}"))
    grown = fill(template, FormData({"甲": "职工" * 40})).active
    assert grown.row_dimensions[1].height > 100
    assert grown["A1"].font.sz == 11
    story = "".join(f"第{number}条内容。" for number in range(600))
    sheet = fill(template, FormData({"甲": story})).active
    texts = [sheet.cell(row, 1).value for row in range(1, 30)]
    assert sheet["A1"].font.sz == 7
    assert "".join(texts[: texts.index("以下空白")]) == story
    assert all((sheet.row_dimensions[row].height or 0) <= 409.5 for row in range(1, 30))


def test_a_fixed_box_shrinks_its_text_before_it_grows(tmp_path):
    template = Template.load(one_cell(tmp_path / "t.xlsx", "{{甲}}", rows=3))
    shrunk = fill(template, FormData({"甲": "职工" * 22})).active
    assert 7 <= shrunk["A1"].font.sz < 11
    assert shrunk.row_dimensions[3].height == 20.25
    grown = fill(template, FormData({"甲": "职工" * 120})).active
    assert grown["A1"].font.sz == 7
    assert grown.row_dimensions[3].height > 60


def test_same_data_same_bytes_and_nobody_named(tmp_path):
    template = Template.load(roster(tmp_path / "t.xlsx"))
    first, second = saved(fill(template, data(3))), saved(fill(template, data(3)))
    assert first[1] == second[1]
    assert (first[0].properties.creator, first[0].properties.lastModifiedBy) == ("江州纺织工会", "江州纺织工会")


def test_a_target_that_cannot_be_written_is_named_and_left_alone(tmp_path):
    (tmp_path / "表.xlsx").mkdir()  # as unwritable as a file that WPS holds open
    with pytest.raises(FileRefused, match="表"):
        save(openpyxl.Workbook(), tmp_path / "表.xlsx")
    assert [path.name for path in tmp_path.iterdir()] == ["表.xlsx"]


def test_a_template_with_a_formula_is_refused_with_its_cell(tmp_path):
    with pytest.raises(FormRefused, match="A1"):
        Template.load(one_cell(tmp_path / "t.xlsx", "=SUM(B1:B2)"))
