"""One item of such a self-check."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Link, Number, Text


class ProtectionCheckLine(Record):
    """自查项目."""

    __tablename__ = "protection_check_line"

    check_id: Mapped[int | None] = column(Link("劳动保护自查", required=True, to="protection_check"))
    position: Mapped[int | None] = column(Number("序号"))
    item: Mapped[str | None] = column(Text("检查项目", required=True, max_length=60))
    basis: Mapped[str | None] = column(Text("依据", max_length=100))
    content: Mapped[str | None] = column(Text("检查内容", max_length=200))
    result: Mapped[str | None] = column(Choice("自查结果", options=("符合", "不符合", "不适用")))
    fault: Mapped[str | None] = column(Text("问题", max_length=200))
    remedy: Mapped[str | None] = column(Text("整改", names=("整改措施",), max_length=200))


TYPE = RecordType(
    model=ProtectionCheckLine,
    label="自查项目",
    title=("item",),
    list_columns=("position", "item", "content", "result", "fault", "remedy"),
    groups=(Group("项目", ("check_id", "position", "item", "basis", "content", "result", "fault", "remedy")),),
    order=("position", "id"),
    owner="check_id",
)
