"""名称目录: every name a form may use, found by a few letters, each with its present value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.printing.catalogue import Entry
from desktop_app.ui.lines import Line

_DATA = Qt.ItemDataRole.UserRole
_MOST = 200  # lines shown at once; more words make them fewer


class NamePicker(QWidget):
    """``picked`` carries a name once it was chosen with Enter or a double click."""

    picked = Signal(str)

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries
        self._values: Mapping[str, str] = {}
        self.sought = Line()
        self.sought.setPlaceholderText("找要填的内容，如 女职工数、主任 电话")
        self.sought.setAccessibleName("找要填的内容")
        self.sought.setClearButtonEnabled(True)
        self.found = QListWidget()
        self.found.setAccessibleName("可填的内容")
        self.sought.textChanged.connect(lambda _: self._show())
        self.sought.forward.connect(self._pick_first)
        self.found.itemActivated.connect(lambda item: self.picked.emit(item.data(_DATA)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sought)
        column.addWidget(self.found, 1)
        self._show()

    def show_values(self, values: Mapping[str, str]) -> None:
        """Show beside the names what they stand for at present."""
        self._values = values
        self._show()

    def seek(self, words: str) -> None:
        """Look for words."""
        self.sought.setText(words)

    def _show(self) -> None:
        words = self.sought.text().split()
        self.found.clear()
        for entry in self._entries:
            said = f"{entry.name} {entry.meaning}"
            if all(word in said for word in words):
                value = self._values.get(entry.name, "")
                item = QListWidgetItem(f"{entry.name}　{value}" if value else entry.name)
                item.setToolTip(entry.meaning)
                item.setData(_DATA, entry.name)
                self.found.addItem(item)
                if self.found.count() == _MOST:
                    return

    def _pick_first(self) -> None:
        if self.found.count():
            self.picked.emit(self.found.item(0).data(_DATA))
