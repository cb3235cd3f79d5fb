"""Comma, tab or semicolon separated text, in whichever encoding an office program left it."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from desktop_app.errors import FileRefused

_SEPARATORS = ",\t;，；|"
_FORCED_TEXT = re.compile(r'^="([^"]*)"$')  # Excel's trick ="510107…" keeps digits as text


def read_delimited(name: str, content: bytes) -> list[list[str]]:
    """The rows of a .csv or .txt. Raises FileRefused where it is no readable text."""
    text = _decoded(name, content)
    lines = text.splitlines(keepends=True)
    if lines and (forced := re.fullmatch(r"sep=(.)\s*", lines[0], re.IGNORECASE)):
        separator, lines = forced[1], ["\n", *lines[1:]]  # the row stays, so that row numbers agree with the file
    else:
        separator = _separator(lines)
    try:
        rows = [[_cell(cell) for cell in row] for row in csv.reader(io.StringIO("".join(lines)), delimiter=separator)]
    except csv.Error as error:
        raise FileRefused(f"“{name}”的内容不成表格，没有导入。请在 WPS 中打开并另存为 .xlsx 后再导入。") from error
    width = max((len(row) for row in rows), default=0)
    return [row + [""] * (width - len(row)) for row in rows]


def _decoded(name: str, content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in content[:200]:
        encodings = ["utf-16-le" if content[1:2] == b"\0" or content[3:4] == b"\0" else "utf-16-be"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            return text
    raise FileRefused(f"“{name}”不是表格，也不是能读的文字，没有导入。请选择 .xlsx、.xls 或 .csv 文件。")


def _is_text(text: str) -> bool:
    sample = text[:4000]
    odd = sum(1 for c in sample if not c.isprintable() and c not in "\t\r\n\ufeff\u3000\xa0\u200b")
    return odd <= len(sample) // 100


def _separator(lines: list[str]) -> str:
    """The mark that parts most lines into the same number of cells."""
    sample = [re.sub(r'"[^"]*"', "", line) for line in lines[:200] if line.strip()]
    best, best_score = ",", 0.0
    for mark in _SEPARATORS:
        counts = Counter(line.count(mark) for line in sample)
        counts.pop(0, None)
        if counts:
            cells, times = counts.most_common(1)[0]
            score = times * min(cells, 30) * (1.0 if mark in ",\t;" else 0.3)  # full-width marks are mostly prose
            if score > best_score:
                best, best_score = mark, score
    return best


def _cell(text: str) -> str:
    forced = _FORCED_TEXT.match(text)
    return forced[1] if forced else text
