"""Any number of records scroll: pages come when asked for, in the order and number SQL gives."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.registry import record_type
from desktop_app.services import records
from desktop_app.ui.record_model import KEPT, PAGE, RecordModel

SURNAMES = ["欧阳", "单", "曾", "李", "王", "陈"]


@pytest.fixture
def crowd(ledger: Ledger) -> Ledger:
    """5,001 people in three departments, written without the checks of single saving."""
    of = record_type("person")
    with ledger.writing("造册") as writing:
        writing.insert(
            of,
            [
                {"name": f"{SURNAMES[n % 6]}{n % 50:02}", "department": ("细纱", "布机", None)[n % 3]}
                for n in range(5_001)
            ],
        )
    return ledger


def column(model: RecordModel, name: str) -> list[str]:
    place = model.columns.index(name)
    return [model.texts(row)[place] for row in range(model.rowCount())]


def test_qt_finds_no_fault_with_the_model(crowd: Ledger, qtmodeltester: ModelTester) -> None:
    model = RecordModel(crowd, "person", {"department": "细纱"})
    model.show_search("09")
    qtmodeltester.check(model)


def test_every_record_stands_on_exactly_one_line(crowd: Ledger, qtbot: QtBot) -> None:
    model = RecordModel(crowd, "person", {})
    model.reload()
    ids = [model.id_at(row) for row in range(model.rowCount())]
    assert sorted(ids) == list(range(1, 5_002))
    assert model.id_at(5_001) == 0


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
@pytest.mark.parametrize("name", ["name", "department"])
def test_a_record_is_found_on_its_line_in_any_order(
    crowd: Ledger, qtbot: QtBot, order: Qt.SortOrder, name: str
) -> None:
    model = RecordModel(crowd, "person", {})
    model.sort(model.columns.index(name), order)
    assert [model.id_at(model.row_of(n)) for n in (1, 2, 3, 777, 5_001)] == [1, 2, 3, 777, 5_001]
    shown = column(model, name)
    assert shown == sorted(shown, reverse=order == Qt.SortOrder.DescendingOrder)


def test_a_click_beyond_sorting_restores_the_own_order(crowd: Ledger, qtbot: QtBot) -> None:
    model = RecordModel(crowd, "person", {})
    model.reload()
    own = model.id_at(0)
    model.sort(model.columns.index("name"), Qt.SortOrder.DescendingOrder)
    assert model.id_at(0) != own
    model.sort(-1)
    assert model.id_at(0) == own


def test_search_and_owner_narrow_the_count(crowd: Ledger, qtbot: QtBot) -> None:
    model = RecordModel(crowd, "person", {})
    model.show_where({"department": "细纱"})
    assert model.rowCount() == 1_667
    model.show_search("ouyang")
    assert 0 < model.rowCount() < 1_667
    assert all(name.startswith("欧阳") for name in column(model, "name"))
    assert model.row_of(2) == -1


def test_few_pages_are_remembered_however_far_one_scrolls(crowd: Ledger, qtbot: QtBot) -> None:
    model = RecordModel(crowd, "person", {})
    model.reload()
    for row in range(0, model.rowCount(), PAGE):
        model.texts(row)
    assert len(model._pages) == KEPT


def test_numbers_of_people_are_masked(ledger: Ledger, qtbot: QtBot) -> None:
    records.save(ledger, "person", {"name": "李梅", "id_number": "11010519491231002X", "phone": "13800138000"})
    model = RecordModel(ledger, "person", {}, ("name", "id_number", "phone"))
    model.reload()
    assert model.texts(0) == ["李梅", "110***********002X", "138****8000"]
