"""The names whose values are computed: what they are called, what kind of value they are, and how it comes about."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.records.fields import Amount, Choice, Day, Kind, Link, Measure, Number, Phone, Text, YesNo
from desktop_app.records.registry import record_type

REPORT = (
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

TOTALS = (
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
    Measure("到会比例", help="职代会实到人数除以全体代表，小数", places=4),
    Measure("赞成比例", help="职代会赞成票除以全体代表，小数", places=4),
    YesNo("到会达三分之二", help="职代会实到人数不少于全体代表的三分之二"),
    YesNo("赞成过半数", help="职代会赞成票超过全体代表的半数"),
    Measure("履约率", help="该次检查中已履行的条款除以应履行的（不含未到期、不适用），小数", places=4),
    Amount("设备金额合计", help="哺乳室设备设施的单价乘数量之和"),
    Amount("申报预算合计", help="哺乳室申报预算的金额之和"),
    Amount("预算合计", help="活动预算明细的金额之和"),
    Amount("决算合计", help="活动预算明细的决算金额之和"),
    Number("签领数量合计", help="活动签领的数量之和"),
    Amount("签领金额合计", help="活动签领的金额之和"),
    Amount("计划预算合计", help="年度工作计划的经费预算之和"),
    Choice(
        "自评星级", options=("未评", "三星", "四星", "五星"), help="条件全部符合的最高一级，低一级的条件须先全部符合"
    ),
)

# What a nursing room was used for in a stretch of time: a month of 月度, or the whole period in 汇总.
USE = (
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


def whole_period(kind: Kind) -> Kind:
    """The same figure over the whole period: 使用人次合计; an average is no sum."""
    label = kind.label if kind.label == "平均时长" else f"{kind.label}合计"
    return replace(kind, label=label, help=f"期间内{kind.help}")


ELECTION = (
    *(
        Choice(f"{name}选举形式", options=("等额", "差额"), help=f"{name}候选人多于名额为差额，相等为等额")
        for name in ("委员", "工会委员", "经审委员")
    ),
    YesNo("到会达三分之二", help="选举会议实到人数不少于应到人数的三分之二"),
)
SIGNED_IN = (
    Number("序号", help="签到的次序，每页左右各二十五人"),
    Text("姓名", help="签到人姓名"),
    Text("部门", help="签到人部门"),
    Text("职务", help="签到人职务"),
    Phone("联系电话", help="签到人电话"),
    Text("备注", help="签到备注"),
)
# Of a cleaning, all but the day it was done and the room.
CLEANING = tuple(
    kind for kind in record_type("room_cleaning").fields.values() if not isinstance(kind, Link) and kind.label != "日期"
)
AGE = (Number("年龄", unit="岁", help="在表上日期的周岁"),)
WHEN = (Text("起止时间", help="第一天和最后一天，只有一天的写起止钟点"),)
CHECKED = (
    Measure("检查率", help="实检人数除以应检人数，小数", places=4),
    Number("异常人数", unit="人", help="乳腺、宫颈和其他异常人数之和"),
)
REPLACED = (
    Text("原代表", help="被接替的代表姓名"),
    Day("空缺日", help="原代表空缺的日期"),
    Text("更换原因", help="原代表空缺的原因"),
)
DUE = (Day("答复期满日", help="按适用规定推算的书面答复最后一天"),)
RATE = (Measure("履约率", help="已履行的条款除以应履行的，小数", places=4),)
