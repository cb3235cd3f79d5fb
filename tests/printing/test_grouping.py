"""Equal cells beneath each other become one where the template asks for it, and only there."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from desktop_app.printing.fill import FormData, fill
from desktop_app.printing.template import Template
from tests.printing.templates import page, write

ROWS = [("统一", "三星"), ("统一", "三星"), ("硬件", "三星"), ("硬件", "四星"), ("硬件", "四星"), ("服务", "四星")]


@pytest.fixture
def template(tmp_path: Path) -> Template:
    workbook = Workbook()
    sheet = workbook.active
    for letter, head, name in zip("ABC", ("项目", "星级", "内容"), ("项目|合并", "星级|合并", "内容"), strict=True):
        write(sheet, f"{letter}1", head)
        write(sheet, f"{letter}2", f"{{{{条件.{name}}}}}")
        write(sheet, f"{letter}3", None)
        write(sheet, f"{letter}4", None)
    write(sheet, "A5", "合计")
    page(sheet, "A1:C5")
    path = tmp_path / "分组.xlsx"
    workbook.save(path)
    return Template.load(path)


def merges(template: Template, rows: list[tuple[str | None, str | None]], least: int = 0) -> set[str]:
    records = [{"项目": part, "星级": star, "内容": "同一句话"} for part, star in rows]
    sheet = fill(template, FormData(lists={"条件": records}), min_rows={"条件": least}).worksheets[0]
    assert [row[2].value for row in sheet.iter_rows(min_row=2, max_row=1 + len(rows))] == ["同一句话"] * len(rows)
    return {str(merge) for merge in sheet.merged_cells.ranges}


def test_groups_end_where_a_group_further_left_ends(template: Template):
    assert merges(template, ROWS) == {"A2:A3", "B2:B3", "A4:A6", "B5:B6"}


def test_empty_cells_are_not_grouped(template: Template):
    assert merges(template, [("统一", "三星")], least=6) == set()
    assert merges(template, [(None, "三星"), (None, "三星")], least=6) == {"B2:B3"}


def test_the_first_cell_keeps_the_words_and_the_frame(template: Template):
    records = [{"项目": part, "星级": star, "内容": ""} for part, star in ROWS]
    sheet = fill(template, FormData(lists={"条件": records})).worksheets[0]
    assert [sheet[f"A{row}"].value for row in range(2, 8)] == ["统一", None, "硬件", None, None, "服务"]
    assert sheet["A4"].border.bottom.style == sheet["A6"].border.bottom.style == "thin"
    assert sheet["A8"].value == "合计"
