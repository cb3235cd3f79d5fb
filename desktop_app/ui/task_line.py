"""One thing to do on the first page: what, by when, says who; a click leads to its place, 已办 ticks it off."""

from __future__ import annotations

from datetime import date
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.rules.duties import AHEAD, OPEN, OVERDUE, SOON, Duty
from desktop_app.services.agenda import takes_note
from desktop_app.ui import theme
from desktop_app.ui.clickable import Clickable
from desktop_app.ui.icons import icon, pixmap
from desktop_app.ui.lines import Line
from desktop_app.ui.sheet import words

MARKS = {  # icon, its colour, badge, word
    OVERDUE: ("warn", theme.BAD, "badge-bad", "已过期"),
    SOON: ("clock", theme.WARN, "badge-warn", "近期"),
    OPEN: ("edit", theme.GREY, "badge-quiet", "待补"),
    AHEAD: ("calendar", theme.GREY, "badge-quiet", "以后"),
}


class TaskLine(Clickable):
    """``wanted`` and ``done`` carry the duty; ``done`` also the officer's note."""

    wanted = Signal(object)
    done = Signal(object, str)

    def __init__(self, duty: Duty, on: date) -> None:
        super().__init__("task")
        self.duty = duty
        drawing, colour, badge, word = MARKS[duty.state]
        mark, state, onward = QLabel(), QLabel(word), QLabel()
        mark.setPixmap(pixmap(drawing, colour, 20, 2.0))
        state.setProperty("role", badge)
        onward.setPixmap(icon("next", theme.PALE).pixmap(16, 16))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 8, 4, 8)
        row.setSpacing(10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._make_words(on), 1)
        row.addWidget(state, 0, Qt.AlignmentFlag.AlignVCenter)
        if duty.can_be_marked and duty.state != AHEAD:
            row.addWidget(self._make_button(), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(onward)
        self.setAccessibleName("，".join(part for part in (f"{word}：{duty.what}", duty.counted(on)) if part))
        self.clicked.connect(lambda *_: self.wanted.emit(self.duty))

    def tick_off(self) -> None:
        """Ask how it was done, where that can be kept; else it is done at once."""
        if takes_note(self.duty):
            self._asked.show()
            self._note.setFocus()
        else:
            self.done.emit(self.duty, "")

    def _make_words(self, on: date) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(_plain(self.duty.what, ""))
        column.addWidget(self._make_below(on))
        if self.duty.consequence and self.duty.state == OVERDUE:
            column.addWidget(_plain(self.duty.consequence, "hint"))
        column.addWidget(self._make_asked())
        return column

    def _make_below(self, on: date) -> QLabel:
        """When and by what, in one line that breaks where it must."""
        is_late = self.duty.state == OVERDUE
        when = escape(self.duty.counted(on))
        colour = theme.BAD if is_late else theme.INK
        caution = "" if is_late else self.duty.caution
        basis = escape("；".join(part for part in (self.duty.source, caution) if part))
        label = words(f'<span style="color:{colour}">{when}</span>&nbsp;&nbsp; {basis}' if when else basis)
        label.setTextFormat(Qt.TextFormat.RichText)
        return label

    def _make_asked(self) -> QWidget:
        """The line for a note, hidden until 已办 is pressed."""
        self._asked = QWidget()
        self._note = Line()
        self._note.setPlaceholderText("办理情况，可以不填")
        self._note.setAccessibleName("办理情况")
        self._note.setMaxLength(300)
        keep, leave = QPushButton("记下"), QPushButton("取消")
        keep.setProperty("role", "primary")
        keep.clicked.connect(self._keep)
        leave.clicked.connect(self._asked.hide)
        self._note.forward.connect(self._keep)
        row = QHBoxLayout(self._asked)
        row.setContentsMargins(0, 4, 0, 2)
        row.addWidget(self._note, 1)
        row.addWidget(keep)
        row.addWidget(leave)
        self._asked.hide()
        return self._asked

    def _make_button(self) -> QPushButton:
        self.button = QPushButton("已办")
        self.button.setAccessibleName(f"已办：{self.duty.what}")
        self.button.clicked.connect(self.tick_off)
        return self.button

    def _keep(self) -> None:
        self.done.emit(self.duty, self._note.text().strip())


def _plain(words: str, role: str) -> QLabel:
    label = QLabel(words, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
