"""Large text and little room: nothing is cut off, squeezed or covered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.services import records
from desktop_app.ui import theme
from desktop_app.ui.beside import Beside
from desktop_app.ui.context import Context
from desktop_app.ui.first_run import FirstRun
from desktop_app.ui.help_panel import HelpPanel
from desktop_app.ui.messages import WindowMessages
from desktop_app.ui.pages.contract import ContractPage
from desktop_app.ui.pages.forms import FormsPage
from desktop_app.ui.record_list import RecordListView
from desktop_app.ui.toast import Toast


@pytest.fixture
def sized(qapp: QApplication) -> Iterator[QApplication]:
    """An application whose text may grow, put back afterwards."""
    theme.dress(qapp, theme.USUAL_SIZE)
    yield qapp
    theme.dress(qapp, theme.USUAL_SIZE)


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    qtbot.waitExposed(widget)


def test_columns_grow_with_the_text(qtbot: QtBot, context: Context, sized: QApplication) -> None:
    records.save(
        context.ledger,
        "headcount_snapshot",
        {"counted_on": "2026-06-30", "employee_count": 418, "woman_worker_count": 263},
    )
    view = RecordListView(context, "headcount_snapshot")
    shown(qtbot, view, 700, 400)
    theme.dress(sized, "特大")
    column = view.model.columns.index("counted_on")
    qtbot.waitUntil(
        lambda: view.table.columnWidth(column) > view.table.fontMetrics().horizontalAdvance("2026-06-30") + 8
    )


def test_spare_room_goes_to_columns_of_words(qtbot: QtBot, context: Context, sized: QApplication) -> None:
    view = RecordListView(context, "meeting")
    shown(qtbot, view, 640, 400)
    view.table.show()  # there are no meetings yet
    name, count = view.model.columns.index("name"), view.model.columns.index("present_count")
    before = view.table.columnWidth(name), view.table.columnWidth(count)
    view.resize(1400, 400)
    qtbot.waitUntil(lambda: view.table.columnWidth(name) > before[0])
    assert view.table.columnWidth(count) == before[1]
    assert view.table.horizontalHeader().length() <= view.table.viewport().width()


def test_the_stages_keep_their_height_in_large_text(qtbot: QtBot, context: Context, sized: QApplication) -> None:
    records.save(context.ledger, "negotiation", {"offered_on": "2026-3-12"})
    page = ContractPage(context)
    shown(qtbot, page, 930, 560)
    page.reload()
    theme.dress(sized, "特大")
    line = page.stage_line
    qtbot.waitUntil(lambda: line.height() >= line.heightForWidth(line.width()))
    qtbot.waitUntil(lambda: not line.geometry().intersects(page.panel.geometry()))


def test_a_date_is_read_whole_in_large_text(qtbot: QtBot, context: Context, sized: QApplication) -> None:
    page = FormsPage(context)
    shown(qtbot, page, 930, 495)
    theme.dress(sized, "特大")
    day = page.desk.choices.day.findChild(QLineEdit) or page.desk.choices.day
    qtbot.waitUntil(lambda: day.width() >= day.fontMetrics().horizontalAdvance("2026-11-22") + 20)


def test_help_lies_over_a_page_that_has_no_room_for_it(qtbot: QtBot, sized: QApplication) -> None:
    page, panel = QLabel("页面"), HelpPanel()
    both = Beside(page, panel)
    shown(qtbot, both, 942, 500)
    panel.show()
    assert (page.width(), panel.geometry().right()) == (942, 941)
    both.resize(1400, 500)
    qtbot.waitUntil(lambda: page.width() == 1400 - panel.width())
    panel.hide()
    qtbot.waitUntil(lambda: page.width() == 1400)


def test_a_note_covers_no_button_of_a_page(qtbot: QtBot, sized: QApplication) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    foot = QHBoxLayout()
    foot.setContentsMargins(20, 4, 20, 10)
    buttons = [QPushButton("全部导出"), QPushButton("存空白表")]
    for button in buttons:
        foot.addWidget(button)
    status = QPushButton("已保存")
    status.setProperty("role", "status")
    column.addStretch()
    column.addLayout(foot)
    column.addWidget(status)
    shown(qtbot, window, 900, 500)
    WindowMessages(window).toast("已导入女职工 307 条", "撤销导入", lambda: None)
    note = window.findChild(Toast)
    assert note is not None
    assert not any(note.geometry().intersects(button.geometry()) for button in buttons)


def test_a_fault_goes_when_it_is_being_mended(qtbot: QtBot, sized: QApplication) -> None:
    page = FirstRun(WindowMessages(QWidget()))
    shown(qtbot, page, 1092, 580)
    page.create_new()
    fault = next(label for label in page.findChildren(QLabel) if label.text().startswith("请填写单位名称"))
    assert fault.isVisible()
    qtbot.keyClick(page.unit, Qt.Key.Key_A)
    assert not fault.isVisible()
