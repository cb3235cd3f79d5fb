"""A post whose work the law forbids women at some time, and who has been told so in writing."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choices, Day, Number, Text


class HazardPost(Record):
    """禁忌劳动岗位."""

    __tablename__ = "hazard_post"

    post: Mapped[str | None] = column(Text("岗位", required=True, max_length=60, names=("岗位名称", "工种")))
    department: Mapped[str | None] = column(Text("部门", max_length=60, names=("车间",)))
    hazards: Mapped[tuple[str, ...] | None] = column(
        Choices("危害因素", required=True, options=wording.HAZARDS, names=("禁忌作业", "有害因素"))
    )
    woman_count: Mapped[int | None] = column(Number("在岗女职工", unit="人", names=("女职工人数",)))
    told_count: Mapped[int | None] = column(Number("书面告知签收", unit="人", names=("签收人数",)))
    told_on: Mapped[date | None] = column(Day("告知日期"))
    note: Mapped[str | None] = column(Text("备注", max_length=200))


TYPE = RecordType(
    model=HazardPost,
    label="禁忌劳动岗位",
    title=("post", "department"),
    list_columns=("post", "department", "hazards", "woman_count", "told_count", "told_on"),
    groups=(Group("岗位", ("post", "department", "hazards", "woman_count", "told_count", "told_on", "note")),),
    order=("department", "post"),
    search=("post", "department"),
    key=("post", "department"),
    names=("禁忌岗位清单", "女职工禁忌从事的劳动岗位"),
)
