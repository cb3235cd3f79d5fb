"""A letter, call or visit of a woman worker: what she asked, what was done, how she found it."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Code, Day, LongText, Number, Phone, Text, Time, YesNo


class Visit(Record):
    """来信来访."""

    __tablename__ = "visit"

    number: Mapped[str | None] = column(Code("编号"))
    received_on: Mapped[date | None] = column(
        Day("接访日期", names=("来访日期", "日期", "来信来访时间"), required=True), index=True
    )
    received_at: Mapped[time | None] = column(Time("接访时间"))
    form: Mapped[str | None] = column(
        Choice("来访形式", names=("形式",), options=("来访", "来信", "来电", "网络"), default="来访")
    )
    name: Mapped[str | None] = column(
        Text("来访人", names=("来访人姓名", "姓名"), max_length=50, sensitive=True, purpose="与来访人联系并答复")
    )
    gender: Mapped[str | None] = column(Choice("性别", options=wording.GENDERS))
    age: Mapped[int | None] = column(Number("年龄", unit="岁", maximum=120))
    address: Mapped[str | None] = column(Text("家庭住址", max_length=100, sensitive=True, purpose="登记表要求，可不填"))
    department: Mapped[str | None] = column(Text("工作岗位（单位）", names=("工作岗位", "部门", "单位"), max_length=60))
    phone: Mapped[str | None] = column(Phone("联系电话"))
    subject: Mapped[str | None] = column(Choice("事项类别", names=("案由",), options=wording.VISIT_SUBJECTS, open=True))
    matter: Mapped[str | None] = column(
        LongText(
            "反映内容及要求",
            names=("反映内容", "诉求"),
            required=True,
            max_length=3000,
            sensitive=True,
            purpose="办理来访事项",
        )
    )
    is_case: Mapped[bool | None] = column(YesNo("侵权案件", help="按侵害女职工权益案件受理"))
    handler: Mapped[str | None] = column(Text("承办人", max_length=40))
    receiver: Mapped[str | None] = column(Text("接待人", max_length=40))
    opinion: Mapped[str | None] = column(LongText("接待处理意见", max_length=2000))
    result: Mapped[str | None] = column(LongText("处理结果", max_length=2000))
    closed_on: Mapped[date | None] = column(Day("办结日期"))
    feedback_on: Mapped[date | None] = column(Day("反馈日期"))
    satisfaction: Mapped[str | None] = column(Choice("反馈意见", options=("满意", "基本满意", "不满意")))


TYPE = RecordType(
    model=Visit,
    label="来信来访",
    title=("received_on", "subject"),
    list_columns=("received_on", "form", "subject", "department", "handler", "closed_on", "satisfaction"),
    groups=(
        Group(
            "来访",
            ("number", "received_on", "received_at", "form", "name", "gender", "age", "address", "department", "phone"),
        ),
        Group("事项", ("subject", "matter", "is_case")),
        Group("办理", ("receiver", "handler", "opinion", "result", "closed_on", "feedback_on", "satisfaction")),
    ),
    order=("-received_on",),
    search=("department", "handler"),
    key=("number",),
    names=("来信来访登记", "接访登记"),
)
