"""The whole window over real ledgers: opening, turning pages, keys, undo, and closing with a backup."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages

from desktop_app.ledger.backup import backups_of
from desktop_app.ledger.ledger import create_ledger, open_ledger
from desktop_app.paths import resource
from desktop_app.services import records
from desktop_app.services.first_steps import new_ledger
from desktop_app.ui import theme
from desktop_app.ui.application import CollectorPin
from desktop_app.ui.first_run import Answers, FirstRun
from desktop_app.ui.pages import PLACES
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SMALLEST = (1092, 614)  # 1366x768 at 125 %


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, messages: FakeMessages, tmp_path: Path, clock: Callable[[], datetime]
) -> Iterator[MainWindow]:
    pin = CollectorPin(qapp)
    qapp.setStyle("Fusion")
    theme.dress(qapp, theme.USUAL_SIZE)
    made = MainWindow(Preferences(tmp_path / "pc"), clock=clock, messages=messages)

    def leave(_: object) -> None:
        made.close()
        qtbot.waitUntil(lambda: made.context is None)

    qtbot.addWidget(made, before_close_func=leave)
    made.resize(*SMALLEST)
    made.show()
    qtbot.waitExposed(made)
    yield made
    pin.deleteLater()
    gc.enable()


@pytest.fixture
def kept(tmp_path: Path, clock: Callable[[], datetime]) -> Path:
    """A ledger with its unit and one person."""
    path = tmp_path / "金梭.bbt"
    with new_ledger(path, unit="江南金梭纺织有限公司", operator="周敏", clock=clock) as ledger:
        records.save(ledger, "person", {"name": "欧阳𬱖", "department": "财务部"})
        ledger.is_changed = False
    return path


def opened(qtbot: QtBot, window: MainWindow, path: Path) -> None:
    window.open_ledger(path)
    qtbot.waitUntil(lambda: window.context is not None)


def test_the_first_page_leads_to_a_working_ledger(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    window.begin(None)
    page = window.findChild(FirstRun)
    assert page is not None and page.isVisible()
    page.create_wanted.emit(Answers("江南金梭纺织有限公司", "周敏", "", tmp_path / "新.bbt"))
    qtbot.waitUntil(lambda: window.context is not None)
    assert window.windowTitle() == "新 — 半边天"
    assert window.workspace.status.operator.text() == "操作人：周敏"
    assert [path.name for path in window.preferences.recent_ledgers()] == ["新.bbt"]


def test_every_place_opens_fits_the_smallest_screen_and_has_its_help(
    qtbot: QtBot, window: MainWindow, kept: Path
) -> None:
    opened(qtbot, window, kept)
    for place in PLACES:
        assert window.context is not None
        window.context.go.emit(place.name, "", 0, "")
        page = window.workspace.page
        assert page is not None and page.isVisible() and page.name == place.name
        assert page.title in ("", place.title)
        needed = window.minimumSizeHint()
        assert (needed.width() <= SMALLEST[0], needed.height() <= SMALLEST[1]) == (True, True), (place, needed)
        assert resource("help", f"{place.name}.md").read_text("utf-8").startswith("# ")
        qtbot.keyClick(window, Qt.Key.Key_F1)
        assert window.workspace.help.isVisible()
        assert place.title[:2] in window.workspace.help.text.toPlainText()
        qtbot.keyClick(window, Qt.Key.Key_F1)
        assert not window.workspace.help.isVisible()


def test_text_grows_by_key_and_stays_so(qtbot: QtBot, qapp: QApplication, window: MainWindow, tmp_path: Path) -> None:
    before = window.fontMetrics().height()
    qtbot.keyClick(window, Qt.Key.Key_Plus, CTRL)
    assert window.fontMetrics().height() > before
    assert Preferences(tmp_path / "pc").text("text_size") == "大"
    for _ in range(9):
        qtbot.keyClick(window, Qt.Key.Key_Minus, CTRL)
    assert Preferences(tmp_path / "pc").text("text_size") == "小"


def test_delete_is_taken_back_by_the_note_or_by_key(
    qtbot: QtBot, window: MainWindow, kept: Path, messages: FakeMessages
) -> None:
    opened(qtbot, window, kept)
    assert window.context is not None
    ledger = window.context.ledger
    window.context.delete("person", [1])
    assert messages.toasts[-1][:2] == ("已删除 1 条记录（女职工）", "撤销")
    messages.press_toast()
    assert records.load(ledger, "person", 1)["name"] == "欧阳𬱖"
    window.context.delete("person", [1])
    messages.answers = ["撤销"]
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert "删除女职工1条" in messages.asked[-1]
    assert records.load(ledger, "person", 1)["name"] == "欧阳𬱖"


def test_closing_leaves_a_verified_backup_and_frees_the_ledger(
    qtbot: QtBot, window: MainWindow, kept: Path, clock: Callable[[], datetime]
) -> None:
    opened(qtbot, window, kept)
    assert window.context is not None
    records.save(window.context.ledger, "person", {"name": "单秀英"})
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    [(_, copy)] = backups_of(kept)
    with open_ledger(copy, read_only=True, clock=clock) as backup:
        assert [person["name"] for person in records.everything(backup, "person")] == ["欧阳𬱖", "单秀英"]
    open_ledger(kept, clock=clock).close()


def test_a_refused_ledger_is_said_and_leads_to_the_first_page(
    qtbot: QtBot, window: MainWindow, kept: Path, messages: FakeMessages, clock: Callable[[], datetime]
) -> None:
    with open_ledger(kept, operator="李梅", clock=clock):
        window.open_ledger(kept)
        qtbot.waitUntil(lambda: bool(messages.said))
    assert "李梅" in messages.said[0] and "打开着" in messages.said[0]
    page = window.findChild(FirstRun)
    assert page is not None and page.isVisible()


def test_a_locked_ledger_asks_for_its_password_and_takes_no_for_an_answer(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, messages: FakeMessages
) -> None:
    strange = tmp_path / "别的.bbt"
    strange.write_bytes(b"\x8f" * 4096)
    messages.answers = ["不对的密码"]
    window.open_ledger(strange)
    qtbot.waitUntil(lambda: len(messages.asked) == 2)
    assert "已设密码" in messages.asked[0] and "密码不对" in messages.asked[1]
    assert strange.read_bytes() == b"\x8f" * 4096


def test_the_sample_is_marked_on_every_page(
    qtbot: QtBot, window: MainWindow, kept: Path, tmp_path: Path, clock: Callable[[], datetime]
) -> None:
    sample = tmp_path / "示例.bbt"
    with create_ledger(sample, clock=clock) as ledger:
        ledger.remember(sample="yes")
        ledger.is_changed = False
    opened(qtbot, window, sample)
    assert window.workspace._sample.isVisible()
    window.open_ledger(kept)
    qtbot.waitUntil(lambda: window.context is not None and window.context.ledger.path == kept)
    assert not window.workspace._sample.isVisible()


def test_settings_are_kept_when_the_page_is_left(
    qtbot: QtBot, window: MainWindow, kept: Path, messages: FakeMessages
) -> None:
    opened(qtbot, window, kept)
    assert window.context is not None
    window.context.go.emit("settings", "", 0, "")
    page = window.workspace.page
    line = page.inputs["operator"]  # type: ignore[union-attr]
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Li Mei")
    window.context.go.emit("home", "", 0, "")
    assert window.context.ledger.setting("operator") == "Li Mei"
    assert window.workspace.status.operator.text() == "操作人：Li Mei"


def test_the_things_to_do_lead_to_their_places(qtbot: QtBot, window: MainWindow, kept: Path) -> None:
    opened(qtbot, window, kept)
    page = window.workspace.page
    assert page is not None
    step = next(b for b in page.findChildren(QPushButton) if "填单位概况" in b.text())
    qtbot.mouseClick(step, Qt.MouseButton.LeftButton)
    assert window.workspace.page is not None and window.workspace.page.name == "enterprise"
