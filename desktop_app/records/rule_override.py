"""A value of the rules that the officer has checked herself, with her own source: it goes before the shipped one."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Day, Text


class RuleOverride(Record):
    """本单位规定."""

    __tablename__ = "rule_override"

    parameter: Mapped[str | None] = column(
        Text("规定", required=True, max_length=60, help="规定的名称，从“适用规定”里选")
    )
    value: Mapped[str | None] = column(Text("数值", required=True, max_length=60))
    source: Mapped[str | None] = column(Text("出处", required=True, max_length=200, help="文件名称、文号和条款"))
    checked_on: Mapped[date | None] = column(Day("核实日期", required=True))
    note: Mapped[str | None] = column(Text("备注", max_length=200))


TYPE = RecordType(
    model=RuleOverride,
    label="本单位规定",
    title=("parameter",),
    list_columns=("parameter", "value", "source", "checked_on"),
    groups=(Group("规定", ("parameter", "value", "source", "checked_on", "note")),),
    order=("parameter",),
    key=("parameter",),
)
