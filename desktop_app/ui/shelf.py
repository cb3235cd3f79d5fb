"""Many lists on one page: their names stand at the left with how many records each holds."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from desktop_app.ui.lazy_tabs import LazyTabs


class Shelf(QWidget):
    """Fill ``tabs``; the list at the left brings them to the front, since nine would not fit in a row."""

    def __init__(self) -> None:
        super().__init__()
        self.tabs = LazyTabs()
        self.tabs.tabBar().hide()
        self.names = QListWidget()
        self.names.setAccessibleName("台账类别")
        self.names.setProperty("role", "shelf")
        self.names.setFrameShape(QFrame.Shape.NoFrame)
        self.names.currentRowChanged.connect(self._turn)
        self.tabs.currentChanged.connect(self.names.setCurrentRow)
        beside = QVBoxLayout()
        beside.setContentsMargins(0, 8, 0, 0)  # as far down as the tabs begin
        beside.addWidget(self.names)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(beside)
        row.addWidget(self.tabs, 1)

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """Say how many records each tab holds; the empty ones stay bare."""
        self.names.blockSignals(True)
        while self.names.count() < self.tabs.count():
            self.names.addItem("")
        for place, name in enumerate(self.tabs.names):
            count = counts.get(name, 0)
            self.names.item(place).setText(self.tabs.tabText(place) + (f"（{count:,}）" if count else ""))
        self.names.setCurrentRow(self.tabs.currentIndex())
        self.names.blockSignals(False)
        self._fit()

    def make_room(self, is_editing: bool) -> None:
        """An open editor takes the width of the names; 返回 brings them back."""
        self.names.setVisible(not is_editing)

    def _fit(self) -> None:
        self.names.setFixedWidth(self.names.sizeHintForColumn(0) + 12)

    def _turn(self, place: int) -> None:
        if place >= 0:
            self.tabs.setCurrentIndex(place)
