"""The files an officer has, brought in through the window, page by page, until every list agrees with them."""

from __future__ import annotations

import json
from pathlib import Path

from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages

from desktop_app.services import records
from desktop_app.ui.import_button import ImportButton
from desktop_app.ui.import_dialog import ImportDialog
from desktop_app.ui.window import MainWindow

INPUTS = Path(__file__).parents[1] / "data" / "import"
EXPECTED = json.loads((INPUTS / "expected.json").read_text("utf-8"))


def bring_in(window: MainWindow, qtbot: QtBot, messages: FakeMessages, page: str, kind: str, file: str) -> None:
    """Press 导入 on a page, look at what would happen, take it in, close."""
    window.workspace.go(page, kind, 0)
    assert window.workspace.page is not None
    button = next(each for each in window.workspace.page.findChildren(ImportButton) if each.isVisible())
    messages.files = [str(INPUTS / file)]
    button.click()
    dialog = button.findChild(ImportDialog)
    assert isinstance(dialog, ImportDialog)
    qtbot.waitUntil(dialog.isVisible, timeout=20_000)
    dialog.take_in()
    qtbot.waitUntil(lambda: not window.runner.is_busy, timeout=20_000)
    dialog.close()


def test_the_four_files_come_in_as_expected(window: MainWindow, qtbot: QtBot, messages: FakeMessages) -> None:
    assert window.context is not None
    ledger = window.context.ledger
    bring_in(window, qtbot, messages, "roster", "person", "roster.xlsx")
    people = {each["id"]: each for each in records.everything(ledger, "person")}
    assert len(people) == len(EXPECTED["people"])

    term = {"number": 3, "starts_on": "2024-6-1", "ends_on": "2029-5-31"}
    records.save(ledger, "committee_term", term)
    bring_in(window, qtbot, messages, "committee", "committee_member", "committee.xls")
    members = records.everything(ledger, "committee_member")
    assert [
        {
            "title": each["post"],
            "name": people[each["person_id"]]["name"],
            "ident": people[each["person_id"]]["id_number"],
        }
        for each in members
    ] == EXPECTED["committee"]

    records.save(ledger, "nursing_room", {"name": "一号", "location": "二楼"})
    bring_in(window, qtbot, messages, "nursing", "room_use", "room_uses_2026.xlsx")
    uses = records.everything(ledger, "room_use")
    assert len(uses) == EXPECTED["nursing"]["total"]
    assert (
        sum(_minutes(each["left_at"]) - _minutes(each["entered_at"]) for each in uses) == EXPECTED["nursing"]["minutes"]
    )

    records.save(ledger, "negotiation", {"offered_on": "2026-3-12"})
    bring_in(window, qtbot, messages, "contract", "negotiation_item", "items.csv")
    assert len(records.everything(ledger, "negotiation_item")) == EXPECTED["items"]


def _minutes(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)
