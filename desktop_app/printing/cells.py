"""The one door through which a value enters a cell: text stays text, dates are dates, nothing becomes a formula."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from openpyxl.cell.cell import Cell
from openpyxl.styles.numbers import BUILTIN_FORMATS_REVERSE
from openpyxl.styles.styleable import StyleArray
from openpyxl.workbook.workbook import Workbook

from desktop_app.errors import FormRefused

MAX_TEXT = 32_767  # Excel's limit for one cell
_PLAIN = StyleArray()
_FORMULA_START = frozenset("=+-@\t")
# What XML 1.0 cannot hold, and the two noncharacters and lone surrogates that no office program opens.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class Code(str):
    """Digits that are a name, not a number (ID, phone, credit code): kept as text in a cell of text format."""

    __slots__ = ()


def clean(text: str) -> str:
    """Text without control characters, line ends as ``\\n``. Raises FormRefused beyond Excel's 32,767 characters."""
    if _UNPRINTABLE.search(text) or "\r" in text:
        text = _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > MAX_TEXT:
        raise FormRefused(f"有一项文字长达 {len(text)} 个字，一个单元格放不下，没有生成表格。开头是“{text[:20]}”。")
    return text


class Styles:
    """Variants of a template's cell styles, each made once per workbook. A style array given here is never mutated."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._variants: dict[tuple[bytes, str, str | float], StyleArray] = {}
        self._seen: dict[tuple[int, str, str | float], StyleArray] = {}
        self._kept: list[StyleArray] = []  # ids stay unique only while the arrays live

    def formatted(self, style: StyleArray, number_format: str) -> StyleArray:
        """The same style with another number format."""
        return self._variant(style, "numFmtId", lambda: self._number_format_id(number_format), number_format)

    def quoted(self, style: StyleArray) -> StyleArray:
        """The same style with the quote prefix, so that retyping in Excel keeps text as text."""
        return self._variant(style, "quotePrefix", lambda: 1)

    def sized(self, style: StyleArray | None, size: float) -> StyleArray:
        """The same style with another font size in points."""

        def font() -> int:
            changed = copy.copy(self._workbook._fonts[style.fontId if style is not None else 0])
            changed.sz = size
            return int(self._workbook._fonts.add(changed))

        return self._variant(style, "fontId", font, size)

    def wrapped(self, style: StyleArray | None) -> StyleArray:
        """The same style with text wrapped in the cell."""

        def alignment() -> int:
            changed = copy.copy(self._workbook._alignments[style.alignmentId if style is not None else 0])
            changed.wrap_text, changed.shrink_to_fit = True, None
            return int(self._workbook._alignments.add(changed))

        return self._variant(style, "alignmentId", alignment)

    def _variant(
        self, style: StyleArray | None, part: str, number: Callable[[], int], value: str | float = ""
    ) -> StyleArray:
        style = _PLAIN if style is None else style
        near = (id(style), part, value)
        variant = self._seen.get(near)
        if variant is None:
            self._kept.append(style)
            content = (style.tobytes(), part, value)
            if content not in self._variants:
                self._variants[content] = copy.copy(style)
                setattr(self._variants[content], part, number())
            variant = self._seen[near] = self._variants[content]
        return variant

    def _number_format_id(self, code: str) -> int:
        if code in BUILTIN_FORMATS_REVERSE:
            return int(BUILTIN_FORMATS_REVERSE[code])
        return int(self._workbook._number_formats.add(code)) + 164


def put(cell: Cell, value: object, styles: Styles, number_format: str = "") -> None:
    """Write one value. Codes take the text format; other values ``number_format`` when given, else the cell's own."""
    if isinstance(value, str):
        _put_text(cell, value, styles, "@" if isinstance(value, Code) else number_format)
        return
    if isinstance(value, (date, time)):
        content: Any = value
        cell.data_type = "d"
    elif value is None or isinstance(value, (bool, int, float, Decimal)):
        content = int(value) if isinstance(value, bool) else value
        cell.data_type = "n"
    else:
        raise TypeError(f"no cell holds a {type(value).__name__}")
    cell._value = content
    if number_format:
        cell._style = styles.formatted(cell._style, number_format)


def _put_text(cell: Cell, text: str, styles: Styles, number_format: str) -> None:
    text = clean(text)
    cell.data_type = "s"
    cell._value = text or None
    if number_format:
        cell._style = styles.formatted(cell._style, number_format)
    if text and text[0] in _FORMULA_START:
        cell._style = styles.quoted(cell._style)


def default_format(value: object) -> str:
    """The number format of a value whose placeholder states none: only dates and times need one."""
    if isinstance(value, datetime):
        return "yyyy-mm-dd hh:mm"
    if isinstance(value, date):
        return "yyyy-mm-dd"
    return "hh:mm" if isinstance(value, time) else ""
