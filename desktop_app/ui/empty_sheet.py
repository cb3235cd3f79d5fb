"""What a page shows before it holds anything: what it is for, and the first step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop_app.ui import theme
from desktop_app.ui.icons import pixmap


class EmptySheet(QFrame):
    """A sheet with a picture, two sentences and one button; ``other`` is what can be done without that step."""

    def __init__(
        self,
        icon: str,
        title: str,
        purpose: str,
        step: str,
        act: Callable[[], None],
        other: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("role", "sheet")
        picture = QLabel()
        picture.setPixmap(pixmap(icon, theme.PALE, 48, self.devicePixelRatioF()))
        head = QLabel(title)
        head.setProperty("role", "section")
        said = QLabel(purpose)
        said.setWordWrap(True)
        said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(step)
        button.setProperty("role", "primary")
        button.clicked.connect(lambda: act())
        lines = QHBoxLayout()  # an aligned label would be given too little height for its words
        lines.addStretch(1)
        lines.addWidget(said, 4)
        lines.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        for part in (picture, head, lines, button):
            if isinstance(part, QHBoxLayout):
                column.addLayout(part)
            else:
                column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        if other is not None:
            link = QPushButton(other[0])
            link.setProperty("role", "link")
            link.clicked.connect(lambda: other[1]())
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
