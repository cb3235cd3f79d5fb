"""A bad template is told about before it is used; a dangerous file is not opened at all."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from desktop_app.errors import FileRefused
from desktop_app.printing.guard import checked_bytes
from desktop_app.printing.lint import lint
from tests.printing.templates import one_cell, roster

KNOWN = {"单位.名称", "单位.负责人", "填报日期"} | {
    f"委员.{field}" for field in ("姓名", "出生日期", "身份证号", "职务", "电话")
}


def with_part(path, name, content):
    """The workbook with one more part in its archive."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return path


def test_a_good_template_has_no_findings(tmp_path):
    assert lint(roster(tmp_path / "t.xlsx"), KNOWN) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{单位.名字}}", "没有“单位.名字”这个名称"),
        ("{{单位.名称|???}}", "不认识格式"),
        ("=1+1", "公式"),
        ("{{''.__class__.__mro__}}", "照原样印出"),
        ("{% for x in y %}", "照原样印出"),
        ("${7*7}", "照原样印出"),
    ],
)
def test_what_a_cell_must_not_hold(tmp_path, text, expected):
    (finding,) = lint(one_cell(tmp_path / "t.xlsx", text), KNOWN)
    assert finding.where == "Sheet A1"
    assert expected in finding.sentence
    assert finding.is_error


@pytest.mark.parametrize(
    ("part", "content", "expected"),
    [
        ("xl/vbaProject.bin", b"x", "宏"),
        ("xl/externalLinks/externalLink1.xml", b"<externalLink/>", "别的工作簿"),
        ("xl/drawings/drawing9.xml", b"<xdr:wsDr><xdr:sp></xdr:sp></xdr:wsDr>", "文本框"),
    ],
)
def test_parts_that_would_be_lost(tmp_path, part, content, expected):
    path = with_part(one_cell(tmp_path / "t.xlsx", "表"), part, content)
    assert any(expected in finding.sentence for finding in lint(path, KNOWN))


def test_a_sheet_without_print_area(tmp_path):
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "表"
    workbook.save(tmp_path / "t.xlsx")
    assert [finding.sentence for finding in lint(tmp_path / "t.xlsx", KNOWN)] == ["没有设打印区域。"]


def _bomb(path):
    return with_part(path, "xl/media/a.bin", bytes(30 * 2**20))


def _crowd(path):
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(2_000):
            archive.writestr(f"xl/media/{number}.bin", b"")
    return path


def _doctype(path):
    late = b"<?xml version='1.0'?>" + b" " * 70_000 + b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"
    return with_part(path, "xl/theme/x.xml", late)


def _renamed_xls(path):
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    return path


def _cut_off(path):
    path.write_bytes(path.read_bytes()[:-300])
    return path


def _liar(path):
    """A directory that declares 5 bytes for a part of 5 MB."""
    with_part(path, "xl/media/a.bin", b"x" * 5 * 2**20)
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.rindex(signature)
        content[at + offset : at + offset + 4] = (5).to_bytes(4, "little")
    path.write_bytes(content)
    return path


def _not_a_workbook(path):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", b"x")
    return path


@pytest.mark.parametrize("spoil", [_bomb, _crowd, _doctype, _renamed_xls, _cut_off, _liar, _not_a_workbook])
def test_a_dangerous_or_damaged_file_is_refused_before_it_is_parsed(tmp_path, spoil, monkeypatch):
    path = spoil(one_cell(tmp_path / "坏表.xlsx", "表"))
    monkeypatch.setattr(openpyxl, "load_workbook", None)
    with pytest.raises(FileRefused, match="坏表"):
        lint(path, KNOWN)


def test_every_byte_of_a_workbook_may_be_damaged_without_a_crash(tmp_path):
    whole = one_cell(tmp_path / "t.xlsx", "{{单位.名称}}").read_bytes()
    for at in range(0, len(whole), 29):
        (tmp_path / "t.xlsx").write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        try:
            assert io.BytesIO(checked_bytes(tmp_path / "t.xlsx"))
            lint(tmp_path / "t.xlsx", KNOWN)
        except FileRefused:
            continue


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{{单位.名字}}负责人", "没有“单位.名字”这个名称"),
        ("| {{单位.名称|???}} |", "不认识格式“???”"),
        ("？【抄送人】{{单位.名称}}", "不认识“【抄送人】”"),
        ("【主送】{{单位.名称}", "照原样印出"),
    ],
)
def test_what_a_letter_must_not_hold(tmp_path, line, expected):
    path = tmp_path / "信.MD"
    path.write_text(f"# {{{{单位.名称}}}}\n\n\\【正文】\n？{{{{委员.#}}}}、{{{{委员.姓名}}}}\n{line}\n", "utf-8")
    (finding,) = lint(path, KNOWN)
    assert finding.where == "第 5 行"
    assert expected in finding.sentence
    assert finding.is_error


def test_a_letter_in_another_encoding_is_refused(tmp_path):
    (tmp_path / "letter.md").write_bytes("请示".encode("gb18030"))
    with pytest.raises(FileRefused, match="UTF-8"):
        lint(tmp_path / "letter.md", KNOWN)
