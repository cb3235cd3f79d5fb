"""女职工花名册: everyone, found by whatever one remembers of her."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop_app.ui.context import Context
from desktop_app.ui.page import Page
from desktop_app.ui.record_list import RecordListView


class RosterPage(Page):
    """The roster; identity and telephone numbers are masked in the list."""

    name = "roster"
    title = "女职工花名册"
    icon = "roster"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.list = RecordListView(
            context,
            "person",
            purpose="花名册里每人只填一次：委员名单、协商代表、各种名册和统计表都从这里取。手头有表格就直接导入。",
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 12)
        column.addWidget(self.list)

    def show_record(self, kind: str, record_id: int) -> None:
        """Open one person, or the list."""
        if record_id:
            self.list.open_record(record_id)
        elif self.list.leave():
            self.list.show_list()

    def search(self) -> None:
        """Ctrl+F."""
        self.list.search()

    def save(self) -> None:
        """Ctrl+S."""
        self.list.save()

    def leave(self) -> bool:
        """Typed work holds the officer."""
        return self.list.leave()
