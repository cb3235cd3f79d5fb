"""How an officer's hands reach a widget: keys, and Chinese through an input method."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

Key = Qt.Key
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """A list hanging open takes the keys, as on a real screen."""
    QTest.keyClick(QApplication.activePopupWidget() or focused(), key, modifier)


def compose(text: str) -> None:
    """Letters of a word still being composed, as an input method shows them."""
    QApplication.sendEvent(focused(), QInputMethodEvent(text, []))


def commit(text: str) -> None:
    """The word chosen from the candidates."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(focused(), event)


def write(text: str) -> None:
    """Over what stands in the focused field: ASCII by keys, all else by the input method."""
    widget = focused()
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        widget.selectAll()
    for letter in text:
        if letter.isascii():
            QTest.keyClick(widget, letter)
        else:
            commit(letter)
