"""填本单位规定: the value, where it stands and when it was checked; nothing is kept that the rules cannot read."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.errors import Rejected
from desktop_app.records.rule_override import TYPE
from desktop_app.rules.parameters import OWN
from desktop_app.services import own_rules
from desktop_app.services.own_rules import TO_VERIFY, Ruling
from desktop_app.ui.context import Context
from desktop_app.ui.inputs import LineInput, input_for
from desktop_app.ui.lines import Line
from desktop_app.ui.sheet import words

_ASKED = ("source", "checked_on", "note")


class OwnRuleDialog(QDialog):
    """Accepted once the value is kept."""

    def __init__(self, context: Context, ruling: Ruling, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._ruling = context, ruling
        held = ruling.held
        self.setWindowTitle("填本单位规定")
        self.setMinimumWidth(540)
        self.value: QComboBox | Line = QComboBox() if held.options else Line()
        self.inputs = {name: input_for(TYPE.fields[name], context) for name in _ASKED}
        self.fault = words("", "error")
        self.fault.hide()
        head, hint = QLabel(held.label), words(_hint(ruling))
        head.setProperty("role", "section")
        rows = QFormLayout()
        rows.addRow("数值 *", self._make_value())
        for name, place in self.inputs.items():
            kind = TYPE.fields[name]
            rows.addRow(kind.label + (" *" if kind.required else ""), place)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(10)
        for widget in (head, hint):
            column.addWidget(widget)
        column.addLayout(rows)
        column.addWidget(self.fault)
        column.addLayout(self._make_foot())
        self._show_kept()

    @property
    def typed(self) -> str:
        """The value as typed or chosen."""
        return self.value.text().strip() if isinstance(self.value, Line) else self.value.currentText()

    def accept(self) -> None:
        """Keep it; what is not readable is said and stays."""
        given = {name: place.text() for name, place in self.inputs.items()}
        try:
            own_rules.save(
                self._context.ledger,
                self._ruling.held.name,
                value=self.typed,
                source=given["source"],
                checked_on=given["checked_on"],
                note=given["note"],
            )
        except Rejected as fault:
            self._tell(fault)
            return
        super().accept()

    def _tell(self, fault: Rejected) -> None:
        self.fault.setText(str(fault))
        self.fault.show()
        self.adjustSize()
        (self.inputs.get(fault.field) or self.value).setFocus()

    def _make_value(self) -> QWidget:
        held = self._ruling.held
        if isinstance(self.value, QComboBox):
            self.value.addItems(held.options)
            return self.value
        self.value.setAccessibleName("数值")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.value, 1)
        row.addWidget(words(held.unit))
        row.setStretch(1, 0)
        return line

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        cancel, keep = QPushButton("取消"), QPushButton("保存")
        keep.setProperty("role", "primary")
        keep.setAutoDefault(False)
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self.accept)
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(keep)
        places = list(self.inputs.values())
        if isinstance(self.value, Line):
            self.value.forward.connect(places[0].setFocus)
        for here, following in pairwise(places):
            here.forward.connect(following.setFocus)
            following.back.connect(here.setFocus)
        places[-1].forward.connect(self.accept)
        return foot

    def _show_kept(self) -> None:
        held = self._ruling.held
        is_own = held.origin == OWN
        if isinstance(self.value, QComboBox):
            self.value.setCurrentText(str(held.value if held.value is not None else held.candidate or ""))
        elif is_own:
            self.value.setText(f"{held.value}{held.unit}")
        self.inputs["checked_on"].show_value(held.checked_on if is_own else self._context.today())
        if is_own:
            self.inputs["source"].show_value(held.source.removeprefix(f"{OWN}："))
            self.inputs["note"].show_value(held.note or None)
        elif isinstance(self.inputs["source"], LineInput):
            self.inputs["source"].line.setPlaceholderText("文件名称、文号和条款，如 某市〔2024〕5号第三条")


def _hint(ruling: Ruling) -> str:
    now = f"现在：{ruling.shown}（{ruling.held.citation}）"
    return f"{now}\n请向上级工会核实后填写。" if ruling.state == TO_VERIFY else now
