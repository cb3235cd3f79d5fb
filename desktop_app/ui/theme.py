"""How everything looks: the one palette, the text sizes, the font, and the style sheet made from them."""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.paths import resource

# Warm paper and one accent; every text colour has a contrast of at least 4.5 : 1 on SHEET and on PAPER.
PAPER, SHEET, BAR = "#F5F3F0", "#FFFFFF", "#FBFAF8"
LINE, EDGE, HEAD = "#E3DDD4", "#C9C0B4", "#F3EFE8"
INK, GREY, PALE = "#2B2622", "#6A6058", "#A79E93"
ACCENT, ACCENT_DEEP, ACCENT_SOFT = "#C8102E", "#9F0C24", "#FBECEE"
GOOD, GOOD_SOFT = "#1E6E45", "#E7F3EC"
WARN, WARN_SOFT = "#8A5000", "#FCF2E0"
BAD, BAD_SOFT = "#B00F2A", "#FBECEE"
CHOSEN, HOVER = "#F8E9E2", "#F1ECE5"
MARKED = "#EFCFC2"  # text selected in an input

SIZES = {"小": 13, "标准": 15, "大": 17, "特大": 20}  # base text in pixels
USUAL_SIZE = "标准"

# What the PC has is best (an officer's eyes know it); the bundled face serves where it has no Chinese at all.
_FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "思源黑体",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "SimSun",
)


def dress(application: QApplication, size: str) -> None:
    """Give the application our palette, font and style sheet with the text size of that name."""
    size = size if size in SIZES else USUAL_SIZE
    base = SIZES[size]
    application.setProperty("text_size", size)
    family = _family()
    font = QFont(family)
    font.setPixelSize(base)
    application.setFont(font)
    application.setPalette(_palette())
    application.setStyleSheet(style_sheet(base, family))


def size_in_use(application: QCoreApplication | None) -> str:
    """The name of the text size that ``dress`` was last given."""
    return str(application.property("text_size") or USUAL_SIZE) if application else USUAL_SIZE


def style_sheet(base: int, family: str) -> str:
    """The style sheet for a base text of that many pixels in a font of that name."""
    colours = {name.lower(): value for name, value in globals().items() if name.isupper() and isinstance(value, str)}
    sizes = {f"px{percent}": f"{round(base * percent / 100)}px" for percent in range(25, 325, 5)}
    icons = resource("icons").as_posix()
    return Template(resource("style", "banbiantian.qss").read_text("utf-8")).substitute(
        colours, **sizes, icons=icons, family=family
    )


def _family() -> str:
    for name in _FAMILIES:
        if QFontDatabase.hasFamily(name):
            return name
    number = QFontDatabase.addApplicationFont(str(resource("fonts", "NotoSansSC-Regular.ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _palette() -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(PAPER))
    for name, colour in (
        (role.Window, PAPER),
        (role.Base, SHEET),
        (role.AlternateBase, BAR),
        (role.Button, SHEET),
        (role.WindowText, INK),
        (role.Text, INK),
        (role.ButtonText, INK),
        (role.PlaceholderText, GREY),
        (role.Highlight, CHOSEN),
        (role.HighlightedText, INK),
        (role.Link, ACCENT),
        (role.ToolTipBase, INK),
        (role.ToolTipText, SHEET),
        (role.Mid, EDGE),
        (role.Dark, EDGE),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(PALE))
    return palette
