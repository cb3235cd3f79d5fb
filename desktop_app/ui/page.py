"""What the window asks of a page."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_app.ui.context import Context


class Page(QWidget):
    """One entry of the left bar. Subclasses set the three names and fill ``__init__`` with ``_make_…`` calls."""

    name = ""  # identifier used by Context.go
    title = ""  # as the left bar and the page head show it
    icon = ""  # file name under resources/icons without .svg

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def reload(self) -> None:
        """Show what the ledger now holds; called when the page is shown and when something changed."""

    @property
    def help_name(self) -> str:
        """The page of ``resources/help`` about what is in view."""
        return self.name

    def show_record(self, kind: str, record_id: int) -> None:
        """Bring one record into view; ``record_id`` 0 means the page's own place for that kind."""

    def focus_field(self, field: str) -> None:
        """Put the cursor into a field of the record in view."""
        from desktop_app.ui.lines_grid import LinesGrid  # a page without editors need not load them
        from desktop_app.ui.record_editor import RecordEditor

        for editor in self.findChildren(RecordEditor):
            if editor.sheet.isVisible():
                editor.focus(field)
        for lines in self.findChildren(LinesGrid):
            if lines.isVisible():
                lines.focus(field)

    def search(self) -> None:
        """Ctrl+F."""

    def save(self) -> None:
        """Ctrl+S, where no input answers it: keep what is typed."""

    def leave(self) -> bool:
        """Whether the page may be left: False keeps the officer here because something typed is not saved."""
        return True
