"""The forms before and during the talks: 协商议题征集表 with its page for one worker, 协商会议记录."""

from __future__ import annotations

from pathlib import Path

from desktop_app.records.wording import TOPIC_CATEGORIES
from forms.boxes import Box, Column, head, label, number, plain, prose, section, value
from forms.drawing import Paper

RECORD_GRID = (10, 20, 20, 14, 22, 12, 18, 48)
ONE_WORKER_GRID = (12, 42, 18, 37, 13, 42)


def items_collection(folder: Path) -> None:
    """HT-01 协商议题征集表: what all women proposed, and the page each of them writes on."""
    columns = (
        Column("序号", 9, "{{协商议题.#}}"),
        _words("议题类别", 26, "{{协商议题.议题类别}}"),
        _words("议题内容及建议标准", 62, "{{协商议题.职工方诉求}}"),
        Column("提出部门", 24, "{{协商议题.提出部门}}", wrap=True),
        Column("附议人数", 17, "{{协商议题.附议人数}}"),
        _words("现行做法", 42, "{{协商议题.现行做法}}"),
        _words("法律政策依据", 44, "{{协商议题.法律政策依据}}"),
        Column("是否列\n入协商", 17, "{{协商议题.列入协商|是/否}}"),
        _words("备注", 20, "{{协商议题.备注}}"),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title()
    paper.line(
        plain("单位：{{单位.名称}}", 3),
        plain("合同名称：{{合同.合同名称}}", 3),
        plain("征集日期：{{合同.议题征集日期|yyyy年m月d日}}", 3, across="right"),
    )
    paper.roster(columns, height=13)
    paper.line(
        plain("共征集议题　{{汇总.议题数}}　项", 3),
        plain("汇总人（签字）：", 3),
        plain("女职工委员会主任（签字）：", 3),
        height=10,
    )
    paper.notes()
    paper.save()
    _one_worker(folder)


def _words(name: str, width: float, text: str) -> Column:
    return Column(name, width, text, wrap=True, across="left")


def _one_worker(folder: Path) -> None:
    """The page handed to every woman; it keeps nothing of the ledger but the unit and the round."""
    said = {"orientation": "portrait", "title": "专项集体合同协商议题征集表（个人页）"}
    paper = Paper(folder, ONE_WORKER_GRID, file="one_worker.xlsx", otherwise=said)
    paper.title()
    paper.line(plain("单位：{{单位.名称}}", 3), plain("合同：{{合同.合同名称}}", 3))
    when = "填写日期：　　年　　月　　日"
    paper.row(label("部门"), number(""), label("姓名"), number("（可以不填）"), number(when, 2), height=10)
    paper.row(section("一、您希望列入协商的内容（可多选，在□内打√）", 6), height=8)
    for start in range(0, len(TOPIC_CATEGORIES), 3):
        texts = [f"□{name}" for name in TOPIC_CATEGORIES[start : start + 3]]
        edges = ("left", "", "right")
        boxes = zip(texts + [""] * (3 - len(texts)), edges, strict=True)
        paper.row(*[Box(text, 2, across="left", indent=1, edges=edge) for text, edge in boxes], height=8)
    paper.row(section("二、您的意见建议", 6), height=8)
    paper.row(head("序号"), head("意见建议", 2), head("理由（现在的做法）", 2), head("期望的标准"), height=9)
    for place in "123":
        paper.row(number(place), prose("", 2), prose("", 2), prose(""), height=38)
    paper.row(section("三、其他想对工会说的话", 6), height=8)
    paper.row(prose("", 6), height=26)
    paper.line(plain("请于　　月　　日前交所在部门女职工委员或者投入意见箱。谢谢您的支持！", 6), height=9)
    paper.save()


def negotiation_record(folder: Path) -> None:
    """HT-07 协商会议记录."""
    paper = Paper(folder, RECORD_GRID)
    paper.title()
    paper.line(plain("单位：{{单位.名称}}", 4), plain("合同名称：{{合同.合同名称}}", 4))
    _pair(paper, "会议次数", "第　{{协商记录.第几次}}　次", "日期", "{{协商记录.日期|yyyy年m月d日}}")
    when = "{{协商记录.开始时间|HH:MM}}　至　{{协商记录.结束时间|HH:MM}}"
    _pair(paper, "地点", "{{协商记录.地点}}", "时间", when)
    _pair(paper, "主持人", "{{协商记录.主持人}}", "记录员", "{{协商记录.记录员}}")
    _pair(paper, "职工方出席", "{{协商记录.职工方出席}}", "企业方出席", "{{协商记录.企业方出席}}", height=11)
    paper.row(label("列席", 2), value("", 6))
    paper.row(label("会议议题", 2), value("{{协商记录.议题}}", 6, across="left"), height=10)
    _items(paper)
    paper.row(label("协商情况", 2), prose("{{协商记录.协商情况}}", 6), height=26)
    suspended = "{{协商记录.中止原因}}\n下次会议：{{协商记录.下次会议日期|yyyy年m月d日}}"
    paper.row(label("分歧、中止\n及下次会议", 2), prose(suspended, 6), height=13)
    for who in ("首席代表\n（签字）", "记录员\n（签字）"):
        paper.row(label(f"职工方{who}", 2), number("", 2), label(f"企业方{who}", 2), number("", 2), height=14)
    paper.notes()
    paper.save()


def _pair(paper: Paper, first: str, one: str, second: str, other: str, height: float = 8.5) -> None:
    paper.row(label(first, 2), value(one, 2), label(second), value(other, 3), height=height)


def _items(paper: Paper) -> None:
    names = ("序号", "议题", "职工方意见", "企业方意见", "协商结果", "约定条款")
    spans = (1, 1, 2, 2, 1, 1)
    texts = (
        "{{列入议题.#}}",
        "{{列入议题.议题类别}}",
        "{{列入议题.职工方诉求}}",
        "{{列入议题.企业方意见}}",
        "{{列入议题.协商结果}}",
        "{{列入议题.条款号}}　{{列入议题.最终条款}}",
    )
    paper.row(*[head(name, span, size=10) for name, span in zip(names, spans, strict=True)], height=9)
    lefts = ("center", "center", "left", "left", "center", "left")
    boxes = [Box(text, span, size=10, across=left) for text, span, left in zip(texts, spans, lefts, strict=True)]
    paper.records(*boxes, height=15)


FORMS = (items_collection, negotiation_record)
