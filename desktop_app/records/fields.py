"""The kinds of field: each knows how its value is typed, shown and stored, and nothing else does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import date, time
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Any

from sqlalchemy import Boolean, Integer, String
from sqlalchemy.types import TypeEngine
from stdnum.cn import ric, uscc

from desktop_app.errors import Rejected
from desktop_app.records import reading
from desktop_app.records.values import DayColumn, MeasureColumn, Month, TagsColumn, TimeColumn, day_of

Value = Any  # str | int | bool | date | Month | time | Decimal | tuple[str, ...] | None


@dataclass(frozen=True)
class Kind:
    """What one field holds. ``label`` is the one Chinese name used in editors, lists, imports and forms."""

    label: str
    _: KW_ONLY
    required: bool = False
    help: str = ""
    sensitive: bool = False
    purpose: str = ""  # why a sensitive field is kept at all (个人信息保护法 art. 28, level L1)
    names: tuple[str, ...] = ()  # other column heads under which office files carry this field
    default: Value = None

    def parse(self, text: str, on: date) -> Value:
        """The value typed as ``text``; empty text is None. ``on`` supplies 今天 and a missing year.

        Raises Rejected with the reason.
        """
        text = reading.plain(text)
        return self._parse(text, on) if text else None

    def read(self, cell: object, on: date) -> Value:
        """The value of a spreadsheet cell, which may already be a number, date, time or truth value."""
        return self.parse(reading.cell_text(cell), on)

    def format(self, value: Value) -> str:
        """How an officer sees the value; empty for None."""
        return "" if value is None else str(value)

    def masked(self, value: Value) -> str:
        """How the value is shown where it need not be read: sensitive text keeps only its ends."""
        text = self.format(value)
        if not self.sensitive or not text:
            return text
        return text[:1] + "*" * (len(text) - 1) if len(text) < 7 else text[:3] + "*" * (len(text) - 7) + text[-4:]

    def column_type(self) -> TypeEngine[Any]:
        """The SQL type that stores it."""
        return String()

    def from_json(self, raw: Any) -> Value:
        """The value that ``to_json`` wrote."""
        return raw

    def _parse(self, text: str, on: date) -> Value:
        return text


@dataclass(frozen=True)
class Text(Kind):
    """One line of text; names are altered at their edges only."""

    max_length: int = 200

    def _parse(self, text: str, on: date) -> str:
        text = " ".join(text.splitlines())
        if len(text) > self.max_length:
            raise Rejected(f"太长：{len(text)} 个字，最多 {self.max_length} 个字")
        return text

    def parse(self, text: str, on: date) -> Value:
        """As typed, without surrounding space: digits and letters of a text are not folded."""
        text = reading.trimmed(text)
        return self._parse(text, on) if text else None


@dataclass(frozen=True)
class LongText(Text):
    """Text of several lines; Enter is a line break."""

    max_length: int = 10_000

    def _parse(self, text: str, on: date) -> str:
        if len(text) > self.max_length:
            raise Rejected(f"太长：{len(text)} 个字，最多 {self.max_length} 个字")
        return text


@dataclass(frozen=True)
class Code(Kind):
    """A number that is text: 工号、文号、邮编. Full-width letters and digits are folded."""

    pattern: str = ""
    example: str = ""

    def read(self, cell: object, on: date) -> Value:
        """Refuse a number that a spreadsheet has already rounded."""
        if reading.lost_digits(cell):
            raise Rejected("号码已被表格软件存成数字，末几位已丢失，无法恢复，请按原件重新填写")
        return super().read(cell, on)

    def _parse(self, text: str, on: date) -> str:
        text = text.replace(" ", "")
        if self.pattern and not re.fullmatch(self.pattern, text):
            raise Rejected(f"“{text}”格式不对，应如 {self.example}")
        return text


_MOBILE = re.compile(r"(?:\+?86-?)?(1[3-9]\d)-?(\d{4})-?(\d{4})")
_LAND_LINE = re.compile(r"(?:0\d{2,3}-?)?[2-9]\d{6,7}(?:-?(?:转)?\d{1,6})?|\d{5,8}|[48]00-?\d{3}-?\d{4}")
_PHONE_SPACE = re.compile(r"[\s()（）]")


@dataclass(frozen=True)
class Phone(Code):
    """A telephone number: mobile of 11 digits, or land line with or without area code and extension."""

    sensitive: bool = True
    purpose: str = "联系本人，印在需要联系电话的表上"

    def _parse(self, text: str, on: date) -> str:
        digits = _PHONE_SPACE.sub("", text).replace("—", "-").replace("－", "-")
        mobile = _MOBILE.fullmatch(digits)
        if mobile:
            return "".join(mobile.groups())
        if _LAND_LINE.fullmatch(digits):
            return digits
        raise Rejected(f"“{text}”不是电话号码：手机号应为 11 位数字，固定电话应如 025-12345678")


_OLD_ID = re.compile(r"\d{15}")
_ID = re.compile(r"\d{17}[\dX]")


@dataclass(frozen=True)
class IdNumber(Code):
    """公民身份号码 (GB 11643): 18 characters with check digit; the older 15 digits are completed."""

    sensitive: bool = True
    purpose: str = "核对本人身份、避免重名，仅印在要求身份证号的表上"

    def _parse(self, text: str, on: date) -> str:
        number = text.replace(" ", "").lstrip("'’‘").upper()
        if _OLD_ID.fullmatch(number):
            body = number[:6] + "19" + number[6:]
            number = body + _check_digit(body)
        if len(number) != 18:
            raise Rejected(f"身份证号位数为 {len(number)}，应为 18 位")
        return _checked_id(number, on)


# GB/T 2260 province codes. Counties are not checked: they come and go, and a number may be issued after either.
_PROVINCES = frozenset(
    str(code)
    for codes in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
    for code in range(codes[0], codes[1] + 1)
)


def _check_digit(body: str) -> str:
    """The 18th character that belongs to 17 digits (GB 11643)."""
    return str(ric.calc_check_digit(body + "0"))


def _checked_id(number: str, on: date) -> str:
    if not _ID.fullmatch(number):
        raise Rejected("身份证号只能由 17 位数字和 1 位校验码组成")
    if number[17] != _check_digit(number[:17]):
        raise Rejected(f"身份证号校验不符：第 18 位应为 {_check_digit(number[:17])}，请核对全部数字")
    try:
        born = born_on(number)
    except ValueError:
        born = None
    if born is None or number[:2] not in _PROVINCES:
        raise Rejected("身份证号中的地区或出生日期不存在，请核对第 1—14 位")
    if born > on:
        raise Rejected("身份证号中的出生日期晚于今天，请核对")
    return number


def born_on(id_number: str) -> date:
    """The birth date inside a valid ID number (GB 11643, characters 7-14)."""
    return date.fromisoformat(id_number[6:14])


def gender_of(id_number: str) -> str:
    """女 or 男 by the 17th character of a valid ID number (GB 11643: odd is male)."""
    return "男" if int(id_number[16]) % 2 else "女"


@dataclass(frozen=True)
class Uscc(Code):
    """统一社会信用代码 (GB 32100): 18 characters with check character."""

    def _parse(self, text: str, on: date) -> str:
        code = text.replace(" ", "").upper()
        if len(code) != 18:
            raise Rejected(f"统一社会信用代码位数为 {len(code)}，应为 18 位")
        if not uscc.is_valid(code):
            raise Rejected("统一社会信用代码校验不符，请对照营业执照或法人证书核对（不用字母 I、O、S、V、Z）")
        return code


@dataclass(frozen=True)
class Choice(Kind):
    """One of the listed words; ``aliases`` are other spellings, ``open`` admits further words."""

    options: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict, hash=False)
    open: bool = False

    def parse(self, text: str, on: date) -> Value:
        """The listed word that ``text`` is, brackets of any width, or the only one it begins."""
        text = reading.trimmed(text)
        return self._parse(text, on) if text else None

    def _parse(self, text: str, on: date) -> str:
        words = _folded(self.options, tuple(self.aliases.items()))
        typed = reading.plain(text)
        if typed in words:
            return words[typed]
        begun = [option for option in self.options if reading.plain(option).startswith(typed)]
        if len(begun) == 1 and not self.open:
            return begun[0]
        if self.open:
            return text
        raise Rejected(f"“{text}”不在可选范围：{'、'.join(self.options)}")


@lru_cache(maxsize=256)
def _folded(options: tuple[str, ...], aliases: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return {reading.plain(word): meant for word, meant in aliases} | {reading.plain(word): word for word in options}


@dataclass(frozen=True)
class Choices(Choice):
    """Several of the listed words, e.g. the equipment used."""

    def parse(self, text: str, on: date) -> Value:
        """Words parted by 、 or a comma, semicolon or space."""
        words = [word for word in re.split(r"[、,，;；/\s☑√□]+", reading.trimmed(text)) if word]
        return tuple(dict.fromkeys(self._parse(word, on) for word in words))

    def format(self, value: Value) -> str:
        """The words joined by 、."""
        return "、".join(value or ())

    def column_type(self) -> TypeEngine[Any]:
        """Joined text."""
        return TagsColumn()

    def from_json(self, raw: Any) -> Value:
        """A list to choices."""
        return tuple(raw or ())


@dataclass(frozen=True)
class Day(Kind):
    """A date. Typed as 20240506, 2024.5.6, 24-5-6, 5.6 (this year), 今天; shown as 2024-05-06."""

    or_month: bool = False  # a month alone is legal: 出生年月、入会时间

    def read(self, cell: object, on: date) -> Value:
        """Dates of a sheet come as they are; day numbers (45418) as what they stand for."""
        day = reading.sheet_day(cell)
        return day if day else super().read(cell, on)

    def format(self, value: Value) -> str:
        """ISO, without the day where only the month is known."""
        return "" if value is None else value.isoformat()

    def column_type(self) -> TypeEngine[Any]:
        """ISO text."""
        return DayColumn()

    def from_json(self, raw: Any) -> Value:
        """ISO text to a date or Month."""
        return None if raw is None else day_of(raw)

    def _parse(self, text: str, on: date) -> date:
        day = reading.day(text, on)
        if day is None:
            raise Rejected(f"“{text}”不是日期，应如 2024-05-06")
        if isinstance(day, Month) and not self.or_month:
            raise Rejected(f"“{text}”只有年月，请补上日，如 {day}-06")
        return day


@dataclass(frozen=True)
class MonthKind(Day):
    """A month: 1985.06. A full date is shortened to its month."""

    or_month: bool = True

    def read(self, cell: object, on: date) -> Value:
        """A sheet's date is taken as its month."""
        return _month(super().read(cell, on))

    def _parse(self, text: str, on: date) -> date:
        found = super()._parse(text, on)
        return Month(found.year, found.month, 1)


