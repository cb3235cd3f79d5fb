"""One month as a sheet of days, each with its mark: how many lines were written, or that the room was cleaned."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

WEEKDAYS = "一二三四五六日"


class _Days(QWidget):
    """The sheet itself; arrow keys and clicks choose a day."""

    picked = Signal(date)

    def __init__(self) -> None:
        super().__init__()
        self.day = date.min
        self.today = date.min
        self.marks: Mapping[date, str] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("月历")

    def sizeHint(self) -> QSize:
        """Seven columns, head and six weeks."""
        return QSize(7 * self._least(), self._head() + 6 * self._row())

    def minimumSizeHint(self) -> QSize:
        """The same: a narrower sheet would cut the marks."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Weekday heads, then the weeks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = self.width() / 7
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        for column, word in enumerate(WEEKDAYS):
            place = QRect(round(column * width), 0, round(width), self._head())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)
        for place, day in self._cells():
            if day.month == self.day.month:
                self._paint_day(painter, place, day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the mouse."""
        for place, day in self._cells():
            if place.contains(event.position().toPoint()) and day.month == self.day.month:
                self.picked.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk by day and week."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        if event.key() in steps:
            self.picked.emit(self.day + timedelta(days=steps[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def _small(self) -> QFont:
        font = self.font()
        font.setPixelSize(max(11, self.fontInfo().pixelSize() - 2))
        return font

    def _least(self) -> int:
        return QFontMetrics(self._small()).horizontalAdvance("88次") + 2

    def _head(self) -> int:
        return self.fontMetrics().height() + 6

    def _row(self) -> int:
        return 2 * self.fontMetrics().height() + 4

    def _cells(self) -> list[tuple[QRect, date]]:
        width = self.width() / 7
        weeks = Calendar().monthdatescalendar(self.day.year, self.day.month)
        return [
            (
                QRect(round(x * width), self._head() + y * self._row(), round(width) - 2, self._row() - 2),
                day,
            )
            for y, week in enumerate(weeks)
            for x, day in enumerate(week)
        ]

    def _paint_day(self, painter: QPainter, place: QRect, day: date) -> None:
        colours, is_chosen = self.palette(), day == self.day
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(place, 6, 6)
        elif day == self.today:
            painter.setPen(colours.color(QPalette.ColorRole.Highlight))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), 6, 6)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        painter.setPen(colours.color(role))
        line = self.fontMetrics().height()
        above = QRect(place.x(), place.y() + 1, place.width(), line)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(day.day))
        below = QRect(place.x(), place.y() + line, place.width(), line)
        painter.setFont(self._small())
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.marks.get(day, ""))
        painter.setFont(self.font())


class MonthDays(QFrame):
    """A month with buttons to turn the sheet. ``picked`` carries the day chosen, ``turned`` its month."""

    picked = Signal(date)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setProperty("role", "sheet")
        self._days = _Days()
        self._days.day = self._days.today = today
        self._days.picked.connect(self.pick)
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._make_layout()
        self._name()

    @property
    def day(self) -> date:
        """The day chosen."""
        return self._days.day

    @property
    def marks(self) -> Mapping[date, str]:
        """What stands beneath each day."""
        return self._days.marks

    def pick(self, day: date) -> None:
        """Choose a day, turning to its month."""
        self._days.day = day
        self._name()
        self._days.update()
        self.picked.emit(day)

    def mark(self, marks: Mapping[date, str]) -> None:
        """What stands beneath each day."""
        self._days.marks = dict(marks)
        self._days.update()

    def _make_layout(self) -> None:
        head = QHBoxLayout()
        for text, name, months in (("‹", "上个月", -1), ("›", "下个月", 1)):
            button = QPushButton(text)
            button.setProperty("role", "quiet")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, step=months: self._turn(step))
            head.addWidget(button)
        head.insertWidget(1, self._title, 1)
        today = QPushButton("回到今天")
        today.setProperty("role", "link")
        today.clicked.connect(lambda: self.pick(self._days.today))
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._days)
        column.addWidget(today, 0, Qt.AlignmentFlag.AlignRight)

    def _turn(self, months: int) -> None:
        year, month = divmod(self.day.year * 12 + self.day.month - 1 + months, 12)
        self.pick(date(year, month + 1, 1))

    def _name(self) -> None:
        self._title.setText(f"{self.day.year}年{self.day.month}月")
