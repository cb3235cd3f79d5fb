"""A new blank form arrives, due by four: recognised, corrected, printed, handed in, and used again next year."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages

from desktop_app.services import forms, records
from desktop_app.ui.blank_form_board import BlankFormBoard
from desktop_app.ui.hand_in_dialog import HandInDialog
from desktop_app.ui.keep_form_dialog import KeepFormDialog
from desktop_app.ui.pages.forms import FormsPage
from desktop_app.ui.pdf_print import print_pdf
from desktop_app.ui.pdf_view import PdfView
from desktop_app.ui.window import MainWindow


@pytest.fixture
def blank(tmp_path: Path) -> Path:
    """A sheet as a district union might send it, without a single placeholder."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Sheet1"
    sheet["A1"] = "基层女职工工作情况调查表"
    sheet.merge_cells("A1:D1")
    rows = (("单位名称", "", "工会主席", ""), ("职工总数", "", "女职工数", ""), ("经办同志", "", "联系电话", ""))
    box = Border(*[Side("thin")] * 4)
    for row, cells in enumerate(rows, 2):
        for column, text in enumerate(cells, 1):
            cell = sheet.cell(row, column, text or None)
            cell.border = box
    path = tmp_path / "调查表.xlsx"
    book.save(path)
    return path


def page_of(window: MainWindow) -> FormsPage:
    page = window.workspace.page
    assert isinstance(page, FormsPage)
    return page


def push(within: FormsPage | BlankFormBoard | KeepFormDialog | HandInDialog, text: str) -> None:
    next(each for each in within.findChildren(QPushButton) if each.text() == text).click()


def words(pdf: bytes | Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join("".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def test_a_new_blank_form_from_its_arrival_to_next_year(
    window: MainWindow, qtbot: QtBot, messages: FakeMessages, blank: Path, tmp_path: Path
) -> None:
    assert window.context is not None
    ledger = window.context.ledger
    forms.set_values(ledger, {"工会.主席": "韩志远", "工会.联系人": "周敏"})
    counted = {"counted_on": "2026-09-30", "employee_count": "418", "woman_worker_count": "263", "member_count": "405"}
    records.save(ledger, "headcount_snapshot", counted)

    # It arrives and is recognised; what the program did not know is put right with two clicks.
    window.workspace.go("forms")
    page = page_of(window)
    board = page.tabs.open("blank")
    assert isinstance(board, BlankFormBoard)
    messages.files = [str(blank)]
    push(board, "打开空白表")
    qtbot.waitUntil(lambda: board.cells.count() > 0)
    proposal = board.proposal
    assert proposal is not None
    assert {each.cell for each in proposal.bindings} >= {"B2", "D2", "B3", "D3"}
    asked = [board.cells.item(row).text() for row in range(board.cells.count())]
    board.choose_cell(next(row for row, text in enumerate(asked) if "经办同志" in text))
    board.picker.seek("工会.联系人")
    board.picker.picked.emit("工会.联系人")
    qtbot.waitUntil(lambda: not window.runner.is_busy)

    # It is kept as a form of her own, which is in front at once.
    push(board, "保存为自己的表")
    dialog = board.findChild(KeepFormDialog)
    assert isinstance(dialog, KeepFormDialog)
    push(dialog, "保存")
    qtbot.waitUntil(lambda: page.tabs.current == "desk")
    preview = page.desk.findChild(PdfView)
    assert isinstance(preview, PdfView)
    qtbot.waitUntil(lambda: "调查表" in words(preview.pdf) if preview.pdf else False)
    for text in ("江州金梭纺织有限公司", "韩志远", "418", "263", "周敏"):
        assert text in words(preview.pdf)

    # Printed: the printer gets these pages.
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(100)
    printer.setOutputFileName(str(tmp_path / "纸.pdf"))
    print_pdf(preview.pdf, printer)
    assert (tmp_path / "纸.pdf").stat().st_size > 1000

    # Handed in: the files come out, and the register has a line.
    messages.files = [str(tmp_path / "报送")]
    push(page, "报送…")
    sending = next(iter(window.findChildren(HandInDialog)))
    sending.inputs["way"].show_value("邮件")
    push(sending, "报送并存文件")
    qtbot.waitUntil(lambda: (tmp_path / "报送").exists() and len(list((tmp_path / "报送").iterdir())) == 2)
    [line] = records.everything(ledger, "submission")
    assert (line["form_code"], line["period"], line["way"]) == ("自-2026-01", "2026年", "邮件")

    # Next year the head count is another; the same form is made again and tells what has changed.
    records.save(ledger, "headcount_snapshot", counted | {"counted_on": "2027-09-30", "woman_worker_count": "271"})
    ledger.clock = lambda: datetime(2027, 10, 8, 9, 0)
    page.desk.choices.day.line.setText("2027-10-08")
    page.desk.choose("自-2026-01")
    page.reload()
    page.desk.choices.choose("期间", "2027年")
    qtbot.waitUntil(lambda: "271" in words(preview.pdf))
    messages.files = [str(tmp_path / "明年")]
    push(page, "存 Excel")
    qtbot.waitUntil(lambda: len(list((tmp_path / "明年").glob("*.xlsx"))) == 1)
    [book] = (tmp_path / "明年").glob("*.xlsx")
    sheet = load_workbook(book).worksheets[0]
    assert (sheet["B2"].value, sheet["D3"].value, sheet["B4"].value) == ("江州金梭纺织有限公司", 271, "周敏")
    page.desk._paper.setCurrentIndex(3)
    qtbot.waitUntil(lambda: page.desk._since.table.rowCount() > 0)
    assert "人数 女职工数" in page.desk._since.table.item(0, 0).text()
