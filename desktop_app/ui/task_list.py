"""我要办的事 on the first page: overdue, near, still lacking; what comes later and what was done folded beneath."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.records.base import Values
from desktop_app.rules.duties import AHEAD, OPEN, OVERDUE, SOON, Duty
from desktop_app.services import agenda
from desktop_app.ui import theme
from desktop_app.ui.context import Context
from desktop_app.ui.icons import icon
from desktop_app.ui.sheet import Sheet, clear, words
from desktop_app.ui.task_line import MARKS, TaskLine

MONTH_PLAN = "GL-05"  # the form that prints the month's work


class TaskList(Sheet):
    """Shows duties; each leads to its place and, where no record would say so, is ticked off here."""

    def __init__(self, context: Context) -> None:
        super().__init__("我要办的事")
        self._context = context
        self._make_head()
        self._now, self._later, self._done = _column(), _column(), _column()
        self._later_fold = _Fold(self._later)
        self._done_fold = _Fold(self._done)
        self.body.addLayout(self._now)
        for fold in (self._later_fold, self._done_fold):
            self.body.addWidget(fold)
        self.body.addStretch(1)

    def show_duties(self, tasks: Sequence[Duty], later: Sequence[Duty], done: Sequence[Values], on: date) -> None:
        """Show what is to be done; the folds are filled when they are opened."""
        clear(self._now)
        if not tasks:
            self._now.addWidget(words("眼下没有要办的事。有届满、到期、漏填时会列在这里。"))
        for state in (OVERDUE, SOON, OPEN):
            of_state = [duty for duty in tasks if duty.state == state]
            if of_state:
                head = words(f"{MARKS[state][3]}（{len(of_state)} 件）")
                head.setContentsMargins(0, 10 if self._now.count() else 0, 0, 4)
                self._now.addWidget(head)
                self._add(self._now, of_state, on)
        self._later_fold.offer(
            f"{MARKS[AHEAD][3]}（一年内 {len(later)} 件）", later, lambda: self._show_later(later, on)
        )
        self._done_fold.offer(f"已办（{len(done)} 件）", done, lambda: self._show_done(done))

    def lines(self) -> list[TaskLine]:
        """The lines shown, in their order."""
        return self.findChildren(TaskLine)

    def _make_head(self) -> None:
        row = QHBoxLayout()
        self.body.removeWidget(self.head)
        self.print_button = QPushButton(icon("print"), "打印本月安排")
        self.print_button.clicked.connect(lambda: self._context.go.emit("forms", MONTH_PLAN, 0, ""))
        row.addWidget(self.head, 1)
        row.addWidget(self.print_button)
        self.body.addLayout(row)

    def _add(self, column: QVBoxLayout, duties: Sequence[Duty], on: date) -> None:
        for duty in duties:
            line = TaskLine(duty, on)
            line.wanted.connect(self._go)
            line.done.connect(self._tick_off)
            column.addWidget(line)

    def _show_later(self, later: Sequence[Duty], on: date) -> None:
        clear(self._later)
        self._add(self._later, later, on)

    def _show_done(self, done: Sequence[Values]) -> None:
        clear(self._done)
        for mark in done:
            self._done.addWidget(_DoneLine(mark, partial(self._put_back, mark["id"])))

    def _put_back(self, mark_id: int) -> None:
        self._context.delete("task_mark", [mark_id])

    def _go(self, duty: Duty) -> None:
        if duty.kind:
            self._context.show_record(duty.kind, duty.record_id, duty.field if duty.record_id else "")
        elif duty.form_code:
            self._context.go.emit("forms", duty.form_code, 0, "")

    def _tick_off(self, duty: Duty, note: str) -> None:
        agenda.mark_done(self._context.ledger, duty, self._context.today(), note)
        self._context.changed.emit("task_mark")
        self._context.offer_undo(f"已记为办结：{duty.what}")


class _Fold(QWidget):
    """A head that opens and closes what lies beneath; it stays as the officer left it."""

    def __init__(self, column: QVBoxLayout) -> None:
        super().__init__()
        self._fill: Callable[[], None] = lambda: None
        self._head = QPushButton(icon("next", theme.GREY), "")
        self._head.setCheckable(True)
        self._head.setProperty("role", "quiet")
        self._head.toggled.connect(self._turn)
        self._inside = QWidget()
        self._inside.setLayout(column)
        self._inside.hide()
        place = QVBoxLayout(self)
        place.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self._head)
        row.addStretch(1)
        place.addLayout(row)
        place.addWidget(self._inside)

    def offer(self, title: str, what: Sequence[object], fill: Callable[[], None]) -> None:
        """Name it and say how it is filled; nothing to show hides it."""
        self._fill = fill
        self._head.setText(title)
        self.setVisible(bool(what))
        if self._head.isChecked():
            fill()

    def _turn(self, is_open: bool) -> None:
        self._head.setIcon(icon("down" if is_open else "next", theme.GREY))
        if is_open:
            self._fill()
        self._inside.setVisible(is_open)


class _DoneLine(QWidget):
    """What was ticked off, when and how; it can be put back."""

    def __init__(self, mark: Values, put_back: Callable[[], None]) -> None:
        super().__init__()
        said = f"{mark['done_on']}　{mark['what']}" + (f"　{mark['note']}" if mark["note"] else "")
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.addWidget(QLabel(said, wordWrap=True), 1)
        button = QPushButton("没有办，放回去")
        button.setProperty("role", "quiet")
        button.clicked.connect(lambda: put_back())
        row.addWidget(button)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
