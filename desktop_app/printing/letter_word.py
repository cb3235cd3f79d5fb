"""The same letter as a .docx in the official fonts: whole or not at all, the same bytes for the same text."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from desktop_app.printing.letter_flow import CELL_LINE, CELL_PAD, CELL_SIZE, ROW_PAD, column_widths, is_centred
from desktop_app.printing.letter_lines import FANG, HEI, PITCH, Run
from desktop_app.printing.letter_setting import Letter, Paragraph, Part, Table, set_letter
from desktop_app.printing.letter_word_parts import PARTS, core_properties
from desktop_app.printing.whole_file import written_whole

_LINE = 579  # twips, 225 mm / 22 rounded down: 22 lines always fit
_GRID = f'<w:docGrid w:type="linesAndChars" w:linePitch="{_LINE}" w:charSpace="-849"/>'  # (156 mm / 28 - 16 pt) * 4096
# Page and margins in twips: 天头 37 mm, 订口 28 mm, type area 156 x 225 mm; the number's dashes 7 mm below it.
_PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>'
)
_FOOTERS = '<w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>'
_NUMBERED = f'<w:sectPr>{_FOOTERS}{_PAGE}<w:pgNumType w:start="1"/>{_GRID}</w:sectPr>'
_COVER = f'<w:sectPr><w:type w:val="nextPage"/>{_PAGE}{_GRID}</w:sectPr>'
# Said in every paragraph: LibreOffice takes it from no style.
_NO_AUTO_SPACE = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
_LONG_AGO = (2000, 1, 1, 0, 0, 0)
_BORDERS = "".join(
    f'<w:{edge} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'
    for edge, size in (("top", 8), ("left", 8), ("bottom", 8), ("right", 8), ("insideH", 4), ("insideV", 4))
)


def save_letter(text: str, target: Path | BinaryIO, *, title: str, author: str) -> None:
    """Write a letter's text as .docx; ``author`` is the unit. Raises FileRefused and FormRefused."""
    if isinstance(target, Path):
        with written_whole(target) as stream:
            save_letter(text, stream, title=title, author=author)
        return
    parts = {
        **PARTS,
        "docProps/core.xml": core_properties(title, author),
        "word/document.xml": _document(set_letter(text)),
    }
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            info = ZipInfo(name, _LONG_AGO)
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, content)


def _document(letter: Letter) -> str:
    cover = [_paragraph(part) for part in letter.cover]
    if cover:  # an own section without page numbers, which ends in a line of no height to speak of
        cover.append(f'<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/>{_COVER}</w:pPr></w:p>')
    body = [_part(part, nxt) for part, nxt in zip(letter.body, [*letter.body[1:], None], strict=True)]
    keeps = _kept_for_the_signature(letter.body)
    body = [
        _paragraph(part, keep=True) if number in keeps and isinstance(part, Paragraph) else done
        for number, (part, done) in enumerate(zip(letter.body, body, strict=True))
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        f"<w:body>{''.join(cover)}{''.join(body)}{_NUMBERED}</w:body></w:document>"
    )


def _kept_for_the_signature(parts: tuple[Part, ...]) -> set[int]:
    """The two paragraphs before a signature, which it takes along to a new page."""
    found: set[int] = set()
    for number in range(1, len(parts)):
        part, before = parts[number], parts[number - 1]
        if isinstance(part, Paragraph) and part.tail and not (isinstance(before, Paragraph) and before.tail):
            found |= {number - 1, number - 2}
    return found


def _part(part: Part, following: Part | None) -> str:
    if isinstance(part, Paragraph):
        return _paragraph(part)
    # Word joins two tables that touch, and wants a paragraph behind the last one.
    apart = (
        ""
        if isinstance(following, Paragraph)
        else '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
    )
    return _gap_above(part) + _table(part) + apart


def _gap_above(table: Table) -> str:
    if not table.before and not table.new_page:
        return ""
    line = max(20, round(table.before * _LINE))
    new_page = "<w:pageBreakBefore/>" if table.new_page else ""
    return f'<w:p><w:pPr><w:keepNext/>{new_page}<w:spacing w:line="{line}" w:lineRule="exact"/></w:pPr></w:p>'


def _paragraph(paragraph: Paragraph, keep: bool = False) -> str:
    runs = "".join(_run(run, paragraph.size) for run in paragraph.runs)
    return f"<w:p><w:pPr>{_look(paragraph, keep)}</w:pPr>{runs}</w:p>"


