"""Where pages end: a seal's box stays whole, and a list that goes on to another page has its head there too."""

from __future__ import annotations

import io

import pytest

from desktop_app.printing.fill import FormData, fill
from desktop_app.printing.look import Looks
from desktop_app.printing.sheet import Layout
from desktop_app.printing.template import Template
from desktop_app.printing.workbook import save
from tests.printing.test_long_texts import FORMS, REMARK, pages


def filled(code, data, rows=None):
    form = FORMS[code]
    return fill(Template.load(form.template_path), data, blank_rows=rows, min_rows=form.min_rows, main=form.data)


@pytest.mark.parametrize("lines", range(6, 18))
def test_a_seal_box_is_on_one_page(lines):
    paper = pages(filled("HT-02", FormData({}, {"职工方代表": (), "企业方代表": ()}), lines))
    sealed = [page for page in paper if "企业（盖章）" in page]
    assert len(sealed) == 1
    assert "法定代表人（签字）" in sealed[0]


@pytest.mark.parametrize("length", [0, 300, 600, 900])
def test_an_opinion_and_its_signature_stay_together_after_a_long_text(length):
    data = FormData({"本人.个人简历": (REMARK * 3)[:length], "本人.主要工作业绩": (REMARK * 3)[:length]})
    [sealed] = [page for page in pages(filled("ZZ-07", data)) if "单位工会意见" in page]
    assert "负责人（签字）" in sealed


@pytest.mark.parametrize(
    "code, lists, head",
    [
        ("HT-07", ("列入议题",), "序号议题职工方意见企业方意见协商结果约定条款"),
        ("ZZ-10", ("会议议题", "决议事项"), "序号事项责任人完成时限落实情况"),
    ],
)
@pytest.mark.parametrize("lines", [12, 30])
def test_a_list_without_title_rows_has_its_head_on_every_page(code, lists, head, lines):
    workbook = filled(code, FormData({}, dict.fromkeys(lists, ())), lines)
    paper = pages(workbook)
    assert len(paper) > 1
    assert all(head in page for page in paper)
    numbers = [cell.value for cell in workbook.active["A"] if str(cell.value).isdigit()]
    assert numbers[-lines:] == list(range(1, lines + 1))
    saved = io.BytesIO()
    save(workbook, saved)
    layout = Layout(workbook.active, Looks(workbook))
    heads = [page.first_row for page in layout.pages()[1:]]
    assert all(layout.breaks_before(row) for row in heads)


def test_a_register_of_many_pages_repeats_the_head_itself():
    sheet = filled("HT-07", FormData({}, {"列入议题": ()}), 120).active
    head = next(cell.row for cell in sheet["A"] if cell.value == "序号")
    assert sheet.print_title_rows == f"${head}:${head}"
    assert [cell.value for cell in sheet["A"]].count("序号") == 1
