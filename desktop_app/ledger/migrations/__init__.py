"""The numbered steps from an empty file to today's tables; a released step is never edited, a new one is added."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from desktop_app.errors import LedgerRefused
from desktop_app.ledger.connection import APPLICATION_ID, connect

# To add a step: write m0002_….py with ``upgrade(op)``, append it here, and keep a ledger of the release before it in
# tests/data; the test that opens every kept ledger then holds you to it.
STEPS = ("m0001_first_tables", "m0002_the_rest_of_the_work", "m0003_what_the_rules_ask")
NEWEST = len(STEPS)


def migrate(path: Path, password: str | None, version: int) -> None:
    """Run the missing steps in one transaction: afterwards the file is of ``NEWEST``, or untouched.

    Raises LedgerRefused when the result would break a link between records.
    """
    from alembic.operations import Operations  # costs 0.15 s, and most days nothing migrates
    from alembic.runtime.migration import MigrationContext

    raw = connect(path, password)
    engine = create_engine("sqlite://", module=dbapi2, creator=lambda: raw, poolclass=StaticPool)
    raw.execute("PRAGMA foreign_keys = OFF")  # else rebuilding a table would delete what hangs on it
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            operations = Operations(MigrationContext.configure(connection))
            for step in STEPS[version:]:
                import_module(f"{__name__}.{step}").upgrade(operations)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                raise LedgerRefused("台账升级没有完成：记录之间的联系不完整。原台账没有改动，升级前备份也在。")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {NEWEST}")
            connection.exec_driver_sql("COMMIT")
    finally:
        if raw.in_transaction:
            raw.execute("ROLLBACK")
        engine.dispose()
        raw.close()
