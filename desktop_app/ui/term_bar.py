"""Above the committee page: which term is shown, what the rules found, and how the next one begins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from desktop_app.rules.findings import Finding
from desktop_app.ui.finding_dialog import counted


class TermBar(QWidget):
    """``chosen`` carries a term's id; the others are its buttons."""

    chosen = Signal(int)
    loose_wanted = Signal()
    findings_wanted = Signal()
    re_election_wanted = Signal()
    new_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._terms = QComboBox()
        self._terms.setAccessibleName("届次")
        self._terms.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._terms.currentIndexChanged.connect(lambda index: self.chosen.emit(self._terms.itemData(index) or 0))
        self._found, self._loose = QPushButton(), QPushButton()
        self._found.setToolTip("按适用的规定检查女职工委员会，点开看每一条")
        self._delete, self._new, self.re_election = (
            QPushButton("删除本届"),
            QPushButton("新增届次"),
            QPushButton("换届"),
        )
        self.re_election.setToolTip("从本届建立下一届：届次、日期、人选带过去，文书随后打印")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._terms)
        for button, asked, role in (
            (self._found, self.findings_wanted, "link"),
            (self._loose, self.loose_wanted, "link"),
            (self._delete, self.delete_wanted, "quiet"),
            (self._new, self.new_wanted, ""),
            (self.re_election, self.re_election_wanted, ""),
        ):
            button.setProperty("role", role)
            button.clicked.connect(lambda _=False, asked=asked: asked.emit())
            if button is self._delete:
                row.addStretch()
            row.addWidget(button)

    @property
    def name(self) -> str:
        """The term shown, in words."""
        return self._terms.currentText()

    def show_terms(self, terms: Sequence[tuple[int, str]], current: int) -> None:
        """Offer the terms; without any only a new one can be begun."""
        self._terms.blockSignals(True)
        self._terms.clear()
        for term_id, title in terms:
            self._terms.addItem(title, term_id)
        self._terms.setCurrentIndex(self._terms.findData(current) if terms else -1)
        self._terms.blockSignals(False)
        for widget in (self._terms, self._delete, self._loose):
            widget.setVisible(bool(terms))

    def show_standing(self, found: Sequence[Finding], loose: int, *, may_begin: bool) -> None:
        """What was found, meetings that belong to no term, and whether the next term can be begun."""
        self._found.setText(counted(found))
        self._found.setVisible(bool(found))
        self._loose.setVisible(loose > 0)
        self._loose.setText(f"有 {loose} 次会议没有填届次")
        self.re_election.setVisible(may_begin)
        is_due = any(each.rule == "R04" for each in found)
        self.re_election.setProperty("role", "primary" if is_due else "")
        self.re_election.style().polish(self.re_election)
