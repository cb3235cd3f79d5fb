"""A file from anywhere, weighed before it is read; a zip package is measured before any of it is unpacked or parsed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from desktop_app.errors import FileRefused

# Our own caps (level L6): the largest genuine office file seen is below 3 MB with 60 parts.
MAX_FILE = 20 * 2**20
MAX_ENTRY = 100 * 2**20
MAX_TOTAL = 200 * 2**20
MAX_RATIO = 200
MAX_ENTRIES = 2_000
_SMALL = 2**20  # below this an entry cannot hurt, however well it compresses
_CHUNK = 2**16
_OVERLAP = 64  # what could be cut in two at the edge of a piece
_DECLARATION = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_XML = (".xml", ".rels", ".vml")

Inspect = Callable[
    [str, bytes], None
]  # (name of an XML part in lower case, a piece of it with some of the piece before)


def content_of(path: Path) -> bytes:
    """The file's bytes. Raises FileRefused when it is too big, gone, or held by another program."""
    try:
        if path.stat().st_size > MAX_FILE:
            raise FileRefused(f"“{path.name}”超过 20 MB，没有打开。请删去其中的图片，或拆成几个文件后再试。")
        return path.read_bytes()
    except OSError as error:
        raise FileRefused(f"打不开“{path.name}”：文件不存在，或正被别的程序占用。没有改动任何数据。") from error


def check_package(name: str, content: bytes, inspect: Inspect | None = None) -> frozenset[str]:
    """The names, in lower case, of the parts of a zip package that may safely be parsed.

    Raises FileRefused for a bomb, a lying directory, a password, a DOCTYPE, or what is no package.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_directory(name, archive, len(content))
            for entry in archive.infolist():
                _check_entry(name, archive, entry, inspect)
            return frozenset(entry.filename.lower() for entry in archive.infolist())
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise FileRefused(
            f"“{name}”已损坏或不是表格，没有打开。请在 WPS 或 Excel 中打开它，另存为 .xlsx 后再试。没有改动任何数据。"
        ) from error


def _check_directory(name: str, archive: zipfile.ZipFile, size: int) -> None:
    entries = archive.infolist()
    if (
        len(entries) > MAX_ENTRIES
        or len({entry.filename.lower() for entry in entries}) != len(entries)
        or sum(entry.compress_size for entry in entries) > size
        or sum(entry.file_size for entry in entries) > MAX_TOTAL
        or any(entry.file_size > MAX_ENTRY or _ratio(entry) > MAX_RATIO for entry in entries)
    ):
        raise FileRefused(f"“{name}”解开后异常庞大或结构异常，可能有害，没有打开。没有改动任何数据。")
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileRefused(f"“{name}”设了密码，读不到内容。请取消密码后再试。没有改动任何数据。")


def _ratio(entry: zipfile.ZipInfo) -> float:
    return entry.file_size / max(entry.compress_size, 1) if entry.file_size > _SMALL else 0


def _check_entry(name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, inspect: Inspect | None) -> None:
    """Unpack in small pieces: a size that lies fails its checksum before memory is spent on it."""
    part_name = entry.filename.lower()
    is_xml = part_name.endswith(_XML)
    tail = b""
    with archive.open(entry) as part:
        while piece := part.read(_CHUNK):
            if is_xml:
                window = tail + piece
                if _DECLARATION.search(window.replace(b"\0", b"")):  # UTF-16 hides it behind zeros
                    raise FileRefused(f"“{name}”含有外部声明，可能有害，没有打开。没有改动任何数据。")
                if inspect:
                    inspect(part_name, window)
                tail = piece[-_OVERLAP:]
