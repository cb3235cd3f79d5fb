"""A superior's blank form in the window: recognised, corrected, kept, used again, deleted; bad files refused."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Border, Side
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages, NowRunner

from desktop_app.ledger.ledger import Ledger
from desktop_app.services import blank_forms
from desktop_app.services.own_forms import own_forms
from desktop_app.ui.blank_form_board import BlankFormBoard
from desktop_app.ui.context import Context
from desktop_app.ui.keep_form_dialog import KeepFormDialog
from desktop_app.ui.name_catalogue import NameCatalogue
from desktop_app.ui.name_picker import NamePicker
from desktop_app.ui.pages.forms import FormsPage
from tests.printing.recognising.superiors_forms import ORGANISATION


@pytest.fixture
def page(qtbot: QtBot, full_ledger: Ledger, messages: FakeMessages) -> FormsPage:
    page = FormsPage(Context(full_ledger, NowRunner(messages), messages))
    qtbot.addWidget(page)
    page.resize(1180, 620)
    page.show()
    page.reload()
    return page


def board_of(page: FormsPage) -> BlankFormBoard:
    board = page.tabs.open("blank")
    assert isinstance(board, BlankFormBoard)
    return board


def opened(page: FormsPage, path: Path | None = None) -> BlankFormBoard:
    board = board_of(page)
    board.look_at(path or ORGANISATION.draw(page.context.ledger.path.parent))
    assert board.proposal is not None, page.context.messages.said
    assert board._cells, page.context.messages.said
    return board


def written(path: Path, *rows: tuple[str, str]) -> Path:
    """A form of two columns with lines around its cells."""
    book, line = Workbook(), Side(style="thin")
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "女职工情况表"
    for number, row in enumerate(rows, start=2):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column, text or None)
            cell.border = Border(line, line, line, line)
    book.save(path)
    return path


def texts(picker: NamePicker) -> list[str]:
    return [picker.found.item(row).text() for row in range(picker.found.count())]


def test_a_cell_is_corrected_left_empty_and_the_form_kept_and_made(page: FormsPage, messages: FakeMessages) -> None:
    board = opened(page)
    number = next(n for n, each in enumerate(board._cells) if each.label == "女会员数")
    board._form.pointed.emit(number)
    board.picker.seek("困难 女职工")
    board.bind("")
    assert board._cells[number].said == ""
    board.bind("人数.女会员数")
    assert board._cells[number].said == "人数 女会员数"
    board.keep_as("组织情况", "自-2026-01", "year")
    assert page.tabs.current == "desk"
    assert page.desk.list.current == "自-2026-01"
    assert page.desk._preview.pdf or page.desk._made is not None
    page.desk.choices.choose("期间", "2025年")
    page.desk._make_pdf()
    assert page.desk._preview.pdf


def test_the_label_of_a_cell_is_looked_for_first(page: FormsPage) -> None:
    board = opened(page)
    number = next(n for n, each in enumerate(board._cells) if each.label == "女会员数")
    board.choose_cell(number)
    assert "女会员数" in texts(board.picker)[0]
    assert board.picker.found.count() > 50  # all others follow
    board.picker.seek("单位 简称")
    assert texts(board.picker)[0].startswith("单位.简称")


def test_enter_takes_a_name_only_when_words_were_typed(page: FormsPage) -> None:
    board = opened(page)
    board.choose_cell(2)
    before = board.proposal
    QTest.keyClick(board.picker.sought, Qt.Key.Key_Return)
    assert board.proposal is before
    board.picker.seek("单位 简称")
    QTest.keyClick(board.picker.sought, Qt.Key.Key_Return)
    assert board._cells[2].said == "单位 简称"


def test_the_arrow_goes_from_the_words_into_the_names(qtbot: QtBot, page: FormsPage) -> None:
    board = opened(page)
    board.picker.seek("单位")
    board.picker.sought.setFocus()
    QTest.keyClick(board.picker.sought, Qt.Key.Key_Down)
    assert board.picker.found.currentRow() == 0
    assert board.picker.focusWidget() is board.picker.found


@pytest.mark.parametrize("kind", ["damaged", "old", "macro", "empty"])
def test_a_file_that_is_no_form_is_refused_in_a_sentence(
    page: FormsPage, messages: FakeMessages, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "下发.xlsx"
    if kind == "macro":
        shutil.copy(ORGANISATION.draw(tmp_path), path)
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr("xl/vbaProject.bin", b"x")
    else:
        whole = ORGANISATION.draw(tmp_path).read_bytes()
        path.write_bytes({"damaged": whole[:2000], "old": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "empty": b""}[kind])
    board = board_of(page)
    messages.files = [str(path)]
    board.begin()
    assert board.proposal is None
    assert "下发.xlsx" in messages.said[-1]
    assert board.leave()


def test_a_name_that_is_none_is_told_with_its_cell_and_is_not_kept(
    page: FormsPage, messages: FakeMessages, tmp_path: Path
) -> None:
    path = written(tmp_path / "模板.xlsx", ("单位名称", "{{单位.名称}}"), ("星座", "{{单位.星座}}"), ("女职工数", ""))
    board = opened(page, path)
    assert "B3" in messages.said[-1]
    assert "单位.星座" in messages.said[-1]
    assert "单位.星座" in board._filled.words
    board.keep()
    assert "单位.星座" in messages.said[-1]
    assert not page.findChildren(KeepFormDialog)
    assert own_forms(page.context.ledger) == []


def test_names_written_in_are_filled(page: FormsPage, tmp_path: Path) -> None:
    board = opened(page, written(tmp_path / "模板.xlsx", ("单位名称", "{{单位.名称}}"), ("女职工数", "")))
    assert board._filled.pdf
    board.keep_as("模板", "自-2026-01", "none")
    assert page.desk.list.current == "自-2026-01"


def test_a_sheet_with_nothing_to_fill_says_so(page: FormsPage, messages: FakeMessages, tmp_path: Path) -> None:
    path = tmp_path / "空.xlsx"
    Workbook().save(path)
    board = board_of(page)
    board.look_at(path)
    assert board.proposal is None
    assert "没有认出" in messages.said[-1]


def test_corrections_are_not_thrown_away_unasked(page: FormsPage, messages: FakeMessages) -> None:
    board = opened(page)
    board.choose_cell(0)
    board.bind("")
    messages.files = ["下发.xlsx"]
    board.begin()
    assert "还没有保存" in messages.asked[-1]
    assert messages.files  # no file was asked for
    board.put_away()
    assert board.proposal is not None
    messages.answers = ["不保存"]
    board.put_away()
    assert board.proposal is None


def test_a_form_looked_at_only_is_put_away_at_once(page: FormsPage, messages: FakeMessages) -> None:
    board = opened(page)
    board.put_away()
    assert board.proposal is None
    assert not messages.asked


def test_a_form_without_title_is_not_kept(page: FormsPage) -> None:
    board = opened(page)
    board.keep()
    [dialog] = page.findChildren(KeepFormDialog)
    dialog.name.setText("   ")
    dialog.accept()
    assert dialog.isVisible()
    dialog.name.setText("组织情况")
    dialog.accept()
    assert own_forms(page.context.ledger)[0].title == "组织情况"


def test_a_monthly_form_is_offered_as_monthly(page: FormsPage, tmp_path: Path) -> None:
    path = written(tmp_path / "月报.xlsx", ("单位名称", ""), ("女职工数", ""))
    board = opened(page, path)
    assert blank_forms.usual_period("哺乳室使用情况月报表") == "month"
    board.keep()
    [dialog] = page.findChildren(KeepFormDialog)
    assert dialog.period == "year"


def test_an_own_form_is_deleted_after_a_question(page: FormsPage, messages: FakeMessages) -> None:
    opened(page).keep_as("组织情况", "自-2026-01", "year")
    count = page.desk.list.form_count
    choices = page.desk.choices
    assert choices.drop.isVisible()
    choices.drop.click()
    assert "不能撤销" in messages.asked[-1]
    assert len(own_forms(page.context.ledger)) == 1
    messages.answers = ["删除这张表"]
    choices.drop.click()
    assert own_forms(page.context.ledger) == []
    assert page.desk.list.form_count == count - 1
    assert page.desk.list.current != "自-2026-01"
    page.show_record("ZZ-05", 0)
    assert not choices.drop.isVisible()


def test_a_name_of_the_catalogue_is_copied_as_a_placeholder(page: FormsPage) -> None:
    board = board_of(page)
    board.show_names()
    [names] = _dialogs(page)
    names.picker.seek("人数 女职工数")
    assert "263" in texts(names.picker)[0] or "　" in texts(names.picker)[0]
    QTest.keyClick(names.picker.sought, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "{{人数.女职工数}}"
    assert "{{人数.女职工数}}" in names.said
    names.picker.found.itemActivated.emit(names.picker.found.item(0))
    assert names.isVisible()


def _dialogs(page: QWidget) -> list[NameCatalogue]:
    return page.findChildren(NameCatalogue)