def _month(day: date | None) -> Month | None:
    return None if day is None else Month(day.year, day.month, 1)


@dataclass(frozen=True)
class Time(Kind):
    """A time of day: 0905, 9:05, 9：05, 下午3点20分; shown as 09:05."""

    def read(self, cell: object, on: date) -> Value:
        """Times of a sheet come as they are, or as a part of a day (0.375)."""
        moment = reading.sheet_time(cell)
        return moment if moment is not None else super().read(cell, on)

    def format(self, value: Value) -> str:
        """HH:MM."""
        return "" if value is None else f"{value:%H:%M}"

    def column_type(self) -> TypeEngine[Any]:
        """Minutes since midnight."""
        return TimeColumn()

    def from_json(self, raw: Any) -> Value:
        """HH:MM to a time."""
        return None if raw is None else time.fromisoformat(raw)

    def _parse(self, text: str, on: date) -> time:
        moment = reading.time_of_day(text)
        if moment is None:
            raise Rejected(f"“{text}”不是时间，应如 09:05 或 0905")
        return moment


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
        if not number.is_finite() or not 0 <= number < 10**10:
            raise Rejected(f"“{text}”超出范围")
        rounded = number.quantize(Decimal(1).scaleb(-self.places))
        if rounded != number:
            raise Rejected(f"“{text}”小数位太多，最多 {self.places} 位")
        return rounded

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


