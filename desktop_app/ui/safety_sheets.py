"""The right half of 设置: the text's size, where the ledger lies, its password and its backups."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ledger.backup import backups_of, folder_of
from desktop_app.ui import theme
from desktop_app.ui.context import Context
from desktop_app.ui.icons import icon
from desktop_app.ui.password_sheet import PasswordSheet
from desktop_app.ui.sheet import Sheet, words


class SafetySheets(QWidget):
    """Each button does its work at once."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.password = PasswordSheet(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._make_text_sizes())
        column.addWidget(self._make_place())
        column.addWidget(self.password)
        column.addWidget(self._make_backups(), 1)

    def reload(self) -> None:
        """Show the size in use, the ledger's place and the backups there are."""
        ledger = self._context.ledger
        in_use = theme.size_in_use(QApplication.instance())
        for button in self.sizes.buttons():
            button.setChecked(button.text() == in_use)
        self._place.setText(str(ledger.path))
        self._backups.clear()
        for at, path in backups_of(ledger.path):
            size = path.stat().st_size / 1_000_000
            self._backups.addItem(f"{at:%Y-%m-%d %H:%M}　{size:.1f} 兆　已验证")
        if not self._backups.count():
            self._backups.addItem("还没有备份。关闭台账时会自动做一份，也可以现在做。")

    def choose_text_size(self, name: str) -> None:
        """Another text size; the window remembers it on this PC."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.dress(application, name)

    def back_up(self) -> None:
        """A verified copy beside the ledger."""
        self._back_up_to(folder_of(self._context.ledger.path))

    def back_up_elsewhere(self) -> None:
        """A verified copy on another disk, such as a U盘."""
        folder = self._context.messages.choose_folder("备份放到哪里（如U盘）")
        if folder:
            self._back_up_to(Path(folder))

    def verify(self) -> None:
        """Read the whole ledger for faults."""
        ledger = self._context.ledger
        self._context.runner.run("正在检查台账", lambda _: ledger.faults(), self._tell_faults, cancellable=False)

    def open_folder(self) -> None:
        """Show the ledger's folder."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._context.ledger.path.parent)))

    def _back_up_to(self, folder: Path) -> None:
        ledger = self._context.ledger
        self._context.runner.run(
            "正在备份并检查", lambda _: ledger.back_up(folder), self._tell_backup, cancellable=False
        )

    def _tell_backup(self, made: Path) -> None:
        self._context.changed.emit("setting")
        self._context.messages.toast(f"已备份并验证：{made.name}")

    def _tell_faults(self, faults: list[str]) -> None:
        if faults:
            self._context.messages.warn("\n".join(faults))
        else:
            self._context.messages.tell("台账完整，没有发现问题。")

    def _make_text_sizes(self) -> Sheet:
        sheet = Sheet("文字大小")
        row = QHBoxLayout()
        row.setSpacing(18)
        self.sizes = QButtonGroup(sheet)
        for name in theme.SIZES:
            button = QRadioButton(name)
            button.clicked.connect(lambda _, name=name: self.choose_text_size(name))
            self.sizes.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        sheet.body.addLayout(row)
        sheet.body.addWidget(words("也可以在任何一页按 Ctrl + 和 Ctrl -"))
        return sheet

    def _make_place(self) -> Sheet:
        sheet = Sheet("数据位置")
        self._place = QLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(_button("folder", "打开文件夹", self.open_folder))
        row.addWidget(_button("good", "检查台账", self.verify))
        row.addStretch(1)
        sheet.body.addWidget(self._place)
        sheet.body.addLayout(row)
        return sheet

    def _make_backups(self) -> Sheet:
        sheet = Sheet("备份", "每份备份都打开检查过才算数。关闭台账时自动做一份，旧的自动稀疏保留。")
        self._backups = QListWidget()
        self._backups.setMinimumHeight(110)
        row = QHBoxLayout()
        row.addWidget(_button("backup", "现在备份", self.back_up))
        row.addWidget(_button("export", "备份到U盘", self.back_up_elsewhere))
        row.addStretch(1)
        sheet.body.addLayout(row)
        sheet.body.addWidget(self._backups, 1)
        return sheet


def _button(drawing: str, verb: str, clicked: object) -> QPushButton:
    button = QPushButton(icon(drawing), verb)
    button.clicked.connect(clicked)
    return button
