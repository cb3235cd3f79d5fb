"""From the cells of one column to values, each different cell read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from desktop_app.errors import Rejected
from desktop_app.exchange import recognition
from desktop_app.exchange.context import Context
from desktop_app.exchange.sheets import Cell
from desktop_app.exchange.targets import Target
from desktop_app.records import reading
from desktop_app.records.fields import (
    Choice,
    Choices,
    Code,
    Day,
    LongText,
    Measure,
    Number,
    Phone,
    Text,
    Time,
    Value,
    YesNo,
)

NOTHING = frozenset({"/", "\\", "-", "--", "—", "——", "无", "暂无", "未知", "不详", "空", "／", "－", "*", "n/a"})
DITTO = frozenset({"〃", "″", '"', "”", "''", "同上", "同前", "↓", "....", "……"})
_DEPARTMENT = re.compile(
    r"^(.+?(?:委员会|办公室|事业部|车间|中心|分厂|公司|集团|工会|[部科室处厂队组班所站局院]))(?![长员])"
    r"((?:副|代|总)?.{1,12})$"
)
_ALIGNING_SPACE = re.compile(
    r"(?<=[\u3400-\u9fff\U00020000-\U0003ffff])[ \u3000\xa0]+(?=[\u3400-\u9fff\U00020000-\U0003ffff])"
)
_HALF_DAYS = ("上午", "下午", "中午", "晚上", "早上")
_CACHED = 4096  # different cells remembered per column


@dataclass(slots=True)
class CellReading:
    """What one cell (or a few that belong together) gives: values by path, or a reason why not, or a warning."""

    values: tuple[tuple[str, Value], ...] = ()
    fault: str = ""
    warning: str = ""
    is_repeated: bool = False  # a warning about a word, said once however often the word stands there
    faulty_path: str = ""


def known_as(cell: Cell) -> object:
    """What tells cells apart: 1 and True and 1.0 are different things to read."""
    return cell if type(cell) is str else (type(cell), cell)


class SourceReader:
    """Reads the cells of one source. Years left out come from the title; today's date stays the bound for births."""

    def __init__(self, source: recognition.Source, targets: Sequence[Target], context: Context, on: date) -> None:
        self.source = source
        self.targets = tuple(targets)
        self.on = on
        self.context = context
        self._dates_on = (
            date(context.year or on.year, context.month or on.month, 1) if context.year or context.month else on
        )
        self._way: Callable[[Cell], CellReading] = getattr(self, f"_read_{source.way}")
        self.known: dict[object, CellReading] = {}

    def read(self, cell: Cell) -> CellReading:
        """The reading of ``cell``, which is not empty; ask ``known`` first."""
        try:
            found = self._way(cell)
        except Rejected as fault:
            found = CellReading(fault=str(fault), faulty_path=self.targets[0].path)
        if len(self.known) < _CACHED:
            self.known[known_as(cell)] = found
        return found

    def _read_plain(self, cell: Cell) -> CellReading:
        target = self.targets[0]
        value, warning = self._value(target, cell)
        if value is None or value == ():
            return CellReading(warning=warning)
        return CellReading(((target.path, value),), "", warning, bool(warning) and isinstance(target.kind, Choice))

    _read_joined = _read_plain

    def _read_span(self, cell: Cell) -> CellReading:
        ends = reading.time_span(reading.cell_text(cell))
        if ends is None:
            raise Rejected(f"“{reading.cell_text(cell)}”不是时间段，应如 09:05-09:30")
        return self._several(zip(self.targets, ends, strict=True))

    def _read_moment(self, cell: Cell) -> CellReading:
        if isinstance(cell, datetime):
            return self._several(zip(self.targets, (cell.date(), cell.time()), strict=True))
        parts = re.split(
            r"(?<=[日号\d])[\sT]+(?=\D{0,2}\d{1,2}[:时点])|(?<=[日号])",
            reading.plain(reading.cell_text(cell)),
            maxsplit=1,
        )
        if len(parts) != 2 or not parts[1]:
            raise Rejected(f"“{reading.cell_text(cell)}”里应有日期和时间，如 2026-01-05 09:05")
        return self._several(zip(self.targets, parts, strict=True))

    def _read_post(self, cell: Cell) -> CellReading:
        text = reading.trimmed(reading.cell_text(cell))
        parted = _DEPARTMENT.match(text)
        pieces = (
            parted.groups() if parted else (text, None) if re.search(r"[部科室处厂队组班所站]$", text) else (None, text)
        )
        return self._several((t, piece) for t, piece in zip(self.targets, pieces, strict=True) if piece)

    def _read_minutes(self, cell: Cell) -> CellReading:
        found = re.search(r"\d+", reading.plain(reading.cell_text(cell)))
        if isinstance(cell, time):
            return CellReading(((recognition.MINUTES, cell.hour * 60 + cell.minute),))
        if not found:
            raise Rejected(f"“{reading.cell_text(cell)}”不是分钟数")
        hours = "小时" in reading.cell_text(cell)
        return CellReading(((recognition.MINUTES, int(found[0]) * (60 if hours else 1)),))

    def _several(self, pairs: Iterable[tuple[Target, Cell]]) -> CellReading:
        values, warnings = [], []
        for target, cell in pairs:
            try:
                value, warning = self._value(target, cell)
            except Rejected as fault:
                return CellReading(fault=str(fault), faulty_path=target.path)
            if value is not None:
                values.append((target.path, value))
            warnings.append(warning)
        return CellReading(tuple(values), warning="；".join(filter(None, warnings)))

    def _value(self, target: Target, cell: Cell) -> tuple[Value, str]:
        kind = target.kind
        if type(cell) is str and len(cell) > 5 and isinstance(kind, Code):
            if _is_whole_code(kind, cell):
                return kind.parse(cell, self.on), ""
        elif isinstance(cell, str) and len(cell) < 6 and not isinstance(kind, Text | LongText | YesNo):
            text = reading.plain(cell)
            if text.lower() in NOTHING and not (isinstance(kind, Choice) and text in (*kind.options, *kind.aliases)):
                return None, ""
        if isinstance(kind, Day):
            return self._day(kind, cell)
        if isinstance(kind, Time):
            return _time(kind, cell, self.on)
        if isinstance(kind, Phone) and isinstance(cell, str):
            return _phone(kind, cell, self.on)
        if isinstance(kind, Number | Measure) and isinstance(cell, str):
            return kind.read(re.sub(r"(?<=\d)\s*(人次|人|名|位|次|个|间|元|票)$", "", reading.plain(cell)), self.on), ""
        if isinstance(cell, str) and recognition.is_name_target(target):
            cell = _ALIGNING_SPACE.sub("", reading.trimmed(cell))  # 周　旭: spread to the width of three characters
        value = kind.read(cell, self.on)
        return value, _unlisted(kind, value)

    def _day(self, kind: Day, cell: Cell) -> tuple[Value, str]:
        month = self.context.month
        if month and 1 <= (whole := _whole(cell) or 0) <= 31:  # the day alone under a title 2026年1月
            cell = f"{month}-{whole}"
        if isinstance(cell, str) and cell.endswith(_HALF_DAYS):  # 3月3日上午
            cell = cell.rstrip()[:-2]
        value = (_iso_day(cell) if type(kind) is Day else None) or kind.read(cell, self._dates_on)
        if value is not None and month and kind.required and value.month != month:
            return value, f"“{reading.cell_text(cell)}”不在本表所写的 {month} 月，请核对"
        return value, ""


