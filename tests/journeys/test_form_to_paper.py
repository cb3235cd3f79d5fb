"""From a kept ledger to the files an officer hands in: what is on the paper is what the ledger holds."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest

from desktop_app.errors import Cancelled, FileRefused, FormRefused
from desktop_app.ledger.ledger import Ledger, open_ledger
from desktop_app.printing.official_numbers import in_chinese
from desktop_app.records.registry import record_type
from desktop_app.services import demo, forms
from desktop_app.services.forming.filling import filled_form, formats_of
from desktop_app.services.forming.occasion import Occasion
from desktop_app.services.forming.sources import Sources
from desktop_app.services.periods import period_for

ON = date(2026, 11, 22)
FORMS = forms.all_forms()
EVERY_WAY = [form.as_variant(name) for form in FORMS for name in form.variants or [""]]
SHEETS = [form for form in EVERY_WAY if not form.is_letter]
LETTERS = [form for form in EVERY_WAY if form.is_letter]
WAY = {"ids": lambda form: f"{form.code} {form.variant}".strip()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("示例") / "示例.bbt"
    demo.make_sample(path, clock=lambda: datetime(2026, 11, 22, 9, 30))
    return path


@pytest.fixture
def sample(made: Path, tmp_path: Path, clock: Callable[[], datetime]) -> Iterator[Ledger]:
    path = shutil.copy(made, tmp_path / "示例.bbt")
    with open_ledger(path, operator="周敏", clock=clock) as opened:
        yield opened
        opened.is_changed = False  # no backup of a scratch ledger


def pdf_text(source: Path | bytes) -> str:
    document = pypdfium2.PdfDocument(source)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


def word_text(path: Path) -> str:
    """The words of a .docx: its paragraphs, then its tables."""
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return dense("".join([paragraph.text for paragraph in document.paragraphs] + cells))


def dense(text: str) -> str:
    """Text without what line ends and columns put between its characters."""
    return re.sub(r"\s", "", text)


def printed(value: object) -> list[str]:
    """The texts of which one must be on paper for a value to be there."""
    if isinstance(value, date):
        y, m, d = value.year, value.month, value.day
        return [
            f"{y}年{m}月{d}日",
            f"{y}-{m:02}-{d:02}",
            f"{y}.{m:02}.{d:02}",
            f"{y}.{m:02}",
            f"{y}年{m}月",
            f"{y}.{m}",
            f"{m}月",
        ]
    if isinstance(value, time):
        return [f"{value:%H:%M}", f"{value.hour}:{value.minute:02}", f"{value.hour}时{value.minute:02}分"]
    if isinstance(value, bool):
        return ["是", "否", "☑", "□", "√", "有", "无"]
    if isinstance(value, Decimal):
        return [f"{value:f}", f"{value.normalize():f}", f"{value:,.2f}", f"{value * 100:.1f}%"]
    if isinstance(value, tuple):
        return ["☑" + value[0], value[0]] if value else [""]
    if isinstance(value, int) and 0 < value < 1000:
        return [str(value), in_chinese(value)]
    return [str(value)]


def named_values(ledger: Ledger, form: forms.Form) -> list[tuple[str, object]]:
    """Every value the form's template names, as the ledger holds it."""
    occasion = Occasion(form, ON, period_for(form.period, None, ON))
    with ledger.reading() as connection:
        data = filled_form(Sources(connection, occasion), None).data
    wanted = formats_of(form)
    found = [(name, value) for name, value in data.singles.items() if name in wanted]
    for scope, rows in data.lists.items():
        found += [(f"{scope}.{label}", value) for row in rows for label, value in row.items()]
    return [(name, value) for name, value in found if name in wanted and value not in (None, "")]


