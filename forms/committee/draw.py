"""The tables of the women-worker committee; meetings and single members have files of their own."""

from __future__ import annotations

from pathlib import Path

from forms.boxes import Column, head, number, plain, section, title, value
from forms.committee.draw_meetings import meeting_record, sign_in_sheet
from forms.committee.draw_people import cadre_form, candidate_form, member_change
from forms.drawing import Paper

SIGNING = "（盖章）　　　　　　\n负责人（签字）：　　　　　　　　\n年　　月　　日"


def members_list(folder: Path) -> None:
    """ZZ-05 组成人员名单（备案表）."""
    columns = (
        Column("序号", 9, "{{委员.#}}"),
        Column("姓名", 17, "{{委员.姓名}}"),
        Column("性别", 9, "{{委员.性别}}"),
        Column("出生年月", 16, "{{委员.出生日期|yyyy.mm}}"),
        Column("民族", 12, "{{委员.民族}}", wrap=True),
        Column("政治面貌", 17, "{{委员.政治面貌}}", wrap=True),
        Column("学历", 17, "{{委员.学历}}", wrap=True),
        Column("所在部门及\n行政职务", 33, "{{委员.部门}}{{委员.行政职务}}", wrap=True),
        Column("工会职务", 20, "{{委员.工会职务}}", wrap=True),
        Column("女工委\n职务", 14, "{{委员.女职工委员会职务}}"),
        Column("专/兼职", 15, "{{委员.专兼职}}"),
        Column("任职时间", 16, "{{委员.任职时间|yyyy.mm}}"),
        Column("分工", 28, "{{委员.分工}}", wrap=True),
        Column("联系电话", 25, "{{委员.联系电话}}"),
        Column("备注", 13, "{{委员.备注}}", wrap=True),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title()
    paper.line(
        plain("单位名称（盖章）：{{单位.名称}}", 8),
        plain("第　{{届次.届次}}　届", 3),
        plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 4, across="right"),
    )
    paper.line(
        plain("任期：{{届次.任期起|yyyy年m月d日}}至{{届次.任期止|yyyy年m月d日}}", 7),
        plain("批复文号：{{届次.批复文号}}", 4),
        plain("女职工　{{人数.女职工数}}　人，女会员　{{人数.女会员数}}　人", 4, across="right"),
    )
    paper.roster(columns, height=10.6)
    counts = "专职　{{汇总.专职人数}}　人，兼职　{{汇总.兼职人数}}　人，挂职　{{汇总.挂职人数}}　人"
    paper.row(head("合计", 2), value("委员　{{汇总.委员人数}}　人，其中" + counts, 13))
    paper.line(
        plain("工会主席（签字）：", 7),
        plain("填表人：{{报表.填表人}}", 4),
        plain("联系电话：{{报表.联系电话}}", 4),
        height=11,
    )
    paper.notes()
    paper.save()


def organisation_card(folder: Path) -> None:
    """ZZ-09 工会女职工组织基本情况登记表."""
    paper = Paper(folder, pitch=7.2)
    paper.title()
    paper.line(
        plain("填报单位（盖章）：{{单位.名称}}", 6),
        plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 4, across="right"),
    )
    _enterprise_and_union(paper)
    _workforce(paper)
    _committee(paper)
    _rights(paper)
    paper.seals(("基层工会意见：", SIGNING, 5), ("上级工会女职工委员会意见：", SIGNING, 5), height=40)
    paper.line(
        plain("填表人：{{报表.填表人}}", 3),
        plain("审核人：{{报表.审核人}}", 4),
        plain("联系电话：{{报表.联系电话}}", 3),
        height=7,
    )
    paper.notes()
    paper.save()


def _enterprise_and_union(paper: Paper) -> None:
    paper.row(section("一、单位与工会", 10), height=6)
    paper.whole("单位名称", "{{单位.名称}}")
    paper.pair("统一社会信用代码", "{{单位.统一社会信用代码}}", "单位类别", "{{单位.单位类别}}")
    paper.pair("法定代表人", "{{单位.法定代表人}}", "所属行业", "{{单位.所属行业}}")
    paper.address("地址", "{{单位.地址}}", "{{单位.邮政编码}}")
    paper.whole("工会名称", "{{工会.名称}}")
    code, founded = "{{工会.工会法人统一社会信用代码}}", "{{工会.建会时间|yyyy年m月}}"
    paper.pair("工会法人统一\n社会信用代码", code, "建会时间", founded, height=10.5)
    term, chair = "{{工会.任期起|yyyy年m月}}至{{工会.任期止|yyyy年m月}}", "{{工会.主席}}　{{工会.主席电话}}"
    paper.pair("工会本届任期", term, "工会主席及电话", chair)


