"""The words of a letter, to be changed before it is printed or handed in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.errors import Rejected
from desktop_app.services import letters
from desktop_app.services.forms import Asked, Form
from desktop_app.ui.context import Context
from desktop_app.ui.form_choices import FormChoices

_HABITS = "直接改字即可，回车另起一段。行首的记号管版式：# 标题、## 一级标题、【主送】、【附件】、【署名】、【日期】。"
_OWN = "这份文字改过，已不随台账更新；要重新取台账里的数，点“恢复台账文字”。"


_OTHERS = "这里是别的一份文书改过的文字，还没有保存。先点“保存文字”，再看现在选的这一份。"


@dataclass(frozen=True)
class _Occasion:
    """Which letter the words belong to: what was chosen when they were shown, whatever is chosen by now."""

    form: Form
    asked: Asked

    def is_letter_of(self, other: _Occasion) -> bool:
        """The date on a letter does not make it another one."""
        return self._key == other._key

    @property
    def _key(self) -> tuple[object, ...]:
        return self.form.code, self.form.variant, self.asked.get("period"), self.asked.get("about")


class LetterEditor(QWidget):
    """``kept`` after the words were saved or brought back."""

    kept = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._shown: _Occasion | None = None
        self._wanted: _Occasion | None = None
        self.text = QPlainTextEdit()
        self.text.setAccessibleName("文书的文字")
        self.text.textChanged.connect(self._note_change)
        self._said = QLabel(_HABITS)
        self._said.setProperty("role", "hint")
        self._said.setWordWrap(True)
        self._keep = QPushButton("保存文字")
        self._keep.setProperty("role", "primary")
        self._keep.clicked.connect(self.keep)
        self._back = QPushButton("恢复台账文字")
        self._back.clicked.connect(self.bring_back)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addWidget(self._said)
        column.addWidget(self.text, 1)
        column.addLayout(foot)

    def show_form(self, form: Form, choices: FormChoices) -> None:
        """Show the words of a letter; those typed for this one stay, those typed for another are asked about."""
        if not form.is_letter:
            return
        try:
            self._wanted = _Occasion(form, choices.asked)
        except Rejected as fault:
            self._said.setText(f"填报日期{fault}")
            return
        if self.is_changed and self._shown and self._shown.is_letter_of(self._wanted):
            return
        if self.leave():
            self._show(self._wanted)
        else:
            self._said.setText(_OTHERS)

    @property
    def said(self) -> str:
        """The sentence above the words."""
        return self._said.text()

    @property
    def is_changed(self) -> bool:
        """Whether something typed is not kept."""
        return self.text.document().isModified()

    def keep(self) -> None:
        """Keep the words: the paper and what is handed in carry them from now on."""
        self._change(self.text.toPlainText())
        self._context.messages.toast("文字已保存，打印和报送都用它。")

    def bring_back(self) -> None:
        """Let the ledger write the words again."""
        if self._context.messages.ask("要放弃改过的文字，重新用台账里的内容吗？", "恢复台账文字"):
            self._change("")

    def leave(self) -> bool:
        """Whether the words may be left: those typed and not kept are asked about."""
        if not self.is_changed:
            return True
        chosen = self._context.messages.choose("这份文书改过的文字还没有保存。", "保存文字", "不保存")
        if chosen == "保存文字":
            self.keep()
        elif chosen == "不保存":
            self.text.document().setModified(False)
        return bool(chosen)

    def _show(self, wanted: _Occasion) -> None:
        found = letters.letter_text(self._context.ledger, wanted.form, **wanted.asked)
        self._shown = wanted
        self.text.setPlainText(found.text)
        self.text.document().setModified(False)
        self._said.setText(_OWN if found.is_changed else _HABITS)
        self._back.setEnabled(found.is_changed)
        self._note_change()

    def _change(self, text: str) -> None:
        shown = self._shown
        if shown is None or self._wanted is None:
            return
        letters.change_text(self._context.ledger, shown.form, text, **shown.asked)
        self.text.document().setModified(False)
        self._show(self._wanted)
        self.kept.emit()

    def _note_change(self) -> None:
        self._keep.setEnabled(self.is_changed)
