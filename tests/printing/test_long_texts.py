"""Text that its place cannot hold: shortened in a list and whole behind it, carried on in a form, told on one page."""

from __future__ import annotations

import io
import re
from datetime import date

import openpyxl
import pypdfium2
from openpyxl.styles import Font

from desktop_app.printing.fill import FormData, fill
from desktop_app.printing.form import shipped_forms
from desktop_app.printing.one_page import too_full
from desktop_app.printing.paint import paint
from desktop_app.printing.template import Template
from desktop_app.printing.workbook import save
from tests.printing.templates import one_cell, page

REMARK = "".join(f"第{number}句：独自抚养子女，老人常年患病。" for number in range(1, 24))
FORMS = {form.code: form for form in shipped_forms()}


def template(code):
    return Template.load(FORMS[code].template_path)


def pages(workbook):
    """The text of each page, white space left out."""
    paint(workbook, pdf := io.BytesIO(), title="表", author="工会")
    with pypdfium2.PdfDocument(pdf.getvalue()) as document:
        return [re.sub(r"\s", "", each.get_textpage().get_text_bounded()) for each in document]


def roster(count, *remarked):
    rows = [{"姓名": f"王小丽{n}", "备注": REMARK if n in remarked else "无"} for n in range(1, count + 1)]
    return fill(template("ZZ-14"), FormData({"单位.名称": "金梭纺织"}, {"女职工": rows}), min_rows={"女职工": 15})


def test_a_long_remark_is_begun_in_its_line_and_whole_on_the_page_behind():
    workbook = roster(15, 4, 12)
    found = pages(workbook)
    assert len(found) == 3
    assert all(name in "".join(found[:2]) for name in ("王小丽1", "王小丽15"))
    assert all(f"…（见附页{number}）" in found[0] for number in (1, 2))
    assert found[2].startswith("附页编号所在栏全文1第4行王小丽4备注第1句")
    assert found[2].count(REMARK) == 2
    save(workbook, xlsx := io.BytesIO())
    behind = openpyxl.load_workbook(xlsx)["附页"]
    assert [cell.value for cell in behind[4]] == [2, "第 12 行 王小丽12 备注", REMARK]
    assert behind["C4"].data_type == "s"


def test_a_remark_of_some_lines_stays_where_it_is():
    workbook = fill(template("ZZ-14"), FormData({}, {"女职工": [{"部门": REMARK[:60]}]}))
    assert workbook.sheetnames == ["女职工花名册"]
    assert REMARK[:60] in pages(workbook)[0]


def test_a_story_in_a_form_begins_beneath_its_title(tmp_path):
    """Not on the second page, leaving the first with the title and nothing else."""
    path = one_cell(tmp_path / "t.xlsx", "{{甲}}", width=80)
    book = openpyxl.load_workbook(path)
    sheet = book.active
    sheet.insert_rows(1)
    sheet["A1"], sheet.row_dimensions[1].height = "事迹材料", 300
    sheet["A1"].font = Font(name="方正小标宋简体", sz=20)
    page(sheet, "A1:B3")
    book.save(path)
    found = pages(fill(Template.load(path), FormData({"甲": REMARK * 10})))
    assert len(found) == 2
    assert REMARK[:40] in found[0]
    assert "事迹材料（续）" in found[1]
    assert REMARK[-40:] in found[1]


def test_later_pages_of_a_form_say_whose_they_are_in_both_files():
    records = {"会议议题": [{"议题": "甲"}] * 12, "决议事项": [{"事项": "乙"}] * 12}
    workbook = fill(template("ZZ-10"), FormData({}, records))
    found = pages(workbook)
    assert ["女职工委员会会议记录表（续）" in text for text in found] == [False, True]
    save(workbook, xlsx := io.BytesIO())
    heading = openpyxl.load_workbook(xlsx).active.HeaderFooter
    assert (heading.oddHeader.center.text, heading.firstHeader.center.text) == ("女职工委员会会议记录表（续）", None)
    assert heading.firstFooter.center.text == heading.oddFooter.center.text


