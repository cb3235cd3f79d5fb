"""What stands before guarded records until the ledger's password was typed once more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from desktop_app.ui import theme
from desktop_app.ui.context import Context
from desktop_app.ui.icons import pixmap
from desktop_app.ui.sheet import words


class LockedSheet(QFrame):
    """``opened`` follows the right password."""

    opened = Signal()

    def __init__(self, context: Context, title: str, purpose: str) -> None:
        super().__init__()
        self.setProperty("role", "sheet")
        self._context = context
        picture = QLabel()
        picture.setPixmap(pixmap("roster", theme.PALE, 48, self.devicePixelRatioF()))
        head = QLabel(title)
        head.setProperty("role", "section")
        said = words(purpose)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        lines = QHBoxLayout()  # an aligned label would be given too little height for its words
        lines.addStretch(1)
        lines.addWidget(said, 2)
        lines.addStretch(1)
        self.said = words("", "error")
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        for part in (picture, head):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(lines)
        column.addLayout(self._make_line())
        column.addWidget(self.said)
        column.addStretch(3)

    def open(self) -> None:
        """Let in whoever typed the password."""
        is_right = self._context.ledger.is_password(self.line.text())
        self.line.clear()
        self.said.setText("" if is_right else "密码不对，请重新输入打开这份台账的密码。")
        if is_right:
            self.opened.emit()

    def _make_line(self) -> QHBoxLayout:
        self.line = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.line.setPlaceholderText("台账密码")
        self.line.setAccessibleName("台账密码")
        self.line.setFixedWidth(240)
        self.line.returnPressed.connect(self.open)
        self.setFocusProxy(self.line)
        button = QPushButton("打开")
        button.setProperty("role", "primary")
        button.clicked.connect(self.open)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.line)
        row.addWidget(button)
        row.addStretch(1)
        return row
