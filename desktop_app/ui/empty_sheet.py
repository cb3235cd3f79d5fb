"""What a page shows before it holds anything: what it is for, and the first step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from desktop_app.ui import theme
from desktop_app.ui.icons import pixmap


class EmptySheet(QFrame):
    """A sheet with a picture, two sentences and one button."""

    def __init__(self, icon: str, title: str, purpose: str, step: str, act: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("role", "sheet")
        picture = QLabel()
        picture.setPixmap(pixmap(icon, theme.PALE, 48, self.devicePixelRatioF()))
        head = QLabel(title)
        head.setProperty("role", "section")
        said = QLabel(purpose)
        said.setWordWrap(True)
        said.setMaximumWidth(560)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(step)
        button.setProperty("role", "primary")
        button.clicked.connect(lambda: act())
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (picture, head, said, button):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
            column.addSpacing(8)
        column.addStretch(3)
