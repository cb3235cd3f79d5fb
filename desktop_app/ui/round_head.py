"""Above the negotiation board: which round is shown, what the rules found in it, and how another one begins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget


class RoundHead(QWidget):
    """``chosen`` carries a round's id, ``begun`` the occasion of a new one: 续订 or 变更."""

    chosen = Signal(int)
    begun = Signal(str)
    findings_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rounds = QComboBox()
        self._rounds.setAccessibleName("协商轮次")
        self._rounds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._rounds.currentIndexChanged.connect(lambda index: self.chosen.emit(self._rounds.itemData(index) or 0))
        self.found = QPushButton()
        self.found.setProperty("role", "link")
        self.found.setToolTip("按适用的规定检查这一份合同，点开看每一条")
        self.found.clicked.connect(self.findings_wanted)
        self._change = QPushButton("变更这一份")
        self._change.setToolTip("合同期内双方协商变更：另起一轮，走同样的程序")
        self._change.clicked.connect(lambda: self.begun.emit("变更"))
        self._new = QPushButton("新建协商轮次")
        self._new.clicked.connect(lambda: self.begun.emit("续订"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._rounds)
        row.addWidget(self.found)
        row.addStretch(1)
        row.addWidget(self._change)
        row.addWidget(self._new)

    def show_rounds(self, rounds: Sequence[tuple[int, str]], current: int) -> None:
        """Offer the rounds; without any the head is empty."""
        self._rounds.blockSignals(True)
        self._rounds.clear()
        for record_id, title in rounds:
            self._rounds.addItem(title, record_id)
        self._rounds.setCurrentIndex(self._rounds.findData(current))
        self._rounds.blockSignals(False)
        for widget in (self._rounds, self.found, self._change, self._new):
            widget.setVisible(bool(rounds))

    def show_findings(self, words: str, *, has_any: bool, may_change: bool) -> None:
        """What the rules found in the round shown; ``may_change``: it is in force."""
        self.found.setText(words)
        self.found.setEnabled(has_any)
        self._change.setVisible(may_change)
