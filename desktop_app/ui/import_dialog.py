"""Bringing in an office file: choose it, see what would become of each line, correct the columns, then all at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import BanbiantianError, FileRefused
from desktop_app.exchange.intake import Note
from desktop_app.records.fields import Value
from desktop_app.records.registry import record_type
from desktop_app.services import importing
from desktop_app.services.importing import ImportPreview, ImportResult
from desktop_app.ui.context import Context, Progress
from desktop_app.ui.import_lines import ImportLines

_FILES = "表格文件 (*.xlsx *.xls *.csv *.txt *.xlsm);;所有文件 (*)"
_NOT = "（不导入）"
_WIDEST = 280


class ImportDialog(QDialog):
    """``begin`` asks for the file. ``where`` is what the records brought in have in common: their owner."""

    taken = Signal()  # lines came in

    def __init__(self, context: Context, kind: str, where: Mapping[str, Value], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._of = record_type(kind)
        self._owner = where.get(self._of.owner) if self._of.owner else None
        self._file = Path()
        self._mapping: dict[str, str] = {}
        self._result: ImportResult | None = None
        self._combos: dict[str, QComboBox] = {}
        self._make_frame()
        self._make_summary()
        self._make_columns()
        self._make_lines()
        self._make_foot()
        self._arrange()

    def begin(self) -> None:
        """Ask for a file and look at it."""
        chosen = self._context.messages.open_file(f"选择要导入的{self._of.label}表格", _FILES)
        if chosen:
            self.look_at(Path(chosen))

    def look_at(self, file: Path) -> None:
        """Read a file and open with what would become of it."""
        self._file = file
        self._name.setText(f"{file.name}　→　{self._of.label}")
        self._look()

    def correct(self, head: str, path: str) -> None:
        """Give a column another meaning ('' for none); remembered for the next file with that head."""
        self._mapping[head] = path
        self._look()

    def take_in(self) -> None:
        """Bring in every line that is not red."""
        ledger, kind, file, owner, mapping = self._context.ledger, self._of.kind, self._file, self._owner, self._mapping

        def work(tick: Progress) -> ImportResult:
            return importing.run(ledger, kind, file, mapping=mapping, owner=owner, progress=tick)

        self._context.runner.run(f"正在导入“{file.name}”", work, self._show_taken)

    def save_faulty(self) -> None:
        """A copy of the officer's file with the faulty cells marked and the reasons beside them."""
        result, file = self._result, self._file
        if result is None:
            return
        offered = str(file.with_name(f"{file.stem}-有问题的行.xlsx"))
        target = self._context.messages.save_file("把有问题的行另存", offered, "Excel 文件 (*.xlsx)")
        if target:
            self._context.runner.run(
                "正在另存",
                lambda tick: importing.save_marked_copy(file, result, Path(target)),
                lambda _: self._context.messages.toast(f"已另存“{Path(target).name}”，改好后可以再导入它。"),
            )

    def _look(self) -> None:
        ledger, kind, file, owner, mapping = (
            self._context.ledger,
            self._of.kind,
            self._file,
            self._owner,
            dict(self._mapping),
        )

        def work(tick: Progress) -> ImportPreview | BanbiantianError:
            try:
                return importing.preview(ledger, kind, file, mapping=mapping, owner=owner, progress=tick)
            except FileRefused as fault:  # said when we are back, so that the columns can be put right again
                return fault

        self._context.runner.run(f"正在读取“{file.name}”", work, self._show_look)

    def _show_look(self, seen: ImportPreview | BanbiantianError) -> None:
        if isinstance(seen, BanbiantianError):
            self._context.messages.warn(str(seen))
            if self._result is not None and self._mapping:
                self._mapping.popitem()
                self._look()
            return
        self._result = seen.result
        self._show_columns(seen)
        self._model.show_result(seen.result, seen.cells)
        self._only.setChecked(False)
        self._only.setEnabled(bool(seen.result.rejected or seen.result.warnings))
        self._fit_lines()
        self._counts.setText(_told(seen.result))
        self._change.setText("　".join(f"{name}：{n} → {seen.after[name]} 条" for name, n in seen.before.items()))
        self._notes.setText("\n".join(f"！{note.reason}" for note in seen.result.warnings if _is_general(note, seen)))
        self._notes.setVisible(bool(self._notes.text()))
        ready = seen.result.accepted + seen.result.updated
        self._take.setText(f"导入 {ready} 条" if ready else "没有可导入的")
        self._take.setEnabled(ready > 0)
        self._faulty.setEnabled(bool(seen.result.rejected))
        if not self.isVisible():
            self.open()

    def _show_taken(self, result: ImportResult) -> None:
        self._result = result
        self._context.changed.emit("")
        self.taken.emit()
        self._context.offer_undo(f"已导入{self._of.label} {result.accepted + result.updated} 条", "撤销导入")
        if not result.rejected:
            self.accept()
            return
        self._counts.setText("已导入。" + _told(result))
        self._change.setText("红色的行没有导入：可以另存出来，改好后再导入那份文件。")
        self._only.setChecked(True)
        self._left.setEnabled(False)
        self._take.hide()
        self._close.setText("完成")

    def _make_frame(self) -> None:
        self.setWindowTitle("导入表格")
        self.resize(1040, 560)
        self.setSizeGripEnabled(True)

    def _make_summary(self) -> None:
        self._name, self._counts, self._change, self._notes = QLabel(), QLabel(), QLabel(), QLabel()
        for label, role in ((self._name, "section"), (self._change, "hint"), (self._notes, "warn")):
            label.setProperty("role", role)
        for label in (self._name, self._counts, self._change, self._notes):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)

    def _make_columns(self) -> None:
        self._left = QScrollArea()
        self._left.setWidgetResizable(True)
        self._left.setFrameShape(QFrame.Shape.NoFrame)
        self._left.setMinimumWidth(300)
        self._left.setMaximumWidth(340)

    def _make_lines(self) -> None:
        self._model = ImportLines()
        self._table = QTableView()
        self._table.setModel(self._model)
        self._table.setWordWrap(False)
        self._table.verticalHeader().hide()
        self._table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self._table.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self._only = QCheckBox("只看有问题的行")
        self._only.toggled.connect(self._model.show_faulty)
        self._reason = QLabel()
        self._reason.setProperty("role", "hint")
        self._reason.setWordWrap(True)
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._table.selectionModel().currentRowChanged.connect(self._show_reason)
        self._model.modelReset.connect(self._reason.clear)

    def _make_foot(self) -> None:
        self._take = QPushButton("导入")
        self._take.setProperty("role", "primary")
        self._take.setDefault(True)
        self._take.clicked.connect(self.take_in)
        self._faulty = QPushButton("把有问题的行另存")
        self._faulty.clicked.connect(self.save_faulty)
        self._close = QPushButton("取消")
        self._close.clicked.connect(self.reject)

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.addWidget(self._left)
        middle.addWidget(self._table, 1)
        counted = QHBoxLayout()
        counted.addWidget(self._counts, 1)
        counted.addWidget(self._only)
        foot = QHBoxLayout()
        foot.addWidget(self._faulty)
        foot.addStretch()
        foot.addWidget(self._close)
        foot.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(self._name)
        column.addLayout(counted)
        column.addWidget(self._change)
        column.addWidget(self._notes)
        column.addLayout(middle, 1)
        column.addWidget(self._reason)
        column.addLayout(foot)

    def _show_columns(self, seen: ImportPreview) -> None:
        """One drop-down for each column of the file."""
        inside = QWidget()
        form = QFormLayout(inside)
        form.setContentsMargins(0, 0, 8, 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        title = QLabel("各列的含义")
        title.setProperty("role", "section")
        form.addRow(title)
        self._combos = {}
        for column in seen.columns:
            combo = QComboBox()
            combo.setMaximumWidth(180)
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            combo.addItem(_NOT, "")
            for path, label in seen.fields.items():
                combo.addItem(label, path)
            if column.field and column.field not in seen.fields:
                combo.addItem(column.label, column.field)
            combo.setCurrentIndex(max(0, combo.findData(column.field or "")))
            combo.activated.connect(lambda _, head=column.head: self._correct_by_hand(head))
            self._combos[column.head] = combo
            mark = "？" if column.is_guess else "" if column.field else "✕ "
            form.addRow(mark + (column.head.replace("\n", "") or "（无表头）"), combo)
        self._left.setWidget(inside)

    def _correct_by_hand(self, head: str) -> None:
        self.correct(head, self._combos[head].currentData())

    def _show_reason(self, current: QModelIndex) -> None:
        """The whole reason of the line under the cursor, which its cell may be too narrow for."""
        self._reason.setText("　".join(self._model.said(current.row())))

    def _fit_lines(self) -> None:
        self._table.resizeColumnsToContents()
        for column in range(self._model.columnCount()):
            self._table.setColumnWidth(column, min(_WIDEST, self._table.columnWidth(column) + 8))


def _told(result: ImportResult) -> str:
    parts = (
        (result.accepted, "✓ 新增 {} 条"),
        (result.updated, "✓ 补充已有的 {} 条"),
        (result.unchanged, "＝ 已有相同的 {} 条"),
        (len(result.rejected), "✕ 有问题不导入 {} 行"),
    )
    return "　".join(words.format(number) for number, words in parts if number) or "没有可导入的行"


def _is_general(note: Note, seen: ImportPreview) -> bool:
    """Whether a note speaks of the file rather than of one of its lines."""
    return not any(
        line.sheet == note.sheet and line.row == note.row and note.reason in line.warnings for line in seen.result.lines
    )