def _look(paragraph: Paragraph, keep: bool) -> str:
    """A paragraph's properties, in the order the schema demands."""
    parts = ["<w:keepNext/>"] if keep or paragraph.keep else []
    if paragraph.new_page:
        parts.append("<w:pageBreakBefore/>")
    if paragraph.stops:
        tabs = "".join(f'<w:tab w:val="{align}" w:pos="{_twips(place)}"/>' for place, align in paragraph.stops)
        parts.append(f"<w:tabs>{tabs}</w:tabs>")
    before = round(paragraph.before * _LINE)
    parts.append(_NO_AUTO_SPACE)
    parts.append(
        f'<w:spacing w:before="{before}" w:after="0" w:line="{round(paragraph.pitch * _LINE)}" w:lineRule="exact"/>'
    )
    parts.append(_indents(paragraph))
    parts.append(f'<w:jc w:val="{paragraph.align}"/>')
    if paragraph.level:
        parts.append(f'<w:outlineLvl w:val="{paragraph.level - 1}"/>')
    return "".join(parts)


def _indents(paragraph: Paragraph) -> str:
    first = "firstLine" if paragraph.first >= 0 else "hanging"
    found = [
        (name, chars) for name, chars in (("left", paragraph.left), ("right", paragraph.right)) if round(chars * 100)
    ]
    if round(paragraph.first * 100):
        found.append((first, abs(paragraph.first)))
    said = " ".join(f'w:{name}="{_twips(chars)}"' for name, chars in found)
    if paragraph.first == 2.0 and paragraph.left == 0:  # stays two characters if the type is made larger
        said = 'w:firstLineChars="200" ' + said
    return f"<w:ind {said}/>" if said else ""


def _twips(characters: float) -> int:
    return round(characters * PITCH * 20)


def _run(run: Run, size: float, tighter: bool = True) -> str:
    fonts = f'<w:rFonts w:ascii="{run.font}" w:hAnsi="{run.font}" w:eastAsia="{run.font}" w:cs="{run.font}"/>'
    spacing = "" if tighter else '<w:spacing w:val="0"/>'
    look = f'<w:rPr>{fonts}{spacing}<w:sz w:val="{size * 2:g}"/><w:szCs w:val="{size * 2:g}"/></w:rPr>'
    return "".join(f"<w:r>{look}{piece}</w:r>" for piece in _pieces(run.text))


def _pieces(text: str) -> list[str]:
    """Line breaks and stops between the words."""
    found: list[str] = []
    for number, line in enumerate(text.split("\n")):
        found += ["<w:br/>"] * bool(number)
        for place, piece in enumerate(line.split("\t")):
            found += ["<w:tab/>"] * bool(place)
            if piece:
                found.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
    return found


def _table(table: Table) -> str:
    widths = column_widths(table)
    grid = "".join(f'<w:gridCol w:w="{round(width * 20)}"/>' for width in widths)
    centred = [is_centred(table, column, width) for column, width in enumerate(widths)]
    rows = []
    for number, row in enumerate(table.rows):
        is_head = number < table.head
        cells = "".join(
            _cell(text, width, middle or is_head, HEI if is_head else FANG, is_head)
            for text, width, middle in zip(row, widths, centred, strict=True)
        )
        look = "<w:trPr><w:cantSplit/>" + "<w:tblHeader/>" * is_head + "</w:trPr>"
        rows.append(f"<w:tr>{look}{cells}</w:tr>")
    margins = "".join(
        f'<w:{edge} w:w="{round(points * 20)}" w:type="dxa"/>'
        for edge, points in (("top", ROW_PAD), ("left", CELL_PAD), ("bottom", ROW_PAD), ("right", CELL_PAD))
    )
    look = (
        f'<w:tblPr><w:tblW w:w="{round(sum(widths) * 20)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>'
    )
    return f"<w:tbl>{look}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def _cell(text: str, width: float, middle: bool, font: str, keep: bool) -> str:
    align = "center" if middle else "both"
    look = (
        "<w:keepNext/>" * keep
        + f'{_NO_AUTO_SPACE}<w:spacing w:line="{round(CELL_LINE * 20)}" w:lineRule="exact"/><w:jc w:val="{align}"/>'
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{round(width * 20)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"<w:p><w:pPr>{look}</w:pPr>{_run(Run(text, font), CELL_SIZE, tighter=False)}</w:p></w:tc>"
    )
