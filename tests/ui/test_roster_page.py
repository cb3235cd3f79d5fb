"""The roster page's guarded tab and its calculator, and the sheet where the password is set."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages
from ui.hands import Key, press, write

from desktop_app.services import records
from desktop_app.ui.context import Context
from desktop_app.ui.entitlement_sheet import EntitlementSheet
from desktop_app.ui.page import Page
from desktop_app.ui.pages.roster import RosterPage
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.record_list import RecordListView
from desktop_app.ui.special_period_tab import SpecialPeriodTab

SECRET = "".join(("hai", " tang", " 2026"))


@pytest.fixture
def roster(context: Context, qtbot: QtBot) -> RosterPage:
    page = RosterPage(context)
    show(page, qtbot)
    return page


def show(page: Page, qtbot: QtBot) -> None:
    qtbot.addWidget(page)
    page.resize(1100, 620)
    page.show()
    page.reload()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)


def said(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def guarded(page: RosterPage) -> SpecialPeriodTab:
    content = page.tabs.open("special_period")
    assert isinstance(content, SpecialPeriodTab)
    page.reload()
    return content


def lock(context: Context) -> None:
    """A locked ledger with one entry of an invented person."""
    context.ledger.change_password(SECRET)
    records.save(context.ledger, "person", {"name": "尉迟静"})
    entry = {"person_id": 1, "stage": "孕期", "due_month": "2027-03", "consented_on": "2026-11-02"}
    records.save(context.ledger, "special_period", entry)


def unlock(tab: SpecialPeriodTab, password: str = SECRET) -> None:
    tab.door.line.setFocus()
    write(password)
    press(Key.Key_Return)


def seen(tab: SpecialPeriodTab) -> bool:
    return any(each.isVisible() for each in tab.findChildren(RecordListView))


def test_without_a_password_it_explains_consent_and_leads_to_the_settings(
    roster: RosterPage, context: Context, qtbot: QtBot
) -> None:
    tab = guarded(roster)
    assert not seen(tab)
    assert "单独同意" in said(tab)
    with qtbot.waitSignal(context.go) as gone:
        tab._to_settings()
    assert gone.args[0] == "settings"


def test_the_password_is_set_in_the_settings_and_opens_the_tab(
    roster: RosterPage, context: Context, qtbot: QtBot, messages: FakeMessages
) -> None:
    context.ledger.back_up()
    settings = SettingsPage(context)
    show(settings, qtbot)
    sheet = settings.password
    for first, again, fault in (("123", "123", "至少 6 个字符"), (SECRET, SECRET + "x", "不一样")):
        sheet.new.setText(first)
        sheet.again.setText(again)
        sheet.set_button.click()
        assert fault in sheet.said.text()
        assert not context.ledger.is_locked
    sheet.new.setText(SECRET)
    sheet.again.setText(SECRET)
    messages.answers = ["备份并删掉 1 份"]
    sheet.set_button.click()
    assert context.ledger.is_locked
    assert "没有加密" in messages.asked[-1]
    assert "删掉了 1 份" in messages.toasts[-1][0]
    assert (sheet.new.text(), sheet.again.text(), sheet.said.isVisible()) == ("", "", False)
    roster.activateWindow()
    qtbot.waitUntil(roster.isActiveWindow)
    tab = guarded(roster)
    unlock(tab)
    assert seen(tab)


def test_the_door_opens_to_the_right_password_only_and_closes_by_itself(roster: RosterPage, context: Context) -> None:
    lock(context)
    tab = guarded(roster)
    unlock(tab, "gues sing")
    assert not seen(tab)
    assert "密码不对" in said(tab)
    unlock(tab)
    assert seen(tab)
    roster.tabs.open("person")
    guarded(roster)
    assert not seen(tab)
    unlock(tab)
    now = context.ledger.clock()
    context.ledger.clock = lambda: now + timedelta(minutes=4, seconds=59)
    tab.hide_when_idle()
    assert seen(tab)
    press(Key.Key_Down)  # somebody is there
    context.ledger.clock = lambda: now + timedelta(minutes=9)
    tab.hide_when_idle()
    assert seen(tab)
    context.ledger.clock = lambda: now + timedelta(minutes=10)
    tab.hide_when_idle()
    assert not seen(tab)


def test_a_reminder_leads_through_the_door_to_the_entry_and_back_to_what_was_typed(
    roster: RosterPage, context: Context
) -> None:
    lock(context)
    roster.show_record("special_period", 1)
    tab = guarded(roster)
    assert not seen(tab)
    unlock(tab)
    assert tab.list is not None
    editor = tab.list.editor
    assert editor is not None
    assert editor.record_id == 1
    editor.focus("note")
    write("abc")
    tab.close_door()
    assert not seen(tab)
    unlock(tab)
    assert editor.isVisible()
    roster.save()
    assert records.load(context.ledger, "special_period", 1)["note"] == "abc"


def test_the_list_shows_no_stage_and_no_date_in_clear(roster: RosterPage, context: Context) -> None:
    lock(context)
    tab = guarded(roster)
    unlock(tab)
    assert tab.list is not None
    texts = "".join(tab.list.model.texts(0))
    assert "孕期" not in texts
    assert "2027" not in texts


def test_the_calculator_follows_what_is_typed(roster: RosterPage, context: Context) -> None:
    records.save(context.ledger, "enterprise", {"name": "金梭纺织", "province": "浙江省"})
    sheet = roster.tabs.open("entitlements")
    assert isinstance(sheet, EntitlementSheet)
    sheet.calculate()
    assert "158 天" in sheet.total.text()
    for name, text in (("delivered_on", "2026-03-10"), ("infant_count", "2"), ("child_number", "2")):
        sheet.fields[name].input.setFocus()
        write(text)
    assert "203 天" in sheet.total.text()
    rows = {sheet.table.item(row, 0).text(): row for row in range(sheet.table.rowCount())}
    total = rows["产假合计"]
    assert sheet.table.item(total, 1).text() == "203 天"
    assert sheet.table.item(total, 2).text().startswith("2026-03-10 至 2026-09-28")
    assert "第二十二条" in sheet.table.item(total, 2).text()
    sheet.fields["infant_count"].input.setFocus()
    write("x")
    assert "不是整数" in sheet.fields["infant_count"].note
    sheet.clear()
    assert "158 天" in sheet.total.text()


def test_what_is_not_verified_is_marked_and_not_counted(roster: RosterPage, context: Context) -> None:
    records.save(context.ledger, "enterprise", {"name": "金梭纺织", "province": "北京"})
    sheet = roster.tabs.open("entitlements")
    assert isinstance(sheet, EntitlementSheet)
    sheet.calculate()
    assert "98 天" in sheet.total.text()
    shown = {sheet.table.item(row, 0).text(): sheet.table.item(row, 1).text() for row in range(sheet.table.rowCount())}
    assert shown["省规定延长产假（一孩）"] == "待核实"
    assert shown["陪产（护理）假"] == "待核实"
