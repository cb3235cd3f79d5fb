"""One clause as an inspection found it kept."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, Link, Text


class PerformanceInspectionLine(Record):
    """履约检查项."""

    __tablename__ = "performance_inspection_line"

    inspection_id: Mapped[int | None] = column(Link("履约检查", required=True, to="performance_inspection"))
    clause_number: Mapped[str | None] = column(Text("条款号", max_length=20))
    clause: Mapped[str | None] = column(Text("条款要点", required=True, max_length=300))
    quantity: Mapped[str | None] = column(Text("量化标准", max_length=100))
    finding: Mapped[str | None] = column(Text("检查情况", max_length=500))
    result: Mapped[str | None] = column(Choice("履约结论", options=wording.PERFORMANCE_RESULTS))
    fault: Mapped[str | None] = column(Text("存在问题", max_length=300))
    remedy: Mapped[str | None] = column(Text("整改措施", max_length=300))
    responsible: Mapped[str | None] = column(Text("责任部门", max_length=60))
    due_on: Mapped[date | None] = column(Day("整改时限"))
    remedied: Mapped[str | None] = column(Text("整改结果", max_length=200))


TYPE = RecordType(
    model=PerformanceInspectionLine,
    label="履约检查项",
    title=("clause_number", "clause"),
    list_columns=("clause_number", "clause", "finding", "result", "due_on", "remedied"),
    groups=(
        Group("条款", ("inspection_id", "clause_number", "clause", "quantity")),
        Group("检查", ("finding", "result", "fault")),
        Group("整改", ("remedy", "responsible", "due_on", "remedied")),
    ),
    owner="inspection_id",
)
