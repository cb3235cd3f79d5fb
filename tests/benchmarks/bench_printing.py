"""What printing costs, against the same work without us: a form, 500 registration forms, every form, 10,000 rows."""

from __future__ import annotations

import io
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
from openpyxl.cell import WriteOnlyCell
from reportlab.pdfgen.canvas import Canvas

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop_app.printing import fonts
from desktop_app.printing.fill import FormData, fill
from desktop_app.printing.form import shipped_forms
from desktop_app.printing.number_text import shown
from desktop_app.printing.paint import paint
from desktop_app.printing.template import Template
from desktop_app.printing.workbook import save
from tests.printing.templates import THIN, data, roster

ROWS = 10_000
BATCH = 500
BATCH_SECONDS, BATCH_MEGABYTES, FILES_A_SECOND = 8.0, 150, 15  # what the form making of a whole unit may take
ROW_HEIGHT = 24


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """The best of three runs of ``times`` calls, per call."""
    best = float("inf")
    for _ in range(3):
        begun = time.perf_counter()
        for _ in range(times):
            work()
        best = min(best, time.perf_counter() - begun)
    return best / times


def both_files(template: Template, values: FormData) -> None:
    """One form as .xlsx and .pdf."""
    workbook = fill(template, values)
    save(workbook, io.BytesIO())
    paint(workbook, io.BytesIO(), title="花名册", author="工会")


def bare_canvas(texts: list[list[str]]) -> None:
    """The same cells, each drawn with its lines, by reportlab alone."""
    face = fonts.load(fonts.SERIF)
    canvas = Canvas(io.BytesIO(), initialFontName=face, pageCompression=1)
    for number, row in enumerate(texts):
        if number % 25 == 0:
            canvas.showPage()
            canvas.setFont(face, 11)
        y = 740 - number % 25 * ROW_HEIGHT
        for column, text in enumerate(row):
            canvas.rect(50 + 80 * column, y, 80, ROW_HEIGHT)
            canvas.drawString(52 + 80 * column, y + 8, text)
    canvas.save()


def fields(template: Template, number: int) -> FormData:
    """A person in every field of a registration form, never two alike."""
    names = sorted(name for name in template.names() if not name.startswith("汇总"))
    return FormData({name: f"{name[-4:]}{chr(0x4E00 + number * 7 + place)}" for place, name in enumerate(names)})


def batch(template: Template, folder: Path) -> None:
    """A PDF for each of many people, in one folder."""
    for number in range(BATCH):
        paint(fill(template, fields(template, number)), folder / f"{number}.pdf", title="登记表", author="工会")


def bare_batch(template: Template, folder: Path) -> None:
    """The same words in as many files, by reportlab alone."""
    sheet = fill(template, fields(template, 0)).active
    labels = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    face = fonts.load(fonts.SERIF)
    for number in range(BATCH):
        canvas = Canvas(str(folder / f"{number}.pdf"), initialFontName=face, pageCompression=1)
        canvas.setFont(face, 11)
        for place, text in enumerate([*labels, *map(str, fields(template, number).singles.values())]):
            canvas.rect(50 + 100 * (place % 5), 20 + 20 * (place // 5 % 40), 100, 20)
            canvas.drawString(52 + 100 * (place % 5), 26 + 20 * (place // 5 % 40), text)
        canvas.save()


def every_form() -> int:
    """Each form of cells as .xlsx and .pdf, empty; the number of files."""
    templates = [Template.load(form.template_path) for form in shipped_forms() if form.template_path.suffix == ".xlsx"]
    for template in templates:
        lists = {name.split(".")[0]: () for name in template.names() if name.endswith(".#")}
        both_files(template, FormData({}, lists))
    return 2 * len(templates)


def office_seconds(path: Path) -> float:
    """LibreOffice's time for a PDF of a workbook, without its start."""
    office = shutil.which("soffice")
    if office is None:
        return 0.0
    small = roster(path.with_name("小.xlsx"))

    def convert(file: Path) -> None:
        command = [office, "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(file)]
        subprocess.run(command, check=True, capture_output=True)

    convert(small)
    begun = time.perf_counter()
    convert(small)
    started = time.perf_counter()
    convert(path)
    return time.perf_counter() - started - (started - begun)


def write_only(values: list[list[object]]) -> None:
    """The same cells with a border each, by openpyxl's fastest writer."""
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in values:
        cells = [WriteOnlyCell(sheet, value) for value in row]
        for cell in cells:
            cell.border = THIN
        sheet.append(cells)
    workbook.save(io.BytesIO())


def measure(folder: Path) -> Iterator[tuple[str, float, float, float]]:
    """What, our seconds, the baseline's seconds, and how many times the baseline we may take."""
    path = roster(folder / "表.xlsx")
    template = Template.load(path)
    both_files(template, data(7))
    yield (
        "一页表，两个文件",
        seconds(lambda: both_files(template, data(7)), 20),
        seconds(lambda: _reload(path), 20),
        3.0,
    )
    log = data(ROWS)
    log = replace(log, lists={"委员": [{**row, "职务": "财务科会计"} for row in log.lists["委员"]]})
    workbook = fill(template, log)
    rows = list(workbook.active.iter_rows(4, 3 + ROWS))
    values = [[cell.value for cell in row] for row in rows]
    texts = [[shown(cell.value, cell.number_format) for cell in row] for row in rows]
    del workbook, rows
    filling = seconds(lambda: fill(template, log))
    workbook = fill(template, log)
    painting = seconds(lambda: paint(workbook, io.BytesIO(), title="台账", author="工会"))
    saving = seconds(lambda: save(workbook, io.BytesIO()))
    yield f"{ROWS} 行，PDF", filling + painting, seconds(lambda: bare_canvas(texts)), 1.6
    save(workbook, folder / "台账.xlsx")
    office = office_seconds(folder / "台账.xlsx")
    if office:
        yield f"{ROWS} 行，PDF，对 LibreOffice", filling + painting, office, 1.0
    yield f"{ROWS} 行，xlsx", filling + saving, seconds(lambda: write_only(values)), 1.2


def _reload(path: Path) -> None:
    openpyxl.load_workbook(path).save(io.BytesIO())


def measure_batch(folder: Path) -> None:
    """Many registration forms in one folder: seconds and memory, and how they compare with bare canvases."""
    form = next(form for form in shipped_forms() if form.code == "ZZ-09")
    template = Template.load(form.template_path)
    begun = time.perf_counter()
    batch(template, folder)
    ours = time.perf_counter() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    begun = time.perf_counter()
    bare_batch(template, folder)
    ratio = ours / (time.perf_counter() - begun)
    print(
        f"{BATCH} 份登记表: {ours:.1f} s ({BATCH_SECONDS:.0f} s allowed), {memory:.0f} MB, {ratio:.2f} x bare canvases"
    )
    assert memory < BATCH_MEGABYTES
    assert ours < 2 * BATCH_SECONDS
    count = every_form()
    speed = count / seconds(every_form)
    print(f"全部表单: {count} 个文件, {speed:.0f} files/s ({FILES_A_SECOND} wanted)")
    assert speed > FILES_A_SECOND / 2


def main() -> None:
    """Print the ratios; fail only far beyond what is allowed, since other work may share the machine."""
    with tempfile.TemporaryDirectory() as folder:
        measure_batch(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        for what, ours, baseline, allowed in measure(Path(folder)):
            ratio = ours / baseline
            print(f"{what}: {ours * 1000:.0f} ms, {ratio:.2f} x ({allowed:.1f} x allowed)")
            assert ratio < 2 * allowed, what


if __name__ == "__main__":
    main()
