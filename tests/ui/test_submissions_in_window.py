"""Handing in, in the window: what is typed is checked before the dialog closes, and the register holds the files."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages, NowRunner

from desktop_app.errors import FileRefused, Rejected
from desktop_app.ledger.ledger import Ledger
from desktop_app.services import records
from desktop_app.services.forms import Missing
from desktop_app.services.submissions import kept_files
from desktop_app.ui.comparison_list import ComparisonList
from desktop_app.ui.context import Context
from desktop_app.ui.form_sender import FormSender
from desktop_app.ui.hand_in_dialog import HandInDialog
from desktop_app.ui.inputs import LineInput
from desktop_app.ui.pages.forms import FormsPage
from desktop_app.ui.record_list import RecordListView
from desktop_app.ui.submission_register import SubmissionRegister


@pytest.fixture
def page(qtbot: QtBot, full_ledger: Ledger, messages: FakeMessages) -> FormsPage:
    page = FormsPage(Context(full_ledger, NowRunner(messages), messages))
    qtbot.addWidget(page)
    page.resize(1180, 620)
    page.show()
    page.reload()
    return page


def asked(page: FormsPage, code: str) -> HandInDialog:
    page.show_record(code, 0)
    page.desk._make_pdf()
    page.desk.hand_in()
    return dialogs(page)[-1]


def dialogs(page: QWidget) -> list[HandInDialog]:
    return [each for each in page.window().findChildren(HandInDialog) if each.isVisible()]


def register(page: FormsPage) -> SubmissionRegister:
    view = page.tabs.open("submission")
    assert isinstance(view, SubmissionRegister)
    return view


def newest(page: FormsPage) -> dict[str, Any]:
    view = register(page)
    view.list.table.selectRow(0)
    [made] = view.list.table.ids()
    return records.load(page.context.ledger, "submission", made) | {"id": made}


def test_a_due_date_that_is_none_keeps_the_dialog_open(page: FormsPage) -> None:
    dialog = asked(page, "HT-08")
    dialog.inputs["due_on"].line.setText("明天吧")  # type: ignore[attr-defined]
    dialog.accept()
    assert dialog.isVisible()
    assert "不是日期" in dialog.fault
    dialog.inputs["due_on"].line.setText("2026.12.1")  # type: ignore[attr-defined]
    dialog.accept()
    assert not dialog.isVisible()
    assert newest(page)["due_on"] == date(2026, 12, 1)


def test_a_form_with_gaps_needs_a_reason_before_the_dialog_closes(qtbot: QtBot, page: FormsPage) -> None:
    page.show_record("HT-08", 0)
    gap = Missing("合同.要约日期", "要约日期", "negotiation", "offered_on", 1, "缺要约日期，请到协商页补上")
    sender = FormSender(page.context, lambda paths: None)
    sender.hand_in(page.desk._wanted_form, page.desk.choices, [gap] * 4)
    [dialog] = dialogs(page)
    dialog.accept()
    assert dialog.isVisible()
    assert "原因" in dialog.fault
    qtbot.waitUntil(lambda: dialog.inputs["note"].height() >= dialog.inputs["note"].sizeHint().height())
    dialog.inputs["note"].line.setText("会议下周才开")  # type: ignore[attr-defined]
    dialog.accept()
    assert not dialog.isVisible()
    assert newest(page)["note"] == "会议下周才开"


def test_the_dialog_says_how_much_differs_from_the_last_time(page: FormsPage) -> None:
    first = asked(page, "TJ-01")
    assert "第一次" in first.since
    first.accept()
    again = asked(page, "TJ-01")
    assert "相同" in again.since
    again.reject()
    ledger = page.context.ledger
    counted = {"counted_on": "2026-11-20", "employee_count": "431", "woman_worker_count": "270"}
    records.save(ledger, "headcount_snapshot", counted)
    changed = asked(page, "TJ-01")
    assert "处不同" in changed.since
    changed.reject()
    since = page.findChild(ComparisonList)
    assert isinstance(since, ComparisonList)
    page.desk._paper.setCurrentWidget(since)
    told = [since.table.item(row, 0).text() for row in range(since.table.rowCount())]
    assert "统计 01 职工总数" in told


def test_a_sample_is_refused_before_anything_is_asked(page: FormsPage, messages: FakeMessages) -> None:
    page.context.ledger.remember(sample="yes")
    page.show_record("HT-08", 0)
    with pytest.raises(Rejected, match="示例"):  # which the window says
        page.desk.hand_in()
    assert not dialogs(page)
    with pytest.raises(Rejected, match="示例"):
        page.desk.hand_in_all()
    assert not messages.asked


def test_a_folder_not_chosen_loses_nothing(page: FormsPage, messages: FakeMessages) -> None:
    asked(page, "HT-08").accept()
    assert "报送台账" in messages.toasts[-1][0]
    assert "取出" in messages.toasts[-1][0]
    assert newest(page)["form_code"] == "HT-08"
    assert kept_files(page.context.ledger, newest(page)["id"])


def test_the_register_shows_the_files_of_the_line_one_stands_on(
    page: FormsPage, messages: FakeMessages, tmp_path: Path
) -> None:
    asked(page, "HT-08").accept()
    view = register(page)
    view.list.table.selectRow(0)
    assert view.files.count() >= 2
    messages.files = [str(tmp_path / "取出")]
    view.take_out()
    assert {path.suffix for path in (tmp_path / "取出").iterdir()} == {".pdf", ".xlsx"}
    scan = tmp_path / "盖章.PNG"
    scan.write_bytes(b"\x89PNG")
    shown = view.files.count()
    messages.files = [str(scan)]
    view.attach()
    assert view.files.count() == shown + 1
    letter = tmp_path / "盖章.docx"
    letter.write_bytes(b"PK")
    messages.files = [str(letter)]
    with pytest.raises(FileRefused, match="不是扫描件"):
        view.attach()


def test_a_line_registered_by_hand_has_no_files_to_take_out(page: FormsPage, messages: FakeMessages) -> None:
    view = register(page)
    view.list.table.selectRow(view.list.table.records.rowCount() - 1)
    assert view.files.count() == 0
    assert "没有存下文件" in view.said
    messages.files = ["/nowhere"]
    view.take_out()
    assert messages.files == ["/nowhere"]


def test_files_of_a_receiver_who_takes_none_of_the_forms_formats(
    page: FormsPage, messages: FakeMessages, tmp_path: Path
) -> None:
    records.save(page.context.ledger, "recipient", {"name": "档案室", "outputs": "Word"})
    page.reload()
    page.show_record("HT-08", 0)
    page.desk.choices.choose("报给", "档案室")
    messages.files = [str(tmp_path)]
    asked(page, "HT-08").accept()
    assert newest(page)["received_by"] == "档案室"
    assert kept_files(page.context.ledger, newest(page)["id"])  # a form always comes in some format


def test_a_new_recipient_is_offered_at_once(page: FormsPage) -> None:
    page.tabs.open("recipient")
    records.save(page.context.ledger, "recipient", {"name": "新城区总工会", "forms": "HT-08"})
    page.tabs.open("desk")
    page.show_record("HT-08", 0)
    page.desk.choices.choose("报给", "新城区总工会")
    assert page.desk.choices.recipient is not None


def test_a_returned_one_handed_in_again_is_the_next_version(page: FormsPage) -> None:
    asked(page, "HT-08").accept()
    first = newest(page)
    records.save(page.context.ledger, "submission", {"state": "退回", "return_reason": "漏盖章"}, first["id"])
    asked(page, "HT-08").accept()
    second = newest(page)
    assert second["version"] == 2
    assert records.load(page.context.ledger, "submission", first["id"])["state"] == "已更正"


def test_all_that_a_receiver_takes_is_handed_in(page: FormsPage, messages: FakeMessages, tmp_path: Path) -> None:
    records.save(page.context.ledger, "recipient", {"name": "新城区总工会", "forms": "HT-08、ZZ-05"})
    page.reload()
    page.show_record("HT-08", 0)
    page.desk.hand_in_all()
    assert "接收单位" in messages.said[-1]
    page.desk.choices.choose("报给", "新城区总工会")
    messages.answers, messages.files = ["报送 2 张"], [str(tmp_path)]
    page.desk.hand_in_all()
    assert "已报送 2 张表" in messages.toasts[-1][0]
    assert len(list(tmp_path.glob("金梭*"))) == 4


def test_the_forms_a_receiver_wants_are_typed_in_its_editor(page: FormsPage) -> None:
    saved = records.save(page.context.ledger, "recipient", {"name": "新城区总工会", "forms": "ZZ-05"})
    page.show_record("recipient", saved.id)
    view = page.tabs.content()
    assert isinstance(view, RecordListView)
    assert view.editor is not None
    place = view.editor.sheet.fields["forms"].input
    assert place.text() == "ZZ-05"
    assert isinstance(place, LineInput)
    place.line.setText("ZZ-05，HT-08")
    page.save()
    assert records.load(page.context.ledger, "recipient", saved.id)["forms"] == ("ZZ-05", "HT-08")
