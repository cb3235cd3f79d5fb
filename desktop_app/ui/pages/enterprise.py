"""单位概况: the enterprise, its union and its head counts, from which every form's head is filled."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.context import Context
from desktop_app.ui.lazy_tabs import LazyTabs
from desktop_app.ui.page import Page
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.record_list import RecordListView

_COUNTS = "各表上的职工数、女职工数、会员数都按填报日期取这里最近的一次。每半年或上报前记一次。"


class EnterprisePage(Page):
    """Three tabs, the first two with one record each."""

    name = "enterprise"
    title = "单位概况"
    icon = "enterprise"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.tabs = LazyTabs()
        self.tabs.add("enterprise", "单位", lambda: RecordEditor(context, "enterprise"))
        self.tabs.add("union_committee", "工会", lambda: RecordEditor(context, "union_committee"))
        self.tabs.add(
            "headcount_snapshot",
            "职工人数",
            lambda: RecordListView(context, "headcount_snapshot", purpose=_COUNTS),
        )
        self.tabs.currentChanged.connect(self.tabs.content)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 12)
        column.addWidget(self.tabs)

    def reload(self) -> None:
        """Show again what is kept, unless something is being typed."""
        content = self.tabs.content()
        if isinstance(content, RecordEditor) and not content.is_changed:
            content.open(None)

    def show_record(self, kind: str, record_id: int) -> None:
        """Bring the tab of a kind to the front."""
        content = self.tabs.open(kind)
        if isinstance(content, RecordListView) and record_id:
            content.open_record(record_id)

    def search(self) -> None:
        """Ctrl+F: the list of head counts has little to search, so only the list itself."""
        content = self.tabs.content()
        if isinstance(content, RecordListView):
            content.search()

    def save(self) -> None:
        """Ctrl+S."""
        content = self.tabs.content()
        if isinstance(content, RecordEditor | RecordListView):
            content.save()

    def leave(self) -> bool:
        """Typed work on any tab holds the officer."""
        return all(_may_leave(content) for content in self.tabs.made())


def _may_leave(content: QWidget) -> bool:
    return content.leave() if isinstance(content, RecordEditor | RecordListView) else True
