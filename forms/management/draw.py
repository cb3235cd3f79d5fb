"""The forms of the office's own work: 交接清单、报送台账、月度安排."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from forms.boxes import Box, Column, head, number, plain, section, value
from forms.drawing import Paper

# 164 mm on which six lists stand: a number, the name, and four columns that each list cuts its own way.
_LISTS = (10, 46, 24, 21, 13, 32, 18)

# Each part of the handover: its heads and, beneath, what stands there with the columns it covers.
_PARTS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "档案资料": (
        ("名称", "名称", 1),
        ("载体", "载体", 1),
        ("年度", "年份", 1),
        ("数量", "数量", 1),
        ("存放位置（路径）", "存放位置", 1),
        ("备注", "备注", 1),
    ),
    "印章证照": (("名称", "名称", 1), ("数量", "数量", 1), ("存放位置", "存放位置", 2), ("备注", "备注", 2)),
    "账号权限": (
        ("平台（群）", "名称", 1),
        ("账号", "载体", 1),
        ("已改密码", "已改密码|是/否", 2),
        ("备注", "备注", 2),
    ),
    "经费物资": (("名称", "名称", 1), ("数量", "数量", 1), ("存放位置", "存放位置", 2), ("备注", "备注", 2)),
    "未办结事项": (
        ("事项", "名称", 1),
        ("进度", "载体", 1),
        ("截止日期", "截止日期|yyyy-mm-dd", 2),
        ("联系人", "联系人", 2),
    ),
    "重要时点": (("事项", "名称", 1), ("日期", "截止日期|yyyy-mm-dd", 1), ("备注", "备注", 4)),
}


def handover_list(folder: Path) -> None:
    """GL-01 工作交接清单."""
    paper = Paper(folder, _LISTS)
    paper.title()
    paper.line(plain("单位：{{单位.名称}}", 3), plain("交接日期：{{交接.交接日期|yyyy年m月d日}}", 4, across="right"))
    _people(paper)
    for place, (part, columns) in enumerate(_PARTS.items()):
        if part == "经费物资":
            paper.page_break()  # two full pages: what lies in cupboards and accounts, then what is still to be done
        paper.row(section(f"{'一二三四五六'[place]}、{part}", 7), height=6.4)
        paper.row(head("序号", size=10), *[head(title, span, size=10) for title, _, span in columns], height=6.6)
        lines = [_cell(f"移交{part}", field, span) for _, field, span in columns]
        paper.records(replace(number(f"{{{{移交{part}.#}}}}"), size=10), *lines, height=7.4)
    signed = "年　　月　　日"
    people = (("移交人（签字）：", signed, 2), ("接收人（签字）：", signed, 3), ("监交人（签字）：", signed, 2))
    paper.seals(*people, height=30)
    paper.notes()
    paper.save()


def _people(paper: Paper) -> None:
    people = (("移交人", 2), ("接收人", 2), ("监交人", 3))
    paper.row(*[_told(person, person, span) for person, span in people], height=8.5)
    paper.row(_told("原因", "交接原因", 2), _told("说明", "交接说明", 5), height=10.5)


def _told(asked: str, field: str, span: int) -> Box:
    return replace(value(f"{asked}：{{{{交接.{field}}}}}", span, across="left"), indent=1)


def _cell(scope: str, field: str, span: int) -> Box:
    across = "left" if field in ("名称", "备注", "存放位置") else "center"
    return replace(value(f"{{{{{scope}.{field}}}}}", span, across=across), size=10)


def submission_register(folder: Path) -> None:
    """GL-02 材料报送登记台账."""
    columns = (
        Column("序号", 10, "{{报送台账.#}}"),
        Column("材料名称", 48, "{{报送台账.材料名称}}", wrap=True, across="left"),
        Column("表号", 14, "{{报送台账.表号}}"),
        Column("期间", 20, "{{报送台账.期间}}"),
        Column("版本", 10, "{{报送台账.版本}}"),
        Column("接收单位（人）", 40, "{{报送台账.接收单位（人）}}", wrap=True),
        Column("方式", 13, "{{报送台账.报送方式}}"),
        Column("份数", 10, "{{报送台账.份数}}"),
        Column("是否\n盖章", 11, "{{报送台账.已盖章|是/否}}"),
        Column("截止日期", 20, "{{报送台账.截止日期|yyyy-mm-dd}}"),
        Column("报送日期", 20, "{{报送台账.报送日期|yyyy-mm-dd}}"),
        Column("回执／退回意见", 27, "{{报送台账.回执}}{{报送台账.退回意见}}", wrap=True),
        Column("存档位置", 18, "{{报送台账.存档位置}}", wrap=True),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title()
    paper.line(plain("单位：{{单位.名称}}", 6), plain("期间：{{报表.期间}}", 7, across="right"))
    paper.roster(columns, height=9.4)
    paper.line(
        plain("登记人：{{报表.填表人}}", 6),
        plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 7, across="right"),
        height=9,
    )
    paper.notes()
    paper.save()


def month_plan(folder: Path) -> None:
    """GL-05 月度女职工工作安排表."""
    columns = (
        Column("序号", 10, "{{月度事项.#}}"),
        Column("截止日期", 22, "{{月度事项.截止日期}}"),
        Column("事项", 60, "{{月度事项.事项}}", wrap=True, across="left"),
        Column("依据", 36, "{{月度事项.依据}}", wrap=True, across="left", size=9),
        Column("责任人", 16, ""),
        Column("完成情况", 20, "{{月度事项.完成情况}}", wrap=True),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title()
    paper.line(plain("单位：{{单位.名称}}", 3), plain("月份：{{报表.期间}}", 3, across="right"))
    paper.roster(columns, height=11)
    paper.line(
        plain("填表人：{{报表.填表人}}", 2),
        plain("女职工委员会主任（签字）：", 1),
        plain("填表日期：{{报表.填报日期|yyyy年m月d日}}", 3, across="right"),
        height=9,
    )
    paper.notes()
    paper.save()


FORMS = (handover_list, submission_register, month_plan)
