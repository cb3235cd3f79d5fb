"""What every page is handed: the open ledger, the one way to run work, and the word that something changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.registry import record_type
from desktop_app.services import records
from desktop_app.ui.place_of import place_of

T = TypeVar("T")
Progress = Callable[[int, int], None]  # (done, total); raises Cancelled once the officer pressed 取消


class Runner(Protocol):
    """Runs work away from the window and brings its result back to it."""

    def run(
        self,
        title: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        cancellable: bool = True,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` in a thread under a progress note; ``done`` gets its result, expected errors become a message.

        With ``failed`` every error goes there instead.
        """


class Messages(Protocol):
    """The only place that interrupts an officer."""

    def tell(self, sentence: str) -> None:
        """Say what happened, with 知道了."""

    def warn(self, sentence: str) -> None:
        """Say what went wrong and what to do."""

    def ask(self, question: str, yes: str, no: str = "取消") -> bool:
        """A question whose ``yes`` is a verb."""

    def choose(self, question: str, *answers: str) -> str:
        """The answer chosen, each a verb; '' for 取消."""

    def ask_password(self, question: str) -> str | None:
        """What was typed unseen, or None for 取消."""

    def open_file(self, title: str, patterns: str) -> str:
        """The officer's choice of an existing file, or ''."""

    def save_file(self, title: str, name: str, patterns: str) -> str:
        """The officer's choice of a new file, or ''."""

    def choose_folder(self, title: str) -> str:
        """The officer's choice of a folder, or ''."""

    def toast(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """A note at the foot of the window for ten seconds, with one thing to do (撤销、打开文件夹)."""


class Context(QObject):
    """Handed to every page. ``changed`` carries the kind that was written; ``go`` a page's name and a record."""

    changed = Signal(str)
    go = Signal(str, str, int, str)  # page, kind, record id (0: none), field: see ``show_record``

    def __init__(self, ledger: Ledger, runner: Runner, messages: Messages) -> None:
        super().__init__()
        self.ledger = ledger
        self.runner = runner
        self.messages = messages

    def today(self) -> date:
        """The ledger's own today, which tests may fix."""
        return self.ledger.clock().date()

    def show_record(self, kind: str, record_id: int = 0, field: str = "") -> None:
        """Turn to the page where records of a kind are kept, to one of them, and to one field of it."""
        self.go.emit(place_of(kind), kind, record_id, field)

    def show_form(self, code: str, record_id: int = 0) -> None:
        """Turn to 表单上报, to a form by its code, about that very record; 0: the usual one."""
        self.go.emit("forms", code, record_id, "")

    def delete(self, kind: str, ids: list[int]) -> None:
        """Delete with 撤销 offered. Expected errors are shown by the caller's guard."""
        gone = records.delete(self.ledger, kind, ids)
        self.changed.emit(kind)
        self.offer_undo(f"已删除 {gone} 条记录（{record_type(kind).label}）")

    def offer_undo(self, sentence: str, verb: str = "撤销") -> None:
        """Say what was just done, with a button that takes back this and nothing done later."""
        change = records.last_change_id(self.ledger)
        self.messages.toast(sentence, verb, lambda: self.undo(change))

    def undo(self, only: int | None = None) -> None:
        """Take back the last change and say which; ``only`` that one, if given."""
        what = records.undo(self.ledger, only)
        self.changed.emit("")
        self.messages.toast(f"已撤销：{what}")
