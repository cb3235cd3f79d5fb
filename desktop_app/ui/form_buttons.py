"""What can be made of the form chosen: printed, handed in, saved, or saved blank with so many lines."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSpinBox, QWidget

from desktop_app.services.forms import Form

_BLANK_LINES = 20


class FormButtons(QWidget):
    """``made`` carries the formats wanted, ``blank`` how many lines a blank form shall have."""

    printed = Signal()
    sent = Signal()
    made = Signal(tuple)
    blank = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._form: Form | None = None
        self._lines = QSpinBox()
        self._lines.setRange(1, 500)
        self._lines.setSuffix(" 行")
        self._lines.setAccessibleName("空白表的行数")
        self._file = button("存 Excel", "", lambda: self.made.emit(self._form.outputs[1:] if self._form else ()))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        for place, widget in enumerate(
            (
                button("打印", "primary", self.printed.emit),
                button("报送…", "", self.sent.emit),
                button("存 PDF", "", lambda: self.made.emit(("pdf",))),
                self._file,
                button("存空白表", "", lambda: self.blank.emit(self._lines.value())),
                self._lines,
            )
        ):
            grid.addWidget(widget, place // 2, place % 2)

    def show_form(self, form: Form) -> None:
        """Offer what this form has; a full page of lines until the officer says otherwise."""
        self._file.setText("存 Word" if form.is_letter else "存 Excel")
        self._lines.setVisible(bool(form.min_rows))
        if self._form is None or form.code != self._form.code:
            self._lines.setValue(form.min_rows.get(form.data) or max(form.min_rows.values(), default=_BLANK_LINES))
        self._form = form


def button(text: str, role: str, act: Callable[[], object]) -> QPushButton:
    """A button that does one thing."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.clicked.connect(lambda: act())
    return made
