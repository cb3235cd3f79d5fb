"""Bringing in a file through the window: seen first, corrected, taken in at once, and taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView, QWidget
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages

from desktop_app.errors import BanbiantianError
from desktop_app.services import records
from desktop_app.ui.context import Context
from desktop_app.ui.import_dialog import ImportDialog

GOOD_ID, BAD_ID = "11010519491231002X", "110105194912310021"


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def sheet(path: Path, *rows: tuple[object, ...]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    return sheet(
        tmp_path / "名册.xlsx",
        ("金梭纺织女职工花名册",),
        ("姓名", "身份证号", "所在部门", "备用栏"),
        ("李梅", GOOD_ID, "财务部", "夜班"),
        ("王桂芳", BAD_ID, "细纱车间", ""),
        ("陈玉兰", "", "细纱车间", "日班"),
    )


def looked_at(context: Context, window: QWidget, file: Path, messages: FakeMessages) -> ImportDialog:
    messages.files = [str(file)]
    dialog = ImportDialog(context, "person", {}, window)
    dialog.begin()
    return dialog


def outcomes(dialog: ImportDialog) -> list[tuple[str, str]]:
    model = dialog.findChild(QTableView).model()
    rows = range(model.rowCount())
    return [tuple(model.index(row, column).data() for column in (0, 3)) for row in rows]  # type: ignore[misc]


def words(dialog: ImportDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel))


def test_each_line_shows_what_will_become_of_it(
    context: Context, window: QWidget, roster: Path, messages: FakeMessages
) -> None:
    dialog = looked_at(context, window, roster, messages)
    assert dialog.isVisible()
    assert outcomes(dialog) == [("✓ 新增", "李梅"), ("✕ 不导入", "王桂芳"), ("！请核对", "陈玉兰")]
    model = dialog.findChild(QTableView).model()
    grounds = [model.index(row, 0).data(Qt.ItemDataRole.BackgroundRole).color() for row in range(3)]
    assert len({ground.name() for ground in grounds}) == 3
    assert model.index(1, 4).data(Qt.ItemDataRole.ForegroundRole) is not None
    assert "女职工：0 → 2 条" in words(dialog)
    assert records.everything(context.ledger, "person") == []


def test_good_lines_come_in_faulty_ones_are_handed_back(
    context: Context, window: QWidget, roster: Path, messages: FakeMessages, tmp_path: Path
) -> None:
    dialog = looked_at(context, window, roster, messages)
    dialog.take_in()
    assert {each["name"] for each in records.everything(context.ledger, "person")} == {"李梅", "陈玉兰"}
    assert dialog.isVisible(), "the faulty lines are still to be seen"
    marked = tmp_path / "有问题.xlsx"
    messages.files = [str(marked)]
    dialog.save_faulty()
    texts = {str(cell.value) for row in load_workbook(marked).active.iter_rows() for cell in row if cell.value}
    assert "王桂芳" in texts
    assert any("校验不符" in text for text in texts)


def test_an_import_is_taken_back_from_its_note(
    context: Context, window: QWidget, roster: Path, messages: FakeMessages
) -> None:
    looked_at(context, window, roster, messages).take_in()
    assert messages.toasts[-1][:2] == ("已导入女职工 2 条", "撤销导入")
    messages.press_toast()
    assert records.everything(context.ledger, "person") == []


def test_the_note_of_an_import_takes_back_nothing_done_later(
    context: Context, window: QWidget, roster: Path, messages: FakeMessages
) -> None:
    looked_at(context, window, roster, messages).take_in()
    records.save(context.ledger, "nursing_room", {"name": "一号厂房", "location": "二楼"})
    with pytest.raises(BanbiantianError, match="Ctrl"):
        messages.press_toast()
    assert len(records.everything(context.ledger, "person")) == 2
    assert len(records.everything(context.ledger, "nursing_room")) == 1


def test_a_corrected_column_is_read_anew_and_remembered(
    context: Context, window: QWidget, roster: Path, messages: FakeMessages
) -> None:
    dialog = looked_at(context, window, roster, messages)
    dialog.correct("备用栏", "note")
    dialog.take_in()
    assert records.load(context.ledger, "person", 1)["note"] == "夜班"
    context.undo()
    looked_at(context, window, roster, messages).take_in()
    assert {each["note"] for each in records.everything(context.ledger, "person")} == {"夜班", "日班"}


def test_a_correction_that_leaves_nothing_is_refused_and_withdrawn(
    context: Context, window: QWidget, roster: Path, messages: FakeMessages
) -> None:
    dialog = looked_at(context, window, roster, messages)
    dialog.correct("姓名", "")
    assert "“姓名”" in messages.said[0]
    assert ("✓ 新增", "李梅") in outcomes(dialog)
    dialog.take_in()
    assert len(records.everything(context.ledger, "person")) == 2


def test_a_file_without_such_a_table_opens_nothing(
    context: Context, window: QWidget, messages: FakeMessages, tmp_path: Path
) -> None:
    dialog = looked_at(
        context, window, sheet(tmp_path / "别的.xlsx", ("采购清单",), ("品名", "数量"), ("笔", 3)), messages
    )
    assert not dialog.isVisible()
    assert messages.said


def test_members_come_into_the_term_they_were_brought_to(
    context: Context, window: QWidget, messages: FakeMessages, tmp_path: Path
) -> None:
    for number in ("5", "6"):
        term = {"number": number, "starts_on": f"201{number}-3-8", "ends_on": f"202{number}-3-7"}
        records.save(context.ledger, "committee_term", term)
    file = sheet(tmp_path / "委员名单.xlsx", ("姓名", "职务"), ("李梅", "主任"), ("王桂芳", "委员"))
    dialog = ImportDialog(context, "committee_member", {"term_id": 1}, window)
    messages.files = [str(file)]
    dialog.begin()
    dialog.take_in()
    assert {each["term_id"] for each in records.everything(context.ledger, "committee_member")} == {1}
