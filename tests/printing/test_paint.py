"""The filled workbook on paper: every character of it, on the right page, and nothing that names the PC."""

from __future__ import annotations

import getpass
import io
import platform
import re
from collections import Counter
from datetime import date, time
from decimal import Decimal

import openpyxl
import pypdfium2
import pytest
from openpyxl.drawing.image import Image as Picture
from openpyxl.styles import Font
from PIL import Image

from desktop_app.errors import FormRefused
from desktop_app.printing import ruler
from desktop_app.printing.fill import FormData, fill
from desktop_app.printing.number_text import shown
from desktop_app.printing.paint import Form, page_count, paint, paint_all
from desktop_app.printing.sheet import column_widths
from desktop_app.printing.template import Template
from desktop_app.printing.workbook import save
from tests.printing.templates import data, one_cell, roster


def painted(workbook, **options):
    stream = io.BytesIO()
    paint(workbook, stream, title="花名册", author="江州纺织工会", outline="花名册", **options)
    return stream.getvalue()


def texts(content):
    """The characters of each page, white space left out."""
    with pypdfium2.PdfDocument(content) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return [re.sub(r"\s", "", text) for text in pages]


def written(workbook):
    """Every character of the workbook's cells as shown."""
    cells = [cell for row in workbook.active.iter_rows() for cell in row]
    return Counter("".join(re.sub(r"\s", "", shown(cell.value, cell.number_format)) for cell in cells))


@pytest.mark.parametrize("count", [0, 1, 14, 31, 75])
def test_every_row_is_printed_once_under_its_heads(tmp_path, count):
    workbook = fill(Template.load(roster(tmp_path / "t.xlsx")), data(count))
    pages = texts(painted(workbook))
    title = "女职工委员会委员花名册填报单位（盖章）：江州纺织有限责任公司工会委员会"
    heads = Counter(title + "序号姓名出生年月身份证号职务联系电话")
    footers = [f"第{number}页共{len(pages)}页" for number in range(1, len(pages) + 1)]
    assert all(footer in page for footer, page in zip(footers, pages, strict=True))
    repeated = sum((heads for _ in pages[1:]), Counter("".join(footers)))
    assert Counter("".join(pages)) == written(workbook) + repeated
    assert len(pages) == page_count(workbook)


@pytest.mark.parametrize("count", range(20, 34))
def test_the_signature_takes_two_members_along_to_the_last_page(tmp_path, count):
    pages = texts(painted(fill(Template.load(roster(tmp_path / "t.xlsx")), data(count))))
    assert len(pages) == 1 or len(re.findall("3201021970", pages[-1])) >= 2


def test_text_longer_than_a_page_goes_on_and_loses_nothing(tmp_path):
    story = "".join(f"第{number}条内容。" for number in range(1200))
    for rows in (1, 3):
        template = Template.load(one_cell(tmp_path / "t.xlsx", "{{甲}}", width=60, rows=rows))
        pages = texts(painted(fill(template, FormData({"甲": story}))))
        assert len(pages) > 1
        assert re.sub(r"第\d+页共\d+页", "", "".join(pages)).replace("以下空白", "") == story


def test_same_bytes_each_time_whole_fonts_and_no_trace_of_the_pc(tmp_path):
    workbook = fill(Template.load(roster(tmp_path / "t.xlsx")), data(5))
    content = painted(workbook)
    assert content == painted(fill(Template.load(tmp_path / "t.xlsx"), data(5)))
    assert b"Helvetica" not in content
    assert b"/Lang (zh-CN)" in content
    for trace in (getpass.getuser(), platform.node(), str(tmp_path)):
        assert trace.encode() not in content
    with pypdfium2.PdfDocument(content) as document:
        known = document.get_metadata_dict(skip_empty=True)
        assert (known["Title"], known["Author"]) == ("花名册", "江州纺织工会")
        assert [entry.get_title() for entry in document.get_toc()] == ["花名册"]
        assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=0.01)


