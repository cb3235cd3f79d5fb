"""One file, one window, no half write: what a ledger promises whatever happens around it."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlcipher3 import dbapi2

from desktop_app.errors import LedgerRefused
from desktop_app.ledger import backup, migrations, tables
from desktop_app.ledger.connection import connect
from desktop_app.ledger.ledger import Ledger, create_ledger, open_ledger
from desktop_app.ledger.verify import faults_of
from desktop_app.records.base import Base
from desktop_app.records.registry import RECORD_TYPES, record_type
from desktop_app.services import records

PERSON = record_type("person")
KEPT = sorted((Path(__file__).parents[1] / "data" / "ledgers").glob("*.bbt"))


def test_the_migrated_tables_are_those_the_records_declare(ledger: Ledger) -> None:
    with ledger.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, [Base.metadata, tables.metadata]) == []


@pytest.mark.parametrize("kept", KEPT, ids=lambda path: path.stem)
def test_a_ledger_of_every_release_opens_and_keeps_its_rows(kept: Path, tmp_path: Path) -> None:
    """Each file was made by the release before the step after its number; opening it backs it up and brings it on."""
    path = tmp_path / kept.name
    shutil.copy(kept, path)
    with open_ledger(path) as old:
        assert records.single(old, "enterprise")["name"] == "江南金梭纺织有限公司"
        assert records.counts(old).keys() == {kind.label for kind in RECORD_TYPES}
        records.save(old, "activity", {"name": "读书会", "category": "读书活动", "held_on": "2026-04-23"})
    assert list((tmp_path / "备份").glob("*.bbt"))
    assert faults_of(path) == []


def test_every_step_but_the_last_has_its_kept_ledger() -> None:
    assert [int(path.stem) for path in KEPT] == list(range(1, migrations.NEWEST))


def test_a_second_window_is_told_who_holds_the_ledger(ledger: Ledger) -> None:
    with pytest.raises(LedgerRefused, match="周敏"):
        open_ledger(ledger.path, operator="钱玲")


def test_a_dead_holder_is_no_holder(tmp_path: Path) -> None:
    path = tmp_path / "台账.bbt"
    create_ledger(path).close()
    holder = _python(f"""
        import time
        from pathlib import Path
        from desktop_app.ledger.ledger import open_ledger
        ledger = open_ledger(Path({str(path)!r}), operator="旧窗口")
        print("open", flush=True)
        time.sleep(60)
    """)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    with pytest.raises(LedgerRefused, match="旧窗口"):
        open_ledger(path)
    holder.send_signal(signal.SIGKILL)
    holder.communicate()
    open_ledger(path).close()


@pytest.mark.parametrize("content", [b"hello, not a ledger at all", b"\x00" * 8192, b"PK\x03\x04zip"])
def test_what_is_no_ledger_is_refused_and_left_as_it_was(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "别的.bbt"
    path.write_bytes(content)
    with pytest.raises(LedgerRefused, match="没有改动它"):
        open_ledger(path)
    assert path.read_bytes() == content


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "别的.bbt"
    other = dbapi2.connect(path)
    other.execute("CREATE TABLE t (a)")
    other.commit()
    other.close()
    with pytest.raises(LedgerRefused, match="不是半边天台账"):
        open_ledger(path)


def test_a_newer_ledger_is_refused_without_changing_a_byte(tmp_path: Path) -> None:
    path = tmp_path / "新.bbt"
    create_ledger(path).close()
    newer = connect(path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(LedgerRefused, match="更新版本"):
        open_ledger(path)
    assert path.read_bytes() == before


def test_a_change_that_fails_leaves_no_trace(ledger: Ledger) -> None:
    def fail() -> None:
        with ledger.writing("一半") as writing:
            writing.insert(PERSON, [{"name": "戴静"}])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert records.everything(ledger, "person") == []
    assert records.last_change(ledger) is None


def test_fifty_mixed_steps_undone_one_by_one_lead_back_to_the_start(ledger: Ledger) -> None:
    chance = random.Random(3)
    states = [records.everything(ledger, "person")]
    for step in range(50):
        known = [row["id"] for row in states[-1]]
        action = chance.choice(("add", "change", "delete")) if known else "add"
        if action == "add":
            records.save(ledger, "person", {"name": f"工人{step}", "department": chance.choice(("甲班", "乙班"))})
        elif action == "change":
            records.save(ledger, "person", {"department": f"第{step}车间"}, chance.choice(known))
        else:
            records.delete(ledger, "person", [chance.choice(known)])
        states.append(records.everything(ledger, "person"))
    for expected in reversed(states[:-1]):
        records.undo(ledger)
        assert records.everything(ledger, "person") == expected


def test_closing_a_changed_ledger_leaves_a_verified_backup(tmp_path: Path, clock: Callable[[], datetime]) -> None:
    path = tmp_path / "台账.bbt"
    with create_ledger(path, clock=clock) as ledger:
        records.save(ledger, "person", {"name": "戴静"})
    [(at, copy)] = backup.backups_of(path)
    assert at == clock()
    assert faults_of(copy) == []
    backup.restore(copy, tmp_path / "恢复.bbt", None)
    with open_ledger(tmp_path / "恢复.bbt") as restored:
        assert [row["name"] for row in records.everything(restored, "person")] == ["戴静"]


def test_an_unchanged_ledger_leaves_none(tmp_path: Path) -> None:
    path = tmp_path / "台账.bbt"
    create_ledger(path).close()
    open_ledger(path).close()
    assert backup.backups_of(path) == []


def test_four_hundred_days_of_backups_are_thinned_to_the_rule(tmp_path: Path) -> None:
    path = tmp_path / "台账.bbt"
    path.touch()
    backup.folder_of(path).mkdir()
    now = datetime(2026, 11, 22, 17, 0)
    for half_hour in range(400 * 4):
        at = now - timedelta(hours=6 * half_hour)
        (backup.folder_of(path) / f"台账-{at:%Y%m%d-%H%M%S}.bbt").touch()
    kept_for_good = backup.folder_of(path) / "台账-20240101-000000-升级前0.bbt"
    kept_for_good.touch()
    backup.thin_out(path, now)
    kept = [at for at, _ in backup.backups_of(path)]
    assert kept_for_good.exists()
    assert len(kept) <= 12 + 7 + 5 + 12 + 1
    assert {at.date() for at in kept} >= {(now - timedelta(days=back)).date() for back in range(7)}
    assert len({(at.year, at.month) for at in kept if at.year >= 2025}) >= 12


def test_a_damaged_backup_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    path = tmp_path / "台账.bbt"
    with create_ledger(path) as ledger:
        records.save_many(ledger, "person", [{"name": f"工人{n}"} for n in range(500)])
        copy = ledger.back_up()
    damaged = tmp_path / "坏.bbt"
    damaged.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    with pytest.raises(LedgerRefused):
        backup.restore(damaged, tmp_path / "恢复.bbt", None)
    assert not (tmp_path / "恢复.bbt").exists()


def test_a_locked_ledger_opens_only_with_its_password_and_shows_nothing(tmp_path: Path) -> None:
    path, locked = tmp_path / "台账.bbt", tmp_path / "密.bbt"
    with create_ledger(path) as ledger:
        records.save(ledger, "person", {"name": "欧阳𬱖", "id_number": "320105198901246269"})
    plain = connect(path)
    plain.execute(f"ATTACH DATABASE '{locked}' AS locked KEY '三月八日'")
    plain.execute("SELECT sqlcipher_export('locked')")
    for pragma in ("application_id", "user_version"):
        value = plain.execute(f"PRAGMA {pragma}").fetchone()[0]
        plain.execute(f"PRAGMA locked.{pragma} = {value}")
    plain.close()
    assert b"320105198901246269" not in locked.read_bytes()
    for password in (None, "三月七日"):
        with pytest.raises(LedgerRefused, match="密码"):
            open_ledger(locked, password=password)
    with open_ledger(locked, password="三月八日") as ledger:  # noqa: S106
        records.save(ledger, "person", {"phone": "13900000101"}, 1)
        assert records.load(ledger, "person", 1)["name"] == "欧阳𬱖"
    [(_, copy)] = backup.backups_of(locked)
    assert b"320105198901246269" not in copy.read_bytes()
    assert faults_of(copy, "三月八日") == []


def test_a_killed_writer_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "台账.bbt"
    create_ledger(path).close()
    acknowledged = 0
    for round_number in range(6):
        writer = _python(f"""
            from pathlib import Path
            from desktop_app.ledger.ledger import open_ledger
            from desktop_app.services import records
            ledger = open_ledger(Path({str(path)!r}))
            while True:
                print(records.save(ledger, "person", {{"name": "工人"}}).id, flush=True)
        """)
        assert writer.stdout is not None
        for _ in range(5 + 7 * round_number):
            acknowledged = int(writer.stdout.readline())
        writer.send_signal(signal.SIGKILL)
        rest, _ = writer.communicate()
        acknowledged = max(
            [acknowledged, *(int(line) for line in rest.splitlines(keepends=True) if line.endswith("\n"))]
        )
        with open_ledger(path) as ledger:
            kept = [row["id"] for row in records.everything(ledger, "person")]
            assert kept == list(range(1, len(kept) + 1))
            assert len(kept) >= acknowledged
        assert faults_of(path) == []
    shutil.rmtree(backup.folder_of(path), ignore_errors=True)


def test_a_full_disk_is_said_and_leaves_the_ledger_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "台账.bbt"
    create_ledger(path).close()
    told = _python(f"""
        import resource, signal
        from pathlib import Path
        from desktop_app.errors import LedgerRefused
        from desktop_app.ledger.ledger import open_ledger
        from desktop_app.services import records
        path = Path({str(path)!r})
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        ledger = open_ledger(path)
        records.save(ledger, "person", {{"name": "戴静"}})
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, resource.RLIM_INFINITY))
        try:
            records.save_many(ledger, "person", [{{"name": f"工人{{n}}", "note": "很长" * 200}} for n in range(500)])
        except LedgerRefused as refusal:
            print(refusal)
        print(len(records.everything(ledger, "person")))
    """)
    said, _ = told.communicate()
    assert "没有保存" in said
    assert said.splitlines()[-1] == "1"
    assert faults_of(path) == []


def _python(program: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", textwrap.dedent(program)], stdout=subprocess.PIPE, text=True)


def test_a_vanished_ledger_is_not_taken_for_a_full_disk(tmp_path: Path) -> None:
    gone = tmp_path / "拔掉的U盘.bbt"
    with pytest.raises(LedgerRefused, match="已不在原处"):
        backup.make(gone, None, tmp_path / "备份", datetime(2026, 11, 22))
    assert not (tmp_path / "备份").exists()
