"""The paper log typed in fast, the marked month and the figures, as an officer sees them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages
from ui.hands import Key, commit, press, write

from desktop_app.services import records
from desktop_app.services.lines import lines
from desktop_app.ui.context import Context
from desktop_app.ui.import_button import ImportButton
from desktop_app.ui.import_dialog import ImportDialog
from desktop_app.ui.pages.nursing import NursingPage
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.room_log import RoomLog
from desktop_app.ui.room_month import RoomMonth


@pytest.fixture
def room(context: Context) -> int:
    return records.save(context.ledger, "nursing_room", {"name": "一号厂房", "location": "二楼 206"}).id


def shown(qtbot: QtBot, context: Context) -> NursingPage:
    page = NursingPage(context)
    qtbot.addWidget(page)
    page.resize(880, 540)
    page.show()
    page.reload()
    context.changed.connect(lambda _: page.reload())
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def log_of(page: NursingPage) -> RoomLog:
    log = page.findChild(RoomLog)
    assert isinstance(log, RoomLog)
    return log


def kept(context: Context) -> list[dict[str, object]]:
    return lines(context.ledger, "room_use", {}, order=())


def test_the_first_room_is_registered_from_the_empty_page(qtbot: QtBot, context: Context) -> None:
    page = shown(qtbot, context)
    page.begin_room()
    editor = page.findChild(RecordEditor)
    assert isinstance(editor, RecordEditor)
    editor.sheet.fields["name"].input.show_value("一号厂房")
    editor.sheet.fields["location"].input.show_value("二楼")
    assert editor.save()
    assert log_of(page).isVisible()


def test_two_visits_typed_from_paper(qtbot: QtBot, context: Context, room: int) -> None:
    log = log_of(shown(qtbot, context))
    log.sheet.grid.new_line()
    for text in ("0905", "0930", "xn", "装配车间", "", "", ""):
        write(text)
        press(Key.Key_Return)
    assert len(kept(context)) == 1  # leaving the line kept it
    for text in ("1310", "1335"):
        write(text)
        press(Key.Key_Return)
    press(Key.Key_Escape)
    assert log.sheet.grid.keep_all()
    first, second = kept(context)
    assert (first["purpose"], first["department"], first["person_name"]) == ("吸奶", "装配车间", None)
    assert f"{second['entered_at']:%H:%M}" == "13:10"
    assert (second["used_on"], second["purpose"], second["department"]) == (date(2026, 11, 22), "吸奶", "装配车间")
    assert log.days.marks == {date(2026, 11, 22): "2次"}


def test_leaving_before_entering_is_red_and_not_kept(
    qtbot: QtBot, context: Context, room: int, messages: FakeMessages
) -> None:
    page = shown(qtbot, context)
    grid = log_of(page).sheet.grid
    grid.new_line()
    for text in ("0930", "0905"):
        write(text)
        press(Key.Key_Return)
    press(Key.Key_Escape)
    assert not grid.keep_all()
    assert kept(context) == []
    assert grid.model().lines[0].faults == {"left_at": "离开时间 09:05 早于进入时间 09:30"}
    assert not page.leave()
    assert "1 行" in messages.asked[0]
    grid._edit(0, grid.model().columns.index("left_at"))
    write("0955")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert page.leave()
    assert len(kept(context)) == 1


def test_changing_one_time_waits_for_the_other(qtbot: QtBot, context: Context, room: int) -> None:
    given = {"room_id": room, "used_on": "2026-11-22", "entered_at": "0900", "left_at": "0930"}
    records.save(context.ledger, "room_use", given)
    model = log_of(shown(qtbot, context)).sheet.grid.model()
    entered, left = model.columns.index("entered_at"), model.columns.index("left_at")
    model.setData(model.index(0, entered), "1000")
    assert list(model.lines[0].faults) == ["left_at"]
    model.setData(model.index(0, left), "1030")
    [line] = kept(context)
    assert f"{line['entered_at']:%H:%M}-{line['left_at']:%H:%M}" == "10:00-10:30"


def test_a_name_typed_in_chinese_is_never_completed_to_another(qtbot: QtBot, context: Context, room: int) -> None:
    records.save(context.ledger, "person", {"name": "王芳芳", "gender": "女"})
    grid = log_of(shown(qtbot, context)).sheet.grid
    column = grid.model().columns.index("person_name")
    grid._edit(0, column)
    commit("王芳")
    press(Key.Key_Return)
    assert grid.model().lines[0].texts["person_name"] == "王芳"
    grid._edit(0, column)
    write("wff")
    press(Key.Key_Return)
    assert grid.model().lines[0].texts["person_name"] == "王芳芳"


def test_the_whole_month_shows_its_days(qtbot: QtBot, context: Context, room: int) -> None:
    for day in ("2026-11-02", "2026-11-20", "2026-10-31"):
        records.save(context.ledger, "room_use", {"room_id": room, "used_on": day})
    log = log_of(shown(qtbot, context))
    assert log.sheet.grid.model().rowCount() == 1
    log.sheet.show_month()
    assert log.sheet.grid.model().rowCount() == 3
    log.days.pick(date(2026, 10, 5))
    assert log.sheet.grid.model().rowCount() == 2


def test_figures_tell_visits_without_names_apart(qtbot: QtBot, context: Context, room: int) -> None:
    visit = {"room_id": room, "used_on": "2026-11-02", "entered_at": "0900", "left_at": "0925"}
    records.save(context.ledger, "room_use", visit)
    records.save(context.ledger, "room_use", visit | {"person_name": "李秀兰", "left_at": "0935"})
    page = shown(qtbot, context)
    page.show_record("figures", 0)
    panel = page.findChild(RoomMonth)
    assert isinstance(panel, RoomMonth)
    assert panel.told() == {
        "使用人次": ("2 人次", "上月 0 人次"),
        "使用人数": ("1 人", "另有 1 人次未登记姓名"),
        "平均时长": ("30 分钟", "按 2 人次的进出时间计算；上月无记录"),
        "清洁消毒": ("0 天", "共 0 次；上月 0 天"),
    }


def test_the_word_for_the_room_is_the_ledgers(qtbot: QtBot, context: Context) -> None:
    context.ledger.remember(room_word="爱心妈咪小屋")
    page = shown(qtbot, context)
    assert "爱心妈咪小屋" in page.word


def test_a_record_is_found_from_elsewhere(qtbot: QtBot, context: Context, room: int) -> None:
    other = records.save(context.ledger, "nursing_room", {"name": "办公楼", "location": "一楼"}).id
    use = records.save(context.ledger, "room_use", {"room_id": other, "used_on": "2026-09-08"}).id
    page = shown(qtbot, context)
    page.show_record("room_use", use)
    assert page.room_id == other
    assert log_of(page).days.day == date(2026, 9, 8)


def test_a_log_brought_in_is_shown_at_its_newest_day(
    qtbot: QtBot, context: Context, room: int, messages: FakeMessages, tmp_path: Path
) -> None:
    log = log_of(shown(qtbot, context))
    file = tmp_path / "登记.csv"
    file.write_text(
        "日期,进入时间,离开时间,使用事由\n2026-03-04,9:05,9:30,吸奶\n2026-03-06,10:00,10:20,哺乳\n", "utf-8"
    )
    messages.files = [str(file)]
    button = log.findChild(ImportButton)
    assert isinstance(button, ImportButton)
    button.click()
    dialog = button.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    dialog.take_in()
    assert len(kept(context)) == 2
    assert log.days.day == date(2026, 3, 6)
