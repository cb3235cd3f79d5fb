"""The first words of the names a form may use: which record each speaks of, and what is computed beside it."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, replace

from desktop_app.printing.computed import (
    AGE,
    CHECKED,
    CLEANING,
    DUE,
    ELECTION,
    RATE,
    REPLACED,
    REPORT,
    SIGNED_IN,
    TOTALS,
    USE,
    WHEN,
    whole_period,
)
from desktop_app.printing.indicators import INDICATORS
from desktop_app.printing.rulings import RULINGS
from desktop_app.records.base import RecordType
from desktop_app.records.fields import Amount, Choice, Day, Kind, Measure, Number, Text
from desktop_app.records.registry import record_type


@dataclass(frozen=True)
class Scope:
    """The first word of a name: one record (届次), one line per record (委员), or figures (汇总).

    ``kind`` is the record's kind; ``via`` is its link to a person whose fields are offered too: a member's seat and
    who sits in it.
    """

    name: str
    meaning: str
    kind: str = ""
    _: KW_ONLY
    via: str = ""
    computed: tuple[Kind, ...] = ()
    is_list: bool = False
    is_subject: bool = False  # a form about a record of this kind speaks of that very record by this name
    within: str = ""  # the field, a day or a year, by which only records of the form's period belong
    only: tuple[tuple[str, str], ...] = ()  # fields and the words they must hold

    @property
    def record_type(self) -> RecordType | None:
        """The type of its records; None for figures."""
        return record_type(self.kind) if self.kind else None

    @property
    def also(self) -> RecordType | None:
        """The type to which ``via`` leads."""
        of = self.record_type
        return record_type(of.links()[self.via].to) if of and self.via else None


_ONE_RECORD = (
    Scope("单位", "单位概况", "enterprise"),
    Scope("工会", "工会概况", "union_committee"),
    Scope("人数", "不晚于期末的最近一次人数", "headcount_snapshot"),
    Scope("届次", "女职工委员会届次", "committee_term", is_subject=True),
    Scope("上届", "上一届女职工委员会", "committee_term"),
    Scope("主任", "在任主任", "committee_member", via="person_id"),
    Scope("副主任", "在任副主任（第一位）", "committee_member", via="person_id"),
    Scope("本人", "表上的这位委员（候选人）", "committee_member", via="person_id", computed=AGE, is_subject=True),
    Scope("选举", "换届选举", "election", computed=ELECTION, is_subject=True),
    Scope("变动", "委员变动；人员各项是拟任人员的", "member_change", via="in_person_id", computed=AGE, is_subject=True),
    Scope("会议", "会议", "meeting", is_subject=True),
    Scope("工作报告", "年度工作报告", "work_report", within="year", is_subject=True),
    Scope("合同", "专项集体合同", "negotiation", computed=DUE, is_subject=True),
    Scope("职代会", "职代会审议表决", "congress_vote", is_subject=True),
    Scope("职工方首席", "职工方首席代表", "negotiator", only=(("side", "职工方"), ("role", "首席代表"))),
    Scope("企业方首席", "企业方首席代表", "negotiator", only=(("side", "企业方"), ("role", "首席代表"))),
    Scope("委托", "首席代表授权委托", "authorization", is_subject=True),
    Scope("协商记录", "一次协商会议", "negotiation_session", is_subject=True),
    Scope("履约检查", "一次履约检查", "performance_inspection", computed=RATE, is_subject=True),
    Scope("哺乳室", "女职工休息哺乳室", "nursing_room", is_subject=True),
    Scope(
        "申报",
        "哺乳室创建（提质）申报",
        "room_application",
        computed=(Day("原启用时间", or_month=True, help="原哺乳室的启用时间"),),
        is_subject=True,
    ),
    Scope("星评", "哺乳室星级自评", "star_assessment", is_subject=True),
    Scope("活动", "活动", "activity", computed=WHEN, is_subject=True),
    Scope("自查", "劳动保护自查", "protection_check", is_subject=True),
    Scope("来访", "来信来访", "visit", is_subject=True),
    Scope("交接", "工作交接", "handover", is_subject=True),
    Scope("争议", "合同争议", "contract_dispute", is_subject=True),
    Scope("原合同", "上一份专项集体合同", "negotiation"),
    Scope("规定", "本单位适用的规定", computed=RULINGS),
    Scope("报表", "本表", computed=REPORT),
    Scope("统计", "年度统计指标", computed=INDICATORS),
    Scope("汇总", "算出来的合计", computed=TOTALS + tuple(whole_period(kind) for kind in USE)),
)

_LISTS = (
    Scope("委员", "在任委员", "committee_member", via="person_id", computed=AGE, is_list=True),
    Scope("会议议题", "会议的议题", "agenda_item", is_list=True),
    Scope("决议事项", "会议的决议", "resolution", is_list=True),
    Scope("签到", "会议签到", "attendance", is_list=True),
    Scope(
        "签到双栏",
        "会议签到，左右两栏，每页五十人",
        is_list=True,
        computed=tuple(replace(kind, label=side + kind.label) for side in "左右" for kind in SIGNED_IN),
    ),
    Scope("女职工", "在职女职工", "person", computed=AGE, is_list=True),
    Scope("工作计划", "年度工作计划", "plan_item", within="year", is_list=True),
    Scope("协商代表", "双方协商代表", "negotiator", is_list=True),
    Scope("职工方代表", "职工方协商代表", "negotiator", only=(("side", "职工方"),), is_list=True),
    Scope("企业方代表", "企业方协商代表", "negotiator", only=(("side", "企业方"),), is_list=True),
    Scope(
        "职工方更换",
        "接替原代表的职工方代表",
        "negotiator",
        computed=REPLACED,
        only=(("side", "职工方"),),
        is_list=True,
    ),
    Scope(
        "企业方更换",
        "接替原代表的企业方代表",
        "negotiator",
        computed=REPLACED,
        only=(("side", "企业方"),),
        is_list=True,
    ),
    Scope("协商议题", "协商议题", "negotiation_item", is_list=True),
    Scope("列入议题", "列入协商的议题：没有写明不列入的", "negotiation_item", is_list=True),
    Scope("商定议题", "采纳或部分采纳、写了最终条款的议题", "negotiation_item", is_list=True),
    Scope("协商会议", "协商会议", "negotiation_session", is_list=True),
    Scope(
        "合同条款",
        "合同的条文",
        "contract_clause",
        computed=(
            Text("条序", help="第一条、第二条……"),
            Text("章标题", help="每章第一条处为 第一章 总则，其余为空"),
        ),
        is_list=True,
    ),
    Scope("检查条款", "履约检查的条款", "performance_inspection_line", is_list=True),
    Scope(
        "合同列表",
        "每份专项集体合同",
        "negotiation",
        computed=(
            Choice("合同状态", options=("协商中", "待生效", "有效", "三个月内到期", "已到期"), help="截止日的状态"),
            Day("职代会通过日期", help="职代会（职工大会）全体代表过半数赞成的日期"),
            Day("履约检查日期", help="最近一次履约检查"),
            *RATE,
        ),
        is_list=True,
    ),
    Scope(
        "设备设施", "哺乳室的设备设施", "room_equipment", computed=(Amount("金额", help="单价乘数量"),), is_list=True
    ),
    Scope(
        "使用登记",
        "哺乳室本期使用登记",
        "room_use",
        within="used_on",
        computed=(Number("时长", unit="分钟", help="从进入到离开的分钟数"),),
        is_list=True,
    ),
    Scope("清洁消毒", "哺乳室本期清洁消毒", "room_cleaning", within="cleaned_on", is_list=True),
    Scope(
        "每日清洁",
        "哺乳室本期清洁消毒，每天一行，没有清洁的一天也有",
        is_list=True,
        computed=(Number("日", help="当月的第几天"), *CLEANING),
    ),
    Scope("哺乳室列表", "每个哺乳室", "nursing_room", computed=USE[1:3], is_list=True),
    Scope(
        "检查表",
        "哺乳室本期设施检查，每个项目一行，各次并列",
        is_list=True,
        computed=(
            Number("序号", help="检查项目的顺序；检查日期、检查人两行没有"),
            Text("检查项目", help="检查的项目，末两行是检查日期和检查人"),
            Text("标准", help="这一项应当怎样（本程序的建议，单位可以自定）"),
            *(Text(f"第{number}次", help=f"本期第{number}次检查的情况：√ 正常，× 有问题") for number in "一二三四五"),
            Text("问题描述", help="本期各次的问题"),
            Text("处理", help="本期各次的处理"),
            Day("完成日期", help="这一项的问题都处理完的日期；还有没处理完的为空"),
        ),
    ),
    Scope(
        "月度",
        "期间内每月一行的哺乳室使用情况",
        is_list=True,
        computed=(Day("月份", help="该月的第一天；印成月份用格式 yyyy年m月"), *USE),
    ),
    Scope("申报预算", "哺乳室申报的预算", "room_application_line", is_list=True),
    Scope("星评条件", "星级自评的条件", "star_assessment_line", is_list=True),
    Scope("活动列表", "本期的活动", "activity", within="held_on", is_list=True),
    Scope("预算明细", "活动的预算和决算", "activity_expense", is_list=True),
    Scope("签领", "活动的签领", "activity_receipt", is_list=True),
    Scope(
        "健康检查",
        "本期的健康检查",
        "health_check",
        within="checked_on",
        computed=CHECKED,
        is_list=True,
    ),
    Scope(
        "两癌检查",
        "本期的妇科（“两癌”）检查",
        "health_check",
        within="checked_on",
        only=(("category", "妇科（“两癌”）检查"),),
        computed=CHECKED,
        is_list=True,
    ),
    Scope("自查项目", "劳动保护自查的项目", "protection_check_line", is_list=True),
    Scope("荣誉", "本期的荣誉", "honour", within="awarded_on", is_list=True),
    *(
        Scope(f"移交{part}", f"交接明细：{part}", "handover_line", only=(("part", part),), is_list=True)
        for part in ("档案资料", "印章证照", "账号权限", "经费物资", "未办结事项", "重要时点")
    ),
    Scope("报送台账", "本期的报送记录", "submission", within="submitted_on", is_list=True),
    Scope(
        "月度事项",
        "本月要办的事和已办的事，按截止日期",
        is_list=True,
        computed=(
            Text("截止日期", help="最后一天；没有的写“本月”"),
            Text("事项", help="要办的事"),
            Text("依据", help="规定、计划或会议"),
            Text("完成情况", help="已办的写办结日期，其余留给笔"),
        ),
    ),
    Scope(
        "年报数据",
        "统计年报的女职工数据，每个指标一行",
        is_list=True,
        computed=(
            Text("指标", help="指标名称"),
            Text("计量单位", help="指标的单位"),
            Measure("本年数", help="本期的数", places=2),
            Measure("上年数", help="上一年同口径的数", places=2),
            Measure("增减", help="本年数减上年数", places=2),
            Text("取数来源", help="台账里的哪些记录，或手工填报的说明"),
            Text("口径说明", help="这个指标在台账里怎样数"),
        ),
    ),
)

SCOPES: tuple[Scope, ...] = _ONE_RECORD + _LISTS
