"""One window per ledger: a lock the system itself releases when its holder dies, with a note of who holds it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from desktop_app.errors import LedgerRefused

if sys.platform == "win32":
    import msvcrt

    def _seize(handle: int) -> None:
        os.lseek(handle, 1 << 20, os.SEEK_SET)  # far behind the note, which others must be able to read
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _seize(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """Held from construction to ``release``. Raises LedgerRefused naming the holder when another window has it."""

    def __init__(self, ledger: Path, operator: str, since: str) -> None:
        self._path = ledger.with_name(ledger.name + ".lock")
        try:
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as fault:
            raise LedgerRefused(
                f"“{ledger.parent}”不能写入，台账没有打开（{fault.strerror}）。请换一个文件夹。"
            ) from None
        try:
            _seize(self._handle)
        except OSError:
            holder = _holder(self._path)
            os.close(self._handle)
            raise LedgerRefused(
                f"台账“{ledger.name}”正由{holder}打开着，这里没有改动它。请先在那边关闭，再打开。"
            ) from None
        os.ftruncate(self._handle, 0)
        note = json.dumps({"operator": operator, "since": since, "pid": os.getpid()}, ensure_ascii=False)
        os.write(self._handle, note.encode())

    def release(self) -> None:
        """Give the ledger free; the note goes with it."""
        if sys.platform == "win32":  # an open file cannot be removed there
            os.close(self._handle)
            self._path.unlink(missing_ok=True)
        else:
            self._path.unlink(missing_ok=True)
            os.close(self._handle)


def _holder(path: Path) -> str:
    try:
        note = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return "另一个窗口"
    who = note.get("operator") or "另一个窗口"
    return f"“{who}”（自 {note.get('since', '')}，进程 {note.get('pid', '')}）"
