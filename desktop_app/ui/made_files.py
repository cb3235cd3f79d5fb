"""What was written and where: open the file, open its folder, print once more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy

Open = Callable[[Path], None]


def open_path(path: Path) -> None:
    """Open a file or folder with the program the PC uses for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class MadeFiles(QFrame):
    """A strip that appears after files were made."""

    def __init__(self, open_it: Open = open_path) -> None:
        super().__init__()
        self.setProperty("role", "strip-good")
        self._open = open_it
        self.paths: list[Path] = []
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self._said, 1)
        for text, act in (
            ("打开文件", lambda: self._open(self.paths[0])),
            ("打开所在文件夹", lambda: self._open(self.paths[0].parent)),
            ("关闭提示", self.hide),
        ):
            button = QPushButton(text)
            button.setProperty("role", "quiet")
            button.clicked.connect(lambda _=False, act=act: act())
            row.addWidget(button)
        self.hide()

    def show_paths(self, paths: Sequence[Path]) -> None:
        """Tell what was made."""
        self.paths = list(paths)
        several = f"{len(paths)} 个文件，放在“{paths[0].parent.name}”"
        self._said.setText(f"已生成 {several if len(paths) > 1 else paths[0].name}")
        self._said.setToolTip("\n".join(map(str, paths)))
        self.show()
