"""The ledger's password: set, changed and removed, and what lies about in clear from before."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_app.errors import LedgerRefused, Rejected
from desktop_app.ledger.backup import backups_of
from desktop_app.ledger.connection import is_locked
from desktop_app.ledger.ledger import Ledger
from desktop_app.records.registry import RECORD_TYPES
from desktop_app.services.listing import Listing, count

SHORTEST = 6  # characters (our own choice, level L6)


def check_password(password: str, again: str | None = None) -> None:
    """Raises Rejected for a password too short, or not typed the same way twice."""
    if len(password) < SHORTEST:
        raise Rejected(f"密码至少 {SHORTEST} 个字符，没有设置。请换一个长些的。", "password")
    if not password.isprintable() or password != password.strip():
        raise Rejected("密码的前后不能有空格，中间不能有看不见的字符，没有设置。请换一个。", "password")
    if again is not None and again != password:
        raise Rejected("两次输入的密码不一样，没有设置。请再输一遍。", "again")


def set_password(ledger: Ledger, password: str, again: str | None = None, *, current: str = "") -> None:
    """Lock the ledger, or change its password. Raises Rejected or LedgerRefused; then nothing has changed."""
    check_password(password, again)
    _check_current(ledger, current)
    ledger.change_password(password)


def remove_password(ledger: Ledger, current: str) -> None:
    """Unlock the ledger. Raises LedgerRefused while it holds what only a locked one may."""
    _check_current(ledger, current)
    for kind in RECORD_TYPES:
        kept = count(ledger, Listing(kind.kind)) if kind.is_guarded and not ledger.is_sample else 0
        if kept:
            raise LedgerRefused(
                f"台账里还有 {kept} 条“{kind.label}”，只能留在设了密码的台账里，密码没有取消。请先删除这些登记。"
            )
    ledger.forget_deleted()
    ledger.change_password(None)


def readable_backups(ledger: Ledger) -> list[Path]:
    """Backups beside a locked ledger that anyone can read, newest first."""
    return [path for _, path in backups_of(ledger.path) if not is_locked(path)] if ledger.is_locked else []


def delete_backups(paths: Sequence[Path]) -> int:
    """Remove backups for good. Returns how many went. Raises LedgerRefused where one cannot be removed."""
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as fault:
            raise LedgerRefused(f"备份“{path.name}”没有删掉（{fault.strerror}）。请关闭打开它的程序再试。") from None
    return len(paths)


def _check_current(ledger: Ledger, current: str) -> None:
    if ledger.is_locked and not ledger.is_password(current):
        raise Rejected("现在的密码不对，没有改动密码。请重新输入。", "current")
