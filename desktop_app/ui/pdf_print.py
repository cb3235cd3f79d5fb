"""Paper: the very pages of the preview, rendered for the printer's own resolution."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from desktop_app.errors import FormRefused
from desktop_app.ui.pdf_view import open_document, page_image

_MOST_DPI = 300  # sharper than any office printer needs for 0.5 pt rules, and 35 MB a page


def print_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Print a document at its true size. Raises FormRefused when the printer does not answer."""
    document = open_document(pdf)
    try:
        printer.setFullPage(True)
        sizes = [document.get_page_size(number) for number in range(len(document))]
        _set_paper(printer, *sizes[0])
        painter = QPainter()
        if not painter.begin(printer):
            raise FormRefused("打印机没有响应，没有打印。请检查打印机是否接通、有纸，再打印一次；数据没有受影响。")
        for number, (width, height) in enumerate(sizes):
            if number:
                _set_paper(printer, width, height)
                printer.newPage()
            _paint(document, number, painter, printer)
        painter.end()
    finally:
        document.close()


def _set_paper(printer: QPrinter, width: float, height: float) -> None:
    """The paper as the form has it: drivers may answer the dialog with another size and clip (QCAD issue 201)."""
    size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Point)
    turned = QPageLayout.Orientation.Landscape if width > height else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, turned, QMarginsF()))


def _paint(document: Any, number: int, painter: QPainter, printer: QPrinter) -> None:
    page = document[number]
    width, height = page.get_size()
    image = page_image(page, min(printer.resolution(), _MOST_DPI) / 72)
    page.close()
    scale = printer.resolution() / 72
    painter.drawImage(QRectF(0, 0, width * scale, height * scale), image, QRectF(image.rect()))
