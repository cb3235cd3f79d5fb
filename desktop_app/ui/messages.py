"""The only place that interrupts an officer: message boxes, file choosers, questions, notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QMessageBox, QWidget

from desktop_app.ui import theme
from desktop_app.ui.icons import pixmap
from desktop_app.ui.toast import Toast


class WindowMessages:
    """Messages of one window; boxes open over whatever of its dialogs is in front."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._toast = Toast(window)
        self._folder = ""  # where the officer last was: the next chooser starts there

    def tell(self, sentence: str) -> None:
        """Say what happened, with 知道了."""
        self._box("info", sentence, "知道了").exec()

    def warn(self, sentence: str) -> None:
        """Say what went wrong and what to do."""
        self._box("warn", sentence, "知道了").exec()

    def ask(self, question: str, yes: str, no: str = "取消") -> bool:
        """A question whose ``yes`` is a verb; Esc and closing mean ``no``."""
        box = self._box("help", question, no)
        agreed = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.exec()
        return box.clickedButton() is agreed

    def choose(self, question: str, *answers: str) -> str:
        """The answer chosen, each a verb; '' for 取消, which Esc and closing mean."""
        box = self._box("help", question, "取消")
        buttons = {answer: box.addButton(answer, QMessageBox.ButtonRole.ActionRole) for answer in answers}
        box.exec()
        return next((answer for answer, button in buttons.items() if box.clickedButton() is button), "")

    def ask_password(self, question: str) -> str | None:
        """What was typed unseen, or None for 取消."""
        dialog = QInputDialog(self._front())
        dialog.setWindowTitle("半边天")
        dialog.setLabelText(question)
        dialog.setTextEchoMode(QLineEdit.EchoMode.Password)
        dialog.setOkButtonText("打开")
        dialog.setCancelButtonText("取消")
        return dialog.textValue() if dialog.exec() else None

    def open_file(self, title: str, patterns: str) -> str:
        """The officer's choice of an existing file, or ''."""
        return self._kept(QFileDialog.getOpenFileName(self._front(), title, self._folder, patterns)[0])

    def save_file(self, title: str, name: str, patterns: str) -> str:
        """The officer's choice of a new file, or ''. A ``name`` without folder is offered where she last was."""
        offered = name if Path(name).is_absolute() else str(Path(self._folder) / name)
        return self._kept(QFileDialog.getSaveFileName(self._front(), title, offered, patterns)[0])

    def choose_folder(self, title: str) -> str:
        """The officer's choice of a folder, or ''."""
        chosen = QFileDialog.getExistingDirectory(self._front(), title, self._folder)
        self._folder = chosen or self._folder
        return chosen

    def toast(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """A note at the foot of the window for ten seconds, with one thing to do."""
        self._toast.say(sentence, action, act)

    def _box(self, drawing: str, sentence: str, close: str) -> QMessageBox:
        box = QMessageBox(self._front())
        box.setWindowTitle("半边天")
        box.setText(sentence)
        box.setIconPixmap(pixmap(drawing, theme.WARN if drawing == "warn" else theme.GREY, 36, 2.0))
        box.setTextFormat(Qt.TextFormat.PlainText)  # an officer's text is never read as markup
        button = box.addButton(close, QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(button)
        box.setDefaultButton(button)
        return box

    def _front(self) -> QWidget:
        return QApplication.activeModalWidget() or self._window

    def _kept(self, chosen: str) -> str:
        if chosen:
            self._folder = str(Path(chosen).parent)
        return chosen
