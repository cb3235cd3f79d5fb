"""换届第一步和第四步: what the rules say before one begins, and the papers that are made once the term is there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.rules.findings import ERROR, Finding
from desktop_app.rules.procedure import Step
from desktop_app.services import forms
from desktop_app.ui import theme
from desktop_app.ui.sheet import Sheet, words

# The papers of a re-election in the order they are made, each with when it is made.
_PAPERS = (
    ("ZZ-01", "先报这一份，上级工会批复同意后再选举"),
    ("ZZ-02", "候选人一人一表"),
    ("ZZ-05", "组成人员（候选人）名单"),
    ("ZZ-03", "选举以后，填了票数再出"),
    ("ZZ-09", "批复以后归档"),
)


class ChecksSheet(QWidget):
    """What the rules found, the grave first, and the steps of a term not yet begun."""

    def __init__(self, findings: Sequence[Finding], steps: Sequence[Step]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        found, way = Sheet("现在的情况"), Sheet("换届怎么走")
        for each in findings:
            word, colour = ("强制", theme.BAD) if each.severity == ERROR else ("提示", theme.WARN)
            said = f"<span style='color:{colour}'>{word}</span>　{escape(each.message)}"
            found.body.addWidget(words(said + _grey(f"<br>　　　{escape(each.source)}"), ""))
        if not findings:
            found.body.addWidget(words("没有发现问题。"))
        for number, step in enumerate(steps, 1):
            said = f"<b>{number}　{escape(step.name)}</b>　{escape(step.sentence)}"
            way.body.addWidget(words(said + _grey(f"（{escape(step.source)}）"), ""))
        for sheet in (found, way):
            column.addWidget(sheet)
        column.addStretch(1)


def _grey(text: str) -> str:
    return f"<span style='color:{theme.GREY}'>{text}</span>"


class PapersSheet(Sheet):
    """``wanted`` carries the code of a form."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__("文书", "届次、人选、名额都已经写进去，点一份就到“表单上报”里看、改、印。")
        titles = {form.code: form.title for form in forms.all_forms()}
        self.buttons: dict[str, QPushButton] = {}
        for code, when in _PAPERS:
            button = QPushButton(f"{code}　{titles[code]}")
            button.setProperty("role", "link")
            button.clicked.connect(partial(self.wanted.emit, code))
            self.buttons[code] = button
            row = QHBoxLayout()
            row.addWidget(button)
            row.addWidget(words(when), 1)
            self.body.addLayout(row)
        self.body.addStretch(1)
