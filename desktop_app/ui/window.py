"""The window: opens and closes ledgers, and answers the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.errors import BanbiantianError
from desktop_app.ui import theme
from desktop_app.ui.icons import icon
from desktop_app.ui.messages import WindowMessages
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.runner import ActionRunner
from desktop_app.ui.workspace import Workspace

if TYPE_CHECKING:
    from desktop_app.ledger.ledger import Ledger
    from desktop_app.ui.context import Context, Messages
    from desktop_app.ui.first_run import Answers, FirstRun

Clock = Callable[[], datetime]
_TEXT_CHANGES = (QEvent.Type.FontChange, QEvent.Type.StyleChange)


class MainWindow(QWidget):
    """One window, one ledger at a time. It is shown before the ledger's code is loaded; ``begin`` then opens one."""

    def __init__(
        self, preferences: Preferences, *, clock: Clock = datetime.now, messages: Messages | None = None
    ) -> None:
        super().__init__()
        self.preferences = preferences
        self.messages = messages or WindowMessages(self)
        self.runner = ActionRunner(self, self.messages)
        self.context: Context | None = None
        self._clock = clock
        self._first_run: FirstRun | None = None
        self._is_closing = False
        self._make_frame()
        self._make_inside()

    def begin(self, ledger: Path | None) -> None:
        """Open the ledger named, else the latest one of this PC, else offer the first steps."""
        recent = self.preferences.recent_ledgers()
        if ledger or recent:
            self.open_ledger(ledger or recent[0])
        else:
            self.offer_first_steps()

    def open_ledger(self, path: Path, password: str | None = None) -> None:
        """Open a ledger in place of the one open now; a refusal is said and leads to the first page."""
        self._stack.setCurrentWidget(self.workspace)
        clock, who = self._clock, self.preferences.text("operator")  # named to whoever finds the ledger open elsewhere
        self._work(
            "正在打开台账", lambda _: _opened(path, password, who, clock), failed=lambda f: self._refused(f, path)
        )

    def create_ledger(self, answers: Answers) -> None:
        """A new ledger from the answers of the first page."""
        clock = self._clock
        self._work("正在新建台账", lambda _: _created(answers, clock))

    def open_sample(self, path: Path) -> None:
        """Open the sample ledger, making it first."""
        clock = self._clock
        self._work("正在准备示例单位", lambda _: _sample(path, clock))

    def offer_first_steps(self) -> None:
        """Show the first page, closing the ledger that is open."""
        if self.context:
            self._close_ledger(self.offer_first_steps)
            return
        if self._first_run is None:
            from desktop_app.ui.first_run import FirstRun  # most days nobody sees it

            self._first_run = FirstRun(self.messages)
            self._first_run.create_wanted.connect(self.create_ledger)
            self._first_run.open_wanted.connect(self.open_ledger)
            self._first_run.sample_wanted.connect(self.open_sample)
            self._stack.addWidget(self._first_run)
        self._first_run.show_recent(self.preferences.recent_ledgers())
        self._stack.setCurrentWidget(self._first_run)
        self.setWindowTitle("半边天")

    def undo(self) -> None:
        """Ctrl+Z outside a text: take back the last change, after naming it."""
        from desktop_app.services import records

        if self.context:
            last = records.last_change(self.context.ledger)
            if last is None:
                self.messages.toast("没有可以撤销的操作。")
            elif self.messages.ask(f"要撤销上一步“{last}”吗？", "撤销"):
                self.context.undo()

    def resize_text(self, step: int) -> None:
        """Ctrl + and Ctrl -: the next larger or smaller text."""
        application = QApplication.instance()
        names = list(theme.SIZES)
        at = names.index(theme.size_in_use(application)) + step
        if 0 <= at < len(names) and isinstance(application, QApplication):
            theme.dress(application, names[at])
            self.messages.toast(f"文字大小：{names[at]}")

    def changeEvent(self, event: QEvent) -> None:
        """Remember the text size, wherever it was changed."""
        in_use = theme.size_in_use(QApplication.instance())
        if event.type() in _TEXT_CHANGES and in_use != self.preferences.text("text_size", theme.USUAL_SIZE):
            self.preferences.remember(text_size=in_use)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that no input wanted for itself."""
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        act = self._key_actions().get((is_control, event.key()))
        if act:
            act()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the ledger first, with its backup; the window follows when that is done."""
        if self.context:
            event.ignore()
            self._close_ledger(self.close)

    def _key_actions(self) -> dict[tuple[bool, int], Callable[[], None]]:
        key = Qt.Key
        actions: dict[tuple[bool, int], Callable[[], None]] = {
            (False, key.Key_F1): self.workspace.toggle_help,
            (True, key.Key_Z): self.undo,
            (True, key.Key_Plus): lambda: self.resize_text(1),
            (True, key.Key_Equal): lambda: self.resize_text(1),
            (True, key.Key_Minus): lambda: self.resize_text(-1),
        }
        page = self.workspace.page
        if page is not None:
            actions |= {(True, key.Key_F): page.search, (True, key.Key_S): page.save}
        return actions

    def _work(
        self, title: str, open_one: Callable[[Any], Ledger], failed: Callable[[Exception], None] | None = None
    ) -> None:
        if self.context:
            self._close_ledger(lambda: self._work(title, open_one, failed))
        else:
            self.runner.run(title, open_one, self._show_ledger, cancellable=False, failed=failed)

    def _show_ledger(self, ledger: Ledger) -> None:
        from desktop_app.ui.context import Context  # loads the records, which the window did not wait for

        ledger.operator = ledger.setting("operator") or ledger.operator
        self.preferences.remember(operator=ledger.operator)
        self.context = Context(ledger, self.runner, self.messages)
        self.preferences.opened(ledger.path)
        self.setWindowTitle(f"{ledger.path.stem} — 半边天")
        self._stack.setCurrentWidget(self.workspace)
        self.workspace.attach(self.context)

    def _refused(self, fault: Exception, path: Path) -> None:
        from desktop_app.ledger.connection import PasswordNeeded

        if isinstance(fault, PasswordNeeded):
            password = self.messages.ask_password(str(fault))
            if password:
                self.open_ledger(path, password)
                return
        elif isinstance(fault, BanbiantianError):
            self.messages.warn(str(fault))
        self.offer_first_steps()
        if not isinstance(fault, BanbiantianError):
            raise fault

    def _close_ledger(self, then: Callable[[], object]) -> None:
        page = self.workspace.page
        if self.context is None or self._is_closing or (page is not None and not page.leave()):
            return
        ledger = self.context.ledger
        self._is_closing = True
        self.runner.forget()

        def closed(_: object) -> None:
            self.runner.forget()
            self._is_closing = False
            self.context = None
            self.workspace.attach(None)
            then()

        def not_backed_up(fault: Exception) -> None:
            self.messages.warn(str(fault) if isinstance(fault, BanbiantianError) else "关闭前的备份没有做成。")
            closed(None)

        self.runner.run("正在备份并关闭台账", lambda _: ledger.close(), closed, cancellable=False, failed=not_backed_up)

    def _make_frame(self) -> None:
        self.setWindowTitle("半边天")
        self.setWindowIcon(icon("mark", theme.ACCENT))
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(900, 520)
        self.resize(1180, 720)

    def _make_inside(self) -> None:
        self.workspace = Workspace()
        self.workspace.change_ledger.connect(self.offer_first_steps)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.workspace)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)


# These run in the runner's thread, so that loading the records does not hold up the window.
def _opened(path: Path, password: str | None, who: str, clock: Clock) -> Ledger:
    from desktop_app.ledger.ledger import open_ledger

    ledger = open_ledger(path, operator=who, password=password, clock=clock)
    _load_first_page()
    return ledger


def _created(answers: Answers, clock: Clock) -> Ledger:
    from desktop_app.services.first_steps import new_ledger

    _load_first_page()
    return new_ledger(
        answers.path,
        unit=answers.unit,
        province=answers.province,
        operator=answers.operator,
        phone=answers.phone,
        clock=clock,
    )


def _sample(path: Path, clock: Clock) -> Ledger:
    from desktop_app.services.demo import make_sample

    make_sample(path, clock=clock)
    return _opened(path, None, "", clock)


def _load_first_page() -> None:
    import desktop_app.ui.pages.home  # noqa: F401
