"""Dates a spreadsheet has kept as decimal numbers: 2.1 may have been 2.1 or 2.10, and the zero is gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.exchange.recognition import PLAIN, Recognised
from desktop_app.exchange.sheets import Cell, Sheet
from desktop_app.exchange.targets import Target
from desktop_app.records.fields import Day

_LARGEST = 3000  # 2026.1 is a month; above it a number is a day number or 20260105


def settle_decimals(sheet: Sheet, table: Recognised, targets: Mapping[str, Target]) -> dict[tuple[int, int], Cell]:
    """(row, column) -> text to read instead, for every decimal number of a date column.

    A column that also holds 2.05 writes two digits, so its 2.1 was 2.10. Else 2.1 is what it says unless that would
    go back behind the line above while 2.10 would not.
    """
    settled: dict[tuple[int, int], Cell] = {}
    for source in table.sources:
        if source.way == PLAIN and isinstance(targets[source.paths[0]].kind, Day):
            column = source.columns[0]
            settled.update(_column(sheet, column, range(table.first, table.last)))
    return settled


@dataclass(frozen=True)
class _Decimal:
    whole: int
    digits: str

    @property
    def is_doubtful(self) -> bool:
        return self.digits in ("1", "2", "3")


def _column(sheet: Sheet, column: int, rows: range) -> dict[tuple[int, int], Cell]:
    found = {
        row: decimal for row in rows if column < len(sheet.rows[row]) and (decimal := _decimal(sheet.rows[row][column]))
    }
    two_digits = any(decimal.digits.startswith("0") for decimal in found.values())
    settled: dict[tuple[int, int], Cell] = {}
    before = (0, 0)
    for row, decimal in found.items():
        digits = decimal.digits
        if decimal.is_doubtful and (two_digits or (decimal.whole == before[0] and int(digits) < before[1] <= int(digits) * 10)):
            digits += "0"
        settled[row, column] = f"{decimal.whole}.{digits}"
        before = (decimal.whole, int(digits))
    return settled


def _decimal(cell: Cell) -> _Decimal | None:
    if not isinstance(cell, float) or cell.is_integer() or not 1 < cell < _LARGEST:
        return None
    whole, _, digits = repr(cell).partition(".")
    return _Decimal(int(whole), digits) if len(digits) <= 2 else None