def test_a_form_of_one_page_says_what_to_shorten():
    for code, longest in (("HT-11", "主要议题"), ("ZZ-09", "地址")):
        name = next(name for name in template(code).names() if name.endswith(f".{longest}"))
        for text, told in ((REMARK[:60], False), (REMARK * 8, True)):
            data = FormData({name: text})
            sentence = too_full(fill(template(code), data), template(code), data)
            assert bool(sentence) == told
            assert not told or f"“{longest}”" in sentence


def test_blank_rows_are_those_of_the_main_list():
    for code, names in (("BR-07", ("月度", "哺乳室列表")), ("ZZ-10", ("决议事项", "会议议题"))):
        form, data = FORMS[code], FormData({}, dict.fromkeys(names, ()))
        heights = {
            rows: fill(template(code), data, blank_rows=rows, min_rows=form.min_rows, main=form.data).active.max_row
            for rows in (6, 14)
        }
        assert heights[14] - heights[6] in (8, 9), code  # or one more: the head on the second page
    two = FormData({}, {"职工方代表": (), "企业方代表": ()})
    rows = [fill(template("HT-02"), two, blank_rows=n, main="协商代表").active.max_row for n in (8, 12)]
    assert rows[1] - rows[0] == 4  # two lists, neither of which is main, share them


def test_room_for_the_pen_on_blank_forms_and_in_half_known_periods(tmp_path):
    text = "自{{甲.起|yyyy年m月d日}}至{{甲.止|yyyy年m月d日}}"
    path = one_cell(tmp_path / "t.xlsx", text, width=60)
    known = fill(Template.load(path), FormData({"甲.起": date(2026, 3, 8)})).active["A1"].value
    assert known == "自2026年3月8日至　　　　年　　　月　　　日"
    assert fill(Template.load(path), FormData(), blank_rows=1).active["A1"].value.count("　") == 20
    lone = one_cell(tmp_path / "o.xlsx", "{{甲.起|yyyy年m月d日}}")
    assert fill(Template.load(lone), FormData()).active["A1"].value is None
    narrow = one_cell(tmp_path / "n.xlsx", "{{甲.起|yyyy年m月d日}}", width=22)
    assert fill(Template.load(narrow), FormData(), blank_rows=1).active["A1"].value == "　　　年　　月　　日"


def test_a_long_name_is_parted_at_its_dot_rather_than_shrunk():
    rows = [{"姓名": "古丽娜尔·买买提"}, {"姓名": "阿卜杜热合曼·阿卜杜拉"}]
    workbook = fill(template("ZZ-14"), FormData({}, {"女职工": rows}))
    names = [cell for row in workbook.active.iter_rows() for cell in row if "·" in str(cell.value)]
    assert [cell.font.sz >= 9 for cell in names] == [True, True]
    paint(workbook, pdf := io.BytesIO(), title="表", author="工会")
    with pypdfium2.PdfDocument(pdf.getvalue()) as document:
        lines = document[0].get_textpage().get_text_bounded().splitlines()
    assert "古丽娜尔·" in lines


def test_empty_lines_never_cost_another_page():
    form = FORMS["ZZ-10"]
    data = FormData({"会议.发言要点": REMARK}, {"会议议题": [{"议题": "甲"}], "决议事项": [{"事项": "乙"}]})
    padded = fill(template("ZZ-10"), data, min_rows={"会议议题": 9, "决议事项": 9}, main=form.data)
    assert len(pages(padded)) == 1


def test_a_list_pushed_off_its_page_takes_its_head_along():
    data = FormData(
        {"申报.现有条件": REMARK[:420], "申报.建设（提升）内容": REMARK[:420]}, {"申报预算": [{"名称": "隔断"}]}
    )
    first, second, *_ = pages(fill(template("BR-08"), data, min_rows={"申报预算": 10}))
    assert "单价（元）" not in first and second.index("单价（元）") < second.index("隔断")


def test_a_blank_checklist_leaves_room_for_its_date():
    text = pages(fill(template("BR-05"), FormData({}, {"检查表": [{"检查项目": "照明"}]}, for_pen=True)))[0]
    assert "照明" in text and "年月管理员" in text
