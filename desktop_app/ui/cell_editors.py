"""What a grid cell turns into while it is typed: a line or some lines, safe for input methods, with words offered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.records.fields import Choice, Choices, Kind, YesNo
from desktop_app.records.spelling import readings

Suggest = Callable[[str], list[str]]


class CellLine(QLineEdit):
    """One line. ``entered`` comes with 回车, never while an input method still composes."""

    entered = Signal()

    def __init__(self, parent: QWidget, suggest: Suggest | None) -> None:
        super().__init__(parent)
        self.composing = False
        self._suggest = suggest
        self._words = QStringListModel(self)
        self._list = QCompleter(self._words, self)
        self._list.setWidget(self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.activated.connect(self._take)
        self.textEdited.connect(self._offer)
        if suggest is not None:
            QTimer.singleShot(0, self, self._offer_all)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a candidate is still being chosen."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """回车 takes the word marked in the list, if one is, and goes on."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or self.composing:
            super().keyPressEvent(event)
            return
        popup = self._list.popup()
        if popup.isVisible():
            if popup.currentIndex().isValid():
                self.setText(popup.currentIndex().data())
            popup.hide()
        self.entered.emit()

    def is_offering(self) -> bool:
        """Whether the list of words is open."""
        return self._list.popup().isVisible()

    def _offer_all(self) -> None:
        if not self.text() and self.isVisible():
            self._offer("")

    def _offer(self, text: str) -> None:
        words = self._suggest(text) if self._suggest else []
        if not words or words == [text]:
            self._list.popup().hide()
            return
        self._words.setStringList(words)
        self._list.complete()

    def _take(self, word: str) -> None:
        self.setText(word)
        self.setModified(True)


class CellText(QPlainTextEdit):
    """Several lines: 回车 goes on as in WPS, Alt+回车 breaks the line."""

    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.composing = False
        self.setTabChangesFocus(True)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a candidate is still being chosen."""
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing goes on at the end."""
        super().focusInEvent(event)
        self.moveCursor(self.textCursor().MoveOperation.End)


def key_of(event: QEvent, editor: QObject) -> str:
    """What a key means to an editor in a grid: next, back, break, or nothing."""
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return ""
    if event.key() == Qt.Key.Key_Backtab:
        return "back"
    if event.key() == Qt.Key.Key_Tab:
        return "next"
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or getattr(editor, "composing", False):
        return ""
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return "break"
    return "back" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else "next"


def words_of(kind: Kind) -> Suggest | None:
    """The words a field itself offers while typing: its choices, by their beginning, middle or pinyin initials."""
    if isinstance(kind, Choices):
        return lambda text: _next_words(text, kind.options)
    if isinstance(kind, Choice):
        return lambda text: matching(text, kind.options)
    if isinstance(kind, YesNo):
        return lambda text: matching(text, ("是", "否"))
    return None


def matching(text: str, words: tuple[str, ...]) -> list[str]:
    """The words that hold ``text`` or sound like it; all of them while nothing is typed."""
    sought = text.strip().lower()
    return [
        word
        for word in words
        if sought in word or any(sought in initials or pinyin.startswith(sought) for initials, pinyin in readings(word))
    ]


def _next_words(text: str, options: tuple[str, ...]) -> list[str]:
    *chosen, last = text.replace("，", "、").replace(",", "、").split("、")
    return ["、".join([*chosen, word]) for word in matching(last, options) if word not in chosen]
