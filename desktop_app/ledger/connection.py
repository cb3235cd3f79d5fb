"""Connections to a ledger file: one driver for plain and locked files, and the settings that keep data safe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from desktop_app.errors import LedgerRefused

APPLICATION_ID = 0x42425431  # "BBT1": how our file is told from any other SQLite file
_PLAIN_HEADER = b"SQLite format 3\0"


class PasswordNeeded(LedgerRefused):
    """The file is locked with a password, or is no ledger at all: the two look alike by design."""


def connect(path: Path, password: str | None = None) -> dbapi2.Connection:
    """A raw connection with the ledger's settings. The file must exist. Raises LedgerRefused or PasswordNeeded."""
    with_password = is_locked(path)
    if with_password and not password:
        raise PasswordNeeded(f"“{path.name}”不是半边天台账，或者已设密码。没有改动它；如已设密码，请输入密码再打开。")
    connection = unsettled(path)
    try:
        _settle(connection, password if with_password else None)
    except dbapi2.DatabaseError:
        connection.close()
        raise PasswordNeeded(f"打不开“{path.name}”：密码不对，或者文件已损坏。没有改动它。") from None
    return connection


def is_locked(path: Path) -> bool:
    """Whether a password is needed to read the file; an empty one is plain."""
    with path.open("rb") as file:
        header = file.read(16)
    return bool(header) and header != _PLAIN_HEADER


def quoted(password: str) -> str:
    """A password as SQLCipher's statements take it: a pragma and ATTACH know no parameters."""
    return "'" + password.replace("'", "''") + "'"


def unsettled(path: Path) -> dbapi2.Connection:
    """A connection to which no key was given yet."""
    return dbapi2.connect(path, isolation_level=None, check_same_thread=False, timeout=5)


def _settle(connection: dbapi2.Connection, password: str | None) -> None:
    if password:
        connection.execute(f"PRAGMA key = {quoted(password)}")
    for pragma in (
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
        "journal_mode = DELETE",  # officers copy the one file to a U盘: nothing may live beside it
        "synchronous = FULL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}").fetchall()
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def engine_for(path: Path, password: str | None = None) -> Engine:
    """An SQLAlchemy engine over the file: readers begin plainly, ``writing`` connections take the lock at once."""
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, password),
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=4,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Any) -> None:
        writing = connection.get_execution_options().get("writing", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
