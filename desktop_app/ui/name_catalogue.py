"""名称目录 for officers who write placeholders in WPS themselves: a name chosen is copied, ready to be pasted."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.services import blank_form_view, blank_forms
from desktop_app.ui.context import Context, Progress
from desktop_app.ui.name_picker import NamePicker

_HABIT = "在 WPS 里，把 {{名称}} 写进要填的格子。这里双击或回车，就替您复制好，到 WPS 里粘贴。右边是现在的值。"


class NameCatalogue(QDialog):
    """Stays open beside WPS: one name after another is copied."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("名称目录")
        self.resize(560, 520)
        self.picker = NamePicker(blank_forms.choices())
        self.picker.picked.connect(self.copy)
        self._said = QLabel(_HABIT)
        self._said.setProperty("role", "hint")
        self._said.setWordWrap(True)
        close = QPushButton("关闭")
        close.setAutoDefault(False)  # Enter belongs to the names
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(self._said, 1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(self.picker, 1)
        column.addLayout(foot)
        self._ask_values(context)

    @property
    def said(self) -> str:
        """The sentence beneath the names."""
        return self._said.text()

    def copy(self, name: str) -> None:
        """Put a name's placeholder on the clipboard."""
        QGuiApplication.clipboard().setText("{{" + name + "}}")
        self._said.setText("已复制 {{" + name + "}}，到 WPS 的格子里按 Ctrl+V 粘贴。")

    def _ask_values(self, context: Context) -> None:
        ledger, on = context.ledger, context.today()

        def work(tick: Progress) -> dict[str, str]:
            return blank_form_view.present_values(ledger, on=on)

        context.runner.run("读取现在的值", work, self.picker.show_values)
