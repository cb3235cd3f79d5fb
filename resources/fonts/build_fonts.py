"""Build the bundled TrueType fonts from the free fonts they are cut from (a developer's tool, not part of the program).

    apt-get download fonts-noto-cjk fonts-noto-cjk-extra fonts-lxgw-wenkai fonts-hanazono unicode-data
    for f in *.deb; do dpkg-deb -x "$f" sources; done
    uv run --no-project --with fonttools==4.68.0 resources/fonts/build_fonts.py sources

The PDF library refuses CFF outlines, so cubic curves become quadratic ones here. Sources are checked against
``checksums.txt`` before and results written to it after; the same sources always give the same bytes.
"""

from __future__ import annotations

import argparse
import bz2
import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable

HERE = Path(__file__).parent
CHECKSUMS = HERE / "checksums.txt"
NOTO, TRUETYPE, UNICODE = "usr/share/fonts/opentype/noto", "usr/share/fonts/truetype", "usr/share/unicode"
WENKAI = f"{TRUETYPE}/lxgw-wenkai"
EPOCH = 3_786_912_000  # 2024-01-01 in seconds since 1904: a font's own date must not depend on the day of building
MOST_ERROR = 1.0  # em/1000: how far a quadratic outline may lie from the cubic one

SYMBOLS = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x1CD, 0x1DC), (0x1F8, 0x1F9), (0x251, 0x251), (0x261, 0x261), (0x2C6, 0x2DC),
    (0x370, 0x45F), (0x2000, 0x27BF), (0x2E80, 0x2FDF), (0x3000, 0x312F), (0x31A0, 0x33FF), (0xFE10, 0xFE6F),
    (0xFF01, 0xFF60), (0xFFE0, 0xFFE6),
]  # fmt: skip
HAN = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)]
# Han characters whose Chinese source is one of these are left out of "missing": 康熙字典 alone (not 汉语大字典, which
# parents do choose from), bronze inscriptions, 四库全书 and dialect records. They would weigh a fourth of all the rest.
HISTORICAL = {"GKX", "GZJW", "G4K", "GZFY"}


@dataclass(frozen=True)
class Face:
    """One bundled font: the file it becomes, its own name (OFL: no reserved name is reused), source and characters."""

    file: str
    family: str
    style: str
    source: str
    characters: str  # "office", "rare" (Han beyond "office"), "missing" (Han that Noto lacks), "kai" (office + missing)


FACES = [
    Face("NotoSansSC-Regular.ttf", "Banbiantian Sans", "Regular", f"{NOTO}/NotoSansCJK-Regular.ttc", "office"),
    Face("NotoSansSC-Bold.ttf", "Banbiantian Sans", "Bold", f"{NOTO}/NotoSansCJK-Bold.ttc", "office"),
    Face("NotoSerifSC-Regular.ttf", "Banbiantian Serif", "Regular", f"{NOTO}/NotoSerifCJK-Regular.ttc", "office"),
    Face("NotoSerifSC-Bold.ttf", "Banbiantian Serif", "Bold", f"{NOTO}/NotoSerifCJK-Bold.ttc", "office"),
    Face("NotoSerifSC-Black.ttf", "Banbiantian Title", "Regular", f"{NOTO}/NotoSerifCJK-Black.ttc", "office"),
    Face("LXGWWenKai-Regular.ttf", "Banbiantian Kai", "Regular", f"{WENKAI}/LXGWWenKai-Regular.ttf", "kai"),
    Face("LXGWWenKai-Bold.ttf", "Banbiantian Kai", "Bold", f"{WENKAI}/LXGWWenKai-Bold.ttf", "office"),
    Face("NotoSerifSC-Rare.ttf", "Banbiantian Rare", "Regular", f"{NOTO}/NotoSerifCJK-Regular.ttc", "rare"),
    Face("Hanazono-Rare.ttf", "Banbiantian Rare Min", "Regular", f"{TRUETYPE}/hanazono/HanaMinB.ttf", "missing"),
]  # fmt: skip
OTHER_SOURCES = [f"{UNICODE}/Unihan_OtherMappings.txt.bz2", f"{UNICODE}/Unihan_IRGSources.txt.bz2"]


