"""One finding of the logic check: what is wrong, by which source, the way to its field, the officer's words to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.rules.findings import ERROR, Finding
from desktop_app.services.checking import Note
from desktop_app.ui import theme
from desktop_app.ui.icons import pixmap
from desktop_app.ui.lines import Paragraphs

LONGEST = 500  # characters of an explanation, as its record keeps them


class FindingLine(QFrame):
    """``wanted`` carries the finding to be mended, ``explained`` it and the words typed."""

    wanted = Signal(object)
    explained = Signal(object, str)

    def __init__(self, finding: Finding, note: Note | None) -> None:
        super().__init__()
        self.finding = finding
        self.note = note
        self.setProperty("role", "task")
        is_error = finding.severity == ERROR
        mark = QLabel()
        mark.setPixmap(pixmap("bad" if is_error else "info", theme.BAD if is_error else theme.GREY, 20, 2.0))
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self._add_words()
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 8, 4, 8)
        row.setSpacing(10)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._column, 1)
        row.addLayout(self._make_buttons(), 0)
        self.setAccessibleName(f"{'强制' if is_error else '提示'}：{finding.about}，{finding.message}")

    @property
    def is_writing(self) -> bool:
        """Whether words were typed that are not kept yet."""
        kept = self.note.explanation if self.note else ""
        return not self._asked.isHidden() and self.text.toPlainText().strip() not in ("", kept)

    def write(self) -> None:
        """Ask for the explanation, in place."""
        self.text.setPlainText(self.note.explanation if self.note else "")
        self._asked.show()
        self.text.setFocus()

    def keep(self) -> None:
        """Hand over what was typed."""
        self.explained.emit(self.finding, self.text.toPlainText())

    def drop(self) -> None:
        """Forget what was typed."""
        self._asked.hide()

    def _add_words(self) -> None:
        finding = self.finding
        self._column.addWidget(_plain(f"{finding.about}：{finding.message}", ""))
        self._column.addWidget(_plain(finding.grounds, "hint"))
        if self.note:
            update = "（检查结果已变，需更新，更新前不印在表后）" if self.note.is_outdated else ""
            role = "warn" if self.note.is_outdated else "good"
            self._column.addWidget(_plain(f"情况说明：{self.note.explanation}{update}", role))
        self._column.addWidget(self._make_asked())

    def _make_asked(self) -> QWidget:
        """The place for the explanation, hidden until it is wanted."""
        self._asked = QWidget()
        self.text = Paragraphs()
        self.text.setPlaceholderText("为什么会这样，情况属实就写明原因；会印在这张表后面的附页上")
        self.text.setAccessibleName("情况说明")
        self.text.textChanged.connect(self._shorten)
        keep, drop = QPushButton("保存说明"), QPushButton("取消")
        keep.setProperty("role", "primary")
        keep.clicked.connect(self.keep)
        drop.clicked.connect(self.drop)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(drop)
        row.addWidget(keep)
        column = QVBoxLayout(self._asked)
        column.setContentsMargins(0, 4, 0, 2)
        column.addWidget(self.text)
        column.addLayout(row)
        self._asked.hide()
        return self._asked

    def _make_buttons(self) -> QHBoxLayout:
        self.go_button, self.note_button = (
            QPushButton("去修改"),
            QPushButton("改情况说明" if self.note else "写情况说明"),
        )
        self.go_button.clicked.connect(lambda: self.wanted.emit(self.finding))
        self.go_button.setVisible(bool(self.finding.kind))
        self.note_button.clicked.connect(self.write)
        self.note_button.setVisible(self.finding.severity != ERROR)
        row = QHBoxLayout()
        for button, verb in ((self.note_button, "写情况说明"), (self.go_button, "去修改")):
            button.setAccessibleName(f"{verb}：{self.finding.message}")
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _shorten(self) -> None:
        text = self.text.toPlainText()
        if len(text) > LONGEST:
            self.text.setPlainText(text[:LONGEST])


def _plain(said: str, role: str) -> QLabel:
    label = QLabel(said, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