def _workforce(paper: Paper) -> None:
    paper.row(section("二、职工队伍（人）", 10), height=6)
    paper.four(
        ("职工总数", "{{人数.职工总数}}"),
        ("女职工数", "{{人数.女职工数}}"),
        ("女职工占比", "{{汇总.女职工占比|0.0%}}"),
        ("会员数", "{{人数.会员数}}"),
    )
    paper.four(
        ("女会员数", "{{人数.女会员数}}"),
        ("女农民工数", "{{人数.女农民工数}}"),
        ("女劳务派遣数", "{{人数.女劳务派遣数}}"),
        ("女职工小组", "{{人数.女职工小组数}}"),
    )


def _committee(paper: Paper) -> None:
    paper.row(section("三、女职工委员会", 10), height=6)
    paper.pair("建立女职工委员会", "{{汇总.有女职工委员会|是/否}}", "组织形式", "{{届次.组织形式}}")
    founded, approval = "{{届次.成立（换届）日期|yyyy年m月d日}}", "{{届次.批复文号}}"
    paper.pair("成立（换届）日期", founded, "批复文号", approval)
    term = "{{届次.任期起|yyyy年m月}}至{{届次.任期止|yyyy年m月}}"
    paper.pair("届次", "第　{{届次.届次}}　届", "任期起止", term)
    paper.pair("主任及电话", "{{主任.姓名}}　{{主任.联系电话}}", "副主任", "{{汇总.副主任姓名}}")
    paper.four(
        ("委员人数", "{{汇总.委员人数}}"),
        ("其中：专职", "{{汇总.专职人数}}"),
        ("其中：兼职", "{{汇总.兼职人数}}"),
        ("主任是否工会\n主席、副主席", "{{汇总.主任兼任工会主席|是/否}}"),
        height=10.5,
    )
    paper.four(
        ("职代会代表数", "{{人数.职代会代表数}}"),
        ("其中：女代表", "{{人数.职代会女代表数}}"),
        ("有工作制度", "{{届次.有工作制度|是/否}}"),
        ("有专项经费", "{{单位.有女职工工作专项经费|是/否}}"),
    )


def _rights(paper: Paper) -> None:
    paper.row(section("四、权益保障与服务", 10), height=6)
    has, reviewed = "{{汇总.有专项集体合同|是/否}}", "{{汇总.经人社审查|是/否}}"
    paper.pair("签订专项集体合同", has, "经人社部门审查", reviewed)
    paper.whole("合同期限", "{{合同.合同期限起|yyyy年m月d日}}至{{合同.合同期限止|yyyy年m月d日}}")
    signed, childcare = "{{合同.签订日期|yyyy年m月d日}}", "{{单位.有托管托育服务|是/否}}"
    paper.pair("最近签订时间", signed, "托管托育服务", childcare)
    rooms = "{{汇总.哺乳室数}}　个，面积　{{汇总.哺乳室面积}}　㎡"
    paper.pair("休息哺乳室", rooms, "专项经费（元）", "{{单位.专项经费金额}}")
    paper.whole("近三年荣誉", "{{单位.近三年荣誉}}", height=12)
    paper.pair("联系人及电话", "{{工会.联系人}}　{{工会.联系人电话}}", "电子邮箱", "{{单位.电子邮箱}}")


def year_plan(folder: Path) -> None:
    """ZZ-12 年度工作计划（安排）表."""
    columns = (
        Column("序号", 10, "{{工作计划.#}}"),
        Column("时间", 18, "{{工作计划.时间}}", wrap=True),
        Column("工作板块", 20, "{{工作计划.工作板块}}", wrap=True),
        Column("工作内容", 66, "{{工作计划.工作内容}}", wrap=True, across="left"),
        Column("目标要求（量化指标）", 52, "{{工作计划.目标要求}}", wrap=True, across="left"),
        Column("责任人", 20, "{{工作计划.责任人}}", wrap=True),
        Column("协作部门", 24, "{{工作计划.协作部门}}", wrap=True),
        Column("经费预算\n（元）", 20, "{{工作计划.经费预算|#,##0.00}}"),
        Column("完成情况", 17, "{{工作计划.完成情况}}", wrap=True),
        Column("备注", 14, "{{工作计划.备注}}", wrap=True),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.row(title("女职工委员会工作计划表（{{报表.期间起|yyyy年}}度）", 10, paper.page.title_size), height=15)
    paper.line(
        plain("填报单位（盖章）：{{工会.名称}}", 5),
        plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 5, across="right"),
    )
    paper.roster(columns, height=11.5)
    paper.row(head("合计", 7), number("{{汇总.计划预算合计|#,##0.00}}"), value("", 2))
    paper.line(
        plain("女职工委员会主任（签字）：", 4),
        plain("工会主席审核（签字）：", 2),
        plain("填表人：{{报表.填表人}}　　　联系电话：{{报表.联系电话}}", 4),
        height=12,
    )
    paper.notes()
    paper.save()


FORMS = (
    members_list,
    organisation_card,
    meeting_record,
    sign_in_sheet,
    year_plan,
    candidate_form,
    cadre_form,
    member_change,
)
