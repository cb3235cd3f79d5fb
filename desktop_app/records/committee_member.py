"""A person's seat on the committee in one term."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, Link, LongText, Number, Text, Value


class CommitteeMember(Record):
    """委员."""

    __tablename__ = "committee_member"

    term_id: Mapped[int | None] = column(Link("届次", required=True, to="committee_term"))
    person_id: Mapped[int | None] = column(Link("人员", required=True, to="person"))
    post: Mapped[str | None] = column(
        Choice(
            "女职工委员会职务",
            required=True,
            options=("主任", "副主任", "委员"),
            aliases={
                "女职工委员会主任": "主任",
                "女职工委员会副主任": "副主任",
                "女职工委员会委员": "委员",
                "女工委主任": "主任",
                "女工委委员": "委员",
            },
            default="委员",
            names=(
                "会内职务",
                "担任职务",
                "女工委会职务",
                "委员会任职",
                "委员职务",
                "任职情况",
                "任职职务",
                "委内职务",
                "女工委职务",
                "女职委职务",
                "委员会职务",
                "任职",
                "拟任职务",
                "本届职务",
                "职务",
            ),
        )
    )
    work_mode: Mapped[str | None] = column(
        Choice(
            "专兼职",
            options=wording.WORK_MODES,
            default="兼职",
            names=("专职兼职", "专兼", "任职形式", "专职或兼职", "专/兼职", "专兼挂", "任职方式"),
        )
    )
    duty: Mapped[str | None] = column(
        Text(
            "分工",
            max_length=100,
            names=(
                "主要职责",
                "负责工作",
                "职责",
                "具体分工",
                "分工情况",
                "负责事项",
                "工作分工",
                "职责分工",
                "分管工作",
            ),
        )
    )
    serves_from: Mapped[date | None] = column(
        Day("任职时间", or_month=True, names=("当选时间", "当选日期", "任职起始时间", "任职日期", "任职年月"))
    )
    left_on: Mapped[date | None] = column(Day("离任日期"))
    left_because: Mapped[str | None] = column(
        Choice("离任原因", options=("届满离任", "调离", "退休", "辞职", "免职", "其他"))
    )
    union_years: Mapped[int | None] = column(Number("从事工会工作年限", unit="年", maximum=60))
    women_work_years: Mapped[int | None] = column(Number("从事女职工工作年限", unit="年", maximum=60))
    treatment: Mapped[str | None] = column(Text("享受待遇", max_length=60, help="如 同级副职"))
    training: Mapped[str | None] = column(LongText("培训情况", max_length=1000, help="时间、班次、学时"))
    achievements: Mapped[str | None] = column(LongText("主要工作业绩", max_length=3000))
    votes: Mapped[int | None] = column(Number("得票", unit="票"))
    position: Mapped[int | None] = column(Number("排序", help="名单里的先后；不填则按职务、姓氏笔画"))
    note: Mapped[str | None] = column(Text("备注"))


def check_member(values: Mapping[str, Value]) -> list[Problem]:
    """Nobody leaves before taking the seat."""
    since, left = values.get("serves_from"), values.get("left_on")
    return [Problem("left_on", "离任日期应晚于任职时间")] if since and left and left < since else []


TYPE = RecordType(
    model=CommitteeMember,
    label="委员",
    title=("person_id", "post"),
    list_columns=("person_id", "post", "work_mode", "duty", "serves_from", "left_on"),
    groups=(
        Group("任职", ("term_id", "person_id", "post", "work_mode", "duty", "serves_from")),
        Group("离任", ("left_on", "left_because")),
        Group("干部情况", ("union_years", "women_work_years", "treatment", "training", "achievements")),
        Group("其他", ("votes", "position", "note")),
    ),
    order=("position", "id"),
    search=("person_id",),
    key=("term_id", "person_id"),
    owner="term_id",
    through={
        "person_id": (
            "name",
            "gender",
            "id_number",
            "born_on",
            "ethnicity",
            "political_status",
            "education",
            "department",
            "administrative_post",
            "union_post",
            "phone",
        )
    },
    names=("女职工委员会委员名单", "委员名单", "组成人员名单", "委员花名册"),
    check=check_member,
)
