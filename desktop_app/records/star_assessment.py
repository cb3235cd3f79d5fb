"""A nursing room weighed against the conditions of a star."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Day, Link, Text


class StarAssessment(Record):
    """星级自评."""

    __tablename__ = "star_assessment"

    room_id: Mapped[int | None] = column(Link("哺乳室", required=True, to="nursing_room"))
    assessed_on: Mapped[date | None] = column(Day("自评日期", required=True))
    assessor: Mapped[str | None] = column(Text("自评人", max_length=40))
    note: Mapped[str | None] = column(Text("自评说明", max_length=300))


TYPE = RecordType(
    model=StarAssessment,
    label="星级自评",
    title=("assessed_on",),
    list_columns=("assessed_on", "room_id", "assessor", "note"),
    groups=(Group("自评", ("room_id", "assessed_on", "assessor", "note")),),
    order=("-assessed_on",),
    owner="room_id",
)