def test_many_forms_in_one_file_each_numbered_from_one(tmp_path):
    template = Template.load(roster(tmp_path / "t.xlsx"))
    stream = io.BytesIO()
    forms = (Form(fill(template, data(count)), f"表{count}") for count in (3, 40))
    assert paint_all(forms, stream, title="合并", author="江州纺织工会") == 3
    assert ["第1页共1页" in page for page in texts(stream.getvalue())] == [True, False, False]
    with pypdfium2.PdfDocument(stream.getvalue()) as document:
        assert [entry.get_title() for entry in document.get_toc()] == ["表3", "表40"]


def test_a_character_without_a_font_stops_the_file_and_names_the_cell(tmp_path):
    workbook = fill(Template.load(one_cell(tmp_path / "t.xlsx", "{{甲}}")), FormData({"甲": "张\U0001f600"}))
    with pytest.raises(FormRefused, match="A1"):
        paint(workbook, tmp_path / "o.pdf", title="表", author="工会")
    assert not (tmp_path / "o.pdf").exists()


def test_borders_and_text_are_where_the_sheet_says(tmp_path):
    """Rendered at 72 dpi a pixel is a point: the box's outline is dark, the paper beside it is not."""
    template = Template.load(one_cell(tmp_path / "t.xlsx", "{{甲}}", width=20, height=40))
    workbook = fill(template, FormData({"甲": "职工"}))
    with pypdfium2.PdfDocument(painted(workbook)) as document:
        picture = document[0].render(scale=4).to_pil().convert("L")
    left, top = 4 * 54, 4 * 72  # openpyxl's margins: 0.75 and 1 inch
    right = left + round(4 * column_widths(workbook.active)[1])
    darkest = [min(picture.getpixel((x + shift, top + 40)) for shift in (-1, 0, 1)) for x in (left, right, right + 12)]
    assert darkest[0] < 128
    assert darkest[1] < 128
    assert darkest[2] == 255


def test_a_picture_of_the_template_is_in_both_files(tmp_path):
    path = one_cell(tmp_path / "t.xlsx", "{{甲}}")
    workbook = openpyxl.load_workbook(path)
    Image.new("RGB", (30, 40), (255, 0, 0)).save(drawn := io.BytesIO(), "png")
    workbook.active.add_image(Picture(drawn), "B1")
    workbook.save(path)
    workbook = fill(Template.load(path), FormData({"甲": "职工"}))
    save(workbook, tmp_path / "o.xlsx")
    with pypdfium2.PdfDocument(painted(workbook)) as document:
        assert [each.type for each in document[0].get_objects()].count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) == 1
    assert len(openpyxl.load_workbook(tmp_path / "o.xlsx").active._images) == 1


def test_column_width_is_counted_in_whole_digits_of_the_normal_font():
    workbook = openpyxl.Workbook()
    workbook.active.column_dimensions["A"].width = 10.0
    assert column_widths(workbook.active)[1] == 70 * 0.75  # Calibri 11: 7 pixels
    workbook._fonts[0] = Font(name="宋体", sz=11)  # its own: openpyxl's default is one for all workbooks
    assert column_widths(workbook.active)[1] == 80 * 0.75  # 宋体 11: 8 pixels


def test_punctuation_neither_begins_nor_ends_a_line_wrongly():
    broken = ruler.lines("女职工委员会，（以下简称委员会）共12人。ABC123", "Serif", 10, 60)
    assert broken == ("女职工委员", "会，（以下简", "称委员会）共", "12人。", "ABC123")


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (date(2026, 3, 8), 'yyyy"年"m"月"d"日"', "2026年3月8日"),
        (date(2026, 3, 8), "yyyy.mm", "2026.03"),
        (time(9, 5), "hh:mm", "09:05"),
        (Decimal("1234.5"), "#,##0.00", "1,234.50"),
        (0.126, "0.0%", "12.6%"),
        (-3, "0;(0)", "(3)"),
        (12, "General", "12"),
        (3.5, "0.##", "3.5"),
    ],
)
def test_numbers_are_shown_as_excel_shows_them(value, code, text):
    assert shown(value, code) == text
