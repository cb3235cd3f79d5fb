"""A person of the roster: typed once, drawn upon by committees, delegations and forms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Problem, Record, RecordType, Values, column
from desktop_app.records.fields import (
    Choice,
    Code,
    Day,
    IdNumber,
    LongText,
    Number,
    Phone,
    Text,
    Value,
    YesNo,
    born_on,
    gender_of,
)

_FAMILY = "困难帮扶和生育权益服务，默认不印在名册上"


class Person(Record):
    """人员."""

    __tablename__ = "person"

    employee_number: Mapped[str | None] = column(
        Code("工号", names=("职工号", "员工号", "职工代码", "员工编号", "职工编号", "人员编号")), index=True
    )
    name: Mapped[str | None] = column(
        Text("姓名", required=True, max_length=40, names=("女职工姓名", "职工姓名", "名字", "员工姓名")), index=True
    )
    gender: Mapped[str | None] = column(Choice("性别", names=("男女",), options=wording.GENDERS, default="女"))
    id_number: Mapped[str | None] = column(
        IdNumber(
            "身份证号",
            names=(
                "居民身份证号",
                "居民身份证号码",
                "证件号",
                "身份证号码",
                "公民身份号码",
                "身份证",
                "证件号码",
                "身份证件号码",
            ),
        ),
        index=True,
    )
    born_on: Mapped[date | None] = column(
        Day("出生日期", or_month=True, names=("出生年月", "出生年月日", "出生时间", "生日"))
    )
    ethnicity: Mapped[str | None] = column(Text("民族", names=("族别",), max_length=20))
    native_place: Mapped[str | None] = column(
        Text(
            "籍贯",
            names=(
                "户籍",
                "户籍地",
                "户籍所在地",
            ),
            max_length=40,
        )
    )
    political_status: Mapped[str | None] = column(
        Choice(
            "政治面貌",
            names=(
                "面貌",
                "政治身份",
                "党派",
                "是否党员",
            ),
            options=wording.POLITICAL,
            aliases=wording.POLITICAL_ALIASES,
            open=True,
        )
    )
    education: Mapped[str | None] = column(
        Choice(
            "学历",
            options=wording.EDUCATION,
            aliases=wording.EDUCATION_ALIASES,
            open=True,
            names=("受教育程度", "文化水平", "文化程度", "学历层次", "最高学历"),
        )
    )
    degree: Mapped[str | None] = column(Choice("学位", options=("博士", "硕士", "学士", "无"), open=True))
    school: Mapped[str | None] = column(Text("毕业院校及专业", names=("毕业院校", "院校专业"), max_length=80))
    department: Mapped[str | None] = column(
        Text(
            "部门",
            max_length=60,
            names=(
                "处室",
                "所在单位",
                "工作单位",
                "分厂",
                "所在班组",
                "所在部门",
                "车间",
                "班组",
                "科室",
                "部门（车间）",
                "所属部门",
                "单位部门",
            ),
        ),
        index=True,
    )
    position: Mapped[str | None] = column(
        Text("岗位", max_length=60, names=("职位", "岗位工作", "工种", "岗位/工种", "岗位工种", "岗位名称"))
    )
    administrative_post: Mapped[str | None] = column(Text("行政职务", max_length=60, names=("职务", "现任职务")))
    union_post: Mapped[str | None] = column(Text("工会职务", max_length=60))
    employment: Mapped[str | None] = column(
        Choice(
            "用工形式",
            options=("固定期限", "无固定期限", "以完成一定工作任务为期限", "劳务派遣", "非全日制"),
            aliases={
                "派遣": "劳务派遣",
                "派遣工": "劳务派遣",
                "固定期限合同": "固定期限",
                "无固定期限合同": "无固定期限",
            },
            open=True,
            names=("用工类别", "用工类型", "人员类别", "合同性质", "合同期限类型", "用工性质", "合同类型"),
        )
    )
    work_started_on: Mapped[date | None] = column(
        Day(
            "参加工作时间",
            names=(
                "参工时间",
                "工作起始时间",
            ),
            or_month=True,
        )
    )
    hired_on: Mapped[date | None] = column(
        Day(
            "入职时间",
            or_month=True,
            names=(
                "进公司时间",
                "入厂日期",
                "入厂时间",
                "进本单位时间",
                "何时入职",
                "到本单位时间",
                "来厂时间",
                "入职日期",
                "进厂时间",
                "进厂日期",
                "到岗时间",
                "入司时间",
                "进单位时间",
            ),
        )
    )
    is_member: Mapped[bool | None] = column(
        YesNo(
            "是否会员",
            names=(
                "是否加入工会",
                "会员否",
                "是否为会员",
                "会员情况",
                "入会",
                "工会会员",
                "会员",
                "是否工会会员",
                "是否入会",
            ),
        )
    )
    joined_union_on: Mapped[date | None] = column(
        Day("入会时间", or_month=True, names=("何时入会", "入会日期", "入会年月", "加入工会时间"))
    )
    member_number: Mapped[str | None] = column(Code("会员证号", names=("会员号", "会员编号")))
    professional_title: Mapped[str | None] = column(
        Text("职称", max_length=40, names=("专业技术职务", "职称/技能等级"))
    )
    skill_level: Mapped[str | None] = column(
        Choice(
            "技能等级",
            names=(
                "技术等级",
                "职业资格等级",
                "职业资格",
                "技能等级证书",
            ),
            options=("高级技师", "技师", "高级工", "中级工", "初级工", "无"),
            open=True,
        )
    )
    marital_status: Mapped[str | None] = column(
        Choice(
            "婚姻状况",
            options=("未婚", "已婚", "离异", "丧偶"),
            open=True,
            sensitive=True,
            purpose=_FAMILY,
            names=("婚育状况", "婚姻家庭状况", "婚姻", "婚否"),
        )
    )
    child_count: Mapped[int | None] = column(
        Number(
            "子女数",
            unit="个",
            maximum=20,
            sensitive=True,
            purpose=_FAMILY,
            names=("孩子个数", "子女个数", "孩子数", "生育子女数", "子女人数", "子女情况"),
        )
    )
    youngest_child_born_on: Mapped[date | None] = column(
        Day("最小子女出生年月", or_month=True, sensitive=True, purpose=_FAMILY)
    )
    is_single_parent: Mapped[bool | None] = column(YesNo("是否单亲", sensitive=True, purpose=_FAMILY))
    is_in_hardship: Mapped[bool | None] = column(
        YesNo("是否困难建档", sensitive=True, purpose=_FAMILY, names=("困难职工",))
    )
    is_migrant: Mapped[bool | None] = column(YesNo("是否农民工"))
    phone: Mapped[str | None] = column(
        Phone("联系电话", names=("手机", "手机号", "手机号码", "电话", "联系方式", "移动电话", "本人电话")), index=True
    )
    email: Mapped[str | None] = column(Text("电子邮箱", names=("邮箱",), max_length=80))
    resume: Mapped[str | None] = column(LongText("个人简历", names=("简历", "工作简历"), max_length=3000))
    honours: Mapped[str | None] = column(LongText("奖惩情况", names=("奖励情况", "获奖情况"), max_length=1000))
    status: Mapped[str | None] = column(
        Choice("在职状态", options=("在职", "离职", "退休", "调离"), default="在职", names=("人员状态",))
    )
    note: Mapped[str | None] = column(
        Text(
            "备注",
            names=(
                "说明",
                "附注",
            ),
            max_length=500,
        )
    )


def complete_person(values: Values) -> Values:
    """Birth date and gender follow from a valid ID number where they are not given (GB 11643)."""
    number = values.get("id_number")
    if number:
        if not values.get("born_on"):
            values["born_on"] = born_on(number)
        if not values.get("gender"):
            values["gender"] = gender_of(number)
    return values


def check_person(values: Mapping[str, Value]) -> list[Problem]:
    """ID number, birth date, gender and the order of dates agree; the ID number only warns."""
    problems = []
    number, born, hired = values.get("id_number"), values.get("born_on"), values.get("hired_on")
    if number and born and not born_on(number).isoformat().startswith(born.isoformat()):
        problems.append(Problem("born_on", f"与身份证号不一致，身份证上是 {born_on(number)}", is_warning=True))
    if number and values.get("gender") and gender_of(number) != values["gender"]:
        problems.append(Problem("gender", f"与身份证号不一致，身份证上是“{gender_of(number)}”", is_warning=True))
    if born and hired and hired <= born:
        problems.append(Problem("hired_on", "入职时间应晚于出生日期"))
    return problems


TYPE = RecordType(
    model=Person,
    label="女职工",
    title=("name", "department"),
    list_columns=("name", "gender", "department", "position", "born_on", "id_number", "phone", "is_member", "status"),
    groups=(
        Group(
            "基本信息",
            (
                "name",
                "id_number",
                "gender",
                "born_on",
                "ethnicity",
                "native_place",
                "political_status",
                "education",
                "degree",
                "school",
            ),
        ),
        Group(
            "岗位",
            (
                "employee_number",
                "department",
                "position",
                "administrative_post",
                "employment",
                "hired_on",
                "work_started_on",
            ),
        ),
        Group("工会", ("is_member", "joined_union_on", "member_number", "union_post")),
        Group("职称技能", ("professional_title", "skill_level")),
        Group(
            "家庭与困难",
            (
                "marital_status",
                "child_count",
                "youngest_child_born_on",
                "is_single_parent",
                "is_in_hardship",
                "is_migrant",
            ),
        ),
        Group("联系", ("phone", "email", "status", "note")),
        Group("简历与奖惩", ("resume", "honours")),
    ),
    order=("department", "name"),
    search=("name", "department", "employee_number", "id_number", "phone"),
    key=("id_number",),
    names=("女职工花名册", "花名册", "名册", "职工名册", "人员名单"),
    check=check_person,
    complete=complete_person,
)