@pytest.mark.parametrize("form", SHEETS, **WAY)
def test_every_named_value_is_on_the_pdf_and_in_the_workbook(sample: Ledger, form: forms.Form, tmp_path: Path):
    pdf, xlsx = forms.produce(sample, form, tmp_path / "出", on=ON)
    paper = dense(pdf_text(pdf))
    book = openpyxl.load_workbook(xlsx)
    assert book.sheetnames[-1] == "数据版"
    cells = {cell.value for sheet in book.worksheets[:-1] for row in sheet for cell in row if cell.value is not None}
    texts = dense("".join(str(cell) for cell in cells))
    values = named_values(sample, form)
    assert values
    for name, value in values:
        assert any(dense(text) in paper for text in printed(value)), (name, value)
        day = value if not isinstance(value, date) else datetime(value.year, value.month, value.day)
        assert value in cells or day in cells or any(dense(text) in texts for text in printed(value)), (name, value)


@pytest.mark.parametrize("form", LETTERS, **WAY)
def test_every_named_value_is_in_the_letter_on_paper_and_in_word(sample: Ledger, form: forms.Form, tmp_path: Path):
    pdf, word = forms.produce(sample, form, tmp_path / "出", on=ON)
    paper, text = re.sub(r"—\d+—", "", dense(pdf_text(pdf))), word_text(word)  # a page number may part a value
    values = named_values(sample, form)
    assert values
    for name, value in values:
        assert any(dense(each) in paper for each in printed(value)), (name, value)
        assert any(dense(each) in text for each in printed(value)), (name, value)


@pytest.mark.parametrize("form", EVERY_WAY, **WAY)
def test_a_blank_form_holds_no_one_and_has_room_to_write(sample: Ledger, form: forms.Form, tmp_path: Path):
    outputs = ("pdf", "xlsx", "docx", "data", "row")
    pdf, editable = forms.produce(sample, form, tmp_path, on=ON, blank_rows=12, outputs=outputs)
    assert re.fullmatch(rf"金梭纺织_{re.escape(form.title)}(（\w+）)?_空白\.pdf", pdf.name)
    text = dense(pdf_text(pdf))
    assert (form.is_letter or form.variant or form.title[-3:] in text) and "{{" not in text
    assert not re.search("曾雪梅|139000|金梭", text)
    assert form.is_letter or openpyxl.load_workbook(editable).sheetnames[-1] != "数据版"


def test_the_data_sheet_is_one_head_row_and_the_codes_are_text(sample: Ledger, tmp_path: Path):
    _, _, data, row = forms.produce(sample, forms.form("ZZ-14"), tmp_path, on=ON, outputs=forms.OUTPUTS)
    sheet = openpyxl.load_workbook(data).active
    heads = [cell.value for cell in sheet[1]]
    assert len(set(heads)) == len(heads) and not sheet.merged_cells.ranges
    phone = heads.index("联系电话")
    assert all(line[phone].number_format == "@" and line[phone].data_type == "s" for line in sheet.iter_rows(min_row=2))
    with sample.reading() as connection:
        count = len(connection.execute(Sources(connection, Occasion(forms.form("ZZ-14"), ON)).rows("女职工")).all())
    assert sheet.max_row == count + 1
    line = openpyxl.load_workbook(row).active
    assert line.max_row == 2 and line["A2"].value == "江南金梭纺织有限公司"


def test_a_preview_is_the_pdf(sample: Ledger, tmp_path: Path):
    form = forms.form("ZZ-10")
    (pdf,) = forms.produce(sample, form, tmp_path, on=ON, outputs=["pdf"])
    assert forms.preview(sample, form, on=ON) == pdf.read_bytes()


def test_a_form_is_about_the_record_chosen(sample: Ledger, tmp_path: Path):
    form = forms.form("ZZ-10")
    (usual, title), (other, _) = forms.subjects(sample, form)
    assert "2026-09-18" in title
    assert pdf_text(forms.preview(sample, form, on=ON)) == pdf_text(forms.preview(sample, form, on=ON, about=usual))
    (pdf,) = forms.produce(sample, form, tmp_path, on=ON, about=other, outputs=["pdf"])
    assert pdf.name == "金梭纺织_女职工委员会会议记录表_2026-03-05.pdf"
    with pytest.raises(FormRefused, match="没有编号为 99 的会议"):
        forms.preview(sample, form, on=ON, about=99)
    assert forms.subjects(sample, forms.form("ZZ-05"))[0][1] == "第5届"
    assert forms.subjects(sample, forms.form("TJ-01")) == []


