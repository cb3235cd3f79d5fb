"""The forms of the roster: 女职工花名册."""

from __future__ import annotations

from pathlib import Path

from forms.drawing import Column, Paper, plain


def roster(folder: Path) -> None:
    """ZZ-14 女职工花名册. ID number, marriage and children stay off paper; the data sheet of the roster has them."""
    columns = (
        Column("序号", 9, "{{女职工.#}}"),
        Column("工号", 15, "{{女职工.工号}}"),
        Column("姓名", 16, "{{女职工.姓名}}"),
        Column("出生年月", 16, "{{女职工.出生日期|yyyy.mm}}"),
        Column("年龄", 9, "{{女职工.年龄}}"),
        Column("民族", 11, "{{女职工.民族}}"),
        Column("政治\n面貌", 17, "{{女职工.政治面貌}}"),
        Column("学历", 17, "{{女职工.学历}}"),
        Column("部门", 22, "{{女职工.部门}}", wrap=True),
        Column("岗位/工种", 19, "{{女职工.岗位}}", wrap=True),
        Column("用工形式", 18, "{{女职工.用工形式}}", wrap=True),
        Column("入职时间", 16, "{{女职工.入职时间|yyyy.mm}}"),
        Column("是否\n会员", 9, "{{女职工.是否会员|是/否}}"),
        Column("入会时间", 16, "{{女职工.入会时间|yyyy.mm}}"),
        Column("职称", 14, "{{女职工.职称}}", wrap=True),
        Column("技能\n等级", 13, "{{女职工.技能等级}}"),
        Column("联系电话", 24, "{{女职工.联系电话}}"),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title()
    paper.line(
        plain("单位：{{单位.名称}}", 9),
        plain("截止日期：{{报表.填报日期|yyyy年m月d日}}", 8, across="right"),
    )
    paper.roster(columns, height=8, head_height=11)
    paper.line(plain("填表人：{{报表.填表人}}", 9), plain("审核人：{{报表.审核人}}", 8), height=10)
    paper.notes()
    paper.save()


FORMS = (roster,)
