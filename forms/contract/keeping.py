"""The forms after signing: how the contract is kept, and the register of all contracts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from forms.boxes import SONG, Column, label, plain, prose, ticks, value
from forms.drawing import Paper

METHODS = ("听汇报", "查资料", "座谈", "问卷", "实地")
_SIGNED = "\n\n\n\n检查组成员（签字）：\n\n　　　　　　　　　　　　　　　　　　　　年　　月　　日"


def performance_record(folder: Path) -> None:
    """HT-14 履约情况监督检查记录表."""
    columns = (
        Column("序号", 9, "{{检查条款.#}}", size=9),
        Column("条款号", 18, "{{检查条款.条款号}}", size=9),
        _words("条款要点", 44, "{{检查条款.条款要点}}"),
        _words("量化标准", 24, "{{检查条款.量化标准}}"),
        _words("检查情况", 44, "{{检查条款.检查情况}}"),
        Column("履约结论", 18, "{{检查条款.履约结论}}", size=9),
        _words("存在问题", 26, "{{检查条款.存在问题}}"),
        _words("整改措施", 26, "{{检查条款.整改措施}}"),
        _words("责任部门", 17, "{{检查条款.责任部门}}"),
        Column("整改时限", 18, "{{检查条款.整改时限|yyyy.m.d}}", size=9),
        _words("整改结果", 17, "{{检查条款.整改结果}}"),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title(height=13)
    paper.line(
        plain("合同名称：{{合同.合同名称}}", 3),
        plain("合同编号：{{合同.合同编号}}", 2),
        plain("有效期：{{合同.合同期限起|yyyy年m月d日}}至{{合同.合同期限止|yyyy年m月d日}}", 6, across="right"),
        height=7,
    )
    paper.line(
        plain("检查日期：{{履约检查.检查日期|yyyy年m月d日}}", 3),
        plain("检查组：{{履约检查.检查组成员}}", 3),
        plain("检查方式：" + ticks("履约检查.检查方式", METHODS, apart=" "), 5, across="right"),
        height=7,
    )
    paper.roster(columns, height=11)
    _conclusion(paper)
    paper.notes()
    paper.save()


def _conclusion(paper: Paper) -> None:
    """What the inspection came to, and the seals: each in one row, which no end of a page can tear."""
    rate = "履约率：{{履约检查.履约率|0.0%}}　　职工满意度：{{履约检查.职工满意度}}%"
    reported = "向职代会报告日期：{{履约检查.向职代会报告日期|yyyy年m月d日}}"
    found = f"{rate}　　{reported}\n{{{{履约检查.总体情况}}}}"
    paper.row(label("总体情况", 2), replace(value(found, 9, across="left"), indent=1), height=12)
    sides = ("企业方（盖章）：{{单位.名称}}", 5), ("职工方（盖章）：{{工会.名称}}", 6)
    paper.row(*[replace(prose(side + _SIGNED, span), face=SONG) for side, span in sides], height=40)


def contract_register(folder: Path) -> None:
    """HT-16 签订情况统计表（台账）; what the survey puts in columns and is the same for one unit stands above."""
    columns = (
        Column("序\n号", 7, "{{合同列表.#}}", size=9),
        Column("合同\n编号", 12, "{{合同列表.合同编号}}", size=9),
        _words("合同形式\n（层级）", 21.5, "{{合同列表.合同形式}}\n{{合同列表.层级}}"),
        _words("签订\n情形", 10.5, "{{合同列表.签订情形}}"),
        *(_date(name, f"{{{{合同列表.{field}|yyyy.m.d}}}}") for name, field in _STEPS),
        _words("登记编号", 18.5, "{{合同列表.登记编号}}"),
        _date("期限起", "{{合同列表.合同期限起|yyyy.m.d}}"),
        _date("期限止", "{{合同列表.合同期限止|yyyy.m.d}}"),
        Column("覆盖\n企业", 11, "{{合同列表.覆盖企业数}}", size=9),
        Column("覆盖\n女职工", 13, "{{合同列表.覆盖女职工数}}", size=9),
        _words("主要特色\n条款", 21, "{{合同列表.主要特色条款}}"),
        _date("履约\n检查", "{{合同列表.履约检查日期|yyyy.m.d}}"),
        Column("履约\n率", 11, "{{合同列表.履约率|0.0%}}", size=9),
        _words("状态", 11.5, "{{合同列表.合同状态}}"),
        _words("备\n注", 8, "{{合同列表.备注}}"),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title(height=13)
    paper.line(
        plain("填报单位（盖章）：{{单位.名称}}", 9),
        plain("统计期：{{报表.期间}}", 3),
        plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 7, across="right"),
        height=7,
    )
    paper.line(
        plain("单位类别：{{单位.单位类别}}", 5),
        plain("所属街镇（系统）：{{单位.所属街镇（系统）}}", 5),
        plain("职工数：　{{人数.职工总数}}　人　　女职工数：　{{人数.女职工数}}　人", 9, across="right"),
        height=7,
    )
    paper.roster(columns, height=15)
    paper.line(
        plain("单位负责人：{{报表.单位负责人}}", 4),
        plain("统计负责人：{{报表.审核人}}", 3),
        plain("填表人：{{报表.填表人}}", 3),
        plain("联系电话：{{报表.联系电话}}", 4),
        plain("报出日期：　　　年　　月　　日", 5, across="right"),
        height=10,
    )
    paper.notes()
    paper.save()


_STEPS = (
    ("要约\n日期", "要约日期"),
    ("职代会\n通过", "职代会通过日期"),
    ("签字\n日期", "签订日期"),
    ("送审\n日期", "报送日期"),
    ("生效\n日期", "生效日期"),
)


def _words(name: str, width: float, text: str) -> Column:
    across = "left" if width > 21.5 or name.startswith("主要") else "center"
    return Column(name, width, text, wrap=True, across=across, size=9)


def _date(name: str, text: str) -> Column:
    return Column(name, 14.5, text, size=8.5)


FORMS = (performance_record, contract_register)
