"""The .docx every letter begins as: python-docx's own, stripped to one page and two styles of the standard."""

from __future__ import annotations

import io
from functools import cache

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Length, Mm, Pt, Twips
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.run import Run

from desktop_app.printing.letters.flow import CELL_PAD, ROW_PAD
from desktop_app.printing.letters.lines import BODY_SIZE, FANG, TIGHTER

LINE: Length = Twips(579)  # 225 mm / 22 rounded down: 22 lines always fit
TABLE_STYLE = "Table Grid"
_STYLES = ("Normal", "Default Paragraph Font", "Normal Table", "No List", TABLE_STYLE)
_PARTS = (RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES, RT.STYLES, RT.SETTINGS)
_EDGES = (("top", ROW_PAD), ("left", CELL_PAD), ("bottom", ROW_PAD), ("right", CELL_PAD))


@cache
def master() -> bytes:
    """An empty letter, which ``docx.Document`` opens."""
    document = docx.Document()
    _strip(document)
    _settings(document)
    _body_style(document.styles["Normal"])
    _table_style(document.styles[TABLE_STYLE].element)
    _page(document.sections[0])
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def element(tag: str, **values: object) -> BaseOxmlElement:
    """An element of WordprocessingML for what python-docx does not say: ``element("jc", val="left")``."""
    return OxmlElement(f"w:{tag}", {qn(f"w:{name}"): str(value) for name, value in values.items()})


def set_type(of: Run | CharacterStyle, font: str, points: float) -> None:
    """Font and size, the font for Chinese too; its official name, whatever the PC has."""
    of.font.name, of.font.size = font, Pt(points)
    of.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)


def set_spacing(of: Run | CharacterStyle, twips: int) -> None:
    """Points after every character, in twips; the size must be set before."""
    of.element.get_or_add_rPr().insert_element_before(element("spacing", val=twips), "w:sz")


def _strip(document: Document) -> None:
    for source in filter(None, (document.part.package, document.part)):
        for number in [number for number, relation in source.rels.items() if relation.reltype not in _PARTS]:
            del source.rels[number]
    for style in list(document.styles):
        if style.name not in _STYLES:
            style.delete()
    styles = document.styles.element
    styles.remove(styles.find(qn("w:docDefaults")))


def _settings(document: Document) -> None:
    settings = document.settings.element
    for each in list(settings):
        if each.tag not in (qn("w:characterSpacingControl"), qn("w:compat")):
            settings.remove(each)
    settings.find(qn("w:characterSpacingControl")).set(qn("w:val"), "compressPunctuation")
    (mode,) = settings.xpath("w:compat/w:compatSetting[@w:name='compatibilityMode']")
    mode.set(qn("w:val"), "15")  # an older one is shown to the officer as 兼容模式
    settings.append(element("themeFontLang", val="zh-CN", eastAsia="zh-CN"))
    document.settings.odd_and_even_pages_header_footer = True


def _body_style(style: ParagraphStyle) -> None:
    """The grid of 22 x 28 is stated for the page, but the text keeps to it by its own exact spacing.

    Word, WPS and LibreOffice each snap characters wider than a cell in their own way, and would not fill equal lines.
    """
    set_type(style, FANG, BODY_SIZE)
    set_spacing(style, -5)
    look = style.paragraph_format
    look.widow_control = True
    look.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    paragraph, text = style.element.get_or_add_pPr(), style.element.get_or_add_rPr()
    for tag in ("overflowPunct", "autoSpaceDE", "autoSpaceDN", "snapToGrid"):
        paragraph.insert_element_before(element(tag, val=0), "w:jc")
    text.insert_element_before(element("snapToGrid", val=0), "w:spacing")
    text.append(element("lang", val="zh-CN", eastAsia="zh-CN"))


def _table_style(style: BaseOxmlElement) -> None:
    for edge, points in _EDGES:
        style.xpath(f".//w:tblBorders/w:{edge}")[0].set(qn("w:sz"), "8")
        style.xpath(f".//w:tblCellMar/w:{edge}")[0].set(qn("w:w"), f"{points * 20:g}")


def _page(section: Section) -> None:
    """A4, 天头 37 mm, 订口 28 mm, type area 156 x 225 mm; the number's dashes 7 mm below it."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Twips(1400)
    properties = section._sectPr
    spare = round(TIGHTER * 4096)  # as Word counts the room a character has beyond its size
    grid = element("docGrid", type="linesAndChars", linePitch=LINE.twips, charSpace=spare)
    properties.replace(properties.find(qn("w:docGrid")), grid)
    properties.find(qn("w:pgMar")).addnext(element("pgNumType", start=1))
