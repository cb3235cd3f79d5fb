"""首页·我要办的事: four figures, what is to be done by when, and the year's use of the nursing rooms."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.rules.duties import OVERDUE, SOON
from desktop_app.services import home
from desktop_app.services.home import Figure
from desktop_app.ui.bar_chart import BarChart
from desktop_app.ui.clickable import Clickable
from desktop_app.ui.context import Context
from desktop_app.ui.page import Page
from desktop_app.ui.sheet import Sheet, words
from desktop_app.ui.task_list import TaskList

_FIRST_STEPS = (
    ("enterprise", "填单位概况", "单位、工会和人数只填一次，所有表的表头都从这里取。"),
    ("person", "导入女职工花名册", "手头的表格（xlsx、xls、csv）直接导入，不用重新打字。"),
    ("committee_term", "建本届女职工委员会", "填届次、任期和委员，就能出名单和登记表。"),
)


class HomePage(Page):
    """What the ledger says is to be done; each line and figure leads to its place."""

    name = "home"
    title = "首页"
    icon = "home"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        body = QWidget()
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(20, 4, 20, 16)
        self._layout.setSpacing(14)
        self._make_figures()
        self._make_first_steps()
        self._make_tasks_and_chart()

    def reload(self) -> None:
        """Read the ledger anew."""
        shown = home.home(self.context.ledger, self.context.today())
        for card, figure in zip(self._cards, shown.figures, strict=True):
            card.show_figure(figure)
        self._first_steps.setVisible(shown.is_empty)
        self._work.setVisible(not shown.is_empty)
        self.tasks.show_duties(shown.tasks, shown.later, shown.done, self.context.today())
        year = self.context.today().year
        bars = [(str(number), visits) for number, visits in enumerate(shown.visits, 1)]
        self._chart.show_bars(bars, f"{year}年各月哺乳室使用人次，合计 {sum(shown.visits)} 人次")
        self._chart_head.setText(f"{year} 年各月哺乳室使用人次（合计 {sum(shown.visits)}）")

    def _make_figures(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        self._cards = [_Card() for _ in range(4)]
        for card in self._cards:
            card.clicked.connect(self.context.show_record)
            row.addWidget(card, 1)
        self._layout.addLayout(row)

    def _make_first_steps(self) -> None:
        self._first_steps = Sheet("先做这三件事，台账就能用起来")
        for number, (kind, step, why) in enumerate(_FIRST_STEPS, 1):
            line = QHBoxLayout()
            line.setSpacing(14)
            button = QPushButton(f"{number}. {step}")
            button.setProperty("role", "primary" if number == 1 else "")
            button.setMinimumWidth(220)
            button.clicked.connect(lambda _, kind=kind: self.context.show_record(kind))
            line.addWidget(button)
            line.addWidget(words(why), 1)
            self._first_steps.body.addLayout(line)
        self._layout.addWidget(self._first_steps)

    def _make_tasks_and_chart(self) -> None:
        self._work = QWidget()
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        self.tasks = TaskList(self.context)
        chart = Sheet("")
        self._chart_head = chart.head
        self._chart = BarChart("今年还没有哺乳室使用登记")
        self._chart.setMaximumHeight(280)
        chart.body.addWidget(self._chart, 1)
        chart.body.addStretch(0)
        row.addWidget(self.tasks, 3)
        row.addWidget(chart, 2)
        self._layout.addWidget(self._work, 1)
        self._layout.addStretch(0)


class _Card(Clickable):
    """One figure."""

    def __init__(self) -> None:
        super().__init__("card")
        layout = QGridLayout(self)
        layout.setContentsMargins(16, 12, 12, 12)
        layout.setVerticalSpacing(2)
        self._label, self._value, self._note = QLabel(), QLabel(), QLabel(wordWrap=True)
        self._label.setProperty("role", "hint")
        self._value.setProperty("role", "figure")
        self._note.setProperty("role", "hint")
        self._unit = QLabel()
        self._unit.setProperty("role", "unit")
        layout.addWidget(self._label, 0, 0, 1, 2)
        layout.addWidget(self._value, 1, 0)
        layout.addWidget(self._unit, 1, 1, Qt.AlignmentFlag.AlignBottom)
        layout.addWidget(self._note, 2, 0, 1, 2)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(3, 1)

    def show_figure(self, figure: Figure) -> None:
        """Write the figure down."""
        self.lead_to(figure.kind)
        self._label.setText(figure.label)
        self._value.setText(figure.value)
        self._unit.setText(figure.unit)
        self._note.setText(figure.note)
        self._note.setProperty("role", {OVERDUE: "error", SOON: "warn"}.get(figure.urgency, "hint"))
        self._note.style().polish(self._note)
        self.setAccessibleName(f"{figure.label} {figure.value}{figure.unit} {figure.note}")
