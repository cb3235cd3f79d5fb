"""A month's visits as small bars, one a day, with the numbers written on them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget


class MonthChart(QWidget):
    """Bars for the days of one month; an empty month says so in words."""

    def __init__(self) -> None:
        super().__init__()
        self._month = date.min
        self._values: Mapping[date, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_month(self, month: date, values: Mapping[date, int]) -> None:
        """Show ``values`` of the month that ``month`` lies in."""
        self._month, self._values = month, dict(values)
        total = sum(values.values())
        self.setAccessibleName(f"{month.year}年{month.month}月每日使用人次，合计 {total} 人次")
        self.update()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(480, 150)

    def minimumSizeHint(self) -> QSize:
        """Still readable."""
        return QSize(300, 110)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars from the left to the right, day numbers beneath."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._values:
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "本月还没有使用登记")
            return
        self._paint_bars(painter)

    def _paint_bars(self, painter: QPainter) -> None:
        days = monthrange(self._month.year, self._month.month)[1]
        line = self.fontMetrics().height()
        floor, step = self.height() - line - 4, self.width() / days
        scale = (floor - line - 4) / max(self._values.values())
        colours = self.palette()
        text, grey = colours.color(QPalette.ColorRole.Text), colours.color(QPalette.ColorRole.PlaceholderText)
        every = 1 if step > self.fontMetrics().horizontalAdvance("30 ") else 5
        for number in range(1, days + 1):
            left, value = (number - 1) * step, self._values.get(self._month.replace(day=number), 0)
            if value:
                bar = QRectF(left + step * 0.2, floor - value * scale, step * 0.6, value * scale)
                painter.fillRect(bar, colours.color(QPalette.ColorRole.Mid))
                painter.setPen(text)
                above = QRectF(left - step, bar.top() - line, step * 3, line)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(value))
            if number == 1 or number % every == 0:
                painter.setPen(grey)
                below = QRectF(left - step, floor + 2, step * 3, line)
                painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.setPen(grey)
        painter.drawLine(0, floor, self.width(), floor)
