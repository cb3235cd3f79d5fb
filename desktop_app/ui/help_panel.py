"""F1: the short offline page about the screen in view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout

from desktop_app.paths import resource
from desktop_app.ui.icons import icon


class HelpPanel(QFrame):
    """Shown with a page; Esc or F1 puts it away."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "sheet")
        self.setFixedWidth(330)
        self._make_head()
        self._make_text()
        self.hide()

    def show_page(self, name: str) -> None:
        """Load the help of that screen from ``resources/help/<name>.md``."""
        self.text.setMarkdown(resource("help", f"{name}.md").read_text("utf-8"))
        self.text.document().setIndentWidth(20)
        block = self.text.document().begin()
        while block.isValid():
            _calm(QTextCursor(block))
            block = block.next()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _make_head(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 8, 8)
        head = QHBoxLayout()
        title = QLabel("本页怎么用")
        title.setProperty("role", "section")
        close = QPushButton(icon("close"), "")
        close.setProperty("role", "quiet")
        close.setAccessibleName("关闭帮助")
        close.setToolTip("关闭帮助（F1）")
        close.clicked.connect(self.hide)
        head.addWidget(title, 1)
        head.addWidget(close)
        layout.addLayout(head)

    def _make_text(self) -> None:
        self.text = QTextBrowser(openExternalLinks=False, openLinks=False)
        self.text.setProperty("role", "help")
        self.text.anchorClicked.connect(lambda link: self.show_page(link.path().removesuffix(".md")))
        layout = self.layout()
        assert layout is not None  # noqa: S101 - made just above
        layout.addWidget(self.text)


def _calm(cursor: QTextCursor) -> None:
    """Headings a little above the text instead of towering over it, and air between paragraphs."""
    block = cursor.blockFormat()
    level = block.headingLevel()
    block.setTopMargin(14 if level == 2 else 5)
    cursor.setBlockFormat(block)
    if level:
        size = QTextCharFormat()
        size.setProperty(QTextFormat.Property.FontSizeAdjustment, 1 if level == 1 else 0)
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.mergeCharFormat(size)
