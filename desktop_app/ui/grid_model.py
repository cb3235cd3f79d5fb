"""Lines typed straight into a grid: saved through services, kept red and unsaved while something is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.records.base import Problem, Values
from desktop_app.records.fields import Value
from desktop_app.records.registry import record_type
from desktop_app.services import records
from desktop_app.ui import theme
from desktop_app.ui.context import Context
from desktop_app.ui.icons import icon

Index = QModelIndex | QPersistentModelIndex
Offer = Callable[[Sequence[Mapping[str, str]]], Mapping[str, str]]  # the lines' texts -> those a new line starts with
Complete = Callable[[str, Mapping[str, str]], Mapping[str, str]]  # field typed, its line -> what else that fills in

_ROOT = QModelIndex()


@dataclass
class Line:
    """One line: ``pending`` are the fields typed but not kept, ``faults`` say why not. Without id it was never kept."""

    id: int | None
    texts: dict[str, str]
    pending: set[str] = field(default_factory=set)
    faults: dict[str, str] = field(default_factory=dict)

    @property
    def is_untouched(self) -> bool:
        """Whether it is the empty line at the end."""
        return self.id is None and not self.pending


class GridModel(QAbstractTableModel):
    """Records of one kind and owner as lines of texts, with an empty line at the end."""

    said = Signal(str)  # what a label beneath the grid tells: saved, or the fault
    failed = Signal(bool)  # whether a line is red

    def __init__(
        self,
        context: Context,
        kind: str,
        columns: Sequence[str],
        parent: QObject | None = None,
        *,
        complete: Complete | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.kind = kind
        self.columns = tuple(columns)
        self.fields = record_type(kind).fields
        self.lines: list[Line] = []
        self._known: dict[str, Value] = {}
        self._offer: Offer = lambda _: {}
        self._complete: Complete = complete or (lambda *_: {})
        self._shown = [name for name, of in self.fields.items() if name not in record_type(kind).links()]
        self._warning = icon("warn", theme.BAD)

    # What the view asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Lines, with the empty one."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Labels above; line numbers beside, a star beside the empty line."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            of = self.fields[self.columns[section]]
            return of.label + ("＊" if of.required else "")
        return "＊" if self.lines[section].is_untouched else str(section + 1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed into."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text of a cell; a fault as red ground, warning sign and sentence."""
        line, name = self.lines[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return line.texts.get(name, "")
        fault = line.faults.get(name)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return fault
        if role == Qt.ItemDataRole.DecorationRole:
            return self._warning if fault else None
        if role == Qt.ItemDataRole.ForegroundRole and line.is_untouched:
            return QApplication.palette().brush(QPalette.ColorRole.PlaceholderText)
        if role == Qt.ItemDataRole.BackgroundRole and fault:
            return QBrush(QColor(theme.BAD_SOFT))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Type ``value`` into a cell: a kept line is saved at once, a new one on leaving it."""
        if role != Qt.ItemDataRole.EditRole or str(value) == self.data(index):
            return False
        line, name = self.lines[index.row()], self.columns[index.column()]
        self._type(line, {name: str(value)} | dict(self._complete(name, line.texts | {name: str(value)})))
        if line.id is not None:
            self.commit(index.row())
        self._repaint()
        return True

    # What the page asks

    def show_lines(self, known: Mapping[str, Value], lines: Sequence[Values], offer: Offer) -> None:
        """Show the kept ``lines`` of the owner in ``known``; what is typed and not yet kept stays in its place."""
        same_owner = dict(known) == self._known
        self._known, self._offer = dict(known), offer
        fresh = [Line(values["id"], self._texts(values)) for values in lines]
        unkept = [line for line in self.lines if line.id is None and line.pending] if same_owner else []
        waiting = {line.id: line for line in self.lines if line.id is not None and line.pending} if same_owner else {}
        for line in fresh:
            if line.id in waiting:
                old = waiting[line.id]
                line.texts |= {name: old.texts[name] for name in old.pending}
                line.pending, line.faults = old.pending, old.faults
        fresh += unkept
        kept_in_place = same_owner and [line.id for line in fresh] == [line.id for line in self.lines[:-1]]
        if kept_in_place and self.lines:
            self.lines[:-1] = fresh
            self._offer_anew()
            self._repaint()
        else:
            self.beginResetModel()
            self.lines = [*fresh, self._empty(fresh)]
            self.endResetModel()

    def commit(self, row: int) -> bool:
        """Keep what was typed into one line; False where it has a fault, which then stays red."""
        if not 0 <= row < len(self.lines) or not self.lines[row].pending:
            return True
        line = self.lines[row]
        try:
            saved = records.save(self.context.ledger, self.kind, self._given(line), line.id)
        except records.ProblemsFound as found:
            self._fail(line, found.problems)
            return False
        self._keep(line, saved.id)
        warning = "；".join(problem.reason for problem in saved.warnings)
        self._said("已保存" + (f"，请留意：{warning}" if warning else ""))
        self.context.changed.emit(self.kind)
        return True

    def commit_all(self) -> bool:
        """Keep every line; False where one stays red."""
        kept = [self.commit(row) for row in range(len(self.lines))]
        return all(kept)

    def discard(self) -> None:
        """Forget what was typed and could not be kept."""
        for line in self.lines:
            line.pending, line.faults = set(), {}
        self.lines = [line for line in self.lines if line.id is not None]
        self.beginResetModel()
        self.lines.append(self._empty(self.lines))
        self.endResetModel()
        self.failed.emit(False)

    def unkept(self) -> int:
        """How many lines hold something not kept."""
        return sum(bool(line.pending) for line in self.lines)

    def write(self, row: int, column: int, cells: Sequence[Sequence[str]]) -> None:
        """Lay a block of texts over the grid from one cell on (pasting, clearing, filling down) in one transaction."""
        touched: list[Line] = []
        for down, texts in enumerate(cells):
            if row + down >= len(self.lines) or (row + down == len(self.lines) - 1 and not any(texts)):
                break
            line = self.lines[row + down]
            self._type(line, dict(zip(self.columns[column:], texts, strict=False)))
            touched.append(line)
        self._commit_many([line for line in touched if line.pending])
        self._repaint()

    def drop(self, rows: Iterable[int]) -> None:
        """Delete lines; kept ones can be brought back with 撤销."""
        gone = [self.lines[row] for row in sorted(set(rows)) if not self.lines[row].is_untouched]
        ids = [line.id for line in gone if line.id is not None]
        if ids:
            self.context.delete(self.kind, ids)
        left = [line for line in self.lines if line not in gone]
        if len(left) != len(self.lines):
            self.beginResetModel()
            self.lines = left
            self.endResetModel()
            self.failed.emit(any(line.faults for line in self.lines))

    # Inside

    def _type(self, line: Line, texts: Mapping[str, str]) -> None:
        changed = {name: text for name, text in texts.items() if text != line.texts.get(name, "")}
        if not changed:
            return
        was_empty = line.is_untouched
        line.texts |= changed
        line.pending |= set(changed)
        for name in changed:
            line.faults.pop(name, None)
        if was_empty:
            place = len(self.lines)
            self.beginInsertRows(_ROOT, place, place)
            self.lines.append(self._empty(self.lines))
            self.endInsertRows()

    def _given(self, line: Line) -> dict[str, object]:
        if line.id is not None:
            return {name: line.texts[name] for name in line.pending}
        return {**{name: text for name, text in line.texts.items() if text}, **self._known}

    def _commit_many(self, lines: Sequence[Line]) -> None:
        """Keep several lines as one change, so that one 撤销 takes them all back."""
        if not lines:
            return
        rows = [self._given(line) | ({"id": line.id} if line.id is not None else {}) for line in lines]
        ids, faults = records.save_many(self.context.ledger, self.kind, rows)
        faulty: dict[int, list[Problem]] = {}
        for index, problem in faults:
            faulty.setdefault(index, []).append(problem)
        kept = iter(ids)
        for index, line in enumerate(lines):
            if index in faulty:
                self._fail(line, faulty[index])
            else:
                self._keep(line, next(kept))
        self._said(f"已保存 {len(ids)} 行" + (f"，{len(faulty)} 行有错未保存，见红色格" if faulty else ""))
        if ids:
            self.context.changed.emit(self.kind)

    def _keep(self, line: Line, record_id: int) -> None:
        line.id, line.pending, line.faults = record_id, set(), {}
        line.texts = self._texts(records.load(self.context.ledger, self.kind, record_id))
        self._offer_anew()

    def _fail(self, line: Line, problems: Sequence[Problem]) -> None:
        self._offer_anew()
        line.faults = {problem.field: problem.reason for problem in problems if not problem.is_warning}
        first = next(iter(line.faults), "")
        label = self.fields[first].label if first in self.fields else ""
        self._said(f"第 {self.lines.index(line) + 1} 行没有保存：“{label}”{line.faults.get(first, '')}")

    def _said(self, sentence: str) -> None:
        self.said.emit(sentence)
        self.failed.emit(any(line.faults for line in self.lines))
        self._repaint()

    def _texts(self, values: Values) -> dict[str, str]:
        return {name: records.shown(self.fields[name], values.get(name)) for name in self._shown}

    def _offer_anew(self) -> None:
        """The empty line follows what now stands above it."""
        if self.lines and self.lines[-1].is_untouched:
            self.lines[-1] = self._empty(self.lines[:-1])

    def _empty(self, lines: Sequence[Line]) -> Line:
        return Line(None, dict(self._offer([line.texts for line in lines])))

    def _repaint(self) -> None:
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(self.columns) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.lines) - 1)
