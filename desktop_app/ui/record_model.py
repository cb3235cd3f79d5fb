"""Records as Qt asks for them, cell by cell: fetched from SQL a page at a time, so that a million lines scroll."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.fields import Kind, Link, Measure, Number, Value
from desktop_app.records.registry import record_type
from desktop_app.services import listing
from desktop_app.services.listing import Listing, Row

PAGE = 100  # lines fetched at once: two screens full
KEPT = 40  # pages remembered

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RecordModel(QAbstractTableModel):
    """Lines of one kind of record. ``columns`` narrows the type's list columns."""

    def __init__(
        self, ledger: Ledger, kind: str, where: Mapping[str, Value], columns: Sequence[str] | None = None
    ) -> None:
        super().__init__()
        self._ledger = ledger
        self._of = record_type(kind)
        self.columns = tuple(columns or self._of.list_columns)
        self._places = [self._of.list_columns.index(name) for name in self.columns]
        self._listing = Listing(kind, where=dict(where))
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._total = 0

    @property
    def listing(self) -> Listing:
        """What is shown now."""
        return self._listing

    def kind_of(self, column: int) -> Kind:
        """The kind of field a column shows."""
        return self._of.fields[self.columns[column]]

    def show_where(self, where: Mapping[str, Value]) -> None:
        """Show the records whose fields equal ``where``."""
        self._show(replace(self._listing, where=dict(where)))

    def show_search(self, search: str) -> None:
        """Show what matches ``search``."""
        self._show(replace(self._listing, search=search))

    def reload(self) -> None:
        """Count and fetch anew: the ledger has changed."""
        self._show(self._listing)

    def id_at(self, row: int) -> int:
        """The id of the record on a line, 0 where there is none."""
        found = self._row(row)
        return found.id if found else 0

    def row_of(self, record_id: int) -> int:
        """The line of a record, -1 where the listing has it not."""
        place = listing.place(self._ledger, self._listing, record_id)
        return -1 if place is None else place

    def texts(self, row: int) -> list[str]:
        """The texts of a line, by ``columns``."""
        found = self._row(row)
        return [found.texts[place] for place in self._places] if found else []

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """All lines, fetched or not."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One column for each field."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell's text, its alignment, and its whole text as a tip."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._is_figure(index.column()) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        found = self._row(index.row())
        text = found.texts[self._places[index.column()]] if found else ""
        return text.replace("\n", " ") if role == Qt.ItemDataRole.DisplayRole else text

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Field labels above, line numbers at the left."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.kind_of(section).label
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._is_figure(section) else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let SQL order the lines by a column; -1 is the type's own order."""
        if column < 0 or isinstance(self.kind_of(column), Link):
            self._show(replace(self._listing, order=()))
            return
        falling = "-" if order == Qt.SortOrder.DescendingOrder else ""
        self._show(replace(self._listing, order=(falling + self.columns[column],)))

    def _is_figure(self, column: int) -> bool:
        return isinstance(self.kind_of(column), Number | Measure)

    def _show(self, wanted: Listing) -> None:
        self.beginResetModel()
        self._listing = wanted
        self._pages.clear()
        self._total = listing.count(self._ledger, wanted)
        self.endResetModel()

    def _row(self, row: int) -> Row | None:
        number, place = divmod(row, PAGE)
        if number in self._pages:
            self._pages.move_to_end(number)
        else:
            self._pages[number] = listing.page(self._ledger, self._listing, number * PAGE, PAGE, self._total)
            if len(self._pages) > KEPT:
                self._pages.popitem(last=False)
        lines = self._pages[number]
        return lines[place] if 0 <= place < len(lines) else None
