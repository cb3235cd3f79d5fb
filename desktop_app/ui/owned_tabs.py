"""A record's own sheet and, on tabs beside it, what belongs to the record: lines typed in place, or lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QWidget

from desktop_app.records.base import RecordType
from desktop_app.records.registry import owned_by
from desktop_app.ui.context import Context
from desktop_app.ui.lines_grid import LinesGrid, is_line

if TYPE_CHECKING:
    from desktop_app.ui.record_list import RecordListView


class OwnedTabs(QTabWidget):
    """``form`` comes first; where nothing belongs to a record, or it is not kept yet, it stands alone."""

    def __init__(self, context: Context, of: RecordType, form: QWidget) -> None:
        super().__init__()
        self._context = context
        self._types = owned_by(of)
        self._views: dict[str, RecordListView | LinesGrid] = {}
        self.setDocumentMode(True)
        self.addTab(form, of.label)
        self.tabBar().hide()

    def show_owner(self, owner_id: int | None) -> None:
        """A tab for each type whose records belong to this one; None hides them."""
        types = self._types if owner_id is not None else []
        self.tabBar().setVisible(bool(types))
        if not types:
            self.setCurrentIndex(0)
        for of in types:
            where = {of.owner: owner_id}
            view = self._views.get(of.kind) or self._hang(of)
            if isinstance(view, LinesGrid):
                view.show_owner(owner_id or 0)
            elif view.where != where:
                view.set_where(where)

    def open(self, kind: str, record_id: int) -> None:
        """Bring the tab of a kind to the front; with an id, one of its records."""
        view = self._views.get(kind)
        if view is not None:
            self.setCurrentWidget(view)
            if record_id:
                view.open_record(record_id)

    def leave(self) -> bool:
        """Whether all of them may be left."""
        return all(view.leave() for view in self._views.values())

    def _hang(self, of: RecordType) -> RecordListView | LinesGrid:
        from desktop_app.ui.record_list import RecordListView  # a list opens an editor, an editor hangs lists beside it

        nobody = {of.owner: 0}
        view = LinesGrid(self._context, of.kind) if is_line(of) else RecordListView(self._context, of.kind, nobody)
        self._views[of.kind] = view
        self.addTab(view, of.label)
        return view
