"""The enterprise itself: the head of every form."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Amount, Choice, Code, Phone, Text, Uscc, YesNo


class Enterprise(Record):
    """单位."""

    __tablename__ = "enterprise"

    name: Mapped[str | None] = column(Text("名称", required=True, max_length=100, names=("单位名称", "单位全称")))
    short_name: Mapped[str | None] = column(Text("简称", max_length=30, help="用在文件名和汇总表里"))
    uscc: Mapped[str | None] = column(Uscc("统一社会信用代码"))
    category: Mapped[str | None] = column(Choice("单位类别", options=wording.ENTERPRISE_CLASSES, names=("企业性质",)))
    industry: Mapped[str | None] = column(Choice("所属行业", options=wording.INDUSTRIES, open=True))
    province: Mapped[str | None] = column(
        Choice(
            "省份",
            options=wording.PROVINCES,
            aliases=wording.PROVINCE_ALIASES,
            open=True,
            help="决定适用的地方规定",
        )
    )
    is_above_scale: Mapped[bool | None] = column(YesNo("规模以上企业", help="有的地方对规模以上企业另有要求"))
    district: Mapped[str | None] = column(Text("所属街镇（系统）", max_length=60))
    address: Mapped[str | None] = column(Text("地址", max_length=120))
    postal_code: Mapped[str | None] = column(Code("邮政编码", pattern=r"\d{6}", example="210000"))
    phone: Mapped[str | None] = column(Phone("联系电话"))
    email: Mapped[str | None] = column(Text("电子邮箱", max_length=80))
    legal_representative: Mapped[str | None] = column(Text("法定代表人", max_length=40))
    legal_representative_title: Mapped[str | None] = column(Text("法定代表人职务", max_length=40))
    personnel_head: Mapped[str | None] = column(Text("人力资源负责人", max_length=40))
    has_women_work_fund: Mapped[bool | None] = column(YesNo("有女职工工作专项经费"))
    women_work_fund_amount: Mapped[Decimal | None] = column(Amount("专项经费金额"))
    has_childcare: Mapped[bool | None] = column(YesNo("有托管托育服务"))
    recent_honours: Mapped[str | None] = column(Text("近三年荣誉", max_length=300))


TYPE = RecordType(
    model=Enterprise,
    label="单位",
    title=("name",),
    list_columns=("name", "uscc", "category"),
    groups=(
        Group(
            "基本情况", ("name", "short_name", "uscc", "category", "industry", "is_above_scale", "province", "district")
        ),
        Group("联系方式", ("address", "postal_code", "phone", "email")),
        Group("负责人", ("legal_representative", "legal_representative_title", "personnel_head")),
        Group("女职工工作保障", ("has_women_work_fund", "women_work_fund_amount", "has_childcare", "recent_honours")),
    ),
    is_single=True,
)
