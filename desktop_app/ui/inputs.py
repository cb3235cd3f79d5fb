"""One place to type for each kind of field; what it gives is the text that the kind itself will read."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCalendarWidget,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
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
from desktop_app.services import listing, records
from desktop_app.ui.context import Context
from desktop_app.ui.icons import icon
from desktop_app.ui.lines import EnterMoves, Line, Paragraphs
from desktop_app.ui.pick_line import Offer, PickLine, fitting

_BOXES_A_LINE = 4


class Input(QWidget):
    """What every input can do. ``typed`` follows each change, ``left`` the leaving; ``forward`` and ``back`` Enter."""

    typed = Signal()
    left = Signal()
    forward = Signal()
    back = Signal()
    new_wanted = Signal(str, str)  # kind of record, what was typed: a link has nothing fitting to offer

    is_wide = False  # needs the whole width of its block

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind

    def text(self) -> str:
        """What was typed, for ``Kind.read``."""
        raise NotImplementedError

    def show_value(self, value: Value) -> None:
        """Show a kept value; None empties."""
        raise NotImplementedError

    def settle(self) -> None:
        """Write what was typed as it will be shown; what cannot be read stays as it is."""

    def mark(self, role: str) -> None:
        """Draw the place to type as faulty (error), doubtful (warn) or as usual ('')."""
        place = self.focusProxy() or self
        if place.property("role") != role:
            place.setProperty("role", role)
            place.style().polish(place)

    def _row(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in widgets:
            row.addWidget(widget)
        return row

    def _listen_to(self, line: Line) -> None:
        self.setFocusProxy(line)
        line.textChanged.connect(self.typed)
        line.forward.connect(self.forward)
        line.back.connect(self.back)
        line.left.connect(self._leave)

    def _leave(self) -> None:
        self.settle()
        self.left.emit()


class LineInput(Input):
    """Text, numbers, codes, dates and times: typed in any habit, set right on leaving."""

    def __init__(self, kind: Kind, context: Context) -> None:
        super().__init__(kind)
        self._today = context.today
        self.line = Line()
        self.line.setPlaceholderText(_example(kind))
        row = self._row(self.line)
        if isinstance(kind, Number | Measure) and kind.unit:
            row.addWidget(_hint(kind.unit))
            row.setStretch(0, 1)
        if isinstance(kind, Day) and not isinstance(kind, MonthKind):
            row.addWidget(self._calendar_button())
        self._listen_to(self.line)

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
        button = _small_button("calendar", "在日历上选日期")
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
        column.addWidget(_hint("回车换行，Tab 键到下一栏"))
        self.setFocusProxy(self.box)
        self.box.textChanged.connect(self.typed)
        self.box.left.connect(self._leave)

    def text(self) -> str:
        """As typed."""
        return self.box.toPlainText()

    def show_value(self, value: Value) -> None:
        """As kept."""
        self.box.setPlainText(self.kind.format(value))


class ChoiceInput(Input):
    """One word of a list, found by its initials; open lists take any other word."""

    def __init__(self, kind: Choice) -> None:
        super().__init__(kind)
        self.line = PickLine(lambda typed: [(word, word) for word in fitting(kind.options, typed)], is_open=kind.open)
        self.line.setPlaceholderText("选一项，或直接填写" if kind.open else "选一项，可打首字母")
        self._row(self.line, _list_button(self.line))
        self._listen_to(self.line)

    def text(self) -> str:
        """The word."""
        return self.line.text()

    def show_value(self, value: Value) -> None:
        """The word kept."""
        self.line.pick(value, self.kind.format(value))


class ChoicesInput(Input):
    """Several words of a list, as boxes to tick; words kept from outside the list get a box of their own."""

    is_wide = True

    def __init__(self, kind: Choices) -> None:
        super().__init__(kind)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._boxes: dict[str, QCheckBox] = {}
        self._moves = EnterMoves(self)
        self._moves.forward.connect(self.forward)
        self._moves.back.connect(self.back)
        self._moves.left.connect(self.left)
        for word in kind.options:
            self._box(word)
        if kind.options:
            self.setFocusProxy(self._boxes[kind.options[0]])

    def text(self) -> str:
        """The ticked words."""
        return "、".join(word for word, box in self._boxes.items() if box.isChecked())

    def show_value(self, value: Value) -> None:
        """Tick the words kept."""
        for word in (*self._boxes, *(value or ())):
            self._box(word).setChecked(word in (value or ()))

    def _box(self, word: str) -> QCheckBox:
        if word not in self._boxes:
            box = QCheckBox(word)
            box.toggled.connect(self.typed)
            self._moves.watch(box)
            self._grid.addWidget(box, *divmod(len(self._boxes), _BOXES_A_LINE))
            self._boxes[word] = box
        return self._boxes[word]


class YesNoInput(Input):
    """是, 否, or not filled in."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind)
        self._buttons = {word: QRadioButton(word or "未填") for word in ("是", "否", "")}
        group = QButtonGroup(self)
        moves = EnterMoves(self)
        moves.forward.connect(self.forward)
        moves.back.connect(self.back)
        moves.left.connect(self.left)
        for button in self._buttons.values():
            group.addButton(button)
            button.toggled.connect(self.typed)
            moves.watch(button)
        self._row(*self._buttons.values()).addStretch()
        self.setFocusProxy(self._buttons["是"])
        self._buttons[""].setChecked(True)

    def text(self) -> str:
        """是, 否 or nothing."""
        return next((word for word, button in self._buttons.items() if button.isChecked()), "")

    def show_value(self, value: Value) -> None:
        """Press the button."""
        button = self._buttons[self.kind.format(value)]
        button.setChecked(True)
        self.setFocusProxy(button)


class LinkInput(Input):
    """Another record, found by typing; one that is not there yet can be added on the spot."""

    def __init__(self, kind: Link, context: Context) -> None:
        super().__init__(kind)
        self._context = context
        self._to = kind.to
        self.line = PickLine(self._offers)
        self.line.setPlaceholderText("打名称、拼音或首字母来找")
        new = QPushButton("＋ 新增")
        new.setProperty("role", "quiet")
        new.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        new.clicked.connect(lambda: self.new_wanted.emit(self._to, self.line.text()))
        self._row(self.line, _list_button(self.line), new)
        self._listen_to(self.line)

    def text(self) -> str:
        """The id of the record picked; else what was typed, which no record answers to."""
        return str(self.line.picked) if self.line.picked is not None else self.line.text()

    def show_value(self, value: Value) -> None:
        """The record's title."""
        self.line.pick(value, records.title(self._context.ledger, self._to, value) if value else "")

    def _offers(self, typed: str) -> list[Offer]:
        return list(listing.choices(self._context.ledger, self._to, typed, limit=20))


def input_for(kind: Kind, context: Context) -> Input:
    """The input that fits a kind of field."""
    if isinstance(kind, Link):
        return LinkInput(kind, context)
    if isinstance(kind, Choices):
        return ChoicesInput(kind)
    if isinstance(kind, Choice):
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


def _hint(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "hint")
    return label


def _list_button(line: PickLine) -> QToolButton:
    button = _small_button("down", "列出可选的（↓ 键）")
    button.clicked.connect(line.open_list)
    return button


def _small_button(name: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # A height of its own would bound that of the line beside it.
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return button
