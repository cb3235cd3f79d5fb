"""The subjects of one round, edited in place: what the law asks, what we ask, what they answer, what was agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.services.lines import lines
from desktop_app.ui.context import Context
from desktop_app.ui.grid_foot import GridFoot
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
        self._count = QLabel()
        self._count.setProperty("role", "hint")
        self._make_layout()

    def show_round(self, negotiation_id: int) -> None:
        """Show the subjects of that round."""
        self._negotiation_id = negotiation_id
        self.reload()

    def reload(self) -> None:
        """Read the lines anew."""
        known = {"negotiation_id": self._negotiation_id}
        found = lines(self._context.ledger, "negotiation_item", known)
        self.grid.show_lines(known, found, _next_position)
        outcomes = [values["outcome"] for values in found if values["outcome"]]
        told = [f"{word} {outcomes.count(word)}" for word in dict.fromkeys(outcomes)]
        open_items = len(found) - len(outcomes)
        told += [f"未定 {open_items}"] if open_items and outcomes else []
        self._count.setText(f"共 {len(found)} 项" + ("：" + "、".join(told) if told else ""))

    def leave(self) -> bool:
        """Whether the grid may be left: asks where a line is still red."""
        return self.grid.leave("议题")

    def _make_layout(self) -> None:
        new = QPushButton("新增议题")
        new.clicked.connect(self.grid.new_line)
        gone = QPushButton("删除选中行")
        gone.setProperty("role", "quiet")
        gone.clicked.connect(self.grid.drop_selected)
        head = QHBoxLayout()
        head.addWidget(self._count, 1)
        head.addWidget(gone)
        head.addWidget(new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.grid, 1)
        column.addWidget(GridFoot(self.grid))


def _next_position(texts: Sequence[Mapping[str, str]]) -> dict[str, str]:
    numbers = [int(line["position"]) for line in texts if line.get("position", "").isdecimal()]
    return {"position": str(max(numbers, default=len(texts)) + 1)}
