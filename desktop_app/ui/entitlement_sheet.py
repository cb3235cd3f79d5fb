"""权益计算: a few facts in, what the law gives her out; nothing that is typed here is kept."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import Rejected
from desktop_app.records.base import Problem
from desktop_app.records.registry import record_type
from desktop_app.rules.entitlements import Birth, Entitlement
from desktop_app.services import entitlements
from desktop_app.services.rulebook import rulebook
from desktop_app.ui import theme
from desktop_app.ui.context import Context
from desktop_app.ui.record_sheet import Field
from desktop_app.ui.sheet import Sheet, words

_HEADS = ("权益", "数值", "起止、依据和说明")
_LETTERS = (9, 5)  # Chinese characters of width; the last column takes what is left
_TOTAL = "maternity_leave_total"
_FACTS = (
    "due_month",
    "delivered_on",
    "leave_starts_on",
    "infant_count",
    "child_number",
    "is_dystocia",
    "is_caesarean",
    "ended_month_count",
)


class EntitlementSheet(QWidget):
    """Facts at the left, the answer at the right; it follows each change."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._make_facts())
        row.addLayout(self._make_answer(), 1)
        self.calculate()

    def calculate(self) -> None:
        """Show what follows from the facts typed so far; a fact that cannot be read says so and is left out."""
        found = entitlements.calculate(self._context.ledger, self._birth())
        province = rulebook(self._context.ledger).province
        [total] = [each for each in found if each.of == _TOTAL]
        self.total.setText(f"{total.name} {total.shown}" + ("" if total.is_confirmed else "（不含待核实的）"))
        self.by.setText(
            f"按国家规定和{province}的规定计算。标“待核实”的没有计入，请在“设置—适用规定”里核实。"
            if province
            else "按国家规定计算。还没有填单位所在省份，省里增加的没有计入，请到“单位概况”填写。"
        )
        self._show(found)

    def clear(self) -> None:
        """Begin anew."""
        for field in self.fields.values():
            field.input.show_value(None)
        self.calculate()

    def _birth(self) -> Birth:
        given = {}
        for name, field in self.fields.items():
            try:
                given[name] = field.input.kind.read(field.input.text(), self._context.today())
                field.say(None)
            except Rejected as fault:
                field.say(Problem(name, str(fault)))
        return Birth(**{name: value for name, value in given.items() if value is not None})

    def _show(self, found: list[Entitlement]) -> None:
        self.table.setRowCount(len(found))
        for row, each in enumerate(found):
            told = "\n".join(part for part in (_span(each), each.citation, each.note) if part)
            for place, text in enumerate((each.name, each.shown, told)):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
                item.setToolTip(item.text())
                if not each.is_confirmed and place < 2:
                    item.setForeground(QColor(theme.WARN))
                    item.setBackground(QColor(theme.WARN_SOFT))
                self.table.setItem(row, place, item)
        self.table.resizeRowsToContents()

    def _make_facts(self) -> QScrollArea:
        letter = self.fontMetrics().horizontalAdvance("汉")
        sheet = Sheet("情况", "填多少算多少，不保存。第几孩不填按一孩。")
        kinds = record_type("special_period").fields
        self.fields = {name: Field(replace(kinds[name], help=""), self._context) for name in _FACTS}
        for field in self.fields.values():
            field.input.typed.connect(self.calculate)
            field.label.setFixedWidth(8 * letter)
            line = QHBoxLayout()
            line.addWidget(field.label)
            line.addWidget(field, 1)
            sheet.body.addLayout(line)
        clear = QPushButton("清空")
        clear.clicked.connect(self.clear)
        sheet.body.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)
        sheet.body.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(sheet)
        scroll.setFixedWidth(25 * letter)
        return scroll

    def _make_answer(self) -> QVBoxLayout:
        self.total, self.by = QLabel(), words("")
        self.total.setProperty("role", "title")
        self.table = QTableWidget(0, len(_HEADS))
        self.table.setHorizontalHeaderLabels(_HEADS)
        self.table.setAccessibleName("应享有的权益")
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        letter = self.fontMetrics().horizontalAdvance("汉")
        for place, letters in enumerate(_LETTERS):
            self.table.setColumnWidth(place, letters * letter)
        self.table.horizontalHeader().setSectionResizeMode(len(_HEADS) - 1, QHeaderView.ResizeMode.Stretch)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self.total)
        column.addWidget(self.by)
        column.addWidget(self.table, 1)
        return column


def _span(each: Entitlement) -> str:
    """From and until, as far as they are known."""
    if each.starts and each.ends:
        return f"{each.starts} 至 {each.ends}"
    return f"{each.starts} 起" if each.starts else ""
