"""Work leaves the window's thread and comes back to it: results, refusals, 取消, and what nobody expected."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages

from desktop_app.errors import FileRefused
from desktop_app.ui.application import CollectorPin, SafetyNet
from desktop_app.ui.progress_note import ProgressNote
from desktop_app.ui.runner import ActionRunner


@pytest.fixture
def runner(qtbot: QtBot, qapp: QApplication, messages: FakeMessages) -> Iterator[ActionRunner]:
    pin = CollectorPin(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    yield ActionRunner(window, messages)
    pin.deleteLater()
    gc.enable()


def test_work_is_done_elsewhere_and_its_result_comes_back_here_in_order(qtbot: QtBot, runner: ActionRunner) -> None:
    here = threading.get_ident()
    seen: list[tuple[str, bool, bool]] = []

    def work_of(name: str) -> Callable[[object], tuple[str, int]]:
        return lambda _: (name, threading.get_ident())

    for name in ("甲", "乙", "丙"):
        runner.run(name, work_of(name), lambda r: seen.append((r[0], r[1] != here, threading.get_ident() == here)))
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert seen == [("甲", True, True), ("乙", True, True), ("丙", True, True)]


def test_a_refusal_is_said_and_the_next_action_still_runs(
    qtbot: QtBot, runner: ActionRunner, messages: FakeMessages
) -> None:
    def refuse(_: object) -> None:
        raise FileRefused("文件打不开，没有改动任何数据。")

    seen: list[str] = []
    runner.run("读文件", refuse, lambda _: seen.append("不该来"))
    runner.run("再来", lambda _: "好", seen.append)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert messages.said == ["文件打不开，没有改动任何数据。"]
    assert seen == ["好"]


def test_long_work_shows_a_note_whose_button_stops_it_at_the_next_step(
    qtbot: QtBot, qapp: QApplication, runner: ActionRunner, messages: FakeMessages
) -> None:
    pause = threading.Event()

    def endless(tick: Callable[[int, int], None]) -> None:
        for step in range(10_000):
            tick(step, 10_000)
            pause.wait(0.01)

    runner.run("正在导入", endless, lambda _: pytest.fail("it was cancelled"))

    def note() -> ProgressNote | None:
        return next((w for w in qapp.topLevelWidgets() if isinstance(w, ProgressNote) and w.isVisible()), None)

    qtbot.waitUntil(lambda: note() is not None)
    shown = note()
    assert shown is not None
    qtbot.mouseClick(shown.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert messages.toasts[-1][0] == "已取消，没有改动任何数据。"
    assert note() is None


def test_a_bug_leaves_a_note_with_places_but_nothing_anybody_typed(
    qtbot: QtBot, runner: ActionRunner, messages: FakeMessages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", SafetyNet(messages, tmp_path).catch)

    def stumble(_: object) -> None:
        raise KeyError("320104198803081229 单秀英")

    runner.run("统计", stumble, lambda _: None)
    qtbot.waitUntil(lambda: not runner.is_busy)
    [note] = (tmp_path / "故障记录").iterdir()
    written = note.read_text("utf-8")
    assert "test_runner.py" in written and "KeyError" in written
    assert "3201" not in written and "单秀英" not in written
    assert "数据不受影响" in messages.said[0] and "单秀英" not in messages.said[0]


def test_work_of_a_closed_ledger_ends_unheard_and_what_waited_is_dropped(
    qtbot: QtBot, runner: ActionRunner, messages: FakeMessages
) -> None:
    going = threading.Event()
    seen: list[str] = []

    def slow(tick: Callable[[int, int], None]) -> str:
        going.wait(5)
        tick(1, 2)
        return "迟到"

    runner.run("检查", slow, seen.append)
    runner.run("预览", lambda _: "没有开始", seen.append)
    runner.forget()
    going.set()
    runner.run("关闭", lambda _: "关好了", seen.append)
    qtbot.waitUntil(lambda: not runner.is_busy)
    assert seen == ["关好了"]
    assert messages.said == [] and messages.toasts == []
