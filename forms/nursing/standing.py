"""What a nursing room asks of its superiors: 创建（提质）申报表、星级评定考核表."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop_app.records.wording import ROOM_CATEGORIES
from forms.boxes import Box, head, label, number, plain, section, ticks, value
from forms.drawing import Paper

SIGNING = "（盖章）　　　　　　\n负责人（签字）：　　　　　　　　\n年　　月　　日"


def room_application(folder: Path) -> None:
    """BR-08 创建（提质）申报表: on two pages; there is room on the second for what long answers push off the first."""
    paper = Paper(folder)
    paper.title()
    paper.line(plain("申报日期：{{申报.申报日期|yyyy年m月d日}}", 10, across="right"))
    _applicant(paper)
    paper.essay("现有条件", "{{申报.现有条件}}", 22)
    paper.essay("建设（提升）\n内容", "{{申报.建设（提升）内容}}", 26)
    _budget(paper)
    paper.pair("总投入（元）", "{{申报.总投入|#,##0.00}}", "其中自筹（元）", "{{申报.自筹金额|#,##0.00}}")
    paper.pair("申请补助（元）", "{{申报.申请补助|#,##0.00}}", "计划完成时间", "{{申报.计划完成时间|yyyy年m月d日}}")
    paper.essay("管理措施", "{{申报.管理措施}}", 48)
    paper.pair("联系人", "{{申报.申报联系人}}", "联系电话", "{{申报.申报联系电话}}")
    paper.seals(("单位意见：", SIGNING, 5), ("单位工会意见：", SIGNING, 5), height=66)
    paper.seals(("县（区）总工会意见：", SIGNING, 5), ("市总工会意见：", SIGNING, 5), height=66)
    paper.notes()
    paper.save()


def _applicant(paper: Paper) -> None:
    paper.whole("申报单位", "{{单位.名称}}")
    paper.pair("单位性质", "{{单位.单位类别}}", "申报类别", ticks("申报.申报类别", ("新建", "提质")))
    paper.pair("原哺乳室", "{{申报.原哺乳室}}", "原启用时间", "{{申报.原启用时间|yyyy年m月}}")
    paper.whole("原使用情况", "{{申报.原使用情况}}", height=15)
    paper.four(
        ("职工数", "{{人数.职工总数}}"),
        ("女职工数", "{{人数.女职工数}}"),
        ("孕期女职工", "{{人数.孕期女职工数}}"),
        ("哺乳期女职工", "{{人数.哺乳期女职工数}}"),
    )
    place = replace(value("{{申报.拟建地点}}", 6, across="left"), indent=1)
    paper.row(label("拟建地点", 2), place, label("面积（㎡）"), number("{{申报.面积}}"), height=8.5)
    paper.whole("类型", ticks("申报.哺乳室类型", ROOM_CATEGORIES))


def _budget(paper: Paper) -> None:
    paper.row(section("拟配置清单与预算", 10), height=7)
    columns = (
        ("序号", 1, "#", ""),
        ("名称", 3, "名称", ""),
        ("数量", 1, "数量", ""),
        ("单价（元）", 3, "单价|#,##0.00", "right"),
        ("金额（元）", 2, "金额|#,##0.00", "right"),
    )
    paper.row(*[head(title, span) for title, span, _, _ in columns], height=7.5)
    paper.records(*[_cell(name, span, side) for _, span, name, side in columns], height=6.6)
    total = replace(number("{{汇总.申报预算合计|#,##0.00}}", 2), across="right", indent=1)
    paper.row(head("合计", 8), total, height=7)


def _cell(name: str, span: int, side: str) -> Box:
    box = value(f"{{{{申报预算.{name}}}}}", span)
    return replace(box, across=side, indent=1, wrap=False) if side else box


_STAR_WIDTHS = (24, 18, 40, 29, 17, 18, 18)


def room_stars(folder: Path) -> None:
    """BR-09 星级评定考核表: conditions that pile up, not points; what is said of them on a sheet behind."""
    paper = Paper(folder, _STAR_WIDTHS)
    paper.title()
    paper.line(
        plain("自评日期：{{星评.自评日期|yyyy年m月d日}}", 3), plain("自评人：{{星评.自评人}}", 4, across="right")
    )
    for question, answer in (("所属上级工会", "{{工会.上级工会}}"), ("所在单位", "{{单位.名称}}")):
        paper.row(label(question), replace(value(answer, 6, across="left"), indent=1), height=8)
    name, since = value("{{哺乳室.哺乳室名称}}", 2), value("{{哺乳室.启用时间|yyyy年m月}}", 3)
    paper.row(label("哺乳室名称"), name, label("建室时间"), since, height=8)
    paper.row(
        label("哺乳室类型"), replace(value(ticks("哺乳室.类型", ROOM_CATEGORIES), 6, across="left"), indent=1), height=8
    )
    heads = ("考核项目", "必备条件\n（星级）", "具体项目内容", "自评", "区县局\n评估", "综合\n评定")
    spans = (1, 1, 2, 1, 1, 1)
    paper.heads(*[head(title, span, size=10) for title, span in zip(heads, spans, strict=True)], height=11)
    content = replace(value("{{星评条件.具体项目内容}}", 2, across="left"), size=10, indent=1)
    kept = [value(f"{{{{星评条件.{name}|合并}}}}") for name in ("考核项目", "必备条件")]
    paper.records(*kept, content, number("{{星评条件.小屋自评|是/否}}"), number(""), number(""), height=6.4)
    _opinions(folder, paper)
    paper.save()


def _opinions(folder: Path, behind: Paper) -> None:
    paper = Paper(folder, _STAR_WIDTHS, behind=behind, otherwise={"title": "星级评定意见"})
    paper.title()
    name = "哺乳室名称：{{哺乳室.哺乳室名称}}"
    paper.line(plain(name, 3), plain("自评日期：{{星评.自评日期|yyyy年m月d日}}", 4, across="right"))
    paper.row(label("自评星级"), value("{{汇总.自评星级}}", 6), height=12)
    paper.row(label("自评说明"), replace(value("{{星评.自评说明}}", 6, across="left"), indent=1), height=24)
    paper.seals(("自评单位：", SIGNING, 3), ("区县局（产业）工会评估意见：", SIGNING, 4), height=78)
    paper.seals(("综合评定：", SIGNING, 7), height=78)
    paper.notes()
    paper.save()