def unihan(path: Path, key: str) -> dict[int, str]:
    """One property of the Unihan database by code point."""
    with bz2.open(path, "rt", encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines if f"\t{key}\t" in line)
        return {int(row[0][2:], 16): row[2] for row in rows}


def gb2312() -> set[int]:
    """The 7,445 characters of GB/T 2312-1980."""
    pairs = (bytes([row, cell]).decode("gb2312", "ignore") for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {ord(character) for character in pairs if character}


def spread(ranges: list[tuple[int, int]]) -> set[int]:
    """Every code point of some closed ranges."""
    return {code for first, last in ranges for code in range(first, last + 1)}


def open_source(path: Path) -> TTFont:
    """A source font; of a collection the simplified Chinese proportional face."""
    if path.suffix != ".ttc":
        return TTFont(path, recalcTimestamp=False)
    for font in TTCollection(path, lazy=True).fonts:
        name = font["name"].getDebugName(4)
        if " SC" in name and "Mono" not in name:
            font.recalcTimestamp = False
            return font
    raise SystemExit(f"{path}: no SC face")


def wanted(root: Path, noto: set[int]) -> dict[str, set[int]]:
    """The sets of characters a face may ask for."""
    table = set(unihan(root / OTHER_SOURCES[0], "kTGH"))  # 通用规范汉字表 2013
    assert len(table) == 8105, len(table)
    office = table | gb2312() | spread(SYMBOLS)
    sources = unihan(root / OTHER_SOURCES[1], "kIRG_GSource")
    modern = {code for code, source in sources.items() if source.partition("-")[0] not in HISTORICAL}
    han = spread(HAN)
    missing = ((modern | set(range(0x4E00, 0xA000))) & han) - noto - office
    return {"office": office, "rare": (noto & han) - office, "missing": missing, "kai": office | missing}


def cut(font: TTFont, characters: set[int]) -> None:
    """Keep these characters only, without hints and layout features."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.drop_tables += ["vmtx", "vhea", "VORG", "BASE", "GSUB", "GPOS", "GDEF", "DSIG", "FFTM", "gasp"]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)


def to_quadratic(font: TTFont) -> None:
    """Replace CFF outlines with TrueType ones."""
    outlines, order = font.getGlyphSet(), font.getGlyphOrder()
    glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(None)
        outlines[name].draw(Cu2QuPen(pen, MOST_ERROR, reverse_direction=True))
        glyf.glyphs[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), glyf
    del font["CFF "]
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):  # fmt: skip
        setattr(maxp, field, 1 if field == "maxZones" else 0)
    font.sfntVersion = "\000\001\000\000"


def outline_box(font: TTFont, name: str) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a glyph's ink."""
    outlines = font.getGlyphSet()
    pen = BoundsPen(outlines)
    outlines[name].draw(pen)
    assert pen.bounds is not None, name
    return pen.bounds


def place(font: TTFont, name: str, pen: TTGlyphPen, frame: tuple[float, float, float, float]) -> None:
    """Draw a glyph so that its ink fits, undistorted and centred, into a frame."""
    left, bottom, right, top = outline_box(font, name)
    scale = min((frame[2] - frame[0]) / (right - left), (frame[3] - frame[1]) / (top - bottom))
    dx = (frame[0] + frame[2]) / 2 - scale * (left + right) / 2
    dy = (frame[1] + frame[3]) / 2 - scale * (bottom + top) / 2
    font.getGlyphSet()[name].draw(TransformPen(pen, (scale, 0, 0, scale, dx, dy)))


def add_ticks(font: TTFont) -> None:
    """Compose ☐ ☑ ☒ ✓ ✔ ✗ ✘ where the source lacks them, from its own □ ✓ ×: all boxes are one size."""
    cmap = dict(font.getBestCmap())
    box, tick, cross = cmap[0x25A1], cmap.get(0x2713, cmap[0x221A]), cmap[0xD7]
    left, bottom, right, top = outline_box(font, box)
    inset = (right - left) * 0.1
    inside, whole = (left + inset, bottom + inset, right - inset, top - inset), (left, bottom, right, top)
    made = {
        0x2610: [(box, whole)], 0x2611: [(box, whole), (tick, inside)], 0x2612: [(box, whole), (cross, inside)],
        0x2713: [(tick, whole)], 0x2714: [(tick, whole)], 0x2717: [(cross, inside)], 0x2718: [(cross, inside)],
    }  # fmt: skip
    for code in sorted(made.keys() - cmap.keys() | {0x2612}):
        pen = TTGlyphPen(None)
        for part, frame in made[code]:
            place(font, part, pen, frame)
        name = f"made{code:04X}"
        font["glyf"][name] = pen.glyph()
        font["glyf"][name].recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["hmtx"][box][0], font["glyf"][name].xMin)  # a wrong bearing would shift the outline
        for table in font["cmap"].tables:
            table.cmap[code] = name


