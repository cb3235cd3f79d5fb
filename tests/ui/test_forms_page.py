"""表单上报: what is missing leads to its place, the preview is the paper, files never replace others unasked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot
from ui.fakes import FakeMessages

from desktop_app.errors import FileRefused
from desktop_app.services import records
from desktop_app.ui.context import Context
from desktop_app.ui.form_items import FormItems
from desktop_app.ui.made_files import MadeFiles
from desktop_app.ui.missing_list import MissingList
from desktop_app.ui.pages.forms import FormsPage
from desktop_app.ui.pdf_print import print_pdf
from desktop_app.ui.pdf_view import PdfView


@pytest.fixture
def room(context: Context) -> int:
    records.save(context.ledger, "enterprise", {"name": "江城长河精密机械有限公司", "short_name": "长河精密"})
    room_id = records.save(context.ledger, "nursing_room", {"name": "一号厂房哺乳室", "location": "二楼"}).id
    for number in range(60):
        day = f"2026-11-{number % 20 + 1:02d}"
        use = {"room_id": room_id, "used_on": day, "entered_at": "0905", "left_at": "0930", "department": "装配车间"}
        records.save(context.ledger, "room_use", use)
    return room_id


def shown(qtbot: QtBot, context: Context, code: str) -> FormsPage:
    page = FormsPage(context)
    qtbot.addWidget(page)
    page.resize(880, 540)
    page.show()
    page.reload()
    page.show_record(code, 0)
    qtbot.waitUntil(lambda: bool(preview_of(page).pdf))
    return page


def preview_of(page: FormsPage) -> PdfView:
    view = page.findChild(PdfView)
    assert isinstance(view, PdfView)
    return view


def words(pdf: bytes | Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_the_preview_is_the_forms_own_paper(qtbot: QtBot, context: Context, room: int) -> None:
    page = shown(qtbot, context, "BR-03")
    view = preview_of(page)
    assert "一号厂房哺乳室" in words(view.pdf)
    assert view.page_count == 3
    assert not view.grab().toImage().isNull()


def test_another_period_and_date_give_another_paper(qtbot: QtBot, context: Context, room: int) -> None:
    page = shown(qtbot, context, "BR-03")
    before = preview_of(page).pdf
    page.desk.choices.choose("期间", "2026年10月")
    qtbot.waitUntil(lambda: preview_of(page).pdf != before)
    assert preview_of(page).page_count == 1


def test_a_date_that_is_none_is_said_in_place_of_the_paper(qtbot: QtBot, context: Context, room: int) -> None:
    page = shown(qtbot, context, "BR-01")
    page.desk.choices.day.line.setText("明年")
    qtbot.waitUntil(lambda: not preview_of(page).pdf)
    assert "不是日期" in preview_of(page).words


def test_what_is_missing_leads_to_its_place(qtbot: QtBot, context: Context, room: int) -> None:
    page = shown(qtbot, context, "BR-01")
    missing = page.findChild(MissingList)
    assert isinstance(missing, MissingList)
    gone: list[tuple[str, str, int, str]] = []
    context.go.connect(lambda *place: gone.append(place))
    assert missing.links
    missing.links[0].click()
    assert gone == [("enterprise", "union_committee", 0, "name")]
    assert "缺" in page.desk.list.word("BR-01")
    assert page.desk.list.word("BR-03") == "可报"


def test_files_are_named_by_rule_and_never_replace_others_unasked(
    qtbot: QtBot, context: Context, room: int, messages: FakeMessages, tmp_path: Path
) -> None:
    page = shown(qtbot, context, "BR-03")
    folder = tmp_path / "上报"
    messages.files = [str(folder)] * 3
    page.desk.make(("pdf",))
    [first] = folder.iterdir()
    assert first.name.startswith("长河精密_女职工休息哺乳室使用登记表_")
    first.write_bytes(b"signed by hand")
    page.desk.make(("pdf",))
    assert first.read_bytes() == b"signed by hand"
    assert sorted(path.name for path in folder.iterdir()) == sorted([first.name, f"{first.stem}（2）.pdf"])
    messages.answers = ["用新文件换掉原文件"]
    page.desk.make(("pdf",))
    assert "一号厂房哺乳室" in words(first)
    made = page.findChild(MadeFiles)
    assert isinstance(made, MadeFiles)
    assert made.paths == [first]


def test_a_file_open_in_wps_is_left_alone(
    qtbot: QtBot, context: Context, room: int, messages: FakeMessages, tmp_path: Path
) -> None:
    page = shown(qtbot, context, "BR-03")
    messages.files = [str(tmp_path)] * 2
    page.desk.make(("xlsx",))
    [first] = tmp_path.glob("长河*.xlsx")
    (tmp_path / f".~{first.name}").touch()
    messages.answers = ["用新文件换掉原文件"]
    before = first.read_bytes()
    with pytest.raises(FileRefused, match="正在 WPS 或其他程序中打开"):
        page.desk.make(("xlsx",))
    assert first.read_bytes() == before
    assert len(list(tmp_path.glob("长河*（2）.xlsx"))) == 1


def test_a_blank_form_has_the_lines_asked_for(
    qtbot: QtBot, context: Context, room: int, messages: FakeMessages, tmp_path: Path
) -> None:
    page = shown(qtbot, context, "BR-03")
    messages.files = [str(tmp_path / "空白")]
    page.desk.make_blank(45)
    [pdf] = (tmp_path / "空白").glob("*空白*.pdf")
    assert "装配车间" not in words(pdf)


def test_all_forms_are_written_at_once(
    qtbot: QtBot, context: Context, room: int, messages: FakeMessages, tmp_path: Path
) -> None:
    page = shown(qtbot, context, "BR-03")
    messages.files = [str(tmp_path / "全部")]
    page.desk.make_all()
    files = list((tmp_path / "全部").iterdir())
    assert len({path.stem for path in files if path.suffix == ".pdf"}) == page.desk.list.form_count
    book = load_workbook(next(path for path in files if path.name.endswith(".xlsx") and "使用登记表" in path.name))
    assert any("一号厂房哺乳室" in str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row)
    book.close()


def test_the_printer_gets_the_previews_pages(qtbot: QtBot, context: Context, room: int, tmp_path: Path) -> None:
    page = shown(qtbot, context, "BR-03")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(100)
    printer.setOutputFileName(str(tmp_path / "纸.pdf"))
    print_pdf(preview_of(page).pdf, printer)
    paper = pypdfium2.PdfDocument(tmp_path / "纸.pdf")
    shown_pdf = pypdfium2.PdfDocument(preview_of(page).pdf)
    assert len(paper) == len(shown_pdf)
    assert paper.get_page_size(0) == pytest.approx(shown_pdf.get_page_size(0), abs=1)
    paper.close()
    shown_pdf.close()


def test_the_date_written_is_the_one_typed(qtbot: QtBot, context: Context, room: int) -> None:
    page = shown(qtbot, context, "BR-01")
    before = preview_of(page).pdf
    page.desk.choices.day.line.setText("2026.10.8")
    qtbot.waitUntil(lambda: preview_of(page).pdf not in (before, b""))
    assert page.desk.choices.on == date(2026, 10, 8)
    assert "2026年10月8日" in words(preview_of(page).pdf).replace(" ", "")


def test_another_form_is_not_about_a_record_that_only_shares_its_number(qtbot: QtBot, context: Context) -> None:
    records.save(context.ledger, "enterprise", {"name": "江城长河精密机械有限公司"})
    records.save(context.ledger, "nursing_room", {"name": "一号厂房哺乳室", "location": "二楼"})
    for name, offered in (("首份合同", "2024-03-01"), ("新一轮合同", "2026-03-01")):
        records.save(context.ledger, "negotiation", {"name": name, "offered_on": offered})
    page = shown(qtbot, context, "BR-01")
    assert page.desk.choices.about == 1
    page.show_record("HT-08", 0)
    assert page.desk.choices.about == 2  # the newest round, not the one with the room's number


def test_a_click_on_a_figure_of_the_paper_opens_the_records_behind_it(
    qtbot: QtBot, context: Context, room: int
) -> None:
    page = shown(qtbot, context, "BR-07")
    view = preview_of(page)
    visits = next(each for each in page.desk._opened if each.name == "汇总.使用人次合计")
    view.pointed.emit(page.desk._opened.index(visits))
    figures = page.desk._figures
    qtbot.waitUntil(lambda: figures.records.count() == 60)
    assert "使用登记 60 条" in figures.said.text()
    gone: list[tuple[str, str, int, str]] = []
    context.go.connect(lambda *place: gone.append(place))
    figures.records.itemActivated.emit(figures.records.item(0))
    assert gone[0][:2] == ("nursing", "room_use")
    page.desk._paper.setCurrentWidget(view)
    november = next(each for each in page.desk._opened if each.name == "月度.使用人次" and each.line == 10)
    view.pointed.emit(page.desk._opened.index(november))
    qtbot.waitUntil(lambda: "60 条" in figures.said.text())
    page.desk._paper.setCurrentWidget(view)
    march = next(each for each in page.desk._opened if each.name == "月度.使用人次" and each.line == 2)
    view.pointed.emit(page.desk._opened.index(march))
    qtbot.waitUntil(lambda: figures.records.count() == 0)


def test_a_form_about_a_day_can_be_chosen(qtbot: QtBot, context: Context, room: int) -> None:
    records.save(context.ledger, "room_inspection", {"room_id": room, "inspected_on": "2026-10-12"})
    records.save(context.ledger, "protection_check", {"checked_on": "2026-10-09"})
    page = shown(qtbot, context, "BR-03")
    page.show_record("protection_check", 0)
    assert page.desk.choices.about == 1
    qtbot.waitUntil(lambda: bool(preview_of(page).pdf))


def test_forms_are_found_by_title_code_and_letters(qtbot: QtBot, context: Context, room: int) -> None:
    page = shown(qtbot, context, "BR-03")
    forms = page.desk.list
    page.search()
    assert forms.focusWidget() is forms.sought
    for typed, expected in (("使用登记", "BR-03"), ("br03", "BR-03"), ("BR-07", "BR-07"), ("zghydcb", "")):
        forms.sought.setText(typed)
        assert (expected in forms.shown) if expected else forms.shown == []
    forms.sought.setText("hmc")  # 花名册
    assert "ZZ-05" not in forms.shown
    assert any("花名册" in page.desk._all[code].title for code in forms.shown)
    forms.sought.setText("")
    assert len(forms.shown) == forms.form_count
    forms.sought.setText("BR-07")
    QTest.keyClick(forms.sought, Qt.Key.Key_Return)
    assert forms.current == "BR-07"


def test_a_form_that_the_search_hides_comes_back_when_it_is_asked_for(
    qtbot: QtBot, context: Context, room: int
) -> None:
    page = shown(qtbot, context, "BR-03")
    page.desk.list.sought.setText("BR-07")
    page.show_record("HT-08", 0)
    assert page.desk.list.current == "HT-08"
    assert "HT-08" in page.desk.list.shown


def test_areas_stand_as_in_the_left_bar(qtbot: QtBot, context: Context, room: int) -> None:
    page = shown(qtbot, context, "BR-03")
    assert page.desk.list.areas[:3] == ["女职工委员会", "专项集体合同", "休息哺乳室"]
    assert page.desk.list.areas[-3:] == ["健康与劳动保护", "活动与维权", "工作管理"]


def test_larger_text_enlarges_the_heads_too(qtbot: QtBot, context: Context, room: int) -> None:
    page = shown(qtbot, context, "BR-03")
    items = page.desk.list.findChild(FormItems)
    assert isinstance(items, FormItems)
    font = items.font()
    font.setPixelSize(26)
    items.setFont(font)
    assert items.item(0).font().pixelSize() == 26


def test_the_form_chosen_stays_in_view(qtbot: QtBot, context: Context, room: int) -> None:
    page = shown(qtbot, context, "GL-01")
    page.reload()
    items = page.desk.list.findChild(FormItems)
    assert isinstance(items, FormItems)
    assert items.viewport().rect().contains(items.visualItemRect(items.currentItem()))


def test_choices_are_never_cut_off_at_the_right(qtbot: QtBot, context: Context, room: int) -> None:
    records.save(context.ledger, "negotiation", {"name": "女职工权益保护专项集体合同", "offered_on": "2026-03-01"})
    page = shown(qtbot, context, "HT-08")
    choices = page.desk.choices
    area = next(each for each in page.desk.findChildren(QScrollArea) if each.isAncestorOf(choices))
    for width in (880, 940, 1100):
        page.resize(width, 540)
        qtbot.wait(20)
        assert area.widget().width() <= area.viewport().width()
