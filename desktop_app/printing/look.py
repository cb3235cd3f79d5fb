"""What a cell's style means on paper: face, size, colours, alignment and strokes, worked out once per style."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles.alignment import Alignment
from openpyxl.styles.borders import Border, Side
from openpyxl.styles.colors import COLOR_INDEX, Color
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.styles.styleable import StyleArray
from openpyxl.workbook.workbook import Workbook

from desktop_app.printing import fonts

Rgb = tuple[float, float, float]
_PLAIN = StyleArray()  # openpyxl gives a cell no array until it is styled
BLACK: Rgb = (0.0, 0.0, 0.0)
# Office's theme in its own order: light 1, dark 1, light 2, dark 2, six accents.
_THEME = ("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47")
_WIDTHS = {
    "hair": 0.25,
    "medium": 1.0,
    "mediumDashed": 1.0,
    "mediumDashDot": 1.0,
    "mediumDashDotDot": 1.0,
    "thick": 1.5,
}
_DASHES = {"dashed": (3, 1), "mediumDashed": (4, 2), "dotted": (1, 1), "hair": (0.5, 0.5), "dashDot": (4, 1, 1, 1)}


@dataclass(frozen=True)
class Stroke:
    """A border line: width in points, colour, dashes in points."""

    width: float
    colour: Rgb = BLACK
    dashes: tuple[float, ...] = ()


_Strokes = tuple[Stroke | None, Stroke | None, Stroke | None, Stroke | None, Stroke | None, Stroke | None]


@dataclass(frozen=True, eq=False)
class Look:
    """One style as the painter needs it. Compared by identity: there is one Look per style of a workbook."""

    face: str
    size: float
    colour: Rgb
    underline: bool
    strike: bool
    horizontal: str
    vertical: str
    wrap: bool
    indent: int
    shrink: bool
    rotation: int
    number_format: str
    fill: Rgb | None
    left: Stroke | None
    right: Stroke | None
    top: Stroke | None
    bottom: Stroke | None
    falling: Stroke | None
    rising: Stroke | None


class Looks:
    """The looks of one workbook."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._by_array: dict[int, tuple[StyleArray, Look]] = {}
        self._by_content: dict[bytes, Look] = {}
        self._lines: dict[int, _Strokes] = {}

    def of(self, cell: Cell | MergedCell) -> Look:
        """The look of a cell's style."""
        style = _PLAIN if cell._style is None else cell._style
        known = self._by_array.get(id(style))
        if known is not None and known[0] is style:
            return known[1]
        content = style.tobytes()
        look = self._by_content.get(content)
        if look is None:
            look = self._by_content[content] = self._read(style)
        self._by_array[id(style)] = (style, look)
        return look

    def _read(self, style: StyleArray) -> Look:
        book = self._workbook
        font, fill = book._fonts[style.fontId], book._fills[style.fillId]
        alignment: Alignment = book._alignments[style.alignmentId]
        solid = getattr(fill, "fill_type", None) == "solid"
        strokes = self._lines.get(style.borderId)
        if strokes is None:
            strokes = self._lines[style.borderId] = _strokes(book._borders[style.borderId])
        return Look(
            face=fonts.face_for(font.name or "宋体", bool(font.b)),
            size=float(font.sz or 11),
            colour=rgb(font.color) or BLACK,
            underline=bool(font.u),
            strike=bool(font.strike),
            horizontal=alignment.horizontal or "general",
            vertical=alignment.vertical or "bottom",
            wrap=bool(alignment.wrap_text) or alignment.horizontal in ("justify", "distributed"),
            indent=int(alignment.indent or 0),
            shrink=bool(alignment.shrink_to_fit) and not alignment.wrap_text,
            rotation=int(alignment.text_rotation or 0),
            number_format=self._number_format(style.numFmtId),
            fill=rgb(fill.fgColor) if solid else None,
            left=strokes[0],
            right=strokes[1],
            top=strokes[2],
            bottom=strokes[3],
            falling=strokes[4],
            rising=strokes[5],
        )

    def _number_format(self, number: int) -> str:
        custom = self._workbook._number_formats
        return str(BUILTIN_FORMATS.get(number, "General") if number < 164 else custom[number - 164])


def _strokes(border: Border) -> _Strokes:
    """The lines of a border: left, right, top, bottom, falling and rising."""
    diagonal = _stroke(border.diagonal)
    sides = (_stroke(border.left), _stroke(border.right), _stroke(border.top), _stroke(border.bottom))
    return (*sides, diagonal if border.diagonalDown else None, diagonal if border.diagonalUp else None)


def _stroke(side: Side | None) -> Stroke | None:
    if side is None or not side.style or side.style == "none":
        return None
    return Stroke(_WIDTHS.get(side.style, 0.5), rgb(side.color) or BLACK, _DASHES.get(side.style, ()))


def rgb(colour: Color | None) -> Rgb | None:
    """An Excel colour as red, green, blue 0..1; None when it says automatic."""
    if colour is None:
        return None
    if colour.type == "rgb" and isinstance(colour.rgb, str):
        code = colour.rgb[-6:]
    elif colour.type == "theme" and colour.theme is not None and colour.theme < len(_THEME):
        code = _THEME[colour.theme]
    elif colour.type == "indexed" and colour.indexed is not None and colour.indexed < 64:
        code = COLOR_INDEX[colour.indexed][-6:]
    else:
        return None
    red, green, blue = (int(code[start : start + 2], 16) / 255 for start in (0, 2, 4))
    return _tinted((red, green, blue), float(colour.tint or 0))


def _tinted(colour: Rgb, tint: float) -> Rgb:
    if not tint:
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(*colour)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return colorsys.hls_to_rgb(hue, light, saturation)
