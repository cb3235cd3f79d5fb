"""Every kind of work has its place: found from a form, begun from a list of items, typed in lines, read from files."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages
from ui.hands import Key, focused, press, write

from desktop_app.records.fields import Choice, Day, Kind, Number
from desktop_app.records.registry import RECORD_TYPES, record_type
from desktop_app.services import records
from desktop_app.ui.context import Context
from desktop_app.ui.import_dialog import ImportDialog
from desktop_app.ui.lines_grid import LinesGrid
from desktop_app.ui.page import Page
from desktop_app.ui.pages import make_page
from desktop_app.ui.pages.committee import CommitteePage
from desktop_app.ui.pages.contract import ContractPage
from desktop_app.ui.pages.nursing import NursingPage
from desktop_app.ui.pages.work import WorkPage
from desktop_app.ui.place_of import place_of
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.record_list import RecordListView

# The paper log of a room is typed day by day, not record by record; see test_nursing_page.
_KINDS = [
    of.kind
    for of in RECORD_TYPES
    if place_of(of.kind) in ("committee", "contract", "nursing", "roster", "work") and of.kind != "room_use"
]


@pytest.fixture
def work(context: Context, qtbot: QtBot) -> WorkPage:
    page = shown(WorkPage(context), qtbot)
    assert isinstance(page, WorkPage)
    return page


def shown(page: Page, qtbot: QtBot) -> Page:
    qtbot.addWidget(page)
    page.resize(900, 520)
    page.show()
    page.reload()
    page.context.changed.connect(lambda _: page.reload())  # as the window does
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def push(page: QWidget, words: str) -> None:
    next(b for b in page.findChildren(QPushButton) if b.text() == words and b.isVisible()).click()


def said(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def lines_in(page: QWidget) -> LinesGrid:
    [grid] = [grid for grid in page.findChildren(LinesGrid) if grid.isVisible()]
    return grid


def keep(context: Context, kind: str) -> int:
    """A record with just what it cannot do without, its owner included."""
    of = record_type(kind)
    given: dict[str, object] = {}
    for name, field in of.fields.items():
        if name in of.links():
            if field.required:
                given[name] = keep(context, of.links()[name].to)
        elif field.required and field.default is None:
            given[name] = _text(field)
    return records.save(context.ledger, kind, given).id


def let_in(context: Context, kind: str) -> None:
    """Guarded records are kept without a password in a sample only; the door is tried in test_roster_page."""
    if record_type(kind).is_guarded:
        context.ledger.remember(sample="yes")


def _text(field: Kind) -> str:
    if isinstance(field, Choice):
        return field.options[0]
    if isinstance(field, Day):
        return "2026-03-08" if "止" not in field.label else "2029-03-07"
    return str(field.minimum + 1) if isinstance(field, Number) else "3"


@pytest.mark.parametrize("kind", _KINDS)
def test_what_a_form_lacks_leads_to_the_very_field(context: Context, qtbot: QtBot, kind: str) -> None:
    let_in(context, kind)
    number, field = keep(context, kind), record_type(kind).title[-1]
    page = shown(make_page(place_of(kind), context), qtbot)
    page.show_record(kind, number)
    page.focus_field(field)
    editors = [each for each in page.findChildren(RecordEditor) if each.sheet.isVisible()]
    if editors:
        [editor] = editors
        assert editor.record_id == number
        assert editor.sheet.fields[field].isAncestorOf(focused())
    else:
        lines = lines_in(page)
        model, here = lines.grid.model(), lines.grid.currentIndex()
        assert lines.kind == kind
        assert (model.lines[here.row()].id, model.columns[here.column()]) == (number, field)


@pytest.mark.parametrize("kind", _KINDS)
def test_a_kind_nobody_kept_yet_leads_to_where_it_is_begun(context: Context, qtbot: QtBot, kind: str) -> None:
    let_in(context, kind)
    page = shown(make_page(place_of(kind), context), qtbot)
    page.show_record(kind, 0)
    page.focus_field("note")
    assert any(b.isVisible() and b.text().startswith(("新", "登记")) for b in page.findChildren(QPushButton))


def test_every_list_says_what_it_is_for_and_how_many_it_holds(work: WorkPage, context: Context) -> None:
    names = work.shelf.names
    assert names.count() == 11
    for place in range(11):
        names.setCurrentRow(place)
        assert f"按“新增{names.item(place).text()}”" in said(work)
    keep(context, "visit")
    context.changed.emit("visit")
    names.setCurrentRow(2)
    assert names.item(2).text() == "来信来访（1）"
    assert work.list.model.rowCount() == 1


def test_an_open_editor_takes_the_width_of_the_names(work: WorkPage) -> None:
    work.list.open_new()
    assert not work.shelf.names.isVisible()
    press(Key.Key_Escape)
    assert work.shelf.names.isVisible()


def test_a_self_check_lays_out_its_items_and_goes_with_one_undo(
    work: WorkPage, context: Context, messages: FakeMessages
) -> None:
    work.show_record("protection_check", 0)
    push(work, "开始自查")
    lines = lines_in(work)
    assert lines.kind == "protection_check_line"
    assert len(records.everything(context.ledger, "protection_check_line")) == lines.grid.model().rowCount() - 1 > 10
    lines.focus("result")
    press(Key.Key_F2)
    write("bfh")  # by its initials
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert work.leave()
    assert records.everything(context.ledger, "protection_check_line")[0]["result"] == "不符合"
    work.list.show_list()
    context.delete("protection_check", [1])
    assert records.everything(context.ledger, "protection_check_line") == []


def test_a_list_of_receivers_is_pasted_in_from_a_file(
    work: WorkPage, context: Context, messages: FakeMessages, tmp_path: Path
) -> None:
    activity = keep(context, "activity")
    book = Workbook()
    for row in (("姓名", "部门", "物品", "数量"), ("李梅", "财务部", "毛巾", 2), ("王桂芳", "细纱车间", "毛巾", 2)):
        book.active.append(row)
    book.save(tmp_path / "签领.xlsx")
    messages.files = [str(tmp_path / "签领.xlsx")]
    work.show_record("activity_receipt", 0)
    work.show_record("activity", activity)
    editor = work.list.editor
    assert editor is not None
    editor.open_owned("activity_receipt", 0)
    push(lines_in(work), "导入")
    dialog = work.findChild(ImportDialog)
    assert dialog is not None
    dialog.take_in()
    kept = records.everything(context.ledger, "activity_receipt")
    assert [(each["activity_id"], each["name"]) for each in kept] == [(activity, "李梅"), (activity, "王桂芳")]
    assert lines_in(work).grid.model().rowCount() == 3


_FILES = {
    "activity": (("活动日期", "活动名称", "活动类别", "参加人数"), ("2026.3.6", "趣味运动会", "文体活动", 180)),
    "health_check": (("体检时间", "检查类别", "医院", "应检", "实检"), ("2026-5-9", "一般体检", "市妇幼", 90, 88)),
    "visit": (("来访日期", "反映内容"), ("2026年6月9日", "哺乳期内排了夜班")),
    "benefit": (("发放日期", "帮扶类别", "人数", "金额"), ("2026-03-31", "女职工卫生费", 263, 7890)),
    "honour": (("获奖时间", "荣誉名称", "获奖人"), ("2026.3", "三八红旗手", "李梅")),
    "bulletin": (("报送日期", "信息标题", "是否采用"), ("2026-3-9", "细纱车间开展读书月", "是")),
    "plan_item": (("年度", "时间", "工作内容"), (2026, "3月", "开展维权行动月")),
}


@pytest.mark.parametrize("kind", _FILES)
def test_an_old_list_of_any_kind_is_brought_in(
    context: Context, qtbot: QtBot, messages: FakeMessages, tmp_path: Path, kind: str
) -> None:
    book = Workbook()
    for row in _FILES[kind]:
        book.active.append(row)
    book.save(tmp_path / "旧表.xlsx")
    messages.files = [str(tmp_path / "旧表.xlsx")]
    page = shown(make_page(place_of(kind), context), qtbot)
    page.show_record(kind, 0)
    push(page, "导入")
    dialog = page.findChild(ImportDialog)
    assert dialog is not None
    dialog.take_in()
    assert len(records.everything(context.ledger, kind)) == 1, said(dialog)


def test_plans_reports_and_a_first_meeting_need_no_term(context: Context, qtbot: QtBot) -> None:
    page = shown(CommitteePage(context), qtbot)
    assert isinstance(page, CommitteePage)
    push(page, "先记会议、工作计划、工作报告")
    tabs = page.tabs
    assert [tabs.tabText(n) for n in range(tabs.count()) if tabs.isTabVisible(n)] == [
        "会议",
        "工作计划",
        "工作报告",
    ]
    view = tabs.content()
    assert isinstance(view, RecordListView)
    keep(context, "committee_term")
    keep(context, "plan_item")
    context.changed.emit("")
    assert all(tabs.isTabVisible(n) for n in range(tabs.count()))
    assert view.model.rowCount() == 1


def test_the_text_of_a_contract_is_drafted_and_read_with_room(
    context: Context, qtbot: QtBot, messages: FakeMessages
) -> None:
    keep(context, "negotiation")
    page = shown(ContractPage(context), qtbot)
    assert isinstance(page, ContractPage)
    page.show_record("contract_clause", 0)
    assert "按条款库起草" in said(page)
    push(page, "按条款库起草")
    articles = records.everything(context.ledger, "contract_clause")
    lines = lines_in(page)
    assert lines.grid.model().rowCount() == len(articles) + 1 > 20
    assert not page.stage_line.isVisible()
    messages.press_toast()
    assert records.everything(context.ledger, "contract_clause") == []
    assert lines.grid.model().rowCount() == 1
    page.show_record("negotiator", 0)
    assert page.stage_line.isVisible()


def test_a_room_is_weighed_against_its_stars(context: Context, qtbot: QtBot) -> None:
    keep(context, "nursing_room")
    page = shown(NursingPage(context), qtbot)
    page.show_record("star_assessment", 0)
    push(page, "开始自评")
    lines = lines_in(page)
    assert lines.kind == "star_assessment_line"
    lines.focus("is_met")
    press(Key.Key_F2)
    write("s")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert page.leave()
    assert records.everything(context.ledger, "star_assessment_line")[0]["is_met"] is True


def test_a_first_room_is_applied_for_before_there_is_one(context: Context, qtbot: QtBot) -> None:
    page = shown(NursingPage(context), qtbot)
    push(page, "申报新建一间")
    push(page, "新增哺乳室申报")
    [editor] = [each for each in page.findChildren(RecordEditor) if each.isVisible()]
    editor.focus("applied_on")
    write("2026-11-20")
    assert editor.save()
    assert len(records.everything(context.ledger, "room_application")) == 1
