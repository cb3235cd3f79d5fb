"""What stands in for a person at the screen: scripted answers, chosen files, and work done at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from desktop_app.errors import BanbiantianError

T = TypeVar("T")


class FakeMessages:
    """Remembers what was said; answers with what the test laid ready, else with 取消."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.asked: list[str] = []
        self.toasts: list[tuple[str, str, Callable[[], None] | None]] = []
        self.answers: list[str] = []
        self.files: list[str] = []

    def tell(self, sentence: str) -> None:
        self.said.append(sentence)

    def warn(self, sentence: str) -> None:
        self.said.append(sentence)

    def ask(self, question: str, yes: str, no: str = "取消") -> bool:
        return self.choose(question, yes) == yes

    def choose(self, question: str, *answers: str) -> str:
        self.asked.append(question)
        answer = self.answers.pop(0) if self.answers else ""
        assert answer in ("", *answers), f"{answer} is none of {answers}"
        return answer

    def ask_password(self, question: str) -> str | None:
        self.asked.append(question)
        return self.answers.pop(0) if self.answers else None

    def open_file(self, title: str, patterns: str) -> str:
        return self.files.pop(0) if self.files else ""

    def save_file(self, title: str, name: str, patterns: str) -> str:
        return self.files.pop(0) if self.files else ""

    def choose_folder(self, title: str) -> str:
        return self.files.pop(0) if self.files else ""

    def toast(self, sentence: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        self.toasts.append((sentence, action, act))

    def press_toast(self) -> None:
        act = self.toasts[-1][2]
        assert act is not None
        act()


class NowRunner:
    """Does the work at once, on this thread; expected errors become a message as in the window."""

    def __init__(self, messages: FakeMessages) -> None:
        self._messages = messages

    def run(
        self,
        title: str,
        work: Callable[[Callable[[int, int], None]], T],
        done: Callable[[T], None],
        *,
        cancellable: bool = True,
        failed: Callable[[Exception], Any] | None = None,
    ) -> None:
        try:
            result = work(lambda done, total: None)
        except BanbiantianError as fault:
            if failed:
                failed(fault)
            else:
                self._messages.warn(str(fault))
        else:
            done(result)
