"""What a chosen file really is, by its bytes and not its name; what could hurt is refused before it is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

from desktop_app.errors import FileRefused

# Caps of reliability.md SEC1.
MAX_FILE = 20 * 2**20
MAX_ENTRY = 100 * 2**20
MAX_TOTAL = 200 * 2**20
MAX_RATIO = 200
MAX_ENTRIES = 2_000
MAX_CELLS = 8_000_000  # a grid is held whole: 100,000 rows of 80 columns
_SMALL = 2**20  # below this an entry cannot hurt, however well it compresses
_CHUNK = 2**16
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
# Cells with content that lie far out: only they can make a grid huge.
_FAR_CELL = re.compile(rb'<c r="([A-Z]{2,3}|[A-Z](?=\d{6}))(\d{1,7})"(?:[^>]*[^/])?>')
_RESAVE = "请在 WPS 或 Excel 中打开它，另存为 .xlsx 后再导入。没有改动任何数据。"


def checked_content(path: Path) -> tuple[bytes, bool]:
    """The file's bytes and whether it is a spreadsheet (else plain text).

    Raises FileRefused, with what to do, for anything that is neither or that may do harm.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            raise FileRefused(f"“{path.name}”超过 20 MB，没有打开。请删去其中的图片，或拆成几个文件后再导入。")
        content = path.read_bytes()
    except OSError as error:
        raise FileRefused(f"打不开“{path.name}”：文件不存在，或正被别的程序占用。没有改动任何数据。") from error
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
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_directory(name, archive, len(content))
            for entry in archive.infolist():
                _check_entry(name, archive, entry)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise FileRefused(f"“{name}”已损坏或不是表格，没有打开。{_RESAVE}") from error


def _check_directory(name: str, archive: zipfile.ZipFile, size: int) -> None:
    entries = archive.infolist()
    names = {entry.filename.lower() for entry in entries}
    if (
        len(entries) > MAX_ENTRIES
        or len(names) != len(entries)
        or sum(entry.compress_size for entry in entries) > size
        or sum(entry.file_size for entry in entries) > MAX_TOTAL
        or any(entry.file_size > MAX_ENTRY or _ratio(entry) > MAX_RATIO for entry in entries)
    ):
        raise FileRefused(f"“{name}”解开后异常庞大或结构异常，可能有害，没有打开。没有改动任何数据。")
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileRefused(f"“{name}”设了密码，读不到内容。请取消密码后再导入。")
    if "word/document.xml" in names:
        raise FileRefused(f"“{name}”是文字文档，不是表格。请把其中的表格复制到 WPS 表格，另存为 .xlsx 后再导入。")
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise FileRefused(f"“{name}”是压缩包或别的文件，不是表格。请解开后选择其中的 .xlsx、.xls 或 .csv。")


def _ratio(entry: zipfile.ZipInfo) -> float:
    return entry.file_size / max(entry.compress_size, 1) if entry.file_size > _SMALL else 0


def _check_entry(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Unpack in small pieces: a size that lies fails its checksum before memory is spent on it."""
    lower = entry.filename.lower()
    is_xml = lower.endswith((".xml", ".rels", ".vml"))
    is_sheet = lower.startswith("xl/worksheets/") and is_xml
    widest, longest, tail = 0, 0, b""
    with archive.open(entry) as part:
        while piece := part.read(_CHUNK):
            window = tail + piece
            if is_xml and _DECLARATION.search(window):
                raise FileRefused(f"“{name}”含有外部声明，可能有害，没有打开。没有改动任何数据。")
            if is_sheet:
                for column, row in _FAR_CELL.findall(window):
                    widest, longest = max(widest, _column_number(column)), max(longest, int(row))
            tail = piece[-64:]
    if widest * longest > MAX_CELLS:
        raise FileRefused(f"“{name}”在很远的空白处还有内容，表格范围过大。请删除多余的行和列后另存再导入。")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
