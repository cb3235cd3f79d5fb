"""逻辑检查: everything found in the ledger, 强制 first, each with the way to mend it or a place to explain it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_app.rules.findings import ERROR, Finding
from desktop_app.services.checking import Note, explain, findings_on, found_in, notes_for
from desktop_app.services.forming.occasion import occasion_for
from desktop_app.services.forms import Asked, Form
from desktop_app.ui.context import Context, Progress
from desktop_app.ui.finding_line import FindingLine
from desktop_app.ui.icons import icon
from desktop_app.ui.sheet import clear, words

_PAGE = 60  # so many lines are shown at once
_HINT = "强制的要改正，不改正报送时须写明原因；提示的核对一下，情况属实就写情况说明，会印在相关的表后面。"
_HEADS = {True: "强制：要改正", False: "提示：请核对"}


@dataclass(frozen=True)
class _Shown:
    """A finding with the officer's words to it, and the record that lacks what must be added."""

    finding: Finding
    note: Note | None
    within: tuple[str, int] | None

    @property
    def is_error(self) -> bool:
        return self.finding.severity == ERROR


_Results = list[_Shown]


class FindingBoard(QWidget):
    """``reload`` checks; the page calls it when this is looked at and whenever something changed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._found: _Results = []
        self._limit = _PAGE
        self._only: tuple[Form, Asked] | None = None
        self._make_head()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        body = QWidget()
        inner = QVBoxLayout(body)
        inner.addLayout(self._lines)
        inner.addStretch(1)
        area = QScrollArea()
        area.setProperty("role", "sheet")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._head)
        column.addWidget(words(_HINT))
        column.addWidget(area, 1)

    def reload(self) -> None:
        """Check the whole ledger anew."""
        ledger, only = self._context.ledger, self._only

        def check(tick: Progress) -> _Results:
            everything = found_in(ledger, only[1]["on"] if only else None)
            found = [each.finding for each in everything]
            if only:
                found = findings_on(ledger, occasion_for(ledger, only[0], **only[1]), everything)
            notes, within = notes_for(ledger, found), {each.finding: each.within for each in everything}
            return [_Shown(finding, notes.get(finding), within.get(finding)) for finding in found]

        if not self.is_writing:  # what is being typed stays where it is
            self._context.runner.run("逻辑检查", check, self._show)

    def show_form(self, form: Form, asked: Asked) -> None:
        """Show only what concerns a form as it is asked for."""
        if self.leave():
            self._only = (form, asked)
            self.reload()

    def show_all(self) -> None:
        """Show what was found in the whole ledger."""
        if self.leave():
            self._only = None
            self.reload()

    @property
    def counts(self) -> tuple[int, int]:
        """How many are 强制, how many 提示."""
        errors = sum(each.is_error for each in self._found)
        return errors, len(self._found) - errors

    @property
    def is_writing(self) -> bool:
        """Whether an explanation was begun and not kept."""
        return any(line.is_writing for line in self.lines())

    def lines(self) -> list[FindingLine]:
        """The lines shown, in their order."""
        items = (self._lines.itemAt(place) for place in range(self._lines.count()))
        widgets = (item.widget() for item in items if item)
        return [widget for widget in widgets if isinstance(widget, FindingLine)]

    def leave(self) -> bool:
        """Words typed and not kept are asked about."""
        writing = [line for line in self.lines() if line.is_writing]
        if not writing:
            return True
        chosen = self._context.messages.choose("情况说明还没有保存。", "保存说明", "不保存")
        for line in writing if chosen else ():
            text = line.text.toPlainText()
            line.drop()
            if chosen == "保存说明":
                explain(self._context.ledger, line.finding, text, line.note)
        return bool(chosen)

    def _make_head(self) -> None:
        self._errors, self._hints = words("正在检查…", "badge-quiet"), words("", "badge-quiet")
        again = QPushButton(icon("refresh"), "重新检查")
        again.clicked.connect(self.reload)
        self._head = QHBoxLayout()
        for label in (self._errors, self._hints):
            label.setWordWrap(False)
            label.setVisible(bool(label.text()))
            self._head.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        self._of, self._all = QLabel(), QPushButton("看全部")
        self._of.setProperty("role", "hint")
        self._all.setProperty("role", "link")
        self._all.clicked.connect(self.show_all)
        self._all.hide()
        self._head.addWidget(self._of)
        self._head.addWidget(self._all)
        self._head.addStretch(1)
        self._head.addWidget(again)

    def _show(self, found: _Results) -> None:
        self._found = found
        self._limit = _PAGE
        errors, hints = self.counts
        for label, said, role in (
            (self._errors, f"强制 {errors}", "badge-bad" if errors else "badge-quiet"),
            (self._hints, f"提示 {hints}", "badge-warn" if hints else "badge-quiet"),
        ):
            label.setText(said)
            label.show()
            label.setProperty("role", role)
            label.style().unpolish(label)
            label.style().polish(label)
            label.updateGeometry()
        self._of.setText(f"只看与“{self._only[0].title}”有关的" if self._only else "")
        self._all.setVisible(bool(self._only))
        self._show_lines()

    def _show_lines(self) -> None:
        clear(self._lines)
        if not self._found:
            self._lines.addWidget(words("没有发现问题。", "good"))
        shown = self._found[: self._limit]
        for is_error, head in _HEADS.items():
            self._add(head, [each for each in shown if each.is_error is is_error])
        if len(self._found) > self._limit:
            more = QPushButton(f"还有 {len(self._found) - self._limit} 条，再看 {_PAGE} 条")
            more.setProperty("role", "quiet")
            more.clicked.connect(self._show_more)
            self._lines.addWidget(more)

    def _show_more(self) -> None:
        self._limit += _PAGE
        self._show_lines()

    def _add(self, head: str, found: Sequence[_Shown]) -> None:
        if found:
            title = words(head, "section")
            title.setContentsMargins(0, 10 if self._lines.count() else 0, 0, 4)
            self._lines.addWidget(title)
        for each in found:
            line = FindingLine(each.finding, each.note)
            line.wanted.connect(partial(self._go, each.within))
            line.explained.connect(self._explain)
            self._lines.addWidget(line)

    def _go(self, within: tuple[str, int] | None, finding: Finding) -> None:
        if within and not finding.record_id:
            self._context.show_record(*within)  # the round that lacks it, before its empty list
        self._context.show_record(finding.kind, finding.record_id, finding.field if finding.record_id else "")

    def _explain(self, finding: Finding, text: str) -> None:
        for line in self.lines():
            if line.finding == finding:
                explain(self._context.ledger, finding, text, line.note)
                line.drop()
        self._context.changed.emit("finding_note")
        self._context.offer_undo("情况说明已保存，会印在相关的表后面。")
