"""A letter's parts set after GB/T 9704-2012, once for both files: what stands where, in which type and how far in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from desktop_app.printing.letters.closing import attachments, pen_lines, signature, tied
from desktop_app.printing.letters.grammar import Block, Kind, read_letter
from desktop_app.printing.letters.lines import FANG, HEI, KAI, PITCH, TITLE_FONT, WIDE, Run, text_width
from desktop_app.printing.letters.parts import Letter, Paragraph, Part, Table
from desktop_app.printing.letters.titles import balanced

_TITLE_SIZE, _COVER_SIZE, _FIELD_SIZE = 22.0, 36.0, 18.0  # 2号; 小初 and 小二 on a cover
_TITLE_WIDEST, _COVER_WIDEST = 19, 11  # characters to a line
_COVER_TOP, _COVER_FIELDS = 4.0, 13.0  # lines from the top of the type area
_CENTRED_ON_COVER = (Kind.TITLE, Kind.CENTRE, Kind.DATE, Kind.SIGNATURE)
_SEAL = 2.0  # lines above the signature: a seal of 42 mm sits on it, reaching one line above (GB/T 9704-2012, 7.3.5)
_CUT = "…………………………"
_ANNEX = re.compile(r"附件\s*\d*[:：]?")
_CHAPTER = re.compile("第[一二三四五六七八九十百]+章")  # of a contract: centred


def set_letter(text: str) -> Letter:
    """The letter as it is to be printed. Raises FormRefused for a character that no font has."""
    blocks = read_letter(text)
    cover: list[Block] = []
    if blocks and blocks[0].kind is Kind.COVER:
        end = next((n for n, block in enumerate(blocks) if block.kind is Kind.PAGE), len(blocks))
        cover = [replace(blocks[0], kind=Kind.TITLE)] * bool(blocks[0].text) + blocks[1:end]
        blocks = blocks[end + 1 :]
    return Letter(tuple(_cover(cover)), tuple(tied(list(_spaced(blocks)))))


def _cover(blocks: list[Block]) -> Iterator[Paragraph]:
    titles = [line for block in blocks if block.kind is Kind.TITLE for line in balanced(block.text, _COVER_WIDEST)]
    if titles:
        run = Run("\n".join(titles), TITLE_FONT)
        yield Paragraph((run,), _COVER_SIZE, "center", before=_COVER_TOP, pitch=2.0)
    before = max(2.0, _COVER_FIELDS - _COVER_TOP - 2 * len(titles))
    fields = [block.text for block in blocks if block.kind not in _CENTRED_ON_COVER]
    widest = max((text_width(text, FANG, _FIELD_SIZE) for text in fields), default=0.0)
    left = min(3.0, max(0.0, (WIDE - widest) / PITCH - 0.5))
    for block in blocks:
        if block.kind is Kind.GAP:
            before += 1
        elif block.kind is not Kind.TITLE:
            yield _cover_line(block, before, left)
            before = 0.0


def _cover_line(block: Block, before: float, left: float) -> Paragraph:
    if block.kind in _CENTRED_ON_COVER:
        return Paragraph((Run(block.text),), _FIELD_SIZE, "center", before=before, pitch=1.5)
    label = block.text[: block.text.find("：") + 1]
    hang = text_width(label, FANG, _FIELD_SIZE) / PITCH
    return Paragraph((Run(block.text),), _FIELD_SIZE, "left", -hang, left + hang, before=before, pitch=1.5)


def _spaced(blocks: list[Block]) -> Iterator[tuple[Kind, Part]]:
    """The parts with the empty lines between them that the standard asks for."""
    previous: Kind | None = None
    gap, new_page = 0.0, False
    for group in _groups(blocks):
        kind = group[0].kind
        if kind is Kind.PAGE:
            new_page = True
            continue
        if kind is Kind.GAP:
            gap += len(group)
            continue
        after_annex = previous is Kind.LEFT and kind is Kind.TITLE
        gap += 1.0 if after_annex else _before(kind, previous)
        for number, part in enumerate(_parts(group, new_page)):
            yield kind, replace(part, before=part.before + gap, new_page=new_page) if not number else part
            gap, new_page = 0.0, False
        previous = kind


def _before(kind: Kind, previous: Kind | None) -> float:
    if kind is Kind.TITLE:
        return 2.0
    if kind is Kind.SIGNATURE or (kind is Kind.DATE and previous is not Kind.SIGNATURE):
        return _SEAL
    if kind in (Kind.ATTACHMENT, Kind.RECEIPT) or (kind is Kind.PEN and previous is not Kind.PEN):
        return 1.0
    under_title = previous is Kind.TITLE and kind is not Kind.CENTRE
    return 1.0 if under_title or (previous is Kind.CENTRE and kind is Kind.RECIPIENT) else 0.0


_TOGETHER = {
    Kind.TITLE: (Kind.TITLE,),
    Kind.NUMBER: (Kind.ISSUER,),
    Kind.ATTACHMENT: (Kind.ATTACHMENT,),
    Kind.SIGNATURE: (Kind.SIGNATURE, Kind.DATE),
    Kind.PEN: (Kind.PEN,),
    Kind.GAP: (Kind.GAP,),
}


def _groups(blocks: list[Block]) -> Iterator[list[Block]]:
    """Parts that are set together: the lines of a title, the attachments, signature and date."""
    group: list[Block] = []
    for block in blocks:
        closed = bool(group) and group[-1].kind is Kind.DATE
        if group and not closed and block.kind in _TOGETHER.get(group[0].kind, ()):
            group.append(block)
            continue
        if group:
            yield group
        group = [block]
    if group:
        yield group


def _parts(group: list[Block], new_page: bool) -> Iterator[Part]:
    block = group[0]
    match block.kind:
        case Kind.TITLE:
            yield _title(group)
        case Kind.HEADING if _CHAPTER.match(block.text):
            yield Paragraph((Run(block.text, HEI),), align="center", keep=True, level=2)
        case Kind.HEADING:
            yield Paragraph((Run(block.text, HEI),), first=2.0, keep=True, level=2)
        case Kind.SUBHEADING:
            yield Paragraph((Run(block.text, KAI),), first=2.0, keep=True, level=3)
        case Kind.TABLE:
            yield Table(block.rows, block.head)
        case Kind.NUMBER | Kind.ISSUER:
            yield _number(group)
        case Kind.RECIPIENT:
            yield Paragraph((Run(block.text.rstrip("：:") + "："),))
        case Kind.ATTACHMENT:
            yield from attachments([each.text for each in group])
        case Kind.SIGNATURE | Kind.DATE:
            yield from signature(group)
        case Kind.NOTE:
            text = block.text if block.text.startswith("（") else f"（{block.text}）"
            yield Paragraph((Run(text),), first=2.0)
        case Kind.CENTRE:
            yield Paragraph((Run(block.text, KAI),), align="center", keep=True)
        case Kind.LEFT:
            annex = new_page and _ANNEX.fullmatch(block.text) is not None
            yield Paragraph((Run(block.text, HEI if annex else FANG),), keep=annex)
        case Kind.PEN:
            yield from pen_lines([each.text for each in group])
        case Kind.RECEIPT:
            yield Paragraph((Run(f"{_CUT}（裁剪线）{_CUT}"),), align="center", keep=True)
            if block.text:
                yield Paragraph((Run(block.text, HEI),), align="center", before=1.0, keep=True)
        case _:
            yield Paragraph((Run(block.text),), first=2.0)


def _title(group: list[Block]) -> Paragraph:
    """Several title lines stand as written; a single one that is too long is broken here."""
    lines = [block.text for block in group]
    if len(lines) == 1 or any(len(line) > _TITLE_WIDEST for line in lines):
        lines = [part for line in lines for part in balanced(line, _TITLE_WIDEST)]
    return Paragraph((Run("\n".join(lines), TITLE_FONT),), _TITLE_SIZE, "center", keep=True, level=1)


def _number(group: list[Block]) -> Paragraph:
    """文号 alone is centred; upward, with 签发人, one stands a character in from the left, the other from the right."""
    found = {block.kind: block.text for block in group}
    number, issuer = found.get(Kind.NUMBER, ""), found.get(Kind.ISSUER)
    if issuer is None:
        return Paragraph((Run(number),), align="center")
    issuer = issuer.removeprefix("签发人").lstrip("：:")
    runs = (Run(f"{number}\t签发人："), Run(issuer, KAI))
    return Paragraph(runs, align="left", left=1.0, stops=((27.0, "right"),))
