"""What stands beneath a grid: its habits until something happened, then what was saved or is wrong."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QLabel

from desktop_app.ui.record_grid import RecordGrid


class GridFoot(QLabel):
    """One line; the fault of the cell one stands on comes first."""

    def __init__(self, grid: RecordGrid) -> None:
        super().__init__()
        self._grid = grid
        self._is_red = False
        self.setWordWrap(True)
        self._show(grid.habits, "hint")
        grid.model().said.connect(self._say)
        grid.model().failed.connect(self._note_fault)
        grid.selectionModel().currentChanged.connect(self._say_fault)

    def _note_fault(self, is_red: bool) -> None:
        self._is_red = is_red
        self._show(self.text(), "error" if is_red else "good")

    def _say(self, sentence: str) -> None:
        self._show(sentence, "good")

    def _say_fault(self, here: QModelIndex) -> None:
        model = self._grid.model()
        if not here.isValid() or not self._is_red:
            return
        line = model.lines[here.row()]
        fault = line.faults.get(model.columns[here.column()])
        if fault:
            self._show(f"第 {here.row() + 1} 行“{model.fields[model.columns[here.column()]].label}”{fault}", "error")

    def _show(self, sentence: str, role: str) -> None:
        self.setText(sentence)
        self.setProperty("role", role)
        self.style().unpolish(self)
        self.style().polish(self)
