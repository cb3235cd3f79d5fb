"""报送: how a form is handed in, asked once before it is frozen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.records.fields import Kind, Value
from desktop_app.records.submission import TYPE
from desktop_app.services.recipients import Recipient
from desktop_app.services.submissions import Manner
from desktop_app.ui.context import Context
from desktop_app.ui.inputs import input_for

_ASKED = ("way", "copies", "is_sealed", "due_on")


class HandInDialog(QDialog):
    """``manner`` and ``reason`` tell what was typed once the dialog was accepted."""

    def __init__(
        self, context: Context, title: str, recipient: Recipient | None, lacking: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._today = context.today()
        self.setWindowTitle("报送")
        self.resize(520, 380)
        self.inputs = {name: input_for(TYPE.fields[name], context) for name in (*_ASKED, "note")}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 20, 14)
        self._make_head(title, recipient, lacking)
        self._make_rows(recipient, bool(lacking))
        self._make_foot()

    @property
    def manner(self) -> Manner:
        """By which way, in how many copies, sealed or not, due when. Raises Rejected for what is none."""
        return Manner(**{name: self._value(name) for name in _ASKED})

    @property
    def reason(self) -> str:
        """Why a form with gaps is handed in all the same."""
        return self.inputs["note"].text()

    def _value(self, name: str) -> Value:
        kind: Kind = TYPE.fields[name]
        return kind.parse(self.inputs[name].text(), self._today)

    def _make_head(self, title: str, recipient: Recipient | None, lacking: Sequence[str]) -> None:
        head = QLabel(f"{title}\n报给：{recipient.name if recipient else '不指定（可在“报给”里选）'}")
        head.setProperty("role", "section")
        said = QLabel(
            f"还缺 {len(lacking)} 项：{'；'.join(lacking[:4])}。补齐再报最好；一定要现在报，请写明原因。"
            if lacking
            else "报送后，表上的数和文件就按现在的样子存下来，以后改台账也不会变。"
        )
        said.setProperty("role", "warn" if lacking else "hint")
        for label in (head, said):
            label.setWordWrap(True)
            self._column.addWidget(label)

    def _make_rows(self, recipient: Recipient | None, has_gaps: bool) -> None:
        rows = QFormLayout()
        for name in _ASKED:
            rows.addRow(TYPE.fields[name].label, self.inputs[name])
        rows.addRow("缺项原因" if has_gaps else "备注", self.inputs["note"])
        if recipient:
            self.inputs["way"].show_value(recipient.way or None)
            self.inputs["copies"].show_value(recipient.copies)
        self._column.addLayout(rows)
        self._column.addStretch(1)

    def _make_foot(self) -> None:
        cancel, send = QPushButton("取消"), QPushButton("报送并存文件")
        send.setProperty("role", "primary")
        send.setDefault(True)
        cancel.clicked.connect(self.reject)
        send.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(send)
        self._column.addLayout(foot)
