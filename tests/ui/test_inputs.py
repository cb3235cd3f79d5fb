"""Each kind of field takes what officers type, sets it right on leaving, and keeps Enter for going on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from ui.hands import SHIFT, Key, commit, compose, focused, press, write

from desktop_app.records import fields
from desktop_app.records.fields import Kind
from desktop_app.records.values import Month
from desktop_app.services import records
from desktop_app.ui.context import Context
from desktop_app.ui.input import Input
from desktop_app.ui.inputs import input_for
from desktop_app.ui.word_inputs import ChoicesInput, LinkInput, YesNoInput

Show = Callable[[Kind], Input]


@pytest.fixture
def shown(qtbot: QtBot, context: Context) -> Show:
    def show(kind: Kind) -> Input:
        made = input_for(kind, context)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        made.setFocus()
        qtbot.waitUntil(lambda: made.focusProxy().hasFocus())
        return made

    return show


@pytest.mark.parametrize(
    ("kind", "typed", "right"),
    [
        (fields.Day("日期"), "20240506", "2024-05-06"),
        (fields.Day("日期"), "5.6", "2026-05-06"),
        (fields.Day("日期"), "今天", "2026-11-22"),
        (fields.Day("日期", or_month=True), "2024.5", "2024-05"),
        (fields.MonthKind("年月"), "1985年6月", "1985-06"),
        (fields.Time("时间"), "0905", "09:05"),
        (fields.Time("时间"), "下午3点20分", "15:20"),
        (fields.Number("人数", unit="人"), "１２ 人", "12"),
        (fields.Amount("金额"), "36000", "36,000.00"),
        (fields.Phone("电话"), "138 0013 8000", "13800138000"),
        (fields.IdNumber("身份证号"), "11010519491231002x", "11010519491231002X"),
        (fields.Day("日期"), "随便", "随便"),
    ],
)
def test_what_was_typed_is_set_right_on_leaving(shown: Show, kind: Kind, typed: str, right: str) -> None:
    made = shown(kind)
    write(typed)
    focused().clearFocus()
    assert made.text() == right


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (fields.Text("姓名"), "欧阳𬱖"),
        (fields.LongText("说明"), "第一行\n第二行"),
        (fields.Code("工号"), "007"),
        (fields.Choice("学历", options=("大学本科", "高中")), "高中"),
        (fields.Choices("设备", options=("冰箱", "沙发"), open=True), ("沙发", "摇篮")),
        (fields.Day("日期", or_month=True), Month(1985, 6, 1)),
        (fields.Day("日期"), date(2024, 2, 29)),
        (fields.Time("时间"), time(9, 5)),
        (fields.Number("人数", unit="人"), 0),
        (fields.Measure("面积", unit="㎡"), Decimal("12.5")),
        (fields.Amount("金额"), Decimal("1234567.80")),
        (fields.YesNo("是否"), False),
    ],
)
def test_a_kept_value_is_read_back_unchanged(shown: Show, kind: Kind, value: Any) -> None:
    made = shown(kind)
    made.show_value(value)
    made.settle()
    assert kind.read(made.text(), date(2026, 11, 22)) == value
    made.show_value(None)
    assert kind.read(made.text(), date(2026, 11, 22)) in (None, ())


def test_enter_goes_on_and_back_but_not_while_a_word_is_composed(shown: Show, qtbot: QtBot) -> None:
    made = shown(fields.Text("姓名"))
    steps: list[str] = []
    made.forward.connect(lambda: steps.append("on"))
    made.back.connect(lambda: steps.append("back"))
    compose("ou yang")
    press(Key.Key_Return)
    assert steps == []
    commit("欧阳")
    press(Key.Key_Return)
    press(Key.Key_Return, SHIFT)
    assert steps == ["on", "back"]
    assert made.text() == "欧阳"


def test_composed_words_are_neither_lost_nor_doubled(shown: Show) -> None:
    made = shown(fields.Text("说明", max_length=2000))
    for _ in range(200):
        compose("zhong")
        press(Key.Key_Return)
        commit("中")
    assert made.text() == "中" * 200


def test_enter_breaks_a_line_of_long_text(shown: Show) -> None:
    made = shown(fields.LongText("说明"))
    commit("一")
    press(Key.Key_Return)
    commit("二")
    assert made.text() == "一\n二"


@pytest.mark.parametrize(("typed", "found"), [("cj", "车间"), ("chej", "车间"), ("间", "车间"), ("车间", "车间")])
def test_a_choice_is_found_by_its_sound(shown: Show, typed: str, found: str) -> None:
    made = shown(fields.Choice("类别", options=("科室", "车间", "班组")))
    write(typed)
    focused().clearFocus()
    assert made.text() == found


def test_enter_takes_the_marked_offer_and_goes_on(shown: Show, qtbot: QtBot) -> None:
    made = shown(fields.Choice("类别", options=("科室", "车间", "班组")))
    with qtbot.waitSignal(made.forward):
        press(Key.Key_Down)
        press(Key.Key_Down)
        press(Key.Key_Down)
        press(Key.Key_Return)
    assert made.text() == "车间"


def test_an_open_choice_keeps_other_words(shown: Show) -> None:
    made = shown(fields.Choice("组织", options=("科室", "车间"), open=True))
    write("联合工会")
    focused().clearFocus()
    assert made.text() == "联合工会"


def test_choices_keep_words_from_outside_their_list(shown: Show) -> None:
    made = shown(fields.Choices("设备", options=("冰箱", "沙发")))
    assert isinstance(made, ChoicesInput)
    made.show_value(("摇篮",))
    press(Key.Key_Space)
    assert made.text() == "冰箱、摇篮"


def test_yes_no_is_answered_by_arrow_keys_and_can_stay_open(shown: Show, qtbot: QtBot) -> None:
    made = shown(fields.YesNo("是否"))
    assert isinstance(made, YesNoInput)
    assert made.text() == ""
    press(Key.Key_Space)
    assert made.text() == "是"
    press(Key.Key_Right)
    assert made.text() == "否"
    with qtbot.waitSignal(made.forward):
        press(Key.Key_Return)


def test_a_link_is_found_by_initials_and_gives_its_id(shown: Show, context: Context) -> None:
    wanted = records.save(context.ledger, "person", {"name": "单秀英", "department": "质检科"}).id
    records.save(context.ledger, "person", {"name": "李梅"})
    made = shown(fields.Link("人员", to="person"))
    assert isinstance(made, LinkInput)
    write("sxy")
    focused().clearFocus()
    assert made.text() == str(wanted)
    assert made.line.text() == "单秀英 质检科"


def test_a_link_nobody_answers_to_stays_as_typed(shown: Show) -> None:
    made = shown(fields.Link("人员", to="person"))
    write("查无此人")
    focused().clearFocus()
    assert made.text() == "查无此人"
