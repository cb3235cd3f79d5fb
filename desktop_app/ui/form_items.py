"""The titles of forms beneath the heads of their areas, each with a sign and a word for its readiness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop_app.services.checking import FAULTY, HANDED_IN, LACKING, READY, Standing
from desktop_app.services.forms import Form
from desktop_app.ui import theme
from desktop_app.ui.icons import icon

CODE = Qt.ItemDataRole.UserRole
_SIGNS = {
    LACKING: ("warn", theme.WARN),
    FAULTY: ("bad", theme.BAD),
    READY: ("good", theme.GOOD),
    HANDED_IN: ("tick", theme.GREY),
}
_PADDING = 32  # pixels of an item beside icon and text


class FormItems(QListWidget):
    """The titles beneath the heads of their areas."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("标准表单")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setIconSize(QSize(18, 18))

    def show_forms(self, arranged: Sequence[Form]) -> None:
        """Show the forms in this order."""
        self.blockSignals(True)
        self.clear()
        for area, members in groupby(arranged, lambda form: form.area):
            self._add_head(area)
            for form in members:
                item = QListWidgetItem(form.title)
                item.setData(CODE, form.code)
                item.setToolTip(f"{form.code} {form.title}")
                self.addItem(item)
        self.blockSignals(False)
        self._fit_items()

    def show_only(self, codes: set[str]) -> None:
        """Hide the other forms, and the heads that nothing stands beneath."""
        head: QListWidgetItem | None = None
        for item in self._all():
            if item.data(CODE):
                item.setHidden(item.data(CODE) not in codes)
                if head is not None and not item.isHidden():
                    head.setHidden(False)
            else:
                head = item
                head.setHidden(True)

    def show_standings(self, found: Mapping[str, Standing], titles: Mapping[str, str]) -> None:
        """A sign and a word at each form."""
        for item in self.forms():
            code = item.data(CODE)
            if code in found:
                item.setText(f"{titles[code]}\n{found[code].words}")
                item.setIcon(icon(*_SIGNS[found[code].state]))
        self._fit_items()
        self.scrollToItem(self.currentItem())  # the lines above it have grown

    def forms(self) -> list[QListWidgetItem]:
        """The lines of forms, without the heads."""
        return [item for item in self._all() if item.data(CODE)]

    def choose(self, code: str) -> None:
        """Put the cursor on a form."""
        for item in self.forms():
            if item.data(CODE) == code:
                self.setCurrentItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the titles anew."""
        super().resizeEvent(event)
        self._fit_items()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text: the heads keep a font of their own."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            for item in self._all():
                if not item.data(CODE):
                    item.setFont(self._bold())
            self._fit_items()

    def _bold(self) -> QFont:
        font = self.font()
        font.setBold(True)
        return font

    def _fit_items(self) -> None:
        """Room for the whole text of each item: Qt's own guess forgets the padding and cuts the last line."""
        room = self.viewport().width() - self.iconSize().width() - _PADDING
        for item in self.forms():
            flags = int(Qt.TextFlag.TextWrapAnywhere)
            text = self.fontMetrics().boundingRect(QRect(0, 0, room, 0), flags, item.text())
            item.setSizeHint(QSize(0, text.height() + 14))

    def _add_head(self, area: str) -> None:
        head = QListWidgetItem(area)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        head.setFont(self._bold())
        self.addItem(head)

    def _all(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]
