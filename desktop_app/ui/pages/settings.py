"""设置: the ledger's own answers, and the rules it goes by."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout

from desktop_app.ui.calendar_board import CalendarBoard
from desktop_app.ui.context import Context
from desktop_app.ui.lazy_tabs import LazyTabs
from desktop_app.ui.page import Page
from desktop_app.ui.password_sheet import PasswordSheet
from desktop_app.ui.rules_board import RulesBoard
from desktop_app.ui.settings_sheets import SettingsSheets


class SettingsPage(Page):
    """Tabs; the first keeps each answer when its line is left."""

    name = "settings"
    title = "设置"
    icon = "settings"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.sheets = SettingsSheets(context)
        self.tabs = LazyTabs()
        self.tabs.add("setting", "设置", lambda: self.sheets)
        self.tabs.add("rule_override", "适用规定", lambda: RulesBoard(context))
        self.tabs.add("calendar_item", "年度事项", lambda: CalendarBoard(context))
        self.tabs.open("setting")
        self.tabs.currentChanged.connect(self.reload)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 0, 20, 12)
        column.addWidget(self.tabs)

    @property
    def inputs(self) -> dict[str, QLineEdit]:
        """The lines of the first tab by their setting."""
        return self.sheets.inputs

    @property
    def sizes(self) -> QButtonGroup:
        """The text sizes to choose from."""
        return self.sheets.safety.sizes

    @property
    def password(self) -> PasswordSheet:
        """Where the ledger's password is set."""
        return self.sheets.safety.password

    @property
    def help_name(self) -> str:
        """适用规定 has a page of its own."""
        return "rules" if self.tabs.current == "rule_override" else self.name

    def reload(self) -> None:
        """Show what is kept on the tab in front."""
        content = self.tabs.content()
        if isinstance(content, SettingsSheets | RulesBoard | CalendarBoard):
            content.reload()

    def show_record(self, kind: str, record_id: int) -> None:
        """Bring the tab of a kind to the front."""
        if kind in self.tabs.names:
            content = self.tabs.open(kind)
            if isinstance(content, RulesBoard | CalendarBoard):
                content.show_record(record_id)

    def search(self) -> None:
        """Ctrl+F."""
        content = self.tabs.content()
        if isinstance(content, RulesBoard):
            content.search.setFocus()

    def save(self) -> None:
        """Ctrl+S: keep what is typed."""
        self.sheets.save()
        content = self.tabs.content()
        if isinstance(content, CalendarBoard):
            content.save()

    def leave(self) -> bool:
        """Nothing typed is lost."""
        self.sheets.save()
        return all(view.leave() for view in self.tabs.made() if isinstance(view, CalendarBoard))
