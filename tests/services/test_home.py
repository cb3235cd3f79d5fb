"""The first page's figures and things to do, as of a fixed day."""

from __future__ import annotations

from datetime import date

from desktop_app.ledger.ledger import Ledger
from desktop_app.rules.duties import OVERDUE, SOON
from desktop_app.services import records
from desktop_app.services.home import home

ON = date(2026, 11, 20)  # a Friday


def test_an_empty_ledger_asks_for_its_beginnings(ledger: Ledger) -> None:
    shown = home(ledger, ON)
    assert shown.is_empty
    assert [figure.value for figure in shown.figures] == ["—", "—", "0", "0"]
    kinds = {task.kind for task in shown.tasks if not task.can_be_marked}
    assert kinds == {"committee_term", "negotiation", "enterprise", "union_committee"}
    assert not [task for task in shown.tasks if task.state == OVERDUE]
    assert len(shown.visits) == 11


def test_what_runs_out_and_what_was_forgotten_comes_first(ledger: Ledger) -> None:
    records.save(ledger, "committee_term", {"number": 3, "starts_on": "2022-01-10", "ends_on": "2027-01-10"})
    records.save(
        ledger,
        "negotiation",
        {"offered_on": "2023-10-01", "signed_on": "2023-12-20", "starts_on": "2024-01-01", "ends_on": "2026-12-31"},
    )
    room = records.save(ledger, "nursing_room", {"name": "一号哺乳室", "location": "二楼"}).id
    records.save(ledger, "room_cleaning", {"room_id": room, "cleaned_on": "2026-11-02"})
    shown = home(ledger, ON)
    assert not shown.is_empty
    assert shown.figures[0].value == "第3届" and shown.figures[0].urgency == SOON
    assert shown.figures[1].value == "履行中" and shown.figures[1].note == "至 2026-12-31，还有 41 天"
    assert "一号哺乳室已有 18 天没有清洁消毒记录" in [t.what for t in shown.tasks if t.state == OVERDUE]
    order = [(OVERDUE, SOON).index(t.state) if t.state in (OVERDUE, SOON) else 2 for t in shown.tasks]
    assert order == sorted(order)
    assert any("任期 2027-01-10 届满" in task.what for task in shown.tasks)


def test_a_resolution_is_called_to_mind_until_it_is_done(ledger: Ledger) -> None:
    meeting = records.save(ledger, "meeting", {"name": "第一次会议", "held_on": "2026-9-1", "place": "活动室"}).id
    for matter, due, status in (
        ("体检", "2026-10-31", "进行中"),
        ("培训", "2026-12-1", "未开始"),
        ("读书", "2026-10-1", "已完成"),
    ):
        given = {"meeting_id": meeting, "matter": matter, "due_on": due, "status": status}
        records.save(ledger, "resolution", given)
    found = [(t.state, t.what) for t in home(ledger, ON).tasks if t.kind == "resolution"]
    assert found == [(OVERDUE, "会议决议：体检"), (SOON, "会议决议：培训")]


def test_figures_count_working_women_and_this_months_visits(ledger: Ledger) -> None:
    records.save_many(
        ledger,
        "person",
        [{"name": "李梅"}, {"name": "王强", "gender": "男"}, {"name": "周敏", "status": "退休"}],
    )
    records.save(ledger, "nursing_room", {"name": "一号", "location": "二楼"})
    days = ["2026-10-31", "2026-11-01", "2026-11-19", "2025-11-19"]
    records.save_many(ledger, "room_use", [{"room_id": 1, "used_on": day} for day in days])
    shown = home(ledger, ON)
    assert shown.figures[3].value == "1"
    assert (shown.figures[2].value, shown.figures[2].note) == ("2", "上月 1 人次")
    assert shown.visits[-2:] == (1, 2) and sum(shown.visits) == 3
