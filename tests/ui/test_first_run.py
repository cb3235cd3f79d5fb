"""The first page: four answers make a ledger; what cannot be opened is said in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages
from ui.hands import write

from desktop_app.ui.first_run import Answers, FirstRun


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, messages: FakeMessages) -> FirstRun:
    made = FirstRun(messages)
    qtbot.addWidget(made)
    made.resize(1092, 580)
    made.show()
    qtbot.waitExposed(made)
    return made


def press(qtbot: QtBot, page: FirstRun, verb: str) -> None:
    button = next(b for b in page.findChildren(QPushButton) if b.text() == verb)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_answers_typed_with_enter_from_line_to_line(
    qtbot: QtBot, page: FirstRun, messages: FakeMessages, tmp_path: Path
) -> None:
    messages.files = [str(tmp_path)]
    press(qtbot, page, "换个文件夹")
    page.unit.setFocus()
    write("江南金梭/纺织有限公司")
    qtbot.keyClick(page.unit, Qt.Key.Key_Return)
    write("周敏")
    qtbot.keyClick(page.operator, Qt.Key.Key_Return)
    write("02552345678")
    with qtbot.waitSignal(page.create_wanted) as asked:
        qtbot.keyClick(page.phone, Qt.Key.Key_Return)
    assert asked.args == [
        Answers("江南金梭/纺织有限公司", "周敏", "02552345678", tmp_path / "江南金梭纺织有限公司.bbt")
    ]


def test_without_a_unit_nothing_is_made_and_the_reason_stands_below(qtbot: QtBot, page: FirstRun) -> None:
    with qtbot.assertNotEmitted(page.create_wanted):
        press(qtbot, page, "新建台账")
    assert page.findChild(type(page._fault)) is not None
    assert page._fault.isVisible() and "单位名称" in page._fault.text()


def test_ledgers_opened_before_are_one_click_away(qtbot: QtBot, page: FirstRun, tmp_path: Path) -> None:
    page.show_recent([tmp_path / "旧单位.bbt"])
    page.show_recent([tmp_path / "新单位.bbt"])
    with qtbot.waitSignal(page.open_wanted) as asked:
        press(qtbot, page, "新单位")
    assert asked.args == [tmp_path / "新单位.bbt"]
    assert all(b.text() != "旧单位" or not b.isVisible() for b in page.findChildren(QPushButton))
