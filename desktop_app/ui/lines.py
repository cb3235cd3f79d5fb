"""Lines to type on: Enter goes on, Shift+Enter goes back, and neither disturbs a word still being composed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

_IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier


def is_enter(event: QKeyEvent) -> bool:
    """Whether a key is Enter, with or without Shift; Ctrl+Enter belongs to the editor."""
    plain = not event.modifiers() & ~_IGNORED
    return plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def is_backward(event: QKeyEvent) -> bool:
    """Whether Shift is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


class Line(QLineEdit):
    """One line of text."""

    forward = Signal()
    back = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a word is being composed: its Enter belongs to the input method."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter moves on."""
        if not is_enter(event):
            super().keyPressEvent(event)
        elif not self.is_composing:
            (self.back if is_backward(event) else self.forward).emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left for another field, not for a list hanging from this one."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class Paragraphs(QPlainTextEdit):
    """Several lines of text; Enter breaks the line, Tab leaves."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(3 * self.fontMetrics().lineSpacing() + 16)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Left for another field."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()


class EnterMoves(QObject):
    """Gives buttons and boxes the Enter habit of a line."""

    forward = Signal()
    back = Signal()
    left = Signal()

    def watch(self, *widgets: QWidget) -> None:
        """Listen to these."""
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Enter; note leaving."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and is_enter(event):
            (self.back if is_backward(event) else self.forward).emit()
            return True
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False
