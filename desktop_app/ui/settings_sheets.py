"""The sheets of 设置: who works, how things are called and signed; each answer is kept when its line is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.context import Context
from desktop_app.ui.safety_sheets import SafetySheets
from desktop_app.ui.sheet import Sheet

# Setting -> (label, what it is for); kept in the ledger, so that they travel with it.
_WHO = {
    "operator": ("操作人", "记在每次改动后面"),
    "operator_phone": ("您的电话", "单位里找您用"),
}
_FORMS = {
    "preparer": ("填表人", "不填就印操作人"),
    "reviewer": ("审核人", "印在表尾"),
    "head_of_unit": ("单位负责人", "印在表尾"),
    "contact_phone": ("联系电话", "不填就印工会联系人的电话"),
}
_WORDS = {"room_word": ("哺乳室叫作", "女职工休息哺乳室")}


class SettingsSheets(QScrollArea):
    """The answers at the left, the safety of the ledger at the right."""

    def __init__(self, context: Context) -> None:
        super().__init__(widgetResizable=True)
        self._context = context
        self.inputs: dict[str, QLineEdit] = {}
        self.safety = SafetySheets(context)
        body = QWidget()
        columns = QHBoxLayout(body)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(14)
        columns.addLayout(self._make_answers(), 1)
        columns.addWidget(self.safety, 1)
        self.setWidget(body)

    def reload(self) -> None:
        """Show what is kept, except over what is being typed."""
        for name, line in self.inputs.items():
            if not line.isModified():
                line.setText(self._context.ledger.setting(name))
        self.safety.reload()

    def save(self) -> None:
        """Keep what is typed."""
        changed = {name: line.text().strip() for name, line in self.inputs.items() if line.isModified()}
        if not changed:
            return
        for name, (_, usual) in _WORDS.items():
            if name in changed:
                changed[name] = changed[name] or usual
        ledger = self._context.ledger
        ledger.remember(**changed)
        for name in changed:
            self.inputs[name].setModified(False)
        ledger.operator = changed.get("operator", ledger.operator)
        self._context.changed.emit("setting")
        self._context.messages.toast("已保存")

    def _make_answers(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(14)
        for title, answers in (("谁在用", _WHO), ("填报时印在表上的", _FORMS), ("称谓", _WORDS)):
            column.addWidget(self._make_sheet_of(title, answers))
        column.addStretch(1)
        return column

    def _make_sheet_of(self, title: str, answers: dict[str, tuple[str, str]]) -> Sheet:
        sheet = Sheet(title)
        form = QFormLayout()
        form.setSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        for name, (label, hint) in answers.items():
            line = QLineEdit()
            line.setPlaceholderText(hint)
            line.setAccessibleName(label)
            line.editingFinished.connect(self.save)
            form.addRow(label, line)
            self.inputs[name] = line
        sheet.body.addLayout(form)
        return sheet
