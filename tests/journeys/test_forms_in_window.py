"""From an empty ledger, through the window, to the form in a folder: what was typed once is on the paper."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pypdfium2
from openpyxl import load_workbook
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages
from ui.hands import CTRL, Key, commit, press, write

from desktop_app.services import records
from desktop_app.ui.lines_grid import LinesGrid
from desktop_app.ui.pages.forms import FormsPage
from desktop_app.ui.pdf_view import PdfView
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.room_log import RoomLog
from desktop_app.ui.window import MainWindow

W = TypeVar("W", bound=QWidget)


def part(window: MainWindow, of: type[W]) -> W:
    """The part of the page in view."""
    page = window.workspace.page
    assert page is not None
    found = next(each for each in page.findChildren(of) if each.isVisible())
    assert isinstance(found, of)
    return found


def push(window: MainWindow, text: str) -> None:
    page = window.workspace.page
    assert page is not None
    button = next(each for each in page.findChildren(QPushButton) if each.text() == text and each.isVisible())
    button.click()


def saved(window: MainWindow, qtbot: QtBot, messages: FakeMessages, code: str, folder: Path) -> tuple[str, str]:
    """The words of the PDF and of the workbook that 表单上报 writes."""
    window.workspace.go("forms", code, 0)
    page = window.workspace.page
    assert isinstance(page, FormsPage)
    qtbot.waitUntil(lambda: bool(part(window, PdfView).pdf))
    for text in ("存 PDF", "存 Excel"):
        messages.files = [str(folder)]
        push(window, text)
    qtbot.waitUntil(lambda: not window.runner.is_busy)
    [pdf], [book] = folder.glob("*.pdf"), folder.glob("*.xlsx")
    document = pypdfium2.PdfDocument(pdf)
    words = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    document.close()
    opened = load_workbook(book)
    cells = " ".join(str(cell.value) for row in opened.worksheets[0].iter_rows() for cell in row if cell.value)
    opened.close()
    return words.replace("\r\n", ""), cells


def test_a_nursing_room_and_its_log(window: MainWindow, qtbot: QtBot, messages: FakeMessages, tmp_path: Path) -> None:
    window.workspace.go("nursing")
    push(window, "登记第一间")
    write("细纱车间休息哺乳室")
    press(Key.Key_Return)
    editor = part(window, RecordEditor)
    editor.focus("location")
    write("细纱楼二层")
    assert editor.save()
    sheet = part(window, RoomLog).sheet
    push(window, "登记一次")
    for text in ("0905", "0931", "xn", "细纱车间"):
        write(text)
        press(Key.Key_Return)
    press(Key.Key_Escape)
    assert sheet.grid.keep_all()

    words, cells = saved(window, qtbot, messages, "BR-03", tmp_path / "登记表")
    for expected in ("细纱车间休息哺乳室", "09:05", "09:31", "吸奶"):
        assert expected in words
        assert expected in cells


def test_a_round_and_its_subjects(window: MainWindow, qtbot: QtBot, messages: FakeMessages, tmp_path: Path) -> None:
    window.workspace.go("contract")
    push(window, "新建协商轮次")
    grid = part(window, LinesGrid).grid
    push(window, "新增协商议题")
    press(Key.Key_Return)  # no subject of the catalogue
    write("sybh")
    press(Key.Key_Return)
    commit("产假九十八天")
    press(Key.Key_Return)
    commit("产假期满另给两周适应期")
    press(Key.Key_Return)
    press(Key.Key_Escape)

    words, cells = saved(window, qtbot, messages, "HT-08", tmp_path / "对照表")  # leaving the page kept the line
    assert grid.model().unkept() == 0
    for expected in ("江州金梭纺织有限公司", "产假期满另给两周适应期", "生育保护"):
        assert expected in words
        assert expected in cells


def test_a_missing_item_leads_to_its_field(window: MainWindow, qtbot: QtBot) -> None:
    assert window.context is not None
    window.context.show_record("enterprise", 1, "legal_representative")
    commit("沈国平")
    press(Key.Key_S, CTRL)
    assert records.single(window.context.ledger, "enterprise")["legal_representative"] == "沈国平"
