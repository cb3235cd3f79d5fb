"""One condition of a star, met or not."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Link, Number, Text, YesNo


class StarAssessmentLine(Record):
    """星级条件."""

    __tablename__ = "star_assessment_line"

    assessment_id: Mapped[int | None] = column(Link("星级自评", required=True, to="star_assessment"))
    position: Mapped[int | None] = column(Number("序号"))
    section: Mapped[str | None] = column(Text("考核项目", max_length=40))
    star: Mapped[str | None] = column(Choice("必备条件", options=("三星", "四星", "五星"), required=True))
    condition: Mapped[str | None] = column(Text("具体项目内容", required=True, max_length=200))
    is_met: Mapped[bool | None] = column(YesNo("小屋自评", names=("自评",)))
    evidence: Mapped[str | None] = column(Text("佐证", max_length=200))


TYPE = RecordType(
    model=StarAssessmentLine,
    label="星级条件",
    title=("condition",),
    list_columns=("position", "section", "star", "condition", "is_met", "evidence"),
    groups=(Group("条件", ("assessment_id", "position", "section", "star", "condition", "is_met", "evidence")),),
    order=("position", "id"),
    owner="assessment_id",
)
