"""换届第三步: who of the present committee goes on, who comes in from the roster, and in which post."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QPushButton, QTableWidget, QTableWidgetItem

from desktop_app.services import listing
from desktop_app.services.re_election import POSTS, Candidate, candidate
from desktop_app.ui.context import Context
from desktop_app.ui.pick_line import Offer, PickLine
from desktop_app.ui.sheet import Sheet, words

_HEADS = ("姓名", "部门", "本届职务", "拟任职务")
_NEW = "新提名"
_DATA = Qt.ItemDataRole.UserRole


class PeopleSheet(Sheet):
    """``candidates`` are those ticked, each with the post chosen for her; ``changed`` follows every choice."""

    changed = Signal()

    def __init__(self, context: Context, proposed: tuple[Candidate, ...]) -> None:
        hint = "打勾的列为候选人；不再提名的去掉勾。新提名的人从花名册里找出来加上。"
        super().__init__("候选人", hint if proposed else "从花名册里找出来，逐个加上。")
        self._context = context
        self._posts: list[QComboBox] = []
        self.table = QTableWidget(0, len(_HEADS))
        self.table.setHorizontalHeaderLabels(_HEADS)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setAccessibleName("候选人")
        self.table.itemChanged.connect(lambda _: self.changed.emit())
        self.sought = PickLine(self._offers)
        self.sought.setPlaceholderText("从花名册里找：打姓名、拼音或首字母")
        self.sought.setAccessibleName("新提名")
        self.sought.chosen.connect(self.add_picked)
        self.sought.forward.connect(self.add_picked)
        self.count = words("")
        self._add = QPushButton("加上")
        self._add.clicked.connect(self.add_picked)
        row = QHBoxLayout()
        row.addWidget(self.sought, 1)
        row.addWidget(self._add)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.count)
        for each in proposed:
            self._append(each)

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Those ticked."""
        found = []
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            if item is not None and item.checkState() == Qt.CheckState.Checked:
                found.append(replace(item.data(_DATA), post=self.post_of(row).currentText()))
        return tuple(found)

    def post_of(self, row: int) -> QComboBox:
        """Where the post of a line is chosen."""
        return self._posts[row]

    def tick(self, row: int, *, on: bool) -> None:
        """Nominate a line's person, or not."""
        item = self.table.item(row, 0)
        if item is not None:
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def add_picked(self) -> None:
        """Put whoever was picked on the list; who is on it already is only ticked."""
        person_id = self.sought.picked
        if person_id is None:
            return
        self.sought.clear()
        self.sought.picked = None
        for row in range(self.table.rowCount()):
            item = self.table.item(row, 0)
            if item is not None and item.data(_DATA).person_id == person_id:
                self.tick(row, on=True)
                return
        self._append(candidate(self._context.ledger, person_id))
        self.table.scrollToBottom()
        self.changed.emit()

    def tell(self, seats: int | None) -> None:
        """Say how many there are beside the seats."""
        chosen = self.candidates
        directors = [each.name for each in chosen if each.post == POSTS[0]]
        said = f"候选人 {len(chosen)} 名" + (f"，委员名额 {seats} 名。" if seats else "。")
        if seats and len(chosen) < seats:
            said += f"还差 {seats - len(chosen)} 名。"
        said += f"主任候选人：{'、'.join(directors) or '还没有'}。主任候选人应同时提名为工会委员会委员候选人。"
        self.count.setText(said)

    def _append(self, each: Candidate) -> None:
        row = self.table.rowCount()
        self.table.blockSignals(True)
        self.table.insertRow(row)
        for column, text in enumerate((each.name, each.department, each.was or _NEW)):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(row, column, item)
        first = self.table.item(row, 0)
        if first is not None:
            first.setFlags(first.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            first.setCheckState(Qt.CheckState.Checked)
            first.setData(_DATA, each)
        posts = QComboBox()
        posts.setProperty("role", "cell")
        posts.addItems(POSTS)
        posts.setCurrentText(each.post)
        posts.setAccessibleName(f"{each.name}拟任职务")
        posts.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._posts.append(posts)
        self.table.setCellWidget(row, len(_HEADS) - 1, posts)
        self.table.resizeRowToContents(row)
        self.table.blockSignals(False)

    def _offers(self, typed: str) -> list[Offer]:
        return list(listing.choices(self._context.ledger, "person", typed, limit=20))
