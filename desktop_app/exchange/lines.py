"""Which lines of a table hold records: totals, signatures, examples, titles and remarks do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from desktop_app.exchange.cells import NOTHING
from desktop_app.exchange.sheets import Cell, Sheet
from desktop_app.records import reading

_HINT = re.compile(r"[计总共注备说例明要提附示:：*※]")  # without one of these no text is an aside
_TOTALS = re.compile(
    r"(本[页月周日年次]|当[月日年]|全[年月]|上半年|下半年|[一二三四]季度|第?[一二三四1-4]季度|\d{1,2}月份?)?(合|小|总|共|累|统)计.{0,20}|总(人数|人次|数).{0,15}|共.{0,4}\d+.{0,4}(人|次|条|项|名)"
)
_SIGNED = re.compile(
    r"(单位|部门|工会|女职工委员会|主管|分管)?(填表|填报|制表|制单|填写|审核|审批|审签|复核|经办|统计|登记|主管|批准|负责|联系|汇总|报送|签字|签名|签章|盖章|公章|管理|日期)"
    r"(人员|人|单位|日期|时间|领导|电话)?[(（]?(签字|签名|签章|盖章|公章)?[)）]?[:：].*|(单位|部门|工会)?(负责人|领导|主席|主任).{0,8}[:：].*"
)
_REMARK = re.compile(
    r"(备?注|说明|填[表报写]说明|填写要求|注意事项?|要求|附注?|提示|温馨提示)\s*[\d一]*\s*[:：].*|[*※]\s*\S.*|注\s*\d.*"
)
_NUMBERED = re.compile(r"[(（]?[\d一二三四五六七八九十]+\s*[.、．)）]\s*\S.*")
_EXAMPLE = re.compile(r"[(（]?(填[表写]?)?(示例|样例|范例|举例|例)\d?[:：)）]?")


class Lines:
    """Tells the record lines of one table from all others.

    ``columns`` are those that fill fields; ``weak`` ones (pre-printed dates, serial numbers) make no line by
    themselves; ``needed`` ones may stand alone.
    """

    def __init__(self, sheet: Sheet, columns: Iterable[int], weak: Iterable[int], needed: Iterable[int]) -> None:
        self._columns = tuple(columns)
        self._weak = frozenset(weak)
        self._is_log = not self._weak.isdisjoint(self._columns)
        self._strong = tuple(column for column in self._columns if column not in self._weak)
        self._needed = frozenset(needed)
        self._wide = {merge.top for merge in sheet.merges if merge.right > merge.left}

    def is_record(self, index: int, cells: Sequence[Cell]) -> bool:
        """Whether row ``index`` (from 0) with these cells holds a record."""
        filled = 0
        for column in self._strong:
            if cells[column] != "":
                filled += 1
                if filled > 1:
                    break
        if not filled or is_aside(cells) or self._is_crossed_out(cells):
            return False
        return filled > 1 or not self._is_prose(index, cells)

    def _is_prose(self, index: int, cells: Sequence[Cell]) -> bool:
        """A single text in a table of several columns is a title, a section or a remark, save a short needed value."""
        if len(self._columns) < 2 or sum(1 for cell in cells if cell != "") > 1:
            return False
        column = next(column for column in self._strong if cells[column] != "")
        text = reading.plain(reading.cell_text(cells[column]))
        is_remark = _NUMBERED.fullmatch(text) is not None or re.search(r"\d", text) is not None  # 第1页
        return index in self._wide or column not in self._needed or len(text) > 12 or is_remark

    def _is_crossed_out(self, cells: Sequence[Cell]) -> bool:
        """A log's line crossed out with 无 or / records nothing."""
        if not self._is_log:
            return False
        return all(_is_nothing(cells[column]) for column in self._strong)


def is_aside(cells: Sequence[Cell]) -> bool:
    """Whether a line is a total, an example, a signature or a remark; one filled like a record is none of these."""
    first = second = ""  # type: Cell
    for cell in cells:
        if cell != "":
            if first != "":
                second = cell
                break
            first = cell
    if not (_hints(first) or _hints(second)):
        return False
    filled = [cell for cell in cells if cell != ""]
    if isinstance(first, str) and _EXAMPLE.fullmatch(reading.plain(first)):
        return True
    if any(isinstance(cell, str) and _is_total(cell) for cell in filled[:2]):
        return True
    if not isinstance(first, str) or not is_aside_text(first):
        return False
    asides = sum(1 for cell in filled if isinstance(cell, str) and is_aside_text(cell))
    return asides * 2 >= len(filled) or len(filled) <= max(2, len(cells) // 3)


def _hints(cell: Cell) -> bool:
    return type(cell) is str and len(cell) > 1 and _HINT.search(cell) is not None


def _is_nothing(cell: Cell) -> bool:
    return isinstance(cell, str) and (cell == "" or reading.plain(cell).lower() in NOTHING)


@lru_cache(maxsize=4096)
def _is_total(text: str) -> bool:
    return len(text) < 40 and _TOTALS.fullmatch(reading.plain(text).replace(" ", "")) is not None


@lru_cache(maxsize=4096)
def is_aside_text(text: str) -> bool:
    """Whether words beginning a line make it a total, a signature or a remark."""
    bare = reading.plain(text).replace(" ", "")
    return _is_total(text) or any(pattern.fullmatch(bare) for pattern in (_SIGNED, _REMARK))
