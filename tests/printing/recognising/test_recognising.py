"""A superior's blank form: every cell the ledger can answer is bound, none wrongly, and nothing else changes."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from desktop_app.printing.form import load_form, shipped_forms
from desktop_app.printing.formats import as_text
from desktop_app.printing.recognising.proposal import bind, template_workbook
from desktop_app.printing.recognising.reader import recognise
from desktop_app.printing.recognising.wording import label
from desktop_app.printing.template import Name, Template, opened
from desktop_app.printing.workbook import save
from tests.printing.recognising.same_figures import plain
from tests.printing.recognising.superiors_forms import CARD, FORMS, MEMBERS, REFUSING, ROOM, ROSTER, BlankForm


def bound(path: Path) -> dict[str, tuple[str, ...]]:
    return {each.cell: each.names for each in recognise(path).bindings}


@pytest.mark.parametrize("form", [*FORMS, *REFUSING], ids=lambda form: form.title)
def test_every_answer_is_found_and_no_other(form: BlankForm, tmp_path: Path) -> None:
    wanted = {cell: (name,) if isinstance(name, str) else name for cell, name in form.answers.items()}
    assert bound(form.draw(tmp_path)) == wanted


def test_what_is_not_understood_is_listed_and_what_is_for_the_pen_is_marked(tmp_path: Path) -> None:
    left = {each.cell: (each.label.split("\n")[0], each.by_hand) for each in recognise(CARD.draw(tmp_path)).unmatched}
    assert left["E17"] == ("财务负责人", False)
    assert left["A19"][1]


@pytest.mark.parametrize(
    ("form", "cell", "text"),
    [
        (CARD, "B13", "是{{汇总.有女职工委员会|□=是}}  否{{汇总.有女职工委员会|□=否}}"),
        (CARD, "B15", "{{汇总.有专项集体合同|□=是}}已签订  {{汇总.有专项集体合同|□=否}}未签订"),
        (
            CARD,
            "E15",
            "{{合同.签订情形|√=首次签订}}①首次签订 {{合同.签订情形|√=续订}}②续签 {{合同.签订情形|√=变更}}③变更",
        ),
        (CARD, "B16", "{{合同.合同期限起|yyyy年m月d日}}至{{合同.合同期限止|yyyy年m月d日}}"),
        (CARD, "C11", "{{人数.职工总数}}人"),
        (CARD, "B17", "{{汇总.哺乳室数}}个，面积{{汇总.哺乳室面积}}平方米"),
        (ROSTER, "B10", "共{{汇总.委员人数}}人，其中专职{{汇总.专职人数}}人，兼职{{汇总.兼职人数}}人"),
        (ROSTER, "H2", "第{{届次.届次}}届"),
        (ROSTER, "C5", "{{委员.出生日期|yyyy.mm}}"),
        (ROOM, "B13", "{{哺乳室.制度上墙|是/否}}"),
        (ROOM, "A16", "填表人：{{报表.填表人}}"),
    ],
)
def test_printed_words_blanks_and_boxes_stay(form: BlankForm, cell: str, text: str, tmp_path: Path) -> None:
    written = {each.cell: each.text for each in recognise(form.draw(tmp_path)).bindings}
    assert written[cell].replace("　", "").strip() == text


@pytest.mark.parametrize("value", [True, False, None])
def test_a_printed_box_is_ticked_in_its_own_words(value: bool | None) -> None:
    boxes = as_text(value, "□=是") + as_text(value, "□=否")
    assert boxes == {True: "☑□", False: "□☑", None: "□□"}[value]
    assert as_text("续订", "√=续订") + as_text("续订", "√=变更") == "√"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.title)
def test_nothing_but_the_answers_changes(form: BlankForm, tmp_path: Path) -> None:
    path = form.draw(tmp_path)
    save(template_workbook(recognise(path)), tmp_path / "模板.xlsx")
    before = openpyxl.load_workbook(path).worksheets[0]
    after = openpyxl.load_workbook(tmp_path / "模板.xlsx").worksheets[0]
    assert _frame(after) == _frame(before)
    assert set(after._cells) == set(before._cells)
    for place, cell in before._cells.items():
        other = after._cells[place]
        for look in ("border", "font", "fill", "alignment", "number_format", "protection"):
            assert repr(getattr(other, look)) == repr(getattr(cell, look)), (cell.coordinate, look)
        if cell.coordinate not in form.answers:
            assert other.value == cell.value


def _frame(sheet: Worksheet) -> object:
    return (
        sorted(str(merge) for merge in sheet.merged_cells.ranges),
        {key: dimension.width for key, dimension in sheet.column_dimensions.items()},
        {key: dimension.height for key, dimension in sheet.row_dimensions.items()},
        (sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.scale),
        (sheet.page_margins.left, sheet.page_margins.top, sheet.sheet_properties.pageSetUpPr),
    )


def test_the_bound_form_is_the_template_that_its_workbook_would_be(tmp_path: Path) -> None:
    proposal = recognise(MEMBERS.draw(tmp_path))
    save(template_workbook(proposal), tmp_path / "模板.xlsx")
    assert bind(proposal).cells == Template.load(tmp_path / "模板.xlsx").cells


def test_heads_over_rows_that_are_not_empty_ask_for_nothing(tmp_path: Path) -> None:
    path = ROSTER.draw(tmp_path)
    book = openpyxl.load_workbook(path)
    for row in range(5, 10):
        book.worksheets[0][f"A{row}"] = f"{row}车间"
    book.save(path)
    assert not {cell for cell in bound(path) if cell.endswith("5") and cell != "J5"}


def test_formulas_of_a_superior_are_places_for_answers(tmp_path: Path) -> None:
    path = MEMBERS.draw(tmp_path)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["C10"] = "=1+1"
    book.save(path)
    assert bind(recognise(path)).cells
    assert template_workbook(recognise(path)).worksheets[0]["C10"].value is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("女职工委员会主任", "工会女职委主任"),
        ("合同期限", "合同有效期"),
        ("填报单位（盖章）：", "填 报 单 位"),
        ("1.职工总人数（人）", "职工人数"),
        ("爱心妈咪小屋面积", "女职工休息哺乳室面积（㎡）"),
        ("是否签订女职工权益保护专项集体合同", "是否签订女职工专项合同"),
    ],
)
def test_wordings_that_mean_the_same_are_one(one: str, other: str) -> None:
    assert label(one).word == label(other).word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("专项集体合同", "工资专项集体合同"),
        ("女职工数", "困难女职工数"),
        ("合同期限", "劳动合同期限"),
        ("女职工委员会个数", "女职工委员会人数"),
        ("兼职", "兼职（含挂职）"),
    ],
)
def test_wordings_that_mean_something_else_are_two(one: str, other: str) -> None:
    assert label(one).word != label(other).word


# What our own forms leave to the pen, and a superior's may have filled in.
_BY_PEN = frozenset(("报出日期",))


@pytest.mark.parametrize("code", ["BR-01", "BR-07", "HT-02", "HT-11", "TJ-01", "ZZ-05", "ZZ-09", "ZZ-14"])
def test_our_own_forms_without_their_placeholders_are_understood_too(code: str, tmp_path: Path) -> None:
    form = load_form(next(each.folder for each in shipped_forms() if each.code == code))
    template = Template.load(form.template_path)
    workbook = opened(template.content, "空白.xlsx")
    wanted: dict[str, set[str]] = {}
    for (row, column), parts in template.cells[0].items():
        cell = workbook.worksheets[0]._cells[row, column]
        wanted[cell.coordinate] = {plain(part.name) for part in parts if isinstance(part, Name)}
        words = [part if isinstance(part, str) else _emptied(part) for part in parts]
        cell.value = "".join(words) if len(parts) > 1 else None
    save(workbook, tmp_path / "空白.xlsx")
    bindings = [each for each in recognise(tmp_path / "空白.xlsx").bindings if each.label not in _BY_PEN]
    found = {each.cell: {plain(name) for name in each.names} for each in bindings}
    assert {cell: names for cell, names in found.items() if not names <= wanted.get(cell, set())} == {}
    assert sum(found.get(cell) == names for cell, names in wanted.items()) >= 0.9 * len(wanted)


def _emptied(part: Name) -> str:
    if part.format.startswith("□"):
        return part.format
    return re.sub("mm?|dd?", "  ", part.format.replace("yyyy", "    ")) if "年" in part.format else " " * 6
