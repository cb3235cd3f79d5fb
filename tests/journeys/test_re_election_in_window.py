"""A re-election carried through in the window: warned, checked, dated, nominated, and its letters made."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages

from desktop_app.services import committee, records
from desktop_app.services.lines import lines
from desktop_app.ui.context import Context
from desktop_app.ui.pages.committee import CommitteePage
from desktop_app.ui.pages.forms import FormsPage
from desktop_app.ui.pdf_view import PdfView
from desktop_app.ui.re_election_wizard import ReElectionWizard
from desktop_app.ui.window import MainWindow

POSTS = (("钟离云", "主任", "工会副主席"), ("司马岚", "委员", ""), ("尉迟静", "委员", ""))


@pytest.fixture
def context(window: MainWindow) -> Context:
    """A unit whose third term ends in eleven weeks."""
    made = window.context
    assert made is not None
    ledger = made.ledger
    union = {
        "name": "江州金梭纺织有限公司工会",
        "upper_union": "云锦街道总工会",
        "chair": "韩志远",
        "term_ends_on": "2027-2-9",
    }
    records.save(ledger, "union_committee", union)
    counted = {
        "counted_on": "2026-9-30",
        "employee_count": "120",
        "woman_worker_count": "60",
        "woman_member_count": "58",
        "member_count": "110",
    }
    records.save(ledger, "headcount_snapshot", counted)
    given = {
        "number": "3",
        "starts_on": "2022-2-10",
        "ends_on": "2027-2-9",
        "formed_by": "女职工大会选举",
        "seat_count": "3",
    }
    term = records.save(ledger, "committee_term", given).id
    for name, post, union_post in POSTS:
        person = records.save(ledger, "person", {"name": name, "department": "细纱车间", "union_post": union_post}).id
        records.save(ledger, "committee_member", {"term_id": str(term), "person_id": str(person), "post": post})
    records.save(ledger, "person", {"name": "东方晓", "department": "织造车间"})
    made.changed.emit("")
    return made


def press(page: CommitteePage | ReElectionWizard, words: str) -> None:
    next(button for button in page.findChildren(QPushButton) if button.text() == words and button.isVisible()).click()


def words(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def committee_page(window: MainWindow) -> CommitteePage:
    window.workspace.go("committee")
    page = window.workspace.page
    assert isinstance(page, CommitteePage)
    return page


def test_a_re_election_is_carried_through_to_its_letters(
    window: MainWindow, context: Context, qtbot: QtBot, messages: FakeMessages
) -> None:
    page = committee_page(window)
    assert [each.severity for each in page.findings if each.rule == "R04"] == ["warning"]
    press(page, "换届")
    wizard = page.re_election
    assert wizard.isVisible()
    press(wizard, "下一步")
    assert wizard.dates.term["starts_on"] == "2027-02-10" and wizard.dates.term["ends_on"] == "2032-02-09"
    wizard.dates.length.setCurrentText("3 年")
    wizard.dates.length.activated.emit(wizard.dates.length.currentIndex())
    assert wizard.dates.term["ends_on"] == "2030-02-09"
    wizard.dates.inputs["planned_on"].show_value(date(2027, 1, 20))
    press(wizard, "先到这里")  # nothing is lost
    assert not wizard.isVisible() and len(committee.terms(context.ledger)) == 1
    press(page, "换届")
    assert wizard.dates.term["ends_on"] == "2030-02-09"
    press(wizard, "下一步")

    wizard.people.tick(2, on=False)
    wizard.people.sought.pick(4, "东方晓 织造车间")
    wizard.people.add_picked()
    wizard.people.post_of(3).setCurrentText("主任")
    press(wizard, "上一步")
    press(wizard, "下一步")  # what was chosen stays
    assert [each.name for each in wizard.people.candidates] == ["钟离云", "司马岚", "东方晓"]
    press(wizard, "建立第4届")
    assert "主任只能有一名" in wizard.fault and len(committee.terms(context.ledger)) == 1
    wizard.people.post_of(3).setCurrentText("副主任")
    press(wizard, "建立第4届")
    assert next(title for _, title in committee.terms(context.ledger)) == "第 4 届　2027—2030"
    [election] = lines(context.ledger, "election", {})
    assert (election["planned_on"], election["candidate_count"]) == (date(2027, 1, 20), 3)

    for code, said in (("ZZ-01", "第四届女职工委员会"), ("ZZ-02", "钟离云"), ("ZZ-05", "东方晓"), ("ZZ-03", "第四届")):
        committee_page(window)
        wizard.papers.buttons[code].click()
        forms = window.workspace.page
        assert isinstance(forms, FormsPage)
        preview = forms.findChild(PdfView)
        assert isinstance(preview, PdfView)
        qtbot.waitUntil(
            lambda preview=preview, said=said: said in words(preview.pdf) if preview.pdf else False, timeout=20000
        )

    page = committee_page(window)
    press(wizard, "完成")
    assert page.steps.isVisible() and page.steps.step.code == "A1"
    assert "筹备" in page.steps.panel.text
    page.open_step()
    assert page.tabs.current == "committee_term"
    messages.press_toast()
    assert len(committee.terms(context.ledger)) == 1


def test_what_cannot_be_kept_is_said_at_its_place(window: MainWindow, context: Context, qtbot: QtBot) -> None:
    page = committee_page(window)
    page.begin_re_election()
    wizard = page.re_election
    wizard.go_on()
    wizard.dates.inputs["ends_on"].line.setText("后年")  # type: ignore[attr-defined]
    wizard.go_on()
    wizard.go_on()
    assert wizard.dates.isVisible() and "任期止" in wizard.fault
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    assert not wizard.isVisible()
