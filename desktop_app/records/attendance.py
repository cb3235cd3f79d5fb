"""Who was invited to a meeting and who came."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Link, Phone, Text


class Attendance(Record):
    """会议签到."""

    __tablename__ = "attendance"

    meeting_id: Mapped[int | None] = column(Link("会议", required=True, to="meeting"))
    name: Mapped[str | None] = column(Text("姓名", required=True, max_length=40))
    department: Mapped[str | None] = column(Text("部门", max_length=60, names=("单位", "部门/单位")))
    post: Mapped[str | None] = column(Text("职务", max_length=60))
    phone: Mapped[str | None] = column(Phone("联系电话", names=("电话", "手机")))
    state: Mapped[str | None] = column(
        Choice("签到", options=("出席", "请假", "缺席"), default="出席", names=("签到情况",))
    )
    note: Mapped[str | None] = column(Text("备注"))


TYPE = RecordType(
    model=Attendance,
    label="签到",
    title=("name",),
    list_columns=("name", "department", "post", "phone", "state"),
    groups=(Group("签到", ("meeting_id", "name", "department", "post", "phone", "state", "note")),),
    search=("name", "department"),
    key=("meeting_id", "name", "department"),
    owner="meeting_id",
    names=("签到表",),
)
