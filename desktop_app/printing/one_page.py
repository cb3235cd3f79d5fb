"""A form that must go on one sheet of A4 says before the export which text is too long for it."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.workbook.workbook import Workbook

from desktop_app.printing.blocks import split_name
from desktop_app.printing.fill import FormData
from desktop_app.printing.formats import as_text
from desktop_app.printing.paint import page_count
from desktop_app.printing.template import Template

_SHORT = 20  # characters; shortening less than this helps nobody


def too_full(workbook: Workbook, template: Template, data: FormData) -> str:
    """What to shorten when the filled workbook takes more than one page; empty when one is enough."""
    pages = page_count(workbook)
    if pages < 2:
        return ""
    length, name = max(_lengths(template, data), default=(0, ""))
    start = f"内容太多，一张 A4 放不下，要印 {pages} 页："
    if length > _SHORT:
        return f"{start}请缩短“{name.rpartition('.')[2]}”（现有 {length} 字）。"
    rows, list_name = max(((len(rows), each) for each, rows in data.lists.items()), default=(0, ""))
    return f"{start}请减少“{list_name}”的行数（现有 {rows} 行）。" if rows else f"{start}请减少内容。"


def _lengths(template: Template, data: FormData) -> Iterator[tuple[int, str]]:
    """How long the text behind each name of the template is; of a list's, the longest."""
    for name in sorted(template.names()):
        split = split_name(name, data.lists)
        values = [row.get(split[1]) for row in data.lists[split[0]]] if split else [data.singles.get(name)]
        yield max((len(as_text(value)) for value in values), default=0), name
