"""A note at the foot of the window that goes away by itself, with one thing to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

SECONDS = 10
_MARGIN = 12  # pixels at either side


class Toast(QFrame):
    """Shown over the status line of ``window``, to cover no page's button; a newer note replaces the one before."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setProperty("role", "note")
        self._act: Callable[[], None] | None = None
        self._make_parts()
        self._clock = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._clock.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    def say(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show ``sentence`` for ten seconds; ``action`` names the button that does ``act``."""
        self._act = act
        self._words.setText(sentence)
        self._button.setText(action)
        self._button.setVisible(bool(action and act))
        self._place()
        self.show()
        self.raise_()
        self._clock.start()

    def act(self) -> None:
        """Do the one thing offered, once."""
        act, self._act = self._act, None
        self.hide()
        if act:
            act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _make_parts(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 2, 4, 2)
        layout.setSpacing(16)
        self._words = QLabel(wordWrap=False)
        self._button = QPushButton()
        self._button.clicked.connect(self.act)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._button)

    def _place(self) -> None:
        window = self._window
        room = window.width() - 2 * _MARGIN
        self._words.setWordWrap(False)
        wanted = self.sizeHint().width()
        if wanted > room:
            self._words.setWordWrap(True)
        width = min(wanted, room)
        height = max(self.heightForWidth(width), self.sizeHint().height() if wanted <= room else 0)
        self.setGeometry((window.width() - width) // 2, window.height() - height - 1, width, height)
