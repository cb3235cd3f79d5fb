"""A ledger file under another password, or none: written anew beside it, proven, and only then put in its place."""

from __future__ import annotations

import os
from pathlib import Path

from sqlcipher3 import dbapi2

from desktop_app.errors import LedgerRefused
from desktop_app.ledger.connection import connect, quoted
from desktop_app.ledger.verify import faults_of


def rekey(path: Path, old: str | None, new: str | None) -> None:
    """Rewrite the file at ``path`` under the password ``new`` (None: plain). Nobody else may hold it meanwhile.

    The old file is the ledger until the new one is whole, read back and on the disk. Raises LedgerRefused (full
    disk, file in use), changing nothing.
    """
    unfinished = _unfinished(path)
    try:
        _write(path, old, unfinished, new)
        if faults_of(unfinished, new) or _counts(unfinished, new) != _counts(path, old):
            raise LedgerRefused("加密后的台账没有通过检查，没有改动原来的台账。请换一个磁盘再试。")
        _settle_on_disk(unfinished)
        unfinished.replace(path)
        _settle_on_disk(path.parent)
    except (OSError, dbapi2.Error):
        raise LedgerRefused(
            f"密码没有改成：不能写入“{path.parent}”，磁盘可能已满。原来的台账没有改动，请检查后再试。"
        ) from None
    finally:
        clear_away(path)


def clear_away(path: Path) -> None:
    """Remove what a rewriting left that was cut off; it may be readable without the password."""
    unfinished = _unfinished(path)
    for left in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
        left.unlink(missing_ok=True)


def _unfinished(path: Path) -> Path:
    return path.with_name(path.name + ".rekey")


def _write(path: Path, old: str | None, unfinished: Path, new: str | None) -> None:
    unfinished.unlink(missing_ok=True)
    source = connect(path, old)
    try:
        heads = {name: source.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")}
        source.execute(f"ATTACH DATABASE ? AS rekeyed KEY {quoted(new or '')}", (str(unfinished),))
        source.execute("PRAGMA rekeyed.journal_mode = MEMORY")  # nothing of it may lie beside the new file
        source.execute("SELECT sqlcipher_export('rekeyed')")
        for name, value in heads.items():  # the export leaves them behind
            source.execute(f"PRAGMA rekeyed.{name} = {int(value)}")
        source.execute("DETACH DATABASE rekeyed")
    finally:
        source.close()


def _counts(path: Path, password: str | None) -> dict[str, int]:
    """How many rows each table has, and the tables and indexes themselves."""
    connection = connect(path, password)
    try:
        parts = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
        tables = [name for kind, name, _ in parts if kind == "table"]
        counted = {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in tables}  # noqa: S608
    finally:
        connection.close()
    return counted | {f"{kind} {name} {sql}": 1 for kind, name, sql in parts}


def _settle_on_disk(path: Path) -> None:
    """Wait until what was written there is on the disk; folders cannot be waited for on Windows."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
