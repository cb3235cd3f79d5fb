"""Tabs whose contents are made when they are first looked at, so that a page with six lists opens at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget


class LazyTabs(QTabWidget):
    """Named tabs. ``make`` of a tab runs once; ``show`` of a made tab runs each time it comes to the front."""

    def __init__(self) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._names: list[str] = []
        self._made: dict[str, QWidget] = {}
        self.currentChanged.connect(self._make_current)

    def add(self, name: str, title: str, make: Callable[[], QWidget]) -> None:
        """Add a tab under an identifier."""
        self._makers[name] = make
        self._names.append(name)
        holder = QWidget()
        QVBoxLayout(holder).setContentsMargins(0, 8, 0, 0)
        self.addTab(holder, title)

    @property
    def current(self) -> str:
        """The identifier of the tab in front."""
        return self._names[self.currentIndex()] if self._names else ""

    def open(self, name: str) -> QWidget:
        """Bring a tab to the front, making it when need be."""
        self.setCurrentIndex(self._names.index(name))
        self._make_current()
        return self._made[name]

    def made(self, name: str) -> QWidget | None:
        """The content of a tab, if it was ever looked at."""
        return self._made.get(name)

    def _make_current(self, _: int = 0) -> None:
        name = self.current
        if self.isVisible() and name and name not in self._made:
            content = self._makers[name]()
            self._made[name] = content
            holder = self.widget(self._names.index(name)).layout()
            if holder is not None:
                holder.addWidget(content)

    def make_current(self) -> None:
        """Make the tab in front although nothing is on the screen yet."""
        self._make_current()
