"""What happens when a folder already holds a file of that name: the new one stands beside it until it is agreed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from desktop_app.errors import FileRefused
from desktop_app.services.forming.files import target

_NUMBERED = re.compile(r"（\d+）$")


def stand_beside(paths: Sequence[Path]) -> list[Path]:
    """Those of the files just written that had to take another name, because theirs was taken."""
    return [path for path in paths if _NUMBERED.search(path.stem) and original(path).exists()]


def original(path: Path) -> Path:
    """The file beside which ``path`` was written."""
    return path.with_name(_NUMBERED.sub("", path.stem) + path.suffix)


def replace_originals(paths: Sequence[Path]) -> list[Path]:
    """Put each file in the place of the older one beside which it stands. Returns where the files are now.

    Raises FileRefused while an older file is open elsewhere; both files then stay as they are.
    """
    for path in paths:
        if path in stand_beside(paths):
            target(path.parent, original(path).name, beside=False)
    return [_replace(path) if path in stand_beside(paths) else path for path in paths]


def _replace(path: Path) -> Path:
    older = original(path)
    try:
        path.replace(older)
    except OSError as fault:
        raise FileRefused(f"“{older.name}”正在别的程序中打开，没有换掉它；新文件另存在旁边：“{path.name}”。") from fault
    return older
