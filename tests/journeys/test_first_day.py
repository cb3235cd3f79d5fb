"""An officer's first day at the window: the unit, a person, a committee, a search, a change, a mistake taken back."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages
from ui.hands import CTRL, Key, commit, compose, focused, press, write

from desktop_app.ledger.ledger import Ledger
from desktop_app.services import records
from desktop_app.ui.page import Page
from desktop_app.ui.pages.committee import CommitteePage
from desktop_app.ui.pages.enterprise import EnterprisePage
from desktop_app.ui.pages.roster import RosterPage
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.record_list import RecordListView
from desktop_app.ui.window import MainWindow


def ledger_of(window: MainWindow) -> Ledger:
    assert window.context is not None
    return window.context.ledger


def page_of(window: MainWindow, name: str) -> Page:
    window.workspace.go(name)
    assert window.workspace.page is not None
    return window.workspace.page


def editor_of(view: RecordListView) -> RecordEditor:
    assert view.editor is not None
    assert view.is_editing
    return view.editor


def type_words(**texts: str) -> None:
    """One field after another, with Enter, from the focused one on; '' passes a field by."""
    for text in texts.values():
        if text:
            write(text)
        press(Key.Key_Return)


def test_the_first_day(window: MainWindow, messages: FakeMessages, qtbot: QtBot) -> None:
    ledger = ledger_of(window)

    fill_in_the_unit(window)
    assert records.single(ledger, "enterprise")["short_name"] == "金梭纺织"

    type_a_person(window)
    person = records.everything(ledger, "person")[0]
    assert (person["name"], person["born_on"], person["department"]) == ("欧阳𬱖", "1949-12-31", "细纱车间")

    form_a_committee(window)
    [member] = records.everything(ledger, "committee_member")
    assert (member["person_id"], member["post"]) == (person["id"], "主任")

    find_and_change(window, qtbot)
    assert records.load(ledger, "person", person["id"])["position"] == "挡车工"

    delete_and_take_back(window, messages)
    assert {each["name"] for each in records.everything(ledger, "person")} == {"欧阳𬱖", "李梅"}
    assert records.everything(ledger, "committee_member")


def fill_in_the_unit(window: MainWindow) -> None:
    page = page_of(window, "enterprise")
    assert isinstance(page, EnterprisePage)
    editor = page.tabs.open("enterprise")
    assert isinstance(editor, RecordEditor)
    editor.focus("short_name")
    write("金梭纺织")
    press(Key.Key_S, CTRL)


def type_a_person(window: MainWindow) -> None:
    page = page_of(window, "roster")
    assert isinstance(page, RosterPage)
    page.list.open_new()
    compose("ouyang")
    press(Key.Key_Return)  # the input method's own Enter
    commit("欧阳𬱖")
    press(Key.Key_Return)
    write("11010519491231002x")
    press(Key.Key_Return)
    editor_of(page.list).focus("department")
    write("细纱车间")
    press(Key.Key_Return, CTRL)
    write("李梅")
    press(Key.Key_S, CTRL)
    press(Key.Key_Escape)
    assert page.list.model.rowCount() == 2


def form_a_committee(window: MainWindow) -> None:
    page = page_of(window, "committee")
    assert isinstance(page, CommitteePage)
    page.open_new_term()
    type_words(number="6", form="", formed_by="", founded_on="2024.3.8", starts_on="2024.3.8", ends_on="20270307")
    press(Key.Key_S, CTRL)
    members = page.tabs.open("committee_member")
    assert isinstance(members, RecordListView)
    members.open_new()
    write("oyw")
    press(Key.Key_Return)
    write("主任")
    press(Key.Key_S, CTRL)
    press(Key.Key_Escape)
    assert members.model.rowCount() == 1


def find_and_change(window: MainWindow, qtbot: QtBot) -> None:
    page = page_of(window, "roster")
    assert isinstance(page, RosterPage)
    for typed in ("oyw", "ouyang", "𬱖"):
        press(Key.Key_F, CTRL)
        write(typed)
        qtbot.waitUntil(lambda: page.list.model.rowCount() == 1)
        assert page.list.model.texts(0)[0] == "欧阳𬱖"
    press(Key.Key_Return)
    editor_of(page.list).focus("position")
    write("挡车工")
    press(Key.Key_S, CTRL)
    press(Key.Key_Escape)


def delete_and_take_back(window: MainWindow, messages: FakeMessages) -> None:
    page = page_of(window, "roster")
    assert isinstance(page, RosterPage)
    page.list.select(2)
    assert focused() is page.list.table
    press(Key.Key_Delete)
    assert page.list.model.rowCount() == 1
    messages.press_toast()
    assert page.list.model.rowCount() == 2