def _is_whole_code(kind: Code, cell: str) -> bool:
    """Whether nothing can have been rounded (4.4E+17) and no second telephone number can stand beside."""
    if isinstance(kind, Phone):
        return len(cell) == 11 and cell.isdecimal()
    return "E" not in cell and "e" not in cell


def _iso_day(cell: Cell) -> date | None:
    """2024-05-06 and 20240506 at once; all else is left to the kind."""
    if type(cell) is str and (len(cell) == 10 or (len(cell) == 8 and cell.isdecimal())) and cell.isascii():
        try:
            return date.fromisoformat(cell)
        except ValueError:
            return None
    return None


def _whole(cell: Cell) -> int | None:
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int) or (isinstance(cell, float) and cell.is_integer()):
        return int(cell)
    text = reading.plain(cell) if isinstance(cell, str) else ""
    return int(text) if re.fullmatch(r"\d{1,2}", text) else None


def _time(kind: Time, cell: Cell, on: date) -> tuple[Value, str]:
    """Times; a number 9.3 in a time column is 9.30, and a date before the time is left out."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and 1 <= cell < 24:
        text = f"{cell:.2f}"
        return kind.read(text, on), "" if cell * 100 % 10 else f"“{cell:g}”按 {text.replace('.', ':')} 读入，请核对"
    if isinstance(cell, int | float) and not isinstance(cell, bool) and 100 <= cell < 2400:
        return kind.read(f"{int(cell):04d}", on), ""
    if isinstance(cell, str):
        text = reading.plain(cell)
        dated = re.match(r"(?:\d{4}\s*[-./年])?\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*[日号]?\s*[\sT]\s*(?=\D{0,2}\d)", text)
        text = re.sub(r"\s*(左右|许|前后|[a-z]{3})$", "", text[dated.end() :] if dated else text)
        return kind.read(text, on), ""
    return kind.read(cell, on), ""


def _phone(kind: Phone, cell: str, on: date) -> tuple[Value, str]:
    """Of two numbers in one cell the first is taken, and said so."""
    try:
        return kind.read(cell, on), ""
    except Rejected:
        numbers = re.split(r"[\s/、,;，；]+", reading.plain(cell))
        if len(numbers) < 2:
            raise
        return kind.read(numbers[0], on), f"“{reading.plain(cell)}”有几个号码，只取了第一个"


def _unlisted(kind: object, value: Value) -> str:
    """A warning for words an open choice does not list."""
    if not isinstance(kind, Choice) or not kind.open or value is None:
        return ""
    words = value if isinstance(kind, Choices) else (value,)
    strange = [word for word in words if word not in kind.options and word not in kind.aliases.values()]
    return f"“{'、'.join(strange)}”不在常用写法（{'、'.join(kind.options[:8])}）之内，已照原样保留" if strange else ""
