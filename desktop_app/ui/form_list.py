"""The standard forms by area, each with a sign and a word for its readiness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from desktop_app.services.forms import Form, Readiness
from desktop_app.ui import theme
from desktop_app.ui.icons import icon

_CODE = Qt.ItemDataRole.UserRole
_AREAS = ("女职工委员会", "专项集体合同", "休息哺乳室", "女职工档案", "统计报表")  # as in the left bar; others follow

_PADDING = 36  # pixels of an item beside icon and text


class FormList(QListWidget):
    """``chosen`` carries the code of a form."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("标准表单")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setIconSize(QSize(18, 18))
        self.currentItemChanged.connect(self._say_chosen)

    def show_forms(self, forms: Sequence[Form]) -> None:
        """Show the forms, area by area."""
        order = list(dict.fromkeys([*_AREAS, *(form.area for form in forms)]))
        self.blockSignals(True)
        self.clear()
        for area, members in groupby(sorted(forms, key=lambda f: (order.index(f.area), f.code)), lambda f: f.area):
            self._add_head(area)
            for form in members:
                item = QListWidgetItem(form.title)
                item.setData(_CODE, form.code)
                item.setToolTip(f"{form.code} {form.title}")
                self.addItem(item)
        self.blockSignals(False)
        self._fit_items()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the titles anew."""
        super().resizeEvent(event)
        self._fit_items()

    def show_readiness(self, found: Mapping[str, Readiness], titles: Mapping[str, str]) -> None:
        """Mark each form: 可报, or how many items it lacks."""
        for item in self._forms():
            code = item.data(_CODE)
            readiness = found.get(code)
            if readiness is None:
                continue
            ready = readiness.ready
            word = "可报" if ready else f"缺 {len(readiness.missing)} 项"
            item.setText(f"{titles[code]}\n{word}")
            item.setIcon(icon("good", theme.GOOD) if ready else icon("warn", theme.WARN))
        self._fit_items()

    @property
    def first(self) -> str:
        """The code of the form on top."""
        code: str = self._forms()[0].data(_CODE)
        return code

    @property
    def form_count(self) -> int:
        """How many forms there are."""
        return len(self._forms())

    def word(self, code: str) -> str:
        """The readiness of a form as it is shown."""
        return next(item.text().split("\n")[-1] for item in self._forms() if item.data(_CODE) == code)

    def choose(self, code: str) -> None:
        """Put the cursor on a form; an unknown code changes nothing."""
        for item in self._forms():
            if item.data(_CODE) == code:
                self.setCurrentItem(item)

    def _fit_items(self) -> None:
        """Room for the whole text of each item: Qt's own guess forgets the padding and cuts the last line."""
        room = self.viewport().width() - self.iconSize().width() - _PADDING
        for item in self._forms():
            flags = int(Qt.TextFlag.TextWrapAnywhere)
            text = self.fontMetrics().boundingRect(QRect(0, 0, room, 0), flags, item.text())
            item.setSizeHint(QSize(0, text.height() + 14))

    def _add_head(self, area: str) -> None:
        head = QListWidgetItem(area)
        head.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.font()
        font.setBold(True)
        head.setFont(font)
        self.addItem(head)

    def _forms(self) -> list[QListWidgetItem]:
        items = [self.item(row) for row in range(self.count())]
        return [item for item in items if item.data(_CODE)]

    def _say_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_CODE):
            self.chosen.emit(item.data(_CODE))
