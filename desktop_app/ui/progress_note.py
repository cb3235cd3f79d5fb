"""What an officer sees while something takes long: its name, how far it is, and 取消."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget


class ProgressNote(QDialog):
    """Over the front window until the work has ended; without ``cancel`` it can only be waited for."""

    def __init__(self, over: QWidget | None, title: str, cancel: Callable[[], None] | None) -> None:
        super().__init__(over, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint)
        self.setWindowTitle("半边天")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setMinimumWidth(380)
        self._cancel = cancel
        self._make_parts(title)

    def show_progress(self, done: int, total: int) -> None:
        """How many of how many are done."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        if self._cancel:
            self._cancel()
            self._button.setEnabled(False)
            self._button.setText("正在取消…")

    def finish(self) -> None:
        """Go away for good."""
        self._cancel = None
        self.hide()
        self.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels; it never merely hides the note."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it means 取消."""
        self.cancel()
        event.ignore()

    def _make_parts(self, title: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(14)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setRange(0, 0)
        self._button = QPushButton("取消")
        self._button.setVisible(self._cancel is not None)
        self._button.clicked.connect(self.cancel)
        layout.addWidget(QLabel(title))
        layout.addWidget(self._bar)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignRight)
