"""Places to choose rather than to write: one word, several words, yes or no, another record."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QPushButton, QRadioButton, QToolButton

from desktop_app.records.fields import Choice, Choices, Kind, Link, Value
from desktop_app.services import listing, records
from desktop_app.ui.context import Context
from desktop_app.ui.input import Input, small_button
from desktop_app.ui.lines import EnterMoves
from desktop_app.ui.pick_line import Offer, PickLine, fitting

_BOXES_A_LINE = 4


class ChoiceInput(Input):
    """One word of a list, found by its initials; open lists take any other word."""

    def __init__(self, kind: Choice) -> None:
        super().__init__(kind)
        self.line = PickLine(lambda typed: [(word, word) for word in fitting(kind.options, typed)], is_open=kind.open)
        self.line.setPlaceholderText("选一项，或直接填写" if kind.open else "选一项，可打首字母")
        self.set_row(self.line, _list_button(self.line))
        self.listen_to(self.line)

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
        row = self.set_row(*self._buttons.values())
        row.setSpacing(20)
        row.addStretch()
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
        self.set_row(self.line, _list_button(self.line), new)
        self.listen_to(self.line)

    def text(self) -> str:
        """The id of the record picked; else what was typed, which no record answers to."""
        return str(self.line.picked) if self.line.picked is not None else self.line.text()

    def show_value(self, value: Value) -> None:
        """The record's title."""
        self.line.pick(value, records.title(self._context.ledger, self._to, value) if value else "")

    def _offers(self, typed: str) -> list[Offer]:
        return list(listing.choices(self._context.ledger, self._to, typed, limit=20))


def _list_button(line: PickLine) -> QToolButton:
    button = small_button("down", "列出可选的（↓ 键）")
    button.clicked.connect(line.open_list)
    return button
