"""Icons of one family: our own line drawings, in the colour of the words beside them."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.paths import resource
from desktop_app.ui import theme


def icon(name: str, colour: str = theme.INK, chosen: str = "") -> QIcon:
    """The icon ``resources/icons/<name>.svg`` in ``colour``; in ``chosen`` (if given) while its button is checked."""
    drawing = resource("icons", f"{name}.svg").read_text("utf-8")
    made = QIcon()
    for side in (24, 48):
        made.addPixmap(_painted(drawing, side, colour))
        made.addPixmap(_painted(drawing, side, theme.PALE), QIcon.Mode.Disabled)
        if chosen:
            made.addPixmap(_painted(drawing, side, chosen), QIcon.Mode.Normal, QIcon.State.On)
    return made


def pixmap(name: str, colour: str, side: int, scale: float = 1.0) -> QPixmap:
    """One picture of an icon, ``side`` logical pixels wide, sharp on a screen of that ``scale``."""
    made = _painted(resource("icons", f"{name}.svg").read_text("utf-8"), round(side * scale), colour)
    made.setDevicePixelRatio(scale)
    return made


def _painted(drawing: str, side: int, colour: str) -> QPixmap:
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return made
