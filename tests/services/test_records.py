"""Saving refuses what is wrong with a reason and a place, keeps the rest, and everything can be taken back."""

from __future__ import annotations

import pytest

from desktop_app.errors import BanbiantianError
from desktop_app.ledger.ledger import Ledger
from desktop_app.services import records
from desktop_app.services.records import ProblemsFound

ID = "320105198901246269"


def test_an_id_number_gives_birth_date_and_gender(ledger: Ledger) -> None:
    saved = records.save(ledger, "person", {"name": " 欧阳𬱖 ", "id_number": ID, "gender": ""})
    kept = records.load(ledger, "person", saved.id)
    assert (kept["name"], kept["born_on"].isoformat(), kept["gender"]) == ("欧阳𬱖", "1989-01-24", "女")


def test_disagreement_with_the_id_warns_and_is_kept(ledger: Ledger) -> None:
    saved = records.save(ledger, "person", {"name": "欧阳𬱖", "id_number": ID, "born_on": "1990-1-24"})
    assert [problem.field for problem in saved.warnings] == ["born_on"]


@pytest.mark.parametrize(
    ("kind", "typed", "field", "reason"),
    [
        ("person", {"name": ""}, "name", "必须填写"),
        ("person", {"name": "甲" * 41}, "name", "太长"),
        ("person", {"name": "戴静", "id_number": ID[:-1] + "1"}, "id_number", "第 18 位应为 9"),
        ("person", {"name": "戴静", "hired_on": "1970-1-1", "born_on": "1980-1-1"}, "hired_on", "晚于出生日期"),
        (
            "headcount_snapshot",
            {"counted_on": "今天", "employee_count": "5", "woman_worker_count": "6"},
            "woman_worker_count",
            "不应大于职工总数",
        ),
        ("committee_member", {"person_id": "7"}, "term_id", "必须填写"),
        ("nursing_room", {"name": "一号", "location": "二楼", "area": "很大"}, "area", "不是数字"),
    ],
)
def test_a_fault_names_its_field_and_nothing_is_kept(
    ledger: Ledger, kind: str, typed: dict[str, str], field: str, reason: str
) -> None:
    with pytest.raises(ProblemsFound) as caught:
        records.save(ledger, kind, typed)
    assert reason in {problem.field: problem.reason for problem in caught.value.problems}[field]
    assert "没有保存" in str(caught.value)
    assert records.everything(ledger, kind) == []


def test_two_people_cannot_have_one_id_number(ledger: Ledger) -> None:
    records.save(ledger, "person", {"name": "欧阳𬱖", "id_number": ID})
    with pytest.raises(ProblemsFound, match="已有身份证号相同"):
        records.save(ledger, "person", {"name": "欧阳颖", "id_number": ID})


def test_changing_one_field_leaves_the_others_and_their_required_ness(ledger: Ledger) -> None:
    saved = records.save(ledger, "person", {"name": "戴静", "department": "甲班", "phone": "13900000101"})
    records.save(ledger, "person", {"department": "乙班"}, saved.id)
    kept = records.load(ledger, "person", saved.id)
    assert (kept["name"], kept["department"], kept["phone"]) == ("戴静", "乙班", "13900000101")
    with pytest.raises(ProblemsFound, match="姓名"):
        records.save(ledger, "person", {"name": ""}, saved.id)


def test_deleting_an_owner_takes_what_it_owns_and_undo_brings_all_back(ledger: Ledger) -> None:
    meeting = records.save(ledger, "meeting", {"name": "第一次会议", "held_on": "今天", "place": "活动室"}).id
    records.save(ledger, "agenda_item", {"meeting_id": str(meeting), "subject": "计划"})
    records.save(ledger, "attendance", {"meeting_id": str(meeting), "name": "戴静"})
    before = [records.everything(ledger, kind) for kind in ("meeting", "agenda_item", "attendance")]
    assert records.delete(ledger, "meeting", [meeting]) == 3
    assert records.everything(ledger, "agenda_item") == []
    assert records.undo(ledger) == "删除会议1条"
    assert [records.everything(ledger, kind) for kind in ("meeting", "agenda_item", "attendance")] == before


def test_what_is_still_used_is_not_deleted(ledger: Ledger) -> None:
    person = records.save(ledger, "person", {"name": "戴静"}).id
    term = records.save(ledger, "committee_term", {"number": "1", "starts_on": "2026-1-1", "ends_on": "2028-12-31"}).id
    records.save(ledger, "committee_member", {"term_id": str(term), "person_id": str(person)})
    with pytest.raises(BanbiantianError, match="还用在“委员”里"):
        records.delete(ledger, "person", [person])
    assert len(records.everything(ledger, "person")) == 1


def test_a_script_keeps_the_good_rows_and_hears_of_the_bad(ledger: Ledger) -> None:
    rows = [
        {"name": "戴静"},
        {"name": ""},
        {"name": "钱玲", "shoe_size": 37},
        {"id": 1, "department": "甲班"},
        {"id": 99},
    ]
    ids, problems = records.save_many(ledger, "person", rows)
    assert ids == [1, 1]
    assert [(index, problem.field) for index, problem in problems] == [(1, "name"), (2, "shoe_size"), (4, "id")]
    assert records.load(ledger, "person", 1)["department"] == "甲班"


@pytest.mark.parametrize(
    ("owner", "whole", "kind", "line"),
    [
        (
            "activity",
            {"name": "讲座", "category": "普法维权", "held_on": "2026-3-8"},
            "activity_expense",
            {"activity_id": "1", "item": "讲课费"},
        ),
        (
            "room_application",
            {"applied_on": "2026-3-8"},
            "room_application_line",
            {"application_id": "1", "name": "冰箱"},
        ),
    ],
)
def test_an_amount_too_large_to_be_kept_is_refused_with_a_sentence(
    ledger: Ledger, owner: str, whole: dict[str, str], kind: str, line: dict[str, str]
) -> None:
    if owner == "room_application":
        records.save(ledger, "nursing_room", {"name": "一号", "location": "二楼"})
        whole = {**whole, "room_id": "1"}
    records.save(ledger, owner, whole)
    ids, faults = records.save_many(ledger, kind, [{**line, "price": "1e9", "quantity": "1000000000"}])
    assert ids == [] == records.everything(ledger, kind)
    assert [(fault.field, fault.reason) for _, fault in faults] == [
        ("amount", "“1,000,000,000,000,000,000.00”超出范围")
    ]
