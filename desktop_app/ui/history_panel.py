"""The history of one record, folded away until someone asks who changed what."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from desktop_app.records.base import RecordType
from desktop_app.services.history import Touch, history_of
from desktop_app.ui.context import Context

_SHOWN = 20  # changes; older ones are kept but not read here


class HistoryPanel(QWidget):
    """A button that unfolds the changes of the record shown."""

    def __init__(self, context: Context, of: RecordType) -> None:
        super().__init__()
        self._context = context
        self._of = of
        self._id: int | None = None
        self._fold = QToolButton()
        self._fold.setCheckable(True)
        self._fold.setText("修改记录")
        self._fold.setArrowType(Qt.ArrowType.RightArrow)
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.toggled.connect(self._show_touches)
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._text)

    def show_record(self, record_id: int | None) -> None:
        """The record whose history this is; None has none."""
        self._id = record_id
        self.setVisible(record_id is not None)
        self._show_touches(self._fold.isChecked())

    def _show_touches(self, unfolded: bool) -> None:
        self._fold.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)
        self._text.setVisible(unfolded)
        if unfolded and self._id is not None:
            touches = history_of(self._context.ledger, self._of.kind, self._id)[:_SHOWN]
            self._text.setText("\n\n".join(map(_told, touches)))


def _told(touch: Touch) -> str:
    lines = [f"{touch.at[:16]}　{touch.operator or '（未记名）'}　{touch.title}"]
    lines += [f"　　{label}：{old or '（空）'} → {new or '（空）'}" for label, old, new in touch.fields]
    return "\n".join(lines)
