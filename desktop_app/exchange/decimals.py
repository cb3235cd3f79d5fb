"""Dates a spreadsheet has kept as decimal numbers: 2.1 may have been 2.1 or 2.10, and the zero is gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.exchange.recognition import PLAIN, Recognised
from desktop_app.exchange.sheets import Cell, Sheet
from desktop_app.exchange.targets import Target
from desktop_app.records.fields import Day

Place = tuple[int, int]  # row, column, from 0
_LARGEST = 3000  # 2026.1 is a month; above it a number is a day number or 20260105


def settle_decimals(
    sheet: Sheet, table: Recognised, targets: Mapping[str, Target]
) -> tuple[dict[Place, Cell], dict[Place, str]]:
    """(row, column) -> text to read instead, for every decimal number of a date column; and those left in doubt.

    A column that also holds 2.05 writes two digits, so its 2.1 was 2.10. Else 2.1 is what it says unless that would
    go back behind the line above while 2.10 would not.
    """
    settled: dict[Place, Cell] = {}
    doubtful: dict[Place, str] = {}
    for source in table.sources:
        if source.way == PLAIN and isinstance(targets[source.paths[0]].kind, Day):
            _settle_column(sheet, source.columns[0], range(table.first, table.last), settled, doubtful)
    return settled, doubtful


@dataclass(frozen=True)
class _Decimal:
    whole: int
    digits: str

    @property
    def is_doubtful(self) -> bool:
        """Whether the number may have lost a zero: 2.1 may be 2.10, 1976.1 may be 1976.10."""
        return self.digits in (("1",) if self.whole > 12 else ("1", "2", "3"))


def _settle_column(
    sheet: Sheet, column: int, rows: range, settled: dict[Place, Cell], doubtful: dict[Place, str]
) -> None:
    found = {
        row: decimal
        for row in rows
        if type(sheet.rows[row][column]) is float and (decimal := _decimal(sheet.rows[row][column]))
    }
    has_zeros = any(decimal.digits.startswith("0") for decimal in found.values())
    before = (0, 0)
    for row, decimal in found.items():
        digits = decimal.digits
        if decimal.is_doubtful:
            short, long = int(digits), int(digits) * 10
            goes_back = decimal.whole == before[0] and short < before[1] <= long
            if has_zeros or goes_back:
                digits += "0"
            else:
                doubtful[row, column] = f"{decimal.whole}.{digits}"
        settled[row, column] = f"{decimal.whole}.{digits}"
        before = (decimal.whole, int(digits))


def _decimal(cell: Cell) -> _Decimal | None:
    if not isinstance(cell, float) or cell.is_integer() or not 1 < cell < _LARGEST:
        return None
    whole, _, digits = repr(cell).partition(".")
    return _Decimal(int(whole), digits) if len(digits) <= 2 else None
