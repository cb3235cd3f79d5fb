"""The procedure as a line of stages: what is done, what is due, and in one sentence what the chosen stage needs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.services.negotiations import Stage
from desktop_app.ui import theme

# Colour, sign and word of each state: never colour alone.
_LOOKS = {
    "done": (theme.GOOD, "✓", "已完成"),
    "now": (theme.WARN, "…", "待办"),
    "late": (theme.BAD, "!", "逾期"),
    "ahead": (theme.GREY, "", "未到"),
}
_DOT = 26


class StageLine(QWidget):
    """Stages left to right, in two rows without dates where one is too narrow. ``chosen`` carries a stage's number."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._stages: Sequence[Stage] = ()
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_stages(self, stages: Sequence[Stage], current: int) -> None:
        """Show the stages with one of them chosen."""
        self._stages, self._current = tuple(stages), current
        said = "；".join(f"{stage.name} {_LOOKS[stage.state][2]}" for stage in stages)
        self.setAccessibleName(f"协商程序：{said}")
        self._keep_height()
        self.update()

    @property
    def current(self) -> int:
        """The number of the stage chosen."""
        return self._current

    def hasHeightForWidth(self) -> bool:
        """Narrow windows need a second row."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Rows times the height of one."""
        rows = self._rows(width)
        return rows * self._row_height(rows)

    def sizeHint(self) -> QSize:
        """As high as the present width needs."""
        return QSize(640, self.heightForWidth(max(self.width(), 640)))

    def minimumSizeHint(self) -> QSize:
        """Rows follow the width."""
        return QSize(320, self._row_height(1))

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs higher rows, and perhaps one more."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another row."""
        super().resizeEvent(event)
        self._keep_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Line, dots, names, dates."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, stage in enumerate(self._stages):
            self._paint_stage(painter, number, stage)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the stage under the mouse."""
        for number in range(len(self._stages)):
            if self._place(number).contains(event.position().toPoint()):
                self.chosen.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk along the line."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= self._current + step < len(self._stages):
            self.chosen.emit(self._current + step)
        else:
            super().keyPressEvent(event)

    def _keep_height(self) -> None:
        """All rows are seen, however little height the page has."""
        self.setMinimumHeight(self.heightForWidth(max(self.width(), 320)))
        self.updateGeometry()

    def _least(self) -> int:
        return self.fontMetrics().horizontalAdvance("职代会") + 8  # a longer name has short neighbours

    def _row_height(self, rows: int) -> int:
        words = 2 if rows == 1 else 1
        return _DOT + words * self.fontMetrics().height() + 14

    def _rows(self, width: int) -> int:
        across = max(1, width // self._least())
        return max(1, -(-len(self._stages) // across))

    def _place(self, number: int) -> QRect:
        rows = self._rows(self.width())
        across = max(1, -(-len(self._stages) // rows))
        step = self.width() / across
        row, column = divmod(number, across)
        height = self._row_height(rows)
        return QRect(round(column * step), row * height, round(step), height)

    def _paint_stage(self, painter: QPainter, number: int, stage: Stage) -> None:
        place, line = self._place(number), self.fontMetrics().height()
        name, sign, _ = _LOOKS[stage.state]
        colour = QColor(name)
        dot = QRectF(place.center().x() - _DOT / 2, place.y() + 4, _DOT, _DOT)
        grey = self.palette().color(QPalette.ColorRole.Mid)
        painter.setPen(QPen(grey, 2))
        if number and self._place(number - 1).y() == place.y():
            height = round(dot.center().y())
            painter.drawLine(round(dot.left() - place.width() + _DOT), height, round(dot.left()), height)
        painter.setPen(QPen(colour, 2))
        painter.setBrush(colour if stage.state != "ahead" else self.palette().color(QPalette.ColorRole.Base))
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        painter.setPen(QColor("white") if stage.state != "ahead" else colour)
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, sign or str(number + 1))
        self._paint_words(painter, number, stage, QRect(place.x(), round(dot.bottom()) + 3, place.width(), line))

    def _paint_words(self, painter: QPainter, number: int, stage: Stage, place: QRect) -> None:
        colour = QColor(_LOOKS[stage.state][0])
        font = self.font()
        font.setBold(number == self._current)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, stage.name)
        below = place
        if self._rows(self.width()) == 1:
            below = place.translated(0, place.height())
            self._paint_date(painter, stage, below)
        painter.setFont(self.font())
        if number == self._current:
            foot = below.translated(0, below.height()).top() + 3
            painter.fillRect(QRect(place.center().x() - 18, foot, 36, 3), colour)

    def _paint_date(self, painter: QPainter, stage: Stage, place: QRect) -> None:
        name, _, word = _LOOKS[stage.state]
        font = self.font()
        font.setPixelSize(max(12, self.fontInfo().pixelSize() - 2))
        painter.setFont(font)
        painter.setPen(QColor(name))
        said = f"{stage.date:%m-%d}" if stage.state == "done" and stage.date else word
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, said)
