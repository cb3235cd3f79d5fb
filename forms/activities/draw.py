"""The forms of activities and rights: 活动登记表、审批表、签领表、来信来访登记表."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from forms.boxes import Column, head, label, number, plain, prose, section, ticks, value
from forms.drawing import Paper

# 164 mm: two questions to a row (28 + 54 mm each); the lists below use the same columns.
_GRID = (28, 24, 30, 28, 24, 30)
_WHEN = "{{活动.起止时间}}"
_SIGNED = "签字：　　　　　　　　\n年　　月　　日"


def activity_record(folder: Path) -> None:
    """HD-01 活动登记表, one activity to a page, and 台账, one activity to a line."""
    paper = Paper(folder, _GRID)
    paper.title()
    paper.line(plain("填报单位：{{单位.名称}}", 3), plain("签到表编号：　　　　　　", 3, across="right"))
    _whole(paper, "活动名称", "{{活动.活动名称}}")
    _pair(
        paper,
        "活动类别",
        "{{活动.活动类别}}",
        "活动形式",
        ticks("活动.活动形式", ("线下", "线上"), ("线上线下结合",)),
        11,
    )
    _pair(paper, "主办", "{{活动.主办}}", "协办", "{{活动.协办}}")
    _pair(paper, "时间", _WHEN, "地点", "{{活动.地点}}", 11)
    counted = "{{活动.参加人数}}　人，其中女职工　{{活动.女职工人数}}　人"
    _pair(paper, "参加人数", counted, "主讲（嘉宾）", "{{活动.主讲（嘉宾）}}", 11)
    _pair(paper, "发放资料（份）", "{{活动.发放资料}}", "经费（元）", "{{活动.经费|#,##0.00}}")
    paper.row(label("活动内容"), prose("{{活动.内容}}", 5), height=44)
    paper.row(label("活动成效"), prose("{{活动.成效}}", 5), height=26)
    _whole(paper, "媒体报道、\n信息采用", "{{活动.媒体报道}}", 11)
    paper.row(label("活动照片\n（2—4 张）"), value("", 5), height=76)
    _pair(paper, "填表人", "{{活动.经办人}}", "审核人", "{{活动.审核人}}")
    paper.notes()
    paper.save()
    _register(folder)


def _register(folder: Path) -> None:
    columns = (
        Column("序号", 10, "{{活动列表.#}}"),
        Column("日期", 22, "{{活动列表.日期|yyyy-mm-dd}}"),
        Column("活动名称", 54, "{{活动列表.活动名称}}", wrap=True, across="left"),
        Column("类别", 28, "{{活动列表.活动类别}}", wrap=True),
        Column("地点", 30, "{{活动列表.地点}}", wrap=True),
        Column("主办", 38, "{{活动列表.主办}}", wrap=True),
        Column("参加\n人数", 13, "{{活动列表.参加人数}}"),
        Column("女职工\n人数", 14, "{{活动列表.女职工人数}}"),
        Column("发放\n资料", 13, "{{活动列表.发放资料}}"),
        Column("经费\n（元）", 19, "{{活动列表.经费|#,##0.00}}"),
        Column("经办人", 20, "{{活动列表.经办人}}"),
    )
    otherwise = {"title": "女职工活动登记台账", "orientation": "landscape", "one_page": False, "notes": []}
    paper = Paper(folder, [column.width for column in columns], file="register.xlsx", otherwise=otherwise)
    paper.title()
    paper.line(plain("单位：{{单位.名称}}", 5), plain("期间：{{报表.期间}}", 6, across="right"))
    paper.roster(columns, height=8.4)
    paper.line(
        plain("登记人：{{报表.填表人}}", 5), plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 6, across="right")
    )
    paper.save()


def activity_approval(folder: Path) -> None:
    """HD-02 活动审批（经费预算）表."""
    paper = Paper(folder, _GRID)
    paper.title()
    paper.line(plain("单位：{{单位.名称}}", 3), plain("填表日期：{{报表.填报日期|yyyy年m月d日}}", 3, across="right"))
    _pair(paper, "申请部门", "工会女职工委员会", "活动名称", "{{活动.活动名称}}", 11)
    _pair(paper, "时间", _WHEN, "地点", "{{活动.地点}}", 11)
    _pair(paper, "参加人数", "{{活动.参加人数}}", "经费科目", "{{活动.经费科目}}")
    paper.row(label("依据和目的"), prose("{{活动.依据和目的}}", 5), height=18)
    paper.row(label("方案摘要"), prose("{{活动.方案摘要}}", 5), height=30)
    paper.row(section("预算明细", 6), height=7)
    paper.row(head("序号"), head("项目", 2), head("单价（元）"), head("数量"), head("金额（元）"), height=8)
    paper.records(
        number("{{预算明细.#}}"),
        replace(value("{{预算明细.项目}}", 2, across="left"), indent=1),
        number("{{预算明细.单价|#,##0.00}}"),
        number("{{预算明细.数量}}"),
        number("{{预算明细.金额|#,##0.00}}"),
        height=7,
    )
    total = replace(value("大写：{{汇总.预算合计|大写}}", 3, across="left"), indent=1)
    paper.row(head("合计"), total, label("小写（元）"), number("{{汇总.预算合计|#,##0.00}}"))
    _pair(paper, "经办人", "{{活动.经办人}}", "女职工委员会\n主任", "", 11)
    paper.seals(("财务审核意见：", _SIGNED, 3), ("工会主席审批意见（盖章）：", _SIGNED, 3), height=44)
    paper.notes()
    paper.save()


def receipt_list(folder: Path) -> None:
    """HD-04 实名发放签领表."""
    columns = (
        Column("序号", 10, "{{签领.#}}"),
        Column("姓名", 22, "{{签领.姓名}}", size=11),
        Column("部门", 24, "{{签领.部门}}", wrap=True),
        Column("物品名称", 34, "{{签领.物品名称}}", wrap=True),
        Column("数量", 11, "{{签领.数量}}"),
        Column("金额（元）", 20, "{{签领.金额|#,##0.00}}"),
        Column("签名", 23),
        Column("日期", 20, "{{签领.签领日期|yyyy.m.d}}"),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title()
    paper.line(
        plain("单位：{{单位.名称}}", 4), plain("填表日期：{{报表.填报日期|yyyy年m月d日}}", 4, across="right"), height=7
    )
    event = plain("事由：{{活动.活动名称}}", 4), plain("活动日期：{{活动.日期|yyyy年m月d日}}", 4, across="right")
    paper.line(*event, height=7)
    paper.line(plain("发放标准：", 8), height=7)
    paper.roster(columns, height=7.8)
    counted, total = number("{{汇总.签领数量合计}}"), number("{{汇总.签领金额合计|#,##0.00}}")
    paper.row(head("合计", 4), counted, total, value("", 2))
    paper.line(plain("经办人：", 3), plain("证明人：", 3), plain("负责人：", 2), height=11)
    paper.notes()
    paper.save()


def visit_record(folder: Path) -> None:
    """WQ-01 来信来访登记表, with the visitor's word on it to be cut off below."""
    paper = Paper(folder, _GRID)
    paper.title()
    paper.line(plain("单位：{{单位.名称}}", 3), plain("编号：{{来访.编号}}", 3, across="right"))
    person = ("来访人姓名", "{{来访.来访人}}", "性别", "{{来访.性别}}", "年龄", "{{来访.年龄}}")
    paper.row(*[(label if place % 2 == 0 else number)(text) for place, text in enumerate(person)], height=9)
    _pair(paper, "工作岗位\n（单位）", "{{来访.工作岗位（单位）}}", "联系电话", "{{来访.联系电话}}", 11)
    _whole(paper, "家庭住址", "{{来访.家庭住址}}")
    form = ticks("来访.来访形式", ("来访", "来信"), ("来电", "网络"))
    _pair(paper, "来访形式", form, "接访时间", "{{来访.接访日期|yyyy年m月d日}}\n{{来访.接访时间|H时MM分}}", 11)
    _pair(paper, "事项类别", "{{来访.事项类别}}", "承办人", "{{来访.承办人}}")
    paper.row(label("反映内容\n及要求"), prose("{{来访.反映内容及要求}}", 5), height=54)
    paper.row(label("接待处理\n意见"), prose("{{来访.接待处理意见}}", 5), height=40)
    paper.row(label("处理结果"), prose("{{来访.处理结果}}", 5), height=36)
    _pair(paper, "接待人", "{{来访.接待人}}", "办结日期", "{{来访.办结日期|yyyy年m月d日}}")
    paper.notes()
    paper.line(plain("—" * 40, 6, across="center"), height=8)
    paper.line(replace(plain("来信来访处理反馈联", 6, across="center"), size=13, bold=True), height=9)
    paper.line(
        plain("编号：{{来访.编号}}", 3), plain("反馈日期：{{来访.反馈日期|yyyy年m月d日}}", 3, across="right"), height=7
    )
    opinion = ticks("来访.反馈意见", ("满意", "基本满意", "不满意"), apart=" ")
    paper.row(label("对处理结果"), value(opinion, 2), label("来访人\n（签字）"), value("", 2), height=13)
    paper.save()


def _whole(paper: Paper, question: str, answer: str, height: float = 9) -> None:
    paper.row(label(question), replace(value(answer, 5, across="left"), indent=1), height=height)


def _pair(paper: Paper, first: str, one: str, second: str, other: str, height: float = 9) -> None:
    paper.row(label(first), value(one, 2), label(second), value(other, 2), height=height)


FORMS = (activity_record, activity_approval, receipt_list, visit_record)
