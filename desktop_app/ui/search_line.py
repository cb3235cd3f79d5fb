"""A line to search by, above a list: Enter takes what stands on top, the arrow goes down into the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desktop_app.ui.lines import Line


class SearchLine(Line):
    """``down`` follows the arrow; ``forward`` follows Enter."""

    down = Signal()

    def __init__(self, hint: str, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setClearButtonEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow leads into the list."""
        if event.key() == Qt.Key.Key_Down and not self.is_composing:
            self.down.emit()
        else:
            super().keyPressEvent(event)
