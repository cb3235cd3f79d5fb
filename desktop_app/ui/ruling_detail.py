"""One rule with all its readings: the national, the province's and the unit's own, and the doubts in words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from desktop_app.errors import BanbiantianError
from desktop_app.rules.parameters import LEVELS, OWN, Parameter
from desktop_app.services import own_rules
from desktop_app.services.own_rules import DOUBTED, TO_VERIFY, UNSET, Ruling
from desktop_app.ui.context import Context
from desktop_app.ui.own_rule_dialog import OwnRuleDialog
from desktop_app.ui.sheet import Sheet, words

_ADVICE = {
    TO_VERIFY: "待核实：请向上级工会核实后填写；填写以前不作默认值，只提示。",
    DOUBTED: "存疑：见过条文，但不能确定是现行文本，用前请核对。",
    UNSET: "没有统一规定：当地或者上级有要求的，填本单位规定。",
    OWN: "本单位：以您填的为准。",
}
_BADGES = {TO_VERIFY: "badge-warn", DOUBTED: "badge-warn", OWN: "badge-bad", UNSET: "badge-quiet"}


class RulingDetail(Sheet):
    """Shows what ``show_ruling`` is given; the two buttons keep an own value or let it go."""

    def __init__(self, context: Context) -> None:
        super().__init__("")
        self._context = context
        self._ruling: Ruling | None = None
        self.badge, self.text, self.advice = QLabel(), words("", ""), words("", "warn")
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.fill, self.back = QPushButton("填本单位规定…"), QPushButton("改回原来的")
        self.fill.clicked.connect(self.fill_in)
        self.back.clicked.connect(self.go_back)
        self.body.removeWidget(self.head)
        self.body.setContentsMargins(18, 8, 18, 8)
        self.body.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(self.head)
        top.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addStretch(1)
        top.addWidget(self.back)
        top.addWidget(self.fill)
        self.body.addLayout(top)
        self.body.addWidget(self.text)
        self.body.addWidget(self.advice)
        self.show_ruling(None)

    def show_ruling(self, ruling: Ruling | None) -> None:
        """Show one rule; None: none is picked."""
        self._ruling = ruling
        self.head.setText(ruling.held.label if ruling else "选一项规定，看它的出处和说明")
        for widget in (self.badge, self.text, self.fill):
            widget.setVisible(ruling is not None)
        self.back.setVisible(ruling is not None and ruling.own_id > 0)
        advice = _ADVICE.get(ruling.state, "") if ruling else ""
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        if ruling is not None:
            self.text.setText("\n".join(_readings(ruling)))
            self.fill.setText("改本单位规定…" if ruling.own_id else "填本单位规定…")
            _set_badge(self.badge, ruling.state)

    def fill_in(self) -> None:
        """Ask for the unit's own value of the rule in view."""
        ruling = self._ruling
        if ruling is None:
            return
        dialog = OwnRuleDialog(self._context, ruling, self.window())
        if dialog.exec():
            self._context.changed.emit("rule_override")
            self._context.offer_undo(f"“{ruling.held.label}”已按本单位规定")

    def go_back(self) -> None:
        """Let the unit's own value go."""
        if self._ruling is None:
            return
        name, label = self._ruling.held.name, self._ruling.held.label
        try:
            own_rules.forget(self._context.ledger, name)
        except BanbiantianError as fault:
            self._context.messages.warn(str(fault))
            return
        self._context.changed.emit("rule_override")
        self._context.offer_undo(f"“{label}”已改回原来的规定")


def _readings(ruling: Ruling) -> list[str]:
    said = []
    if ruling.held.origin == OWN:
        said.append(_reading(OWN, ruling.held))
    if ruling.local is not None:
        name = ruling.local.origin
        if ruling.local.candidate is not None and ruling.local.value is not None:
            name = "地方（待核实）"
        said.append(_reading(name, ruling.local))
    said.append(_reading("国家", ruling.national))
    return said


def _reading(whose: str, parameter: Parameter) -> str:
    value = "" if parameter.value is None and parameter.candidate is None and not parameter.unit else parameter.shown
    note = f"；{parameter.note}" if parameter.note else ""
    level = f"{LEVELS[parameter.level]}，" if parameter.level != OWN else ""
    checked = f"（{level}{parameter.checked_on} 核对）" if parameter.checked_on else ""
    source = parameter.candidate_source or f"{parameter.source}{parameter.article}"
    return f"{whose}：{value}　{source}{checked}{note}".replace("：　", "：")


def _set_badge(badge: QLabel, state: str) -> None:
    badge.setText(state)
    badge.setProperty("role", _BADGES.get(state, "badge-good"))
    badge.style().polish(badge)
    badge.updateGeometry()
