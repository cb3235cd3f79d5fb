"""A panel beside a page, or over it where the window has no room for both."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

_LEAST = 56  # Chinese characters of width below which a page would be squeezed


class Beside(QWidget):
    """``page`` fills the room that ``panel``, of fixed width and often hidden, leaves it."""

    def __init__(self, page: QWidget, panel: QWidget) -> None:
        super().__init__()
        self._panel = panel
        panel.setParent(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(page)
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The panel came or went."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._share()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        width = self._panel.width()
        is_wide = self.width() - width >= _LEAST * self.fontMetrics().horizontalAdvance("汉")
        self._row.setContentsMargins(0, 0, width if is_wide and not self._panel.isHidden() else 0, 0)
        self._panel.setGeometry(self.width() - width, 0, width, self.height())
        self._panel.raise_()
