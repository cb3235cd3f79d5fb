"""The forms of the roster: 女职工花名册."""

from __future__ import annotations

from pathlib import Path

from forms.boxes import Column, plain
from forms.drawing import Paper


def roster(folder: Path) -> None:
    """ZZ-14 女职工花名册. ID number, marriage and children stay off paper."""
    columns = (
        _short("序号", 9, "{{女职工.#}}"),
        _short("工号", 16, "{{女职工.工号}}"),
        _short("姓名", 16, "{{女职工.姓名}}"),
        _short("出生\n年月", 15, "{{女职工.出生日期|yyyy.mm}}"),
        _short("年龄", 9, "{{女职工.年龄}}"),
        _words("民族", 9, "{{女职工.民族}}"),
        _words("政治\n面貌", 16, "{{女职工.政治面貌}}"),
        _words("学历", 18.5, "{{女职工.学历}}"),
        _words("部门", 24, "{{女职工.部门}}"),
        _words("岗位/工种", 19.5, "{{女职工.岗位}}"),
        _words("用工形式", 19, "{{女职工.用工形式}}"),
        _short("入职\n时间", 15, "{{女职工.入职时间|yyyy.mm}}"),
        _short("是否\n会员", 9, "{{女职工.是否会员|是/否}}"),
        _short("入会\n时间", 15, "{{女职工.入会时间|yyyy.mm}}"),
        _words("职称/\n技能等级", 18, "{{女职工.职称}} {{女职工.技能等级}}"),
        _short("联系电话", 23, "{{女职工.联系电话}}"),
        _words("备注", 10, "{{女职工.备注}}"),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title()
    paper.line(plain("单位：{{单位.名称}}", 9), plain("截止日期：{{报表.填报日期|yyyy年m月d日}}", 8, across="right"))
    paper.roster(columns, height=7.5)
    paper.line(plain("填表人：{{报表.填表人}}", 9), plain("审核人：{{报表.审核人}}", 8), height=10)
    paper.notes()
    paper.save()


def _short(title: str, width: float, text: str) -> Column:
    return Column(title, width, text, size=9.5)


def _words(title: str, width: float, text: str) -> Column:
    return Column(title, width, text, wrap=True, size=9.5)


FORMS = (roster,)
