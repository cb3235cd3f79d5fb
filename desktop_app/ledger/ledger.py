"""One open ledger: who may read it, how a change is made, what happens when it closes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from hmac import compare_digest
from pathlib import Path
from threading import Lock as ThreadLock

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import DatabaseError

from desktop_app.errors import LedgerRefused
from desktop_app.ledger import backup, migrations, tables
from desktop_app.ledger.connection import APPLICATION_ID, connect, engine_for, is_locked
from desktop_app.ledger.keying import clear_away, rekey
from desktop_app.ledger.lock import Lock
from desktop_app.ledger.verify import faults_of
from desktop_app.ledger.writing import Writing
from desktop_app.records.registry import RECORD_TYPES

Clock = Callable[[], datetime]
_PATIENCE = 5  # seconds a save waits for another, as the driver does


class Ledger:
    """An open ledger. Use ``open_ledger`` or ``create_ledger``; close it, or use it in a ``with`` block."""

    def __init__(self, path: Path, lock: Lock | None, password: str | None, operator: str, clock: Clock) -> None:
        self.path = path
        self.operator = operator
        self.clock = clock
        self.is_changed = False
        self._lock = lock
        self._password = password if is_locked(path) else None
        self._engine = engine_for(path, self._password)
        self._gate = ThreadLock()  # held while writing, so that nothing is written while the file is written anew

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def is_locked(self) -> bool:
        """Whether the file can be read only with a password."""
        return self._password is not None

    @property
    def is_sample(self) -> bool:
        """Whether all its persons are invented."""
        return self.setting("sample") == "yes"

    def is_password(self, text: str) -> bool:
        """Whether ``text`` is the password the ledger was opened with."""
        return compare_digest(text.encode(), (self._password or "").encode())

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one instant of the ledger."""
        with _said_plainly(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self, title: str, *, undoes: int | None = None) -> Iterator[Writing]:
        """One transaction: kept whole when the block ends, gone without trace when it raises.

        ``title`` is what the officer did, in her words. Raises LedgerRefused where it was opened for reading only.
        """
        if self._lock is None:
            raise LedgerRefused("台账是只读打开的，没有改动任何数据。")
        at = self.clock().isoformat(" ", "seconds")
        with (
            self._alone(),
            _said_plainly(),
            self._engine.connect().execution_options(writing=True) as connection,
            connection.begin(),
        ):
            writing = Writing(connection, at, self.operator, title, undoes, is_locked=self.is_locked)
            yield writing
        self.is_changed = self.is_changed or not writing.is_empty

    def setting(self, name: str, default: str = "") -> str:
        """A remembered setting of this ledger."""
        with self.reading() as connection:
            found = connection.execute(select(tables.setting.c.value).where(tables.setting.c.name == name)).scalar()
        return default if found is None else found

    def remember(self, **settings: str) -> None:
        """Keep settings."""
        with self.writing("设置") as writing:
            for name, value in settings.items():
                kept = sqlite_insert(tables.setting).values(name=name, value=value)
                writing.connection.execute(kept.on_conflict_do_update(index_elements=["name"], set_={"value": value}))

    def back_up(self, folder: Path | None = None, reason: str = "") -> Path:
        """A verified copy in ``folder`` (by default 备份 beside the ledger). Raises LedgerRefused when it fails."""
        return backup.make(self.path, self._password, folder or backup.folder_of(self.path), self.clock(), reason)

    def faults(self) -> list[str]:
        """Every fault of the file, as Chinese sentences; none for a sound ledger."""
        return faults_of(self.path, self._password)

    def change_password(self, new: str | None) -> None:
        """Rewrite the file locked with ``new``, or plain for None; its old backups stay as they were.

        Until the new file is whole and checked the old one is the ledger. Raises LedgerRefused and changes nothing.
        """
        if self._lock is None:
            raise LedgerRefused("台账是只读打开的，没有改动密码。")
        with self._alone():
            self._engine.dispose()
            try:
                rekey(self.path, self._password, new)
                self._password = new
                self.is_changed = True  # so that closing leaves a backup under the new password
            finally:
                self._engine.dispose()
                self._engine = engine_for(self.path, self._password)

    def forget_deleted(self) -> None:
        """Take what was deleted of guarded kinds out of the history too: from now on it cannot be brought back."""
        with self.writing("清除已删除的敏感信息") as writing:
            for kind in RECORD_TYPES:
                if kind.is_guarded:
                    writing.forget_deleted(kind)

    def close(self) -> None:
        """Let go of the file; a ledger that was changed leaves a verified backup, and old ones are thinned out."""
        if self._lock is None:
            self._engine.dispose()
            return
        try:
            if self.is_changed:
                self.forget_deleted()
                self.back_up()
                backup.thin_out(self.path, self.clock())
        finally:
            self._engine.dispose()
            self._lock.release()
            self._lock = None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if not self._gate.acquire(timeout=_PATIENCE):
            raise LedgerRefused("台账正忙着另一项保存，这一步没有保存。请等几秒再试。")
        try:
            yield
        finally:
            self._gate.release()


