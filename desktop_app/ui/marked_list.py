"""A list beside a month whose days show where the list has records: which days were cleaned, which inspected."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.services import nursing
from desktop_app.services.periods import month
from desktop_app.ui.context import Context
from desktop_app.ui.month_days import MonthDays
from desktop_app.ui.record_list import RecordListView


class MarkedList(QWidget):
    """``kind`` of one room; ``done`` is the word for a day that has one, such as 已清洁."""

    def __init__(self, context: Context, kind: str, done: str) -> None:
        super().__init__()
        self._context = context
        self._kind, self._done = kind, done
        self._room_id = 0
        self.list = RecordListView(context, kind, {"room_id": 0})
        self.days = MonthDays(context.today())
        self.days.picked.connect(self._mark)
        self._told = QLabel()
        self._told.setProperty("role", "hint")
        self._told.setWordWrap(True)
        self._make_layout()

    def show_room(self, room_id: int) -> None:
        """Show the records of a room."""
        if room_id != self._room_id:
            self._room_id = room_id
            self.list.set_where({"room_id": room_id})
        self._mark()

    def leave(self) -> bool:
        """Whether the list's editor may be left."""
        return self.list.leave()

    def _make_layout(self) -> None:
        side = QVBoxLayout()
        side.addWidget(self.days)
        side.addWidget(self._told)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(side)
        row.addWidget(self.list, 1)

    def _mark(self, _: date | None = None) -> None:
        day = self.days.day
        found = nursing.marked_days(self._context.ledger, self._kind, self._room_id, month(day.year, day.month))
        self.days.mark(dict.fromkeys(found, "✓"))
        self._told.setText(f"✓ 为{self._done}的日子，本月 {len(found)} 天。")
