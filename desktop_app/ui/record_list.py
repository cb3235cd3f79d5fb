"""The list of one kind of record: found, added, opened, copied and deleted in the same way everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.records.fields import Value
from desktop_app.records.registry import record_type
from desktop_app.ui import theme
from desktop_app.ui.context import Context
from desktop_app.ui.icons import icon
from desktop_app.ui.import_button import ImportButton
from desktop_app.ui.lines import Line
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.record_model import RecordModel
from desktop_app.ui.record_table import RecordTable

_WAIT = 120  # ms of quiet in the search box before searching


class RecordListView(QWidget):
    """Records of ``kind`` whose fields equal ``where``; opening one puts its editor in the list's place.

    ``purpose`` is said while there are none.
    """

    opened = Signal(int)
    editing = Signal(bool)  # the editor took the list's place, or gave it back

    def __init__(
        self,
        context: Context,
        kind: str,
        where: Mapping[str, Value] | None = None,
        *,
        title: str = "",
        columns: Sequence[str] | None = None,
        read_only: bool = False,
        purpose: str = "",
    ) -> None:
        super().__init__()
        self._context = context
        self._of = record_type(kind)
        self._where = dict(where or {})
        self._is_read_only = read_only
        self._purpose = purpose
        self._is_stale = False
        self._editor: RecordEditor | None = None
        self._make_bar(title)
        self._make_table(columns)
        self._make_places()
        self._make_keys()
        context.changed.connect(self._reload_after)
        self.reload()

    @property
    def editor(self) -> RecordEditor | None:
        """The editor, once one was opened."""
        return self._editor

    @property
    def is_editing(self) -> bool:
        """Whether the editor is in the list's place."""
        return self._stack.currentWidget() is not self._list

    @property
    def where(self) -> dict[str, Value]:
        """What the records shown have in common."""
        return self._where

    def save(self) -> None:
        """Ctrl+S: keep what is typed in the editor, if one is open."""
        if self._editor and self.is_editing:
            self._editor.save()

    def set_where(self, where: Mapping[str, Value]) -> None:
        """Show the records of another owner."""
        self._where = dict(where)
        if self._editor:
            self._editor.set_known(self._where)
            self.show_list()
        self.model.show_where(self._where)
        self._note_count()

    def reload(self) -> None:
        """Show what the ledger now holds; the selected records stay selected."""
        self._is_stale = False
        current = self.table.currentIndex().row()
        self.model.reload()
        self._note_count()
        self.table.show_row(min(current, self.model.rowCount() - 1))

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is read now."""
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def select(self, record_id: int) -> None:
        """Bring a record's line into view."""
        row = self.model.row_of(record_id)
        if row < 0 and self.model.listing.search:
            self.search_box.clear()
            self._search()
            row = self.model.row_of(record_id)
        self.table.show_row(row)

    def open_record(self, record_id: int) -> None:
        """Open a record in the editor."""
        if self._is_read_only or not self.leave():
            return
        self._edit(record_id)
        self.opened.emit(record_id)

    def open_way(self, way: Sequence[tuple[str, int]]) -> None:
        """Open the record a way begins with and, in it, what the way leads to; without an id the list stays."""
        (_, record_id), *inner = way
        if record_id:
            self.open_record(record_id)
        if inner and self._editor and self.is_editing:
            self._editor.open_owned(*inner[0])

    def add_step(self, words: str, act: Callable[[], None]) -> QPushButton:
        """A further way to begin, beside 新增."""
        button = QPushButton(words)
        button.clicked.connect(act)
        self._bar.insertWidget(self._bar.indexOf(self._new), button)
        return button

    def open_new(self) -> None:
        """Open an empty editor."""
        if self.leave():
            self._edit(None)

    def search(self) -> None:
        """Ctrl+F: put the cursor into the search box."""
        if self.leave():
            self.show_list()
            self.search_box.setFocus()
            self.search_box.selectAll()

    def leave(self) -> bool:
        """Whether the list may be left: False while something typed is not kept."""
        return not (self._editor and self.is_editing) or self._editor.leave()

    def show_list(self) -> None:
        """Put the list back; the record last opened is selected."""
        self._stack.setCurrentWidget(self._list)
        if self._editor and self._editor.record_id:
            self.select(self._editor.record_id)
        self.table.setFocus()

    def delete_selected(self) -> None:
        """Delete: one at once, several after asking; 撤销 is offered either way."""
        ids = self.table.ids()
        if not ids or self._is_read_only:
            return
        many = f"要删除选中的 {len(ids)} 条{self._of.label}记录吗？删除后可以立即撤销。"
        if len(ids) == 1 or self._context.messages.ask(many, f"删除 {len(ids)} 条"):
            self._context.delete(self._of.kind, ids)

    def import_file(self) -> None:
        """Bring in an office file."""
        self._import.begin()

    def _make_bar(self, title: str) -> None:
        self.search_box = Line()
        self.search_box.setPlaceholderText(self._search_words())
        self.search_box.setClearButtonEnabled(True)
        self.search_box.setAccessibleName("查找")
        self._count = QLabel()
        self._count.setProperty("role", "hint")
        self._new = QPushButton(icon("add", theme.SHEET), f"新增{self._of.label}")
        self._new.setProperty("role", "primary")
        self._new.clicked.connect(self.open_new)
        self._delete = QPushButton(icon("delete"), "删除")
        self._delete.clicked.connect(self.delete_selected)
        self._import = ImportButton(self._context, self._of.kind, lambda: self._where)
        self._bar = QHBoxLayout()
        if title:
            head = QLabel(title)
            head.setProperty("role", "section")
            self._bar.addWidget(head)
        self._bar.addWidget(self.search_box, 1)
        self._bar.addWidget(self._count)
        self._bar.addStretch(0 if self._of.search else 1)
        for button in (self._import, self._delete, self._new):
            self._bar.addWidget(button)

    def _make_table(self, columns: Sequence[str] | None) -> None:
        self.model = RecordModel(self._context.ledger, self._of.kind, self._where, columns)
        self.table = RecordTable(self.model)
        self.table.wanted.connect(self.open_record)
        self.table.delete_wanted.connect(self.delete_selected)
        self.table.picked.connect(self._note_choice)
        self._empty = QLabel()
        self._empty.setProperty("role", "sheet")
        self._empty.setMargin(24)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)

    def _make_places(self) -> None:
        self._list = QFrame()
        column = QVBoxLayout(self._list)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._bar)
        column.addWidget(self.table, 1)
        column.addWidget(self._empty, 1)
        self.search_box.setVisible(bool(self._of.search))
        for button in (self._import, self._delete, self._new):
            button.setVisible(not self._is_read_only)
        self._stack = QStackedWidget()
        self._stack.currentChanged.connect(lambda: self.editing.emit(self.is_editing))
        self._stack.addWidget(self._list)
        place = QVBoxLayout(self)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self._stack)

    def _make_keys(self) -> None:
        self._timer = QTimer(self, singleShot=True, interval=_WAIT)
        self._timer.timeout.connect(self._search)
        self.search_box.textChanged.connect(lambda: self._timer.start())
        self.search_box.forward.connect(self._enter_hits)
        shortcut = QShortcut(QKeySequence("Ctrl+N"), self._list)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.open_new)

    def _edit(self, record_id: int | None) -> None:
        if self._editor is None:
            self._editor = RecordEditor(self._context, self._of.kind, known=self._where)
            self._editor.closed.connect(self.show_list)
            self._stack.addWidget(self._editor)
        self._editor.open(record_id)
        self._stack.setCurrentWidget(self._editor)
        self._editor.focus()

    def _search(self) -> None:
        self._timer.stop()
        self.model.show_search(self.search_box.text())
        self._note_count()

    def _enter_hits(self) -> None:
        """Enter in the search box: to the first hit, and into it where it is the only one."""
        self._search()
        self.table.setFocus()
        self.table.show_row(0)
        if self.model.rowCount() == 1:
            self.open_record(self.model.id_at(0))

    def _reload_after(self, kind: str) -> None:
        if kind in ("", self._of.kind, *(link.to for link in self._of.links().values())):
            self._is_stale = True
            if kind == "":
                self._refresh_editor()
            if self.isVisible():
                self.reload()

    def _refresh_editor(self) -> None:
        """After an undo or an import: what the editor shows may be older than the ledger, or gone from it."""
        if self._editor is None or not self.is_editing or self._editor.is_changed or not self._editor.record_id:
            return
        if self.model.row_of(self._editor.record_id) < 0:
            self._editor.open(None)
            self.show_list()
        else:
            self._editor.open(self._editor.record_id)

    def _note_count(self) -> None:
        total, sought = self.model.rowCount(), self.search_box.text().strip()
        self._count.setText(f"找到 {total:,} 条" if sought else f"共 {total:,} 条")
        self.table.setVisible(total > 0)
        self._empty.setVisible(total == 0)
        if sought:
            self._empty.setText(f"没有找到“{sought}”。可以打：{self._search_words()}。")
        elif self._is_read_only:
            self._empty.setText(f"还没有{self._of.label}。")
        else:
            first = f"还没有{self._of.label}。按“新增{self._of.label}”填写第一条，或按“导入”读入已有的表格。"
            self._empty.setText(f"{first}\n\n{self._purpose}".rstrip())
        self._note_choice()

    def _search_words(self) -> str:
        """By what a record is found; a person by more than stands in her fields."""
        labels = [self._of.fields[name].label for name in self._of.search]
        return "姓名、拼音、首字母、部门、尾号" if "姓名" in labels else "、".join(labels)

    def _note_choice(self) -> None:
        chosen = len(self.table.rows())
        self._delete.setEnabled(chosen > 0)
        self._delete.setText(f"删除 {chosen} 条" if chosen > 1 else "删除")
