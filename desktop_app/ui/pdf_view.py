"""The PDF itself on the screen: what one sees is what the printer gets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

open_document: Callable[[bytes], Any] = pypdfium2.PdfDocument  # comes without types

_GAP = 12  # pixels between two sheets
_LEAST, _MOST = 0.25, 4.0  # pixels of the screen per point of the paper


def page_image(page: Any, scale: float) -> QImage:
    """One page of a pypdfium2 document, ``scale`` pixels to the point."""
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    made = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
    bitmap.close()
    return made


@dataclass(frozen=True)
class Mark:
    """A box over a page (from 0), in points from its top left corner, with a few words in it.

    One without ``colour`` is only felt: the hand points at it and ``tip`` says what a click does.
    """

    page: int
    box: tuple[float, float, float, float]
    colour: str = ""
    words: str = ""
    is_aside: bool = False  # the words stand at the right, beside what is printed there
    tip: str = ""


class _Sheets(QWidget):
    """The pages beneath each other; only those in sight are rendered, and kept until the zoom changes."""

    pressed = Signal(int)  # the number of the mark under the mouse

    def __init__(self) -> None:
        super().__init__()
        self.marks: tuple[Mark, ...] = ()
        self.chosen = -1
        self.setMouseTracking(True)
        self._document: Any = None
        self._sizes: list[tuple[float, float]] = []
        self._images: dict[int, QImage] = {}
        self.zoom = 1.0

    def show_document(self, pdf: bytes) -> None:
        """Show another document."""
        self.close_document()
        self._document = open_document(pdf)
        self._sizes = [self._document.get_page_size(number) for number in range(len(self._document))]
        self.set_zoom(self.zoom)

    def close_document(self) -> None:
        """Let go of the document."""
        if self._document is not None:
            self._document.close()
        self._document, self._sizes, self._images = None, [], {}

    @property
    def page_count(self) -> int:
        """How many sheets of paper."""
        return len(self._sizes)

    @property
    def paper_width(self) -> float:
        """The widest page in points."""
        return max((width for width, _ in self._sizes), default=595.0)

    def set_zoom(self, zoom: float) -> None:
        """Show the pages at ``zoom`` pixels to the point."""
        self.zoom = max(_LEAST, min(_MOST, zoom))
        self._images.clear()
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """All pages with gaps around."""
        height = sum(round(height * self.zoom) + _GAP for _, height in self._sizes) + _GAP
        return QSize(round(self.paper_width * self.zoom) + 2 * _GAP, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self)
        for number, place in enumerate(self._places()):
            if place.intersects(event.rect()):
                painter.drawImage(place, self._image(number))
                painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
                painter.drawRect(place)
        for number, mark in enumerate(self.marks):
            self._paint_mark(painter, mark, is_chosen=number == self.chosen)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say which mark is meant."""
        number = self._mark_at(event)
        if number >= 0:
            self.pressed.emit(number)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked, and what that does."""
        number = self._mark_at(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor)
        self.setToolTip(self.marks[number].tip if number >= 0 else "")

    def _mark_at(self, event: QMouseEvent) -> int:
        here = event.position().toPoint()
        found = (number for number, mark in enumerate(self.marks) if self.place_of(mark).contains(here))
        return next(found, -1)

    def place_of(self, mark: Mark) -> QRect:
        """Where a mark lies among the pages shown."""
        sheet = self._places()[mark.page]
        left, top, width, height = (round(each * self.zoom) for each in mark.box)
        return QRect(sheet.left() + left, sheet.top() + top, width, height)

    def _paint_mark(self, painter: QPainter, mark: Mark, *, is_chosen: bool) -> None:
        if not mark.colour:
            return
        place = self.place_of(mark)
        colour = QColor(mark.colour)
        painter.setPen(QPen(colour, 3 if is_chosen else 1))
        soft = QColor(colour)
        soft.setAlpha(60 if is_chosen else 28)
        painter.fillRect(place, soft)
        painter.drawRect(place)
        if mark.words:
            font = painter.font()
            font.setPixelSize(max(8, min(13, round(9 * self.zoom))))
            painter.setFont(font)
            words = painter.fontMetrics().elidedText(mark.words, Qt.TextElideMode.ElideRight, place.width() - 4)
            side = Qt.AlignmentFlag.AlignRight if mark.is_aside else Qt.AlignmentFlag.AlignHCenter
            painter.drawText(place.adjusted(2, 0, -2, 0), side | Qt.AlignmentFlag.AlignVCenter, words)

    def _places(self) -> list[QRect]:
        places, top = [], _GAP
        for width, height in self._sizes:
            places.append(QRect(_GAP, top, round(width * self.zoom), round(height * self.zoom)))
            top += round(height * self.zoom) + _GAP
        return places

    def _image(self, number: int) -> QImage:
        if number not in self._images:
            page = self._document[number]
            self._images[number] = page_image(page, self.zoom * self.devicePixelRatioF())
            page.close()
        return self._images[number]


class PdfView(QWidget):
    """A document with zoom; while there is none, a sentence in its place."""

    pointed = Signal(int)  # the number of the mark that was clicked

    def __init__(self) -> None:
        super().__init__()
        self.pdf = b""
        self._fits = True
        self._sheets = _Sheets()
        self._sheets.pressed.connect(self.pointed)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._sheets.close_document)
        self._make_area()
        self._make_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._bar)
        column.addWidget(self._stack, 1)
        self.show_words("")

    def show_pdf(self, pdf: bytes) -> None:
        """Show a document, at the place where the last one stood."""
        place = self._area.verticalScrollBar().value()
        self.pdf = pdf
        self._sheets.marks, self._sheets.chosen = (), -1  # they lay over the document before
        self._sheets.show_document(pdf)
        self._stack.setCurrentWidget(self._area)
        self._pages.setText(f"预览 · 共 {self._sheets.page_count} 页")
        self._fit()
        self._area.verticalScrollBar().setValue(place)

    def show_marks(self, marks: Sequence[Mark], chosen: int = -1) -> None:
        """Draw boxes over the pages; the one chosen stands out and is brought into view."""
        self._sheets.marks, self._sheets.chosen = tuple(marks), chosen
        if 0 <= chosen < len(marks):
            place = self._sheets.place_of(marks[chosen])
            self._area.ensureVisible(place.center().x(), place.center().y(), 60, 80)
        self._sheets.update()

    def show_words(self, sentence: str) -> None:
        """Say why there is no document."""
        self.pdf = b""
        self._sheets.close_document()
        self._words.setText(sentence)
        self._pages.setText("预览")
        self._stack.setCurrentWidget(self._words)

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return self._sheets.page_count

    @property
    def words(self) -> str:
        """The sentence in place of the document."""
        return self._words.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the width fitting."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        """Ctrl and the wheel zoom."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom(1.1 if event.angleDelta().y() > 0 else 1 / 1.1)
            return True
        return False

    def _make_area(self) -> None:
        self._area = QScrollArea()
        self._area.setWidget(self._sheets)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._area.setAccessibleName("表单预览")
        self._area.viewport().installEventFilter(self)
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setMargin(24)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setProperty("role", "hint")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._words)

    def _make_bar(self) -> None:
        self._pages = QLabel()
        self._pages.setProperty("role", "hint")
        self._bar = QHBoxLayout()
        self._bar.addWidget(self._pages, 1)
        for text, name, act in (
            ("－", "缩小", lambda: self._zoom(1 / 1.2)),
            ("＋", "放大", lambda: self._zoom(1.2)),
            ("适合宽度", "适合宽度", self._fit_again),
        ):
            button = QPushButton(text)
            button.setProperty("role", "quiet")
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.clicked.connect(lambda _=False, act=act: act())
            self._bar.addWidget(button)

    def _zoom(self, factor: float) -> None:
        self._fits = False
        self._sheets.set_zoom(self._sheets.zoom * factor)

    def _fit_again(self) -> None:
        self._fits = True
        self._fit()

    def _fit(self) -> None:
        if self._fits and self._sheets.page_count:
            room = self._area.width() - self._area.verticalScrollBar().sizeHint().width() - 2 * _GAP - 4
            self._sheets.set_zoom(room / self._sheets.paper_width)
