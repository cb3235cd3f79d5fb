"""Every name a form may use: the fields of the records under their own labels, and what is computed from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from desktop_app.printing.indicators import INDICATORS
from desktop_app.records import (
    agenda_item,
    attendance,
    committee_member,
    committee_term,
    congress_vote,
    enterprise,
    headcount_snapshot,
    meeting,
    negotiation,
    negotiation_item,
    negotiation_session,
    negotiator,
    nursing_room,
    person,
    resolution,
    room_cleaning,
    room_equipment,
    room_use,
    union,
)
from desktop_app.records.base import RecordType
from desktop_app.records.fields import Code, Day, Kind, Measure, Number, Phone, Text, YesNo


@dataclass(frozen=True)
class Scope:
    """The first word of a name: one record (届次), one line per record (委员), or figures (汇总).

    ``via`` leads to the ``also`` type, whose fields are offered too: a member's seat and the person in it.
    """

    name: str
    meaning: str
    record_type: RecordType | None = None
    is_list: bool = False
    also: RecordType | None = None
    via: str = ""
    computed: tuple[Kind, ...] = ()


@dataclass(frozen=True)
class Entry:
    """One name: where its value comes from (no ``field`` where it is computed) and what kind of value it is."""

    name: str
    scope: Scope
    kind: Kind
    record_type: RecordType | None = None
    field: str = ""

    @property
    def meaning(self) -> str:
        """What the name stands for, in one line."""
        if not self.field:
            return self.kind.help or f"{self.scope.meaning}：{self.kind.label}"
        return f"{self.scope.meaning}：{self.kind.label}" + (f"（{self.kind.help}）" if self.kind.help else "")

    @property
    def is_code(self) -> bool:
        """Whether its digits are a name rather than a number, and stay text in Excel."""
        return isinstance(self.kind, Code)

    @property
    def is_sensitive(self) -> bool:
        """Whether it is personal and shown with care."""
        return self.kind.sensitive


_REPORT = (
    Day("填报日期", help="表上的日期"),
    Text("期间", help="本表的期间，如 2026年 或 2026年3月"),
    Day("期间起", help="期间的第一天"),
    Day("期间止", help="期间的最后一天"),
    Number("年度", help="期间所在的年份"),
    Text("填表人", help="填表人姓名：本次指定的，否则设置里的、打开台账的人、工会联系人"),
    Text("审核人", help="审核人姓名（设置）"),
    Text("单位负责人", help="单位负责人姓名（设置；未设则为法定代表人）"),
    Phone("联系电话", sensitive=False, help="填表人电话（设置；未设则为工会联系人电话）"),
)

_TOTALS = (
    YesNo("有女职工委员会", help="截止日有届次在任期内，组织形式为女职工委员会"),
    Number("委员人数", unit="人", help="在任的女职工委员会成员，含主任、副主任"),
    Number("专职人数", unit="人", help="在任成员中专职的"),
    Number("兼职人数", unit="人", help="在任成员中兼职的"),
    Number("挂职人数", unit="人", help="在任成员中挂职的"),
    Text("副主任姓名", help="在任副主任的姓名，以顿号相连"),
    YesNo("主任兼任工会主席", help="在任主任的工会职务含“主席”（主席或副主席）"),
    Measure("女职工占比", help="女职工数除以职工总数，小数；印成百分比用格式 0.0%", places=4),
    YesNo("有专项集体合同", help="截止日有已签订的合同在合同期限之内"),
    YesNo("经人社审查", help="该合同的审查结论为无异议自动生效或书面同意"),
    Number("哺乳室数", unit="个", help="启用中的哺乳室"),
    Measure("哺乳室面积", unit="㎡", help="启用中的哺乳室的使用面积之和"),
    Number("出席人数", unit="人", help="该会议签到为出席的人数"),
    Number("请假人数", unit="人", help="该会议签到为请假的人数"),
    Number("缺席人数", unit="人", help="该会议签到为缺席的人数"),
    Number("职工方代表人数", unit="人", help="职工方协商代表，不含记录员"),
    Number("企业方代表人数", unit="人", help="企业方协商代表，不含记录员"),
    Number("职工方女代表人数", unit="人", help="职工方协商代表中的女性，不含记录员"),
    Number("议题数", unit="项", help="该合同的协商议题"),
    Number("采纳数", unit="项", help="协商结果为采纳或部分采纳的议题"),
)

# What a nursing room was used for in a stretch of time: a month of 月度, or the whole period in 汇总.
_USE = (
    Number("开放天数", unit="天", help="有使用、清洁或检查记录的不同日数，各室合计"),
    Number("使用人次", unit="人次", help="使用登记的条数"),
    Number("使用人数", unit="人", help="使用登记里不同的姓名；都没有记名时为空"),
    Number("孕期人数", unit="人", help="事由为孕期休息的不同使用人；没有记名的每条算一人"),
    Number("哺乳期人数", unit="人", help="事由为哺乳、吸奶的不同使用人；没有记名的每条算一人"),
    Number("平均时长", unit="分钟", help="写明进出时间的登记平均每次分钟数，四舍五入"),
    Number("清洁次数", unit="次", help="清洁消毒记录的条数"),
    Number("检查次数", unit="次", help="设施检查的次数"),
    Number("问题数", unit="项", help="设施检查中有问题的项目"),
    Number("整改数", unit="项", help="有问题的项目中已写完成日期的"),
)


def _whole_period(kind: Kind) -> Kind:
    """The same figure over the whole period: 使用人次合计; an average is no sum."""
    label = kind.label if kind.label == "平均时长" else f"{kind.label}合计"
    return replace(kind, label=label, help=f"期间内{kind.help}")


SCOPES: tuple[Scope, ...] = (
    Scope("单位", "单位概况", enterprise.TYPE),
    Scope("工会", "工会概况", union.TYPE),
    Scope("人数", "不晚于期末的最近一次人数", headcount_snapshot.TYPE),
    Scope("届次", "女职工委员会届次", committee_term.TYPE),
    Scope("主任", "在任主任", committee_member.TYPE, also=person.TYPE, via="person_id"),
    Scope("副主任", "在任副主任（第一位）", committee_member.TYPE, also=person.TYPE, via="person_id"),
    Scope("会议", "会议", meeting.TYPE),
    Scope("合同", "专项集体合同", negotiation.TYPE),
    Scope("职代会", "职代会审议表决", congress_vote.TYPE),
    Scope("职工方首席", "职工方首席代表", negotiator.TYPE),
    Scope("企业方首席", "企业方首席代表", negotiator.TYPE),
    Scope("哺乳室", "女职工休息哺乳室", nursing_room.TYPE),
    Scope("报表", "本表", computed=_REPORT),
    Scope("统计", "年度统计指标", computed=INDICATORS),
    Scope("汇总", "算出来的合计", computed=_TOTALS + tuple(_whole_period(kind) for kind in _USE)),
    Scope("委员", "在任委员", committee_member.TYPE, True, person.TYPE, "person_id"),
    Scope("会议议题", "会议的议题", agenda_item.TYPE, True),
    Scope("决议事项", "会议的决议", resolution.TYPE, True),
    Scope("签到", "会议签到", attendance.TYPE, True),
    Scope(
        "女职工",
        "在职女职工",
        person.TYPE,
        True,
        computed=(Number("年龄", unit="岁", help="女职工在表上日期的周岁"),),
    ),
    Scope("协商代表", "双方协商代表", negotiator.TYPE, True),
    Scope("职工方代表", "职工方协商代表", negotiator.TYPE, True),
    Scope("企业方代表", "企业方协商代表", negotiator.TYPE, True),
    Scope("协商议题", "协商议题", negotiation_item.TYPE, True),
    Scope("协商会议", "协商会议", negotiation_session.TYPE, True),
    Scope("设备设施", "哺乳室的设备设施", room_equipment.TYPE, True),
    Scope(
        "使用登记",
        "哺乳室本期使用登记",
        room_use.TYPE,
        True,
        computed=(Number("时长", unit="分钟", help="从进入到离开的分钟数"),),
    ),
    Scope("清洁消毒", "哺乳室本期清洁消毒", room_cleaning.TYPE, True),
    Scope("哺乳室列表", "每个哺乳室", nursing_room.TYPE, True, computed=_USE[1:3]),
    Scope(
        "月度",
        "期间内每月一行的哺乳室使用情况",
        is_list=True,
        computed=(Day("月份", help="该月的第一天；印成月份用格式 yyyy年m月"), *_USE),
    ),
)


@cache
def scopes() -> dict[str, Scope]:
    """The scopes by name."""
    return {scope.name: scope for scope in SCOPES}


@cache
def names() -> dict[str, Entry]:
    """Every name a form may use, in the order officers look for them."""
    return {entry.name: entry for scope in SCOPES for entry in _entries(scope)}


def list_names() -> frozenset[str]:
    """The scopes that stand for one line per record."""
    return frozenset(scope.name for scope in SCOPES if scope.is_list)


def unknown(wanted: set[str]) -> list[str]:
    """Those of ``wanted`` that no form may use; a list's running number (``委员.#``) is known."""
    lists = list_names()
    return sorted(name for name in wanted if name not in names() and not (name.endswith(".#") and name[:-2] in lists))


def _entries(scope: Scope) -> list[Entry]:
    found: dict[str, Entry] = {}
    for record_type in (scope.record_type, scope.also):
        for field, kind in (record_type.fields if record_type else {}).items():
            hidden = scope.is_list and field in (record_type.links() if record_type else ())
            if field != scope.via and not hidden:
                found.setdefault(kind.label, Entry(f"{scope.name}.{kind.label}", scope, kind, record_type, field))
    for kind in scope.computed:
        found[kind.label] = Entry(f"{scope.name}.{kind.label}", scope, kind)
    return list(found.values())
