"""The Qt application around the window: Chinese throughout, with a net for what goes wrong."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.errors import BanbiantianError
from desktop_app.ui import theme
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.window import MainWindow

if TYPE_CHECKING:
    from desktop_app.ui.context import Messages


_ROOMY = 1400  # logical pixels of a screen's width from which the window need not fill it


def run(ledger: Path | None) -> int:
    """Show the window with that ledger, or with the latest one of this PC; returns when it is closed."""
    application = make_application()
    preferences = Preferences()
    theme.dress(application, preferences.text("text_size"))
    window = MainWindow(preferences)
    net = SafetyNet(window.messages, preferences.folder)
    sys.excepthook = net.catch
    screen = application.primaryScreen().availableGeometry()
    if screen.width() < _ROOMY:
        window.setGeometry(screen)  # also where no window manager maximises
        window.showMaximized()
    else:
        window.show()
    QTimer.singleShot(0, window, lambda: window.begin(ledger))
    return application.exec()


def make_application() -> QApplication:
    """The application, speaking Chinese down to the buttons of the file chooser."""
    choose_input_method()
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    application = QApplication([sys.argv[0] if sys.argv else "banbiantian"])
    application.setApplicationName("banbiantian")
    application.setApplicationDisplayName("半边天")
    application.setStyle("Fusion")
    translator = QTranslator(application)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
    CollectorPin(application)
    return application


def choose_input_method() -> None:
    """On Linux, reach fcitx 5 through its ibus face: our Qt carries no fcitx plugin, and Chinese could not be typed."""
    if sys.platform != "linux":
        return
    asked = os.environ.get("QT_IM_MODULE", "") + os.environ.get("XMODIFIERS", "")
    if "fcitx" in asked or _runs("fcitx5"):
        os.environ["QT_IM_MODULE"] = "ibus"


def _runs(program: str) -> bool:
    for note in Path("/proc").glob("[0-9]*/comm"):
        try:
            if note.read_text().strip() == program:
                return True
        except OSError:
            continue  # it has just ended
    return False


class CollectorPin(QObject):
    """Garbage is collected on the main thread only: elsewhere Python would destroy Qt objects in the wrong thread."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        gc.disable()
        self._timer = QTimer(self, interval=2000)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect those generations whose threshold is passed, the oldest such."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return


class SafetyNet:
    """What escaped a slot: an expected failure is said; a bug leaves a note without any value of the ledger."""

    def __init__(self, messages: Messages, folder: Path) -> None:
        self._messages = messages
        self._folder = folder / "故障记录"
        self._is_telling = False

    def catch(self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        """The ``sys.excepthook`` of the window."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
        elif isinstance(fault, BanbiantianError):
            self._messages.warn(str(fault))
        else:
            self._note(kind, trace)

    def _note(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        at = datetime.now()
        file = self._folder / f"{at:%Y%m%d-%H%M%S}.txt"
        # Only places in the program: the fault's own words may quote what somebody typed.
        lines = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(trace)]
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            file.write_text("\n".join([f"{at:%Y-%m-%d %H:%M:%S} {kind.__name__}", *lines, ""]), "utf-8")
            where = f"已记下出错的位置（不含任何个人信息）：{file}。"
        except OSError:
            where = ""
        if not self._is_telling:  # one message at a time: a fault while painting would come back with every picture
            self._is_telling = True
            self._messages.warn(
                f"刚才的操作没有完成，已经保存的数据不受影响。{where}可以接着用；若再出现，请关闭程序重新打开。"
            )
            self._is_telling = False
