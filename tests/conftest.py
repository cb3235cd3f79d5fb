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
