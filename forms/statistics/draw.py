"""The yearly statistics: TJ-01, numbered as the forms survey numbers its indicators, and TJ-02, to be copied from."""

from __future__ import annotations

from pathlib import Path

from forms.boxes import Column, head, number, plain, section, value
from forms.drawing import Paper

# (number, indicator, unit); an indicator that begins with a space is part of the one above.
INDICATORS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "一、组织建设": (
        ("01", "职工总数", "人"),
        ("02", "女职工数", "人"),
        ("03", "工会会员数", "人"),
        ("04", "女会员数", "人"),
        ("05", "工会女职工委员会", "个"),
        ("06", "女职工小组", "个"),
        ("07", "女职工委员会委员", "人"),
        ("08", " 其中：专职", "人"),
        ("09", " 　　　兼职（含挂职）", "人"),
        ("10", "女职工干部培训", "人次"),
        ("11", "女职工委员会会议", "次"),
    ),
    "二、思想引领与建功立业": (
        ("12", "宣讲、教育活动", "次"),
        ("13", " 参加人次", "人次"),
        ("14", "劳动和技能竞赛", "项"),
        ("15", " 参赛女职工", "人次"),
        ("16", "技能培训", "期"),
        ("17", " 参训女职工", "人次"),
        ("18", "提升技能等级女职工", "人"),
        ("19", "女职工合理化建议", "条"),
        ("20", " 其中：采纳", "条"),
        ("21", "女职工创新工作室", "个"),
        ("22", "获县级以上荣誉女职工集体", "个"),
        ("23", "获县级以上荣誉女职工个人", "人"),
    ),
    "三、维护权益": (
        ("24", "女职工权益保护专项集体合同", "份"),
        ("25", " 其中：单独签订", "份"),
        ("26", " 　　　集体合同附件或专章", "份"),
        ("27", "覆盖女职工数", "人"),
        ("28", "合同是否在有效期内", "是/否"),
        ("29", "履约监督检查", "次"),
        ("30", "普法宣传活动", "场次"),
        ("31", " 参与人次", "人次"),
        ("32", " 发放资料", "份"),
        ("33", "女职工来信来访", "件次"),
        ("34", "受理侵害女职工权益案件", "件"),
        ("35", " 其中：办结", "件"),
        ("36", "发出提示函、意见书", "件"),
        ("37", "女职工卫生费发放人数", "人"),
        ("38", "女职工卫生费发放金额", "元"),
    ),
    "四、健康与关爱": (
        ("39", "妇科病、“两癌”检查人数", "人"),
        ("40", " 其中：首次检查或困难女职工", "人"),
        ("41", "职业健康检查女职工", "人"),
        ("42", "女职工休息哺乳室", "个"),
        ("43", " 使用面积", "㎡"),
        ("44", " 受益女职工数", "人"),
        ("45", " 本年使用人次", "人次"),
        ("46", "托管（托育）班", "个"),
        ("47", " 托管儿童数", "人"),
        ("48", " 托管天数", "天"),
        ("49", "单亲困难女职工建档", "人"),
        ("50", " 帮扶人次", "人次"),
        ("51", " 帮扶金额", "元"),
        ("52a", "心理关爱活动", "次"),
        ("52b", " 参加人次", "人次"),
        ("53a", "婚恋交友活动", "次"),
        ("53b", " 参加人数", "人"),
        ("53c", " 牵手成功", "对"),
        ("54a", "女职工读书活动", "次"),
        ("54b", " 参加人次", "人次"),
        ("54c", " 作品", "件"),
    ),
    "五、工作保障": (
        ("55", "女职工工作专项经费支出", "元"),
        ("56a", "报送女职工工作信息", "篇"),
        ("56b", " 其中：被采用", "篇"),
    ),
}


def yearly_statistics(folder: Path) -> None:
    """TJ-01 工会女职工工作情况年度统计表."""
    paper = Paper(folder, (16, 82, 20, 26, 20))
    paper.title()
    paper.line(
        plain("填报单位（盖章）：{{单位.名称}}", 2),
        plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 3, across="right"),
        height=7,
    )
    paper.line(plain("统计期：{{报表.期间起|yyyy年m月d日}}至{{报表.期间止|yyyy年m月d日}}", 5), height=7)
    paper.heads(*[head(title) for title in ("代码", "指标名称", "计量单位", "数量", "备注")], height=8)
    for title, lines in INDICATORS.items():
        paper.row(section(title, 5), height=6.5)
        for code, indicator, unit in lines:
            if code == "33":
                paper.page_break()  # the same two pages in every office program
            _line(paper, code, indicator, unit)
    paper.line(plain("单位负责人：{{报表.单位负责人}}", 2), plain("工会主席：{{工会.主席}}", 3), height=8)
    paper.line(plain("填表人：{{报表.填表人}}", 2), plain("联系电话：{{报表.联系电话}}", 3), height=7)
    paper.line(plain("报出日期：　　　　年　　月　　日", 5), height=7)
    paper.notes()
    paper.save()


def _line(paper: Paper, code: str, indicator: str, unit: str) -> None:
    shown = {"是/否": "|是/否", "元": "|#,##0.00"}.get(unit, "")
    text = "　" * (2 if indicator.startswith(" ") else 0) + indicator.strip(" ")
    name_cell = value(text, across="left")
    paper.row(number(code), name_cell, number(unit), number(f"{{{{统计.{code}{shown}}}}}"), value(""), height=6.1)


def yearbook_data(folder: Path) -> None:
    """TJ-02 统计年报女职工数据准备单."""
    columns = (
        Column("序号", 8, "{{年报数据.#}}"),
        Column("代码", 12),
        Column("指标", 39, "{{年报数据.指标}}", across="left"),
        Column("计量\n单位", 10, "{{年报数据.计量单位}}"),
        Column("本年数", 13, "{{年报数据.本年数}}"),
        Column("上年数", 13, "{{年报数据.上年数}}"),
        Column("增减", 10, "{{年报数据.增减}}"),
        Column("取数来源", 26, "{{年报数据.取数来源}}", wrap=True, across="left", size=8),
        Column("口径说明", 33, "{{年报数据.口径说明}}", wrap=True, across="left", size=8),
    )
    paper = Paper(folder, [column.width for column in columns])
    paper.title()
    paper.line(
        plain("单位：{{单位.名称}}", 4), plain("填报日期：{{报表.填报日期|yyyy年m月d日}}", 5, across="right"), height=7
    )
    paper.line(plain("统计期：{{报表.期间起|yyyy年m月d日}}至{{报表.期间止|yyyy年m月d日}}", 9), height=7)
    paper.roster(columns, height=6.2)
    paper.line(plain("填表人：{{报表.填表人}}", 4), plain("审核人：{{报表.审核人}}", 5), height=8)
    paper.notes()
    paper.save()


FORMS = (yearly_statistics, yearbook_data)
