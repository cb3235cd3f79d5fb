"""A filled blank form: its answers stand in their cells, and everything the superior drew stays as it was."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image as Picture

from desktop_app.ledger.ledger import Ledger
from desktop_app.services import blank_forms
from tests.printing.recognising.clerks_cards import CARDS
from tests.printing.recognising.clerks_tables import TABLES
from tests.printing.recognising.drawn_forms import BlankForm

ON = date(2026, 11, 22)


def named(name: str) -> BlankForm:
    return next(form for form in CARDS + TABLES if form.name == name)


def filled(ledger: Ledger, path: Path, folder: Path, **said: Any) -> Path:
    return blank_forms.fill_blank(ledger, path, folder, on=ON, outputs=("xlsx",), **said).files[0]


def dressed(path: Path) -> None:
    """What a superior's workbook may hold beside cells."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    stream = io.BytesIO()
    Picture.new("RGB", (60, 30), "red").save(stream, "PNG")
    sheet.add_image(Image(stream), "H1")
    choice = DataValidation(type="list", formula1='"是,否"')
    choice.add("B3")
    sheet.add_data_validation(choice)
    marked = CellIsRule(operator="greaterThan", formula=["0"], fill=PatternFill("solid", bgColor="FFFF00"))
    sheet.conditional_formatting.add("B3:C6", marked)
    sheet.page_setup.orientation, sheet.page_setup.scale = "landscape", 87
    sheet.print_title_rows, sheet.freeze_panes = "1:2", "B3"
    sheet.oddFooter.center.text = "第 &P 页"
    book.create_sheet("填表说明")["A1"] = "由基层工会填写"
    book.save(path)


def drawn(sheet: Worksheet) -> object:
    """All that is no cell."""
    return (
        sorted(str(merge) for merge in sheet.merged_cells.ranges),
        {key: dimension.width for key, dimension in sheet.column_dimensions.items()},
        [(each.formula1, str(each.sqref)) for each in sheet.data_validations.dataValidation],
        [(str(each.sqref), [rule.operator for rule in each.rules]) for each in sheet.conditional_formatting],
        (sheet.page_setup.orientation, sheet.page_setup.scale, sheet.print_title_rows, sheet.print_area),
        (sheet.freeze_panes, sheet.oddFooter.center.text, len(sheet._images)),
    )


@pytest.mark.parametrize("name", ["候选人登记表", "区总年度统计表", "专项合同备案表", "哺乳室月度统计"])
def test_nothing_but_the_answers_changes(name: str, full_ledger: Ledger, tmp_path: Path) -> None:
    form = named(name)
    path = form.draw(tmp_path)
    dressed(path)
    before = openpyxl.load_workbook(path)
    after = openpyxl.load_workbook(filled(full_ledger, path, tmp_path / "出"))
    assert after.sheetnames == before.sheetnames
    assert drawn(after.worksheets[0]) == drawn(before.worksheets[0])
    bound = set(form.answers())
    columns = {re.sub(r"\d", "", cell) for cell, each in form.answers().items() if each.names.startswith("月度.")}
    for place, cell in before.worksheets[0]._cells.items():
        other = after.worksheets[0]._cells[place]
        if cell.coordinate not in bound and re.sub(r"\d", "", cell.coordinate) not in columns:
            assert (other.value, other.font.name, other.border.left.style) == (
                cell.value,
                cell.font.name,
                cell.border.left.style,
            )


def test_printed_months_get_their_own_figures(full_ledger: Ledger, tmp_path: Path) -> None:
    path = named("哺乳室月度统计").draw(tmp_path)
    sheet = openpyxl.load_workbook(filled(full_ledger, path, tmp_path / "出", period="2026-03")).worksheets[0]
    months = {sheet[f"A{row}"].value: sheet[f"C{row}"].value for row in range(5, 18)}
    assert list(months) == [*(f"{month}月" for month in range(1, 13)), "合计"]
    assert months["合计"] == sum(count or 0 for month, count in months.items() if month != "合计") > 0
    assert months["12月"] is None  # still to come
    form = blank_forms.save_as_form(
        full_ledger, blank_forms.recognise(path), title="月表", code="自-1", year=2026, period="month"
    )
    assert form.period == "year"


def test_a_card_is_filled_for_the_member_asked_for(full_ledger: Ledger, tmp_path: Path) -> None:
    path = named("候选人登记表").draw(tmp_path)
    first = openpyxl.load_workbook(filled(full_ledger, path, tmp_path / "一")).worksheets[0]
    second = openpyxl.load_workbook(filled(full_ledger, path, tmp_path / "二", about=2)).worksheets[0]
    assert first["B2"].value and second["B2"].value
    assert first["B2"].value != second["B2"].value
