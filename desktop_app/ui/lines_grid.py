"""Lines of one owner, edited in place: the subjects of a round, the items of a check, the goods signed for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.records.base import RecordType
from desktop_app.records.fields import Kind, Link, LongText, Text, Value
from desktop_app.records.registry import record_type
from desktop_app.services.lines import lines
from desktop_app.ui.context import Context
from desktop_app.ui.grid_foot import GridFoot
from desktop_app.ui.grid_model import Complete
from desktop_app.ui.import_button import ImportButton
from desktop_app.ui.record_grid import RecordGrid

_LONG, _WORDS, _SHORT = 24, 14, 8  # shares of the room by what a column holds
_LONG_FROM = 100  # letters from which a text counts as long


def is_line(of: RecordType) -> bool:
    """Whether records of a type are lines of their owner: few fields, and none to be hidden from a glance."""
    return len(of.groups) == 1 and not any(kind.sensitive for kind in of.fields.values())


class LinesGrid(QWidget):
    """One line per record of ``kind`` that belongs to the owner shown, saved cell by cell.

    ``widths`` gives the columns with their shares of the room; without it all fields stand in the order of the editor.
    ``step`` is a further way to begin; ``purpose`` is said while there are no lines; ``complete`` fills in what follows
    from a cell typed; ``at_once`` lines are seen together, however long their texts.
    """

    def __init__(
        self,
        context: Context,
        kind: str,
        widths: Mapping[str, int] | None = None,
        *,
        step: QPushButton | None = None,
        purpose: str = "",
        complete: Complete | None = None,
        at_once: int = 0,
    ) -> None:
        super().__init__()
        self._context = context
        self._of = record_type(kind)
        self._owner_id = 0
        self._is_stale = False
        shares = dict(widths or _shares(self._of))
        widths_of_room = tuple(shares.values())
        self.grid = RecordGrid(
            context, kind, tuple(shares), widths=widths_of_room, wraps=True, at_once=at_once, complete=complete
        )
        self._purpose = QLabel(purpose)
        self._purpose.setWordWrap(True)
        self._make_layout(step)
        context.changed.connect(self._reload_after)

    @property
    def kind(self) -> str:
        """What the lines are."""
        return self._of.kind

    def show_owner(self, owner_id: int) -> None:
        """Show the lines of that owner."""
        self._owner_id = owner_id
        self.reload()

    def reload(self) -> None:
        """Read the lines anew."""
        self._is_stale = False
        known = self._known()
        found = lines(self._context.ledger, self.kind, known)
        self.grid.show_lines(known, found, self._offer)
        self._purpose.setVisible(bool(self._purpose.text()) and not found)

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is read now."""
        super().showEvent(event)
        if self._is_stale:
            self.reload()

    def open_record(self, record_id: int) -> None:
        """Stand on the line of a record."""
        model = self.grid.model()
        rows = [row for row, line in enumerate(model.lines) if line.id == record_id]
        if rows:
            self.grid.setCurrentIndex(model.index(rows[0], 0))
            self.grid.setFocus()

    def focus(self, field: str) -> None:
        """Stand on the cell of a field, in the line one stands on."""
        model = self.grid.model()
        if field in model.columns:
            row = max(0, self.grid.currentIndex().row())
            self.grid.setCurrentIndex(model.index(row, model.columns.index(field)))
            self.grid.setFocus()

    def save(self) -> None:
        """Ctrl+S: keep the line one is typing."""
        self.grid.keep_all()

    def leave(self) -> bool:
        """Whether the grid may be left: asks where a line is still red."""
        return self.grid.leave(self._of.label)

    def _known(self) -> dict[str, Value]:
        return {self._of.owner: self._owner_id}

    def _offer(self, texts: Sequence[Mapping[str, str]]) -> dict[str, str]:
        """A new line is numbered after those above it."""
        if "position" not in self._of.fields:
            return {}
        numbers = [int(line["position"]) for line in texts if line.get("position", "").isdecimal()]
        return {"position": str(max(numbers, default=len(texts)) + 1)}

    def _make_layout(self, step: QPushButton | None) -> None:
        new = QPushButton(f"新增{self._of.label}")
        new.clicked.connect(self.grid.new_line)
        gone = QPushButton("删除选中行")
        gone.setProperty("role", "quiet")
        gone.clicked.connect(self.grid.drop_selected)
        foot = QHBoxLayout()
        foot.addWidget(GridFoot(self.grid), 1)
        if step is not None:
            foot.addWidget(step)
        foot.addWidget(ImportButton(self._context, self.kind, self._known))
        foot.addWidget(gone)
        foot.addWidget(new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._purpose)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)

    def _reload_after(self, kind: str) -> None:
        if kind in ("", self.kind):
            self._is_stale = True
            if self.isVisible():
                self.reload()


def _shares(of: RecordType) -> dict[str, int]:
    """All fields but the links and the number, which stands beside the line anyway."""
    names = [name for name in of.groups[0].fields if name != "position" and not isinstance(of.fields[name], Link)]
    return {name: _share(of.fields[name]) for name in names}


def _share(kind: Kind) -> int:
    if isinstance(kind, LongText) or (isinstance(kind, Text) and kind.max_length > _LONG_FROM):
        return _LONG
    return _WORDS if isinstance(kind, Text) else _SHORT
