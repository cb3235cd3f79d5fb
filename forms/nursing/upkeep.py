"""What keeps a nursing room in order: 设备设施清单、清洁消毒记录表、设施设备检查表."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from forms.boxes import Column, head, number, plain
from forms.drawing import Paper

EQUIPMENT = (
    Column("序号", 10, "{{设备设施.#}}"),
    Column("名称", 26, "{{设备设施.名称}}", wrap=True),
    Column("品牌规格", 26, "{{设备设施.品牌规格}}", wrap=True),
    Column("数量", 11, "{{设备设施.数量}}"),
    Column("单位", 11, "{{设备设施.计量单位}}"),
    Column("单价\n（元）", 20, "{{设备设施.单价|#,##0.00}}", across="right"),
    Column("金额\n（元）", 20, "{{设备设施.金额|#,##0.00}}", across="right"),
    Column("购置日期", 21, "{{设备设施.购置日期|yyyy-mm-dd}}"),
    Column("资金来源", 18, "{{设备设施.资金来源}}"),
    Column("固定资产\n编号", 21, "{{设备设施.固定资产编号}}"),
    Column("存放位置", 21, "{{设备设施.存放位置}}", wrap=True),
    Column("状态", 14, "{{设备设施.状态}}"),
    Column("责任人", 22, "{{设备设施.责任人}}"),
    Column("备注", 20, "{{设备设施.备注}}", wrap=True, size=9),
)


def room_equipment(folder: Path, behind: Paper | None = None) -> None:
    """BR-02 设备设施清单, a form of its own or the sheet behind another."""
    paper = Paper(folder, [column.width for column in EQUIPMENT], behind=behind)
    paper.title()
    paper.line(
        plain("单位：{{单位.名称}}", 5),
        plain("哺乳室：{{哺乳室.哺乳室名称}}", 5),
        plain("填表日期：{{报表.填报日期|yyyy年m月d日}}", 4, across="right"),
    )
    paper.roster(EQUIPMENT, height=8.2)
    total = replace(EQUIPMENT[6].box, text="{{汇总.设备金额合计|#,##0.00}}")
    paper.row(head("合计", 6), total, number("", 7), height=8.2)
    paper.line(
        plain("管理员：{{哺乳室.管理员}}", 5),
        plain("盘点人（签字）：", 5),
        plain("盘点日期：　　　　年　　月　　日", 4, across="right"),
        height=10,
    )
    paper.notes()
    paper.save()


def room_cleaning_log(folder: Path) -> None:
    """BR-04 清洁消毒记录表: a month to a page, for it hangs in the room."""
    columns = (
        Column("日期", 9, "{{每日清洁.日}}", size=9),
        Column("清洁\n时间", 10, "{{每日清洁.清洁时间|HH:MM}}", size=9),
        Column("清洁项目", 41, "{{每日清洁.清洁项目}}", size=8),
        Column("消毒\n方式", 10, "{{每日清洁.消毒方式}}", size=9),
        Column("消毒剂\n及浓度", 26, "{{每日清洁.消毒剂及浓度}}", size=8),
        Column("消毒\n开始", 9, "{{每日清洁.消毒开始|HH:MM}}", size=9),
        Column("消毒\n结束", 9, "{{每日清洁.消毒结束|HH:MM}}", size=9),
        Column("通风\n分钟", 9, "{{每日清洁.通风}}", size=9),
        Column("物品\n补充", 9, "{{每日清洁.物品补充}}", wrap=True, size=8),
        Column("操作人", 12, "{{每日清洁.操作人}}", size=9),
        Column("检查人", 12, "{{每日清洁.检查人}}", size=9),
        Column("备注", 8, "{{每日清洁.备注}}", wrap=True, size=8),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title(height=12)
    paper.line(
        plain("哺乳室名称：{{哺乳室.哺乳室名称}}", 5),
        plain("{{报表.期间起|yyyy年m月}}", 3),
        plain("管理员：{{哺乳室.管理员}}", 4, across="right"),
        height=7,
    )
    paper.roster(columns, height=7)
    paper.notes()
    paper.save()


def room_inspections(folder: Path) -> None:
    """BR-05 设施设备检查表: the weekly rounds of a month side by side."""
    rounds = ("第一次", "第二次", "第三次", "第四次", "第五次")
    columns = (
        Column("序号", 9, "{{检查表.序号}}"),
        Column("检查项目", 24, "{{检查表.检查项目}}", wrap=True),
        Column("标准", 30, "{{检查表.标准}}", wrap=True, across="left", size=9),
        *(Column(f"第{place}次", 11, f"{{{{检查表.{name}}}}}", size=9) for place, name in enumerate(rounds, 1)),
        Column("问题描述", 21, "{{检查表.问题描述}}", wrap=True, across="left", size=9),
        Column("处理", 12, "{{检查表.处理}}", wrap=True, size=9),
        Column("完成\n日期", 13, "{{检查表.完成日期|m月d日}}", size=9),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title()
    paper.line(
        plain("哺乳室名称：{{哺乳室.哺乳室名称}}", 3),
        plain("{{报表.期间起|yyyy年m月}}", 4, across="center"),
        plain("管理员：{{哺乳室.管理员}}", 4, across="right"),
    )
    paper.roster(columns, height=10.8)
    total = "检查　{{汇总.检查次数合计}}　次，发现问题　{{汇总.问题数合计}}　项，已整改　{{汇总.整改数合计}}　项"
    paper.row(head("本月合计", 2), number(total, 9), height=9)
    paper.notes()
    paper.save()
