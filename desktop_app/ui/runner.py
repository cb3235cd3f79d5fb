"""The one action runner: a function goes in, its result comes back on the main thread."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.errors import BanbiantianError, Cancelled
from desktop_app.ui.progress_note import ProgressNote

if TYPE_CHECKING:
    from desktop_app.ui.context import Messages

T = TypeVar("T")
_PATIENCE = 400  # milliseconds before a note is shown: short work should not flash
_TICK_PAUSE = 0.05  # seconds between two reports of progress, however often the work reports


class _Relay(QObject):
    """Carries what happens in the thread over to the main one."""

    progressed = Signal(int, int)
    ended = Signal(object, object)  # result, fault


class _Task(QRunnable):
    """One piece of work; the thread pool calls ``run`` away from the window."""

    def __init__(self, work: Callable[[Callable[[int, int], None]], Any]) -> None:
        super().__init__()
        self.setAutoDelete(False)  # Python owns it
        self.relay = _Relay()
        self.is_cancelled = False
        self._work = work
        self._told_at = 0.0

    def run(self) -> None:
        """Do the work and send what came of it."""
        try:
            result = self._work(self._tick)
        except Exception as fault:  # noqa: BLE001 - whatever went wrong is said on the main thread
            self.relay.ended.emit(None, fault)
        else:
            self.relay.ended.emit(result, None)

    def _tick(self, done: int, total: int) -> None:
        if self.is_cancelled:
            raise Cancelled
        now = time.monotonic()
        if now - self._told_at >= _TICK_PAUSE:
            self._told_at = now
            self.relay.progressed.emit(done, total)


@dataclass
class _Action:
    """A task with what is said about it and what follows it."""

    title: str
    task: _Task
    done: Callable[[Any], None]
    failed: Callable[[Exception], None]
    is_cancellable: bool


class ActionRunner(QObject):
    """Runs one action after another; a note with 取消 appears over whatever window is in front when it takes long."""

    def __init__(self, window: QWidget, messages: Messages) -> None:
        super().__init__(window)
        self._messages = messages
        self._pool = QThreadPool(self)
        self._running: _Action | None = None  # one at a time: two writers would only wait for each other
        self._waiting: deque[_Action] = deque()
        self._note: ProgressNote | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE)
        self._patience.timeout.connect(self._show_note)

    @property
    def is_busy(self) -> bool:
        """Whether something is still being done."""
        return self._running is not None or bool(self._waiting)

    def run(
        self,
        title: str,
        work: Callable[[Callable[[int, int], None]], T],
        done: Callable[[T], None],
        *,
        cancellable: bool = True,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work(tick)`` in a thread, then ``done(result)`` here.

        ``tick(done, total)`` reports progress and raises Cancelled after 取消. Expected errors become a message, others
        go to the crash note; with ``failed`` both go there instead.
        """
        self._waiting.append(_Action(title, _Task(work), done, failed or self._say, cancellable))
        if self._running is None:
            self._start_next()

    def forget(self) -> None:
        """Drop what waits and let what runs end unheard: those who asked for it are going away with their ledger."""
        self._waiting.clear()
        if self._running:
            self._running.task.is_cancelled = True
            self._running.done = self._running.failed = _ignore

    def _start_next(self) -> None:
        self._running = self._waiting.popleft()
        self._running.task.relay.progressed.connect(self._show_progress)
        self._running.task.relay.ended.connect(self._finish)
        self._patience.start()
        self._pool.start(self._running.task)

    def _show_note(self) -> None:
        if self._running is None:
            return
        task = self._running.task

        def cancel() -> None:
            task.is_cancelled = True

        self._note = ProgressNote(
            QApplication.activeWindow(), self._running.title, cancel if self._running.is_cancellable else None
        )
        self._note.show()

    def _show_progress(self, done: int, total: int) -> None:
        if self._note:
            self._note.show_progress(done, total)

    def _finish(self, result: object, fault: Exception | None) -> None:
        self._patience.stop()
        if self._note:
            self._note.finish()
            self._note = None
        action, self._running = self._running, None
        try:
            if action and fault is not None:
                action.failed(fault)
            elif action:
                action.done(result)
        finally:  # what ``done`` asked for may already be running
            if self._waiting and self._running is None:
                self._start_next()

    def _say(self, fault: Exception) -> None:
        if isinstance(fault, Cancelled):
            self._messages.toast(str(fault))
        elif isinstance(fault, BanbiantianError):
            self._messages.warn(str(fault))
        else:
            sys.excepthook(type(fault), fault, fault.__traceback__)


def _ignore(_: object) -> None:
    """Nobody is there any more to hear it."""
