"""The negotiation board as an officer uses it: a round begun, subjects typed and pasted, faults kept red."""

from __future__ import annotations

from html import escape

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages
from ui.hands import CTRL, Key, commit, compose, focused, press, write

from desktop_app.services import records
from desktop_app.services.lines import lines
from desktop_app.ui.cell_editors import CellText
from desktop_app.ui.context import Context
from desktop_app.ui.lines_grid import LinesGrid
from desktop_app.ui.pages.contract import ContractPage
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.record_grid import RecordGrid
from desktop_app.ui.record_list import RecordListView
from desktop_app.ui.stage_line import is_side


@pytest.fixture
def round_id(context: Context) -> int:
    given = {"name": "女职工权益保护专项集体合同", "offered_on": "2026-11-02"}
    return records.save(context.ledger, "negotiation", given).id


def shown(qtbot: QtBot, context: Context) -> ContractPage:
    page = ContractPage(context)
    qtbot.addWidget(page)
    page.resize(880, 540)
    page.show()
    page.reload()
    context.changed.connect(lambda _: page.reload())
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def grid_of(page: ContractPage) -> RecordGrid:
    items = page.findChild(LinesGrid)
    assert isinstance(items, LinesGrid)
    return items.grid


def kept(context: Context) -> list[dict[str, object]]:
    return lines(context.ledger, "negotiation_item", {})


