"""A list is paged, sorted, searched and counted by SQL; whatever the page, it is a window on the same order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from desktop_app.ledger.ledger import Ledger, create_ledger
from desktop_app.records.registry import record_type
from desktop_app.services import records
from desktop_app.services.listing import Listing, choices, count, page

NAMES = ("欧阳𬱖", "单秀英", "曾雪梅", "仇桂兰", "尉迟静", "查丽", "欧秀兰")
USES = 7000


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    folder: Path = tmp_path_factory.mktemp("listing")
    with create_ledger(folder / "台账.bbt") as ledger:
        people = [
            {
                "name": name,
                "department": f"{n % 3 + 1}号车间",
                "employee_number": f"J{n:04d}",
                "phone": f"1390000{n:04d}",
            }
            for n, name in enumerate(NAMES)
        ]
        records.save_many(ledger, "person", people)
        records.save(ledger, "nursing_room", {"name": "一号", "location": "二楼"})
        with ledger.writing("登记") as writing:
            writing.insert(record_type("room_use"), [_use(n) for n in range(USES)])
        yield ledger


def _use(n: int) -> dict[str, object]:
    day = date(2020, 1, 1).fromordinal(date(2020, 1, 1).toordinal() + n // 5)
    name = NAMES[0] if n % 2 else NAMES[1 + n % 6]
    return {"room_id": 1, "used_on": day, "entered_at": time(9, n % 60), "person_name": name, "department": "细纱车间"}


@pytest.mark.parametrize("order", [(), ("used_on",), ("person_name", "-entered_at"), ("-department",)])
@pytest.mark.parametrize("search", ["", "ouyang", "仇", "细纱"])
def test_every_page_is_a_window_on_one_order(full: Ledger, order: tuple[str, ...], search: str) -> None:
    listing = Listing("room_use", search, {"room_id": 1}, order)
    total = count(full, listing)
    whole = [row.id for row in page(full, listing, 0, total, total)]
    assert len(set(whole)) == total
    for first in (0, 1, total // 2, total // 2 + 1, total - 60, total - 1):
        assert [row.id for row in page(full, listing, first, 50, total)] == whole[first : first + 50]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("欧", ["欧阳𬱖", "欧秀兰"]),
        ("ouyang", ["欧阳𬱖"]),
        ("OY", ["欧阳𬱖"]),
        ("oxl", ["欧秀兰"]),
        ("shan", ["单秀英"]),
        ("danxiu", ["单秀英"]),
        ("qgl", ["仇桂兰"]),
        ("yuchi", ["尉迟静"]),
        ("0003", ["仇桂兰"]),
        ("３号车间", ["曾雪梅", "查丽"]),
        ("3hcj", ["曾雪梅", "查丽"]),
        ("100%", []),
        ("_", []),
    ],
)
def test_a_person_is_found_by_any_handle(full: Ledger, typed: str, found: list[str]) -> None:
    hits = page(full, Listing("person", typed), 0, 50, 50)
    assert sorted(row.texts[0] for row in hits) == sorted(found)


def test_a_list_masks_what_is_sensitive(full: Ledger) -> None:
    [row] = page(full, Listing("person", "曾雪梅"), 0, 1, 1)
    assert "139****0002" in row.texts
    assert "13900000002" not in row.texts


def test_links_show_titles_and_are_searched_through(full: Ledger) -> None:
    term = records.save(full, "committee_term", {"number": "5", "starts_on": "2026-6-1", "ends_on": "2031-5-31"}).id
    records.save(full, "committee_member", {"term_id": term, "person_id": 5, "post": "主任"})
    [row] = page(full, Listing("committee_member", "yuchi"), 0, 9, 9)
    assert row.texts[:2] == ("尉迟静 2号车间", "主任")
    assert choices(full, "person", "yuchi") == [(5, "尉迟静 2号车间")]
