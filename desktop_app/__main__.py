"""``banbiantian``: a command goes to the command line, anything else opens the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command, or the window with the ledger named, if any. Returns the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and not _is_ledger(given):
        from desktop_app import cli  # Qt is not loaded for a command, nor the commands for a window

        code = cli.main(given)
        sample = cli.sample_to_show(given)
        return code if code or sample is None or not _has_display() else _window(sample)
    return _window(Path(given[0]) if given else None)


def _window(ledger: Path | None) -> int:
    from desktop_app.ui import application

    return application.run(ledger)


def _is_ledger(given: list[str]) -> bool:
    return len(given) == 1 and given[0].lower().endswith(".bbt")


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
