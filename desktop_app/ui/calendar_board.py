"""年度事项: the year's duties in their order; each can be moved, left out, or added to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.rules.calendar import Item
from desktop_app.services import year_calendar
from desktop_app.services.year_calendar import KIND
from desktop_app.ui import theme
from desktop_app.ui.context import Context
from desktop_app.ui.icons import icon
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.sheet import Sheet, clear, words

_PURPOSE = (
    "首页“我要办的事”照这里提醒。日期是通行做法，上级通知另有要求的按“改”，不办的去掉勾。"
    "标“待核实”的，本程序没有查到可靠的出处。"
)


class CalendarBoard(QWidget):
    """The list; an item's editor in its place while it is changed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_list())
        self._editor: RecordEditor | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.reload()

    def reload(self) -> None:
        """Read the year anew."""
        clear(self._lines)
        for item in year_calendar.year(self._context.ledger):
            line = ItemLine(item)
            line.kept.connect(self._keep)
            line.change_wanted.connect(self._change)
            line.restore_wanted.connect(self._restore)
            self._lines.addWidget(line)

    def show_record(self, record_id: int) -> None:
        """Open an item of her own."""
        if record_id:
            self._open(record_id)

    def add(self) -> None:
        """A new item of her own."""
        self._open(None)

    def items(self) -> list[ItemLine]:
        """The lines shown, in the order of the year."""
        found = (self._lines.itemAt(place).widget() for place in range(self._lines.count()))
        return [line for line in found if isinstance(line, ItemLine)]

    def leave(self) -> bool:
        """Typed work not yet kept holds the officer."""
        return self._editor is None or self._stack.currentWidget() is not self._editor or self._editor.leave()

    def save(self) -> None:
        """Ctrl+S: keep what is typed."""
        if self._editor is not None and self._stack.currentWidget() is self._editor:
            self._editor.save()

    def _make_list(self) -> QWidget:
        sheet = Sheet("年度事项")
        sheet.body.removeWidget(sheet.head)
        head = QHBoxLayout()
        add = QPushButton(icon("add", theme.SHEET), "新增年度事项")
        add.setProperty("role", "primary")
        add.clicked.connect(self.add)
        head.addWidget(sheet.head)
        head.addWidget(words(_PURPOSE), 1)
        head.addWidget(add)
        sheet.body.addLayout(head)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(0)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setProperty("role", "plain")
        scroll.setWidget(inside)
        sheet.body.addWidget(scroll, 1)
        return sheet

    def _keep(self, item: Item, is_kept: bool) -> None:
        year_calendar.keep(self._context.ledger, item, is_kept)
        self._context.changed.emit(KIND)
        self._context.offer_undo(f"“{item.name}”{'恢复提醒' if is_kept else '不再提醒'}")
        self.reload()

    def _change(self, item: Item) -> None:
        if item.own_id:
            self._open(item.own_id)
        else:
            self._open(None, item)

    def _restore(self, item: Item) -> None:
        self._context.delete(KIND, [item.own_id])
        self.reload()

    def _open(self, record_id: int | None, like: Item | None = None) -> None:
        if self._editor is None:
            self._editor = RecordEditor(self._context, KIND)
            self._editor.closed.connect(self._close)
            self._stack.addWidget(self._editor)
        self._editor.set_known({} if like is None else year_calendar.as_values(like))
        self._editor.open(record_id)
        self._stack.setCurrentWidget(self._editor)
        self._editor.focus("month" if like else "")

    def _close(self) -> None:
        self._stack.setCurrentIndex(0)
        self.reload()


class ItemLine(QFrame):
    """One item: when, what, by what; 办理 or not."""

    kept = Signal(object, bool)
    change_wanted = Signal(object)
    restore_wanted = Signal(object)

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item
        self.setProperty("role", "task")
        self.box = QCheckBox("办理")
        self.box.setChecked(item.is_kept)
        self.box.setAccessibleName(f"办理：{item.name}")
        self.box.clicked.connect(lambda is_on: self.kept.emit(self.item, is_on))
        self.change = QPushButton("改")
        self.change.setAccessibleName(f"改：{item.name}")
        self.change.clicked.connect(lambda: self.change_wanted.emit(self.item))
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 6, 4, 6)
        row.setSpacing(12)
        when = QLabel(item.when, wordWrap=True)
        when.setFixedWidth(when.fontMetrics().horizontalAdvance("汉") * 8)
        row.addWidget(when)
        row.addLayout(self._make_words(), 1)
        if item.own_id:
            row.addWidget(self._make_restore())
        row.addWidget(self.box)
        row.addWidget(self.change)

    def _make_words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(1)
        item = self.item
        form = f"　{item.form_code}" if item.form_code else ""
        state = f"　提前 {item.lead} 天提醒" if item.lead else ""
        own = "　本单位改过" if item.own_id and year_calendar.is_usual(item) else "　本单位加的" if item.own_id else ""
        column.addWidget(QLabel(item.name, wordWrap=True))
        column.addWidget(words(f"{item.source}{form}{state}{own}"))
        return column

    def _make_restore(self) -> QPushButton:
        usual = year_calendar.is_usual(self.item)
        button = QPushButton("恢复通常的" if usual else "删除")
        button.setAccessibleName(f"{button.text()}：{self.item.name}")
        button.clicked.connect(lambda: self.restore_wanted.emit(self.item))
        return button
