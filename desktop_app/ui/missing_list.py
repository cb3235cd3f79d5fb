"""What a form still lacks: one line each, and a click leads to the place to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.rules.findings import ERROR, Finding
from desktop_app.services.checking import errors_in
from desktop_app.services.forms import Missing, Readiness
from desktop_app.ui.context import Context

_EDGES = 12  # pixels of a link beside its text
_FAULTS = 8  # so many are named here; all of them stand in 逻辑检查


class MissingList(QWidget):
    """Links to what is missing, then what is left for the pen. ``findings_wanted``: all that was found in the form."""

    findings_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName("还缺的内容")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(4)
        self.links: list[QPushButton] = []

    def show_readiness(self, found: Readiness, findings: Sequence[Finding] = ()) -> None:
        """Show what one form lacks, and what the logic check found in it."""
        while self._column.count():
            gone = self._column.takeAt(0).widget()
            if gone is not None:
                gone.deleteLater()
        faults = errors_in(findings, (each.sentence for each in found.missing))
        self.links = []
        if found.ready and not faults:
            self._column.addWidget(_said("内容齐全，可以上报", "good"))
        if found.missing:
            self._column.addWidget(_said(f"还缺 {len(found.missing)} 项，点一下去填写", "warn"))
            for sentence, missing in _grouped(found.missing):
                self._add_link(sentence, missing.kind, missing.record_id or 0, missing.field)
        if faults:
            self._column.addWidget(_said(f"逻辑检查有 {len(faults)} 处强制问题，点一下去修改", "error"))
            for fault in faults[:_FAULTS]:
                self._add_link(fault.message, fault.kind, fault.record_id, fault.field)
        hints = sum(each.severity != ERROR for each in findings)
        if hints:
            more = _Link(f"另有 {hints} 条提示，可以写情况说明")
            more.fit(self.width())
            more.clicked.connect(self.findings_wanted)
            self._column.addWidget(more)
        if found.too_full:
            self._column.addWidget(_said(found.too_full, "warn"))
        if found.by_hand:
            self._column.addWidget(_said(f"留给手写：{'、'.join(found.by_hand)}", "hint"))

    def _add_link(self, sentence: str, kind: str, record_id: int, field: str) -> None:
        link = _Link(sentence, "· ")
        link.fit(self.width())
        link.clicked.connect(lambda: self._context.show_record(kind, record_id, field))
        self.links.append(link)
        self._column.addWidget(link)


def _grouped(missing: Sequence[Missing]) -> list[tuple[str, Missing]]:
    """Sentences said once, with the first place each leads to."""
    found: dict[str, Missing] = {}
    for each in missing:
        found.setdefault(each.sentence, each)
    return list(found.items())


class _Link(QPushButton):
    """A sentence to click, broken into lines as wide as there is room: buttons do not wrap."""

    def __init__(self, sentence: str, mark: str = "") -> None:
        super().__init__()
        self._sentence = mark + sentence
        self.setProperty("role", "link")
        self.setToolTip(sentence)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break it anew."""
        super().resizeEvent(event)
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Break it for this width."""
        text = _broken(self._sentence, width - _EDGES, self)
        if text != self.text():
            self.setText(text)


def _broken(sentence: str, width: int, of: QWidget) -> str:
    """A sentence in lines that fit."""
    lines, line = [], ""
    for letter in sentence:
        if line and of.fontMetrics().horizontalAdvance(line + letter) > width:
            lines.append(line)
            line = "  "
        line += letter
    return "\n".join([*lines, line])


def _said(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
