"""What the step chosen needs: its sentence, what is missing, until when, what follows, and its papers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.rules.procedure import DONE, Step, countdown
from desktop_app.ui import theme

_SHOWN = 4  # so many papers have a button at once
_LONG = "女职工权益保护专项集体合同"  # said once on the page: its papers need not repeat it


class StepPanel(QWidget):
    """``fill`` asks for the place of the step, ``paper`` carries a form's code. Folded, its grounds are hidden."""

    fill = Signal()
    paper = Signal(str)

    def __init__(self, titles: Mapping[str, str]) -> None:
        super().__init__()
        self._titles = titles
        self._said, self._grounds = _label(), _label()
        self._heading = QLabel("本步文书：")
        for label in (self._grounds, self._heading):
            label.setProperty("role", "hint")
        self._fill = _button("去填写", self.fill.emit)
        self._fold = _button("收起", self._choose_fold, "quiet")
        self._is_chosen = False  # whether the officer herself has said how she wants it
        self._papers = QHBoxLayout()
        self._make_layout()

    def show_step(self, step: Step, on: date) -> None:
        """Show one step as it stands on a day."""
        self._said.setText(f"<b>{escape(step.name)}</b>：{escape(_sentence(step, on))}")
        self._grounds.setText(_grounds(step))
        self._fill.setText("去看" if step.state == DONE else "去填写")
        self._fill.setVisible(bool(step.place))
        self._show_papers(step)
        self._show_parts()

    @property
    def text(self) -> str:
        """All that is said of the step."""
        return re.sub("<[^>]*>", "", f"{self._said.text()}\n{self._grounds.text()}").rstrip()

    @property
    def papers(self) -> list[QPushButton]:
        """The buttons of the step's papers."""
        found = (self._papers.itemAt(place).widget() for place in range(self._papers.count()))
        return [button for button in found if isinstance(button, QPushButton)]

    @property
    def is_folded(self) -> bool:
        """Whether what is missing and the grounds are hidden."""
        return self._fold.text() == "展开"

    def fold(self, is_folded: bool) -> None:
        """Hide what is missing and the grounds, or show them; an officer's own choice stays."""
        if not self._is_chosen:
            self._fold.setText("展开" if is_folded else "收起")
            self._show_parts()

    def _choose_fold(self) -> None:
        self._is_chosen = False
        self.fold(not self.is_folded)
        self._is_chosen = True

    def _show_parts(self) -> None:
        self._grounds.setVisible(bool(self._grounds.text()) and not self.is_folded)

    def _show_papers(self, step: Step) -> None:
        while self._papers.count():
            gone = self._papers.takeAt(0).widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        for code in [code for code in step.forms if code in self._titles][:_SHOWN]:
            button = _button(_short(self._titles[code]), partial(self.paper.emit, code), "link")
            button.setToolTip(f"{code} {self._titles[code]}")
            self._papers.addWidget(button)
        self._heading.setVisible(bool(self.papers))

    def _make_layout(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._said, 1)
        for button in (self._fill, self._fold):
            top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self._heading)
        foot.addLayout(self._papers)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self._grounds)
        column.addLayout(foot)


def _sentence(step: Step, on: date) -> str:
    """The step's own sentence, with its day or its countdown where it does not say it itself."""
    if step.state == DONE:
        return "，".join(part for part in (str(step.done_on or ""), step.sentence) if part) or "已完成"
    if step.due and str(step.due) not in step.sentence:
        return countdown(step.due, on) + step.sentence
    return step.sentence


def _grounds(step: Step) -> str:
    """What is missing in one colour, the article and what follows in grey."""
    if step.state == DONE:
        return ""
    missing = f"还缺：{escape('；'.join(step.missing))}。" if step.missing else ""
    after = f"过期的后果：{step.consequence.rstrip('。')}" if step.consequence else ""
    parts = (f"依据：{step.source.rstrip('。')}" if step.source else "", after, step.caution.rstrip("。"))
    said = escape("。".join(part for part in parts if part))
    return f"<span style='color:{theme.WARN}'>{missing}</span>{said}"


def _short(title: str) -> str:
    return title.removeprefix(_LONG).replace(f"{_LONG}", "合同") if title != _LONG + "文本" else "合同文本"


def _label() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.RichText)
    return label


def _button(text: str, act: Callable[[], object], role: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", role)
    button.clicked.connect(lambda: act())
    return button
