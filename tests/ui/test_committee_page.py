"""The committee page: one term at a time, how it stands on top, and nothing that belongs to no term forgotten."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages

from desktop_app.services import records
from desktop_app.ui.context import Context
from desktop_app.ui.pages.committee import CommitteePage
from desktop_app.ui.record_list import RecordListView


def term(context: Context, number: int, ends_on: str, **more: str) -> int:
    given = {"number": str(number), "starts_on": "2019-3-8", "ends_on": ends_on, **more}
    return records.save(context.ledger, "committee_term", given).id


@pytest.fixture
def page(context: Context, qtbot: QtBot) -> CommitteePage:
    term(context, 5, "2024-3-7")
    sixth = term(context, 6, "2027-3-7", prepared_together="是", formed_together="否")
    for name, post in (("欧阳𬱖", "主任"), ("李梅", "委员")):
        person = records.save(context.ledger, "person", {"name": name, "department": "细纱车间"}).id
        member = {"term_id": str(sixth), "person_id": str(person), "post": post}
        records.save(context.ledger, "committee_member", member)
    made = CommitteePage(context)
    qtbot.addWidget(made)
    made.resize(900, 520)
    made.show()
    made.reload()
    context.changed.connect(lambda _: made.reload())  # as the window does
    return made


def words(page: CommitteePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def members(page: CommitteePage) -> list[str]:
    view = page.tabs.open("committee_member")
    assert isinstance(view, RecordListView)
    return [view.model.texts(row)[0] for row in range(view.model.rowCount())]


def test_the_newest_term_is_shown_with_what_matters_of_it(page: CommitteePage) -> None:
    shown = words(page)
    for said in (
        "主任　欧阳𬱖",
        "在任 2 人",
        "！ 任期 2027-03-07 届满，请换届（还有 105 天）",
        "✓ 同时筹备",
        "✕ 未同时产生",
        "？同时报批未填",
    ):
        assert said in shown
    assert members(page) == ["欧阳𬱖 细纱车间", "李梅 细纱车间"]


def test_an_earlier_term_has_its_own_members_and_is_over(page: CommitteePage) -> None:
    page.show_record("committee_term", 1)
    assert members(page) == []
    assert "已于 2024-03-07 届满" in words(page)


def test_a_resolution_is_found_in_its_meeting_and_term(page: CommitteePage, context: Context) -> None:
    meeting = {"name": "换届大会", "held_on": "2024.3.1", "place": "礼堂", "term_id": "1"}
    number = records.save(context.ledger, "meeting", meeting).id
    resolution = {"meeting_id": str(number), "matter": "通过委员名单"}
    page.show_record("resolution", records.save(context.ledger, "resolution", resolution).id)
    view = page.tabs.content()
    assert isinstance(view, RecordListView)
    assert view.editor is not None
    assert view.editor.record_id == number


def test_meetings_nobody_gave_a_term_are_not_lost(page: CommitteePage, context: Context) -> None:
    records.save(context.ledger, "meeting", {"name": "座谈会", "held_on": "2026.3.6", "place": "职工之家"})
    context.changed.emit("meeting")
    link = next(button for button in page.findChildren(QPushButton) if "没有填届次" in button.text())
    assert link.isVisible()
    link.click()
    view = page.tabs.content()
    assert isinstance(view, RecordListView)
    assert "座谈会" in view.model.texts(0)


def test_a_term_goes_with_its_members_after_asking_and_comes_back(
    page: CommitteePage, context: Context, messages: FakeMessages
) -> None:
    page.delete_term()
    assert len(records.everything(context.ledger, "committee_term")) == 2
    messages.answers = ["删除"]
    page.delete_term()
    assert records.everything(context.ledger, "committee_member") == []
    messages.press_toast()
    assert len(records.everything(context.ledger, "committee_member")) == 2
    page.show_record("committee_term", 2)
    assert len(members(page)) == 2


def test_typed_work_keeps_the_term(page: CommitteePage, messages: FakeMessages) -> None:
    view = page.tabs.open("committee_member")
    assert isinstance(view, RecordListView)
    view.open_record(1)
    assert view.editor is not None
    view.editor.sheet.fields["duty"].input.show_value("全面工作")
    page.open_new_term()
    assert messages.asked
    assert view.is_editing


def test_the_first_term_is_begun_from_the_empty_page(context: Context, qtbot: QtBot) -> None:
    made = CommitteePage(context)
    qtbot.addWidget(made)
    made.show()
    made.reload()
    next(b for b in made.findChildren(QPushButton) if b.text() == "新增届次" and b.isVisible()).click()
    for name, text in (("number", "1"), ("starts_on", "2026.11.22"), ("ends_on", "2029.11.21")):
        made.new_term.sheet.fields[name].input.setFocus()
        made.new_term.sheet.fields[name].input.focusProxy().setText(text)  # type: ignore[attr-defined]
    made.save()
    assert "在任 0 人" in words(made)
