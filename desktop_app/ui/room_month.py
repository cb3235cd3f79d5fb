"""The month of one room in figures: visits, persons, mean stay and cleaning, against the month before."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.services import nursing
from desktop_app.services.nursing import Figures
from desktop_app.services.periods import month
from desktop_app.ui.context import Context
from desktop_app.ui.month_chart import MonthChart
from desktop_app.ui.month_days import MonthDays


class RoomMonth(QWidget):
    """Four figures and the days as bars."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._figures: dict[str, tuple[QLabel, QLabel]] = {}
        self._chart = MonthChart()
        self._purposes = QLabel()
        self._purposes.setWordWrap(True)
        self._room_id = 0
        self._days = MonthDays(context.today())
        self._days.picked.connect(self._show_month)
        self._make_layout()

    def show_room(self, room_id: int) -> None:
        """Show the month chosen, of a room."""
        self._room_id = room_id
        self._show_month(self._days.day)

    def told(self) -> dict[str, tuple[str, str]]:
        """Each figure by its name, with what is written beneath it."""
        return {name: (figure.text(), hint.text()) for name, (figure, hint) in self._figures.items()}

    def _show_month(self, day: date) -> None:
        ledger, room_id = self._context.ledger, self._room_id
        before = day.replace(day=1) - timedelta(days=1)
        now = nursing.figures(ledger, room_id, month(day.year, day.month))
        last = nursing.figures(ledger, room_id, month(before.year, before.month))
        for (figure, hint), (number, note) in zip(self._figures.values(), _told(now, last), strict=True):
            figure.setText(number)
            hint.setText(note)
        self._days.mark({each: f"{number}次" for each, number in now.visits_by_day.items()})
        self._chart.show_month(day.replace(day=1), now.visits_by_day)
        told = [f"{purpose} {number} 人次" for purpose, number in now.visits_by_purpose.items()]
        self._purposes.setText("按事由：" + "，".join(told) if told else "")

    def _make_layout(self) -> None:
        cards = QGridLayout()
        for place, name in enumerate(("使用人次", "使用人数", "平均时长", "清洁消毒")):
            cards.addWidget(self._card(name), place // 2, place % 2)
        sheet = QFrame()
        sheet.setProperty("role", "sheet")
        below = QVBoxLayout(sheet)
        head = QLabel("每日使用人次")
        head.setProperty("role", "section")
        below.addWidget(head)
        below.addWidget(self._chart, 1)
        below.addWidget(self._purposes)
        column = QVBoxLayout()
        column.addLayout(cards)
        column.addWidget(sheet, 1)
        side = QVBoxLayout()
        side.addWidget(self._days)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(side)
        row.addLayout(column, 1)

    def _card(self, name: str) -> QFrame:
        card = QFrame()
        card.setProperty("role", "sheet")
        title, figure, hint = QLabel(name), QLabel(), QLabel()
        figure.setProperty("role", "figure")
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        grid = QGridLayout(card)
        for row, label in enumerate((title, figure, hint)):
            grid.addWidget(label, row, 0)
        grid.setRowStretch(2, 1)
        self._figures[name] = (figure, hint)
        return card


def _told(now: Figures, last: Figures) -> list[tuple[str, str]]:
    """Each figure with its unit, and what it is measured against."""
    unnamed = f"另有 {now.unnamed_visits} 人次未登记姓名" if now.unnamed_visits else "按登记的姓名计"
    return [
        (f"{now.visits} 人次", f"上月 {last.visits} 人次"),
        (f"{now.persons} 人", unnamed),
        (_minutes(now).strip(), f"按 {now.timed_visits} 人次的进出时间计算；上月{_minutes(last)}"),
        (f"{now.cleaned_days} 天", f"共 {now.cleanings} 次；上月 {last.cleaned_days} 天"),
    ]


def _minutes(figures: Figures) -> str:
    return "无记录" if figures.mean_minutes is None else f" {int(figures.mean_minutes + 0.5)} 分钟"
