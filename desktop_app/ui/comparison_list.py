"""与上次相比: what on this form differs from what was handed in the last time."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from desktop_app.errors import Rejected
from desktop_app.services.comparing import Comparison, compare
from desktop_app.services.forms import Form
from desktop_app.ui.context import Context, Progress
from desktop_app.ui.form_choices import FormChoices

_HEADS = ("哪一项", "上次报的", "现在")


class ComparisonList(QWidget):
    """A line for each value that is not what it was."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.said = QLabel()
        self.said.setProperty("role", "hint")
        self.said.setWordWrap(True)
        self.table = QTableWidget(0, len(_HEADS))
        self.table.setHorizontalHeaderLabels(_HEADS)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def show_form(self, form: Form, choices: FormChoices) -> None:
        """Compare the form as chosen with the last time it went to that recipient."""
        try:
            asked = choices.asked
        except Rejected as fault:
            self.table.hide()
            self.said.setText(f"填报日期{fault}")
            return
        ledger = self._context.ledger

        def work(tick: Progress) -> Comparison | None:
            return compare(ledger, form, **asked)

        self._context.runner.run("与上次相比", work, self._show)

    def _show(self, found: Comparison | None) -> None:
        differences = found.differences if found else ()
        self.table.setVisible(bool(differences))
        self.table.setRowCount(len(differences))
        for row, each in enumerate(differences):
            for place, text in enumerate((each.where, each.then or "（空）", each.now or "（空）")):
                self.table.setItem(row, place, QTableWidgetItem(text))
        self.table.resizeRowsToContents()
        if found is None:
            self.said.setText("这张表还没有报送过。报送时程序会存下当时的数，下次就能比。")
        elif differences:
            self.said.setText(f"与 {found.submitted_on} 报送的相比，有 {len(differences)} 处不同：")
        else:
            self.said.setText(f"与 {found.submitted_on} 报送的完全相同。")
