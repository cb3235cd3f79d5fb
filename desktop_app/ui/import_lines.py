"""The lines of an office file as an import would take them: green, amber or red, each with a mark and a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor

from desktop_app.records.reading import cell_text
from desktop_app.services.importing import ImportResult
from desktop_app.services.intake.plan import NEW, REJECTED, UNCHANGED, UPDATED, Line
from desktop_app.ui import theme

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEADING = ("结果", "位置", "说明")
_WORDS = {NEW: "✓ 新增", UPDATED: "✓ 补充", UNCHANGED: "＝ 已有", REJECTED: "✕ 不导入"}
_GOOD, _DOUBT, _BAD = (
    (theme.GOOD_SOFT, theme.GOOD),
    (theme.WARN_SOFT, theme.WARN),
    (theme.BAD_SOFT, theme.BAD),
)


class ImportLines(QAbstractTableModel):
    """``show_result`` gives it lines; ``show_faulty`` narrows them to those with something to say."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[Line] = ()
        self._lines: Sequence[Line] = ()
        self._cells: Mapping[str, Sequence[Sequence[Any]]] = {}
        self._heads: list[str] = []

    def show_result(self, result: ImportResult, cells: Mapping[str, Sequence[Sequence[Any]]]) -> None:
        """Show what an import did or would do with the sheets ``cells``."""
        self.beginResetModel()
        self._all = self._lines = result.lines
        self._cells = cells
        self._heads = _heads(result, cells)
        self.endResetModel()

    def show_faulty(self, only: bool) -> None:
        """Show only lines that were rejected or deserve a look, or all."""
        self.beginResetModel()
        self._lines = [line for line in self._all if line.reasons or line.warnings] if only else self._all
        self.endResetModel()

    def said(self, row: int) -> tuple[str, ...]:
        """What became of a line, where it stands and why, in full."""
        return self._leading(self._lines[row]) if 0 <= row < len(self._lines) else ()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One line of the file each."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """What became of it, where it stands, why; then the file's own columns."""
        return 0 if parent.isValid() else len(_LEADING) + len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The file's own heads."""
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        return (*_LEADING, *self._heads)[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts; the colour of the outcome, stronger on the cells to blame."""
        line = self._lines[index.row()]
        ground, ink = _BAD if line.state == REJECTED else _DOUBT if line.warnings else _GOOD
        column = index.column() - len(_LEADING)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._leading(line)[index.column()] if column < 0 else self._cell(line, column)
        if role == Qt.ItemDataRole.BackgroundRole and (column < 0 or column in line.columns):
            return QBrush(QColor(ground))
        if role == Qt.ItemDataRole.ForegroundRole and (column < 0 or column in line.columns):
            return QBrush(QColor(ink))
        return None

    def _leading(self, line: Line) -> tuple[str, str, str]:
        word = "！请核对" if line.warnings and line.state != REJECTED else _WORDS[line.state]
        place = f"{line.sheet} 第{line.row}行" if len(self._cells) > 1 else f"第{line.row}行"
        return word, place, "；".join([*line.reasons, *line.warnings])

    def _cell(self, line: Line, column: int) -> str:
        rows = self._cells.get(line.sheet, ())
        row = rows[line.row - 1] if line.row <= len(rows) else ()
        return cell_text(row[column]).replace("\n", " ") if column < len(row) else ""


def _heads(result: ImportResult, cells: Mapping[str, Sequence[Sequence[Any]]]) -> list[str]:
    """The head row of the first sheet that has lines, as wide as the widest line."""
    if not result.lines:
        return []
    sheet = result.lines[0].sheet
    rows = cells.get(sheet, ())
    place = result.heads.get(sheet, 0) - 1
    head = [cell_text(cell).replace("\n", "") for cell in rows[place]] if 0 <= place < len(rows) else []
    width = max((len(row) for row in rows), default=0)
    return [*head, *[""] * (width - len(head))]
