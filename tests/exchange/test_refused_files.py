"""Files that cannot or must not be read are refused at once, in a sentence that says what to do."""

from __future__ import annotations

import io
import resource
import time
import zipfile
from pathlib import Path

import pytest
from office_files import LI, read, xlsx

from desktop_app.errors import FileRefused
from desktop_app.exchange.sheets import read_sheets

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def package(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


REFUSED = {
    "missing": (None, "打不开"),
    "empty": (b"", "是空的"),
    "web page named xls": (b"<html><table><tr><td>x</td></tr></table></html>", "另存为 .xlsx"),
    "encrypted": (OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 100, "密码"),
    "old word": (OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le") + b"\0" * 100, "文字文档"),
    "docx": (package({"word/document.xml": b"<x/>", "[Content_Types].xml": b"<x/>"}), "文字文档"),
    "zip": (package({"a.txt": b"x"}), "解开后选择"),
    "pdf": (b"%PDF-1.4\n%x", "PDF"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 100, "图片"),
    "noise": (bytes(range(256)) * 40, "不是表格"),
    "damaged xls": (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le") + b"\0" * 100, "另存为 .xlsx"),
    "truncated xlsx": (package({"xl/workbook.xml": b"<x/>" * 999})[:-40], "损坏"),
    "doctype": (package({"xl/workbook.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>'}), "有害"),
    "bomb": (package({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b"0" * (150 * 2**20)}), "异常庞大"),
    "many parts": (package({"xl/workbook.xml": b"<x/>"} | {f"xl/{n}.xml": b"" for n in range(2100)}), "异常庞大"),
    "far cell": (
        package({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b'<c r="XFD1048576"><v>1</v></c>'}),
        "范围过大",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_is_refused_with_advice(name: str, tmp_path: Path) -> None:
    content, advice = REFUSED[name]
    path = tmp_path / "花名册.xls"
    if content is not None:
        path.write_bytes(content)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    with pytest.raises(FileRefused, match=advice):
        read_sheets(path)
    assert time.monotonic() - start < 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30 * 1024  # KiB


def test_a_size_that_lies_is_found_before_memory_is_spent(tmp_path: Path) -> None:
    content = bytearray(package({"xl/workbook.xml": b"<x/>", "xl/worksheets/sheet1.xml": b"0" * 90_000_000}))
    real = (90_000_000).to_bytes(4, "little")
    for _ in range(2):  # in the part's own head and in the directory
        at = content.find(real)
        if at >= 0:
            content[at : at + 4] = (50_000).to_bytes(4, "little")
    path = tmp_path / "表.xlsx"
    path.write_bytes(bytes(content))
    with pytest.raises(FileRefused):
        read_sheets(path)


def test_an_xlsx_named_xls_is_read_by_content(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "表.xlsx", {"1": [["姓名", "身份证号"], ["李娜", LI]]}).rename(tmp_path / "表.xls")
    assert [row.values["name"] for row in read(path, "person")[1]] == ["李娜"]


@pytest.mark.parametrize(
    ("rows", "advice"),
    [
        ([["会议名称", "地点"], ["座谈会", "二楼"]], "没有认出"),
        ([["身份证号", "部门", "学历"], [LI, "一车间", "大专"]], "“姓名”"),
    ],
)
def test_a_sheet_of_another_kind_is_refused(rows: list[list[str]], advice: str, tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match=advice):
        read(xlsx(tmp_path / "表.xlsx", {"Sheet1": rows}), "person")


def test_sheets_passed_over_are_named(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "表.xlsx", {"花名册": [["姓名", "身份证号"], ["李娜", LI]], "填表说明": [["一、如实填写"]]})
    intake, rows = read(path, "person")
    assert len(rows) == 1
    assert [note.sheet for note in intake.notes] == ["填表说明"]