def rename(font: TTFont, face: Face) -> None:
    """Give the face our own name; licence and copyright lines stay."""
    names = font["name"]
    origin = f"{names.getDebugName(4)}, {names.getDebugName(5)}"
    full = f"{face.family} {face.style}"
    postscript = f"{face.family.replace(' ', '')}-{face.style}"
    ours = {1: face.family, 2: face.style, 3: f"{full}; from {origin}", 4: full, 6: postscript}
    for number, text in ours.items():
        names.names = [record for record in names.names if record.nameID != number]
        names.setName(text, number, 3, 1, 0x409)
    names.names = [record for record in names.names if record.nameID not in (16, 17, 18, 21, 22)]


def one_cmap(font: TTFont) -> None:
    """Keep a single full Unicode table: the reader of the PDF library takes the last it sees."""
    tables = font["cmap"].tables
    full = [table for table in tables if table.format == 12] or [table for table in tables if table.format == 4]
    font["cmap"].tables = full[:1]
    font["cmap"].tables[0].platformID, font["cmap"].tables[0].platEncID = 3, 10 if full[0].format == 12 else 1


def build(face: Face, root: Path, characters: set[int]) -> None:
    """Write one bundled font."""
    font = open_source(root / face.source)
    cut(font, characters & set(font.getBestCmap()))
    if "CFF " in font:
        to_quadratic(font)
    one_cmap(font)
    if face.characters in ("office", "kai"):
        add_ticks(font)
    rename(font, face)
    font["post"].formatType = 3.0
    font["head"].created = font["head"].modified = EPOCH
    font["OS/2"].recalcAvgCharWidth(font)
    font.save(HERE / face.file)


def checksum(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check_sources(root: Path, sources: list[str]) -> None:
    """Stop when a source is not the one the bundled fonts were made from."""
    if not CHECKSUMS.exists():
        return
    known = {path: digest for digest, path in (line.split("  ") for line in CHECKSUMS.read_text("utf-8").splitlines())}
    for source in sources:
        if known.get(source, "") != checksum(root / source):
            raise SystemExit(f"{source}: not the checked source; delete checksums.txt to accept a new one")


def main() -> int:
    """Build every face from a folder of unpacked Debian packages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("root", type=Path, help="folder the packages were unpacked into")
    root = parser.parse_args().root
    sources = sorted({face.source for face in FACES} | set(OTHER_SOURCES))
    check_sources(root, sources)
    noto = set(open_source(root / f"{NOTO}/NotoSerifCJK-Regular.ttc").getBestCmap())
    characters = wanted(root, noto)
    for face in FACES:
        build(face, root, characters[face.characters])
        sys.stdout.write(f"{face.file}: {(HERE / face.file).stat().st_size / 1e6:.1f} MB\n")
    lines = [f"{checksum(root / source)}  {source}" for source in sources]
    lines += [f"{checksum(HERE / face.file)}  {face.file}" for face in FACES]
    CHECKSUMS.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
