"""What a meeting discussed, and how it voted on it."""

from __future__ import annotations

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Link, LongText, Number, Text


class AgendaItem(Record):
    """会议议题."""

    __tablename__ = "agenda_item"

    meeting_id: Mapped[int | None] = column(Link("会议", required=True, to="meeting"))
    position: Mapped[int | None] = column(Number("序号"))
    subject: Mapped[str | None] = column(Text("议题", required=True, max_length=200))
    summary: Mapped[str | None] = column(LongText("讨论情况", max_length=2000))
    votes_for: Mapped[int | None] = column(Number("同意", unit="票"))
    votes_against: Mapped[int | None] = column(Number("反对", unit="票"))
    abstentions: Mapped[int | None] = column(Number("弃权", unit="票"))


TYPE = RecordType(
    model=AgendaItem,
    label="会议议题",
    title=("subject",),
    list_columns=("position", "subject", "votes_for", "votes_against", "abstentions"),
    groups=(
        Group("议题", ("meeting_id", "position", "subject", "summary", "votes_for", "votes_against", "abstentions")),
    ),
    order=("position", "id"),
    owner="meeting_id",
)
