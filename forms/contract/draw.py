"""The forms of the special collective contract: 协商代表名单、议题条款对照表、送审表."""

from __future__ import annotations

from pathlib import Path

from forms.drawing import Box, Column, Paper, boxes_of, head, label, number, plain, prose, replace, value

GRID = (27, 14) * 4
ENCLOSED = (
    "合同文本", "职代会决议", "协商会议记录", "协商代表名单", "首席代表委托书", "签订情况说明", "工会资格证明", "营业执照复印件",
)  # fmt: skip


def delegates(folder: Path) -> None:
    """HT-02 协商代表名单（含产生情况）."""
    widths = (10, 9, 19, 9, 10, 20, 44, 26, 22, 30, 27, 35)
    paper = Paper(folder, widths)
    paper.title()
    paper.line(
        plain("单位：{{单位.名称}}", 7),
        plain("协商事项：{{合同.协商事项}}", 5, across="right"),
    )
    paper.line(
        plain("代表产生会议或方式：{{合同.代表产生会议或方式}}", 7),
        plain("代表产生日期：{{合同.代表产生日期|yyyy年m月d日}}", 5, across="right"),
    )
    titles = ("协商方", "序号", "姓名", "性别", "年龄", "文化程度", "部门及职务", "岗位/工种", "代表身份", "产生方式", "联系电话", "签名")
    paper.heads([head(title) for title in titles])
    for side in ("职工方", "企业方"):
        paper.records(Box("\n".join(side), rows=3, bold=True), *_delegate(f"{side}代表"), height=8)
    paper.row(
        value("合计：职工方代表　{{汇总.职工方代表人数}}　人（其中女性　{{汇总.职工方女代表人数}}　人），企业方代表　{{汇总.企业方代表人数}}　人。", 12)
    )  # fmt: skip
    paper.seals(
        ("企业（盖章）：{{单位.名称}}", "法定代表人（签字）：　　　　　　　　\n年　　月　　日", 7),
        ("工会（盖章）：{{工会.名称}}", "工会主席（签字）：　　　　　　　　\n年　　月　　日", 5),
        height=40,
    )
    paper.notes()
    paper.save()


def _delegate(side: str) -> list[Box]:
    name = f"{{{{{side}.%s}}}}"
    short = ("#", "姓名", "性别", "年龄", "文化程度")
    boxes = [number(name % field) for field in short]
    boxes += [Box(name % field) for field in ("部门及职务", "岗位", "代表身份", "产生方式")]
    return [replace(box, size=10) for box in (*boxes, number(name % "联系电话"), number(""))]


