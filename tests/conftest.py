"""What every test stands on: no screen, a fixed day, and ledgers in a folder of their own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop_app.ledger.ledger import Ledger, create_ledger, open_ledger
from desktop_app.services.demo import make_sample

NOW = datetime(2026, 11, 22, 9, 30)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    return lambda: NOW


@pytest.fixture(scope="session")
def empty_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty ledger made once; copying it is quicker than making its tables again."""
    path = tmp_path_factory.mktemp("empty") / "空.bbt"
    create_ledger(path).close()
    return path


@pytest.fixture
def ledger(tmp_path: Path, empty_ledger: Path, clock: Callable[[], datetime]) -> Iterator[Ledger]:
    path = tmp_path / "试验.bbt"
    shutil.copy(empty_ledger, path)
    with open_ledger(path, operator="周敏", clock=clock) as opened:
        yield opened


@pytest.fixture(scope="session")
def whole_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, no longer called one: a ledger in full use, made once."""
    path = tmp_path_factory.mktemp("sample") / "在用.bbt"
    make_sample(path, clock=lambda: NOW)
    with open_ledger(path) as made:
        made.remember(sample="no")
    return path


@pytest.fixture
def full_ledger(tmp_path: Path, whole_sample: Path, clock: Callable[[], datetime]) -> Iterator[Ledger]:
    """A ledger in which every kind of record is kept."""
    path = tmp_path / "在用.bbt"
    shutil.copy(whole_sample, path)
    with open_ledger(path, operator="周敏", clock=clock) as opened:
        yield opened
