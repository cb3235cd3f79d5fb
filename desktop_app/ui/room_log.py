"""The log of one room: a month to choose the day from, and the sheet of that day."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.services import nursing
from desktop_app.services.periods import month
from desktop_app.ui.context import Context
from desktop_app.ui.day_sheet import DaySheet
from desktop_app.ui.month_days import MonthDays


class RoomLog(QWidget):
    """使用登记 with its month; each day shows how many visits are written down."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._room_id = 0
        self.sheet = DaySheet(context)
        self.sheet.imported.connect(self._show_newest)
        self.days = MonthDays(context.today())
        self.days.picked.connect(self._show_day)
        side = QVBoxLayout()
        side.addWidget(self.days)
        side.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(side)
        row.addWidget(self.sheet, 1)

    def show_room(self, room_id: int) -> None:
        """Show the day chosen, of a room."""
        self._room_id = room_id
        self._show()

    def leave(self) -> bool:
        """Whether the sheet may be left."""
        return self.sheet.leave()

    def _show_newest(self) -> None:
        """What was just brought in is seldom of today."""
        newest = nursing.last_day(self._context.ledger, self._room_id)
        if newest:
            self.days.pick(newest)

    def _show_day(self, _: date) -> None:
        self.sheet.grid.keep_all()
        self._show()

    def _show(self) -> None:
        day = self.days.day
        self.sheet.show_day(self._room_id, day)
        found = nursing.marked_days(self._context.ledger, "room_use", self._room_id, month(day.year, day.month))
        self.days.mark({each: f"{number}次" for each, number in found.items()})
