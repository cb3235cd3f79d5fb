"""What printing costs, against the same work without us: a one-page form, 200 forms, and a log of 10,000 rows."""

from __future__ import annotations

import io
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
from desktop_app.printing.number_text import shown
from desktop_app.printing.paint import paint
from desktop_app.printing.template import Template
from desktop_app.printing.workbook import save
from tests.printing.templates import THIN, data, roster

ROWS = 10_000
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
    yield f"{ROWS} 行，PDF", filling + painting, seconds(lambda: bare_canvas(texts)), 2.0
    yield f"{ROWS} 行，xlsx", filling + saving, seconds(lambda: write_only(values)), 1.2


def _reload(path: Path) -> None:
    openpyxl.load_workbook(path).save(io.BytesIO())


def main() -> None:
    """Print the ratios; fail only far beyond what is allowed, since other work may share the machine."""
    with tempfile.TemporaryDirectory() as folder:
        for what, ours, baseline, allowed in measure(Path(folder)):
            ratio = ours / baseline
            print(f"{what}: {ours * 1000:.0f} ms, {ratio:.2f} x ({allowed:.1f} x allowed)")
            assert ratio < 2 * allowed, what


if __name__ == "__main__":
    main()
