"""The subjects of one round, edited in place: what the law asks, what we ask, what they answer, what was agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.records.fields import Value
from desktop_app.services.lines import lines
from desktop_app.ui.context import Context
from desktop_app.ui.grid_foot import GridFoot
from desktop_app.ui.import_button import ImportButton
from desktop_app.ui.record_grid import RecordGrid

COLUMNS = ("category", "floor", "ask", "answer", "outcome", "clause")
_WIDTHS = (15, 19, 21, 19, 10, 19)


class ItemsGrid(QWidget):
    """议题: one line per subject, saved cell by cell."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._negotiation_id = 0
        self.grid = RecordGrid(context, "negotiation_item", COLUMNS, widths=_WIDTHS, wraps=True)
        self._make_layout()

    def show_round(self, negotiation_id: int) -> None:
        """Show the subjects of that round."""
        self._negotiation_id = negotiation_id
        self.reload()

    def reload(self) -> None:
        """Read the lines anew."""
        known = self._known()
        self.grid.show_lines(known, lines(self._context.ledger, "negotiation_item", known), _next_position)

    def leave(self) -> bool:
        """Whether the grid may be left: asks where a line is still red."""
        return self.grid.leave("议题")

    def _known(self) -> dict[str, Value]:
        return {"negotiation_id": self._negotiation_id}

    def _make_layout(self) -> None:
        new = QPushButton("新增议题")
        new.clicked.connect(self.grid.new_line)
        gone = QPushButton("删除选中行")
        gone.setProperty("role", "quiet")
        gone.clicked.connect(self.grid.drop_selected)
        foot = QHBoxLayout()
        foot.addWidget(GridFoot(self.grid), 1)
        foot.addWidget(ImportButton(self._context, "negotiation_item", self._known))
        foot.addWidget(gone)
        foot.addWidget(new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.grid, 1)
        column.addLayout(foot)


def _next_position(texts: Sequence[Mapping[str, str]]) -> dict[str, str]:
    numbers = [int(line["position"]) for line in texts if line.get("position", "").isdecimal()]
    return {"position": str(max(numbers, default=len(texts)) + 1)}
