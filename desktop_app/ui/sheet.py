"""A white sheet with a head and, if need be, a sentence of explanation: the block all our own pages are made of."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QLayout, QVBoxLayout


class Sheet(QFrame):
    """Add what it holds to ``body``."""

    def __init__(self, title: str, hint: str = "") -> None:
        super().__init__()
        self.setProperty("role", "sheet")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 14, 18, 14)
        self.body.setSpacing(10)
        self.head = QLabel(title)
        self.head.setProperty("role", "section")
        self.body.addWidget(self.head)
        if hint:
            self.body.addWidget(words(hint))


def words(sentence: str, role: str = "hint") -> QLabel:
    """A wrapping sentence, by default in grey."""
    label = QLabel(sentence, wordWrap=True)
    label.setProperty("role", role)
    return label


def clear(layout: QLayout) -> None:
    """Take every widget out of a layout, for good."""
    while layout.count():
        widget = layout.takeAt(0).widget()
        if widget:
            widget.hide()
            widget.deleteLater()
