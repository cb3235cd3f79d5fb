"""Every rule in its group: 规定 | 数值 | 级别 | 出处 | 状态 | 核对日期."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from desktop_app.records.reading import plain
from desktop_app.rules.parameters import LEVELS, OWN
from desktop_app.services.own_rules import DOUBTED, TO_VERIFY, UNSET, Ruling
from desktop_app.ui import theme
from desktop_app.ui.lines import is_enter

_HEADS = ("规定", "数值", "级别", "出处", "状态", "核对日期")
_RULING = Qt.ItemDataRole.UserRole
_STATE, _CHECKED = _HEADS.index("状态"), _HEADS.index("核对日期")
_ROOM = 50  # characters that the six columns need; below, the day checked is told beneath only
_MARKS = {TO_VERIFY: "？", DOUBTED: "～", OWN: "★"}  # never colour alone
_COLOURS = {TO_VERIFY: theme.WARN, DOUBTED: theme.WARN, OWN: theme.ACCENT_DEEP, UNSET: theme.GREY}


class RulingList(QTreeWidget):
    """``picked`` follows the line in view, None on a group; ``wanted`` a double click, Enter or F2."""

    picked = Signal(object)
    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._heads: list[QTreeWidgetItem] = []
        self.setAccessibleName("适用规定")
        self.setHeaderLabels(_HEADS)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        heads = self.header()
        heads.setStretchLastSection(False)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for wordy in (0, 1, 3):
            heads.setSectionResizeMode(wordy, QHeaderView.ResizeMode.Stretch)
        self.currentItemChanged.connect(lambda item, _: self.picked.emit(_ruling_of(item)))
        self.itemDoubleClicked.connect(lambda item, _: self._want(item))

    @property
    def current(self) -> Ruling | None:
        """The rule in front."""
        return _ruling_of(self.currentItem())

    def show_rulings(self, rulings: Iterable[Ruling]) -> None:
        """List them anew; the line in front stays in front."""
        kept, scrolled = self.current, self.verticalScrollBar().value()
        was_blocked = self.blockSignals(True)
        self.clear()
        self._heads.clear()
        for group, members in groupby(rulings, key=lambda ruling: ruling.held.group):
            head = self._group(group)
            self._heads.append(head)
            self.addTopLevelItem(head)
            head.setFirstColumnSpanned(True)
            head.addChildren([_item(ruling) for ruling in members])
        self.expandAll()
        self.blockSignals(was_blocked)
        self.pick(lambda ruling: kept is None or ruling.held.name == kept.held.name)
        self.verticalScrollBar().setValue(scrolled)

    def filter(self, sought: str, *, only_asked: bool) -> int:
        """Leave what has every word of ``sought`` in it; how many are left."""
        parts = plain(sought).lower().split()
        count = 0
        for item in self._items():
            ruling = item.data(0, _RULING)
            fits = all(part in _searched(ruling) for part in parts)
            fits = fits and not (only_asked and ruling.state != TO_VERIFY)
            item.setHidden(not fits)
            count += fits
        for head in self._heads:
            head.setHidden(all(head.child(n).isHidden() for n in range(head.childCount())))
        return count

    def pick(self, fits: Callable[[Ruling], bool]) -> None:
        """Bring the first rule that fits to the front."""
        for item in self._items():
            if fits(item.data(0, _RULING)):
                self.setCurrentItem(item)
                self.scrollToItem(item)
                return

    def enter(self) -> None:
        """Take the keys, on the first rule that is left."""
        self.setFocus()
        if self.currentItem() is None or self.currentItem().isHidden() or self.current is None:
            for shown in [item for item in self._items() if not item.isHidden()][:1]:
                self.setCurrentItem(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the names need the room."""
        super().resizeEvent(event)
        self.setColumnHidden(_CHECKED, self.width() < _ROOM * self.fontMetrics().horizontalAdvance("汉"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or F2 asks for the unit's own value."""
        if is_enter(event) or event.key() == Qt.Key.Key_F2:
            self._want(self.currentItem())
        else:
            super().keyPressEvent(event)

    def _want(self, item: QTreeWidgetItem | None) -> None:
        if _ruling_of(item) is not None:
            self.wanted.emit()

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for head in self._heads:
            yield from (head.child(n) for n in range(head.childCount()))

    def _group(self, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([name])
        bold = QFont(self.font())
        bold.setBold(True)
        item.setFont(0, bold)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item


def _item(ruling: Ruling) -> QTreeWidgetItem:
    held = ruling.held
    state = f"{_MARKS.get(ruling.state, '')}{ruling.state}"
    checked = f"{held.checked_on}" if held.checked_on else ""
    source = held.candidate_source or f"{held.source}{held.article}"
    texts = [held.label, ruling.shown, LEVELS[held.level], source, state, checked]
    item = QTreeWidgetItem(texts)
    item.setData(0, _RULING, ruling)
    for column in (0, 1, 3):
        item.setToolTip(column, texts[column])
    colour = _COLOURS.get(ruling.state)
    if colour:
        item.setForeground(_STATE, QColor(colour))
    if ruling.state in (TO_VERIFY, UNSET):
        item.setForeground(1, QColor(_COLOURS[ruling.state]))
    return item


def _ruling_of(item: QTreeWidgetItem | None) -> Ruling | None:
    return item.data(0, _RULING) if item is not None else None


def _searched(ruling: Ruling) -> str:
    held = ruling.held
    said = (
        held.label,
        ruling.shown,
        held.citation,
        held.candidate_source,
        held.origin,
        ruling.state,
        LEVELS[held.level],
    )
    return "".join(said).lower()
