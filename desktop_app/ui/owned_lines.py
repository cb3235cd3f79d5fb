"""A list and, beneath it, the lines of the record chosen in it: an inspection and what it found."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from desktop_app.records.fields import Value
from desktop_app.records.registry import record_type
from desktop_app.ui.context import Context
from desktop_app.ui.record_list import RecordListView


class OwnedLines(QWidget):
    """``kind`` on top, its ``lines`` beneath, which refer to it by their field ``link``."""

    def __init__(self, context: Context, kind: str, lines: str, link: str, where: Mapping[str, Value]) -> None:
        super().__init__()
        self._context = context
        self._kind, self._lines_kind, self._link = kind, lines, link
        self._list = RecordListView(context, kind, dict(where))
        self._list.opened.connect(self._show_lines)
        self._make_layout()

    def set_where(self, where: Mapping[str, Value]) -> None:
        """Show the records of another owner."""
        self._list.set_where(dict(where))
        self._hint.show()
        self._lines.hide()

    def select(self, record_id: int) -> None:
        """Bring one record into view."""
        self._list.select(record_id)

    def _make_layout(self) -> None:
        self._hint = QLabel(f"选中一次{record_type(self._kind).label}，下面逐项填写{record_type(self._lines_kind).label}。")
        self._hint.setProperty("role", "hint")
        self._lines = RecordListView(self._context, self._lines_kind, {self._link: 0})
        self._lines.hide()
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._hint)
        column.addWidget(self._lines, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self._list)
        split.addWidget(below)
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(split)

    def _show_lines(self, record_id: int) -> None:
        self._hint.hide()
        self._lines.set_where({self._link: record_id})
        self._lines.show()
