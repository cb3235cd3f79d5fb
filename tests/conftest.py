"""What every test stands on: no screen, a fixed day, and ledgers in a folder of their own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from desktop_app.ledger.ledger import Ledger, create_ledger

NOW = datetime(2026, 11, 22, 9, 30)


@pytest.fixture
def clock() -> Callable[[], datetime]:
    return lambda: NOW


@pytest.fixture
def ledger(tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Ledger]:
    with create_ledger(tmp_path / "试验.bbt", operator="周敏", clock=clock) as opened:
        yield opened
