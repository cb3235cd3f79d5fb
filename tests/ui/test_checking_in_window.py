"""逻辑检查 in the window: counts, the way to the field, an explanation typed in place, and the gate of 报送."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages, NowRunner
from ui.hands import write

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.registry import record_type
from desktop_app.services import records
from desktop_app.ui.context import Context
from desktop_app.ui.finding_board import FindingBoard
from desktop_app.ui.finding_line import FindingLine
from desktop_app.ui.hand_in_dialog import HandInDialog
from desktop_app.ui.pages.forms import FormsPage


def shown(qtbot: QtBot, ledger: Ledger, messages: FakeMessages) -> FormsPage:
    page = FormsPage(Context(ledger, NowRunner(messages), messages))
    qtbot.addWidget(page)
    page.resize(1180, 620)
    page.show()
    page.reload()
    return page


@pytest.fixture
def page(qtbot: QtBot, full_ledger: Ledger, messages: FakeMessages) -> FormsPage:
    return shown(qtbot, full_ledger, messages)


def board(page: FormsPage) -> FindingBoard:
    view = page.tabs.open("check")
    assert isinstance(view, FindingBoard)
    return view


def line(view: FindingBoard, rule: str) -> FindingLine:
    return next(each for each in view.lines() if each.finding.rule == rule)


def spoil_the_union(ledger: Ledger) -> None:
    """A 强制 finding at the head of every form, as another hand left it."""
    with ledger.writing("旧数据") as writing:
        writing.update(record_type("union_committee"), 1, {"term_ends_on": date(2020, 1, 1)})


def test_nothing_found_is_said(qtbot: QtBot, ledger: Ledger, messages: FakeMessages) -> None:
    records.save(ledger, "enterprise", {"name": "试验厂"})
    records.save(
        ledger,
        "headcount_snapshot",
        {"counted_on": "2026-09-30", "employee_count": "9", "woman_worker_count": "5", "woman_member_count": "5"},
    )
    view = board(shown(qtbot, ledger, messages))
    assert view.counts == (0, 0) and not view.lines()
    assert "没有发现问题。" in [each.text() for each in view.findChildren(QLabel)]


def test_findings_are_counted_and_stand_gravest_first(page: FormsPage) -> None:
    spoil_the_union(page.context.ledger)
    view = board(page)
    errors, hints = view.counts
    assert (
        errors >= 1 and hints >= 1 and (view._errors.text(), view._hints.text()) == (f"强制 {errors}", f"提示 {hints}")
    )
    assert [each.finding.severity == "error" for each in view.lines()] == [True] * errors + [False] * hints
    assert all(each.note_button.isHidden() is (each.finding.severity == "error") for each in view.lines())


def test_a_click_leads_to_the_field(page: FormsPage) -> None:
    went: list[tuple[str, str, int, str]] = []
    page.context.go.connect(lambda *goal: went.append(goal))
    view = board(page)
    line(view, "X14").go_button.click()
    assert went == [("contract", "congress_vote", 1, "woman_delegate_count")]


def test_an_explanation_is_typed_in_place_and_can_be_taken_back(page: FormsPage, messages: FakeMessages) -> None:
    view = board(page)
    page.context.changed.connect(lambda _: page.reload())
    here = line(view, "X14")
    here.note_button.click()
    write("年底增补了一名女代表")
    here.keep()
    assert line(view, "X14").note is not None
    assert line(view, "X14").note_button.text() == "改情况说明"
    [kept] = [row for row in records.everything(page.context.ledger, "finding_note") if row["rule"] == "X14"]
    assert kept["explanation"] == "年底增补了一名女代表"
    messages.press_toast()
    assert line(view, "X14").note is None


@pytest.mark.parametrize(("answer", "kept"), [("保存说明", 1), ("不保存", 0)])
def test_words_not_kept_are_asked_about(page: FormsPage, messages: FakeMessages, answer: str, kept: int) -> None:
    view = board(page)
    line(view, "X14").write()
    write("还没有保存")
    page.reload()
    assert view.is_writing, "what is being typed stays"
    assert not page.leave()
    messages.answers = [answer]
    assert page.leave()
    rows = [row for row in records.everything(page.context.ledger, "finding_note") if row["rule"] == "X14"]
    assert len(rows) == kept


def test_a_form_leads_to_what_was_found_in_it(page: FormsPage) -> None:
    page.show_record("HT-10", 0)
    page.desk._make_pdf()
    [more] = [each for each in page.desk._missing.findChildren(QPushButton) if "提示" in each.toolTip()]
    more.click()
    view = board(page)
    assert {each.finding.rule for each in view.lines()} == {"X14"}
    view.show_all()
    assert len(view.lines()) > 1


def test_a_long_list_is_shown_in_parts(qtbot: QtBot, ledger: Ledger, messages: FakeMessages) -> None:
    with ledger.writing("旧数据") as writing:
        people = [{"name": f"人{n}", "gender": "女", "born_on": date(2030, 1, 1)} for n in range(150)]
        writing.insert(record_type("person"), people)
    view = board(shown(qtbot, ledger, messages))
    assert len(view.lines()) == 60 and view.counts[0] == 150
    view._show_more()
    assert len(view.lines()) == 120


def test_a_form_is_to_be_looked_into_and_needs_a_reason(page: FormsPage) -> None:
    spoil_the_union(page.context.ledger)
    page.reload()
    assert page.desk.list.word("BR-03").startswith("待查")
    page.show_record("BR-03", 0)
    page.desk._make_pdf()
    assert any("任期止" in link.toolTip() for link in page.desk._missing.links)
    page.desk.hand_in()
    [dialog] = [each for each in page.window().findChildren(HandInDialog) if each.isVisible()]
    dialog.accept()
    assert dialog.isVisible() and dialog.fault == "请写明报送原因，再报送。"
    dialog.inputs["note"].line.setText("批复未到")  # type: ignore[attr-defined]
    dialog.accept()
    assert not dialog.isVisible()
    newest = records.everything(page.context.ledger, "submission")[-1]
    assert (newest["form_code"], newest["note"]) == ("BR-03", "批复未到")
    page.reload()
    assert page.desk.list.word("BR-03").startswith("待查"), "handed in, and still wrong"


def test_a_form_handed_in_says_so(page: FormsPage) -> None:
    page.show_record("BR-03", 0)
    page.desk._make_pdf()
    page.desk.hand_in()
    [dialog] = [each for each in page.window().findChildren(HandInDialog) if each.isVisible()]
    dialog.accept()
    page.reload()
    assert page.desk.list.word("BR-03") == "已报（2026-11-22）"
