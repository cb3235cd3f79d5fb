"""A locked ledger: nothing of it is readable, a wrong password opens nothing, and it is never half locked."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.errors import LedgerRefused, Rejected
from desktop_app.ledger import backup
from desktop_app.ledger.connection import PasswordNeeded, is_locked
from desktop_app.ledger.ledger import Ledger, open_ledger
from desktop_app.ledger.verify import faults_of
from desktop_app.services import history, locking, records

CANARIES = ("金丝雀甲", "320104199003071223", "13900007777")
PASSWORD = "".join(("海棠", "'花", " 2026"))  # a quote and a space: the driver takes it as text

SECOND = PASSWORD[::-1]


@pytest.fixture
def path(ledger: Ledger) -> Iterator[Path]:
    """A plain ledger with a canary in it, closed."""
    records.save(ledger, "person", {"name": CANARIES[0], "id_number": CANARIES[1], "phone": CANARIES[2]})
    ledger.close()
    yield ledger.path


def readable(folder: Path) -> set[str]:
    """Names of the files in which a canary can be read."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.name for file in files if any(canary.encode() in file.read_bytes() for canary in CANARIES)}


def entry(person_id: int) -> dict[str, object]:
    return {"person_id": person_id, "stage": "孕期", "due_month": "2027-03", "consented_on": "2026-11-02"}


def test_after_locking_nothing_is_readable_but_the_old_backups_which_are_named(path: Path) -> None:
    with open_ledger(path) as ledger:
        locking.set_password(ledger, PASSWORD, PASSWORD)
        assert readable(path.parent) == {each.name for each in locking.readable_backups(ledger)}
        locking.delete_backups(locking.readable_backups(ledger))
        assert [row["name"] for row in records.everything(ledger, "person")] == [CANARIES[0]]
        assert ledger.faults() == []
        records.save(ledger, "person", {"name": "金丝雀甲乙"})
    assert readable(path.parent) == set()
    assert {file.name for file in path.parent.iterdir()} == {path.name, "备份"}
    [(_, made)] = backup.backups_of(path)  # the one that closing left
    assert is_locked(made)
    assert faults_of(made, PASSWORD) == []


def test_a_wrong_password_opens_nothing_and_changes_nothing(path: Path) -> None:
    with open_ledger(path) as ledger:
        locking.set_password(ledger, PASSWORD)
        for current in ("", "猜的密码"):
            with pytest.raises(Rejected, match="现在的密码不对"):
                locking.set_password(ledger, "另一个密码啊", current=current)
        assert ledger.is_password(PASSWORD)
        assert not ledger.is_password("")
    before = path.read_bytes()
    for wrong in (None, "", "猜的密码", PASSWORD + " "):
        with pytest.raises(PasswordNeeded):
            open_ledger(path, password=wrong)
    assert path.read_bytes() == before


def test_the_password_is_changed_and_taken_away(path: Path) -> None:
    with open_ledger(path) as ledger:
        locking.set_password(ledger, PASSWORD)
        locking.set_password(ledger, SECOND, current=PASSWORD)
    with pytest.raises(PasswordNeeded):
        open_ledger(path, password=PASSWORD)
    with open_ledger(path, password=SECOND) as ledger:
        locking.remove_password(ledger, SECOND)
        assert not ledger.is_locked
    with open_ledger(path) as ledger:
        assert len(records.everything(ledger, "person")) == 1


@pytest.mark.parametrize(
    ("first", "again"), [("12345", "12345"), ("123456", "123457"), (" 123456", " 123456"), ("12\n3456", "12\n3456")]
)
def test_a_poor_password_is_refused(path: Path, first: str, again: str) -> None:
    with open_ledger(path) as ledger, pytest.raises(Rejected):
        locking.set_password(ledger, first, again)
    assert not is_locked(path)


