"""The inside of the window: left bar, page head, the pages, help and the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui import theme
from desktop_app.ui.beside import Beside
from desktop_app.ui.help_panel import HelpPanel
from desktop_app.ui.icons import icon, pixmap
from desktop_app.ui.pages import PLACES, make_page
from desktop_app.ui.status import StatusBar

if TYPE_CHECKING:
    from desktop_app.ui.context import Context
    from desktop_app.ui.page import Page

_TITLES = {place.name: place.title for place in PLACES}


class Workspace(QWidget):
    """Shown from the first moment; its left bar works once a ledger is attached."""

    change_ledger = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._context: Context | None = None
        self._pages: dict[str, Page] = {}
        self._current = ""
        self._make_left_bar()
        self._make_head()
        self._make_body()
        self._arrange()
        self.attach(None)

    @property
    def page(self) -> Page | None:
        """The page in view."""
        return self._pages.get(self._current)

    def attach(self, context: Context | None) -> None:
        """Show an opened ledger from its first page on; None shows that one is being opened."""
        for page in self._pages.values():
            page.deleteLater()
        self._pages.clear()
        self._current = ""
        self._context = context
        self._bar.setEnabled(context is not None)
        self.status.attach(context)
        self._head.setVisible(context is not None)
        if context is None:
            self._stack.setCurrentWidget(self._waiting)
            return
        context.go.connect(self.go)
        context.changed.connect(self._show_change)
        self._show_unit()
        self.go("home")

    def go(self, name: str, kind: str = "", record_id: int = 0, field: str = "") -> None:
        """Turn to a page, to a record on it, to a field of it. Typed work not yet saved keeps the officer."""
        if self._context is None:
            return
        if name != self._current:
            if self.page is not None and not self.page.leave():
                self._places[self._current].setChecked(True)
                return
            self._turn_to(name, self._context)
        if kind and self.page is not None:
            self.page.show_record(kind, record_id)
            if field:
                self.page.focus_field(field)

    def toggle_help(self) -> None:
        """Show or hide the help of this page."""
        self.help.setVisible(not self.help.isVisible())
        if self.help.isVisible():
            self.help.show_page(self.page.help_name if self.page else "home")
            self.help.text.setFocus()

    def _turn_to(self, name: str, context: Context) -> None:
        if name not in self._pages:
            self._pages[name] = make_page(name, context)
            self._stack.addWidget(self._pages[name])
        page = self._pages[name]
        self._current = name
        self._places[name].setChecked(True)
        self._title.setText(_TITLES[name])
        self._stack.setCurrentWidget(page)
        page.reload()
        if self.help.isVisible():
            self.help.show_page(page.help_name)

    def _show_change(self, kind: str) -> None:
        if kind in ("", "enterprise"):
            self._show_unit()
        if self.page is not None:
            self.page.reload()

    def _show_unit(self) -> None:
        from desktop_app.services import records  # the window is shown before the ledger's code is loaded

        if self._context is not None:
            self._unit.setText(records.single(self._context.ledger, "enterprise").get("name") or "")
            self._sample.setVisible(self._context.ledger.setting("sample") == "yes")

    def _make_left_bar(self) -> None:
        self._bar = QFrame()
        self._bar.setProperty("role", "bar")
        layout = QVBoxLayout(self._bar)
        layout.setContentsMargins(0, 14, 0, 8)
        layout.setSpacing(2)
        layout.addWidget(_brand())
        layout.addSpacing(10)
        group = QButtonGroup(self._bar)
        self._places: dict[str, QPushButton] = {}
        for place in PLACES:
            button = QPushButton(icon(place.name, theme.GREY, theme.ACCENT), place.title)
            button.setCheckable(True)
            button.setProperty("role", "place")
            button.setIconSize(QSize(22, 22))
            button.clicked.connect(lambda _, name=place.name: self.go(name))
            group.addButton(button)
            self._places[place.name] = button
            if place.name == "settings":
                layout.addStretch(1)
            layout.addWidget(button)
        change = QPushButton(icon("open", theme.GREY), "换一份台账")
        change.setProperty("role", "place")
        change.setIconSize(QSize(22, 22))
        change.clicked.connect(self.change_ledger)
        layout.addWidget(change)

    def _make_head(self) -> None:
        self._head = QFrame()
        self._head.setProperty("role", "head")
        layout = QHBoxLayout(self._head)
        layout.setContentsMargins(20, 10, 12, 4)
        layout.setSpacing(12)
        self._title, self._unit = QLabel(), QLabel()
        self._title.setProperty("role", "title")
        self._unit.setProperty("role", "hint")
        self._unit.setTextFormat(Qt.TextFormat.PlainText)
        self._sample = QLabel("示例 · 不能上报")
        self._sample.setProperty("role", "badge-warn")
        self._sample.setToolTip("这是示例单位的台账，里面的人和数字都是编的，可以随便试")
        asked = QPushButton(icon("help", theme.GREY), "帮助")
        asked.setProperty("role", "quiet")
        asked.setToolTip("本页怎么用（F1）")
        asked.clicked.connect(self.toggle_help)
        layout.addWidget(self._title)
        layout.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        layout.addWidget(self._unit)
        layout.addWidget(asked)

    def _make_body(self) -> None:
        self._stack = QStackedWidget()
        self._waiting = QLabel("正在打开台账…", alignment=Qt.AlignmentFlag.AlignCenter)
        self._waiting.setProperty("role", "hint")
        self._stack.addWidget(self._waiting)
        self.help = HelpPanel()
        self.status = StatusBar()

    def _arrange(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._head)
        right.addWidget(Beside(self._stack, self.help), 1)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(self._bar)
        top.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top, 1)
        layout.addWidget(self.status)


def _brand() -> QWidget:
    brand = QWidget()
    layout = QHBoxLayout(brand)
    layout.setContentsMargins(16, 0, 20, 0)
    layout.setSpacing(8)
    mark, name = QLabel(), QLabel("半边天")
    mark.setPixmap(pixmap("mark", theme.ACCENT, 26, 2.0))
    name.setProperty("role", "title")
    layout.addWidget(mark)
    layout.addWidget(name)
    layout.addStretch(1)
    return brand
