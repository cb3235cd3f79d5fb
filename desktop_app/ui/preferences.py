"""This PC's own small memory: recent ledgers, text size, who worked last. Never a record of a ledger."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from desktop_app import paths

_KEPT_LEDGERS = 5


class Preferences:
    """Read once; written whole at each change. A folder that cannot be written only means nothing is remembered."""

    def __init__(self, folder: Path | None = None) -> None:
        self._file = (folder or paths.settings_folder()) / "window.json"
        try:
            held = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            held = {}
        self._values: dict[str, Any] = held if isinstance(held, dict) else {}

    @property
    def folder(self) -> Path:
        """Where this PC's settings lie."""
        return self._file.parent

    def text(self, name: str, default: str = "") -> str:
        """A remembered word."""
        value = self._values.get(name, default)
        return value if isinstance(value, str) else default

    def remember(self, **values: str) -> None:
        """Keep words."""
        self._values.update(values)
        self._write()

    def recent_ledgers(self) -> list[Path]:
        """Ledgers opened on this PC that are still there, the latest first."""
        listed = self._values.get("recent", [])
        return [Path(p) for p in listed if isinstance(p, str) and Path(p).is_file()] if isinstance(listed, list) else []

    def opened(self, ledger: Path) -> None:
        """Put a ledger first in the list."""
        others = [str(path) for path in self.recent_ledgers() if path != ledger]
        self._values["recent"] = [str(ledger), *others][:_KEPT_LEDGERS]
        self._write()

    def _write(self) -> None:
        unfinished = self._file.with_suffix(".part")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps(self._values, ensure_ascii=False, indent=1), "utf-8")
            unfinished.replace(self._file)
        except OSError:
            unfinished.unlink(missing_ok=True)
