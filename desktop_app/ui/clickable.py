"""A frame with words of several sizes that acts as one button, by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame


class Clickable(QFrame):
    """``clicked`` carries the goal last given to ``lead_to``: a kind of record and an id."""

    clicked = Signal(str, int)

    def __init__(self, role: str) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._goal = ("", 0)

    def lead_to(self, kind: str, record_id: int = 0) -> None:
        """Where a click goes."""
        self._goal = (kind, record_id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on it."""
        if self.rect().contains(event.position().toPoint()):
            self.clicked.emit(*self._goal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit(*self._goal)
        else:
            super().keyPressEvent(event)
