"""年度事项 under an officer's hands: left out, moved, added, put back as usual."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages
from ui.hands import write

from desktop_app.records.registry import record_type
from desktop_app.services import agenda, records
from desktop_app.services.lines import lines
from desktop_app.ui.calendar_board import CalendarBoard, ItemLine
from desktop_app.ui.context import Context
from desktop_app.ui.record_editor import RecordEditor


@pytest.fixture
def board(qtbot: QtBot, context: Context) -> CalendarBoard:
    made = CalendarBoard(context)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def line(board: CalendarBoard, code: str) -> ItemLine:
    [found] = [each for each in board.items() if each.item.code == code]
    return found


def rules(context: Context) -> set[str]:
    return {duty.rule for duty in agenda.duties(context.ledger, context.today())}


def test_the_year_stands_in_its_order(board: CalendarBoard) -> None:
    dates = [(each.item.month, each.item.day) for each in board.items()]
    assert dates == sorted(dates)
    assert len(dates) > 25


def test_an_item_is_left_out_and_put_back(board: CalendarBoard, context: Context, messages: FakeMessages) -> None:
    line(board, "home_assessment").box.click()
    assert "home_assessment" not in rules(context)
    assert not line(board, "home_assessment").box.isChecked()
    [usual] = [b for b in line(board, "home_assessment").findChildren(QPushButton) if b.text() == "恢复通常的"]
    usual.click()
    assert "home_assessment" in rules(context)
    assert lines(context.ledger, "calendar_item", {}) == []


def test_a_usual_item_is_moved(board: CalendarBoard, context: Context) -> None:
    line(board, "statistics_return").change.click()
    editor = board.findChild(RecordEditor)
    editor.focus("day")
    write("15")
    board.save()
    [kept] = lines(context.ledger, "calendar_item", {})
    assert (kept["code"], kept["month"], kept["day"]) == ("statistics_return", 10, 15)
    assert board.leave()
    board.reload()
    assert line(board, "statistics_return").item.when == "10月15日"


def test_an_item_of_her_own(board: CalendarBoard, context: Context) -> None:
    board.add()
    assert not board.findChild(RecordEditor).is_changed
    records.save(context.ledger, "calendar_item", {"name": "上报信息", "frequency": "每月", "day": 25})
    board.reload()
    [own] = [each for each in board.items() if each.item.name == "上报信息"]
    assert own.item.when == "每月25日"
    assert record_type("calendar_item").label == "年度事项"
