"""Real boxes: what is asked, in Chinese, and what Esc means."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLibraryInfo, Qt, QTimer, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.messages import WindowMessages
from desktop_app.ui.toast import Toast


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1092, 614)
    qtbot.addWidget(made)
    made.show()
    return made


def when_asked(act: Callable[[QMessageBox], None]) -> None:
    """Do something to the box once it is open."""

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            act(box)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def click(verb: str) -> Callable[[QMessageBox], None]:
    return lambda box: next(b for b in box.buttons() if b.text() == verb).click()


def test_only_the_verb_means_yes(window: QWidget) -> None:
    messages = WindowMessages(window)
    when_asked(click("撤销"))
    assert messages.ask("要撤销上一步吗？", "撤销")
    when_asked(click("取消"))
    assert not messages.ask("要撤销上一步吗？", "撤销")
    when_asked(lambda box: QTest.keyClick(box, Qt.Key.Key_Escape))
    assert not messages.ask("要撤销上一步吗？", "撤销")
    when_asked(click("两个都留"))
    assert messages.choose("文件夹里已有同名文件。", "换掉", "两个都留") == "两个都留"


def test_an_officers_text_is_never_markup(window: QWidget) -> None:
    seen: list[str] = []

    def read(box: QMessageBox) -> None:
        assert box.textFormat() == Qt.TextFormat.PlainText
        seen.append(box.text())
        box.reject()

    when_asked(read)
    WindowMessages(window).warn("“<b>一车间</b>”不是日期。")
    assert seen == ["“<b>一车间</b>”不是日期。"]


def test_a_note_offers_its_one_action_once_and_fits_the_window(qtbot: QtBot, window: QWidget) -> None:
    done: list[str] = []
    messages = WindowMessages(window)
    messages.toast("已删除 1 条记录（女职工）。" * 12, "撤销", lambda: done.append("撤销"))
    note = window.findChild(Toast)
    assert note is not None and note.isVisible()
    assert window.rect().contains(note.geometry())
    qtbot.mouseClick(note.findChild(QPushButton), Qt.MouseButton.LeftButton)
    note.act()
    assert done == ["撤销"] and not note.isVisible()


def test_qts_own_words_ship_in_chinese() -> None:
    translator = QTranslator()
    assert translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert translator.translate("QPlatformTheme", "Cancel") == "取消"
