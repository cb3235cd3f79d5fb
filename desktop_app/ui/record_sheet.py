"""The fields of one record laid out like a paper form: titled blocks, one or two columns, faults beneath each field."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.records.base import Group, Problem, RecordType
from desktop_app.records.fields import Kind, Value
from desktop_app.ui.context import Context
from desktop_app.ui.input import Input
from desktop_app.ui.inputs import input_for

_TWO_COLUMNS = 50  # Chinese characters of width from which two fields stand side by side
_LABEL = 9  # Chinese characters of a label before it breaks


class Field(QWidget):
    """An input with what is wrong, or worth knowing, beneath it."""

    def __init__(self, kind: Kind, context: Context) -> None:
        super().__init__()
        self.label = QLabel(kind.label + (" *" if kind.required else ""))
        self.label.setWordWrap(True)
        self.label.setFixedWidth(_LABEL * self.label.fontMetrics().horizontalAdvance("汉"))
        self.label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.label.setContentsMargins(0, 7, 0, 0)
        self.input: Input = input_for(kind, context)
        self.input.setAccessibleName(kind.label)
        self.label.setBuddy(self.input)
        self._help = kind.help
        self._note = QLabel()
        self._note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.input)
        column.addWidget(self._note)
        column.addStretch()
        self.say(None)

    @property
    def note(self) -> str:
        """What stands beneath the input."""
        return self._note.text()

    def say(self, problem: Problem | None) -> None:
        """Show a fault in red, a warning in amber, else the help."""
        role = "hint" if problem is None else "warn" if problem.is_warning else "error"
        text = self._help if problem is None else ("！" if problem.is_warning else "✕ ") + problem.reason
        self._note.setText(text)
        self._note.setVisible(bool(text))
        self.input.mark("" if role == "hint" else role)
        if self._note.property("role") != role:
            self._note.setProperty("role", role)
            self._note.style().polish(self._note)


class RecordSheet(QWidget):
    """All fields of a type but the ``hidden`` ones."""

    typed = Signal()
    field_left = Signal(str)
    field_entered = Signal(QWidget)
    finished = Signal()  # Enter on the last field
    new_wanted = Signal(str, str, str)  # field, kind of record, what was typed

    def __init__(self, context: Context, of: RecordType, hidden: Collection[str] = ()) -> None:
        super().__init__()
        self._of = of
        self.fields: dict[str, Field] = {}
        self._blocks: list[tuple[QGridLayout, list[str]]] = []
        self._columns = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for group in of.groups:
            names = [name for name in group.fields if name not in hidden]
            if names:
                self._make_block(context, group, names)
        self._column.addStretch()
        self._arrange(2)

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Show a record; nothing is wrong yet."""
        for name, field in self.fields.items():
            field.input.show_value(values.get(name))
            field.say(None)

    def given(self) -> dict[str, object]:
        """What was typed, by field."""
        return {name: field.input.text() for name, field in self.fields.items()}

    def settle(self) -> None:
        """Set right what was typed, as leaving each field would."""
        for field in self.fields.values():
            field.input.settle()

    def say(self, problems: Iterable[Problem], only: Collection[str] | None = None) -> None:
        """Show problems beneath their fields, of all fields or ``only`` some."""
        worst: dict[str, Problem] = {}
        for problem in sorted(problems, key=lambda p: p.is_warning):
            worst.setdefault(problem.field, problem)
        for name, field in self.fields.items():
            field.say(worst.get(name) if only is None or name in only else None)

    def focus(self, name: str = "") -> None:
        """Put the cursor into a field, or into the first."""
        field = self.fields.get(name) or next(iter(self.fields.values()))
        field.input.setFocus(Qt.FocusReason.TabFocusReason)
        self.field_entered.emit(field)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One or two columns by width."""
        super().resizeEvent(event)
        letter = self.fontMetrics().horizontalAdvance("汉")
        self._arrange(2 if event.size().width() >= _TWO_COLUMNS * letter else 1)

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be: the width given decides on the columns, not the other way round."""
        return QSize(0, super().minimumSizeHint().height())

    def _make_block(self, context: Context, group: Group, names: list[str]) -> None:
        sheet = QFrame()
        sheet.setProperty("role", "sheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        title = QLabel(group.title)
        title.setProperty("role", "section")
        column.addWidget(title)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        column.addLayout(grid)
        for name in names:
            self.fields[name] = self._make_field(context, name)
        self._blocks.append((grid, names))
        self._column.addWidget(sheet)

    def _make_field(self, context: Context, name: str) -> Field:
        field = Field(self._of.fields[name], context)
        field.input.typed.connect(self.typed)
        field.input.left.connect(lambda: self.field_left.emit(name))
        field.input.forward.connect(lambda: self._step(name, 1))
        field.input.back.connect(lambda: self._step(name, -1))
        field.input.new_wanted.connect(lambda kind, text: self.new_wanted.emit(name, kind, text))
        return field

    def _step(self, name: str, by: int) -> None:
        names = list(self.fields)
        place = names.index(name) + by
        if 0 <= place < len(names):
            self.focus(names[place])
        elif place > 0:
            self.finished.emit()

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for grid, names in self._blocks:
            row = column = 0
            for name in names:
                field = self.fields[name]
                span = columns if field.input.is_wide else 1
                if column + span > columns:
                    row, column = row + 1, 0
                grid.addWidget(field.label, row, column * 2, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(field, row, column * 2 + 1, 1, span * 2 - 1)
                column += span
            for n in range(2):
                grid.setColumnStretch(n * 2 + 1, 1 if n < columns else 0)
