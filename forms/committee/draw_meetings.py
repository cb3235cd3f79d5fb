"""The committee's meetings on paper: 会议记录表 and 签到表."""

from __future__ import annotations

from pathlib import Path

from forms.boxes import Column, head, label, number, plain, prose, section, value
from forms.drawing import Paper

MINUTES = (
    12,
    15,
    43,
    18,
    22,
    18,
    12,
    12,
    12,
)  # questions and answers two to a row, and two lists, on one set of columns


def meeting_record(folder: Path) -> None:
    """ZZ-10 会议记录表."""
    paper = Paper(folder, MINUTES)
    paper.title()
    paper.line(
        plain("单位：{{单位.名称}}", 4),
        plain("第　{{届次.届次}}　届第　{{会议.第几次会议}}　次会议", 5, across="right"),
    )
    paper.row(label("会议名称", 2), value("{{会议.会议名称}}", 7), height=9)
    held = "{{会议.日期|yyyy年m月d日}}　{{会议.开始时间|HH:MM}}—{{会议.结束时间|HH:MM}}"
    _minutes_pair(paper, "时间", held, "会议类型", "{{会议.会议类型}}")
    _minutes_pair(paper, "地点", "{{会议.地点}}", "主持人", "{{会议.主持人}}")
    _minutes_pair(paper, "应到/实到人数", "{{会议.应到人数}}　/　{{会议.实到人数}}", "记录人", "{{会议.记录人}}")
    paper.row(label("列席人员", 2), value("{{会议.列席人员}}", 7), height=9)
    paper.row(label("缺席及原因", 2), value("{{会议.缺席及原因}}", 7), height=9)
    paper.row(section("一、议题及表决", 9), height=7)
    _agenda(paper)
    paper.row(section("二、发言要点", 9), height=7)
    paper.row(prose("{{会议.发言要点}}", 9), height=52)
    paper.row(section("三、决议事项", 9), height=7)
    _resolutions(paper)
    paper.row(label("主持人\n（签字）", 2), value("", 2), label("记录人\n（签字）"), value("", 4), height=13)
    paper.notes()
    paper.save()


def _minutes_pair(paper: Paper, first: str, one: str, second: str, other: str) -> None:
    paper.row(label(first, 2), value(one, 2), label(second), value(other, 4), height=9)


def _agenda(paper: Paper) -> None:
    paper.row(head("序号"), head("议题", 2), head("讨论情况", 3), head("同意"), head("反对"), head("弃权"))
    paper.records(
        number("{{会议议题.#}}"),
        value("{{会议议题.议题}}", 2, across="left"),
        value("{{会议议题.讨论情况}}", 3, across="left"),
        number("{{会议议题.同意}}"),
        number("{{会议议题.反对}}"),
        number("{{会议议题.弃权}}"),
        height=9,
    )


def _resolutions(paper: Paper) -> None:
    paper.row(head("序号"), head("事项", 3), head("责任人"), head("完成时限", 2), head("落实情况", 2))
    paper.records(
        number("{{决议事项.#}}"),
        value("{{决议事项.事项}}", 3, across="left"),
        number("{{决议事项.责任人}}"),
        number("{{决议事项.完成时限|yyyy-mm-dd}}", 2),
        number("{{决议事项.落实情况}}", 2),
        height=9,
    )


def sign_in_sheet(folder: Path) -> None:
    """ZZ-11 签到表."""
    columns = (
        Column("序号", 11, "{{签到.#}}"),
        Column("姓名", 22, "{{签到.姓名}}", size=11),
        Column("部门（单位）", 36, "{{签到.部门}}", wrap=True),
        Column("职务", 20, "{{签到.职务}}", wrap=True),
        Column("联系电话", 26, "{{签到.联系电话}}"),
        Column("签名", 31),
        Column("备注", 18, "{{签到.备注}}", wrap=True),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title()
    paper.row(label("会议（活动）", 2), value("{{会议.会议名称}}", 5), height=9)
    held = "{{会议.日期|yyyy年m月d日}}　{{会议.开始时间|HH:MM}}"
    paper.row(label("时间", 2), value(held, 2), label("地点"), value("{{会议.地点}}", 2), height=9)
    paper.row(label("主办", 2), value("{{工会.名称}}", 2), label("主持人"), value("{{会议.主持人}}", 2), height=11)
    paper.roster(columns, height=8.2)
    paper.line(
        plain("应到　{{会议.应到人数}}　人，实到　{{会议.实到人数}}　人，请假　{{汇总.请假人数}}　人", 4),
        plain("记录人：{{会议.记录人}}", 3),
        height=10,
    )
    paper.save()
    _sign_in_two_columns(folder)


def _sign_in_two_columns(folder: Path) -> None:
    """ZZ-11 签到表, 50 names to a page."""
    columns = tuple(
        column
        for side in "左右"
        for column in (
            Column("序号", 10, f"{{{{签到双栏.{side}序号}}}}"),
            Column("姓名", 20, f"{{{{签到双栏.{side}姓名}}}}", size=10.5),
            Column("部门（单位）", 25, f"{{{{签到双栏.{side}部门}}}}", wrap=True, size=9),
            Column("签名", 27),
        )
    )
    paper = Paper(folder, [column.width for column in columns], file="two_columns.xlsx")
    paper.title()
    paper.row(label("会议（活动）", 2), value("{{会议.会议名称}}", 6), height=9)
    held = "{{会议.日期|yyyy年m月d日}}　{{会议.开始时间|HH:MM}}"
    paper.row(label("时间", 2), value(held, 3), label("地点"), value("{{会议.地点}}", 2), height=9)
    paper.row(label("主办", 2), value("{{工会.名称}}", 3), label("主持人"), value("{{会议.主持人}}", 2), height=9)
    paper.roster(columns, height=7.4)
    counts = "应到　{{会议.应到人数}}　人，实到　{{会议.实到人数}}　人，请假　{{汇总.请假人数}}　人"
    paper.line(plain(counts, 5), plain("记录人：{{会议.记录人}}", 3), height=10)
    paper.save()
