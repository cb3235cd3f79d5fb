"""What was handed in, to whom, when and how; its files and data are frozen beside it."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, Link, Number, Text, YesNo


class Submission(Record):
    """报送记录."""

    __tablename__ = "submission"

    form_code: Mapped[str | None] = column(Text("表号", required=True, max_length=40))
    title: Mapped[str | None] = column(Text("材料名称", required=True, max_length=100))
    period: Mapped[str | None] = column(Text("期间", max_length=40))
    about_id: Mapped[int | None] = column(Number("关于", help="表所关于的那条记录的编号"))
    version: Mapped[int | None] = column(Number("版本", minimum=1, default=1))
    recipient_id: Mapped[int | None] = column(Link("接收方", to="recipient"))
    received_by: Mapped[str | None] = column(Text("接收单位（人）", names=("接收单位", "接收人"), max_length=100))
    way: Mapped[str | None] = column(Choice("报送方式", names=("方式",), options=wording.WAYS, open=True))
    copies: Mapped[int | None] = column(Number("份数", unit="份", maximum=99))
    is_sealed: Mapped[bool | None] = column(YesNo("已盖章", names=("是否盖章",)))
    submitted_on: Mapped[date | None] = column(Day("报送日期", required=True), index=True)
    due_on: Mapped[date | None] = column(Day("截止日期"))
    state: Mapped[str | None] = column(Choice("状态", options=("已报", "已收", "退回", "已更正"), default="已报"))
    receipt: Mapped[str | None] = column(Text("回执", max_length=200))
    returned_on: Mapped[date | None] = column(Day("退回日期"))
    return_reason: Mapped[str | None] = column(Text("退回意见", max_length=300))
    archive_place: Mapped[str | None] = column(Text("存档位置", max_length=100))
    note: Mapped[str | None] = column(Text("备注", max_length=200))


TYPE = RecordType(
    model=Submission,
    label="报送记录",
    title=("title", "submitted_on"),
    list_columns=("submitted_on", "form_code", "title", "period", "received_by", "way", "state"),
    groups=(
        Group("材料", ("form_code", "title", "period", "about_id", "version")),
        Group("报送", ("recipient_id", "received_by", "way", "copies", "is_sealed", "submitted_on", "due_on")),
        Group("回执与退回", ("state", "receipt", "returned_on", "return_reason", "archive_place", "note")),
    ),
    order=("-submitted_on",),
    search=("title", "received_by"),
    names=("报送台账",),
)
