"""A table of records that looks like a paper form and answers to keys alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop_app.records.fields import (
    Choice,
    Code,
    Day,
    IdNumber,
    Kind,
    Link,
    LongText,
    Measure,
    Number,
    Phone,
    Text,
    Time,
    YesNo,
)
from desktop_app.ui.lines import is_enter
from desktop_app.ui.record_model import RecordModel

ROW_HEIGHT = 34
_PADDING = 22  # pixels beside a cell's text
_SAMPLES: tuple[tuple[type[Kind], str], ...] = (
    (IdNumber, "110***********0028"),
    (Phone, "138****8000"),
    (Link, "欧阳秀英 人力资源部"),
    (YesNo, "是"),
    (Number, "12345"),
    (Measure, "123,456.00"),
    (Time, "09:05"),
    (Day, "2024-05-06"),
    (LongText, "汉" * 16),
    (Code, "1234567890"),
)
_WORDY = (Text, LongText, Link)
_COPIED = 10_000  # lines at most that Ctrl+C takes along


class RecordTable(QTableView):
    """``wanted`` names the record to open; ``delete_wanted`` follows the Delete key."""

    wanted = Signal(int)
    delete_wanted = Signal()
    picked = Signal()

    def __init__(self, model: RecordModel) -> None:
        super().__init__()
        self.records = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._is_fitting = self._is_dragged = False
        self._make_heads()
        self.doubleClicked.connect(lambda index: self._want(index.row()))

    def ids(self) -> list[int]:
        """The selected records, top to bottom."""
        return [self.records.id_at(row) for row in self.rows()]

    def rows(self) -> list[int]:
        """The selected lines, top to bottom."""
        chosen = self.selectionModel().selection()
        parts = [chosen.at(n) for n in range(chosen.count())]
        return sorted({row for part in parts for row in range(part.top(), part.bottom() + 1)})

    def show_row(self, row: int) -> None:
        """Select a line and scroll to it."""
        if 0 <= row < self.records.rowCount():
            self.selectRow(row)
            self.scrollTo(self.records.index(row, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete deletes, Ctrl+C copies for a spreadsheet."""
        if is_enter(event):
            self._want(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        else:
            super().keyPressEvent(event)

    def copy_rows(self) -> None:
        """Put the selected lines on the clipboard, cells parted by tabs."""
        lines = ("\t".join(map(_cell, self.records.texts(row))) for row in self.rows()[:_COPIED])
        QGuiApplication.clipboard().setText("\n".join(lines))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell that another choice was made."""
        super().selectionChanged(selected, deselected)
        self.picked.emit()

    def _make_heads(self) -> None:
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setVisible(False)
        heads.setHighlightSections(False)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        heads.setSortIndicatorClearable(True)
        heads.setMinimumSectionSize(56)
        heads.sectionResized.connect(self._note_drag)
        self.setSortingEnabled(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The columns share the new room, unless the officer has set them herself."""
        super().resizeEvent(event)
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size needs other columns."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._is_dragged = False
            self._fit_columns()

    def _fit_columns(self) -> None:
        """What each column needs; the room left goes to those with words, for the longest are cut short first."""
        if self._is_dragged:
            return
        kinds = [self.records.kind_of(column) for column in range(self.records.columnCount())]
        widths = [self._least_width(kind) for kind in kinds]
        takers = [n for n, kind in enumerate(kinds) if isinstance(kind, _WORDY)] or list(range(len(kinds)))
        spare = max(0, self.viewport().width() - sum(widths))
        wanted = sum(widths[n] for n in takers)
        self._is_fitting = True
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width + (spare * width // wanted if column in takers else 0))
        self._is_fitting = False

    def _least_width(self, kind: Kind) -> int:
        text, bold = self.fontMetrics(), QFontMetrics(self._bold())
        return max(text.horizontalAdvance(_sample(kind)), bold.horizontalAdvance(kind.label + "▾")) + _PADDING

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    def _note_drag(self, *_: object) -> None:
        self._is_dragged = self._is_dragged or not self._is_fitting

    def _want(self, row: int) -> None:
        record_id = self.records.id_at(row)
        if record_id:
            self.wanted.emit(record_id)


def _sample(kind: Kind) -> str:
    """A text about as wide as a column of this kind should be."""
    for kinds, sample in _SAMPLES:
        if isinstance(kind, kinds):
            return sample
    if isinstance(kind, Choice):
        return "汉" * min(8, max((len(word) for word in kind.options), default=6))
    return "汉" * min(9, max(5, kind.max_length // 12)) if isinstance(kind, Text) else "汉" * 6


def _cell(text: str) -> str:
    return text.replace("\t", " ").replace("\n", " ")
