"""What is wrong with a template, told before anyone prints on it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.archives import content_of
from desktop_app.printing.formats import known_format
from desktop_app.printing.guard import checked_bytes
from desktop_app.printing.letters.template import template_lines, unknown_mark
from desktop_app.printing.template import HEADINGS, Name, opened, parse

# A part's path -> what an officer is told. openpyxl cannot carry these through.
_LOST_PARTS = (
    (r"xl/vbaProject|xl/macrosheets/", "含有宏，宏不会保留", True),
    (r"xl/externalLinks/", "引用了别的工作簿，引用不会保留", True),
    (r"xl/activeX/|xl/ctrlProps/", "含有按钮等控件，控件会丢失", True),
    (r"xl/embeddings/|xl/oleObjects/", "嵌有别的文件，嵌入内容会丢失", True),
    (r"xl/diagrams/", "含有智能图形，图形会丢失", True),
    (r"xl/charts/", "含有图表，图表不会印到 PDF", False),
)


@dataclass(frozen=True)
class TemplateFinding:
    """One thing to mend: where (``表 B7``, ``第 3 行``, empty for all of it), a sentence, whether it forbids use."""

    where: str
    sentence: str
    is_error: bool


def lint(path: Path, known_names: Collection[str]) -> list[TemplateFinding]:
    """The findings of a template, errors first. Raises FileRefused when the file itself is not to be opened.

    A letter's is an ``.md``, a sheet's a workbook.
    """
    if path.suffix.lower() == ".md":
        return list(_letter(path, known_names))
    content = checked_bytes(path)
    workbook = opened(content, path.name)
    findings = [*lost_parts(content), *_cells(workbook, known_names)]
    for sheet in workbook.worksheets:
        findings += [*_headings(sheet, known_names), *_page(sheet)]
    return sorted(findings, key=lambda finding: not finding.is_error)


def _letter(path: Path, known_names: Collection[str]) -> Iterator[TemplateFinding]:
    for number, line in enumerate(template_lines(path, content_of(path)), 1):
        mark = unknown_mark(line)
        if mark:
            sentence = f"不认识“{mark}”；如果它就是正文，请在前面加一个反斜杠“\\”。"
            yield TemplateFinding(f"第 {number} 行", sentence, True)
        yield from _text(f"第 {number} 行", line, known_names)


def lost_parts(content: bytes) -> Iterator[TemplateFinding]:
    """What a workbook's file holds that cannot be carried through."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        for pattern, sentence, is_error in _LOST_PARTS:
            if any(re.match(pattern, name) for name in names):
                yield TemplateFinding("", f"{sentence}。", is_error)
        for name in names:
            part = archive.read(name) if re.fullmatch(r"xl/(drawings/.*\.(xml|vml)|worksheets/.*\.xml)", name) else b""
            if re.search(rb"<(xdr:)?(sp|cxnSp|grpSp)\b", part):
                yield TemplateFinding("", "含有文本框或图形，会丢失；请把文字写进单元格。", True)
            if b"<legacyDrawingHF" in part:
                yield TemplateFinding("", "页眉或页脚里有图片，会丢失。", True)
            if b"<extLst" in part and b"dataValidation" in part:
                yield TemplateFinding("", "有引用其他工作表的下拉选项，会丢失。", False)


def _cells(workbook: Workbook, known_names: Collection[str]) -> Iterator[TemplateFinding]:
    for sheet in workbook.worksheets:
        for cell in sheet._cells.values():
            where = f"{sheet.title} {cell.coordinate}"
            if cell.data_type == "f":
                yield TemplateFinding(where, "是公式，手机和 PDF 上显示不出结果；请改成占位符或数值。", True)
            elif isinstance(cell.value, str):
                yield from _text(where, cell.value, known_names)
                if cell.alignment.text_rotation not in (None, 0, 255):
                    yield TemplateFinding(where, "是倾斜文字，PDF 里按横排印。", False)


def _headings(sheet: Worksheet, known_names: Collection[str]) -> Iterator[TemplateFinding]:
    for edge, label in ((sheet.oddHeader, "页眉"), (sheet.oddFooter, "页脚")):
        for side in HEADINGS:
            yield from _text(f"{sheet.title} {label}", getattr(edge, side).text or "", known_names)


def _text(where: str, text: str, known_names: Collection[str]) -> Iterator[TemplateFinding]:
    parts = parse(text)
    for part in parts:
        if isinstance(part, Name):
            if part.name not in known_names and not part.name.endswith(".#"):
                yield TemplateFinding(where, f"没有“{part.name}”这个名称。", True)
            if not known_format(part.format):
                yield TemplateFinding(where, f"不认识格式“{part.format}”。", True)
        elif "{{" in part or "}}" in part or re.search(r"\{%|\$\{|#\{", part):
            yield TemplateFinding(where, f"“{part.strip()[:30]}”不是名称，会照原样印出。", True)


def _page(sheet: Worksheet) -> Iterator[TemplateFinding]:
    if not sheet._cells or sheet.sheet_state != "visible":
        return
    if not sheet.print_area:
        yield TemplateFinding(sheet.title, "没有设打印区域。", True)
    elif "," in sheet.print_area:
        yield TemplateFinding(sheet.title, "设了几个打印区域，只印第一个。", False)
    if sheet.page_setup.paperSize not in (None, "9", 9, "8", 8, "11", 11):
        yield TemplateFinding(sheet.title, "纸张不是 A4、A3 或 A5，按 A4 印。", False)
