"""The whole window with its thread, on an empty ledger; only boxes and choosers are answered by the test."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages

from desktop_app.ui.application import CollectorPin
from desktop_app.ui.first_run import Answers
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.window import MainWindow


@pytest.fixture
def messages() -> FakeMessages:
    return FakeMessages()


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, messages: FakeMessages, tmp_path: Path, clock: Callable[[], datetime]
) -> Iterator[MainWindow]:
    pin = CollectorPin(qapp)
    made = MainWindow(Preferences(tmp_path / "设置"), clock=clock, messages=messages)
    made.resize(1092, 614)  # 1366 x 768 at 125 %
    made.show()
    made.create_ledger(Answers(path=tmp_path / "金梭.bbt", unit="江州金梭纺织有限公司", operator="周敏", phone=""))
    qtbot.waitUntil(lambda: made.context is not None)
    made.activateWindow()  # a note may have stood before it meanwhile
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    qtbot.waitUntil(lambda: made.context is None)
    made.deleteLater()  # not by qtbot, which would take the window away before its ledger is closed
    pin.deleteLater()
    gc.enable()
