"""The standard forms by area, found by a few letters, each with a sign and a word for its readiness."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.records.reading import plain
from desktop_app.records.spelling import readings
from desktop_app.services.checking import Standing
from desktop_app.services.forms import Form
from desktop_app.ui.form_items import CODE, FormItems
from desktop_app.ui.search_line import SearchLine

_AREAS = (  # as in the left bar; others follow
    "女职工委员会",
    "专项集体合同",
    "休息哺乳室",
    "女职工档案",
    "统计报表",
    "健康与劳动保护",
    "活动与维权",
    "工作管理",
    "上级下发",
)


class FormList(QWidget):
    """``chosen`` carries the code of a form."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, Form] = {}
        self.sought = SearchLine("找表：表名、表号、拼音首字母", "找表")
        self._items = FormItems()
        self._items.currentItemChanged.connect(self._say_chosen)
        self.sought.textChanged.connect(lambda _: self._narrow())
        self.sought.forward.connect(self._choose_first)
        self.sought.down.connect(self._items.setFocus)
        self.setFocusProxy(self.sought)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sought)
        column.addWidget(self._items, 1)

    def show_forms(self, forms: Sequence[Form]) -> None:
        """Show the forms, area by area."""
        order = list(dict.fromkeys([*_AREAS, *(form.area for form in forms)]))
        arranged = sorted(forms, key=lambda form: (order.index(form.area), form.code))
        self._known = {form.code: form for form in arranged}
        self._items.show_forms(arranged)
        self._narrow()

    def show_standings(self, found: Mapping[str, Standing], titles: Mapping[str, str]) -> None:
        """Mark each form: how many items it lacks, how many faults concern it, 可报 or 已报."""
        self._items.show_standings(found, titles)

    @property
    def first(self) -> str:
        """The code of the form on top."""
        return next(iter(self._known))

    @property
    def form_count(self) -> int:
        """How many forms there are."""
        return len(self._known)

    @property
    def areas(self) -> list[str]:
        """The areas from top to bottom."""
        return list(dict.fromkeys(form.area for form in self._known.values()))

    @property
    def shown(self) -> list[str]:
        """The codes of the forms that the search leaves."""
        return [item.data(CODE) for item in self._items.forms() if not item.isHidden()]

    @property
    def current(self) -> str:
        """The code of the form one stands on, or ''."""
        item = self._items.currentItem()
        return str(item.data(CODE) or "") if item else ""

    def word(self, code: str) -> str:
        """The readiness of a form as it is shown."""
        return next(item.text().split("\n")[-1] for item in self._items.forms() if item.data(CODE) == code)

    def choose(self, code: str) -> None:
        """Put the cursor on a form, also one that the search hides; an unknown code changes nothing."""
        if code in self._known and code not in self.shown:
            self.sought.clear()
        self._items.choose(code)

    def _narrow(self) -> None:
        words = plain(self.sought.text()).lower().split()
        self._items.show_only({code for code, form in self._known.items() if all(_says(form, word) for word in words)})

    def _choose_first(self) -> None:
        if self.sought.text().strip() and self.shown:
            self._items.choose(self.shown[0])
            self._items.setFocus()

    def _say_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(CODE):
            self.chosen.emit(item.data(CODE))


def _says(form: Form, word: str) -> bool:
    """Whether a form is meant: by its title, its code with or without the dash, or the first letters of its words."""
    code, bare = form.code.lower(), word.replace("-", "")
    if word in form.title.lower() or word in form.area or code.replace("-", "").startswith(bare):
        return True
    return any(word in initials or sounds.startswith(word) for initials, sounds in readings(form.title))
