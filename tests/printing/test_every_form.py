"""Every shipped form, empty, short, full, overfull: nothing is lost on paper or in the workbook, no page is wasted."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

import openpyxl
import pypdfium2
import pytest

from desktop_app.printing.catalogue import names, scopes
from desktop_app.printing.cells import Code
from desktop_app.printing.fill import FormData, fill
from desktop_app.printing.form import shipped_forms
from desktop_app.printing.formats import as_text, is_choice_format
from desktop_app.printing.look import Looks
from desktop_app.printing.number_text import shown
from desktop_app.printing.paint import paint
from desktop_app.printing.sheet import Layout
from desktop_app.printing.template import Name, Template
from desktop_app.printing.workbook import save
from desktop_app.records import fields

PERSONS = ("欧阳𬱖", "古丽娜尔·买买提", "单秀英", "阿卜杜热合曼·阿卜杜拉", "仇桂兰", "尉迟静", "曾雪梅")
REMARK = "".join(f"{number}.独自抚养子女，老人常年患病，二〇二四年技能竞赛获第{number}名；" for number in range(1, 14))
EMPTIEST = 0.35  # of a page that is not the last


@dataclass(frozen=True)
class Printed:
    """A form's texts without white space: per page of the PDF, and all of the office file; how full each page is."""

    pages: list[str]
    office: str
    fullness: list[float]
    last_rows: list[int]  # rows with text on the last page of each part that has several and the last nearly empty


def print_sheet(form, data, blank_rows=None) -> Printed:
    """A form of cells."""
    template = Template.load(form.template_path)
    workbook = fill(template, data, min_rows=form.min_rows, main=form.data, blank_rows=blank_rows)
    pdf, xlsx = io.BytesIO(), io.BytesIO()
    count = paint(workbook, pdf, title=form.title, author="江州纺织工会")
    save(workbook, xlsx)
    with pypdfium2.PdfDocument(pdf.getvalue()) as document:
        pages = [bare(page.get_textpage().get_text_bounded()) for page in document]
    assert len(pages) == count
    sheets = openpyxl.load_workbook(xlsx).worksheets
    cells = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    fullness, last_rows = [], []
    for sheet in workbook.worksheets:
        layout = Layout(sheet, Looks(workbook))
        parts = layout.pages()
        fullness += [1 - layout.left_on(page) / layout.room() for page in parts[:-1]]
        rows = range(parts[-1].first_row, parts[-1].last_row + 1)
        written = [row for row in rows if any(cell.value is not None for _, cell in layout.rows.get(row, ()))]
        is_low = layout.left_on(parts[-1]) > 0.8 * layout.room()
        last_rows += [len(written)] if len(parts) > 1 and is_low else []
    return Printed(pages, bare("\n".join(shown(c.value, c.number_format) for c in cells)), fullness, last_rows)


def sheet_names(form) -> list[Name]:
    """Every placeholder of a form of cells, as often as it stands there."""
    template = Template.load(form.template_path)
    placed = [parts for sheet in template.cells for parts in sheet.values()]
    return [part for parts in placed for part in parts if isinstance(part, Name)]


# By the template's file name: what a form asks for, and how it is printed.
PRINTERS = {"template.xlsx": (sheet_names, print_sheet)}
FORMS = [form for form in shipped_forms() if form.template_path.name in PRINTERS]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def value_of(kind, label: str, chance: random.Random, long: bool):
    """A value such as an officer might have typed; ``long`` for the longest remark."""
    number = chance.randrange(1, 999)
    match kind:
        case fields.Code():
            return Code(f"3201021970{chance.randrange(10**7):07d}X")
        case fields.Number() | fields.Link():
            return number
        case fields.Amount() | fields.Measure():
            return Decimal(chance.randrange(10**8)) / 100
        case fields.Day() | fields.MonthKind():
            return date(chance.randrange(1960, 2027), chance.randrange(1, 13), chance.randrange(1, 29))
        case fields.Time():
            return time(chance.randrange(24), chance.randrange(60))
        case fields.YesNo():
            return chance.random() < 0.5
        case fields.Choice():
            return chance.choice(kind.options)
        case fields.Choices():
            return tuple(chance.sample(kind.options, 2))
        case fields.LongText():
            return REMARK if long else f"第{number}号事项按时办结，材料齐全。"
    return chance.choice(PERSONS) if "名" in label or "人" in label else f"{label}{number}"


def filling(wanted: list[Name], count: int) -> FormData:
    """Values for every name; ``count`` records in each list, a long remark in the second and the last."""
    chance = random.Random(count)
    entries = [names()[each.name] for each in wanted if each.name in names()]
    lists = {each.name.split(".")[0] for each in wanted if scopes()[each.name.split(".")[0]].is_list}
    singles, records = {}, {name: [{} for _ in range(count)] for name in sorted(lists)}
    for entry in entries:
        scope, label = entry.scope.name, entry.kind.label
        for number, record in enumerate(records.get(scope, ())):
            record[label] = value_of(entry.kind, label, chance, number in (1, count - 1))
        if scope not in records:
            singles[entry.name] = value_of(entry.kind, label, chance, count > 1)
    return FormData(singles, records, frozenset(entry.name for entry in entries if entry.is_code))


def printed_values(wanted: list[Name], data: FormData) -> Iterator[str]:
    """What must be found, as it is written."""
    for each in wanted:
        head, _, label = each.name.partition(".")
        rows = data.lists[head] if head in data.lists else [{label: data.singles.get(each.name)}]
        for value in (row.get(label) for row in rows):
            ticked = f"☑{each.format[1:]}" if is_choice_format(each.format) else ""
            text = as_text(value, each.format)
            if value is not None and (not ticked or text == ticked):
                yield bare(text)


def holds(text: str, value: str) -> bool:
    """Whether a value stands in the text; one of many words may be parted, by the end of a page."""
    while value and len(value) > 40 and value not in text:
        length = next((size for size in range(len(value) - 1, 5, -1) if value[:size] in text), 0)
        if not length:
            return False
        value = value[length:]
    return value in text


def check_pages(printed: Printed) -> None:
    """No page with nothing but a head, none that holds a single row."""
    assert not [part for part in printed.fullness if part < EMPTIEST]
    assert not [rows for rows in printed.last_rows if rows < 2]


@pytest.mark.parametrize("size", ["none", "one", "all lines", "twice and one"])
@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.code)
def test_every_value_is_on_paper_and_in_the_office_file(form, size):
    wanted, printer = PRINTERS[form.template_path.name]
    lines = max(form.min_rows.values(), default=4)
    count = {"none": 0, "one": 1, "all lines": lines, "twice and one": 2 * lines + 1}[size]
    data = filling(wanted(form), count)
    printed = printer(form, data)
    paper = re.sub(r"第\d+页共\d+页", "", "".join(printed.pages))
    values = list(printed_values(wanted(form), data))
    for value in values:
        assert holds(paper, value), f"not on paper: {value[:60]}"
        assert holds(printed.office, value), f"not in the office file: {value[:60]}"
    check_pages(printed)
    assert len(printed.pages) <= 3 + count / 4 + sum(map(len, values)) / 1500


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.code)
def test_every_blank_form_has_its_lines_and_no_wasted_page(form):
    wanted, printer = PRINTERS[form.template_path.name]
    printed = printer(form, filling(wanted(form), 0), blank_rows=max(form.min_rows.values(), default=1))
    check_pages(printed)
    assert len(printed.pages) <= 2 + sum(form.min_rows.values()) / 20
