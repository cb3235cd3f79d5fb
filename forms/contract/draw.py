"""The forms of the special collective contract: 代表名单、条款对照表、送审表; the rest in talks.py and keeping.py."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from forms.boxes import Box, Column, head, number, plain, ticks, value
from forms.contract import keeping, talks
from forms.drawing import Paper

DELEGATES = {
    "协商方": 10,
    "序号": 9,
    "姓名": 18,
    "性别": 9,
    "年龄": 10,
    "文化程度": 20,
    "部门及职务": 52,
    "岗位/工种": 24,
    "代表身份": 22,
    "产生方式": 28,
    "联系电话": 27,
    "签名": 32,
}
ENCLOSED = (
    ("合同文本", "职代会决议", "协商会议记录", "协商代表名单"),
    ("首席代表委托书", "签订情况说明", "工会资格证明", "营业执照复印件"),
)
_SIGNING = "（盖章）　　　　　　\n%s（签字）：　　　　　　　　\n年　　月　　日"


def delegates(folder: Path) -> None:
    """HT-02 协商代表名单（含产生情况）."""
    paper = Paper(folder, list(DELEGATES.values()))
    paper.title(height=13)
    paper.line(plain("单位：{{单位.名称}}", 7), plain("协商事项：{{合同.协商事项}}", 5), height=7)
    paper.line(
        plain("代表产生会议或方式：{{合同.代表产生会议或方式}}", 7),
        plain("代表产生日期：{{合同.代表产生日期|yyyy年m月d日}}", 5),
        height=7,
    )
    paper.heads(*[head("协商\n方" if title == "协商方" else title, size=10) for title in DELEGATES])
    for side in ("职工方", "企业方"):
        paper.records(Box("\n".join(side), rows=3, bold=True), *_delegate(f"{side}代表"))
    workers = "职工方代表　{{汇总.职工方代表人数}}　人（其中女性　{{汇总.职工方女代表人数}}　人）"
    paper.row(head("合计", 2), value(workers + "，企业方代表　{{汇总.企业方代表人数}}　人", 10))
    paper.seals(
        ("企业（盖章）：{{单位.名称}}", "法定代表人（签字）：　　　　　　　　\n年　　月　　日", 7),
        ("工会（盖章）：{{工会.名称}}", "工会主席（签字）：　　　　　　　　\n年　　月　　日", 5),
        height=40,
    )
    paper.notes()
    paper.save()


def _delegate(side: str) -> list[Box]:
    name = f"{{{{{side}.%s}}}}"
    words = [value(name % field) for field in ("文化程度", "部门及职务", "岗位", "代表身份", "产生方式")]
    boxes = [number(name % field) for field in ("#", "姓名", "性别", "年龄")] + words
    return [replace(box, size=10) for box in (*boxes, number(name % "联系电话"), number(""))]


def items_comparison(folder: Path) -> None:
    """HT-08 协商议题条款对照表."""
    columns = (
        Column("序号", 9, "{{协商议题.#}}", size=9),
        _words("议题类别", 16, "{{协商议题.议题类别}}"),
        _words("法定最低标准\n（依据）", 40, "{{协商议题.法定最低标准}}\n{{协商议题.法律政策依据}}"),
        _words("原合同条款", 22, "{{协商议题.原合同条款}}"),
        _words("职工方要约意见", 30, "{{协商议题.职工方诉求}}"),
        _words("企业方回应", 25, "{{协商议题.企业方意见}}"),
        Column("协商\n结果", 15, "{{协商议题.协商结果}}", size=9),
        _words("最终条款\n（条款号及文字）", 43, "{{协商议题.条款号}} {{协商议题.最终条款}}"),
        _words("量化标准", 18, "{{协商议题.量化标准}}"),
        _words("责任部门", 16, "{{协商议题.责任部门}}"),
        _words("履行时限\n（频次）", 16, "{{协商议题.履行时限}}"),
        _words("备注", 11, "{{协商议题.备注}}"),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title(height=13)
    paper.line(
        plain("单位：{{单位.名称}}", 4),
        plain("合同名称：{{合同.合同名称}}", 3),
        plain("合同期限：{{合同.合同期限起|yyyy年m月d日}}至{{合同.合同期限止|yyyy年m月d日}}", 5, across="right"),
    )
    paper.roster(columns, height=18)
    paper.line(
        plain("议题　{{汇总.议题数}}　项，采纳（含部分采纳）　{{汇总.采纳数}}　项", 4),
        plain("职工方首席代表：{{职工方首席.姓名}}", 3),
        plain("企业方首席代表：{{企业方首席.姓名}}", 5),
        height=9,
    )
    paper.notes()
    paper.save()


def _words(title: str, width: float, text: str) -> Column:
    return Column(title, width, text, wrap=True, across="left", size=9)


def filing_form(folder: Path) -> None:
    """HT-11 送审（报备）表; fields and their order after the Shanghai Jiading sample (forms survey S5)."""
    paper = Paper(folder, pitch=8)
    paper.title()
    paper.line(
        plain("登记编号：{{合同.登记编号}}", 5),
        plain("送审日期：{{合同.报送日期|yyyy年m月d日}}", 5, across="right"),
        height=7,
    )
    paper.line(plain("　　本合同草案已经职工代表大会（职工大会）讨论通过，现将合同文本及有关材料报送审查。", 10))
    _parties(paper)
    _terms(paper)
    paper.essay("主要议题", "{{合同.主要议题}}", height=22)
    paper.essay("协商经过", "{{合同.协商经过}}", height=28)
    enclosed = "\n".join("　".join(f"□{name}" for name in names) for names in ENCLOSED)
    paper.whole("随附材料", enclosed, height=12)
    paper.seals(("企业意见：", _SIGNING % "法定代表人", 5), ("工会意见：", _SIGNING % "工会主席", 5), height=41)
    paper.pair("受理人", "", "受理日期", "　　年　　月　　日")
    paper.notes()
    paper.save()


def _parties(paper: Paper) -> None:
    paper.pair("企业名称", "{{单位.名称}}", "工会名称", "{{工会.名称}}", height=11)
    code, union_code = "{{单位.统一社会信用代码}}", "{{工会.工会法人统一社会信用代码}}"
    paper.pair("统一社会信用代码", code, "工会法人统一\n社会信用代码", union_code, height=10.5)
    paper.pair("企业法定代表人", "{{单位.法定代表人}}", "工会主席", "{{工会.主席}}")
    paper.pair("企业方首席代表", "{{企业方首席.姓名}}", "职工方首席代表", "{{职工方首席.姓名}}")
    paper.pair("企业性质", "{{单位.单位类别}}", "所属街镇（系统）", "{{单位.所属街镇（系统）}}")
    paper.address("企业地址", "{{单位.地址}}", "{{单位.邮政编码}}")
    paper.pair("联系人", "{{工会.联系人}}", "联系电话", "{{工会.联系人电话}}")
    paper.four(
        ("企业职工总数", "{{人数.职工总数}}"),
        ("其中：女职工", "{{人数.女职工数}}"),
        ("女会员数", "{{人数.女会员数}}"),
        ("覆盖女职工数", "{{合同.覆盖女职工数}}"),
    )


def _terms(paper: Paper) -> None:
    paper.whole("合同期限", "{{合同.合同期限起|yyyy年m月d日}}至{{合同.合同期限止|yyyy年m月d日}}")
    occasion = ticks("合同.签订情形", ("首次签订", "续订", "变更"), apart=" ")
    paper.pair("签订情形", occasion, "签订日期", "{{合同.签订日期|yyyy年m月d日}}")
    paper.pair("合同编号", "{{合同.合同编号}}", "合同文本份数", "{{合同.份数}}")
    paper.whole("职代会审议", "{{职代会.表决日期|yyyy年m月d日}}　{{职代会.职代会名称}}")
    paper.four(
        ("应到代表", "{{职代会.全体代表}}"),
        ("实到代表", "{{职代会.实到人数}}"),
        ("赞成票", "{{职代会.赞成}}"),
        ("反对/弃权票", "{{职代会.反对}} / {{职代会.弃权}}"),
    )


FORMS = (delegates, items_comparison, filing_form, *talks.FORMS, *keeping.FORMS)
