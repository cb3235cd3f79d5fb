"""Which bundled font draws a character and how wide it is, so that paper never shows an empty box."""

from __future__ import annotations

import mmap
import struct
import unicodedata
from functools import cache
from typing import NamedTuple

from reportlab.pdfbase import pdfmetrics, ttfonts

from desktop_app.errors import FormRefused
from desktop_app.paths import resource

SANS, SANS_BOLD = "Sans", "SansBold"
SERIF, SERIF_BOLD, TITLE = "Serif", "SerifBold", "Title"
KAI, KAI_BOLD = "Kai", "KaiBold"
RARE, RAREST = "Rare", "Rarest"

_FILES = {
    SANS: "NotoSansSC-Regular.ttf",
    SANS_BOLD: "NotoSansSC-Bold.ttf",
    SERIF: "NotoSerifSC-Regular.ttf",
    SERIF_BOLD: "NotoSerifSC-Bold.ttf",
    TITLE: "NotoSerifSC-Black.ttf",
    KAI: "LXGWWenKai-Regular.ttf",
    KAI_BOLD: "LXGWWenKai-Bold.ttf",
    RARE: "NotoSerifSC-Rare.ttf",
    RAREST: "Hanazono-Rare.ttf",
}
# Where a character is looked for when the face asked for lacks it, nearest in look first.
_FALLBACK = (SERIF, RARE, KAI, SANS, RAREST)
# Part of an office font's name -> (regular, bold); the first that fits decides. All else is a Song face.
_OFFICE_NAMES = (
    (("标宋",), (TITLE, TITLE)),
    (("中宋", "粗宋", "zhongsong"), (SERIF_BOLD, SERIF_BOLD)),
    (("楷", "kai"), (KAI, KAI_BOLD)),
    (("黑", "hei", "等线", "dengxian", "苹方", "pingfang", "圆", "calibri", "arial", "sans", "helvetica", "segoe",
      "tahoma", "verdana"), (SANS, SANS_BOLD)),
)  # fmt: skip


class Glyph(NamedTuple):
    """How one character is drawn: with which face, as which text (empty: invisible), and its advance in em."""

    face: str
    drawn: str
    advance: float


class _Mapped:
    """A font file that reportlab reads as a memory map: pages that no one draws from never take memory."""

    def __init__(self, name: str) -> None:
        self.name = name

    def read(self) -> mmap.mmap:
        with resource("fonts", self.name).open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


class _Glyphs(dict[str, Glyph]):
    """The glyphs met so far for text set in one face."""

    def __init__(self, face: str) -> None:
        super().__init__()
        self.face = face
        self.plain: set[str] = set()  # drawn as they stand in the face itself: nearly all text is of these alone

    def __missing__(self, character: str) -> Glyph:
        glyph = self[character] = _find(character, self.face)
        if glyph[:2] == (self.face, character):
            self.plain.add(character)
        return glyph


@cache
def face_for(font_name: str, bold: bool = False) -> str:
    """The bundled face that stands for an office font (方正小标宋简体, 仿宋_GB2312, 微软雅黑, Calibri …)."""
    wanted = font_name.lower().replace(" ", "")
    for parts, faces in _OFFICE_NAMES:
        if any(part in wanted for part in parts):
            return faces[bold]
    return SERIF_BOLD if bold else SERIF


@cache
def load(face: str) -> str:
    """Read a face and make it known to reportlab under this very name, which is returned; only the first call costs."""
    _font(face)
    return face


def runs(text: str, face: str) -> list[tuple[str, str]]:
    """Split a line into (face, text) that reportlab can draw as they stand; invisible characters are left out.

    Raises FormRefused when no bundled font has a character; the caller says in which record and field.
    """
    glyphs = _glyphs(face)
    if text and glyphs.plain.issuperset(text):
        return [(face, text)]
    result: list[tuple[str, str]] = []
    start = ""
    current = face
    for character in text:
        glyph = glyphs[character]
        if glyph.face != current and glyph.drawn:
            if start:
                result.append((current, start))
            current, start = glyph.face, ""
        start += glyph.drawn
    if start:
        result.append((current, start))
    return result


def width(text: str, face: str, size: float) -> float:
    """Width of a line in points, with the faces that ``runs`` would draw it in; raises FormRefused likewise."""
    glyphs = _glyphs(face)
    return size * sum([glyphs[character].advance for character in text])


def ascent(face: str, size: float) -> float:
    """From the base line up to the top of the line, in points (the font's own hhea table)."""
    return _hhea(face)[0] * size


def descent(face: str, size: float) -> float:
    """From the base line down to the bottom of the line, in points, positive (the font's own hhea table)."""
    return -_hhea(face)[1] * size


def line_height(face: str, size: float) -> float:
    """Height of one line in points, gap included (the font's own hhea table)."""
    above, below, gap = _hhea(face)
    return (above - below + gap) * size


@cache
def _font(face: str) -> ttfonts.TTFont:
    # asciiReadable=False: a subset holds the letters used, not all of ASCII once per face.
    font = ttfonts.TTFont(face, _Mapped(_FILES[face]), asciiReadable=False)
    pdfmetrics.registerFont(font)
    return font


@cache
def _glyphs(face: str) -> _Glyphs:
    return _Glyphs(face)


@cache
def _hhea(face: str) -> tuple[float, float, float]:
    metrics = _font(face).face
    above, below, gap = struct.unpack(">hhh", metrics.get_table("hhea")[4:10])
    return above / metrics.unitsPerEm, below / metrics.unitsPerEm, gap / metrics.unitsPerEm


def _find(character: str, face: str) -> Glyph:
    """The glyph for a character, from the face asked for or the next that has it."""
    kind = unicodedata.category(character)
    if (
        kind in ("Cc", "Cf", "Zl", "Zp")
        or "\ufe00" <= character <= "\ufe0f"
        or "\U000e0100" <= character <= "\U000e01ef"
    ):
        return Glyph(face, "", 0.0)
    for candidate in (face, *_FALLBACK):
        metrics = _font(candidate).face
        if ord(character) in metrics.charWidths:
            return Glyph(candidate, character, metrics.charWidths[ord(character)] / 1000)
    if kind == "Zs":  # a thin or hair space that no face has is still a space
        return _find(" ", face)
    raise FormRefused(
        f"“{character}”（U+{ord(character):04X}）没有可用字体，不能印到纸上。没有产生文件，数据没有改动；请改用别的写法再试。"
    )


def _to_unicode(font_name: str, subset: list[int]) -> str:
    """What a reader copies and searches for each code of a subset (ISO 32000-1, 9.10.3)."""
    pairs = [f"<{code:02X}> <{chr(u).encode('utf-16-be').hex().upper()}>" for code, u in enumerate(subset) if u]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]  # at most 100 to a block
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({font_name}) /Ordering ({font_name}) /Supplement 0 >> def",
        f"/CMapName /{font_name} def",
        "/CMapType 2 def",
        f"1 begincodespacerange\n<00> <{len(subset) - 1:02X}>\nendcodespacerange",
        *("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks),
        "endcmap",
        "CMapName currentdict /CMap defineresource pop",
        "end",
        "end",
    ]
    return "\n".join(lines)


# reportlab writes five bare hex digits for a character beyond U+FFFF, where UTF-16 is due: 𬱖 and 𬀩 are then copied
# and found as other characters. tests/printing/test_fonts.py tells when this is mended upstream and the line can go.
ttfonts.makeToUnicodeCMap = _to_unicode
