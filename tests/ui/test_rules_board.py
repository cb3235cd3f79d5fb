"""适用规定 in the window: the province, the doubts, and the unit's own value with its way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages
from ui.hands import Key, press, write

from desktop_app.services import own_rules, records
from desktop_app.services.own_rules import Ruling
from desktop_app.services.rulebook import rulebook
from desktop_app.ui.context import Context
from desktop_app.ui.own_rule_dialog import OwnRuleDialog
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.rules_board import RulesBoard


@pytest.fixture
def board(context: Context, qtbot: QtBot) -> RulesBoard:
    records.save(context.ledger, "enterprise", {"name": "江州金梭纺织有限公司"})
    page = SettingsPage(context)
    context.changed.connect(lambda _: page.reload())
    qtbot.addWidget(page)
    page.resize(1190, 620)
    page.show()
    page.show_record("rule_override", 0)
    content = page.tabs.content()
    assert isinstance(content, RulesBoard)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return content


def choose(board: RulesBoard, province: str) -> None:
    row = board.province.findData(province)
    board.province.setCurrentIndex(row)
    board.province.activated.emit(row)


def pick(board: RulesBoard, name: str) -> Ruling:
    board.list.pick(lambda ruling: ruling.held.name == name)
    current = board.list.current
    assert current is not None and current.held.name == name
    return current


def in_dialog(hands: Callable[[OwnRuleDialog], None]) -> None:
    """Let hands act in the dialog that is opened next."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OwnRuleDialog)
        try:
            hands(dialog)
        finally:
            if dialog.isVisible():
                dialog.reject()

    QTimer.singleShot(0, act)


def test_another_province_changes_the_numbers_at_once_and_can_be_taken_back(
    board: RulesBoard, context: Context, messages: FakeMessages
) -> None:
    assert pick(board, "reply").shown == "20日"
    choose(board, "浙江")
    assert "浙江有 " in board.said.text() and "其余按国家规定" in board.said.text()
    assert pick(board, "reply").shown == "10工作日"
    assert "国家：20日" in board.detail.text.text() and "浙江：10工作日" in board.detail.text.text()
    messages.press_toast()
    assert board.province.currentData() == ""
    assert pick(board, "reply").shown == "20日"


def test_what_is_not_confirmed_is_asked_for_and_never_counted_by(board: RulesBoard, context: Context) -> None:
    choose(board, "河南")
    board.only_asked.setChecked(True)
    ruling = pick(board, "extended_leave")
    assert ruling.state == "待核实" and ruling.held.value is None
    assert "请向上级工会核实后填写" in board.detail.advice.text()
    board.search.setFocus()
    write("没有这种规定")
    assert "换个词" in board.count.text()


def test_the_search_leads_by_keys_to_the_unit_s_own_value_and_back(
    board: RulesBoard, context: Context, qtbot: QtBot, messages: FakeMessages
) -> None:
    board.search.setFocus()
    write("女职工 卫生费 没有统一金额")
    press(Key.Key_Return)
    assert board.list.current is not None and board.list.current.held.name == "hygiene_fee"

    def hands(dialog: OwnRuleDialog) -> None:
        assert not isinstance(dialog.value, QComboBox)
        dialog.value.setText("35 yuan")
        dialog.accept()
        assert "应为数字，单位是元/人·月" in dialog.fault.text()
        dialog.value.setText("35")
        dialog.accept()
        assert "出处" in dialog.fault.text()
        dialog.inputs["source"].show_value("某市总工会〔2026〕7号第三条")
        dialog.accept()

    in_dialog(hands)
    press(Key.Key_Return)
    held = rulebook(context.ledger)["hygiene_fee"]
    assert (held.value, held.origin, held.source) == (35, "本单位", "本单位：某市总工会〔2026〕7号第三条")
    assert board.detail.badge.text() == "本单位" and "国家：没有规定" in board.detail.text.text()
    board.detail.back.click()
    assert rulebook(context.ledger)["hygiene_fee"].value is None
    messages.press_toast()
    assert rulebook(context.ledger)["hygiene_fee"].value == 35


def test_a_choice_is_chosen_not_typed(board: RulesBoard, context: Context, qtbot: QtBot) -> None:
    pick(board, "majority")

    def hands(dialog: OwnRuleDialog) -> None:
        assert isinstance(dialog.value, QComboBox)
        dialog.value.setCurrentText("过半数")
        dialog.inputs["source"].show_value("本单位职代会实施细则第八条")
        dialog.accept()

    in_dialog(hands)
    board.detail.fill.click()
    assert rulebook(context.ledger)["majority"].value == "过半数"


def test_an_own_rule_that_came_by_a_sheet_unreadable_is_said_above(board: RulesBoard, context: Context) -> None:
    given = {"value": "很多", "source": "口头", "checked_on": "2026-03-02"}
    records.save(context.ledger, "rule_override", {"parameter": "要约后书面答复期限", **given})
    records.save(context.ledger, "rule_override", {"parameter": "送礼上限", **given})
    board.reload()
    assert "“很多”应为数字" in board.faults.text() and "送礼上限" in board.faults.text()
    assert pick(board, "reply").shown == "20日"


@pytest.mark.parametrize(
    "name", ["committee_threshold", "director", "supervision_reply", "festival_gifts", "room_cleaning", "effective"]
)
def test_the_doubts_of_the_sources_are_never_shown_as_certain(context: Context, name: str) -> None:
    state = {ruling.held.name: ruling.state for ruling in own_rules.board(context.ledger).rulings}[name]
    assert state in ("存疑", "待核实", "没有规定")


def test_help_turns_to_the_page_about_rules(board: RulesBoard) -> None:
    page = board.parentWidget()
    while not isinstance(page, SettingsPage):
        assert page is not None
        page = page.parentWidget()
    assert page.help_name == "rules"
    page.tabs.open("setting")
    assert page.help_name == "settings"