def test_text_of_an_officer_is_never_a_path_or_a_formula(sample: Ledger, tmp_path: Path):
    forms.set_values(sample, {"单位.简称": '../..\\x:*?"<>| ', "单位.地址": '=HYPERLINK("http://x")'})
    _, xlsx = forms.produce(sample, forms.form("ZZ-09"), tmp_path / "出", on=ON, period="2026")
    assert xlsx.parent == tmp_path / "出" and xlsx.name.startswith("x_工会女职工组织")
    cells = [cell for row in openpyxl.load_workbook(xlsx).worksheets[0] for cell in row]
    assert [cell.data_type for cell in cells if cell.value == '=HYPERLINK("http://x")'] == ["s"]


def test_a_file_held_open_is_named_and_can_be_written_beside(sample: Ledger, tmp_path: Path):
    form = forms.form("ZZ-14")
    (path,) = forms.produce(sample, form, tmp_path, on=ON, outputs=["xlsx"])
    before = path.read_bytes()
    (tmp_path / f".~{path.name}").touch()
    with pytest.raises(FileRefused, match="正在 WPS"):
        forms.produce(sample, form, tmp_path, on=ON, outputs=["xlsx"])
    (second,) = forms.produce(sample, form, tmp_path, on=ON, outputs=["xlsx"], beside=True)
    assert second.stem == path.stem + "（2）" and path.read_bytes() == before == second.read_bytes()


def test_a_character_no_font_has_is_named_with_its_place(sample: Ledger, tmp_path: Path):
    with sample.writing("试验") as writing:
        writing.update(record_type("person"), 3, {"department": "\U0002fa1f间"})
    with pytest.raises(FormRefused, match=r"委员第 \d 行.*的“部门”里有印不出的字"):
        forms.produce(sample, forms.form("ZZ-05"), tmp_path / "出", on=ON)
    assert not list((tmp_path / "出").glob("*.pdf"))


def test_what_a_form_cannot_be_is_refused(sample: Ledger, tmp_path: Path):
    with pytest.raises(FormRefused, match="没有“XX-99”这张表"):
        forms.form("XX-99")
    with pytest.raises(FormRefused, match="没有 docx 这种格式"):
        forms.produce(sample, forms.form("ZZ-05"), tmp_path, on=ON, outputs=["docx"])
    with pytest.raises(FormRefused, match="不是期间"):
        forms.produce(sample, forms.form("TJ-01"), tmp_path, on=ON, period="明年")
    (tmp_path / "是文件").touch()
    with pytest.raises(FileRefused, match="不能使用文件夹"):
        forms.produce(sample, forms.form("ZZ-05"), tmp_path / "是文件" / "里", on=ON)


def test_a_batch_tells_its_progress_and_can_be_stopped(sample: Ledger, tmp_path: Path):
    steps: list[tuple[int, int]] = []

    def progress(done: int, total: int, title: str) -> None:
        steps.append((done, total))
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        forms.produce_all(sample, tmp_path / "出", on=ON, outputs=["pdf"], progress=progress)
    assert steps == [(number, len(FORMS)) for number in range(3)]
    assert len(list((tmp_path / "出").iterdir())) == 2
    refused: list[str] = []
    (tmp_path / "出" / "~$金梭纺织_女职工花名册_2026-11-22.xlsx").touch()
    made = forms.produce_all(
        sample,
        tmp_path / "出",
        on=ON,
        forms=[forms.form(code) for code in ("ZZ-05", "ZZ-14", "BR-01")],
        outputs=["xlsx"],
        refused=lambda form, _: refused.append(form.code),
    )
    assert len(made) == 2 and refused == ["ZZ-14"]


def test_an_empty_ledger_makes_every_form_without_inventing(ledger: Ledger):
    for form in EVERY_WAY:
        text = pdf_text(io.BytesIO(forms.preview(ledger, form, on=ON)).getvalue())
        assert dense(text) and "None" not in text and "{{" not in text
        assert not forms.readiness(ledger, form, on=ON).ready
