"""Every character an officer can be called by reaches the paper, searchable, from an embedded font."""

from __future__ import annotations

import hashlib
import importlib.util
import io
import re

import pypdfium2
import pytest
from PIL import ImageOps
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFontFile
from reportlab.pdfgen.canvas import Canvas

from desktop_app.errors import FormRefused
from desktop_app.paths import resource
from desktop_app.printing import fonts

OFFICE_FACES = [fonts.SANS, fonts.SANS_BOLD, fonts.SERIF, fonts.SERIF_BOLD, fonts.TITLE, fonts.KAI, fonts.KAI_BOLD]
RARE_NAMES = "欧阳𬱖 于䶮 王㛃 𠮷田 李𫘜 周𬭎 何𬀩 𪚥 華國"
OFFICE_TEXT = "《规定》〔2024〕6号 □是 ☑否 ☒√ ○●×①⑳ⅠⅡⅫ【】—…·～℃㎡‰ “引号” ABC abc 0123456789 Müller né ǎ →"


def gb2312() -> str:
    cells = (bytes([row, cell]) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", "ignore") for cell in cells)


def printed(lines: list[tuple[str, str]], size: float = 12) -> bytes:
    """A page with each (text, face) on a line of its own."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(900, 30 * len(lines) + 20), initialFontName=fonts.load(fonts.SERIF), invariant=1)
    for row, (text, face) in enumerate(lines):
        x = 10.0
        for run_face, run in fonts.runs(text, face):
            canvas.setFont(run_face, size)
            canvas.drawString(x, 30 * (len(lines) - row) - 10, run)
            x += fonts.width(run, run_face, size)
    canvas.save()
    return target.getvalue()


def text_of(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return document[0].get_textpage().get_text_bounded().splitlines()


def ink(character: str, face: str) -> tuple[int, int, int, int]:
    """Left, top, right, bottom of what a character blackens, in pixels."""
    with pypdfium2.PdfDocument(printed([(character, face)])) as document:
        box = ImageOps.invert(document[0].render(scale=8).to_pil().convert("L")).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize("face", OFFICE_FACES)
def test_each_office_face_has_all_of_gb2312_and_the_symbols_itself(face: str) -> None:
    text = gb2312() + OFFICE_TEXT + "𬱖𬀩𫘜𬭎𫓯𬬭𫟼"
    assert len(text) > 7445
    assert fonts.runs(text, face) == [(face, text)]


def test_every_character_of_gb18030_level_two_has_a_font() -> None:
    han = [chr(code) for code in (*range(0x3400, 0x4DB6), *range(0x4E00, 0xA000))]
    assert "".join(run for _, run in fonts.runs("".join(han), fonts.SANS)) == "".join(han)


def test_no_bundled_han_glyph_is_empty() -> None:
    for path in resource("fonts").glob("*.ttf"):
        font = TTFontFile(str(path))
        glyphs = {
            code: glyph for code, glyph in font.charToGlyph.items() if code >= 0x3400 and chr(code).isidentifier()
        }
        empty = [hex(code) for code, glyph in glyphs.items() if font.glyphPos[glyph] == font.glyphPos[glyph + 1]]
        assert glyphs
        assert not empty, path.name


@pytest.mark.parametrize("face", OFFICE_FACES)
def test_rare_names_fall_back_character_by_character(face: str) -> None:
    split = fonts.runs(RARE_NAMES, face)
    assert "".join(run for _, run in split) == RARE_NAMES
    assert split[0] == (face, split[0][1])
    assert split[0][1].startswith("欧阳𬱖 于䶮 王㛃 ")
    assert {fonts.RARE, fonts.RAREST} & {run_face for run_face, _ in split}


@pytest.mark.parametrize("face", OFFICE_FACES)
def test_a_width_is_what_reportlab_will_advance(face: str) -> None:
    for text in (RARE_NAMES, OFFICE_TEXT, ""):
        drawn = sum(stringWidth(run, run_face, 10.5) for run_face, run in fonts.runs(text, face))
        assert fonts.width(text, face, 10.5) == pytest.approx(drawn)


def test_a_line_is_as_high_as_the_font_says() -> None:
    assert fonts.ascent(fonts.SERIF, 10) == pytest.approx(11.51)
    assert fonts.descent(fonts.SERIF, 10) == pytest.approx(2.86)
    assert fonts.line_height(fonts.SERIF, 10) == pytest.approx(14.37)


@pytest.mark.parametrize("character", ["𫠝", "\u0378", "\ue000", "😀"])
def test_a_character_without_a_font_is_refused_by_name(character: str) -> None:
    with pytest.raises(FormRefused, match=f"“{character}”（U\\+{ord(character):04X}）没有可用字体"):
        fonts.runs(f"张{character}", fonts.KAI)
    with pytest.raises(FormRefused):
        fonts.width(f"张{character}", fonts.KAI, 12)


def test_invisible_characters_take_no_room_and_odd_spaces_are_spaces() -> None:
    assert fonts.runs("张\u200b三\ufeff\ufe0f\U000e0100", fonts.SERIF) == [(fonts.SERIF, "张三")]
    assert fonts.runs("\u200b", fonts.SERIF) == []
    assert fonts.width("张\u200b三", fonts.SERIF, 12) == 24
    assert "".join(run for _, run in fonts.runs("张\u202f三", fonts.SERIF)) in ("张 三", "张\u202f三")


def test_the_pdf_gives_back_the_text_also_beyond_the_first_plane() -> None:
    lines = [(text, face) for face in OFFICE_FACES for text in (RARE_NAMES, OFFICE_TEXT)]
    assert text_of(printed(lines)) == [text for text, _ in lines]


def test_a_subset_of_more_than_256_characters_gives_back_the_text() -> None:
    han = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 600))
    lines = [(han[start : start + 25], fonts.SERIF) for start in range(0, 600, 25)]
    assert "".join(text_of(printed(lines))) == han


def test_every_font_of_the_pdf_is_an_embedded_subset_and_none_is_helvetica() -> None:
    pdf = printed([(RARE_NAMES + OFFICE_TEXT, face) for face in OFFICE_FACES])
    names = re.findall(rb"/BaseFont /(\S+)", pdf)
    assert len(names) >= len(OFFICE_FACES)
    assert all(re.fullmatch(rb"[A-Z]{6}\+Banbiantian\S+", name) for name in names)
    assert len(re.findall(rb"/FontFile2 \d", pdf)) == len(names)
    assert b"Helvetica" not in pdf
    assert str(resource()).encode() not in pdf


def test_a_page_is_the_same_bytes_each_time() -> None:
    assert printed([(RARE_NAMES, fonts.TITLE)]) == printed([(RARE_NAMES, fonts.TITLE)])


@pytest.mark.parametrize("face", OFFICE_FACES)
def test_a_ticked_box_lies_exactly_over_an_empty_one(face: str) -> None:
    empty = ink("□", face)
    assert all(abs(a - b) <= 1 for a, b in zip(ink("☑", face), empty, strict=True))
    assert all(abs(a - b) <= 1 for a, b in zip(ink("☐", face), empty, strict=True))


@pytest.mark.parametrize(
    ("office_name", "regular", "bold"),
    [
        ("方正小标宋简体", fonts.TITLE, fonts.TITLE),
        ("方正小标宋_GBK", fonts.TITLE, fonts.TITLE),
        ("仿宋_GB2312", fonts.SERIF, fonts.SERIF_BOLD),
        ("宋体", fonts.SERIF, fonts.SERIF_BOLD),
        ("SimSun", fonts.SERIF, fonts.SERIF_BOLD),
        ("Times New Roman", fonts.SERIF, fonts.SERIF_BOLD),
        ("楷体_GB2312", fonts.KAI, fonts.KAI_BOLD),
        ("KaiTi", fonts.KAI, fonts.KAI_BOLD),
        ("黑体", fonts.SANS, fonts.SANS_BOLD),
        ("Microsoft YaHei", fonts.SANS, fonts.SANS_BOLD),
        ("等线", fonts.SANS, fonts.SANS_BOLD),
        ("Calibri", fonts.SANS, fonts.SANS_BOLD),
        ("从未见过的字体", fonts.SERIF, fonts.SERIF_BOLD),
        ("", fonts.SERIF, fonts.SERIF_BOLD),
    ],
)
def test_an_office_font_has_a_bundled_stand_in(office_name: str, regular: str, bold: str) -> None:
    assert (fonts.face_for(office_name), fonts.face_for(office_name, bold=True)) == (regular, bold)


def test_the_bundled_fonts_are_the_built_ones() -> None:
    lines = resource("fonts", "checksums.txt").read_text("utf-8").splitlines()
    recorded = {name: digest for digest, name in (line.split("  ") for line in lines) if "/" not in name}
    shipped = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in resource("fonts").glob("*.ttf")}
    assert shipped == recorded


def test_reportlab_still_needs_our_unicode_map() -> None:
    """When this fails, reportlab writes UTF-16 itself: delete ``_to_unicode`` and its assignment from fonts.py."""
    spec = importlib.util.find_spec("reportlab.pdfbase.ttfonts")
    assert spec is not None
    assert spec.loader is not None
    untouched = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(untouched)
    assert "<2CC56>" in untouched.makeToUnicodeCMap("F1+0", [0, ord("𬱖")])
