"""One subject of the negotiation: what we ask, what they answer, what was agreed, and the clause it became."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from desktop_app.records import wording
from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Choice, Link, LongText, Number, Text, YesNo


class NegotiationItem(Record):
    """协商议题."""

    __tablename__ = "negotiation_item"

    negotiation_id: Mapped[int | None] = column(Link("专项集体合同", required=True, to="negotiation"))
    position: Mapped[int | None] = column(Number("序号", names=("编号",)))
    category: Mapped[str | None] = column(
        Choice(
            "议题类别",
            required=True,
            options=wording.TOPIC_CATEGORIES,
            aliases=wording.TOPIC_ALIASES,
            open=True,
            names=(
                "类型",
                "项目",
                "协商项目",
                "协商内容",
                "协商议题",
                "内容类别",
                "议题类型",
                "议题名称",
                "类别",
                "议题",
                "事项",
                "协商事项",
                "议题分类",
            ),
        )
    )
    topic: Mapped[str | None] = column(
        Choice(
            "议题目录",
            options=wording.TOPICS,
            aliases={topic.partition(" ")[2]: topic for topic in wording.TOPICS}
            | {topic.partition(" ")[0]: topic for topic in wording.TOPICS},
            help="选了就有法律依据、法定底线和初拟条文可用",
        )
    )
    measure: Mapped[str | None] = column(
        Choice(
            "约定标准",
            options=wording.MEASURES,
            aliases={measure.partition("（")[0]: measure for measure in wording.MEASURES if measure.count("（") == 1},
            help="条款里约定的数，与法定底线比较",
        )
    )
    agreed_value: Mapped[str | None] = column(Text("约定数值", max_length=20, help="数字，或者 是、否"))
    ask: Mapped[str | None] = column(
        LongText(
            "职工方诉求",
            required=True,
            max_length=1000,
            names=(
                "职工意见",
                "具体内容",
                "职工方主张",
                "协商要求",
                "职工方要求",
                "女职工诉求",
                "职工诉求",
                "具体诉求",
                "工会诉求",
                "工会意见",
                "工会方诉求",
                "诉求内容",
                "建议",
                "意见",
                "意见和建议",
                "议题及诉求",
                "女职工方诉求",
                "我方诉求",
                "诉求",
                "职工方意见",
                "工会方意见",
                "要约意见",
                "职工方要约意见",
                "意见建议",
                "建议内容",
                "议题内容",
                "建议标准",
            ),
        )
    )
    answer: Mapped[str | None] = column(
        LongText(
            "企业方意见",
            max_length=1000,
            names=(
                "行政意见",
                "单位方意见",
                "资方意见",
                "公司意见",
                "企业方回复",
                "企业反馈",
                "企业方答复",
                "企业答复",
                "行政方答复",
                "行政方回应",
                "单位答复",
                "单位回复",
                "公司答复",
                "公司回复",
                "行政答复",
                "企业方反馈",
                "企业态度",
                "企业意见",
                "行政方意见",
                "企业方回应",
                "企业回应",
                "单位意见",
                "答复",
            ),
        )
    )
    basis: Mapped[str | None] = column(
        LongText("法律政策依据", max_length=500, names=("政策依据", "法规依据", "法律依据", "依据", "法定依据"))
    )
    floor: Mapped[str | None] = column(
        LongText("法定最低标准", max_length=500, names=("法律底线", "最低标准", "法律规定", "法定底线", "法定标准"))
    )
    previous_clause: Mapped[str | None] = column(LongText("原合同条款", max_length=1000, names=("现行做法", "原条款")))
    current_practice: Mapped[str | None] = column(LongText("现行做法", names=("现状",), max_length=1000))
    is_listed: Mapped[bool | None] = column(YesNo("列入协商", names=("是否列入协商",)))
    employer_agrees: Mapped[bool | None] = column(YesNo("企业方同意列入"))
    session_id: Mapped[int | None] = column(
        Link("协商会议", to="negotiation_session", help="在哪一次会议上谈定；不选的印在每一次的会议记录上")
    )
    outcome: Mapped[str | None] = column(
        Choice(
            "协商结果",
            options=wording.OUTCOMES,
            names=("协商结论", "协商意见结果", "最终结果", "协商情况", "结果", "处理结果"),
        )
    )
    clause_number: Mapped[str | None] = column(Text("条款号", max_length=20, names=("条号",)))
    clause: Mapped[str | None] = column(
        LongText(
            "最终条款", max_length=2000, names=("合同条款", "拟定条款", "对应条款", "约定条款", "条款", "条款内容")
        )
    )
    quantity: Mapped[str | None] = column(Text("量化标准", max_length=100))
    responsible: Mapped[str | None] = column(
        Text(
            "责任部门",
            names=(
                "责任单位",
                "落实部门",
            ),
            max_length=60,
        )
    )
    schedule: Mapped[str | None] = column(
        Text("履行时限", max_length=60, names=("完成时限", "落实时限", "履行时限/频次", "频次"))
    )
    proposed_by: Mapped[str | None] = column(
        Text(
            "提出部门",
            max_length=60,
            names=(
                "征集部门",
                "提议部门",
                "提案部门",
                "提案人",
                "提报部门",
                "提议人",
                "提出者",
                "征集来源",
                "来源部门",
                "部门",
                "所在部门",
                "提出人",
                "提出单位",
                "来源",
            ),
        )
    )
    supporter_count: Mapped[int | None] = column(
        Number(
            "附议人数",
            unit="人",
            names=("支持人数", "联名人数", "附议", "赞同人数", "附和人数", "提出人数", "人数", "附议数"),
        )
    )
    note: Mapped[str | None] = column(Text("备注", max_length=300))


TYPE = RecordType(
    model=NegotiationItem,
    label="协商议题",
    title=("category", "ask"),
    list_columns=("position", "category", "floor", "ask", "answer", "outcome", "clause"),
    groups=(
        Group(
            "议题",
            (
                "negotiation_id",
                "position",
                "category",
                "topic",
                "proposed_by",
                "supporter_count",
                "current_practice",
                "is_listed",
            ),
        ),
        Group("依据", ("basis", "floor", "previous_clause")),
        Group("协商", ("ask", "employer_agrees", "answer", "session_id", "outcome")),
        Group(
            "条款",
            ("clause_number", "clause", "measure", "agreed_value", "quantity", "responsible", "schedule", "note"),
        ),
    ),
    order=("position", "id"),
    search=("category", "ask"),
    key=("negotiation_id", "category", "ask"),
    owner="negotiation_id",
    names=("协商议题征集", "议题征集表", "议题条款对照表", "协商议题"),
)
