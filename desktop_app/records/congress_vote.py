"""The workers' congress votes on the draft; its denominators are all delegates, not those present."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Problem, Record, RecordType, column
from desktop_app.records.fields import Choice, Day, Link, LongText, Number, Text, Value


class CongressVote(Record):
    """职代会审议表决."""

    __tablename__ = "congress_vote"

    negotiation_id: Mapped[int | None] = column(Link("专项集体合同", required=True, to="negotiation"))
    congress: Mapped[str | None] = column(
        Text("职代会名称", required=True, max_length=100, help="如 第五届职工代表大会第三次会议")
    )
    held_on: Mapped[date | None] = column(Day("表决日期", required=True))
    place: Mapped[str | None] = column(Text("地点", max_length=80))
    delegate_count: Mapped[int | None] = column(Number("全体代表", unit="人", required=True, names=("应到人数",)))
    woman_delegate_count: Mapped[int | None] = column(Number("女代表", unit="人"))
    present_count: Mapped[int | None] = column(Number("实到人数", unit="人"))
    method: Mapped[str | None] = column(Choice("表决方式", options=("无记名投票", "举手表决")))
    votes_for: Mapped[int | None] = column(Number("赞成", unit="票"))
    votes_against: Mapped[int | None] = column(Number("反对", unit="票"))
    abstentions: Mapped[int | None] = column(Number("弃权", unit="票"))
    reported_on: Mapped[date | None] = column(Day("向上一级工会报告日期", help="上海等地有此要求"))
    resolution: Mapped[str | None] = column(LongText("决议", max_length=2000))


def check_vote(values: Mapping[str, Value]) -> list[Problem]:
    """Counts fit into one another: women and those present within all delegates, votes within those present."""
    problems = []
    everyone, present = values.get("delegate_count"), values.get("present_count")
    for name in ("woman_delegate_count", "present_count"):
        if everyone is not None and values.get(name) is not None and values[name] > everyone:
            problems.append(Problem(name, "不应大于全体代表人数"))
    cast = [values.get(name) for name in ("votes_for", "votes_against", "abstentions")]
    if present is not None and sum(votes or 0 for votes in cast) > present:
        problems.append(Problem("votes_for", "赞成、反对、弃权之和不应大于实到人数"))
    return problems


TYPE = RecordType(
    model=CongressVote,
    label="职代会表决",
    title=("congress", "held_on"),
    list_columns=(
        "held_on",
        "congress",
        "delegate_count",
        "present_count",
        "votes_for",
        "votes_against",
        "abstentions",
    ),
    groups=(
        Group(
            "会议",
            (
                "negotiation_id",
                "congress",
                "held_on",
                "place",
                "delegate_count",
                "woman_delegate_count",
                "present_count",
            ),
        ),
        Group("表决", ("method", "votes_for", "votes_against", "abstentions", "resolution", "reported_on")),
    ),
    order=("-held_on",),
    owner="negotiation_id",
    check=check_vote,
)
