"""A template is a workbook an officer could have made: placeholders are plain text in cells, and only names."""

from __future__ import annotations

import io
import re
import warnings
from dataclasses import dataclass, field
from functools import lru_cache, partial
from itertools import chain
from pathlib import Path

import openpyxl
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.errors import FileRefused, FormRefused
from desktop_app.printing.form import Form
from desktop_app.printing.guard import checked_bytes
from desktop_app.printing.master import Master

# A name is words joined by dots: no underscore, quote, bracket or operator, so nothing can be reached but a value.
_WORD = r"[^\W_](?:[^\W_]|[（）()、·/\-])*"
PLACEHOLDER = re.compile(r"\{\{\s*(" + _WORD + r"(?:\." + _WORD + r")*(?:\.#)?)\s*(?:\|([^{}|]*))?\}\}")


@dataclass(frozen=True)
class Name:
    """A placeholder: a catalogue name and an optional format."""

    name: str
    format: str = ""


Part = str | Name
Parts = tuple[Part, ...]
# openpyxl has no error of its own: a damaged part shows as whatever its parsing stumbles over.
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, SyntaxError)
HEADINGS = ("left", "center", "right")


def parse(text: str) -> Parts:
    """Text split at its placeholders; anything else in braces stays the text it is."""
    parts: list[Part] = []
    end = 0
    for found in PLACEHOLDER.finditer(text):
        if found.start() > end:
            parts.append(text[end : found.start()])
        parts.append(Name(found.group(1), (found.group(2) or "").strip()))
        end = found.end()
    if end < len(text):
        parts.append(text[end:])
    return tuple(parts)


def names_in(parts: Parts) -> set[str]:
    """The names among the parts."""
    return {part.name for part in parts if isinstance(part, Name)}


@dataclass(frozen=True)
class Template:
    """A parsed template: its file's bytes, and per sheet the cells and headings that hold placeholders."""

    path: Path
    content: bytes = field(repr=False)
    cells: tuple[dict[tuple[int, int], Parts], ...]
    headings: tuple[dict[str, Parts], ...]

    @classmethod
    def load(cls, path: Path) -> Template:
        """Read a template, parsing it once per content. Raises FileRefused; FormRefused when a cell is a formula."""
        return _parsed(path, checked_bytes(path))

    @classmethod
    def of(cls, form: Form) -> Template:
        """The template of a form. Raises as ``load``."""
        return _parsed(form.template_path, form.content) if form.content else cls.load(form.template_path)

    def names(self) -> set[str]:
        """Every name the template asks for, without formats."""
        return set(self.formats())

    def formats(self) -> dict[str, str]:
        """Every name the template asks for, with the format it states (the first where it is asked for twice)."""
        found: dict[str, str] = {}
        placed = chain(*(cells.values() for cells in self.cells), *(each.values() for each in self.headings))
        for part in chain.from_iterable(placed):
            if isinstance(part, Name):
                found.setdefault(part.name, part.format)
        return found

    def workbook(self) -> Workbook:
        """A fresh workbook of the template, to be filled."""
        return _master(self.content, self.path.name).copied()


def opened(content: bytes, name: str) -> Workbook:
    """The workbook in checked bytes, without macros and links. Raises FileRefused when a part is not as it must be."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # what openpyxl cannot keep is told by ``forms lint``
            workbook = openpyxl.load_workbook(io.BytesIO(content), keep_links=False)
        for sheet in workbook.worksheets:
            for picture in sheet._images:  # openpyxl closes a picture once read; it is wanted for both files
                picture._data = partial(bytes, picture._data())
        return workbook
    except _BROKEN as error:
        raise FileRefused(f"“{name}”的内容不完整，读不出来。请在 WPS 中打开并另存一份再试。") from error


@lru_cache(maxsize=64)
def _master(content: bytes, name: str) -> Master:
    return Master(opened(content, name))


@lru_cache(maxsize=64)
def _parsed(path: Path, content: bytes) -> Template:
    workbook = opened(content, path.name)
    cells = tuple(_sheet_cells(sheet) for sheet in workbook.worksheets)
    headings = tuple(_sheet_headings(sheet) for sheet in workbook.worksheets)
    return Template(path, content, cells, headings)


def _sheet_cells(sheet: Worksheet) -> dict[tuple[int, int], Parts]:
    found = {}
    for place, cell in sheet._cells.items():
        if cell.data_type == "f":
            raise FormRefused(
                f"模板“{sheet.title}”的 {cell.coordinate} 是公式，手机和 PDF 上显示不出结果，没有生成表格。"
                "请改成占位符或数值。"
            )
        if isinstance(cell.value, str) and "{{" in cell.value and names_in(parts := parse(cell.value)):
            found[place] = parts
    return found


def heading_keys() -> list[str]:
    """``oddHeader.left`` … ``oddFooter.right``: the six places of a sheet's page heading."""
    return [f"{edge}.{side}" for edge in ("oddHeader", "oddFooter") for side in HEADINGS]


def _sheet_headings(sheet: Worksheet) -> dict[str, Parts]:
    found = {}
    for key in heading_keys():
        edge, side = key.split(".")
        text = getattr(getattr(sheet, edge), side).text
        if text and names_in(parts := parse(text)):
            found[key] = parts
    return found
