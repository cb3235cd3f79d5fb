"""An editor over another: the record a link lacks is added without leaving the record that links to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from desktop_app.ui.record_editor import RecordEditor


class EditorWindow(QDialog):
    """A small window around an editor; closing it asks before typed words are lost."""

    def __init__(self, editor: RecordEditor, over: QWidget) -> None:
        super().__init__(over)
        self._editor = editor
        self.setWindowTitle("新增")
        self.resize(680, 520)
        QVBoxLayout(self).addWidget(editor)
        editor.closed.connect(super().reject)

    def reject(self) -> None:
        """Esc and the cross of the window."""
        self._editor.close_editor()
