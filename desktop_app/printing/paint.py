"""A filled workbook on paper: the same cells, painted page by page onto a reportlab canvas."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from openpyxl.workbook.workbook import Workbook
from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from desktop_app.printing import fonts
from desktop_app.printing.heading import draw_heading
from desktop_app.printing.look import Looks
from desktop_app.printing.page import PagePainter
from desktop_app.printing.pen import Pen
from desktop_app.printing.sheet import Layout, Page
from desktop_app.printing.whole_file import written_whole

# Streams as bytes rather than as ASCII-85 text: files a fifth smaller, and the encoder is slow Python.
rl_config.useA85 = 0


@dataclass(frozen=True)
class Form:
    """One filled workbook to be painted, and its line in the PDF's outline (none when empty)."""

    workbook: Workbook
    outline: str = ""


def paint(
    workbook: Workbook,
    target: Path | BinaryIO,
    *,
    title: str,
    author: str,
    outline: str = "",
    today: date | None = None,
) -> int:
    """Paint one workbook to PDF; returns the number of pages. Raises FileRefused and FormRefused."""
    return paint_all([Form(workbook, outline)], target, title=title, author=author, today=today)


def paint_all(
    forms: Iterable[Form], target: Path | BinaryIO, *, title: str, author: str, today: date | None = None
) -> int:
    """Paint many workbooks into one PDF, page numbers starting anew with each; the number of pages in all.

    ``forms`` may be a generator, so that a caller can show progress and stop by raising Cancelled: no file is left.
    """
    if isinstance(target, Path):
        with written_whole(target) as stream:
            return paint_all(forms, stream, title=title, author=author, today=today)
    canvas = open_canvas(target, title=title, author=author)
    pen = Pen(canvas)
    count = 0
    for number, form in enumerate(forms):
        if form.outline:
            canvas.bookmarkPage(f"form{number}")
            canvas.addOutlineEntry(form.outline, f"form{number}", 0, closed=False)
        count += _paint_form(canvas, pen, form.workbook, today)
    canvas.save()
    return count


def open_canvas(target: BinaryIO, *, title: str, author: str) -> Canvas:
    """A document to draw on that says of itself its title, the unit as author and its language, and nothing else."""
    canvas = Canvas(
        target,
        pageCompression=1,
        invariant=1,
        lang="zh-CN",
        initialFontName=fonts.load(fonts.SERIF),
        initialFontSize=10,
    )
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setCreator("半边天")
    canvas.setProducer("半边天")
    canvas.setSubject("")
    canvas.setKeywords("")
    return canvas


def page_count(workbook: Workbook) -> int:
    """How many pages a workbook prints on, for forms that promise one side of A4."""
    return len(_pages(workbook))


def _pages(workbook: Workbook) -> list[tuple[Layout, Page]]:
    looks = Looks(workbook)
    layouts = [Layout(sheet, looks) for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    return [(layout, page) for layout in layouts for page in layout.pages()]


def _paint_form(canvas: Canvas, pen: Pen, workbook: Workbook, today: date | None) -> int:
    pages = _pages(workbook)
    painters: dict[int, PagePainter] = {}
    for number, (layout, page) in enumerate(pages, 1):
        painter = painters.get(id(layout))
        is_first = painter is None
        if painter is None:
            painter = painters[id(layout)] = PagePainter(layout, pen)
        canvas.setPageSize(layout.paper())
        pen.new_page()
        canvas._code.extend(painter.paint(page))
        pen.new_page()
        draw_heading(pen, layout, number, len(pages), today, is_first=is_first)
        canvas._code.extend(pen.operators())
        painter.pictures(canvas, page)
        canvas.showPage()
    return len(pages)