@contextmanager
def _said_plainly() -> Iterator[None]:
    """A full disk, a vanished or damaged file, in an officer's words; the transaction around it is already undone."""
    try:
        yield
    except DatabaseError as fault:
        said = str(fault.orig)
        if "full" in said or "I/O" in said:
            why = "磁盘可能已满，或存放台账的磁盘已断开"
        elif "locked" in said:
            why = "另一个程序正占用着台账文件"
        elif "readonly" in said or "unable to open" in said:
            why = "台账文件现在不能写入（只读，或已被移走）"
        elif "malformed" in said or "not a database" in said:
            why = "台账文件已损坏，请用最近的备份恢复"
        else:
            raise  # ours to mend, not hers
        raise LedgerRefused(f"{why}。这一步没有保存，之前保存的数据没有改动。请处理后再试。") from fault


def open_ledger(
    path: Path, *, operator: str = "", password: str | None = None, clock: Clock = datetime.now, read_only: bool = False
) -> Ledger:
    """Open an existing ledger, bringing an older one up to date after a verified backup.

    Raises LedgerRefused (not a ledger, newer, held by another window, folder not writable) or PasswordNeeded.
    """
    path = path.absolute()
    if not path.is_file():
        raise LedgerRefused(f"找不到台账“{path}”。请检查文件位置，或接上存放它的U盘。")
    lock = None if read_only else Lock(path, operator, f"{clock():%Y-%m-%d %H:%M}")
    try:
        if lock is not None:
            clear_away(path)
        version = _version(path, password)
        if version < migrations.NEWEST:
            if lock is None:
                raise LedgerRefused(f"台账“{path.name}”是旧版本的，请先用程序打开一次以升级。")
            backup.make(path, password, backup.folder_of(path), clock(), f"升级前{version}")
            migrations.migrate(path, password, version)
        return Ledger(path, lock, password, operator, clock)
    except BaseException:
        if lock:
            lock.release()
        raise


def create_ledger(
    path: Path, *, operator: str = "", password: str | None = None, clock: Clock = datetime.now
) -> Ledger:
    """A new empty ledger at ``path``, locked if a ``password`` is given. Raises LedgerRefused when one is there."""
    path = path.absolute()
    if path.exists():
        raise LedgerRefused(f"“{path.name}”已经存在，没有覆盖它。请换一个名字。")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(path.name + ".new")
        unfinished.unlink(missing_ok=True)
        unfinished.touch()
        migrations.migrate(unfinished, None, 0)
        if password:
            rekey(unfinished, None, password)
        unfinished.replace(path)
    except OSError as fault:
        raise LedgerRefused(f"不能在“{path.parent}”新建台账（{fault.strerror}）。请换一个文件夹。") from None
    return open_ledger(path, operator=operator, password=password, clock=clock)


def _version(path: Path, password: str | None) -> int:
    connection = connect(path, password)
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()
    if application != APPLICATION_ID:
        raise LedgerRefused(f"“{path.name}”不是半边天台账，没有改动它。")
    if version > migrations.NEWEST:
        raise LedgerRefused(
            f"台账“{path.name}”由更新版本的程序保存（格式 {version}，本程序只认到 {migrations.NEWEST}），没有改动它。"
            "请安装新版程序再打开。"
        )
    return version