def stand(grid: RecordGrid, row: int, column: int) -> None:
    grid.setFocus()
    index = grid.model().index(row, column)
    grid.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def paste(grid: RecordGrid, row: int, column: int, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    stand(grid, row, column)
    press(Key.Key_V, CTRL)


def test_an_empty_ledger_says_what_the_page_is_for_and_begins_a_round(
    qtbot: QtBot, context: Context, messages: FakeMessages
) -> None:
    page = shown(qtbot, context)
    assert page.findChild(LinesGrid) is None
    page.begin_round()
    assert page.stage_line.current == 0
    assert grid_of(page).model().rowCount() == 1
    assert messages.toasts[-1][1] == "撤销"
    messages.press_toast()
    assert lines(context.ledger, "negotiation", {}) == []


def choose(page: ContractPage, code: str) -> None:
    page.stage_line.chosen.emit([step.code for step in page.steps].index(code))


def test_a_late_answer_is_chosen_and_said_with_its_article(qtbot: QtBot, context: Context, round_id: int) -> None:
    records.save(context.ledger, "negotiation", {"offered_on": "2026-10-01"}, round_id)
    page = shown(qtbot, context)
    assert "答复：截止 2026-10-21，已逾期 32 天" in page.sentence
    for words in ("还缺：对方的书面答复", "依据：集体合同规定第三十二条", "过期的后果"):
        assert words in page.sentence
    assert "答复 逾期" in page.stage_line.accessibleName()
    assert "催告（支线） 待办" in page.stage_line.accessibleName()


def test_a_step_leads_to_the_field_that_it_lacks(qtbot: QtBot, context: Context, round_id: int) -> None:
    page = shown(qtbot, context)
    choose(page, "S10")
    page.open_step()
    editor = page.findChild(RecordEditor)
    assert isinstance(editor, RecordEditor)
    assert editor.record_id == round_id
    assert editor.sheet.fields["filed_on"].isAncestorOf(focused())


def test_a_failed_vote_is_opened_at_what_is_short(qtbot: QtBot, context: Context, round_id: int) -> None:
    vote = {"congress": "第五届职代会", "held_on": "2026-11-20", "delegate_count": 60}
    given = vote | {"negotiation_id": round_id, "present_count": 39, "votes_for": 39}
    kept_as = records.save(context.ledger, "congress_vote", given).id
    page = shown(qtbot, context)
    choose(page, "S8")
    page.open_step()
    panel = page.findChild(RecordListView)
    assert isinstance(panel, RecordListView)
    assert panel.editor is not None
    assert panel.editor.record_id == kept_as
    assert panel.editor.sheet.fields["present_count"].isAncestorOf(focused())


def test_the_grounds_fold_away_on_a_low_screen_until_the_officer_says_so(
    qtbot: QtBot, context: Context, round_id: int
) -> None:
    page = shown(qtbot, context)
    page.resize(880, 24 * page.fontMetrics().lineSpacing())
    assert page.panel.is_folded
    assert page.panel.papers
    [fold] = [button for button in page.panel.findChildren(QPushButton) if button.text() == "展开"]
    fold.click()
    assert not page.panel.is_folded
    page.resize(880, 20 * page.fontMetrics().lineSpacing())
    assert not page.panel.is_folded
    fresh = shown(qtbot, context)
    fresh.resize(1100, 30 * fresh.fontMetrics().lineSpacing())
    assert not fresh.panel.is_folded


def test_steps_beside_the_line_are_told_apart(qtbot: QtBot, context: Context, round_id: int) -> None:
    page = shown(qtbot, context)
    assert [step.code for step in page.steps if is_side(step)] == []
    dispute = {"negotiation_id": round_id, "category": "协商争议", "arose_on": "2026-11-10"}
    records.save(context.ledger, "contract_dispute", dispute)
    page.reload()
    assert [step.code for step in page.steps if is_side(step)] == ["D1"]


def test_subjects_are_typed_with_enter_from_cell_to_cell(qtbot: QtBot, context: Context, round_id: int) -> None:
    grid = grid_of(shown(qtbot, context))
    grid.new_line()
    press(Key.Key_Return)  # no topic of the catalogue
    write("sybh")  # its initials
    press(Key.Key_Return)
    assert isinstance(focused(), CellText)
    commit("产假 98 天")
    press(Key.Key_Return)
    commit("产假之外另给一周")
    press(Key.Key_Return)
    press(Key.Key_Escape)
    assert kept(context) == []  # the line has not been left yet
    stand(grid, 1, 0)
    [item] = kept(context)
    assert (item["category"], item["floor"], item["ask"]) == ("生育保护", "产假 98 天", "产假之外另给一周")
    assert item["position"] == 1


def test_choosing_a_topic_fills_what_is_empty_and_keeps_what_was_typed(
    qtbot: QtBot, context: Context, round_id: int
) -> None:
    records.save(context.ledger, "enterprise", {"name": "江南金梭纺织有限公司", "province": "山西"})
    page = shown(qtbot, context)
    grid = grid_of(page)
    model = grid.model()
    column = model.columns.index
    model.setData(model.index(0, column("floor")), "按省里的规定")
    model.setData(model.index(0, column("ask")), "每人每月四十元")
    model.setData(model.index(0, column("topic")), "T10")
    assert model.commit(0)
    [item] = kept(context)
    assert (item["topic"], item["category"]) == ("T10 卫生费（卫生用品）", "女职工卫生费")
    assert item["floor"] == "按省里的规定"
    assert item["measure"] == "卫生费（元/人·月）"
    assert item["agreed_value"] is None
    assert "每人每月30元" in item["clause"]
    assert "总工发〔2022〕5号第五条" in item["basis"]
    model.setData(model.index(0, column("topic")), "T16")
    assert "每人每月30元" in kept(context)[0]["clause"]


def test_a_topic_typed_in_a_new_line_fills_it_and_only_the_request_is_left_to_type(
    qtbot: QtBot, context: Context, round_id: int
) -> None:
    grid = grid_of(shown(qtbot, context))
    grid.new_line()
    write("T23")
    press(Key.Key_Return)
    for _ in range(2):  # category and floor are filled in already
        press(Key.Key_Return)
    commit("每天一小时哺乳时间")
    press(Key.Key_Return)
    stand(grid, 1, 0)
    [item] = kept(context)
    assert (item["topic"], item["category"]) == ("T23 哺乳时间", "生育保护")
    assert "每天哺乳时间60分钟" in item["floor"]
    assert item["ask"] == "每天一小时哺乳时间"


def test_enter_while_composing_stays_in_the_cell(qtbot: QtBot, context: Context, round_id: int) -> None:
    grid = grid_of(shown(qtbot, context))
    grid.new_line()
    grid._edit(0, 3)
    compose("weisheng")
    press(Key.Key_Return)
    assert isinstance(focused(), CellText)
    assert grid.currentIndex().column() == 3
    commit("卫生费")
    press(Key.Key_Return)
    assert grid.model().index(0, 3).data() == "卫生费"


def test_alt_enter_breaks_the_line(qtbot: QtBot, context: Context, round_id: int) -> None:
    grid = grid_of(shown(qtbot, context))
    grid._edit(0, 3)
    commit("一")
    press(Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    commit("二")
    press(Key.Key_Tab)
    assert grid.model().index(0, 3).data() == "一\n二"


def test_a_block_from_another_table_is_pasted_and_faults_stay_red(
    qtbot: QtBot, context: Context, round_id: int, messages: FakeMessages
) -> None:
    page = shown(qtbot, context)
    grid = grid_of(page)
    block = '卫生费\t按省规定\t每月 35 元\t同意\t采纳\n健康检查\t\t"每年一次\n含两癌"\t\t也许\n托育服务\t\t设托管班'
    paste(grid, 0, 1, block)
    found = kept(context)
    assert [(item["category"], item["ask"]) for item in found] == [
        ("女职工卫生费", "每月 35 元"),
        ("休息哺乳室与托育", "设托管班"),
    ]
    model = grid.model()
    assert model.unkept() == 1
    [red] = [line for line in model.lines if line.faults]
    assert red.texts["outcome"] == "也许"
    assert red.texts["ask"] == "每年一次\n含两癌"
    assert list(red.faults) == ["outcome"]
    assert not page.leave()
    row = model.lines.index(red)
    model.setData(model.index(row, 5), "继续协商")
    assert model.commit(row)
    assert [item["outcome"] for item in kept(context) if item["category"] == "健康检查"] == ["继续协商"]
    assert page.leave()
    assert messages.asked


def test_a_pasted_block_is_one_step_to_take_back(qtbot: QtBot, context: Context, round_id: int) -> None:
    grid = grid_of(shown(qtbot, context))
    paste(grid, 0, 1, "卫生费\t\t甲\n健康检查\t\t乙")
    assert len(kept(context)) == 2
    context.undo()
    assert kept(context) == []
    assert grid.model().rowCount() == 1


def test_copy_clear_and_fill_down(qtbot: QtBot, context: Context, round_id: int) -> None:
    grid = grid_of(shown(qtbot, context))
    paste(grid, 0, 1, "卫生费\t\t甲\t同意\n健康检查\t\t乙\t")
    stand(grid, 0, 4)
    press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "同意\n"
    stand(grid, 1, 4)
    press(Key.Key_D, CTRL)
    assert [item["answer"] for item in kept(context)] == ["同意", "同意"]
    press(Key.Key_Delete)
    assert [item["answer"] for item in kept(context)] == ["同意", None]
    grid.selectRow(0)
    press(Key.Key_Delete)
    assert [item["ask"] for item in kept(context)] == ["乙"]


def test_three_items_are_seen_together_and_a_text_cut_short_is_read_by_pointing_at_it(
    qtbot: QtBot, context: Context, round_id: int
) -> None:
    clause = "甲方每年组织全体女职工进行一次<妇科>检查。" * 6
    for number in range(6):
        given = {"negotiation_id": round_id, "position": number + 1, "category": "健康检查", "ask": f"第 {number} 项"}
        records.save(context.ledger, "negotiation_item", given | {"clause": clause})
    grid = grid_of(shown(qtbot, context))
    assert grid.rowAt(grid.viewport().height() - 2) >= 2
    index = grid.model().index(0, grid.model().columns.index("clause"))
    middle = grid.visualRect(index).center()
    event = QHelpEvent(QEvent.Type.ToolTip, middle, grid.viewport().mapToGlobal(middle))
    QApplication.sendEvent(grid.viewport(), event)
    assert QToolTip.text() == f"<p>{escape(clause)}</p>"


def test_clearing_what_is_required_stays_red(qtbot: QtBot, context: Context, round_id: int) -> None:
    page = shown(qtbot, context)
    grid = grid_of(page)
    paste(grid, 0, 1, "卫生费\t\t甲")
    stand(grid, 0, 3)
    press(Key.Key_Delete)
    assert grid.model().lines[0].faults == {"ask": "必须填写"}
    assert kept(context)[0]["ask"] == "甲"


def test_leaving_with_red_lines_may_throw_them_away(
    qtbot: QtBot, context: Context, round_id: int, messages: FakeMessages
) -> None:
    page = shown(qtbot, context)
    grid = grid_of(page)
    paste(grid, 0, 1, "卫生费\t\t甲\t\t也许")
    messages.answers = ["丢掉并离开"]
    assert page.leave()
    assert grid.model().rowCount() == 1


def test_each_tab_shows_the_present_round(qtbot: QtBot, context: Context, round_id: int) -> None:
    given = {"negotiation_id": round_id, "side": "职工方", "name": "周敏", "role": "首席代表"}
    delegate = records.save(context.ledger, "negotiator", given).id
    other = records.save(context.ledger, "negotiation", {"name": "下一轮"}).id
    page = shown(qtbot, context)
    page.show_record("negotiator", delegate)
    panel = page.findChild(RecordListView)
    assert isinstance(panel, RecordListView)
    assert panel.model.rowCount() == 1
    panel.show_list()
    page.show_record("negotiation", other)
    page.show_record("negotiator", 0)
    assert panel.model.rowCount() == 0
