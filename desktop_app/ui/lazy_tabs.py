"""Tabs whose contents are made when they are first looked at, so that a page with six lists opens at once."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget


class LazyTabs(QTabWidget):
    """Named tabs; each one's maker runs once, when ``content`` or ``open`` first asks for it."""

    def __init__(self) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._names: list[str] = []
        self._made: dict[str, QWidget] = {}

    def add(self, name: str, title: str, make: Callable[[], QWidget]) -> None:
        """Add a tab under an identifier."""
        self._makers[name] = make
        self._names.append(name)
        holder = QWidget()
        QVBoxLayout(holder).setContentsMargins(0, 8, 0, 0)
        was_blocked = self.blockSignals(True)  # the first tab must not be made before it is looked at
        self.addTab(holder, title)
        self.blockSignals(was_blocked)

    @property
    def names(self) -> tuple[str, ...]:
        """The identifiers, in their order."""
        return tuple(self._names)

    def show_only(self, names: Collection[str]) -> None:
        """Leave out the tabs that are of no use at present."""
        was_blocked = self.blockSignals(True)  # tabs that come to the front while others go are not looked at
        for place, name in enumerate(self._names):
            self.setTabVisible(place, name in names)
        self.blockSignals(was_blocked)

    @property
    def current(self) -> str:
        """The identifier of the tab in front."""
        return self._names[self.currentIndex()]

    def open(self, name: str) -> QWidget:
        """Bring a tab to the front and give its content, made when need be."""
        self.setCurrentIndex(self._names.index(name))
        return self.content()

    def content(self) -> QWidget:
        """The content of the tab in front, made when need be."""
        name = self.current
        if name not in self._made:
            self._made[name] = self._makers[name]()
            holder = self.currentWidget().layout()
            if holder is not None:
                holder.addWidget(self._made[name])
                self._made[name].show()  # at once, so that the cursor can be put into it
        return self._made[name]

    def made(self) -> list[QWidget]:
        """The contents made so far."""
        return list(self._made.values())
