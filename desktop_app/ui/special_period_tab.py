"""特殊时期: nothing until the officer wants it, behind the password again, hidden when nobody is at it."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.context import Context
from desktop_app.ui.empty_sheet import EmptySheet
from desktop_app.ui.locked_sheet import LockedSheet
from desktop_app.ui.record_list import RecordListView

_IDLE = timedelta(minutes=5)  # our own choice (level L6), as officers know it from other software
_LOOK = 10_000  # ms between two looks at the clock
_AT_WORK = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
_KIND = "special_period"
_OPT_IN = (
    "不登记也可以：旁边的“权益计算”不保存任何东西。要登记，先做两件事。\n"
    "一、给台账设密码：孕产期是敏感个人信息，只能放在加密的台账里。\n"
    "二、取得本人单独同意（个人信息保护法第二十九条）：\n"
    "告诉她记什么、为什么记、存多久、随时可以撤回。\n"
    "登记后按编号提醒休假、哺乳时间和不加班不夜班的起止，不出现姓名。"
)
_PURPOSE = (
    "只登记本人单独同意的人：预产期只记年月，不记末次月经、诊断和检查结果。她撤回同意，或者保存期到了，就删除；"
    "关闭台账时，删掉的从修改记录里一并清除。"
)
_ASK = "这里是敏感个人信息，打开前请再输入一次台账密码。离开本页，或者五分钟没有操作，会自动合上。"


class SpecialPeriodTab(QWidget):
    """An explanation, a locked door, or the list."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._seen = datetime.min
        self._wanted: int | None = None  # the record to show once the door is open
        self._list: RecordListView | None = None
        explained = EmptySheet("roster", "特殊时期登记（自愿使用）", _OPT_IN, "去设置台账密码", self._to_settings)
        self.door = LockedSheet(context, "特殊时期登记", _ASK)
        self.door.opened.connect(self._open)
        self._stack = QStackedWidget()
        self._explained = self._stack.addWidget(explained)
        self._stack.addWidget(self.door)
        place = QVBoxLayout(self)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self._stack)
        self._clock = QTimer(self, interval=_LOOK)
        self._clock.timeout.connect(self.hide_when_idle)
        self.reload()

    @property
    def list(self) -> RecordListView | None:
        """The list, once it was opened."""
        return self._list

    @property
    def is_open(self) -> bool:
        """Whether the list can be seen."""
        return self._list is not None and self._stack.currentWidget() is self._list

    def reload(self) -> None:
        """Show what may be shown now."""
        ledger = self._context.ledger
        if ledger.is_sample:  # all its persons are invented
            self._open()
        elif not ledger.is_locked:
            self._stack.setCurrentIndex(self._explained)
        elif not self.is_open:
            self._stack.setCurrentWidget(self.door)

    def show_record(self, record_id: int) -> None:
        """Open one entry, or the list; behind the door it waits."""
        self._wanted = record_id
        self.reload()
        if self.is_open:
            self._show_wanted()
        else:
            self.door.setFocus()

    def close_door(self) -> None:
        """Hide the list; what is being typed stays as it is behind the door."""
        self._clock.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        if self.is_open and not self._context.ledger.is_sample:
            self._stack.setCurrentWidget(self.door)

    def hide_when_idle(self) -> None:
        """Close the door when nothing was touched for five minutes, by the clock on the wall: a PC may have slept."""
        if not timedelta(0) <= self._context.ledger.clock() - self._seen < _IDLE:
            self.close_door()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page or tab is in front."""
        super().hideEvent(event)
        self.close_door()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; a minimised window shows nothing when it comes back."""
        if event.type() in _AT_WORK:
            self._seen = self._context.ledger.clock()
        elif event.type() == QEvent.Type.WindowStateChange and self.window().isMinimized():
            self.close_door()
        return False

    def _open(self) -> None:
        if self._list is None:
            self._list = RecordListView(self._context, _KIND, purpose=_PURPOSE)
            self._stack.addWidget(self._list)
        self._stack.setCurrentWidget(self._list)
        self._seen = self._context.ledger.clock()
        application = QApplication.instance()
        if application is not None and not self._context.ledger.is_sample:
            application.installEventFilter(self)
            self._clock.start()
        self._show_wanted()

    def _show_wanted(self) -> None:
        if self._list is not None and self._wanted:
            self._list.open_record(self._wanted)
        self._wanted = None

    def _to_settings(self) -> None:
        self._context.go.emit("settings", "", 0, "")
