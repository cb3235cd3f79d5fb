"""One editor for every kind: Enter goes on, faults are told where they are, nothing typed is lost in silence."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages
from ui.hands import CTRL, Key, commit, compose, focused, press, write

from desktop_app.records.parsing import parse_record
from desktop_app.records.registry import RECORD_TYPES
from desktop_app.services import records
from desktop_app.services.history import history_of
from desktop_app.ui.context import Context
from desktop_app.ui.lines_grid import LinesGrid
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.record_list import RecordListView

MALE_ID = "110105194912310011"


@pytest.fixture
def person(context: Context, qtbot: QtBot) -> RecordEditor:
    return shown(RecordEditor(context, "person"), qtbot)


def shown(editor: RecordEditor, qtbot: QtBot) -> RecordEditor:
    qtbot.addWidget(editor)
    editor.resize(900, 560)
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.focus()
    return editor


def fill(editor: RecordEditor, **texts: str) -> None:
    for name, text in texts.items():
        editor.focus(name)
        write(text)
    editor.focus()


@pytest.mark.parametrize("kind", [of.kind for of in RECORD_TYPES])
def test_every_kind_has_an_editor_that_shows_all_its_fields(context: Context, qtbot: QtBot, kind: str) -> None:
    of = next(of for of in RECORD_TYPES if of.kind == kind)
    editor = RecordEditor(context, kind)
    qtbot.addWidget(editor)
    assert set(editor.sheet.fields) == set(of.fields)
    blank = {name: value for name, value in records.blank(kind).items() if value not in (None, ())}
    read, _ = parse_record(of, editor.sheet.given(), context.today())
    assert {name: value for name, value in read.items() if value not in (None, ())} == blank
    assert not editor.is_changed


def test_a_person_is_typed_with_an_input_method_and_kept(person: RecordEditor, context: Context) -> None:
    compose("ouyang")
    press(Key.Key_Return)
    assert focused() is person.sheet.fields["name"].input.focusProxy()
    commit("欧阳𬱖")
    press(Key.Key_Return)
    write("11010519491231002x")
    press(Key.Key_Return)
    press(Key.Key_S, CTRL)
    kept = records.load(context.ledger, "person", 1)
    assert (kept["name"], kept["id_number"], str(kept["born_on"])) == ("欧阳𬱖", "11010519491231002X", "1949-12-31")
    assert not person.is_changed


def test_a_number_tells_its_birth_date_as_soon_as_it_is_left(person: RecordEditor) -> None:
    fill(person, id_number="11010519491231002X")
    assert person.sheet.fields["born_on"].input.text() == "1949-12-31"


def test_faults_stand_in_red_beneath_their_fields_and_nothing_is_kept(person: RecordEditor, context: Context) -> None:
    fill(person, id_number="1101051949123100", hired_on="昨日")
    assert person.sheet.fields["id_number"].note == "✕ 身份证号位数为 16，应为 18 位"
    assert not person.save()
    assert person.sheet.fields["name"].note == "✕ 必须填写"
    assert records.everything(context.ledger, "person") == []
    assert focused() is person.sheet.fields["name"].input.focusProxy()


def test_a_warning_is_shown_once_and_then_accepted(person: RecordEditor, context: Context) -> None:
    fill(person, name="李梅", id_number=MALE_ID)
    assert person.sheet.fields["gender"].note.startswith("！")
    assert not person.save()
    assert person.save()
    assert records.load(context.ledger, "person", 1)["gender"] == "女"


def test_ctrl_enter_keeps_and_begins_the_next(person: RecordEditor, context: Context) -> None:
    for name in ("李梅", "王桂芳"):
        write(name)
        press(Key.Key_Return, CTRL)
    assert [each["name"] for each in records.everything(context.ledger, "person")] == ["李梅", "王桂芳"]
    assert person.record_id is None
    assert not person.is_changed


def test_enter_walks_through_every_field_to_the_button(person: RecordEditor) -> None:
    walked = []
    for name in person.sheet.fields:
        walked.append(person.sheet.fields[name].input.focusProxy() is focused())
        press(Key.Key_Tab if isinstance(focused(), QPlainTextEdit) else Key.Key_Return)  # there Enter breaks the line
    assert all(walked)
    assert getattr(focused(), "text", str)() == "保存"


@pytest.mark.parametrize(("answer", "left", "kept"), [("保存", True, 1), ("不保存", True, 0), ("", False, 0)])
def test_leaving_asks_when_something_is_not_kept(
    person: RecordEditor, context: Context, messages: FakeMessages, answer: str, left: bool, kept: int
) -> None:
    write("李梅")
    messages.answers = [answer]
    assert person.leave() is left
    assert len(records.everything(context.ledger, "person")) == kept
    assert person.is_changed is not left


def test_the_last_record_lends_what_does_not_tell_them_apart(person: RecordEditor, context: Context) -> None:
    fill(person, name="李梅", department="财务部", phone="13800138000", education="本科")
    assert person.save()
    person.open(None)
    person.copy_last()
    given = person.sheet.given()
    assert (given["education"], given["name"], given["phone"]) == ("大学本科", "", "")


def test_what_belongs_to_a_meeting_hangs_on_tabs(context: Context, qtbot: QtBot) -> None:
    meeting = {"name": "第一次会议", "held_on": "2026-9-18", "place": "会议室"}
    number = records.save(context.ledger, "meeting", meeting).id
    records.save(context.ledger, "attendance", {"meeting_id": number, "name": "李梅"})
    editor = shown(RecordEditor(context, "meeting"), qtbot)
    editor.open(number)
    lists = editor.findChildren(RecordListView)
    grids = editor.findChildren(LinesGrid)
    assert {grid.kind for grid in grids} == {"agenda_item", "resolution"}
    [attendance] = lists  # telephone numbers are not for a glance, so these are listed
    assert attendance.model.texts(0)[0] == "李梅"
    attendance.open_new()
    assert attendance.editor is not None
    assert "meeting_id" not in attendance.editor.sheet.fields
    attendance.editor.sheet.fields["name"].input.show_value("王桂芳")
    assert attendance.editor.save()
    assert {row["meeting_id"] for row in records.everything(context.ledger, "attendance")} == {number}


def test_lines_are_typed_in_place_and_kept_with_their_owner(context: Context, qtbot: QtBot) -> None:
    given = {"name": "健康讲座", "category": "健康讲座", "held_on": "2026-9-18"}
    number = records.save(context.ledger, "activity", given).id
    editor = shown(RecordEditor(context, "activity"), qtbot)
    editor.open(number)
    editor.open_owned("activity_expense", 0)
    [lines] = [grid for grid in editor.findChildren(LinesGrid) if grid.isVisible()]
    lines.grid.new_line()
    for text in ("讲课费", "800", "2"):
        write(text)
        press(Key.Key_Return)
    press(Key.Key_Escape)
    assert editor.leave()
    [kept] = records.everything(context.ledger, "activity_expense")
    assert (kept["activity_id"], kept["item"], kept["amount"]) == (number, "讲课费", "1600.00")


def test_a_linked_record_is_added_on_the_spot(context: Context, qtbot: QtBot) -> None:
    records.save(context.ledger, "committee_term", {"number": "1", "starts_on": "2024.3.8", "ends_on": "2027.3.7"})
    member = shown(RecordEditor(context, "committee_member", known={"term_id": 1}), qtbot)
    member.focus("person_id")
    write("许诺")
    member.sheet.fields["person_id"].input.new_wanted.emit("person", "许诺")
    [window] = member.findChildren(RecordEditor)
    assert window.sheet.given()["name"] == "许诺"
    assert window.save()
    assert member.sheet.given()["person_id"] == "1"
    assert member.save()


def test_the_history_says_who_changed_what(person: RecordEditor, context: Context) -> None:
    fill(person, name="李梅", phone="13800138000")
    person.save()
    fill(person, department="财务部")
    person.save()
    changed, added = history_of(context.ledger, "person", 1)
    assert (changed.operator, changed.at, changed.fields) == ("周敏", "2026-11-22 09:30:00", (("部门", "", "财务部"),))
    assert ("联系电话", "", "138****8000") in added.fields
