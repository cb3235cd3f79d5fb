"""The forms of the nursing rooms: 基本情况登记表、使用登记表、使用情况统计表."""

from __future__ import annotations

from pathlib import Path

from desktop_app.records.wording import FACILITIES
from forms.drawing import Box, Column, Paper, boxes_of, head, label, number, plain, prose, replace, section, value

GRID = (27, 14) * 4


def room_card(folder: Path) -> None:
    """BR-01 女职工休息哺乳室基本情况登记（备案）表."""
    paper = Paper(folder, GRID)
    paper.title()
    paper.line(plain("填报单位（盖章）：{{单位.名称}}", 5), plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 3, across="right"))
    _pair(paper, "哺乳室名称", "{{哺乳室.哺乳室名称}}", "启用时间", "{{哺乳室.启用时间|yyyy年m月}}")
    _pair(paper, "所在单位", "{{单位.名称}}", "所属工会", "{{工会.名称}}", height=10)
    paper.row(label("类型"), value(boxes_of("哺乳室.类型", ("企事业（机关）单位内部", "楼宇（园区）", "公共场所")), 7))
    paper.row(label("位置\n（楼/层/房号）"), value("{{哺乳室.位置}}", 7), height=10)
    _four(
        paper,
        ("使用面积（㎡）", "{{哺乳室.使用面积}}"),
        ("独立空间", "{{哺乳室.独立空间|是/否}}"),
        ("可同时使用（人）", "{{哺乳室.可同时使用人数}}"),
        ("星级", "{{哺乳室.星级}}"),
    )
    _pair(paper, "开放时间", "{{哺乳室.开放时间}}", "开门方式", boxes_of("哺乳室.开门方式", ("钥匙", "门禁", "密码", "预约")))
    _four(
        paper,
        ("女职工数", "{{人数.女职工数}}"),
        ("育龄女职工数", "{{人数.育龄女职工数}}"),
        ("孕期女职工数", "{{人数.孕期女职工数}}"),
        ("哺乳期女职工数", "{{人数.哺乳期女职工数}}"),
    )
    _pair(paper, "管理部门", "{{哺乳室.管理部门}}", "清洁责任人", "{{哺乳室.清洁责任人}}")
    _pair(paper, "管理员", "{{哺乳室.管理员}}", "管理员电话", "{{哺乳室.管理员电话}}")
    paper.row(label("设施配置"), value(boxes_of("哺乳室.设施配置", FACILITIES), 7), height=18)
    _four(
        paper,
        ("标识铭牌", "{{哺乳室.标识铭牌|是/否}}"),
        ("制度上墙", "{{哺乳室.制度上墙|是/否}}"),
        ("登记制度", "{{哺乳室.登记制度|是/否}}"),
        ("状态", "{{哺乳室.状态}}"),
    )
    paper.row(
        label("投入资金（元）"),
        value("单位　{{哺乳室.单位投入}}　；工会　{{哺乳室.工会投入}}　；上级补助　{{哺乳室.上级补助}}", 7),
    )
    paper.row(label("示范命名"), value("{{哺乳室.示范命名}}", 7))
    paper.row(label("照片"), _photo("（标识铭牌及全景照片粘贴处）", 3), _photo("（室内设施照片粘贴处）", 4), height=46)
    paper.seals(
        ("单位工会意见：", "（盖章）　　　　　　\n负责人（签字）：　　　　　　　　\n年　　月　　日", 4),
        ("上级工会意见：", "（盖章）　　　　　　\n负责人（签字）：　　　　　　　　\n年　　月　　日", 4),
        height=42,
    )
    paper.line(plain("填表人：{{报表.填表人}}", 4), plain("联系电话：{{报表.联系电话}}", 4))
    paper.save()


def _photo(text: str, span: int) -> Box:
    return replace(prose(text, span), size=9, across="center", down="center")


