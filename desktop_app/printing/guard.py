"""A workbook from anywhere is measured on its zip directory before any of it is unpacked or parsed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

from desktop_app.errors import FileRefused

# Caps of reliability.md SEC1. The largest genuine office form seen is below 3 MB with 60 parts.
MAX_FILE = 20 * 2**20
MAX_ENTRY = 100 * 2**20
MAX_TOTAL = 200 * 2**20
MAX_RATIO = 200
MAX_ENTRIES = 2_000
_SMALL = 2**20  # below this an entry cannot hurt, however well it compresses
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 2**16
_DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


def checked_bytes(path: Path) -> bytes:
    """The bytes of an .xlsx safe to parse. Raises FileRefused with an officer's sentence for anything else."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise FileRefused(f"“{path.name}”超过 20 MB，不像一张表格模板，没有打开。请删去其中的图片后再试。")
        content = path.read_bytes()
    except OSError as error:
        raise FileRefused(f"打不开“{path.name}”：文件不存在或正被其他程序占用。没有改动任何数据。") from error
    if content.startswith(_OLE):
        raise FileRefused(
            f"“{path.name}”不是 .xlsx：它设了打开密码，或者是旧的 .xls 改了名。没有读取任何内容。"
            "请在 WPS 中打开，取消密码，另存为 .xlsx 后再试。"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_directory(path.name, archive)
            _check_parts(path.name, archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise FileRefused(f"“{path.name}”已损坏或不是 .xlsx 文件，没有打开。请在 WPS 中打开并另存一份再试。") from error
    return content


def _check_directory(name: str, archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    names = {entry.filename.lower() for entry in entries}
    too_big = (
        len(entries) > MAX_ENTRIES
        or len(names) != len(entries)
        or sum(entry.file_size for entry in entries) > MAX_TOTAL
        or any(entry.file_size > MAX_ENTRY or _ratio(entry) > MAX_RATIO for entry in entries)
    )
    if too_big:
        raise FileRefused(f"“{name}”解开后异常庞大或结构异常，可能有害，没有打开。没有改动任何数据。")
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileRefused(f"“{name}”设了密码，没有读取任何内容。请取消密码后再试。")
    if "xl/workbook.xml" not in names or "[content_types].xml" not in names:
        raise FileRefused(f"“{name}”不是 .xlsx 表格。请在 WPS 中打开并另存为 .xlsx 后再试。")


def _ratio(entry: zipfile.ZipInfo) -> float:
    return entry.file_size / max(entry.compress_size, 1) if entry.file_size > _SMALL else 0


def _check_parts(name: str, archive: zipfile.ZipFile) -> None:
    """Unpack in small pieces: a size that lies fails its checksum before memory is spent, a DOCTYPE before parsing."""
    for entry in archive.infolist():
        is_xml = entry.filename.lower().endswith((".xml", ".rels", ".vml"))
        tail = b""
        with archive.open(entry) as part:
            while piece := part.read(_CHUNK):
                window = (tail + piece).replace(b"\0", b"") if is_xml else b""
                if _DECLARATION.search(window):
                    raise FileRefused(f"“{name}”含有外部声明（DOCTYPE），可能有害，没有打开。")
                tail = piece[-32:]
