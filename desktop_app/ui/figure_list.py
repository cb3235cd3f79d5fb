"""数从哪里来: every computed figure of a form, and the records behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from desktop_app.errors import Rejected
from desktop_app.services import forms
from desktop_app.services.forms import Figured, Form, Origin
from desktop_app.ui.context import Context, Progress
from desktop_app.ui.form_choices import FormChoices

_DATA = Qt.ItemDataRole.UserRole


class FigureList(QWidget):
    """Figures above; the records of the one chosen beneath, each of which opens with a double click or Enter."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._form: Form | None = None
        self._choices: FormChoices | None = None
        self._kind = ""
        self._wanted: tuple[str, int] | None = None  # a figure of the paper, to be opened once the list is there
        self.figures, self.records = QListWidget(), QListWidget()
        self.figures.setAccessibleName("这张表算出来的数")
        self.records.setAccessibleName("这个数背后的记录")
        self.figures.currentItemChanged.connect(self._ask)
        self.records.itemActivated.connect(self._open)
        self.said = QLabel()
        self.said.setProperty("role", "hint")
        self.said.setWordWrap(True)
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self.said)
        lower.addWidget(self.records, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.figures)
        split.addWidget(below)
        split.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(split)

    def show_form(self, form: Form, choices: FormChoices) -> None:
        """List the computed figures of the form as chosen."""
        self._form, self._choices = form, choices
        try:
            ledger, asked = self._context.ledger, choices.asked
        except Rejected as fault:
            self.said.setText(f"填报日期{fault}")
            return

        def work(tick: Progress) -> list[Figured]:
            return forms.figures_of(ledger, form, **asked)

        self._context.runner.run("列出各数", work, self._show_figures)

    def want(self, name: str, line: int) -> None:
        """Open this figure of the paper when the form is shown next; ``line`` is its line in a list, from 0."""
        self._wanted = (name, line)

    def _show_figures(self, found: list[Figured]) -> None:
        kept = self.figures.currentItem()
        name, line = self._wanted or (kept.data(_DATA) if kept else "", 0)
        in_a_list = self._wanted is not None and all(each.name != name for each in found)
        self._wanted = None
        self.figures.clear()
        self.records.clear()
        self.said.setText("点一个数，看它由哪些记录得来。" if found else "这张表没有算出来的数，各项都是照记录印的。")
        for each in found:
            item = QListWidgetItem(f"{each.meaning}　{each.shown or '（空）'}")
            item.setData(_DATA, each.name)
            self.figures.addItem(item)
            if each.name == name:
                self.figures.setCurrentItem(item)
        if in_a_list:
            self._ask_for(name, line)

    def _ask(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._ask_for(item.data(_DATA), None)

    def _ask_for(self, name: str, line: int | None) -> None:
        form, choices = self._form, self._choices
        if form is None or choices is None:
            return
        ledger, asked = self._context.ledger, choices.asked

        def work(tick: Progress) -> Origin:
            return forms.origin(ledger, form, name, row=line, **asked)

        self._context.runner.run("查找来源", work, self._show_origin)

    def _show_origin(self, found: Origin) -> None:
        self._kind = found.kind
        self.said.setText(found.sentence)
        self.records.clear()
        for part in found.rows:
            item = QListWidgetItem(part.title if part.value in (None, 1) else f"{part.title}　{part.value}")
            item.setData(_DATA, part.record_id)
            self.records.addItem(item)

    def _open(self, item: QListWidgetItem) -> None:
        if self._kind and item.data(_DATA):
            self._context.show_record(self._kind, item.data(_DATA))
