"""A line that offers what fits while one types: words of a list, or other records."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from desktop_app.records.reading import plain
from desktop_app.records.spelling import readings
from desktop_app.ui.lines import Line, is_enter

Offer = tuple[Any, str]  # what is picked, and its text
_WAIT = 60  # ms of quiet before a search


def fitting(words: Sequence[str], typed: str) -> list[str]:
    """Those words that contain what was typed, or whose initials or pinyin begin with it: cj finds 车间."""
    sought = plain(typed).lower()
    if not sought:
        return list(words)
    sounds = sought.replace(" ", "")
    spoken = [w for w in words if any(part.startswith(sounds) for pair in readings(w) for part in pair)]
    return list(dict.fromkeys([word for word in words if sought in word.lower()] + spoken))


class PickLine(Line):
    """A line with a list hanging from it. ``offers`` gives what fits a text; ``picked`` is what was chosen, or None.

    ``is_open``: Chinese words from outside the list are taken as they are; letters still stand for what they fit.
    """

    chosen = Signal()

    def __init__(self, offers: Callable[[str], list[Offer]], *, is_open: bool = False) -> None:
        super().__init__()
        self._is_open = is_open
        self.picked: Any = None
        self._offers = offers
        self._make_list()
        self._make_timer()

    def pick(self, value: Any, text: str) -> None:
        """Take one of the offers."""
        self.picked = value
        self.setText(text)
        self._completer.popup().hide()

    def open_list(self) -> None:
        """Offer everything."""
        self.setFocus()
        self._offer("")

    def settle(self) -> None:
        """On leaving: an exact text, or letters that fit, become the offer they stand for."""
        typed = self.text().strip()
        if self.picked is not None or not typed:
            return
        offers = self._offers(typed)
        exact = [offer for offer in offers if offer[1] == typed]
        if exact or (offers and (typed.isascii() or (len(offers) == 1 and not self._is_open))):
            self.pick(*(exact or offers)[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the marked offer and goes on; the down key opens the list."""
        popup = self._completer.popup()
        if is_enter(event) and not self.is_composing and popup.isVisible():
            marked = popup.currentIndex()
            if marked.isValid():
                self._take(marked)
            popup.hide()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4) and not popup.isVisible():
            self._offer(self.text() if self.picked is None else "")
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Settle before anyone is told that the line was left."""
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._timer.stop()
            self.settle()
        super().focusOutEvent(event)

    def _make_list(self) -> None:
        self._model = QStandardItemModel(0, 1, self)
        self._completer = QCompleter(self._model, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.setMaxVisibleItems(10)
        self._completer.popup().clicked.connect(self._take)

    def _make_timer(self) -> None:
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._offer_typed)
        self.textEdited.connect(self._forget_and_wait)

    def _forget_and_wait(self) -> None:
        self.picked = None
        self._timer.start()

    def _offer_typed(self) -> None:
        self._offer(self.text())

    def _offer(self, typed: str) -> None:
        self._model.clear()
        for value, text in self._offers(typed):
            item = QStandardItem(text)
            item.setData(value, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        if self._model.rowCount():
            self._completer.complete()
            if typed.strip():
                self._completer.popup().setCurrentIndex(self._completer.completionModel().index(0, 0))
        else:
            self._completer.popup().hide()

    def _take(self, index: QModelIndex | QPersistentModelIndex) -> None:
        self.pick(index.data(Qt.ItemDataRole.UserRole), index.data(Qt.ItemDataRole.DisplayRole))
        self.chosen.emit()
