"""Backups that are proven: each copy is opened, checked and counted before it counts as one."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path

from sqlcipher3 import dbapi2

from desktop_app.errors import LedgerRefused
from desktop_app.ledger.connection import connect, is_locked, quoted, unsettled
from desktop_app.ledger.verify import faults_of

# How many are kept: recent ones, then one a day, a week and a month (design/reliability B2; our own choice, level L6).
KEEP_RECENT, KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 12, 7, 5, 12
_STAMP = "%Y%m%d-%H%M%S"


def folder_of(ledger: Path) -> Path:
    """Where a ledger's backups lie."""
    return ledger.parent / "备份"


def make(ledger: Path, password: str | None, folder: Path, at: datetime, reason: str = "") -> Path:
    """Copy the ledger at one instant, verify the copy, and only then give it its name. Raises LedgerRefused."""
    target = folder / f"{ledger.stem}-{at:{_STAMP}}{'-' + reason if reason else ''}.bbt"
    unfinished = target.with_suffix(".part")
    if not ledger.is_file():
        raise LedgerRefused(f"备份没有做成：台账“{ledger}”已不在原处。请接上存放它的U盘，以前的备份没有改动。")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _copy(ledger, unfinished, password)
        if faults_of(unfinished, password):
            raise LedgerRefused("备份没有通过检查，没有保留它。台账本身没有改动，请换一个磁盘再备份。")
        unfinished.replace(target)
    except (OSError, dbapi2.Error):
        raise LedgerRefused(f"备份没有做成：不能写入“{folder}”。台账本身没有改动，请检查磁盘空间。") from None
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def _copy(source: Path, target: Path, password: str | None) -> None:
    target.unlink(missing_ok=True)
    original = connect(source, password)
    copy = unsettled(target)
    try:
        if password and is_locked(source):  # a locked ledger has locked backups, a plain one plain ones
            copy.execute(f"PRAGMA key = {quoted(password)}")
        original.backup(copy)
    finally:
        copy.close()
        original.close()


def restore(source: Path, target: Path, password: str | None) -> None:
    """Put a verified backup at ``target``, which must not exist. Raises LedgerRefused and changes nothing otherwise."""
    if target.exists():
        raise LedgerRefused(f"“{target.name}”已经存在，没有覆盖它。请换一个名字恢复。")
    if not source.is_file():
        raise LedgerRefused(f"找不到备份“{source}”。")
    faults = faults_of(source, password)
    if faults:
        raise LedgerRefused(f"备份“{source.name}”不完整，没有恢复：{faults[0]}")
    unfinished = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(source, unfinished, password)
        unfinished.replace(target)
    except (OSError, dbapi2.Error):
        raise LedgerRefused(f"恢复没有完成：不能写入“{target.parent}”。备份没有改动。") from None
    finally:
        unfinished.unlink(missing_ok=True)


def backups_of(ledger: Path) -> list[tuple[datetime, Path]]:
    """Every backup of a ledger, newest first."""
    found = []
    for path in folder_of(ledger).glob(f"{ledger.stem}-*.bbt"):
        stamp = re.fullmatch(r"(\d{8}-\d{6})(-.*)?", path.stem[len(ledger.stem) + 1 :])
        if stamp:
            found.append((datetime.strptime(stamp[1], _STAMP), path))
    return sorted(found, reverse=True)


def thin_out(ledger: Path, now: datetime) -> None:
    """Remove backups that no rule keeps; those made before an upgrade are kept for good."""
    backups = [(at, path) for at, path in backups_of(ledger) if "-升级前" not in path.stem]
    kept = {path for _, path in backups[:KEEP_RECENT]}
    for count, days, name in ((KEEP_DAYS, 1, "%Y%j"), (KEEP_WEEKS, 7, "%G%V"), (KEEP_MONTHS, 31, "%Y%m")):
        newest: dict[str, Path] = {}
        for at, path in backups:
            if at > now - timedelta(days=count * days):
                newest.setdefault(at.strftime(name), path)
        kept |= set(list(newest.values())[:count])
    for _, path in backups:
        if path not in kept:
            path.unlink(missing_ok=True)
