"""A figure of the yearly statistics that the officer states herself; it stands before a counted one."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Measure, Number, Text


class StatedFigure(Record):
    """手工指标."""

    __tablename__ = "stated_figure"

    year: Mapped[int | None] = column(Number("年度", required=True, unit="年", minimum=1990, maximum=2100))
    code: Mapped[str | None] = column(Text("指标代码", required=True, max_length=4, help="年度统计表的代码，如 36"))
    value: Mapped[Decimal | None] = column(Measure("数值", required=True, places=2))
    reason: Mapped[str | None] = column(
        Text("来源说明", required=True, max_length=200, help="数从哪里来，或为什么与台账不同")
    )


TYPE = RecordType(
    model=StatedFigure,
    label="手工指标",
    title=("year", "code"),
    list_columns=("year", "code", "value", "reason"),
    groups=(Group("指标", ("year", "code", "value", "reason")),),
    order=("-year", "code"),
    key=("year", "code"),
)
