"""The paper log typed in fast: each new line offers the day, purpose and department of the line above."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.services import nursing
from desktop_app.ui.context import Context
from desktop_app.ui.grid_foot import GridFoot
from desktop_app.ui.import_button import ImportButton
from desktop_app.ui.month_days import WEEKDAYS
from desktop_app.ui.record_grid import RecordGrid

COLUMNS = ("used_on", "entered_at", "left_at", "purpose", "department", "person_name", "condition", "note")
_WIDTHS = (13, 10, 10, 12, 13, 11, 11, 14)
_OFFERED = ("purpose", "department", "condition")


class DaySheet(QWidget):
    """使用登记 of one room: the lines of one day, or of its whole month."""

    imported = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._room_id = 0
        self._day = context.today()
        ledger = context.ledger
        self.grid = RecordGrid(
            context,
            "room_use",
            COLUMNS,
            widths=_WIDTHS,
            first="entered_at",
            suggest={
                "person_name": lambda text: nursing.names_offered(ledger, text),
                "department": lambda text: nursing.departments_offered(ledger, text),
            },
        )
        self._make_head()
        self._make_layout()

    def show_day(self, room_id: int, day: date) -> None:
        """Show the lines of a room around ``day``."""
        self._room_id, self._day = room_id, day
        self.reload()

    def reload(self) -> None:
        """Read the lines anew."""
        is_month = self._month.isChecked()
        first, last = self._span() if is_month else (self._day, self._day)
        found = nursing.use_lines(self._context.ledger, self._room_id, first, last)
        self.grid.show_lines({"room_id": self._room_id}, found, self._offer)
        day = self._day
        when = f"{day.year}年{day.month}月" if is_month else f"{day.month}月{day.day}日 星期{WEEKDAYS[day.weekday()]}"
        self.grid.hide_column("used_on", not is_month)
        self._title.setText(f"{when} · {len(found)} 人次")

    def show_month(self) -> None:
        """Show the whole month."""
        self._month.click()

    def leave(self) -> bool:
        """Whether the sheet may be left: asks where a line is still red."""
        return self.grid.leave("使用登记")

    def _make_head(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._one_day, self._month = QPushButton("当日"), QPushButton("整月")
        self._span_buttons = QButtonGroup(self)
        for button in (self._one_day, self._month):
            button.setCheckable(True)
            self._span_buttons.addButton(button)
        self._one_day.setChecked(True)
        self._span_buttons.buttonClicked.connect(self._change_span)
        self._gone = QPushButton("删除选中行")
        self._gone.setProperty("role", "quiet")
        self._gone.clicked.connect(self.grid.drop_selected)
        self._import = ImportButton(self._context, "room_use", lambda: {"room_id": self._room_id})
        self._import.taken.connect(self.imported)
        self._new = QPushButton("登记一次")
        self._new.setProperty("role", "primary")
        self._new.clicked.connect(self.grid.new_line)

    def _make_layout(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        for widget in (self._one_day, self._month, self._gone, self._import, self._new):
            head.addWidget(widget)
        privacy = QLabel("时间可以打 0905。姓名可以不填，只计人次；不登记身份证号、孕周和病情。")
        privacy.setProperty("role", "hint")
        privacy.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addWidget(privacy)
        column.addWidget(GridFoot(self.grid))

    def _change_span(self) -> None:
        self.grid.keep_all()
        self.reload()

    def _span(self) -> tuple[date, date]:
        day = self._day
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])

    def _offer(self, texts: Sequence[Mapping[str, str]]) -> dict[str, str]:
        """The line above, as far as the next visit is likely to be alike; on an empty day, the day alone."""
        if not texts:
            return {"used_on": self._day.isoformat()}
        above = texts[-1]
        return {name: above.get(name, "") for name in ("used_on", *_OFFERED)}
