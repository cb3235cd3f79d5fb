"""Where things lie: shipped forms and resources (source, wheel or frozen), and the officer's own folders."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs


def shipped(name: str) -> Path:
    """Folder ``forms`` or ``resources`` as shipped: inside a frozen program or wheel, else beside the package."""
    package = Path(__file__).parent
    bases = [Path(getattr(sys, "_MEIPASS", package)), package, package.parent]
    return next((base / name for base in bases if (base / name).is_dir()), package.parent / name)


def resource(*parts: str) -> Path:
    """A file under ``resources/``."""
    return shipped("resources").joinpath(*parts)


def settings_folder() -> Path:
    """This PC's own small settings (recent ledgers, window size); never personal data. Not created here."""
    return Path(platformdirs.user_config_dir("banbiantian", appauthor=False))


def documents_folder() -> Path:
    """Where a new ledger is offered: the officer's documents folder."""
    return Path(platformdirs.user_documents_dir()) / "半边天"
