"""A checklist is begun whole in one change, taken back whole, and never begun twice for a day."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.errors import BanbiantianError
from desktop_app.ledger.ledger import Ledger
from desktop_app.services import checklists, records
from desktop_app.services.lines import lines

ON = date(2026, 11, 22)
LEVELS = {"L1", "L2", "L3", "L4", "L6"}


def new_room(ledger: Ledger) -> int:
    return records.save(ledger, "nursing_room", {"name": "一号室", "location": "办公楼206室"}).id


def test_a_star_assessment_starts_with_every_condition_to_tick(ledger: Ledger):
    room = new_room(ledger)
    started = checklists.start_star_assessment(ledger, room, ON)
    head = records.load(ledger, "star_assessment", started)
    assert (head["room_id"], head["assessed_on"]) == (room, ON)
    assert "地方示例" in head["note"] and "五星服务项原文未见全" in head["note"]
    kept = lines(ledger, "star_assessment_line", {"assessment_id": started})
    assert [line["position"] for line in kept] == list(range(1, 29))
    assert [sum(line["star"] == star for line in kept) for star in ("三星", "四星", "五星")] == [12, 8, 8]
    assert all(line["is_met"] is None and line["condition"] and line["section"] for line in kept)
    assert "原文未见全" in kept[-1]["condition"] and kept[-1]["star"] == "五星"


def test_a_protection_check_starts_with_every_item_to_answer(ledger: Ledger):
    started = checklists.start_protection_check(ledger, ON)
    kept = lines(ledger, "protection_check_line", {"check_id": started})
    assert [line["position"] for line in kept] == list(range(1, 20))
    assert all(line["item"] and line["basis"] and line["content"] and line["result"] is None for line in kept)
    assert [line["item"] for line in kept if "地方示例" in line["basis"]] == ["孕期工间休息"]


def test_one_undo_takes_back_the_head_and_all_lines(ledger: Ledger):
    room = new_room(ledger)
    checklists.start_star_assessment(ledger, room, ON)
    checklists.start_protection_check(ledger, ON)
    assert records.undo(ledger) == "新建劳动保护自查"
    assert records.undo(ledger) == "新建星级自评"
    counted = records.counts(ledger)
    assert [counted[label] for label in ("星级自评", "星级条件", "劳动保护自查", "自查项目")] == [0, 0, 0, 0]


def test_a_second_one_of_the_day_is_refused_and_nothing_changes(ledger: Ledger):
    room = new_room(ledger)
    checklists.start_star_assessment(ledger, room, ON)
    checklists.start_protection_check(ledger, ON)
    before = records.counts(ledger)
    with pytest.raises(BanbiantianError, match="已经有一次星级自评"):
        checklists.start_star_assessment(ledger, room, ON)
    with pytest.raises(BanbiantianError, match="已经有一次劳动保护自查"):
        checklists.start_protection_check(ledger, ON)
    with pytest.raises(BanbiantianError, match="已不存在"):
        checklists.start_star_assessment(ledger, room + 1, ON)
    assert records.counts(ledger) == before
    checklists.start_star_assessment(ledger, room, date(2027, 5, 20))


def test_every_line_fits_its_record_and_states_source_and_level(ledger: Ledger):
    stars = checklists.star_conditions()
    assert all(each["source"] in stars["sources"] for each in stars["item"])
    assert {source["level"] for source in stars["sources"].values()} <= LEVELS
    for each in checklists.protection_items():
        assert each["level"] in LEVELS and bool(each.get("place")) == (each["level"] == "L4"), each["name"]
    star = checklists.start_star_assessment(ledger, new_room(ledger), ON)
    check = checklists.start_protection_check(ledger, ON)
    for kind, owner, started in (
        ("star_assessment_line", "assessment_id", star),
        ("protection_check_line", "check_id", check),
    ):
        for line in lines(ledger, kind, {owner: started}):
            assert records.check(ledger, kind, {}, line["id"]) == []
