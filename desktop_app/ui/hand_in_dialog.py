"""报送: how a form is handed in, asked once before it is frozen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.errors import Rejected
from desktop_app.records.fields import Kind, Value
from desktop_app.records.submission import TYPE
from desktop_app.services.comparing import Comparison
from desktop_app.services.recipients import Recipient
from desktop_app.services.submissions import Manner
from desktop_app.ui.context import Context
from desktop_app.ui.inputs import input_for
from desktop_app.ui.sheet import words

_ASKED = ("way", "copies", "is_sealed", "due_on")


class HandInDialog(QDialog):
    """``manner`` and ``reason`` tell what was typed once the dialog was accepted; it is not while that is no answer."""

    def __init__(
        self,
        context: Context,
        title: str,
        recipient: Recipient | None,
        lacking: Sequence[str],
        parent: QWidget,
        *,
        faults: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._today = context.today()
        self._why = "缺项原因" if lacking else "报送原因" if faults else ""  # what must be written, and its label
        self.setWindowTitle("报送")
        self.resize(520, 420)
        self.inputs = {name: input_for(TYPE.fields[name], context) for name in (*_ASKED, "note")}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 20, 14)
        self._make_head(title, recipient, lacking, faults)
        self._make_rows(recipient)
        self._make_foot()

    def accept(self) -> None:
        """Close, unless something typed cannot be read or the reason for gaps or faults is wanting."""
        fault = ""
        for name, place in self.inputs.items():
            said = self._fault_of(name)
            place.mark("error" if said else "")
            if said and not fault:
                fault = said
                place.setFocus()
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self._grow()
        if not fault:
            super().accept()

    def show_since(self, found: Comparison | None) -> None:
        """Say how much differs from the last time; None: there was none."""
        if found is None:
            said = "这是第一次报送这张表。"
        elif found.differences:
            said = f"与上次（{found.submitted_on} 报送）相比，有 {len(found.differences)} 处不同，见“与上次相比”。"
        else:
            said = f"与上次（{found.submitted_on} 报送）完全相同。"
        self._since.setText(said)
        self._grow()

    @property
    def manner(self) -> Manner:
        """By which way, in how many copies, sealed or not, due when. Raises Rejected for what is none."""
        return Manner(**{name: self._value(name) for name in _ASKED})

    @property
    def reason(self) -> str:
        """Why a form with gaps or faults is handed in all the same."""
        return self.inputs["note"].text()

    @property
    def fault(self) -> str:
        """What keeps the dialog open, or ''."""
        return self._fault.text()

    @property
    def since(self) -> str:
        """How much differs from the last time, in a sentence."""
        return self._since.text()

    def _grow(self) -> None:
        """Room for what is said: a dialog does not grow by itself when a sentence comes in."""
        self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))

    def _value(self, name: str) -> Value:
        kind: Kind = TYPE.fields[name]
        return kind.parse(self.inputs[name].text(), self._today)

    def _fault_of(self, name: str) -> str:
        try:
            value = self._value(name)
        except Rejected as fault:
            return f"{TYPE.fields[name].label}：{fault}"
        return f"请写明{self._why}，再报送。" if name == "note" and self._why and not value else ""

    def _make_head(
        self, title: str, recipient: Recipient | None, lacking: Sequence[str], faults: Sequence[str]
    ) -> None:
        head = QLabel(f"{title}\n报给：{recipient.name if recipient else '不指定（可在“报给”里选）'}")
        head.setProperty("role", "section")
        head.setWordWrap(True)
        self._since = words("")
        self._column.addWidget(head)
        for said, role in _told(lacking, faults):
            self._column.addWidget(words(said, role))
        self._column.addWidget(self._since)

    def _make_rows(self, recipient: Recipient | None) -> None:
        rows = QFormLayout()
        for name in _ASKED:
            rows.addRow(TYPE.fields[name].label, self.inputs[name])
        rows.addRow(self._why or "备注", self.inputs["note"])
        if recipient:
            self.inputs["way"].show_value(recipient.way or None)
            self.inputs["copies"].show_value(recipient.copies)
        places = list(self.inputs.values())
        for here, following in pairwise(places):
            here.forward.connect(following.setFocus)
            following.back.connect(here.setFocus)
        self._column.addLayout(rows)
        self._column.addStretch(1)

    def _make_foot(self) -> None:
        self._fault = QLabel()
        self._fault.setProperty("role", "error")
        self._fault.setWordWrap(True)
        self._fault.hide()
        self._column.addWidget(self._fault)
        cancel, send = QPushButton("取消"), QPushButton("报送并存文件")
        send.setProperty("role", "primary")
        send.setDefault(True)
        self.inputs["note"].forward.connect(send.setFocus)
        cancel.clicked.connect(self.reject)
        send.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(send)
        self._column.addLayout(foot)


def _told(lacking: Sequence[str], faults: Sequence[str]) -> list[tuple[str, str]]:
    """What speaks against handing it in, each sentence with its role."""
    if not lacking and not faults:
        return [("报送后，表上的数和文件就按现在的样子存下来，以后改台账也不会变。", "hint")]
    told = [(f"还缺 {len(lacking)} 项：{'；'.join(lacking[:4])}。", "warn")] if lacking else []
    if faults:
        told.append((f"逻辑检查有 {len(faults)} 处强制问题：{'；'.join(faults[:3])}。", "error"))
    return [*told, ("改好再报最好；一定要现在报，请写明原因，原因会记在报送台账里。", "hint")]
