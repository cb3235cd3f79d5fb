"""What a chosen file really is, by its bytes and not its name; what could hurt is refused before it is unpacked."""

from __future__ import annotations

import re
from pathlib import Path

from desktop_app.archives import check_package, content_of
from desktop_app.errors import FileRefused

MAX_CELLS = 8_000_000  # a grid is held whole: 100,000 rows of 80 columns
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Cells with content that lie far out: only they can make a grid huge.
_FAR_CELL = re.compile(rb'<c r="([A-Z]{2,3}|[A-Z](?=\d{6}))(\d{1,7})"(?:[^>]*[^/])?>')
_RESAVE = "请在 WPS 或 Excel 中打开它，另存为 .xlsx 后再导入。没有改动任何数据。"


def checked_content(path: Path) -> tuple[bytes, bool]:
    """The file's bytes and whether it is a spreadsheet (else plain text).

    Raises FileRefused, with what to do, for anything that is neither or that may do harm.
    """
    content = content_of(path)
    if not content.strip(b"\0 \t\r\n"):
        raise FileRefused(f"“{path.name}”是空的，没有可以导入的内容。")
    if content.startswith(b"PK"):
        _check_package(path.name, content)
        return content, True
    if content.startswith(_OLE):
        _check_compound(path.name, content)
        return content, True
    _refuse_other_kinds(path.name, content)
    return content, False


def _check_compound(name: str, content: bytes) -> None:
    """Excel 97 files and encrypted new ones share a container; stream names are UTF-16 in its directory."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") + b"\0\0" in content

    if holds("EncryptedPackage"):
        raise FileRefused(f"“{name}”设了打开密码，读不到内容。请在 WPS 或 Excel 中打开，取消密码后另存再导入。")
    if holds("WordDocument"):
        raise FileRefused(f"“{name}”是文字文档，不是表格。请把其中的表格复制到 WPS 表格，另存为 .xlsx 后再导入。")
    if not (holds("Workbook") or holds("Book")):
        raise FileRefused(f"“{name}”不是程序认识的表格。{_RESAVE}")


def _refuse_other_kinds(name: str, content: bytes) -> None:
    start = content[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf"):
        raise FileRefused(f"“{name}”是 PDF，不能导入。请向对方索要 Excel 表格，或转换成 .xlsx 后再导入。")
    if start.startswith((b"<!doctype", b"<html", b"<table", b"<head", b"<meta", b"<?xml", b"<xml")):
        raise FileRefused(f"“{name}”其实是网页格式，只是名字像表格。{_RESAVE}")
    if start.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8", b"bm")) and b"\0" in content[:512]:
        raise FileRefused(f"“{name}”是图片，不能导入。请导入 .xlsx、.xls 或 .csv 表格。")
    if start.startswith(b"{\\rtf"):
        raise FileRefused(f"“{name}”是文字文档，不是表格。请把其中的表格复制到 WPS 表格，另存为 .xlsx 后再导入。")


def _check_package(name: str, content: bytes) -> None:
    reach = _Reach(name)
    parts = check_package(name, content, reach.look_at)
    if "word/document.xml" in parts:
        raise FileRefused(f"“{name}”是文字文档，不是表格。请把其中的表格复制到 WPS 表格，另存为 .xlsx 后再导入。")
    if not parts & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise FileRefused(f"“{name}”是压缩包或别的文件，不是表格。请解开后选择其中的 .xlsx、.xls 或 .csv。")


class _Reach:
    """How far out the cells of a sheet lie, watched while it is unpacked."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._part = ""
        self._widest = self._longest = 0

    def look_at(self, part: str, window: bytes) -> None:
        """Raises FileRefused once the sheet's grid would be too big to hold."""
        if not part.startswith("xl/worksheets/"):
            return
        if part != self._part:
            self._part, self._widest, self._longest = part, 0, 0
        for column, row in _FAR_CELL.findall(window):
            self._widest = max(self._widest, _column_number(column))
            self._longest = max(self._longest, int(row))
        if self._widest * self._longest > MAX_CELLS:
            raise FileRefused(f"“{self._name}”在很远的空白处还有内容，表格范围过大。请删除多余的行和列后另存再导入。")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
