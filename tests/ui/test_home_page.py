"""The first page under an officer's hands: a line leads to its place, 已办 ticks it off, 撤销 puts it back."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages
from ui.hands import Key, press, write

from desktop_app.services import agenda, records
from desktop_app.ui.context import Context
from desktop_app.ui.pages.home import HomePage
from desktop_app.ui.task_line import TaskLine


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> HomePage:
    records.save(context.ledger, "committee_term", {"number": 3, "starts_on": "2024-01-10", "ends_on": "2029-01-10"})
    records.save(context.ledger, "plan_item", {"year": 2026, "timing": "10月", "content": "两癌筛查"})
    made = HomePage(context)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.reload()
    context.changed.connect(lambda _: made.reload())
    return made


def line(page: HomePage, words: str) -> TaskLine:
    [found] = [each for each in page.tasks.lines() if words in each.duty.what and each.isVisible()]
    return found


def shown(page: HomePage) -> list[str]:
    return [each.duty.what for each in page.tasks.lines() if each.isVisible()]


def is_shown(qtbot: QtBot, page: HomePage, words: str) -> None:
    qtbot.waitUntil(lambda: any(words in what for what in shown(page)))


def fold(page: HomePage, words: str) -> QPushButton:
    [found] = [each for each in page.findChildren(QPushButton) if each.text().startswith(words) and each.isCheckable()]
    return found


def test_overdue_is_on_top_and_later_folded(page: HomePage) -> None:
    assert shown(page)[0] == "年度计划：两癌筛查"
    assert not any("妇女节" in what for what in shown(page))
    fold(page, "以后").click()
    assert any("妇女节" in what for what in shown(page))
    assert not line(page, "妇女节").findChildren(QPushButton, "已办")
    fold(page, "以后").click()
    assert not any("妇女节" in what for what in shown(page))


def test_ticked_off_with_a_note_and_taken_back(qtbot: QtBot, page: HomePage, messages: FakeMessages) -> None:
    qtbot.mouseClick(line(page, "反对针对妇女暴力日").button, Qt.MouseButton.LeftButton)
    write("发了倡议书")
    press(Key.Key_Return)
    assert not any("暴力日" in what for what in shown(page))
    [mark] = agenda.done_lately(page.context.ledger, date(2026, 11, 22))
    assert mark["note"] == "发了倡议书"
    assert messages.toasts[-1][0].startswith("已记为办结：反对针对妇女暴力日")
    messages.press_toast()
    is_shown(qtbot, page, "暴力日")


def test_put_back_long_after(qtbot: QtBot, page: HomePage) -> None:
    duty = line(page, "反对针对妇女暴力日").duty
    agenda.mark_done(page.context.ledger, duty, date(2026, 11, 20))
    page.reload()
    fold(page, "已办").click()
    qtbot.waitUntil(lambda: bool([each for each in page.findChildren(QPushButton, "") if "放回去" in each.text()]))
    [back] = [each for each in page.findChildren(QPushButton) if each.text() == "没有办，放回去" and each.isVisible()]
    back.click()
    is_shown(qtbot, page, "暴力日")


def test_a_line_of_the_plan_is_done_at_once(qtbot: QtBot, page: HomePage, messages: FakeMessages) -> None:
    qtbot.mouseClick(line(page, "两癌筛查").button, Qt.MouseButton.LeftButton)
    assert records.load(page.context.ledger, "plan_item", 1)["status"] == "已完成"
    messages.press_toast()
    is_shown(qtbot, page, "两癌筛查")


def test_a_click_leads_to_the_record_or_the_form(qtbot: QtBot, page: HomePage) -> None:
    for words, goal in (
        ("两癌筛查", ("committee", "plan_item", 1, "status")),
        ("年度统计表", ("forms", "TJ-01", 0, "")),
        ("协商轮次", ("contract", "negotiation", 0, "")),
    ):
        with qtbot.waitSignal(page.context.go) as gone:
            line(page, words).setFocus()
            qtbot.keyClick(line(page, words), Key.Key_Return)
        assert tuple(gone.args) == goal
    with qtbot.waitSignal(page.context.go) as gone:
        page.tasks.print_button.click()
    assert tuple(gone.args) == ("forms", "GL-05", 0, "")
