"""What a grid cell turns into while it is typed: a line, a line with words offered, or several lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_app.records.fields import Choice, Choices, Kind, LongText, YesNo
from desktop_app.ui.lines import Line
from desktop_app.ui.pick_line import Offer, PickLine, fitting

Suggest = Callable[[str], list[str]]  # the words that fit what was typed


class CellPick(PickLine):
    """A line with words offered. A free field takes an offer by itself only for letters typed: wf is 王芳."""

    def __init__(self, suggest: Suggest, *, is_free: bool) -> None:
        super().__init__(lambda text: _offers(suggest(text)))
        self._is_free = is_free
        if not is_free:
            QTimer.singleShot(0, self, self._open_when_empty)

    def settle(self) -> None:
        """Chinese typed into a free field stays as typed, whatever names begin with it."""
        if not self._is_free or self.text().strip().isascii():
            super().settle()

    def _open_when_empty(self) -> None:
        if self.isVisible() and not self.text():
            self.open_list()


class CellText(QPlainTextEdit):
    """Several lines: 回车 goes on as in WPS 表格, Alt+回车 breaks the line."""

    def __init__(self) -> None:
        super().__init__()
        self.is_composing = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a word is being composed: its Enter belongs to the input method."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Typing goes on at the end."""
        super().focusInEvent(event)
        self.moveCursor(self.textCursor().MoveOperation.End)


CellEditor = Line | CellText


def editor_for(kind: Kind, suggest: Suggest | None, parent: QWidget) -> CellEditor:
    """The editor of one cell; ``suggest`` offers words for a field that has no choices of its own."""
    own = words_of(kind)
    editor: CellEditor
    if isinstance(kind, LongText):
        editor = CellText()
    elif own is not None:
        editor = CellPick(own, is_free=False)
    else:
        editor = CellPick(suggest, is_free=True) if suggest is not None else Line()
    editor.setParent(parent)
    editor.setAccessibleName(kind.label)
    return editor


def text_of(editor: CellEditor) -> str:
    """What was typed, letters already turned into the word they stand for."""
    if isinstance(editor, CellText):
        return editor.toPlainText()
    if isinstance(editor, PickLine):
        editor.settle()
    return editor.text()


def fill(editor: CellEditor, text: str) -> None:
    """Show the cell's text, all of a line marked so that typing replaces it."""
    if isinstance(editor, CellText):
        editor.setPlainText(text)
    else:
        editor.setText(text)
        editor.selectAll()


def key_of(event: QEvent, editor: CellEditor) -> str:
    """What a key means to an editor in a grid: next, back, break, or nothing."""
    if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or editor.is_composing:
        return ""
    if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        return "back" if event.key() == Qt.Key.Key_Backtab else "next"
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return ""
    if event.modifiers() & Qt.KeyboardModifier.AltModifier:
        return "break"
    return "back" if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else "next"


def words_of(kind: Kind) -> Suggest | None:
    """The words a field itself offers while typing, or None where it has no choices."""
    if isinstance(kind, Choices):
        return lambda text: _next_words(text, kind.options)
    if isinstance(kind, Choice):
        return lambda text: fitting(kind.options, text)
    return (lambda text: fitting(("是", "否"), text)) if isinstance(kind, YesNo) else None


def _next_words(text: str, options: Sequence[str]) -> list[str]:
    *chosen, last = text.replace("，", "、").replace(",", "、").split("、")
    return ["、".join([*chosen, word]) for word in fitting(options, last) if word not in chosen]


def _offers(words: Sequence[str]) -> list[Offer]:
    return [(word, word) for word in words]
