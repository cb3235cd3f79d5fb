"""One place to type for each kind of field; what it gives is the text that the kind itself will read."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCalendarWidget,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidgetAction,
)

from desktop_app.errors import Rejected
from desktop_app.records.fields import (
    Choice,
    Choices,
    Code,
    Day,
    Kind,
    Link,
    LongText,
    Measure,
    MonthKind,
    Number,
    Time,
    Value,
    YesNo,
)
from desktop_app.ui.context import Context
from desktop_app.ui.input import Input, hint, small_button
from desktop_app.ui.lines import Line, Paragraphs
from desktop_app.ui.word_inputs import ChoiceInput, ChoicesInput, LinkInput, YesNoInput


class LineInput(Input):
    """Text, numbers, codes, dates and times: typed in any habit, set right on leaving."""

    def __init__(self, kind: Kind, context: Context) -> None:
        super().__init__(kind)
        self._today = context.today
        self.line = Line()
        self.line.setPlaceholderText(_example(kind))
        row = self.set_row(self.line)
        if isinstance(kind, Number | Measure) and kind.unit:
            row.addWidget(hint(kind.unit))
            row.setStretch(0, 1)
        if isinstance(kind, Day) and not isinstance(kind, MonthKind):
            row.addWidget(self._calendar_button())
        self.listen_to(self.line)

    def text(self) -> str:
        """As typed."""
        return self.line.text()

    def show_value(self, value: Value) -> None:
        """As the kind writes it."""
        self.line.setText(self.kind.format(value))
        self.line.setCursorPosition(0)

    def settle(self) -> None:
        """20240506 becomes 2024-05-06."""
        try:
            value = self.kind.parse(self.line.text(), self._today())
        except Rejected:
            return
        if self.kind.format(value) != self.line.text():
            self.show_value(value)

    def _calendar_button(self) -> QToolButton:
        button = small_button("calendar", "在日历上选日期")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill_calendar(menu))
        button.setMenu(menu)
        return button

    def _fill_calendar(self, menu: QMenu) -> None:
        menu.clear()
        calendar = QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        shown = QDate.fromString(self.line.text(), "yyyy-MM-dd")
        calendar.setSelectedDate(shown if shown.isValid() else _qdate(self._today()))
        calendar.clicked.connect(self._take_day)
        calendar.clicked.connect(menu.close)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(calendar)
        menu.addAction(holder)

    def _take_day(self, day: QDate) -> None:
        self.line.setText(day.toString("yyyy-MM-dd"))
        self.line.setFocus()


class LongTextInput(Input):
    """Text of several lines."""

    is_wide = True

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind)
        self.box = Paragraphs()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.box)
        column.addWidget(hint("回车换行，Tab 键到下一栏"))
        self.setFocusProxy(self.box)
        self.box.textChanged.connect(self.typed)
        self.box.left.connect(self._leave)

    def text(self) -> str:
        """As typed."""
        return self.box.toPlainText()

    def show_value(self, value: Value) -> None:
        """As kept."""
        self.box.setPlainText(self.kind.format(value))


def input_for(kind: Kind, context: Context) -> Input:
    """The input that fits a kind of field."""
    if isinstance(kind, Link):
        return LinkInput(kind, context)
    if isinstance(kind, Choices) and kind.options:
        return ChoicesInput(kind)
    if isinstance(kind, Choice) and kind.options:  # with none to offer the words are typed, joined by 、
        return ChoiceInput(kind)
    if isinstance(kind, YesNo):
        return YesNoInput(kind)
    if isinstance(kind, LongText):
        return LongTextInput(kind)
    return LineInput(kind, context)


def _example(kind: Kind) -> str:
    """The habit an officer may type in, in grey."""
    if isinstance(kind, MonthKind):
        return "如 202405 或 2024.5"
    if isinstance(kind, Day):
        return "如 20240506 或 2024.5" if kind.or_month else "如 20240506、5.6、今天"
    if isinstance(kind, Time):
        return "如 0905"
    if isinstance(kind, Code) and kind.example:
        return f"如 {kind.example}"
    return ""


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
