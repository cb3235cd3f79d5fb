"""One list for every kind: found by sound, opened, copied and deleted by keys alone, and never a dead end."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages
from ui.hands import CTRL, SHIFT, Key, focused, press, write

from desktop_app.services import records
from desktop_app.ui.context import Context
from desktop_app.ui.record_list import RecordListView

PEOPLE = [
    ("单秀英", "质检科", "13800138001"),
    ("欧阳𬱖", "细纱车间", "13800138002"),
    ("曾丽华", "细纱车间", "13912345678"),
    ("李梅", "财务部", ""),
]


@pytest.fixture
def people(context: Context, qtbot: QtBot) -> RecordListView:
    for name, department, phone in PEOPLE:
        records.save(context.ledger, "person", {"name": name, "department": department, "phone": phone})
    return shown(context, qtbot, "person")


def shown(context: Context, qtbot: QtBot, kind: str) -> RecordListView:
    view = RecordListView(context, kind, purpose="说明用途。")
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    return view


def names(view: RecordListView) -> list[str]:
    return [view.model.texts(row)[0] for row in range(view.model.rowCount())]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sxy", ["单秀英"]),
        ("danxiuying", ["单秀英"]),
        ("shan", ["单秀英"]),
        ("oy", ["欧阳𬱖"]),
        ("𬱖", ["欧阳𬱖"]),
        ("zeng", ["曾丽华"]),
        ("5678", ["曾丽华"]),
        ("财务", ["李梅"]),
        ("xscj", ["曾丽华", "欧阳𬱖"]),
    ],
)
def test_people_are_found_by_whatever_one_remembers(
    people: RecordListView, qtbot: QtBot, typed: str, found: list[str]
) -> None:
    people.search()
    write(typed)
    qtbot.waitUntil(lambda: sorted(names(people)) == sorted(found))


def test_a_search_without_hits_says_so_and_keeps_its_box(people: RecordListView, qtbot: QtBot) -> None:
    people.search()
    write("zzz")
    qtbot.waitUntil(lambda: people.model.rowCount() == 0)
    assert any("没有找到“zzz”" in label.text() for label in people.findChildren(QLabel) if label.isVisible())
    assert focused() is people.search_box


def test_the_whole_round_without_a_mouse(people: RecordListView, context: Context, qtbot: QtBot) -> None:
    people.search()
    write("sxy")
    with qtbot.waitSignal(people.opened):
        press(Key.Key_Return)
    assert people.is_editing
    write("单秀珍")
    press(Key.Key_S, CTRL)
    press(Key.Key_Escape)
    assert not people.is_editing
    assert focused() is people.table
    people.search_box.clear()
    qtbot.waitUntil(lambda: "单秀珍" in names(people))


def test_one_goes_at_once_and_comes_back(people: RecordListView, messages: FakeMessages) -> None:
    people.select(1)
    people.table.setFocus()
    press(Key.Key_Delete)
    assert "单秀英" not in names(people)
    assert messages.asked == []
    messages.press_toast()
    assert "单秀英" in names(people)


def test_several_go_only_after_their_number_was_said(people: RecordListView, messages: FakeMessages) -> None:
    people.table.setFocus()
    people.table.selectRow(0)
    press(Key.Key_Down, SHIFT)
    press(Key.Key_Delete)
    assert "2 条" in messages.asked[0]
    assert people.model.rowCount() == 4
    messages.answers = ["删除 2 条"]
    press(Key.Key_Delete)
    assert people.model.rowCount() == 2


def test_rows_are_copied_as_a_spreadsheet_wants_them(people: RecordListView) -> None:
    people.select(3)
    people.table.setFocus()
    press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().split("\t")[:3] == ["曾丽华", "女", "细纱车间"]


def test_an_empty_list_says_what_it_is_for(context: Context, qtbot: QtBot) -> None:
    view = shown(context, qtbot, "person")
    words = " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())
    assert "按“新增女职工”" in words
    assert "说明用途。" in words


def test_typed_work_is_not_lost_by_opening_another(
    people: RecordListView, context: Context, messages: FakeMessages
) -> None:
    people.open_record(1)
    write("单秀珍")
    people.open_record(2)
    assert people.editor is not None
    assert people.editor.record_id == 1
    messages.answers = ["保存"]
    people.open_record(2)
    assert people.editor.record_id == 2
    assert records.load(context.ledger, "person", 1)["name"] == "单秀珍"


def test_a_record_undone_elsewhere_closes_its_editor(people: RecordListView, context: Context) -> None:
    people.open_record(4)
    context.undo()
    assert not people.is_editing
    assert "李梅" not in names(people)
