"""名称目录: every name a form may use, found by a few letters, each with its present value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.printing.catalogue import Entry
from desktop_app.ui.search_line import SearchLine

_DATA = Qt.ItemDataRole.UserRole
_MOST = 200  # lines shown at once; more words make them fewer


class NamePicker(QWidget):
    """``picked`` carries a name once it was chosen with Enter or a double click."""

    picked = Signal(str)

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = entries
        self._proposed: tuple[Entry, ...] = ()
        self._values: Mapping[str, str] = {}
        self.sought = SearchLine("找要填的内容，如 女职工数、主任 电话", "找要填的内容")
        self.found = QListWidget()
        self.found.setAccessibleName("可填的内容")
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sought.textChanged.connect(lambda _: self._show())
        self.sought.forward.connect(self._pick_first)
        self.sought.down.connect(self._go_down)
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

    def propose(self, label: str) -> None:
        """Put the names that a cell's label may mean on top of all others, the nearest first; nothing is typed yet."""
        self._proposed = tuple(_nearest(self._entries, label))
        if self.sought.text():
            self.sought.clear()
        else:
            self._show()

    def _show(self) -> None:
        words = self.sought.text().split()
        proposed = () if words else self._proposed
        taken = {entry.name for entry in proposed}
        self.found.clear()
        for entry in chain(proposed, (entry for entry in self._entries if entry.name not in taken)):
            said = f"{entry.name} {entry.meaning}"
            if all(word in said for word in words):
                self.found.addItem(self._item(entry))
                if self.found.count() == _MOST:
                    return

    def _item(self, entry: Entry) -> QListWidgetItem:
        value = self._values.get(entry.name, "")
        item = QListWidgetItem(f"{entry.name}　{value}" if value else entry.name)
        item.setToolTip(f"{item.text()}\n{entry.meaning}")
        item.setData(_DATA, entry.name)
        return item

    def _pick_first(self) -> None:
        """Enter takes the first name found; while nothing is typed it only leads into the list."""
        if not self.sought.text().strip():
            self._go_down()
        elif self.found.count():
            self.picked.emit(self.found.item(0).data(_DATA))

    def _go_down(self) -> None:
        if self.found.count():
            self.found.setCurrentRow(0)
            self.found.setFocus()


def _nearest(entries: Iterable[Entry], label: str) -> list[Entry]:
    """The names whose field says the label or a part of it, those that say just that first."""
    sought = "".join(sign for sign in label if sign.isalnum())
    found = []
    for place, entry in enumerate(entries):
        said = "".join(sign for sign in entry.kind.label if sign.isalnum())
        if len(said) > 1 and sought and (said in sought or sought in said):
            found.append((said != sought, abs(len(said) - len(sought)), place, entry))
    return [entry for *_, entry in sorted(found, key=lambda each: each[:3])]
