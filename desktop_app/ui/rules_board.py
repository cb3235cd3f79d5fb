"""适用规定: the province, and every number the program counts by, with its level, its source and its doubts."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.records.wording import PROVINCE_ALIASES, PROVINCES
from desktop_app.services import own_rules
from desktop_app.services.own_rules import Board
from desktop_app.ui.context import Context
from desktop_app.ui.ruling_detail import RulingDetail
from desktop_app.ui.ruling_list import RulingList
from desktop_app.ui.search_line import SearchLine
from desktop_app.ui.sheet import words

_UNCHOSEN = "（未选，按国家规定）"
_OWN_MARK = "　有地方规定"


class RulesBoard(QWidget):
    """Province and search above, the rules in groups, one rule with all its readings beneath."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.province, self.said, self.faults = QComboBox(), words(""), words("", "warn")
        self.search = SearchLine("搜规定、出处（如 答复、产假、浙江）", "搜规定")
        self.only_asked = QCheckBox("只看待核实")
        self.count = words("")
        self.list, self.detail = RulingList(), RulingDetail(context)
        self._make_provinces()
        self._arrange()
        self.search.textChanged.connect(self._filter)
        self.search.down.connect(self.list.enter)
        self.search.forward.connect(self.list.enter)
        self.only_asked.toggled.connect(self._filter)
        self.list.picked.connect(self.detail.show_ruling)
        self.list.wanted.connect(self.detail.fill_in)
        self.province.activated.connect(self._choose)

    def reload(self) -> None:
        """Show the rules as they hold now."""
        board = own_rules.board(self._context.ledger)
        self._show_province(board)
        self.faults.setText("\n".join(board.faults))
        self.faults.setVisible(bool(board.faults))
        self.list.show_rulings(board.rulings)
        self._filter()
        self.detail.show_ruling(self.list.current)

    def show_record(self, record_id: int) -> None:
        """Bring the rule of a record of 本单位规定 to the front."""
        self.reload()
        if record_id:
            self.search.clear()
            self.only_asked.setChecked(False)
            self.list.pick(lambda ruling: ruling.own_id == record_id)

    def _filter(self) -> None:
        shown = self.list.filter(self.search.text(), only_asked=self.only_asked.isChecked())
        self.count.setText(f"{shown} 项" if shown else "没有这样的规定，换个词试试")

    def _choose(self, row: int) -> None:
        province = self.province.itemData(row) or ""
        if province == own_rules.board(self._context.ledger).province:
            return
        own_rules.choose_province(self._context.ledger, province)
        self._context.changed.emit("enterprise")
        self._context.offer_undo(f"已改为按{province}的规定" if province else "已改为按国家规定")

    def _show_province(self, board: Board) -> None:
        place = self.province.findData(PROVINCE_ALIASES.get(board.province, board.province))
        if place < 0:  # typed by hand, such as 深圳
            self.province.addItem(board.province, board.province)
            place = self.province.count() - 1
        self.province.setCurrentIndex(place)
        self.said.setText(_about(board))

    def _make_provinces(self) -> None:
        self.province.setAccessibleName("省份")
        self.province.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.province.addItem(_UNCHOSEN, "")
        for name in PROVINCES:
            self.province.addItem(name + (_OWN_MARK if own_rules.has_own_values(name) else ""), name)

    def _arrange(self) -> None:
        top, tools = QHBoxLayout(), QHBoxLayout()
        top.addWidget(QLabel("省份"))
        top.addWidget(self.province)
        top.addWidget(self.said, 1)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.only_asked)
        tools.addWidget(self.count)
        self.count.setWordWrap(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.faults)
        column.addLayout(tools)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)


def _about(board: Board) -> str:
    asked = f"有 {board.asked_count} 项待核实，不作默认值。"
    if not board.province:
        return f"没有选省份，全按国家规定。{asked}"
    if not board.local_count:
        return f"{board.province}没有核实过的地方规定，按国家规定。{asked}"
    return f"{board.province}有 {board.local_count} 项地方规定，其余按国家规定。{asked}"
