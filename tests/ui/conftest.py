"""A context whose messages and runner are at hand, and hands that type as an officer does."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from ui.fakes import FakeMessages, NowRunner

from desktop_app.ledger.ledger import Ledger
from desktop_app.ui.context import Context


@pytest.fixture
def messages() -> FakeMessages:
    return FakeMessages()


@pytest.fixture
def context(qapp: QApplication, ledger: Ledger, messages: FakeMessages) -> Context:
    return Context(ledger, NowRunner(messages), messages)
