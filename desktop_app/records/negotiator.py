"""One delegate of one side. Kept as it was at the time of the round; outsiders and men need no place in the roster."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, IdNumber, Link, Number, Phone, Text, YesNo


class Negotiator(Record):
    """协商代表."""

    __tablename__ = "negotiator"

    negotiation_id: Mapped[int | None] = column(Link("专项集体合同", required=True, to="negotiation"))
    side: Mapped[str | None] = column(
        Choice(
            "协商方",
            required=True,
            options=wording.SIDES,
            aliases={
                "工会方": "职工方",
                "乙方": "职工方",
                "行政方": "企业方",
                "甲方": "企业方",
                "单位方": "企业方",
                "用人单位方": "企业方",
            },
            names=("所属方", "代表方"),
        )
    )
    name: Mapped[str | None] = column(Text("姓名", required=True, max_length=40, names=("代表姓名",)))
    gender: Mapped[str | None] = column(Choice("性别", options=wording.GENDERS))
    age: Mapped[int | None] = column(Number("年龄", unit="岁", minimum=16, maximum=90))
    education: Mapped[str | None] = column(
        Choice("文化程度", options=wording.EDUCATION, aliases=wording.EDUCATION_ALIASES, open=True, names=("学历",))
    )
    department: Mapped[str | None] = column(
        Text("部门及职务", max_length=80, names=("部门", "职务", "单位及职务", "所在部门及职务"))
    )
    position: Mapped[str | None] = column(Text("岗位", max_length=60, names=("工种", "岗位/工种")))
    role: Mapped[str | None] = column(
        Choice(
            "代表身份",
            required=True,
            options=("首席代表", "一般代表", "记录员", "外聘专业人员"),
            aliases={"首席": "首席代表", "代表": "一般代表", "协商代表": "一般代表"},
            default="一般代表",
            names=("代表类型", "首席或一般代表", "身份", "代表类别"),
        )
    )
    chosen_by: Mapped[str | None] = column(
        Choice(
            "产生方式",
            names=("产生办法",),
            options=("指派", "职代会选举", "工会选派公示", "女职工推选", "书面委托"),
            open=True,
        )
    )
    is_external: Mapped[bool | None] = column(YesNo("外单位人员", default=False))
    is_union_worker: Mapped[bool | None] = column(YesNo("工会工作人员"))
    chosen_on: Mapped[date | None] = column(Day("产生日期"))
    left_on: Mapped[date | None] = column(Day("空缺日期", help="更换、辞任或者不能履行职责之日"))
    left_because: Mapped[str | None] = column(Text("空缺原因", max_length=100))
    replaces_id: Mapped[int | None] = column(Link("接替的代表", to="negotiator"))
    id_number: Mapped[str | None] = column(IdNumber("身份证号", names=("身份证号码",)))
    phone: Mapped[str | None] = column(Phone("联系电话", names=("电话", "手机")))


TYPE = RecordType(
    model=Negotiator,
    label="协商代表",
    title=("name", "role"),
    list_columns=("side", "name", "gender", "role", "department", "phone"),
    groups=(
        Group("身份", ("negotiation_id", "side", "name", "gender", "age", "education")),
        Group("岗位", ("department", "position", "role", "chosen_by", "chosen_on", "is_external", "is_union_worker")),
        Group("更换", ("left_on", "left_because", "replaces_id")),
        Group("联系", ("id_number", "phone")),
    ),
    order=("side", "id"),
    search=("name", "department"),
    key=("negotiation_id", "side", "name"),
    owner="negotiation_id",
    names=("协商代表名单", "代表名单"),
)
