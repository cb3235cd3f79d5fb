"""A recognised form under the officer's eyes: its cells, where they lie on the paper, and what a click changes."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

from openpyxl.utils.cell import coordinate_to_tuple

from desktop_app.printing.catalogue import names
from desktop_app.printing.cell_places import CellPlace, cell_places
from desktop_app.printing.fit import fit
from desktop_app.printing.paint import paint
from desktop_app.printing.recognising.answers import placeholder
from desktop_app.printing.recognising.on_paper import as_painted
from desktop_app.printing.recognising.proposal import Binding, Proposal, Unmatched
from desktop_app.printing.recognising.wording import label
from desktop_app.printing.template import opened


@dataclass(frozen=True)
class Cell:
    """A cell that may be filled: its label, the text it gets (empty: none), how sure that is, and why."""

    sheet: str
    cell: str
    label: str
    text: str = ""
    certainty: str = ""
    reason: str = ""

    @property
    def is_beside_words(self) -> bool:
        """Whether the form prints words of its own in the cell: 填报单位："""
        return bool(self.text) and not self.text.startswith("{{")

    @property
    def said(self) -> str:
        """What it is filled with, in words: 单位 名称、报表 填报日期."""
        found = Binding(self.sheet, self.cell, self.text, self.label).names
        return "、".join(name.replace(".#", ".序号").replace(".", " ") for name in found)


@dataclass(frozen=True)
class Drawn:
    """The blank form on paper, and where its cells lie."""

    pdf: bytes
    places: tuple[CellPlace, ...]


def cells_of(proposal: Proposal) -> list[Cell]:
    """Every cell that is filled or could be, in the order one reads the form; what the pen fills is left out."""
    bound = [Cell(b.sheet, b.cell, b.label, b.text, b.certainty, b.reason) for b in proposal.bindings]
    empty = [Cell(u.sheet, u.cell, u.label) for u in proposal.unmatched if not u.by_hand]
    order = {sheet: number for number, sheet in enumerate(proposal.sheets)}
    return sorted(bound + empty, key=lambda each: (order.get(each.sheet, 0), *coordinate_to_tuple(each.cell)))


def corrected(proposal: Proposal, cell: Cell, name: str) -> Proposal:
    """The proposal with another name in a cell, after what is printed there; '' leaves the cell as it came."""
    here = (cell.sheet, cell.cell)
    bindings = [each for each in proposal.bindings if (each.sheet, each.cell) != here]
    unmatched = [each for each in proposal.unmatched if (each.sheet, each.cell) != here]
    if name:
        text = _printed(proposal, cell) + placeholder(name, label(cell.label), in_list=names()[name].scope.is_list)
        bindings.append(Binding(*here, text, cell.label, reason="您选的"))
    else:
        unmatched.append(Unmatched(*here, cell.label))
    return replace(proposal, bindings=tuple(bindings), unmatched=tuple(unmatched))


def drawn(proposal: Proposal) -> Drawn:
    """The blank form painted as it came. Raises FileRefused and FormRefused."""
    workbook = opened(proposal.content, proposal.path.name)
    stream = io.BytesIO()
    with as_painted(workbook):
        for sheet in workbook.worksheets:
            fit(sheet)
        paint(workbook, stream, title=proposal.title, author="")
        return Drawn(stream.getvalue(), tuple(cell_places(workbook)))


def _printed(proposal: Proposal, cell: Cell) -> str:
    """What the form itself prints in a cell."""
    workbook = opened(proposal.content, proposal.path.name)
    value = workbook[cell.sheet][cell.cell].value
    return value if isinstance(value, str) and "{{" not in value else ""