def items_comparison(folder: Path) -> None:
    """HT-08 协商议题条款对照表."""
    columns = (
        Column("序号", 8, "{{协商议题.#}}", size=9),
        _words("议题类别", 16, "{{协商议题.议题类别}}"),
        _words("法定最低标准（依据）", 34, "{{协商议题.法定最低标准}}\n{{协商议题.法律政策依据}}"),
        _words("原合同条款", 27, "{{协商议题.原合同条款}}"),
        _words("职工方要约意见", 32, "{{协商议题.职工方诉求}}"),
        _words("企业方回应", 29, "{{协商议题.企业方意见}}"),
        Column("协商\n结果", 15, "{{协商议题.协商结果}}", wrap=True, size=9),
        _words("最终条款（条款号及文字）", 38, "{{协商议题.条款号}} {{协商议题.最终条款}}"),
        _words("量化标准", 18, "{{协商议题.量化标准}}"),
        _words("责任部门", 15, "{{协商议题.责任部门}}"),
        _words("履行时限\n（频次）", 16, "{{协商议题.履行时限}}"),
        _words("备注", 13, "{{协商议题.备注}}"),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title()
    paper.line(
        plain("单位：{{单位.名称}}", 4),
        plain("合同名称：{{合同.合同名称}}", 4),
        plain("合同期限：{{合同.合同期限起|yyyy年m月d日}}至{{合同.合同期限止|yyyy年m月d日}}", 4, across="right"),
    )
    paper.roster(columns, height=15, head_height=11)
    paper.line(
        plain("议题　{{汇总.议题数}}　项，采纳（含部分采纳）　{{汇总.采纳数}}　项", 4),
        plain("职工方首席代表：{{职工方首席.姓名}}", 4),
        plain("企业方首席代表：{{企业方首席.姓名}}", 4),
        height=10,
    )
    paper.notes()
    paper.save()


def _words(title: str, width: float, text: str) -> Column:
    return Column(title, width, text, wrap=True, across="left", size=9)


def filing_form(folder: Path) -> None:
    """HT-11 送审（报备）表; fields and their order after the Shanghai Jiading sample (forms survey S5)."""
    paper = Paper(folder, GRID)
    paper.title()
    paper.line(plain("登记编号：{{合同.登记编号}}", 4), plain("送审日期：{{合同.报送日期|yyyy年m月d日}}", 4, across="right"))
    paper.line(plain("　　本合同草案已经职工代表大会（职工大会）讨论通过，现将合同文本及有关材料报送审查。", 8))
    _pair(paper, "企业名称", "{{单位.名称}}", "工会名称", "{{工会.名称}}", height=10)
    _pair(paper, "统一社会信用代码", "{{单位.统一社会信用代码}}", "工会法人统一社会信用代码", "{{工会.工会法人统一社会信用代码}}", height=10)
    _pair(paper, "企业法定代表人", "{{单位.法定代表人}}", "工会主席", "{{工会.主席}}")
    _pair(paper, "企业方首席代表", "{{企业方首席.姓名}}", "职工方首席代表", "{{职工方首席.姓名}}")
    _pair(paper, "企业性质", "{{单位.单位类别}}", "所属街镇（系统）", "{{单位.所属街镇（系统）}}")
    paper.row(label("企业地址"), value("{{单位.地址}}", 5), label("邮政编码"), number("{{单位.邮政编码}}"))
    _pair(paper, "联系人", "{{工会.联系人}}", "联系电话", "{{工会.联系人电话}}")
    _four(
        paper,
        ("企业职工总数", "{{人数.职工总数}}"),
        ("其中：女职工", "{{人数.女职工数}}"),
        ("女会员数", "{{人数.女会员数}}"),
        ("覆盖女职工数", "{{合同.覆盖女职工数}}"),
    )
    _pair(
        paper,
        "合同期限",
        "{{合同.合同期限起|yyyy.mm.dd}}—{{合同.合同期限止|yyyy.mm.dd}}",
        "签订情形",
        boxes_of("合同.签订情形", ("首次签订", "续订", "变更")),
    )
    _pair(paper, "签订日期", "{{合同.签订日期|yyyy年m月d日}}", "合同文本份数", "{{合同.份数}}")
    paper.row(label("职代会审议"), value("{{职代会.表决日期|yyyy年m月d日}}　{{职代会.职代会名称}}", 7))
    _four(
        paper,
        ("应到代表", "{{职代会.全体代表}}"),
        ("实到代表", "{{职代会.实到人数}}"),
        ("赞成票", "{{职代会.赞成}}"),
        ("反对/弃权票", "{{职代会.反对}}/{{职代会.弃权}}"),
    )
    paper.row(label("主要议题"), prose("{{合同.主要议题}}", 7), height=20)
    paper.row(label("协商经过"), prose("{{合同.协商经过}}", 7), height=25)
    paper.row(label("随附材料"), value("　".join(f"□{name}" for name in ENCLOSED), 7), height=12)
    paper.seals(
        ("企业意见：", "（盖章）　　　　　　\n法定代表人（签字）：　　　　　　　　\n年　　月　　日", 4),
        ("工会意见：", "（盖章）　　　　　　\n工会主席（签字）：　　　　　　　　\n年　　月　　日", 4),
        height=41,
    )
    _pair(paper, "受理人", "", "受理日期", "　　　　年　　月　　日")
    paper.notes()
    paper.save()


def _pair(paper: Paper, first: str, one: str, second: str, other: str, height: float = 8) -> None:
    paper.row(label(first), value(one, 3), label(second), value(other, 3), height=height)


def _four(paper: Paper, *pairs: tuple[str, str]) -> None:
    paper.row(*[box for name, answer in pairs for box in (label(name), number(answer))])


FORMS = (delegates, items_comparison, filing_form)
