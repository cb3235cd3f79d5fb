"""The line at the foot: who works, when it was saved, the last proven backup, where the data lie."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop_app.ui import theme
from desktop_app.ui.icons import icon

if TYPE_CHECKING:
    from desktop_app.ui.context import Context


class StatusBar(QFrame):
    """Four facts, each with one click behind it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self._context: Context | None = None
        self._make_facts()

    def attach(self, context: Context | None) -> None:
        """Follow an opened ledger; None empties the line."""
        self._context = context
        for button in (self.operator, self.saved, self.backup, self.place):
            button.setVisible(context is not None)
        if context:
            context.changed.connect(self.refresh)
            self.refresh()

    def refresh(self) -> None:
        """Read the four facts anew."""
        if self._context is None:
            return
        from desktop_app.ledger.backup import backups_of  # the window is shown before the ledger's code is loaded

        ledger = self._context.ledger
        today = self._context.today()
        kept = backups_of(ledger.path)
        self.operator.setText(f"操作人：{ledger.operator or '未填'}")
        self.saved.setText(f"已保存 {_moment(datetime.fromtimestamp(ledger.path.stat().st_mtime), today)}")
        self.backup.setText(f"最近验证的备份：{_moment(kept[0][0], today) if kept else '还没有'}")
        self.place.setText(f"数据位置：{ledger.path.name}")
        self.place.setToolTip(f"打开文件夹 {ledger.path.parent}")

    def tell_saved(self) -> None:
        """Say what was saved last."""
        from desktop_app.services import records

        if self._context:
            last = records.last_change(self._context.ledger)
            sentence = f"所有改动都已存入台账。最近一次：{last}" if last else "台账里还没有改动。"
            self._context.messages.toast(sentence)

    def open_settings(self) -> None:
        """操作人 and 备份 are kept on the settings page."""
        if self._context:
            self._context.go.emit("settings", "", 0, "")

    def open_folder(self) -> None:
        """Show the ledger's folder in the file manager."""
        if self._context:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._context.ledger.path.parent)))

    def _make_facts(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 1, 8, 1)
        layout.setSpacing(2)
        self.operator = self._fact("person", self.open_settings)
        self.saved = self._fact("good", self.tell_saved)
        self.backup = self._fact("backup", self.open_settings)
        self.place = self._fact("folder", self.open_folder)
        for button in (self.operator, self.saved, self.backup):
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self.place)

    def _fact(self, drawing: str, clicked: object) -> QPushButton:
        button = QPushButton(icon(drawing, theme.GREY), "")
        button.setProperty("role", "status")
        button.clicked.connect(clicked)
        button.hide()
        return button


def _moment(at: datetime, today: object) -> str:
    return f"{at:%H:%M}" if at.date() == today else f"{at:%Y-%m-%d %H:%M}"
