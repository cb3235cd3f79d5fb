"""Fields that hold numbers which are text: codes, telephone and identity numbers, checked as their standards say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from stdnum.cn import ric, uscc

from desktop_app.errors import Rejected
from desktop_app.records import reading
from desktop_app.records.fields.kind import Kind, Value, ends_of


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

    def _hidden(self, text: str) -> str:
        return ends_of(text)


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
