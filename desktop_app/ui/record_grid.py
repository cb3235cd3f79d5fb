"""A grid that behaves like WPS 表格: type, 回车, paste from another table, red where something is wrong."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from desktop_app.records.base import Values
from desktop_app.records.fields import Choice, Day, Text, Value
from desktop_app.ui.cell_editors import Suggest
from desktop_app.ui.context import Context
from desktop_app.ui.grid_delegate import PADDING, GridDelegate
from desktop_app.ui.grid_model import Complete, GridModel, Offer

Index = QModelIndex | QPersistentModelIndex

HABITS = "回车 下一格 · F2 修改 · 可与 WPS 互贴 · Ctrl+D 向下填充 · Delete 清除"
_HEAD_PADDING = 14  # pixels beside the word of a head, left and right together
_LONG = 100  # letters from which a text that wraps needs more than a narrow column
LINE_BREAK = " · Alt+回车 换行"


class RecordGrid(QTableView):
    """Lines of one kind and owner, edited in place. ``widths`` are shares of the room, by column.

    With ``at_once`` so many lines are seen together: longer texts are cut short and read by pointing at them.
    """

    def __init__(
        self,
        context: Context,
        kind: str,
        columns: Sequence[str],
        *,
        widths: Sequence[int],
        suggest: Mapping[str, Suggest] | None = None,
        wraps: bool = False,
        at_once: int = 0,
        first: str = "",
        complete: Complete | None = None,
    ) -> None:
        super().__init__()
        self._model = GridModel(context, kind, columns, self, complete=complete)
        self._widths = tuple(widths)
        self._wraps = wraps
        self._first = self._model.columns.index(first) if first else 0
        self.setModel(self._model)
        self.setItemDelegate(GridDelegate(self, suggest or {}, self.walk, at_once=at_once))
        self._make_habits()
        self._make_heads()
        self.selectionModel().currentRowChanged.connect(self._keep_left_line)
        self._model.rowsInserted.connect(self._fit_rows)
        self._model.dataChanged.connect(self._fit_rows)
        self._model.modelReset.connect(self._fit_rows)

    def model(self) -> GridModel:
        """The lines."""
        return self._model

    def show_lines(self, known: Mapping[str, Value], lines: Sequence[Values], offer: Offer) -> None:
        """Show lines, keeping the place of the cursor."""
        here = self.currentIndex()
        row, column = here.row(), here.column()
        self._model.show_lines(known, lines, offer)
        if row >= 0 and not self.currentIndex().isValid():
            place = self._model.index(min(row, self._model.rowCount() - 1), column)
            self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def hide_column(self, name: str, is_hidden: bool) -> None:
        """Hide a column whose value the page shows elsewhere, or show it again."""
        self.setColumnHidden(self._model.columns.index(name), is_hidden)
        self._fit_columns()

    @property
    def habits(self) -> str:
        """What an officer may do here, in one line."""
        return HABITS + (LINE_BREAK if self._wraps else "")

    def new_line(self) -> None:
        """Begin the empty line at the end."""
        self.setFocus()
        self._edit(self._model.rowCount() - 1, self._first)

    def walk(self, way: int) -> None:
        """Edit the next or the previous cell; behind the last one comes the next line's first."""
        here = self.currentIndex()
        columns = [column for column in range(self._model.columnCount()) if not self.isColumnHidden(column)]
        place = here.row() * len(columns) + columns.index(here.column()) + way
        row, column = divmod(place, len(columns))
        if row > here.row():
            self._model.commit(here.row())
            is_new = row < self._model.rowCount() and self._model.lines[row].is_untouched
            column = columns.index(self._first) if is_new and self._first in columns else 0
        if 0 <= row < self._model.rowCount():
            self._edit(row, columns[column])

    def drop_selected(self) -> None:
        """Delete the lines that hold a selected cell."""
        rows = {index.row() for index in self.selectedIndexes()}
        self._model.drop(rows)

    def keep_all(self) -> bool:
        """Save what is typed, an open cell too; False where a line stays red."""
        self._close_editor()
        return self._model.commit_all()

    def leave(self, what: str) -> bool:
        """Whether the grid may be left; asks where a line of ``what`` is still red."""
        if self.keep_all():
            return True
        question = f"{what}有 {self._model.unkept()} 行填得不对，还没有保存（红色格）。离开会丢掉这些内容。"
        if not self._model.context.messages.ask(question, "丢掉并离开", "留下改正"):
            return False
        self._model.discard()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The habits of a table program."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._fill_down()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._delete()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.walk(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere leaves the line, hence saves it."""
        super().focusOutEvent(event)
        elsewhere = QGuiApplication.focusObject()
        inside = isinstance(elsewhere, QWidget) and self.isAncestorOf(elsewhere)
        if not inside and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._model.commit(self.currentIndex().row())

    def resizeEvent(self, event: Any) -> None:
        """Share the room between the columns."""
        super().resizeEvent(event)
        self._fit_columns()

    # Making

    def _make_habits(self) -> None:
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.SelectedClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _make_heads(self) -> None:
        self.setWordWrap(self._wraps)
        self.setProperty("role", "grid")
        self.setCornerButtonEnabled(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setHighlightSections(False)
        down.setHighlightSections(False)
        down.setDefaultSectionSize(36)
        down.setMinimumSectionSize(34)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _fit_columns(self) -> None:
        """What each column needs, and of the room that is left its share."""
        shown = [column for column in range(len(self._widths)) if not self.isColumnHidden(column)]
        least = {column: self._least_width(column) for column in shown}
        spare = max(0, self.viewport().width() - sum(least.values()))
        total = sum(self._widths[column] for column in shown)
        for column in shown:
            self.setColumnWidth(column, least[column] + spare * self._widths[column] // total)
        self._fit_rows()

    def _least_width(self, column: int) -> int:
        kind = self._model.fields[self._model.columns[column]]
        is_long = self._wraps and isinstance(kind, Text) and kind.max_length >= _LONG
        words = "汉" * (6 if is_long else 4 if isinstance(kind, Choice) else 3)
        sample = "2026-00-00" if isinstance(kind, Day) else words
        bold = self.font()
        bold.setBold(True)
        head = self._model.headerData(column, Qt.Orientation.Horizontal)
        text = self.fontMetrics().horizontalAdvance(sample) + PADDING
        return max(text, QFontMetrics(bold).horizontalAdvance(head) + _HEAD_PADDING)

    def _fit_rows(self, *_: object) -> None:
        if self._wraps:
            self.resizeRowsToContents()

    # Doing

    def _edit(self, row: int, column: int) -> None:
        index = self._model.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def _close_editor(self) -> None:
        editor = self.indexWidget(self.currentIndex())
        if editor is not None and self.state() == QAbstractItemView.State.EditingState:
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _keep_left_line(self, current: QModelIndex, previous: QModelIndex) -> None:
        if previous.isValid() and previous.row() != current.row():
            self._model.commit(previous.row())

    def _block(self) -> tuple[int, int, int, int]:
        """First and last row, first and last column of what is selected."""
        indexes = self.selectedIndexes() or [self.currentIndex()]
        rows, columns = [index.row() for index in indexes], [index.column() for index in indexes]
        return min(rows), max(rows), min(columns), max(columns)

    def _copy(self) -> None:
        top, bottom, left, right = self._block()
        written = io.StringIO()
        csv.writer(written, dialect="excel-tab", lineterminator="\n").writerows(
            [self._model.index(row, column).data() for column in range(left, right + 1)]
            for row in range(top, bottom + 1)
            if row >= 0
        )
        QGuiApplication.clipboard().setText(written.getvalue())

    def _paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        cells = list(csv.reader(io.StringIO(text, newline=""), dialect="excel-tab"))
        here = self.currentIndex()
        if here.isValid() and cells:
            top, bottom, left, right = self._block()
            if len(cells) == 1 and len(cells[0]) == 1:
                cells = [cells[0] * (right - left + 1)] * (bottom - top + 1)
            self._model.write(top, left, cells)

    def _fill_down(self) -> None:
        top, bottom, left, right = self._block()
        source = top if bottom > top else top - 1
        if source < 0:
            return
        texts = [self._model.index(source, column).data() for column in range(left, right + 1)]
        self._model.write(source + 1, left, [texts] * (bottom - source))

    def _delete(self) -> None:
        top, bottom, left, right = self._block()
        if top < 0:
            return
        if right - left + 1 == self._model.columnCount():
            self.drop_selected()
            return
        self._model.write(top, left, [[""] * (right - left + 1)] * (bottom - top + 1))
