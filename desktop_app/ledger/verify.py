"""Whether a ledger file is whole."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from sqlcipher3 import dbapi2

from desktop_app.ledger.connection import APPLICATION_ID, connect


def faults_of(path: Path, password: str | None = None) -> list[str]:
    """Every fault found, as Chinese sentences; none for a sound ledger. Raises LedgerRefused if it cannot be opened."""
    connection = connect(path, password)
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            return [f"“{path.name}”不是半边天台账。"]
        damage = [row[0] for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except dbapi2.DatabaseError:
        return ["文件已损坏，读不完整。请用最近的备份恢复。"]
    finally:
        connection.close()
    found = [f"文件内部不完整（第 {n} 处）。请用最近的备份恢复。" for n, _ in enumerate(damage, 1)]
    return found + [f"有 {len(broken)} 条记录指向不存在的记录。" for _ in broken[:1]]


def altered_files(path: Path, password: str | None = None) -> list[str]:
    """Frozen files that are not what was handed in, as sentences. A ledger with such a file is still backed up."""
    connection = connect(path, password)
    try:
        kept = "SELECT 1 FROM sqlite_master WHERE name = 'submission_file'"
        if connection.execute(kept).fetchone() is None:  # a ledger of an earlier program
            return []
        rows = connection.execute("SELECT name, sha256, content FROM submission_file")
        altered = [name for name, digest, content in rows if sha256(content).hexdigest() != digest]
    finally:
        connection.close()
    return [f"报送时存下的“{name}”与当时的内容不一致。请从以前的备份里找回。" for name in altered]


def hostile_parts(path: Path, password: str | None = None) -> list[str]:
    """Names of triggers and views, which no ledger of ours has."""
    connection = connect(path, password)
    try:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall()
    finally:
        connection.close()
    return [row[0] for row in rows]
