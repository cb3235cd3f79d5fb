"""Text as PDF operators: the characters of a document are encoded once each, which is most of what painting costs."""

from __future__ import annotations

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from desktop_app.printing import fonts
from desktop_app.printing.look import BLACK, Rgb

_ESCAPED = {"(": "\\(", ")": "\\)", "\\": "\\\\"}
Glyph = tuple[str, str]  # the PDF's name of the font subset, the escaped code


class _Codes(dict[str, Glyph]):
    """How one document writes each character of one face."""

    def __init__(self, canvas: Canvas, face: str) -> None:
        super().__init__()
        self._canvas = canvas
        self._face = face
        self._names: dict[tuple[str, int], str] = {}  # by face and number of the subset

    def __missing__(self, character: str) -> Glyph:
        glyph: Glyph = ("", "")
        for face, drawn in fonts.runs(character, self._face):
            font = pdfmetrics.getFont(fonts.load(face))
            for subset, code in font.splitString(drawn, self._canvas._doc):
                known = (face, subset)
                if known not in self._names:
                    self._names[known] = font.getSubsetInternalName(subset, self._canvas._doc)
                glyph = (self._names[known], "".join([_OCTAL[byte] for byte in code]))
        self[character] = glyph
        return glyph


def _octal(byte: int) -> str:
    character = chr(byte)
    return _ESCAPED.get(character) or (character if 32 <= byte < 127 else f"\\{byte:03o}")


_OCTAL = [_octal(byte) for byte in range(256)]


class Pen:
    """Writes the text of one page after another into operators; keeps the encoding of its document."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._codes: dict[str, _Codes] = {}
        self._strings: dict[tuple[str, str], tuple[Glyph, ...]] = {}
        self.new_page()

    def new_page(self) -> None:
        """Forget the previous page's font and colour."""
        self._code: list[str] = []
        self._font: tuple[str, float] = ("", 0.0)
        self._colour: Rgb = BLACK
        self._spacing = 0.0
        self._rules: list[str] = []

    def write(
        self, text: str, face: str, size: float, x: float, y: float, colour: Rgb = BLACK, spacing: float = 0.0
    ) -> None:
        """One line of text with its base line at (x, y); ``spacing`` points are added after every character."""
        code = self._code
        if colour is not self._colour and colour != self._colour:
            self._colour = colour
            code.append(f"{colour[0]:.3g} {colour[1]:.3g} {colour[2]:.3g} rg")
        if spacing != self._spacing:
            self._spacing = spacing
            code.append(f"{spacing:.3f} Tc")
        at = f"1 0 0 1 {x:.2f} {y:.2f} Tm"
        for name, string in self._pieces(text, face):
            if self._font != (name, size):
                self._font = (name, size)
                code.append(f"{name} {size:g} Tf")
            code.append(f"{at} ({string}) Tj")
            at = ""

    def rule(self, x: float, y: float, width: float, thickness: float, colour: Rgb) -> None:
        """A line under or through text."""
        red, green, blue = colour
        self._rules.append(f"{red:.3g} {green:.3g} {blue:.3g} rg {x:.2f} {y:.2f} {width:.2f} {thickness:.2f} re f")

    def operators(self) -> list[str]:
        """What was written since ``new_page``."""
        return ["BT", *self._code, "ET", *self._rules] if self._code else []

    def _pieces(self, text: str, face: str) -> tuple[Glyph, ...]:
        key = (face, text)
        known = self._strings.get(key)
        if known is None:
            known = self._encoded(text, face)
            if len(self._strings) < 50_000:
                self._strings[key] = known
        return known

    def _encoded(self, text: str, face: str) -> tuple[Glyph, ...]:
        codes = self._codes.get(face) or self._codes.setdefault(face, _Codes(self._canvas, face))
        glyphs = list(map(codes.__getitem__, text))
        names = {name for name, code in glyphs if code}
        if len(names) == 1:
            return ((names.pop(), "".join([code for _, code in glyphs])),)
        pieces: list[Glyph] = []
        name, gathered = "", ""
        for font, code in glyphs:
            if font != name and code:
                if gathered:
                    pieces.append((name, gathered))
                name, gathered = font, ""
            gathered += code
        return (*pieces, (name, gathered)) if gathered else tuple(pieces)
