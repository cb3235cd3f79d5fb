"""What a form still lacks: one line each, and a click leads to the place to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.services.forms import Missing, Readiness
from desktop_app.ui.context import Context


class MissingList(QWidget):
    """Links to what is missing, then what is left for the pen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setAccessibleName("还缺的内容")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(4)
        self.links: list[QPushButton] = []

    def show_readiness(self, found: Readiness) -> None:
        """Show what was found for one form."""
        while self._column.count():
            gone = self._column.takeAt(0).widget()
            if gone is not None:
                gone.deleteLater()
        head = QLabel("内容齐全，可以上报" if found.ready else f"还缺 {len(found.missing)} 项，点一下去填写")
        head.setProperty("role", "good" if found.ready else "warn")
        self._column.addWidget(head)
        self.links = [self._link(sentence, missing) for sentence, missing in _grouped(found.missing)]
        for link in self.links:
            self._column.addWidget(link)
        if found.too_full:
            self._column.addWidget(_said(found.too_full, "warn"))
        if found.by_hand:
            self._column.addWidget(_said(f"留给手写：{'、'.join(found.by_hand)}", "hint"))

    def _link(self, sentence: str, missing: Missing) -> QPushButton:
        link = QPushButton(f"· {_broken(sentence, self.width() - 24, self)}")
        link.setProperty("role", "link")
        link.setToolTip(sentence)
        link.clicked.connect(lambda: self._context.show_record(missing.kind, missing.record_id or 0, missing.field))
        return link


def _grouped(missing: Sequence[Missing]) -> list[tuple[str, Missing]]:
    """Sentences said once, with the first place each leads to."""
    found: dict[str, Missing] = {}
    for each in missing:
        found.setdefault(each.sentence, each)
    return list(found.items())


def _broken(sentence: str, width: int, of: QWidget) -> str:
    """A sentence in lines that fit, since buttons do not wrap."""
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
