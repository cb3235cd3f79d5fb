"""The nursing room's figures: visits without names count as visits, not as persons."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.ledger.ledger import Ledger
from desktop_app.services import nursing, records
from desktop_app.services.periods import month

NOVEMBER = month(2026, 11)


@pytest.fixture
def room(ledger: Ledger) -> int:
    room_id = records.save(ledger, "nursing_room", {"name": "一号厂房", "location": "二楼"}).id
    for day, entered, left, name in (
        ("2026-11-03", "0905", "0930", "李秀兰"),
        ("2026-11-03", "1000", "1021", ""),
        ("2026-11-04", "0910", "", "李秀兰"),
        ("2026-11-30", "1500", "1520", "王桂芳"),
        ("2026-12-01", "0900", "0915", "王桂芳"),
    ):
        given = {"room_id": room_id, "used_on": day, "entered_at": entered, "left_at": left, "person_name": name}
        records.save(ledger, "room_use", given | {"purpose": "吸奶" if name else ""})
    for day in ("2026-11-03", "2026-11-03", "2026-11-05"):
        records.save(ledger, "room_cleaning", {"room_id": room_id, "cleaned_on": day})
    return room_id


def test_figures_of_a_month(ledger: Ledger, room: int) -> None:
    found = nursing.figures(ledger, room, NOVEMBER)
    assert (found.visits, found.persons, found.unnamed_visits) == (4, 2, 1)
    assert (found.mean_minutes, found.timed_visits) == (22, 3)  # 25, 21 and 20 minutes
    assert (found.cleanings, found.cleaned_days, found.inspections) == (3, 2, 0)
    assert found.visits_by_day[date(2026, 11, 3)] == 2
    assert found.visits_by_purpose == {"吸奶": 3, "未注明": 1}


def test_an_empty_month_has_no_mean(ledger: Ledger, room: int) -> None:
    found = nursing.figures(ledger, room, month(2026, 1))
    assert (found.visits, found.mean_minutes, dict(found.visits_by_day)) == (0, None, {})


def test_lines_stand_as_on_paper(ledger: Ledger, room: int) -> None:
    found = nursing.use_lines(ledger, room, NOVEMBER.start, NOVEMBER.end)
    assert [f"{line['entered_at']:%H:%M}" for line in found] == ["09:05", "10:00", "09:10", "15:00"]


def test_another_room_is_left_out(ledger: Ledger, room: int) -> None:
    other = records.save(ledger, "nursing_room", {"name": "办公楼", "location": "一楼"}).id
    assert nursing.figures(ledger, other, NOVEMBER).visits == 0
    assert nursing.marked_days(ledger, "room_cleaning", room, NOVEMBER) == {date(2026, 11, 3): 2, date(2026, 11, 5): 1}


def test_names_are_offered_by_sound(ledger: Ledger, room: int) -> None:
    records.save(ledger, "person", {"name": "单秀英", "gender": "女", "department": "装配车间"})
    assert nursing.names_offered(ledger, "sxy") == ["单秀英"]
    assert nursing.names_offered(ledger, "") == []
    assert nursing.departments_offered(ledger, "装配") == ["装配车间"]
