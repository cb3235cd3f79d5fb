"""Letters in the window: words typed are never lost unasked, and never land on another record's letter."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from ui.fakes import FakeMessages, NowRunner

from desktop_app.ledger import tables
from desktop_app.ledger.ledger import Ledger
from desktop_app.ui.context import Context
from desktop_app.ui.hand_in_dialog import HandInDialog
from desktop_app.ui.letter_editor import LetterEditor
from desktop_app.ui.pages.forms import FormsPage

OFFER = "HT-05"  # 要约书, about a negotiation


@pytest.fixture
def page(qtbot: QtBot, full_ledger: Ledger, messages: FakeMessages) -> FormsPage:
    page = FormsPage(Context(full_ledger, NowRunner(messages), messages))
    qtbot.addWidget(page)
    page.resize(1180, 620)
    page.show()
    page.reload()
    page.show_record(OFFER, 0)
    return page


def opened(page: FormsPage) -> LetterEditor:
    words = page.findChild(LetterEditor)
    assert isinstance(words, LetterEditor)
    page.desk._paper.setCurrentWidget(words)
    return words


def add(words: LetterEditor, text: str) -> None:
    words.text.moveCursor(words.text.textCursor().MoveOperation.End)
    words.text.insertPlainText(text)


def test_words_typed_for_one_round_do_not_land_on_another(page: FormsPage, messages: FakeMessages) -> None:
    words = opened(page)
    before = words.text.toPlainText()
    add(words, "\n以上请予答复。")
    messages.answers = ["保存文字"]
    page.desk.choices.choose("对象", "女职工权益保护专项集体合同 2024-06-01")
    page.desk._make_pdf()
    assert "还没有保存" in messages.asked[-1]
    assert "以上请予答复" not in words.text.toPlainText()
    page.desk.choices.choose("对象", "女职工权益保护专项集体合同 2026-06-05")
    page.desk._make_pdf()
    assert words.text.toPlainText() == f"{before}\n以上请予答复。"


def test_a_question_cancelled_keeps_the_words_and_their_letter(page: FormsPage, messages: FakeMessages) -> None:
    words = opened(page)
    add(words, "\n以上请予答复。")
    page.desk.choices.choose("对象", "女职工权益保护专项集体合同 2024-06-01")
    page.desk._make_pdf()
    assert "以上请予答复" in words.text.toPlainText()
    assert "别的一份" in words.said
    words.keep()
    assert "以上请予答复" not in words.text.toPlainText()  # kept where it was typed; the round chosen is shown
    page.desk.choices.choose("对象", "女职工权益保护专项集体合同 2026-06-05")
    page.desk._make_pdf()
    assert "以上请予答复" in words.text.toPlainText()


def test_ctrl_s_keeps_the_words(page: FormsPage, messages: FakeMessages) -> None:
    words = opened(page)
    add(words, "\n以上请予答复。")
    page.save()
    assert not words.is_changed
    assert "文字已保存" in messages.toasts[-1][0]


def test_a_date_that_is_none_leaves_the_words_alone(page: FormsPage) -> None:
    words = opened(page)
    page.desk.choices.day.line.setText("明年")
    page.desk._paper.setCurrentIndex(0)
    page.desk._paper.setCurrentWidget(words)
    assert "不是日期" in words.said


def test_another_form_is_chosen_only_after_the_question(page: FormsPage, messages: FakeMessages) -> None:
    words = opened(page)
    add(words, "\n以上请予答复。")
    page.desk.list.choose("ZZ-05")
    assert page.desk.list.current == OFFER
    messages.answers = ["不保存"]
    page.desk.list.choose("ZZ-05")
    assert page.desk.list.current == "ZZ-05"


def test_words_not_yet_kept_are_asked_about_before_the_letter_is_handed_in(
    page: FormsPage, messages: FakeMessages
) -> None:
    words = opened(page)
    add(words, "\n以上请予答复。")
    page.desk.hand_in()
    assert "还没有保存" in messages.asked[-1]
    assert not page.window().findChildren(HandInDialog)
    messages.answers = ["保存文字"]
    page.desk.hand_in()
    [dialog] = page.window().findChildren(HandInDialog)
    dialog.accept()
    c = tables.submission_file.c
    with page.context.ledger.reading() as connection:
        kept = connection.execute(select(c.content).where(c.role == "text").order_by(c.id.desc())).scalars().first()
    assert kept is not None
    assert "以上请予答复" in kept.decode()


def test_words_not_yet_kept_are_asked_about_before_files_are_made(page: FormsPage, messages: FakeMessages) -> None:
    words = opened(page)
    add(words, "\n以上请予答复。")
    for make in (lambda: page.desk.make(("pdf",)), page.desk.make_all, page.desk.hand_in_all):
        messages.asked.clear()
        make()
        assert len(messages.asked) == 1
