"""A small chart of named bars, each with its number written on it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui import theme


class BarChart(QWidget):
    """Bars side by side; the last one, the present, stands out. ``empty`` is said where all are nought."""

    def __init__(self, empty: str) -> None:
        super().__init__()
        self._empty = empty
        self._bars: Sequence[tuple[str, int]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_bars(self, bars: Sequence[tuple[str, int]], about: str) -> None:
        """Show (name, number) pairs; ``about`` says in words what they are, for a screen reader."""
        self._bars = bars
        self.setAccessibleName(about)
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(320, 190)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(220, 130)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars from the left to the right over their names."""
        painter = QPainter(self)
        if not any(number for _, number in self._bars):
            painter.setPen(QColor(theme.GREY))
            painter.drawText(self.rect(), _CENTRE | Qt.TextFlag.TextWordWrap, self._empty)
            return
        line = self.fontMetrics().height()
        floor, step = self.height() - line - 6.0, min(self.width() / len(self._bars), 64.0)
        tallest = max(number for _, number in self._bars)
        for place, (name, number) in enumerate(self._bars):
            is_last = place == len(self._bars) - 1
            height = (floor - line - 6) * number / tallest
            bar = QRectF(place * step + step * 0.22, floor - height, step * 0.56, height)
            painter.fillRect(bar, QColor(theme.ACCENT if is_last else theme.EDGE))
            font = painter.font()
            font.setBold(is_last)
            painter.setFont(font)
            painter.setPen(QColor(theme.INK))
            painter.drawText(QRectF(place * step, bar.top() - line - 2, step, line), _CENTRE, str(number))
            painter.setPen(QColor(theme.GREY))
            painter.drawText(QRectF(place * step, floor + 4, step, line), _CENTRE, name)
        painter.setPen(QColor(theme.EDGE))
        painter.drawLine(0, round(floor), self.width(), round(floor))


_CENTRE = Qt.AlignmentFlag.AlignCenter
