"""Why a finding of the logic check is as it is, in the officer's words; printed with the form."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Day, LongText, Number, Text


class FindingNote(Record):
    """情况说明."""

    __tablename__ = "finding_note"

    rule: Mapped[str | None] = column(Text("规则", required=True, max_length=20))
    record_kind: Mapped[str | None] = column(Text("记录类别", max_length=40))
    record_number: Mapped[int | None] = column(Number("记录编号"))
    finding: Mapped[str | None] = column(LongText("检查提示", required=True, max_length=500))
    explanation: Mapped[str | None] = column(LongText("情况说明", required=True, max_length=500))
    written_on: Mapped[date | None] = column(Day("说明日期", required=True))
    written_by: Mapped[str | None] = column(Text("说明人", max_length=40))


TYPE = RecordType(
    model=FindingNote,
    label="情况说明",
    title=("rule", "written_on"),
    list_columns=("rule", "finding", "explanation", "written_on"),
    groups=(
        Group("说明", ("rule", "record_kind", "record_number", "finding", "explanation", "written_on", "written_by")),
    ),
    order=("-written_on",),
)
