"""The forms of health and protection at work: 健康检查情况统计表、劳动保护自查检查表."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from forms.boxes import Box, Column, head, label, plain, value
from forms.drawing import Paper

RESULTS = ("符合", "不符合", "不适用")


def health_checks(folder: Path) -> None:
    """BH-03 健康检查（“两癌”筛查）情况统计表: numbers only, nobody's name."""
    columns = (
        Column("序号", 9, "{{健康检查.#}}"),
        Column("检查类别", 26, "{{健康检查.检查类别}}", wrap=True),
        Column("应检\n人数", 12, "{{健康检查.应检人数}}"),
        Column("实检\n人数", 12, "{{健康检查.实检人数}}"),
        Column("检查率", 13, "{{健康检查.检查率|0.0%}}"),
        Column("检查项目", 27, "{{健康检查.检查项目}}", wrap=True, size=9),
        Column("检查时间", 20, "{{健康检查.检查时间|yyyy-mm-dd}}"),
        Column("检查医院", 28, "{{健康检查.检查医院}}", wrap=True),
        Column("费用标准\n（元/人）", 17, "{{健康检查.费用标准|0.00}}"),
        Column("费用来源", 15, "{{健康检查.费用来源}}"),
        Column("异常\n人数", 11, "{{健康检查.异常人数}}"),
        Column("乳腺\n异常", 10, "{{健康检查.乳腺异常人数}}"),
        Column("宫颈\n异常", 10, "{{健康检查.宫颈异常人数}}"),
        Column("其他\n异常", 10, "{{健康检查.其他异常人数}}"),
        Column("复查\n转诊", 11, "{{健康检查.复查转诊人数}}"),
        Column("困难\n女职工", 13, "{{健康检查.困难女职工人数}}"),
        Column("备注", 17, "{{健康检查.备注}}", wrap=True, size=9),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title()
    paper.line(
        plain("填报单位（盖章）：{{单位.名称}}", 6),
        plain("女职工　{{人数.女职工数}}　人", 2),
        plain("统计期：{{报表.期间}}", 3),
        plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 6, across="right"),
    )
    paper.roster(columns, height=9.6)
    paper.line(
        plain("单位负责人：{{报表.单位负责人}}", 6),
        plain("填表人：{{报表.填表人}}", 4),
        plain("联系电话：{{报表.联系电话}}", 7),
        height=10,
    )
    paper.notes()
    paper.save()


def protection_check(folder: Path) -> None:
    """BH-06 劳动保护自查检查表."""
    paper = Paper(folder, (9, 24, 33, 16, 30, 20, 16, 16))
    paper.title()
    paper.line(plain("单位：{{单位.名称}}", 4), plain("自查日期：{{自查.自查日期|yyyy年m月d日}}", 4, across="right"))
    heads = (("序号", 1), ("检查项目", 1), ("依据", 1), ("检查内容", 2), ("自查结果", 1), ("问题", 1), ("整改", 1))
    paper.heads(*[head(title, span, size=10) for title, span in heads], height=10)
    paper.records(
        Box("{{自查项目.#}}", size=10, wrap=False),
        _text("检查项目", across="center", size=10),
        _text("依据"),
        _text("检查内容", span=2),
        Box("\n".join(f"{{{{自查项目.自查结果|□{result}}}}}" for result in RESULTS), size=9, across="left"),
        _text("问题"),
        _text("整改"),
        height=14,
    )
    paper.row(label("总体\n情况"), replace(value("{{自查.总体情况}}", 7, across="left"), indent=1), height=32)
    paper.seals(("企业（盖章）：", _DATED, 4), ("工会（盖章）：", _DATED, 4), height=66)
    paper.line(plain("检查人（签字）：{{自查.检查人}}", 8), height=10)
    paper.notes()
    paper.save()


_DATED = "负责人（签字）：　　　　　　　　\n年　　月　　日"


def _text(name: str, span: int = 1, across: str = "left", size: float = 9) -> Box:
    return Box(f"{{{{自查项目.{name}}}}}", span, size=size, across=across)


FORMS = (health_checks, protection_check)
