"""A thing to do that was done: once for each time it falls due."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped

from desktop_app.records.base import Group, Record, RecordType, column
from desktop_app.records.fields import Day, Text


class TaskMark(Record):
    """办结记录."""

    __tablename__ = "task_mark"

    task: Mapped[str | None] = column(Text("事项编号", required=True, max_length=120))
    what: Mapped[str | None] = column(Text("事项", required=True, max_length=200))
    due_on: Mapped[date | None] = column(Day("截止日期"))
    done_on: Mapped[date | None] = column(Day("办结日期", required=True))
    note: Mapped[str | None] = column(Text("办理情况", max_length=300))


TYPE = RecordType(
    model=TaskMark,
    label="办结记录",
    title=("what", "done_on"),
    list_columns=("done_on", "what", "due_on", "note"),
    groups=(Group("办结", ("task", "what", "due_on", "done_on", "note")),),
    order=("-done_on",),
    key=("task",),
)