def test_guarded_records_are_kept_in_a_locked_ledger_only(path: Path) -> None:
    with open_ledger(path) as ledger:
        with pytest.raises(LedgerRefused, match="设密码"):
            records.save(ledger, "special_period", entry(1))
        ids, faults = records.save_many(ledger, "special_period", [entry(1)])
        assert (ids, len(faults)) == ([], 1)
        locking.set_password(ledger, PASSWORD)
        assert records.save(ledger, "special_period", entry(1)).id == 1
        with pytest.raises(LedgerRefused, match="还有 1 条"):
            locking.remove_password(ledger, PASSWORD)


def test_without_consent_nothing_is_kept(path: Path) -> None:
    with open_ledger(path) as ledger:
        locking.set_password(ledger, PASSWORD)
        ids, [(_, problem)] = records.save_many(ledger, "special_period", [{**entry(1), "consented_on": ""}])
    assert (ids, problem.field, problem.reason) == ([], "consented_on", "必须填写")


def test_what_was_deleted_is_gone_from_the_history_once_the_ledger_is_closed(path: Path) -> None:
    with open_ledger(path) as ledger:
        locking.set_password(ledger, PASSWORD)
        records.save(ledger, "special_period", entry(1))
        records.delete(ledger, "special_period", [1])
        assert history.history_of(ledger, "special_period", 1)
        records.undo(ledger)
        records.delete(ledger, "special_period", [1])
    with open_ledger(path, password=PASSWORD) as ledger:
        assert not history.history_of(ledger, "special_period", 1)
        assert history.history_of(ledger, "person", 1)


def test_a_full_disk_leaves_the_old_ledger(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    before = path.read_bytes()
    with open_ledger(path) as ledger:
        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(LedgerRefused, match="原来的台账没有改动"):
            locking.set_password(ledger, PASSWORD)
        monkeypatch.undo()
        assert not ledger.is_locked
        assert len(records.everything(ledger, "person")) == 1
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.rekey*"))


@pytest.mark.parametrize("at", ["before", "after"])
def test_a_kill_at_the_replace_leaves_one_whole_ledger(path: Path, at: str) -> None:
    script = f"""
        import os, signal, sys
        from pathlib import Path
        from desktop_app.ledger.ledger import open_ledger
        from desktop_app.services import locking
        real = Path.replace
        def replace(*names):
            if {at!r} == "after":
                real(*names)
            os.kill(os.getpid(), signal.SIGKILL)
        Path.replace = replace
        locking.set_password(open_ledger(Path(sys.argv[1])), {PASSWORD!r})
    """
    killed = subprocess.run([sys.executable, "-c", textwrap.dedent(script), path], check=False)
    assert killed.returncode == -signal.SIGKILL
    with open_ledger(path, password=PASSWORD) as ledger:
        assert ledger.is_locked is (at == "after")
        assert ledger.faults() == []
        assert len(records.everything(ledger, "person")) == 1
    assert not list(path.parent.glob("*.rekey*"))


def test_a_plain_ledger_takes_no_harm_from_a_password_that_is_set_for_another(path: Path) -> None:
    with open_ledger(path, password=SECOND) as ledger:
        assert not ledger.is_locked
        records.save(ledger, "person", {"name": "单秀英"})
    assert not any(is_locked(made) for _, made in backup.backups_of(path))


def test_the_command_line_makes_and_fills_a_locked_ledger(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "新.bbt"
    monkeypatch.setenv("BANBIANTIAN_PASSWORD", PASSWORD)
    assert main(["new", str(path), "--unit", "金梭纺织有限公司"]) == 0
    assert is_locked(path)
    assert "金梭".encode() not in path.read_bytes()
    assert main(["records", str(path), "enterprise"]) == 0
    assert "金梭" in capsys.readouterr().out
    copy = tmp_path / "恢复.bbt"
    shutil.copy(path, tmp_path / "备.bbt")
    assert main(["restore", str(tmp_path / "备.bbt"), "--to", str(copy)]) == 0
    assert is_locked(copy)
