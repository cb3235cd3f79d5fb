"""The same letter as a .docx in the official fonts: whole or not at all, the same bytes for the same text."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.section import _Footer
from docx.shared import Length, Pt, Twips
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

from desktop_app.printing.dated_zip import LONG_AGO, DatedZip
from desktop_app.printing.letters.flow import CELL_LINE, CELL_SIZE, column_widths, is_centred
from desktop_app.printing.letters.lines import FANG, HEI, PITCH, SONG
from desktop_app.printing.letters.parts import Letter, Paragraph, Table
from desktop_app.printing.letters.setting import set_letter
from desktop_app.printing.letters.word_master import LINE, TABLE_STYLE, element, master, set_spacing, set_type
from desktop_app.printing.whole_file import written_whole

_HAIR = Twips(20)  # the height of a paragraph that Word asks for but nobody is to see
_LONGEST_PROPERTY = 255  # characters, the most python-docx takes


def save_letter(text: str, target: Path | BinaryIO, *, title: str, author: str) -> None:
    """Write a letter's text as .docx; ``author`` is the unit. Raises FileRefused and FormRefused."""
    if isinstance(target, Path):
        with written_whole(target) as stream:
            save_letter(text, stream, title=title, author=author)
        return
    document = docx.Document(io.BytesIO(master()))
    _write(document, set_letter(text))
    about = document.core_properties
    about.title, about.comments, about.language = title[:_LONGEST_PROPERTY], "", "zh-CN"
    about.author = about.last_modified_by = author[:_LONGEST_PROPERTY]
    about.created = about.modified = LONG_AGO
    undated = io.BytesIO()
    document.save(undated)
    with ZipFile(undated) as parts, DatedZip(target, "w", ZIP_DEFLATED) as archive:
        for name in parts.namelist():
            archive.writestr(name, parts.read(name))


def _write(document: Document, letter: Letter) -> None:
    for line in letter.cover:
        _paragraph(document.add_paragraph(), line)
    if letter.cover:  # an own section without page numbers
        document.add_section()
        document.paragraphs[-1].paragraph_format.line_spacing = _HAIR
    section = document.sections[-1]
    _page_number(section.footer, "right")
    _page_number(section.even_page_footer, "left")
    after_table = False
    for part in letter.body:
        if isinstance(part, Paragraph):
            _paragraph(document.add_paragraph(), part)
        else:
            _gap(document, part, after_table)
            _table(document, part)
        after_table = isinstance(part, Table)
    if after_table:  # Word wants a paragraph behind the last table
        document.add_paragraph().paragraph_format.line_spacing = _HAIR


def _page_number(footer: _Footer, side: str) -> None:
    """— 1 — in 4号 宋体, one character in from the outer edge."""
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.style = None
    look = paragraph.paragraph_format
    look.alignment, look.line_spacing = WD_ALIGN_PARAGRAPH.from_xml(side), Pt(16)
    look.left_indent, look.right_indent = Pt(14), Pt(14)
    for text in ("— ", "1", " —"):
        run = paragraph.add_run(text)
        set_type(run, SONG, 14)
        set_spacing(run, 0)
    shown = paragraph.runs[1].element
    field = element("fldSimple", instr="PAGE")
    shown.addprevious(field)
    field.append(shown)


def _paragraph(paragraph: WordParagraph, part: Paragraph) -> None:
    look = paragraph.paragraph_format
    look.alignment = WD_ALIGN_PARAGRAPH.from_xml(part.align)
    look.line_spacing = _lines(part.pitch)
    look.space_before = _lines(part.before)
    look.left_indent, look.right_indent = _characters(part.left), _characters(part.right)
    look.first_line_indent = _characters(part.first)
    look.keep_with_next, look.page_break_before = part.keep or None, part.new_page or None
    for place, align in part.stops:
        look.tab_stops.add_tab_stop(_characters(place), WD_TAB_ALIGNMENT.from_xml(align))
    properties = look.element.get_or_add_pPr()
    if part.first == 2.0 and part.left == 0:  # stays two characters if the type is made larger
        properties.get_or_add_ind().set(qn("w:firstLineChars"), "200")
    if part.level:
        properties.append(element("outlineLvl", val=part.level - 1))
    for run in part.runs:
        set_type(paragraph.add_run(run.text), run.font, part.size)


def _gap(document: Document, table: Table, after_table: bool) -> None:
    """The space above a table, which also keeps Word from joining two that touch."""
    if table.before or table.new_page or after_table:
        look = document.add_paragraph().paragraph_format
        look.line_spacing = max(_HAIR, _lines(table.before))
        look.keep_with_next, look.page_break_before = True, table.new_page or None


def _table(document: Document, part: Table) -> None:
    widths = column_widths(part)
    centred = [is_centred(part, column, width) for column, width in enumerate(widths)]
    table = document.add_table(len(part.rows), len(widths), TABLE_STYLE)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Pt(width)
    for number, (row, texts) in enumerate(zip(table.rows, part.rows, strict=True)):
        is_head = number < part.head
        properties = row._tr.get_or_add_trPr()
        properties.append(element("cantSplit"))
        if is_head:
            properties.append(element("tblHeader"))
        keep = is_head or (part.keep and number >= len(part.rows) - 2)
        for cell, text, width, middle in zip(row.cells, texts, widths, centred, strict=True):
            cell.width = Pt(width)
            _cell(cell, text, "center" if middle or is_head else "both", HEI if is_head else FANG, keep)


def _cell(cell: _Cell, text: str, align: str, font: str, keep: bool) -> None:
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    (paragraph,) = cell.paragraphs
    look = paragraph.paragraph_format
    look.alignment, look.line_spacing = WD_ALIGN_PARAGRAPH.from_xml(align), Pt(CELL_LINE)
    look.keep_with_next = keep or None
    run = paragraph.add_run(text)
    set_type(run, font, CELL_SIZE)
    set_spacing(run, 0)


def _lines(count: float) -> Length:
    return Twips(round(count * LINE.twips))


def _characters(count: float) -> Length | None:
    return Twips(round(count * PITCH * 20)) if round(count * 100) else None
