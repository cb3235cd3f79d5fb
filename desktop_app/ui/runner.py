"""The one action runner: a function goes in, its result comes back on the main thread."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
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


class ActionRunner(QObject):
    """Runs one action after another; a note with 取消 appears over whatever window is in front when it takes long."""

    def __init__(self, window: QWidget, messages: Messages) -> None:
        super().__init__(window)
        self._messages = messages
        self._pool = QThreadPool(self, maxThreadCount=1)  # two writers would only wait for each other
        self._waiting: list[tuple[str, _Task, Callable[[Any], None], Callable[[Exception], None] | None, bool]] = []
        self._note: ProgressNote | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._show_note)

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
        self._waiting.append((title, _Task(work), done, failed, cancellable))
        if len(self._waiting) == 1:
            self._start_next()

    @property
    def is_busy(self) -> bool:
        """Whether something is still being done."""
        return bool(self._waiting)

    def _start_next(self) -> None:
        task = self._waiting[0][1]
        task.relay.progressed.connect(self._show_progress)
        task.relay.ended.connect(self._finish)
        self._patience.start()
        self._pool.start(task)

    def _show_note(self) -> None:
        if not self._waiting:
            return
        title, task, _, _, cancellable = self._waiting[0]

        def cancel() -> None:
            task.is_cancelled = True

        self._note = ProgressNote(QApplication.activeWindow(), title, cancel if cancellable else None)
        self._note.show()

    def _show_progress(self, done: int, total: int) -> None:
        if self._note:
            self._note.show_progress(done, total)

    def _finish(self, result: object, fault: object) -> None:
        self._patience.stop()
        if self._note:
            self._note.finish()
            self._note = None
        _, _, done, failed, _ = self._waiting.pop(0)
        if self._waiting:
            self._start_next()
        if not isinstance(fault, Exception):
            done(result)
        elif failed:
            failed(fault)
        else:
            self._say(fault)

    def _say(self, fault: Exception) -> None:
        if isinstance(fault, Cancelled):
            self._messages.toast(str(fault))
        elif isinstance(fault, BanbiantianError):
            self._messages.warn(str(fault))
        else:
            sys.excepthook(type(fault), fault, fault.__traceback__)
