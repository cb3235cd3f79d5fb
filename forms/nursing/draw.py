"""The forms of the nursing rooms: what a room is and how it was used; the rest in upkeep.py and standing.py."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop_app.records.wording import FACILITIES
from forms.boxes import Column, head, label, number, plain, section, ticks, value
from forms.drawing import Paper
from forms.nursing.standing import SIGNING, room_application, room_stars
from forms.nursing.upkeep import room_cleaning_log, room_equipment, room_inspections

USED = ("开放天数", "使用人次", "使用人数", "孕期人数", "哺乳期人数", "平均时长")
MONTHLY = (*USED, "清洁次数", "检查次数", "问题数", "整改数")
ROOM_COLUMNS = (  # head, columns of the grid, name
    ("序号", 1, "#"),
    ("名称", 2, "哺乳室名称"),
    ("面积\n（㎡）", 1, "使用面积"),
    ("启用\n时间", 1, "启用时间|yyyy.m"),
    ("星级", 1, "星级"),
    ("使用\n人次", 1, "使用人次"),
    ("使用\n人数", 1, "使用人数"),
    ("管理员", 2, "管理员"),
    ("联系电话", 2, "管理员电话"),
)


def room_card(folder: Path) -> None:
    """BR-01 女职工休息哺乳室基本情况登记（备案）表, with the list of its equipment behind."""
    paper = Paper(folder)
    paper.title()
    paper.line(
        plain("填报单位（盖章）：{{单位.名称}}", 6),
        plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 4, across="right"),
    )
    _place(paper)
    _keeping(paper)
    facilities = ticks("哺乳室.设施配置", FACILITIES[:6], FACILITIES[6:12], FACILITIES[12:])
    paper.whole("设施配置", facilities, height=18)
    paper.four(
        ("标识铭牌", "{{哺乳室.标识铭牌|是/否}}"),
        ("制度上墙", "{{哺乳室.制度上墙|是/否}}"),
        ("登记制度", "{{哺乳室.登记制度|是/否}}"),
        ("星级", "{{哺乳室.星级}}"),
    )
    paper.four(
        ("单位投入(元)", "{{哺乳室.单位投入}}"),
        ("工会投入(元)", "{{哺乳室.工会投入}}"),
        ("上级补助(元)", "{{哺乳室.上级补助}}"),
        ("状态", "{{哺乳室.状态}}"),
    )
    paper.whole("示范命名", "{{哺乳室.示范命名}}")
    paper.row(label("标识铭牌及全景照片（粘贴处）", 5), label("室内设施照片（粘贴处）", 5), height=52)
    paper.seals(("单位工会意见：", SIGNING, 5), ("上级工会意见：", SIGNING, 5))
    paper.line(plain("填表人：{{报表.填表人}}", 5), plain("联系电话：{{报表.联系电话}}", 5))
    room_equipment(folder.parent / room_equipment.__name__, behind=paper)
    paper.save()


def _place(paper: Paper) -> None:
    paper.whole("哺乳室名称", "{{哺乳室.哺乳室名称}}")
    paper.pair("所在单位", "{{单位.名称}}", "所属工会", "{{工会.名称}}", height=11)
    paper.whole("类型", ticks("哺乳室.类型", ("企事业（机关）单位内部", "楼宇（园区）", "公共场所")))
    paper.whole("所在楼层、房号", "{{哺乳室.位置}}")
    entry = ticks("哺乳室.开门方式", ("钥匙", "门禁", "密码", "预约"), apart=" ")
    paper.pair("启用时间", "{{哺乳室.启用时间|yyyy年m月}}", "开门方式", entry)
    paper.whole("开放时间", "{{哺乳室.开放时间}}")
    paper.four(
        ("面积（㎡）", "{{哺乳室.使用面积}}"),
        ("独立空间", "{{哺乳室.独立空间|是/否}}"),
        ("同时可用(人)", "{{哺乳室.可同时使用人数}}"),
        ("女职工数", "{{人数.女职工数}}"),
    )


def _keeping(paper: Paper) -> None:
    women = ("{{人数.育龄女职工数}}", "孕期/哺乳期人数", "{{人数.孕期女职工数}} / {{人数.哺乳期女职工数}}")
    paper.pair("育龄女职工数", *women)
    paper.pair("管理部门", "{{哺乳室.管理部门}}", "清洁责任人", "{{哺乳室.清洁责任人}}")
    paper.pair("管理员", "{{哺乳室.管理员}}", "管理员电话", "{{哺乳室.管理员电话}}")


def room_use_log(folder: Path) -> None:
    """BR-03 使用登记表: hung at the door, so it asks neither ID number nor illness nor weeks of pregnancy."""
    columns = (
        Column("序号", 9, "{{使用登记.#}}"),
        Column("日期", 21, "{{使用登记.日期|yyyy-mm-dd}}"),
        Column("使用人\n（可不填）", 31, "{{使用登记.使用人}}"),
        Column("部门", 27, "{{使用登记.部门}}"),
        Column("使用事由", 21, "{{使用登记.使用事由}}"),
        Column("进入\n时间", 15, "{{使用登记.进入时间|HH:MM}}"),
        Column("离开\n时间", 15, "{{使用登记.离开时间|HH:MM}}"),
        Column("使用设备", 31, "{{使用登记.使用设备}}"),
        Column("母乳\n存放", 13, "{{使用登记.母乳存放|□}}"),
        Column("设施卫生\n是否正常", 21, "{{使用登记.设施情况}}"),
        Column("意见建议", 34, "{{使用登记.意见建议}}", wrap=True),
        Column("签名", 23),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title(height=12)
    paper.line(
        plain("哺乳室名称：{{哺乳室.哺乳室名称}}", 4),
        plain("月份：{{报表.期间起|yyyy年m月}}", 3),
        plain("管理员：{{哺乳室.管理员}}", 3),
        plain("电话：{{哺乳室.管理员电话}}", 2),
        height=7,
    )
    paper.roster(columns, height=6.2)
    total = "使用　{{汇总.使用人次合计}}　人次，使用人　{{汇总.使用人数合计}}　人"
    paper.row(head("本月合计", 2), value(total, 10), height=6.5)
    paper.notes()
    paper.save()


def room_use_statistics(folder: Path) -> None:
    """BR-07 使用情况统计表: a line per month, then a line per room."""
    paper = Paper(folder, (14, 13, 13, 13, 13, 14, 16, 14, 13, 14, 13, 14))
    paper.title()
    paper.line(
        plain("填报单位（盖章）：{{单位.名称}}", 8),
        plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 4, across="right"),
    )
    paper.line(
        plain("统计期：{{报表.期间起|yyyy年m月}}至{{报表.期间止|yyyy年m月}}", 6),
        plain("休息哺乳室　{{汇总.哺乳室数}}　个，面积　{{汇总.哺乳室面积}}　㎡", 6, across="right"),
    )
    paper.row(section("一、按月统计", 12), height=7)
    _month_heads(paper)
    months = [number(f"{{{{月度.{name}}}}}") for name in MONTHLY]
    paper.records(number("{{月度.月份|m月}}"), *months, value(""), height=8.6)
    totals = ["汇总.平均时长" if name == "平均时长" else f"汇总.{name}合计" for name in MONTHLY]
    paper.row(head("合计"), *[number(f"{{{{{total}}}}}") for total in totals], value(""), height=8.6)
    paper.row(section("二、各室情况", 12), height=7)
    paper.row(*[head(title, span, size=10) for title, span, _ in ROOM_COLUMNS], height=11)
    rooms = [number(f"{{{{哺乳室列表.{name}}}}}", span) for _, span, name in ROOM_COLUMNS]
    paper.records(*[replace(box, size=10, wrap="名称" in box.text) for box in rooms], height=10.5)
    paper.line(
        plain("单位负责人：{{报表.单位负责人}}", 4),
        plain("填表人：{{报表.填表人}}", 4),
        plain("联系电话：{{报表.联系电话}}", 4),
        height=12,
    )
    paper.notes()
    paper.save()


def _month_heads(paper: Paper) -> None:
    tall = ("月份", "开放\n天数", "使用\n人次", "使用\n人数")
    last = ("平均时长\n（分钟）", "清洁\n消毒\n次数", "检查\n次数", "发现\n问题", "已整改", "备注")
    before, after = ([head(title, rows=2, size=10) for title in titles] for titles in (tall, last))
    paper.row(*before, head("其中", 2, size=10), *after, height=7.5)
    paper.row(head("孕期", size=10), head("哺乳期", size=10), height=8.5)


FORMS = (
    room_card,
    room_equipment,
    room_use_log,
    room_cleaning_log,
    room_inspections,
    room_use_statistics,
    room_application,
    room_stars,
)
