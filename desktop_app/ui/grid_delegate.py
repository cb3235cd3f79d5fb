"""Cells of a grid while they are typed: which editor they get, how high they are, what 回车 and Tab do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from desktop_app.ui.cell_editors import CellEditor, CellText, Suggest, editor_for, fill, key_of, text_of
from desktop_app.ui.grid_model import GridModel
from desktop_app.ui.lines import Line

Index = QModelIndex | QPersistentModelIndex

PADDING = 20  # pixels of a cell that hold no text, left and right together


class GridDelegate(QStyledItemDelegate):
    """Makes the editors and lets 回车 and Tab walk from cell to cell."""

    def __init__(
        self, table: QTableView, suggest: Mapping[str, Suggest], walk: Callable[[int], None], *, at_once: int = 0
    ) -> None:
        super().__init__(table)
        self._table = table
        self._suggest = suggest
        self._go = walk
        self._at_once = at_once  # so many lines are to be seen together, however long their texts; 0: whole texts

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line, a line with words offered, or several lines for a long text."""
        model = self._table.model()
        assert isinstance(model, GridModel)  # noqa: S101 - tells the type checker what the grid was made with
        name = model.columns[index.column()]
        editor = editor_for(model.fields[name], self._suggest.get(name), parent)
        if isinstance(editor, Line):
            editor.forward.connect(lambda: self._walk(editor, "next"))
            editor.back.connect(lambda: self._walk(editor, "back"))
        return editor

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height that the text of a cell needs once it is wrapped, or as much of it as all lines can have."""
        room = self._table.columnWidth(index.column()) - PADDING
        height = self._needed(index)
        if self._at_once:
            height = min(height, self._table.viewport().height() // self._at_once)
        return QSize(room, max(self._table.verticalHeader().defaultSectionSize(), height))

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """What is wrong with a cell; else the whole text of one that is cut short."""
        is_wanted = event.type() == QEvent.Type.ToolTip and index.isValid()
        if not is_wanted or index.data(Qt.ItemDataRole.ToolTipRole) or not self.is_cut(index):
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), f"<p>{escape(index.data())}</p>", view)
        return True

    def is_cut(self, index: Index) -> bool:
        """Whether a cell has more text than its line has room for."""
        return self._needed(index) > self._table.rowHeight(index.row())

    def _needed(self, index: Index) -> int:
        """Pixels of height for the whole text."""
        room = self._table.columnWidth(index.column()) - PADDING
        text = index.data(Qt.ItemDataRole.DisplayRole)
        wrapped = self._table.fontMetrics().boundingRect(QRect(0, 0, room, 0), int(Qt.TextFlag.TextWordWrap), text)
        return wrapped.height() + PADDING // 2

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill a fresh editor; one that is being typed into keeps what was typed."""
        if isinstance(editor, CellEditor) and not editor.property("filled"):
            editor.setProperty("filled", True)
            fill(editor, index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed."""
        if isinstance(editor, CellEditor):
            model.setData(index, text_of(editor))

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Several lines get room to be read while typing."""
        place = QRect(option.rect)  # type: ignore[attr-defined]
        if isinstance(editor, CellText):
            place.setHeight(max(place.height(), 4 * editor.fontMetrics().lineSpacing()))
            place.moveBottom(min(place.bottom(), max(self._table.viewport().height() - 1, place.height())))
        editor.setGeometry(place)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Walking keys are ours; the rest is Qt's, save what an input method still composes."""
        if not isinstance(editor, CellEditor):
            return super().eventFilter(editor, event)
        way = key_of(event, editor)
        if way == "break" and isinstance(editor, CellText):
            editor.insertPlainText("\n")
        elif way:
            self._walk(editor, way)
        elif event.type() == QEvent.Type.KeyPress and editor.is_composing:
            return isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        else:
            return super().eventFilter(editor, event)
        return True

    def _walk(self, editor: CellEditor, way: str) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self._go(1 if way == "next" else -1)
