"""One record of any kind, typed, checked and kept; what belongs to it hangs beneath."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.records.base import Problem, Values
from desktop_app.records.fields import Code, Value
from desktop_app.records.parsing import parse_record
from desktop_app.records.registry import record_type
from desktop_app.services import listing, records
from desktop_app.services.listing import Listing
from desktop_app.ui.context import Context
from desktop_app.ui.editor_foot import EditorFoot
from desktop_app.ui.editor_window import EditorWindow
from desktop_app.ui.history_panel import HistoryPanel
from desktop_app.ui.owned_tabs import OwnedTabs
from desktop_app.ui.record_sheet import RecordSheet
from desktop_app.ui.sheet_scroll import SheetScroll


class RecordEditor(QWidget):
    """The editor of one kind. ``known`` holds what a new record starts with; the owner among it is not shown.

    ``is_fixed``: the page chooses the record and shows what belongs to it: no lists beneath, no way back, no next one.
    """

    saved = Signal(int)
    closed = Signal()

    def __init__(
        self, context: Context, kind: str, *, known: Mapping[str, Value] | None = None, is_fixed: bool = False
    ) -> None:
        super().__init__()
        self._context = context
        self._of = record_type(kind)
        self._is_fixed = is_fixed or self._of.is_single
        self._hangs_lists = not is_fixed
        self._known = dict(known or {})
        self._id: int | None = None
        self._kept: dict[str, object] = {}
        self._visited: set[str] = set()
        self._accepted: set[Problem] = set()
        self._make_head()
        self._make_foot()
        self._make_body()
        self._arrange()
        self._make_keys()
        self.open(None)

    @property
    def record_id(self) -> int | None:
        """The record shown; None for one not yet kept."""
        return self._id

    @property
    def is_changed(self) -> bool:
        """Whether something typed is not kept yet."""
        return self.sheet.given() != self._kept

    @property
    def title_field(self) -> str:
        """The field that names a record first."""
        return self._of.title[0]

    def set_known(self, known: Mapping[str, Value]) -> None:
        """What new records start with from now on."""
        self._known = dict(known)

    def open(self, record_id: int | None) -> None:
        """Show a record, or a blank one; of a single type, the one there is."""
        ledger = self._context.ledger
        if record_id is not None:
            values = records.load(ledger, self._of.kind, record_id)
        elif self._of.is_single:
            values = records.single(ledger, self._of.kind)
        else:
            values = records.blank(self._of.kind, **self._known)
        self._show(values)

    def leave(self) -> bool:
        """Whether the editor may be left; asks when something typed is not kept."""
        if not self._tabs.leave():
            return False
        if not self.is_changed:
            return True
        answer = self._context.messages.choose(f"这条{self._of.label}有改动还没有保存。要保存吗？", "保存", "不保存")
        if answer == "保存":
            return self.save()
        if answer == "不保存":
            self.open(self._id)
            return True
        return False

    def save(self) -> bool:
        """Keep what was typed. False, with the places shown, when it has faults or warnings not yet accepted."""
        self.sheet.settle()
        given = self._given()
        problems = records.check(self._context.ledger, self._of.kind, given, self._id)
        self._visited = set(self.sheet.fields)
        if not self._may_save(problems):
            return False
        kept = records.save(self._context.ledger, self._of.kind, given, self._id)
        self.open(kept.id)
        self._context.changed.emit(self._of.kind)
        self.saved.emit(kept.id)
        self._foot.note_saved()
        return True

    def save_and_new(self) -> None:
        """Ctrl+Enter: keep this one and begin the next."""
        if not self._is_fixed and self.save():
            self.open(None)
            self.sheet.focus()

    def copy_last(self) -> None:
        """Fill empty fields from the record added last; what tells records apart is left out."""
        last = listing.page(self._context.ledger, Listing(self._of.kind, where=self._known, order=("-id",)), 0, 1, 1)
        if not last:
            self._context.messages.tell(f"还没有{self._of.label}可以复制。")
            return
        values = records.load(self._context.ledger, self._of.kind, last[0].id)
        for name, field in self.sheet.fields.items():
            tells_apart = name in self._of.key or name in self._of.title or isinstance(self._of.fields[name], Code)
            if not tells_apart and field.input.text() in ("", self._kept.get(name)):
                field.input.show_value(values[name])

    def focus(self, field: str = "") -> None:
        """Put the cursor into a field, or into the first."""
        self.sheet.focus(field)

    def open_owned(self, kind: str, record_id: int) -> None:
        """Bring what belongs to this record to the front; with an id, one of it."""
        self._tabs.open(kind, record_id)

    def close_editor(self) -> None:
        """Esc and 返回."""
        if self.leave():
            self.closed.emit()

    def _make_head(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._back = QPushButton("‹ 返回")
        self._back.setProperty("role", "quiet")
        self._back.setToolTip("回到列表（Esc）")
        self._back.clicked.connect(self.close_editor)
        self._head = QHBoxLayout()
        self._head.addWidget(self._back)
        self._head.addWidget(self._title)
        self._head.addStretch()

    def _make_body(self) -> None:
        self.sheet = RecordSheet(self._context, self._of, {self._of.owner} & set(self._known))
        self.sheet.typed.connect(self._note_change)
        self.sheet.field_left.connect(self._check_field)
        self.sheet.finished.connect(self._foot.focus)
        self.sheet.new_wanted.connect(self._add_linked)
        self._history = HistoryPanel(self._context, self._of)
        self._scroll = SheetScroll(self.sheet, self._history)

    def _make_foot(self) -> None:
        self._foot = EditorFoot(self._is_fixed)
        self._foot.save_wanted.connect(self.save)
        self._foot.next_wanted.connect(self.save_and_new)
        self._foot.copy_wanted.connect(self.copy_last)

    def _arrange(self) -> None:
        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 4, 0, 0)
        form.addWidget(self._scroll, 1)
        form.addWidget(self._foot)
        self._tabs = OwnedTabs(self._context, self._of, self._form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head)
        column.addWidget(self._tabs, 1)
        self._back.setVisible(not self._is_fixed)

    def _make_keys(self) -> None:
        keys = [("Ctrl+S", self.save), ("Ctrl+Return", self.save_and_new), ("Ctrl+Enter", self.save_and_new)]
        if not self._is_fixed:
            keys.append(("Esc", self.close_editor))
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self._form)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _show(self, values: Values) -> None:
        self._id = values.get("id")
        self.sheet.show_values(values)
        self._kept = self.sheet.given()
        self._visited, self._accepted = set(), set()
        self._note_change()
        named = records.title(self._context.ledger, self._of.kind, self._id) if self._id else ""
        self._title.setText(f"{self._of.label} · {named}" if named else f"新增{self._of.label}")
        self._title.setVisible(not self._is_fixed)
        self._foot.offer_copy(self._id is None)
        self._history.show_record(self._id)
        self._tabs.show_owner(self._id if self._hangs_lists else None)

    def _given(self) -> dict[str, object]:
        return {**({} if self._id else self._known), **self.sheet.given()}

    def _note_change(self) -> None:
        self._foot.note_change(self.is_changed)

    def _check_field(self, name: str) -> None:
        """After leaving a field: fill in what follows from it, and show what is wrong so far."""
        if self._of.fields[name].required and not self.is_changed:
            return
        self._visited.add(name)
        given = self._given()
        derived, _ = parse_record(self._of, given, self._context.today())
        for other, field in self.sheet.fields.items():
            if not given[other] and derived.get(other) not in (None, "", ()):
                field.input.show_value(derived[other])
        problems = records.check(self._context.ledger, self._of.kind, self._given(), self._id)
        self.sheet.say(problems, self._visited | {p.field for p in problems if p.is_warning})

    def _may_save(self, problems: list[Problem]) -> bool:
        self.sheet.say(problems)
        errors = [problem for problem in problems if not problem.is_warning]
        warnings = set(problems) - set(errors)
        if errors:
            faulty = {problem.field: problem.reason for problem in reversed(errors)}
            self.sheet.focus(next((name for name in self.sheet.fields if name in faulty), ""))
            hidden = "；".join(reason for name, reason in faulty.items() if name not in self.sheet.fields)
            self._foot.note_faults(hidden or f"有 {len(faulty)} 处要改正，还没有保存")
            return False
        if warnings - self._accepted:
            self._accepted = warnings
            self._foot.note_warnings(len(warnings))
            return False
        return True

    def _add_linked(self, field: str, kind: str, typed: str) -> None:
        """Add the record a link lacks, in a small window of its own, and pick it."""
        editor = RecordEditor(self._context, kind)
        editor.begin_with(typed)
        window = EditorWindow(editor, self)
        editor.saved.connect(lambda record_id: self._take_linked(field, record_id, window))
        window.open()
        editor.focus(editor.title_field)

    def begin_with(self, typed: str) -> None:
        """Start a new record with what was typed elsewhere as its title."""
        self.sheet.fields[self.title_field].input.show_value(typed or None)

    def _take_linked(self, field: str, record_id: int, window: EditorWindow) -> None:
        self.sheet.fields[field].input.show_value(record_id)
        self.sheet.focus(field)
        window.accept()
