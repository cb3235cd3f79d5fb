"""How long the window takes to be there, against a bare PySide6 window, with an empty and with a big ledger.

``python tests/benchmarks/bench_start.py``; BENCH_USES=1000000 makes the big ledger as big as the design size. Each
start is a process of its own with compiled modules, as an installed program has them. "shown" is the first painted
window, which already answers; "ready" is the first page painted from the ledger. Times
run from the start of the process.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from datetime import time as clock_time
from pathlib import Path

ROOT = Path(__file__).parents[2]
USES = int(os.environ.get("BENCH_USES", "100000"))
PEOPLE = USES // 50
TURNS = 7
SHOWN_AT_MOST, ALIKE, MEMORY = 2.5, 0.10, 160  # times the bare window; part; MB

_BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
started = float(sys.argv[1])
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, application.quit)
application = QApplication([])
window = Window()
window.resize(1180, 720)
window.show()
application.exec()
print('{"shown": %f}' % (time.time() - started))
"""

_OURS = """
import gc, json, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop_app.ui import application, theme
from desktop_app.ui.preferences import Preferences
from desktop_app.ui.window import MainWindow
started = float(sys.argv[1])
found = {}

class Window(MainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        if "shown" not in found:
            found["shown"] = 0
            QTimer.singleShot(0, lambda: found.update(shown=time.time() - started))

def look():
    if window.context and window.workspace.page:
        looking.stop()
        window.repaint()
        found["ready"] = time.time() - started
        QTimer.singleShot(2500, finish)

def finish():
    pages = Path("/proc/self/statm")
    found["memory"] = int(pages.read_text().split()[1]) * 4096 / 1e6 if pages.exists() else 0
    print(json.dumps(found), flush=True)
    window.close()

qt = application.make_application()
preferences = Preferences(Path(sys.argv[3]))
theme.dress(qt, preferences.text("text_size"))
window = Window(preferences)
window.show()
looking = QTimer(interval=2)
looking.timeout.connect(look)
looking.start()
QTimer.singleShot(0, lambda: window.begin(Path(sys.argv[2])))
qt.exec()
"""


def main() -> None:
    """Print the times and ratios; exit 1 when a mark is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        empty, big = make_ledger(folder / "空.bbt", 0), make_ledger(folder / "大.bbt", USES)
        for ledger in (empty, big):  # once unmeasured: compiles the modules, warms the disk
            start(folder, _OURS, ledger)
        start(folder, _BARE)
        bare, with_empty, with_big = [], [], []
        for _ in range(TURNS):  # side by side, so that a busy moment hits all three
            bare.append(start(folder, _BARE))
            with_empty.append(start(folder, _OURS, empty))
            with_big.append(start(folder, _OURS, big))
        sys.exit(report(bare, with_empty, with_big))


def report(bare: list[dict[str, float]], empty: list[dict[str, float]], big: list[dict[str, float]]) -> int:
    """The figures in words; 1 when a mark is missed."""
    base = least(bare, "shown")
    print(f"bare window {base:.3f} s; ledger of {USES} room uses and {PEOPLE} people")
    for words, runs in (("empty", empty), ("big", big)):
        shown, ready = least(runs, "shown"), least(runs, "ready")
        print(
            f"{words:5}: shown {shown:.3f} s = {shown / base:.2f} x (at most {SHOWN_AT_MOST}), "
            f"ready {ready:.3f} s = {ready / base:.2f} x, idle {least(runs, 'memory'):.0f} MB (at most {MEMORY})"
        )
    apart = least(big, "ready") / least(empty, "ready") - 1
    print(f"big against empty: {apart:+.0%} (at most {ALIKE:.0%})")
    is_slow = least(big, "shown") > SHOWN_AT_MOST * base
    return int(is_slow or apart > ALIKE or least(big, "memory") > MEMORY)


def least(runs: list[dict[str, float]], what: str) -> float:
    """The run least disturbed by whatever else the machine does."""
    return min(run[what] for run in runs)


def start(folder: Path, script: str, ledger: Path | None = None) -> dict[str, float]:
    """One start in its own process."""
    settings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    settings |= {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
        "PYTHONPATH": str(ROOT),
    }
    given = [str(ledger), str(folder / "settings")] if ledger else []
    command = [sys.executable, "-c", script, repr(time.time()), *given]
    output = subprocess.run(command, env=settings, capture_output=True, text=True, check=True, timeout=60).stdout
    found: dict[str, float] = json.loads(output.strip().splitlines()[-1])
    return found


def make_ledger(path: Path, uses: int) -> Path:
    """A ledger with a committee, a contract, a room and so many uses of it, by invented people."""
    sys.path.insert(0, str(ROOT))
    from desktop_app.ledger.ledger import create_ledger
    from desktop_app.records.registry import record_type
    from desktop_app.services import records

    rng = random.Random(1)
    departments = ("一车间", "二车间", "财务部", "质检部")
    people = [rng.choice("王李张刘陈") + rng.choice("秀英丽红梅") + rng.choice("玲霞燕娟芳") for _ in range(uses // 50)]
    with create_ledger(path, operator="周敏") as ledger:
        records.save(ledger, "enterprise", {"name": "江南金梭纺织有限公司"})
        records.save(ledger, "committee_term", {"number": 3, "starts_on": "2024-01-01", "ends_on": "2028-12-31"})
        records.save(ledger, "negotiation", {"offered_on": "2025-03-01", "starts_on": "2025-05-01"})
        records.save(ledger, "nursing_room", {"name": "一号", "location": "二楼"})
        with ledger.writing("名册") as writing:
            rows = [{"name": name, "gender": "女", "department": rng.choice(departments)} for name in people]
            writing.insert(record_type("person"), rows)
        newest = date.today()
        with ledger.writing("登记") as writing:
            for first in range(0, uses, 20000):
                rows = [
                    {
                        "room_id": 1,
                        "used_on": newest - timedelta(days=number // 110),
                        "entered_at": clock_time(9, 0),
                        "left_at": clock_time(9, 20),
                        "person_name": rng.choice(people),
                        "department": rng.choice(departments),
                        "purpose": "哺乳",
                    }
                    for number in range(first, min(first + 20000, uses))
                ]
                writing.insert(record_type("room_use"), rows)
        ledger.is_changed = False
    return path


if __name__ == "__main__":
    main()