@dataclass(frozen=True)
class YesNo(Kind):
    """是 or 否."""

    yes: tuple[str, ...] = ()  # further words that mean yes, such as 会员
    no: tuple[str, ...] = ()

    _YES = ("是", "有", "已", "√", "☑", "✓", "y", "yes", "true", "1", "对", "会员", "已建", "已入会")
    _NO = ("否", "无", "未", "×", "□", "✗", "n", "no", "false", "0", "没有", "不是", "非会员", "未建", "未入会", "/")

    def _parse(self, text: str, on: date) -> bool:
        word = text.lower()
        if word in self.yes or word in self._YES:
            return True
        if word in self.no or word in self._NO:
            return False
        raise Rejected(f"“{text}”应填“是”或“否”")

    def format(self, value: Value) -> str:
        """是 / 否."""
        return "" if value is None else "是" if value else "否"

    def column_type(self) -> TypeEngine[Any]:
        """0 or 1."""
        return Boolean()


@dataclass(frozen=True)
class Link(Kind):
    """Another record: ``to`` is its kind. Its value is that record's id; what is shown is that record's title."""

    to: str = ""

    def _parse(self, text: str, on: date) -> int:
        if not text.isdecimal():
            raise Rejected(f"没有找到“{text}”，请先在“{self.label}”里选择")
        return int(text)

    def column_type(self) -> TypeEngine[Any]:
        """The id."""
        return Integer()


def to_json(value: Value) -> Any:
    """A value as JSON carries it: ISO dates and times, decimals as text, choices as a list."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, Decimal):
        return str(value)
    return list(value) if isinstance(value, tuple) else value