def room_use_log(folder: Path) -> None:
    """BR-03 使用登记表: hung at the door, so it asks neither ID number nor illness nor weeks of pregnancy."""
    columns = (
        Column("序号", 9, "{{使用登记.#}}"),
        Column("日期", 21, "{{使用登记.日期|yyyy-mm-dd}}"),
        Column("使用人\n（可不填）", 22, "{{使用登记.使用人}}"),
        Column("部门", 27, "{{使用登记.部门}}"),
        Column("使用事由", 21, "{{使用登记.使用事由}}"),
        Column("进入\n时间", 15, "{{使用登记.进入时间|HH:MM}}"),
        Column("离开\n时间", 15, "{{使用登记.离开时间|HH:MM}}"),
        Column("使用设备", 34, "{{使用登记.使用设备}}"),
        Column("母乳\n存放", 13, "{{使用登记.母乳存放|□}}"),
        Column("设施卫生\n是否正常", 21, "{{使用登记.设施情况}}"),
        Column("意见建议", 38, "{{使用登记.意见建议}}", wrap=True),
        Column("签名", 25),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title(height=13)
    paper.line(
        plain("哺乳室名称：{{哺乳室.哺乳室名称}}", 5),
        plain("月份：{{报表.期间起|yyyy年m月}}", 3),
        plain("管理员：{{哺乳室.管理员}}　电话：{{哺乳室.管理员电话}}", 4, across="right"),
        height=7,
    )
    paper.roster(columns, height=6.4, head_height=10)
    paper.row(value("本月合计：使用　{{汇总.使用人次合计}}　人次，使用人　{{汇总.使用人数合计}}　人。", 12), height=6.5)
    paper.notes()
    paper.save()


def room_use_statistics(folder: Path) -> None:
    """BR-07 使用情况统计表: a line per month, then a line per room."""
    paper = Paper(folder, (16, 13, 13, 13, 13, 13, 14, 14, 13, 13, 13, 16))
    paper.title()
    paper.line(plain("填报单位（盖章）：{{单位.名称}}", 8), plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 4, across="right"))
    paper.line(plain("统计期：{{报表.期间起|yyyy年m月}}至{{报表.期间止|yyyy年m月}}", 8), plain("休息哺乳室　{{汇总.哺乳室数}}　个", 4, across="right"))
    paper.row(section("一、按月统计", 12), height=7)
    _month_heads(paper)
    months = ("开放天数", "使用人次", "使用人数", "孕期人数", "哺乳期人数", "平均时长", "清洁次数", "检查次数", "问题数", "整改数")
    month = replace(number("{{月度.月份|yyyy年m月}}"), size=10)
    paper.records(month, *[number(f"{{{{月度.{name}}}}}") for name in months], value("", 1), height=8)
    totals = [f"{{{{汇总.{name}合计}}}}" for name in months]
    totals[months.index("平均时长")] = "{{汇总.平均时长}}"
    paper.row(head("合计"), *[number(total) for total in totals], value(""), height=8.5)
    paper.row(section("二、各室情况", 12), height=7)
    titles = (("序号", 1), ("名称", 2), ("面积\n（㎡）", 1), ("启用时间", 2), ("星级", 1), ("使用\n人次", 1), ("使用\n人数", 1), ("管理员", 1), ("联系电话", 2))
    paper.row(*[head(title, span) for title, span in titles], height=10)
    names = ("#", "哺乳室名称", "使用面积", "启用时间|yyyy年m月", "星级", "使用人次", "使用人数", "管理员", "管理员电话")
    boxes = [number(f"{{{{哺乳室列表.{name}}}}}", span) for name, (_, span) in zip(names, titles, strict=True)]
    paper.records(*[replace(box, size=10, wrap=box.text.endswith("名称}}")) for box in boxes], height=9)
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
    paper.row(*[head(title, rows=2) for title in tall], head("其中", 2), *[head(title, rows=2) for title in last], height=7)
    paper.row(head("孕期"), head("哺乳期"), height=8)


def _pair(paper: Paper, first: str, one: str, second: str, other: str, height: float = 8) -> None:
    paper.row(label(first), value(one, 3), label(second), value(other, 3), height=height)


def _four(paper: Paper, *pairs: tuple[str, str]) -> None:
    paper.row(*[box for name, answer in pairs for box in (label(name), number(answer))])


FORMS = (room_card, room_use_log, room_use_statistics)
