"""A template from anywhere is looked at by its bytes before any of it is parsed."""

from __future__ import annotations

from pathlib import Path

from desktop_app.archives import check_package, content_of
from desktop_app.errors import FileRefused

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def checked_bytes(path: Path) -> bytes:
    """The bytes of an .xlsx safe to parse. Raises FileRefused with an officer's sentence for anything else."""
    content = content_of(path)
    if content.startswith(_OLE):
        raise FileRefused(
            f"“{path.name}”不是 .xlsx：它设了打开密码，或者是旧的 .xls 改了名。没有读取任何内容。"
            "请在 WPS 中打开，取消密码，另存为 .xlsx 后再试。"
        )
    parts = check_package(path.name, content)
    if "xl/workbook.xml" not in parts or "[content_types].xml" not in parts:
        raise FileRefused(f"“{path.name}”不是 .xlsx 表格。请在 WPS 中打开并另存为 .xlsx 后再试。")
    return content
