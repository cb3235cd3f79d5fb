"""The foot of an editor: what can be done with what was typed, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

_SAVE, _ANYWAY, _DONE = "保存", "仍然保存", "已保存 ✓"
_FLASH = 1600  # ms that 已保存 stays on the button


class EditorFoot(QWidget):
    """Three buttons and a sentence. ``is_fixed``: there is no next record to go on to."""

    save_wanted = Signal()
    next_wanted = Signal()
    copy_wanted = Signal()

    def __init__(self, is_fixed: bool) -> None:
        super().__init__()
        self._is_fixed = is_fixed
        self._save = QPushButton(_SAVE)
        self._save.setProperty("role", "primary")
        self._save.setToolTip("Ctrl+S")
        self._save.clicked.connect(self.save_wanted)
        self._next = QPushButton("保存并新增")
        self._next.setToolTip("Ctrl+回车")
        self._next.clicked.connect(self.next_wanted)
        self._copy = QPushButton("复制上一条")
        self._copy.setProperty("role", "quiet")
        self._copy.setToolTip("照上一条填写空着的栏目")
        self._copy.clicked.connect(self.copy_wanted)
        self._said = QLabel()
        self._said.setProperty("role", "hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self._save, self._next, self._copy):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self._said)
        self._next.setVisible(not is_fixed)

    def offer_copy(self, is_new: bool) -> None:
        """A new record may be begun like the last one."""
        self._copy.setVisible(is_new and not self._is_fixed)

    def focus(self) -> None:
        """Put the cursor on 保存."""
        self._save.setFocus(Qt.FocusReason.TabFocusReason)

    def note_change(self, is_changed: bool) -> None:
        """Whether something typed is not kept."""
        self._save.setText(_SAVE)
        self._said.setText("有改动，还没有保存" if is_changed else "")

    def note_faults(self, sentence: str) -> None:
        """Why nothing was saved."""
        self._said.setText(sentence)

    def note_warnings(self, number: int) -> None:
        """The next 保存 accepts what is doubtful."""
        self._save.setText(_ANYWAY)
        self._said.setText(f"有 {number} 处请核对；无误就按“{_ANYWAY}”")

    def note_saved(self) -> None:
        """Flash 已保存: silence frightens."""
        self._save.setText(_DONE)
        QTimer.singleShot(_FLASH, self._save, self._end_flash)

    def _end_flash(self) -> None:
        if self._save.text() == _DONE:
            self._save.setText(_SAVE)
