"""The procedure as a line of steps: what is done, what is due, what went another way, each with a mark and a word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.rules.procedure import Step
from desktop_app.ui import theme

# Colour, sign and word of each state: never colour alone.
_LOOKS = {
    "done": (theme.GOOD, "✓", "已完成"),
    "now": (theme.WARN, "…", "待办"),
    "late": (theme.BAD, "!", "逾期"),
    "ahead": (theme.GREY, "", "未到"),
}
_MARK, _GAP, _AROUND = 17, 4, 14  # pixels: the mark, from it to the name, and around both
_SIDE = "支线"  # what a step beside the main line is called, where its diamond is not seen


def is_side(step: Step) -> bool:
    """Whether a step stands beside the main line: S2x, S3b, a dispute D1; the main line is S0, S1, A1, …"""
    return not step.code[1:].isdecimal() or step.code.startswith("D")


class StageLine(QWidget):
    """Steps left to right, in rows as the width asks for, side steps as diamonds. ``chosen`` carries a number."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._steps: Sequence[Step] = ()
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_steps(self, steps: Sequence[Step], current: int) -> None:
        """Show the steps with one of them chosen."""
        self._steps, self._current = tuple(steps), current
        self.setAccessibleName(f"协商程序：{'；'.join(_told(step) for step in steps)}")
        self._keep_height()
        self.update()

    @property
    def current(self) -> int:
        """The number of the step chosen."""
        return self._current

    def hasHeightForWidth(self) -> bool:
        """Narrow windows need one row more."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Rows times the height of one."""
        places = self._places(width)
        return places[-1].bottom() + 1 if places else self._row_height()

    def sizeHint(self) -> QSize:
        """As high as the present width needs."""
        return QSize(640, self.heightForWidth(max(self.width(), 640)))

    def minimumSizeHint(self) -> QSize:
        """Rows follow the width."""
        return QSize(320, self._row_height())

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs higher rows, and perhaps one more."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._keep_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may need another row."""
        super().resizeEvent(event)
        self._keep_height()

    def event(self, event: QEvent) -> bool:
        """The step under the mouse says its state in words."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self._at(event.pos())
            if number >= 0:
                QToolTip.showText(event.globalPos(), _told(self._steps[number]), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Marks and names."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, place in enumerate(self._places(self.width())):
            self._paint_step(painter, place, self._steps[number], is_chosen=number == self._current)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the step under the mouse."""
        number = self._at(event.position().toPoint())
        if number >= 0:
            self.chosen.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right walk along the line."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and 0 <= self._current + step < len(self._steps):
            self.chosen.emit(self._current + step)
        else:
            super().keyPressEvent(event)

    def _keep_height(self) -> None:
        """All rows are seen, however little height the page has."""
        self.setMinimumHeight(self.heightForWidth(max(self.width(), 320)))
        self.updateGeometry()

    def _places(self, width: int) -> list[QRect]:
        """Where each step stands: as wide as its name in bold, in as few rows as fit."""
        metrics, height = QFontMetrics(self._name_font(is_bold=True)), self._row_height()
        found: list[QRect] = []
        left, top = 0, 0
        for step in self._steps:
            own = _MARK + _GAP + _AROUND + metrics.horizontalAdvance(step.name)
            if left and left + own > width:
                left, top = 0, top + height
            found.append(QRect(left, top, own, height))
            left += own
        return found

    def _name_font(self, *, is_bold: bool) -> QFont:
        """A little smaller than the page's text, so that eighteen steps stand in two rows."""
        font = self.font()
        font.setPixelSize(max(12, self.fontInfo().pixelSize() - 1))
        font.setBold(is_bold)
        return font

    def _row_height(self) -> int:
        return max(_MARK, self.fontMetrics().height()) + 9

    def _at(self, point: QPoint) -> int:
        """The number of the step at a point, or -1."""
        places = self._places(self.width())
        return next((number for number, place in enumerate(places) if place.contains(point)), -1)

    def _paint_step(self, painter: QPainter, place: QRect, step: Step, *, is_chosen: bool) -> None:
        colour = QColor(_LOOKS[step.state][0])
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.CHOSEN))
            painter.drawRoundedRect(QRectF(place).adjusted(0, 1, -3, -2), 5, 5)
        mark = QRectF(place.x() + 3, place.center().y() - _MARK / 2, _MARK, _MARK)
        self._paint_mark(painter, mark, step, colour)
        name = QRect(round(mark.right()) + _GAP, place.y(), place.right() - round(mark.right()) - _GAP, place.height())
        painter.setFont(self._name_font(is_bold=is_chosen or step.state == "late"))
        painter.setPen(colour if step.state in ("late", "ahead") else self.palette().color(QPalette.ColorRole.Text))
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, step.name)

    def _paint_mark(self, painter: QPainter, mark: QRectF, step: Step, colour: QColor) -> None:
        """A dot on the main line, a diamond beside it; filled once the step has begun."""
        is_begun = step.state != "ahead"
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(colour if is_begun else self.palette().color(QPalette.ColorRole.Base))
        if is_side(step):
            centre, half = mark.center(), _MARK / 2
            corners = ((0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0))
            painter.drawPolygon(QPolygonF([centre + QPointF(x, y) for x, y in corners]))
        else:
            painter.drawEllipse(mark.adjusted(1, 1, -1, -1))
        font = self.font()
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor("white") if is_begun else colour)
        number = step.code[1:] if step.code[1:].isdecimal() else ""
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, _LOOKS[step.state][1] or number)


def _told(step: Step) -> str:
    side = f"（{_SIDE}）" if is_side(step) else ""
    return f"{step.name}{side} {_LOOKS[step.state][2]}"
