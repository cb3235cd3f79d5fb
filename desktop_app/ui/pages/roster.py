"""女职工花名册: everyone, found by whatever one remembers of her; and what is due to her around a birth."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from desktop_app.ui.context import Context
from desktop_app.ui.entitlement_sheet import EntitlementSheet
from desktop_app.ui.lazy_tabs import LazyTabs
from desktop_app.ui.page import Page
from desktop_app.ui.record_list import RecordListView
from desktop_app.ui.special_period_tab import SpecialPeriodTab


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
        self.tabs = LazyTabs()
        self.tabs.add("person", "花名册", lambda: self.list)
        self.tabs.add("special_period", "特殊时期", lambda: SpecialPeriodTab(context))
        self.tabs.add("entitlements", "权益计算", lambda: EntitlementSheet(context))
        self.tabs.open("person")
        self.tabs.currentChanged.connect(self.reload)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 12)
        column.addWidget(self.tabs)

    @property
    def view(self) -> RecordListView | None:
        """The list in front, where there is one to be seen."""
        content = self.tabs.content()
        if isinstance(content, SpecialPeriodTab):
            return content.list if content.is_open else None
        return content if isinstance(content, RecordListView) else None

    def reload(self) -> None:
        """Show what may be shown now, by the rules that hold now."""
        content = self.tabs.content()
        if isinstance(content, SpecialPeriodTab):
            content.reload()
        elif isinstance(content, EntitlementSheet):
            content.calculate()

    def show_record(self, kind: str, record_id: int) -> None:
        """Open one person or entry, or its list."""
        content = self.tabs.open(kind)
        if isinstance(content, SpecialPeriodTab):
            content.show_record(record_id)
        elif record_id:
            self.list.open_record(record_id)
        elif self.list.leave():
            self.list.show_list()

    def search(self) -> None:
        """Ctrl+F."""
        if self.view:
            self.view.search()

    def save(self) -> None:
        """Ctrl+S."""
        if self.view:
            self.view.save()

    def leave(self) -> bool:
        """Typed work holds the officer."""
        made = [each.list if isinstance(each, SpecialPeriodTab) else each for each in self.tabs.made()]
        return all(each.leave() for each in made if isinstance(each, RecordListView))
