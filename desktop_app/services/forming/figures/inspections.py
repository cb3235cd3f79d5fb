"""检查表: the inspections of a period side by side, a line per item, as the paper on the room's wall has them."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import select

from desktop_app.paths import resource
from desktop_app.records import room_inspection, room_inspection_line
from desktop_app.records.fields import Choice, Value
from desktop_app.services.forming.sources import Conditions, Sources, table_of

COLUMNS = ("第一次", "第二次", "第三次", "第四次", "第五次")  # of one month; later ones show in the last four columns
_MARKS = {"正常": "√", "有问题": "×"}
_INSPECTION, _LINE = table_of(room_inspection.TYPE), table_of(room_inspection_line.TYPE)


@cache
def standards() -> Mapping[str, str]:
    """What each usual item should be like, our own advice (level L6)."""
    found: dict[str, str] = tomllib.loads(resource("rules", "room_inspection.toml").read_text("utf-8"))["standards"]
    return found


def usual_items() -> tuple[str, ...]:
    """The items every sheet has, in their order."""
    kind = room_inspection_line.TYPE.fields["item"]
    assert isinstance(kind, Choice)  # noqa: S101 - tells the type checker what the record says
    return kind.options


def inspection_rows(sources: Sources, labels: Collection[str]) -> list[dict[str, Value]]:
    """A line per item, usual or looked at, then the days and the inspectors of the inspections."""
    inspections = _inspections(sources)
    by_item: dict[str, list[Any]] = {item: [] for item in usual_items()}
    for line in _lines(sources):
        by_item.setdefault(line.item or "", []).append(line)
    order = {each.id: place for place, each in enumerate(inspections)}
    rows = [{"序号": number} | _row(item, lines, order) for number, (item, lines) in enumerate(by_item.items(), 1)]
    days = [f"{each.inspected_on.month}.{each.inspected_on.day}" for each in inspections]
    return [*rows, _foot("检查日期", days), _foot("检查人", [each.inspector for each in inspections])]


def printed_rows() -> list[dict[str, Value]]:
    """The lines of a sheet on which nothing was looked at yet."""
    rows = [{"序号": number} | _row(item, (), {}) for number, item in enumerate(usual_items(), 1)]
    return [*rows, _foot("检查日期", ()), _foot("检查人", ())]


def _row(item: str, lines: Sequence[Any], order: Mapping[int, int]) -> dict[str, Value]:
    faulty = [line for line in lines if line.state == "有问题"]
    row: dict[str, Value] = {"检查项目": item, "标准": standards().get(item)}
    for line in lines:
        place = order[line.inspection_id]
        if place < len(COLUMNS) and row.get(COLUMNS[place]) != _MARKS["有问题"]:
            row[COLUMNS[place]] = _MARKS.get(line.state)
    return row | {
        "问题描述": _joined("；", [line.fault for line in lines]),
        "处理": _joined("、", [line.action for line in lines]),
        "完成日期": _done(faulty),
    }


def _done(faulty: Sequence[Any]) -> date | None:
    """The day by which everything found was mended; None while something is not."""
    days = [line.done_on for line in faulty]
    return max(days) if days and all(days) else None


def _joined(mark: str, words: Sequence[str | None]) -> str | None:
    return mark.join(dict.fromkeys(word for word in words if word)) or None


def _foot(name: str, values: Sequence[Value]) -> dict[str, Value]:
    return {"检查项目": name} | dict(zip(COLUMNS, values, strict=False))


def _inspections(sources: Sources) -> Sequence[Any]:
    c = _INSPECTION.c
    query = select(c.id, c.inspected_on, c.inspector).where(*_in_question(sources)).order_by(c.inspected_on, c.id)
    return sources.connection.execute(query).all()


def _lines(sources: Sources) -> Sequence[Any]:
    c = _INSPECTION.c
    query = select(_LINE).join(_INSPECTION, _LINE.c.inspection_id == c.id).where(*_in_question(sources))
    return sources.connection.execute(query.order_by(c.inspected_on, c.id, _LINE.c.id)).all()


def _in_question(sources: Sources) -> Conditions:
    """Inspections of the room in question, or of all, within the form's period."""
    span = sources.occasion.span
    return [*sources.of_room(_INSPECTION), _INSPECTION.c.inspected_on.between(span.start, span.end)]
