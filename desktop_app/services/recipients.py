"""Who receives forms: which of them, in what formats, and how much of a person's numbers each is to see."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import RowMapping, select

from desktop_app.errors import BanbiantianError
from desktop_app.ledger.ledger import Ledger
from desktop_app.records import recipient as recipients
from desktop_app.records.fields import IdNumber, Kind, Phone, Value

_OUTPUTS = {"PDF": "pdf", "Excel": "xlsx", "Word": "docx", "数据版": "data", "汇总行": "row"}
_ID, _MOBILE = IdNumber("身份证号"), Phone("电话")
_WHOLE, _PARTLY = "完整", "部分隐去"


@dataclass(frozen=True)
class Recipient:
    """One receiver as it is kept; empty ``forms`` means all of them, empty ``outputs`` each form's own."""

    id: int
    name: str
    forms: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    id_mask: str = _PARTLY
    phone_mask: str = _WHOLE
    file_name_rule: str = ""
    copies: int | None = None
    way: str = ""

    def shown(self, kind: Kind, value: Value) -> Value:
        """What of a value this receiver is to see: ID and personal telephone numbers whole, in part or not at all."""
        rule = self.id_mask if isinstance(kind, IdNumber) else self.phone_mask if isinstance(kind, Phone) else _WHOLE
        if value is None or rule == _WHOLE or not kind.sensitive:
            return value
        return kind.masked(value) if rule == _PARTLY else None

    def shown_in(self, text: str) -> str:
        """Running text with its ID and mobile numbers as this receiver is to see them: it may hold typed ones."""
        text = re.sub(r"(?<!\d)\d{17}[\dXx](?!\d)", lambda found: self._instead(_ID, found.group()), text)
        return re.sub(r"(?<!\d)1[3-9]\d{9}(?!\d)", lambda found: self._instead(_MOBILE, found.group()), text)

    def _instead(self, kind: Kind, number: str) -> str:
        return str(self.shown(kind, number) or "＿＿＿＿")

    def takes(self, code: str) -> bool:
        """Whether this receiver asks for the form of that code."""
        return not self.forms or code in self.forms


def all_recipients(ledger: Ledger) -> list[Recipient]:
    """Every receiver, as the officer ordered them."""
    table: Any = recipients.TYPE.model.__table__
    with ledger.reading() as connection:
        return [_recipient(row) for row in connection.execute(select(table).order_by(table.c.id)).mappings()]


def recipient_named(ledger: Ledger, name: str) -> Recipient:
    """The receiver of that name. Raises BanbiantianError, naming those there are."""
    found = {each.name: each for each in all_recipients(ledger)}
    if name not in found:
        known = "、".join(found) or "还没有登记接收单位"
        raise BanbiantianError(f"没有叫“{name}”的接收单位，没有生成文件。现有：{known}。")
    return found[name]


def _recipient(row: RowMapping) -> Recipient:
    return Recipient(
        id=row["id"],
        name=row["name"] or "",
        forms=tuple(code.upper() for code in row["forms"] or ()),
        outputs=tuple(_OUTPUTS[word] for word in row["outputs"] or () if word in _OUTPUTS),
        id_mask=row["id_mask"] or _PARTLY,
        phone_mask=row["phone_mask"] or _WHOLE,
        file_name_rule=row["file_name_rule"] or "",
        copies=row["copies"],
        way=row["way"] or "",
    )
