"""The scrolled paper of an editor: the field being typed on is always in view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.record_sheet import RecordSheet

_MARGIN = 40  # pixels kept in view around a field


class SheetScroll(QScrollArea):
    """A sheet with ``below`` beneath it, scrolled up and down only."""

    def __init__(self, sheet: RecordSheet, below: QWidget) -> None:
        super().__init__()
        self._sheet = sheet
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(sheet)
        column.addWidget(below)
        column.addStretch()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        sheet.field_entered.connect(self._bring)

    def _bring(self, field: QWidget) -> None:
        """Scroll to a field; to the very top for the first one, whose block has its title above it."""
        if field is next(iter(self._sheet.fields.values())):
            self.verticalScrollBar().setValue(0)
        else:
            self.ensureWidgetVisible(field, 0, _MARGIN)
