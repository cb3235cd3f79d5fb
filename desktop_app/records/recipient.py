"""Who receives forms: which, in what formats, with how much of a person's numbers."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Choices, Number, Phone, Text


class Recipient(Record):
    """接收单位."""

    __tablename__ = "recipient"

    name: Mapped[str | None] = column(Text("名称", required=True, max_length=100))
    category: Mapped[str | None] = column(
        Choice("接收类别", options=("上级工会", "人社部门", "会议", "本单位", "其他"), default="上级工会", open=True)
    )
    forms: Mapped[tuple[str, ...] | None] = column(
        Choices("报送表单", names=("表单",), open=True, help="表号，如 ZZ-05、TJ-01；不填为所有表")
    )
    outputs: Mapped[tuple[str, ...] | None] = column(Choices("文件格式", options=wording.OUTPUT_NAMES))
    id_mask: Mapped[str | None] = column(Choice("身份证号", options=wording.MASKS, default="部分隐去"))
    phone_mask: Mapped[str | None] = column(Choice("电话", options=wording.MASKS, default="完整"))
    file_name_rule: Mapped[str | None] = column(
        Text("文件名规则", max_length=60, help="用 单位、表名、期间、表号、日期 组成，如 单位_表名_期间")
    )
    copies: Mapped[int | None] = column(Number("份数", unit="份", maximum=20))
    way: Mapped[str | None] = column(Choice("报送方式", options=wording.WAYS, open=True))
    contact: Mapped[str | None] = column(Text("联系人", max_length=40))
    contact_phone: Mapped[str | None] = column(Phone("联系人电话", sensitive=False))
    note: Mapped[str | None] = column(Text("备注", max_length=200))


TYPE = RecordType(
    model=Recipient,
    label="接收单位",
    title=("name",),
    list_columns=("name", "category", "forms", "outputs", "id_mask", "way"),
    groups=(
        Group("接收单位", ("name", "category", "contact", "contact_phone")),
        Group("要什么", ("forms", "outputs", "copies", "way", "file_name_rule")),
        Group("个人信息", ("id_mask", "phone_mask", "note")),
    ),
    search=("name",),
    key=("name",),
)
