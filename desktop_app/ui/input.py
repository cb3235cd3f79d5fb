"""What every place to type has in common, whatever kind of field it is for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from desktop_app.records.fields import Kind, Value
from desktop_app.ui.icons import icon
from desktop_app.ui.lines import Line


class Input(QWidget):
    """What every input can do. ``typed`` follows each change, ``left`` the leaving; ``forward`` and ``back`` Enter."""

    typed = Signal()
    left = Signal()
    forward = Signal()
    back = Signal()
    new_wanted = Signal(str, str)  # kind of record, what was typed: a link has nothing fitting to offer

    is_wide = False  # needs the whole width of its block

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind

    def text(self) -> str:
        """What was typed, for ``Kind.read``."""
        raise NotImplementedError

    def show_value(self, value: Value) -> None:
        """Show a kept value; None empties."""
        raise NotImplementedError

    def settle(self) -> None:
        """Write what was typed as it will be shown; what cannot be read stays as it is."""

    def mark(self, role: str) -> None:
        """Draw the place to type as faulty (error), doubtful (warn) or as usual ('')."""
        place = self.focusProxy() or self
        if place.property("role") != role:
            place.setProperty("role", role)
            place.style().polish(place)

    def set_row(self, *widgets: QWidget) -> QHBoxLayout:
        """Put widgets side by side; the row, for more of them."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in widgets:
            row.addWidget(widget)
        return row

    def listen_to(self, line: Line) -> None:
        """Make ``line`` the place that is typed on."""
        self.setFocusProxy(line)
        line.textChanged.connect(self.typed)
        line.forward.connect(self.forward)
        line.back.connect(self.back)
        line.left.connect(self._leave)

    def _leave(self) -> None:
        self.settle()
        self.left.emit()


def hint(words: str) -> QLabel:
    """A grey word beside or beneath a place to type."""
    label = QLabel(words)
    label.setProperty("role", "hint")
    return label


def small_button(name: str, tip: str) -> QToolButton:
    """A picture to click beside a line; keys reach the same by other ways."""
    button = QToolButton()
    button.setIcon(icon(name))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    # A height of its own would bound that of the line beside it.
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
    return button
