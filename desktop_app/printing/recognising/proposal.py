"""What recognising found, to be shown, corrected and bound: cells with what is to be written into them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.workbook.workbook import Workbook

from desktop_app.printing.cells import clean
from desktop_app.printing.recognising.on_paper import print_range
from desktop_app.printing.recognising.vocabulary import all_names
from desktop_app.printing.template import Parts, Template, names_in, opened, parse


@dataclass(frozen=True)
class Binding:
    """One cell and the text it gets: ``{{单位.名称}}``, or printed words with placeholders among them."""

    sheet: str
    cell: str
    text: str
    label: str
    certainty: str = "确定"
    reason: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The catalogue names in it, in order, each once."""
        return tuple(dict.fromkeys(all_names(self.text)))


@dataclass(frozen=True)
class Unmatched:
    """A label with an empty answer cell that stays empty; ``by_hand``: it is for the pen or the seal."""

    sheet: str
    cell: str
    label: str
    by_hand: bool = False


@dataclass(frozen=True)
class Proposal:
    """A blank form as understood; ``about`` is the kind of record it is about, or empty."""

    path: Path
    content: bytes = field(repr=False)
    title: str
    about: str
    sheets: tuple[str, ...]
    bindings: tuple[Binding, ...]
    unmatched: tuple[Unmatched, ...]
    losses: tuple[str, ...] = ()  # what the file holds and no copy of it can keep, in sentences

    def with_bindings(self, bindings: Iterable[Binding]) -> Proposal:
        """The same form with the officer's own bindings."""
        chosen = tuple(bindings)
        taken = {(each.sheet, each.cell) for each in chosen}
        left = tuple(each for each in self.unmatched if (each.sheet, each.cell) not in taken)
        return replace(self, bindings=chosen, unmatched=left)


def bind(proposal: Proposal) -> Template:
    """The template that the bindings make of the blank form, to be filled. Raises FileRefused."""
    workbook = opened(proposal.content, proposal.path.name)
    cells: list[dict[tuple[int, int], Parts]] = []
    for sheet in workbook.worksheets:
        found = {
            place: parse(cell.value)
            for place, cell in sheet._cells.items()
            if isinstance(cell.value, str) and "{{" in cell.value and names_in(parse(cell.value))
        }
        own = [each for each in proposal.bindings if each.sheet == sheet.title]
        found.update({coordinate_to_tuple(each.cell): parse(each.text) for each in own})
        cells.append({place: parts for place, parts in found.items() if place in sheet._cells})
    return Template(proposal.path, proposal.content, tuple(cells), tuple({} for _ in cells))


def template_workbook(proposal: Proposal) -> Workbook:
    """The blank form as a workbook with the placeholders written in and a print area; all else as it was.

    Formulas, which phones and PDF cannot show, are emptied. Raises FileRefused.
    """
    workbook = opened(proposal.content, proposal.path.name)
    for sheet in workbook.worksheets:
        for cell in sheet._cells.values():
            if cell.data_type == "f":
                cell.value = None
        for each in proposal.bindings:
            if each.sheet == sheet.title:
                cell = sheet[each.cell]
                cell.value = clean(each.text)
                cell.data_type = "s"
        if not sheet.print_area and (used := print_range(sheet)):
            sheet.print_area = used
    return workbook
