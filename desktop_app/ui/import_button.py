"""导入, wherever records of one kind are listed or typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop_app.records.fields import Value
from desktop_app.ui.context import Context
from desktop_app.ui.icons import icon


class ImportButton(QPushButton):
    """Asks for an office file of one kind; ``where`` tells, when pressed, what the records brought in belong to."""

    taken = Signal()  # the lines of a file have come in

    def __init__(self, context: Context, kind: str, where: Callable[[], Mapping[str, Value]]) -> None:
        super().__init__(icon("import"), "导入")
        self._context, self._kind, self._where = context, kind, where
        self.setToolTip("从表格文件导入")
        self.clicked.connect(self.begin)

    def begin(self) -> None:
        """Choose a file and look at it."""
        from desktop_app.ui.import_dialog import ImportDialog  # reads spreadsheets: only when asked for

        dialog = ImportDialog(self._context, self._kind, self._where(), self)
        dialog.taken.connect(self.taken)
        dialog.begin()
