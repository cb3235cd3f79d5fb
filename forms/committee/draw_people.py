"""The committee's tables about one woman: 候选人登记表、干部情况登记表、委员变动备案表."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from forms.boxes import label, number, plain, prose, section, value
from forms.drawing import Paper

PORTRAIT = (22, 27, 15, 18, 20, 34, 28)  # the photo stands in the last column; a seal box is half the width
SIGNING = "（盖章）　　　　　　\n负责人（签字）：　　　　　　　　\n年　　月　　日"
SCHOOLING = "{{本人.学历}}　{{本人.学位}}"


def candidate_form(folder: Path) -> None:
    """ZZ-02 候选人登记表."""
    paper = Paper(folder, PORTRAIT)
    paper.title()
    paper.line(
        plain("工会名称（盖章）：{{工会.名称}}", 4),
        plain("第　{{届次.届次}}　届", 1),
        plain("填表日期：{{报表.填报日期|yyyy年m月d日}}", 2, across="right"),
    )
    _candidate(paper)
    paper.row(label("个人简历"), prose("{{本人.个人简历}}", 6), height=44)
    paper.row(label("奖惩情况"), prose("{{本人.奖惩情况}}", 6), height=16)
    paper.seals(("同级党组织意见：", SIGNING, 4), (_NOMINATED, SIGNING, 3), height=41)
    paper.seals(("上级工会审批意见：", SIGNING, 4), (_ELECTED, SIGNING, 3), height=41)
    paper.row(label("备注"), value("{{本人.备注}}", 6, across="left"), height=8)
    paper.notes()
    paper.save()


# A box holds 21 characters to a line.
_NOMINATED = "本级工会意见：\n＿＿＿年＿＿月＿＿日经工会委员会会议研究，\n同意提名。"
_ELECTED = "选举结果：\n＿＿＿年＿＿月＿＿日经＿＿＿＿＿＿＿＿会议\n选举，当选＿＿＿＿，届期至＿＿＿年＿＿月。"


def _candidate(paper: Paper) -> None:
    born = "{{本人.出生日期|yyyy年m月}}\n（{{本人.年龄}}　岁）"
    name, gender = number("{{本人.姓名}}"), number("{{本人.性别}}")
    photo = replace(label("照　片\n（近期一寸\n免冠照片）"), rows=4)
    paper.row(
        label("姓名"),
        name,
        label("性别"),
        gender,
        label("出生年月\n（岁）"),
        replace(value(born), size=10),
        photo,
        height=11,
    )
    politics = value("{{本人.政治面貌}}")
    native = value("{{本人.籍贯}}")
    paper.row(label("民族"), number("{{本人.民族}}"), label("籍贯"), native, label("政治面貌"), politics, height=9.5)
    joined, started = number("{{本人.入会时间|yyyy.mm}}"), number("{{本人.参加工作时间|yyyy.mm}}")
    paper.row(
        label("学历学位"), value(SCHOOLING), label("入会\n时间"), joined, label("参加工作\n时间"), started, height=9.5
    )
    skill = value("{{本人.职称}}　{{本人.技能等级}}", 5)
    paper.row(label("职称或\n技能等级"), skill, height=9.5)
    paper.row(label("工作单位\n及职务"), value("{{单位.名称}}　{{本人.部门}}{{本人.行政职务}}", 6), height=9.5)
    paper.row(label("身份证号"), number("{{本人.身份证号}}", 3), label("联系电话"), number("{{本人.联系电话}}", 2))
    standing = "第　{{届次.届次|汉字}}　届女职工委员会　{{本人.女职工委员会职务}}"
    paper.row(label("参选工会\n职务"), value(standing, 6), height=9.5)


def cadre_form(folder: Path) -> None:
    """ZZ-07 女职工干部情况登记表."""
    paper = Paper(folder, pitch=8)
    paper.title()
    paper.line(
        plain("单位：{{单位.名称}}", 6),
        plain("填表日期：{{报表.填报日期|yyyy年m月d日}}", 4, across="right"),
    )
    paper.pair("姓名", "{{本人.姓名}}", "性别", "{{本人.性别}}")
    paper.pair("出生年月", "{{本人.出生日期|yyyy年m月}}", "民族", "{{本人.民族}}")
    paper.pair("政治面貌", "{{本人.政治面貌}}", "学历学位", SCHOOLING)
    paper.pair("毕业院校及专业", "{{本人.毕业院校及专业}}", "参加工作时间", "{{本人.参加工作时间|yyyy年m月}}")
    union_years, women_years = "{{本人.从事工会工作年限}}", "{{本人.从事女职工工作年限}}"
    paper.pair("从事工会\n工作年限", union_years, "从事女职工\n工作年限", women_years, height=10.5)
    paper.pair("部门及行政职务", "{{本人.部门}}{{本人.行政职务}}", "工会职务", "{{本人.工会职务}}")
    paper.pair("女职工委员会\n职务", "{{本人.女职工委员会职务}}", "专兼挂职", "{{本人.专兼职}}", height=10.5)
    paper.pair("享受待遇", "{{本人.享受待遇}}", "联系电话", "{{本人.联系电话}}")
    paper.whole("电子邮箱", "{{本人.电子邮箱}}")
    paper.essay("培训情况\n（时间、班次、\n学时）", "{{本人.培训情况}}", height=22)
    paper.essay("简历", "{{本人.个人简历}}", height=36)
    paper.essay("主要工作业绩", "{{本人.主要工作业绩}}", height=26)
    paper.essay("奖励", "{{本人.奖惩情况}}", height=18)
    paper.seals(("单位工会意见：", SIGNING, 10), height=42)
    paper.line(plain("填表人：{{报表.填表人}}", 5), plain("联系电话：{{报表.联系电话}}", 5))
    paper.notes()
    paper.save()


def member_change(folder: Path) -> None:
    """ZZ-16 委员变动（增补、替补）备案表."""
    paper = Paper(folder, pitch=9)
    paper.title()
    paper.line(
        plain("工会名称（盖章）：{{工会.名称}}", 5),
        plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 5, across="right"),
    )
    paper.row(section("一、原委员（第　{{届次.届次}}　届）", 10), height=7)
    paper.pair("姓名", "{{变动.原委员}}", "职务", "{{变动.原职务}}")
    paper.pair("变动原因", "{{变动.变动原因}}", "离任日期", "{{变动.离任日期|yyyy年m月d日}}")
    paper.row(section("二、拟增（替）补人员", 10), height=7)
    paper.pair("姓名", "{{变动.姓名}}", "性别", "{{变动.性别}}")
    paper.pair("出生年月", "{{变动.出生日期|yyyy年m月}}（　{{变动.年龄}}　岁）", "民族", "{{变动.民族}}")
    paper.pair("政治面貌", "{{变动.政治面貌}}", "学历学位", "{{变动.学历}}　{{变动.学位}}")
    paper.pair("部门及行政职务", "{{变动.部门}}{{变动.行政职务}}", "联系电话", "{{变动.联系电话}}")
    paper.pair("拟任职务", "{{变动.拟任职务}}", "产生方式", "{{变动.产生方式}}")
    paper.essay("个人简历", "{{变动.个人简历}}", height=50)
    paper.row(section("三、会议和表决", 10), height=7)
    paper.pair("会议名称", "{{变动.会议名称}}", "会议日期", "{{变动.会议日期|yyyy年m月d日}}", height=12)
    paper.pair("应到/实到人数", "{{变动.应到人数}}　/　{{变动.实到人数}}", "表决情况", _VOTES)
    paper.seals(("本级工会意见：", SIGNING, 5), ("上级工会意见：", SIGNING, 5), height=52)
    paper.whole("备注", "{{变动.变动备注}}")
    paper.line(plain("填表人：{{报表.填表人}}", 5), plain("联系电话：{{报表.联系电话}}", 5), height=9)
    paper.notes()
    paper.save()


_VOTES = "赞成　{{变动.赞成}}　票　反对　{{变动.反对}}　票\n弃权　{{变动.弃权}}　票"
