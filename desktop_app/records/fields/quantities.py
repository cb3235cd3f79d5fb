"""Fields that hold something counted, measured or paid."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Integer
from sqlalchemy.types import TypeEngine

from desktop_app.errors import Rejected
from desktop_app.records.fields.kind import Kind, Value
from desktop_app.records.values import MeasureColumn

_TOO_LARGE = 10**10  # of any measure or amount: a slip of the pen


@dataclass(frozen=True)
class Number(Kind):
    """A whole number with its unit."""

    unit: str = ""
    minimum: int = 0
    maximum: int = 10**9

    def _parse(self, text: str, on: date) -> int:
        digits = text.replace(",", "").removesuffix(self.unit or "\0").strip()
        digits = re.sub(r"\.0+$", "", digits)
        if not re.fullmatch(r"[+-]?\d{1,12}", digits):
            raise Rejected(f"“{text}”不是整数")
        number = int(digits)
        if not self.minimum <= number <= self.maximum:
            raise Rejected(f"应在 {self.minimum} 与 {self.maximum} 之间")
        return number

    def column_type(self) -> TypeEngine[Any]:
        """Whole number."""
        return Integer()


@dataclass(frozen=True)
class Measure(Kind):
    """A decimal number of fixed places with its unit, e.g. an area in ㎡."""

    unit: str = ""
    places: int = 1

    def _parse(self, text: str, on: date) -> Decimal:
        digits = re.sub(r"(平方米|平米|㎡|m2|m²|元|%)$", "", text.replace(",", ""))
        digits = digits.removesuffix(self.unit or "\0").strip()
        try:
            number = Decimal(digits)
        except InvalidOperation:
            raise Rejected(f"“{text}”不是数字") from None
        if not number.is_finite() or not 0 <= number < _TOO_LARGE:
            raise Rejected(f"“{text}”超出范围")
        rounded = number.quantize(Decimal(1).scaleb(-self.places))
        if rounded != number:
            raise Rejected(f"“{text}”小数位太多，最多 {self.places} 位")
        return rounded

    def excess(self, value: Value) -> str:
        """A price times a quantity can be more than SQLite counts."""
        return "" if value is None or value < _TOO_LARGE else f"“{self.format(value)}”超出范围"

    def column_type(self) -> TypeEngine[Any]:
        """Scaled whole number."""
        return MeasureColumn(self.places)

    def from_json(self, raw: Any) -> Value:
        """Text to a decimal."""
        return None if raw is None else Decimal(raw)


@dataclass(frozen=True)
class Amount(Measure):
    """Money: typed and shown in 元, kept in whole fen."""

    unit: str = "元"
    places: int = 2

    def _parse(self, text: str, on: date) -> Decimal:
        return super()._parse(text.lstrip("¥￥"), on)

    def format(self, value: Value) -> str:
        """12,345.60."""
        return "" if value is None else f"{value:,.2f}"
