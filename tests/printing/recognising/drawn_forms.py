"""Drawing blank forms in a few lines, each cell beside what an officer would write there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

_THIN = Side(style="thin")
_FRAME = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


@dataclass(frozen=True)
class Answer:
    """A cell to be bound: to these names (``+`` joins several, ``|`` parts what is equally right)."""

    names: str
    text: str = ""
    required: bool = True


def ask(names: str) -> Answer:
    """An empty cell."""
    return Answer(names)


def printed(text: str, names: str) -> Answer:
    """A cell with words and blanks of its own."""
    return Answer(names, text)


def may(names: str, text: str = "") -> Answer:
    """A cell that may be bound, and may be left."""
    return Answer(names, text, required=False)


def wide(first: object, columns: int) -> list[object]:
    """A cell over several columns."""
    return [first] + ["<"] * (columns - 1)


@dataclass(frozen=True)
class BlankForm:
    """Rows of cells: a text, '' for an empty one, None for none, ``<`` and ``^`` for one merged with its neighbour."""

    name: str
    rows: Sequence[Sequence[object]]
    frame: tuple[int, int] = (0, 0)
    about: str = ""

    def answers(self) -> dict[str, Answer]:
        """Every cell that may be bound."""
        return {
            f"{get_column_letter(column)}{row}": each
            for row, line in enumerate(self.rows, 1)
            for column, each in enumerate(line, 1)
            if isinstance(each, Answer)
        }

    def draw(self, folder: Path) -> Path:
        """Write the workbook and return its path."""
        book = Workbook()
        sheet = book.worksheets[0]
        owners: dict[tuple[int, int], tuple[int, int]] = {}
        for row, line in enumerate(self.rows, 1):
            for column, each in enumerate(line, 1):
                if each is None:
                    continue
                beside = {"<": (row, column - 1), "^": (row - 1, column)}.get(str(each))
                owners[row, column] = owners[beside] if beside else (row, column)
                cell = sheet.cell(row, column)
                cell.font = Font("宋体", 18 if row == 1 else 10.5)
                if self.frame[0] <= row <= self.frame[1]:
                    cell.border, cell.alignment = _FRAME, Alignment(wrap_text=True, vertical="center")
                text = each.text if isinstance(each, Answer) else str(each)
                if not beside and text:
                    cell.value = text
        for owner in dict.fromkeys(owners.values()):
            bottom, right = max(place for place, of in owners.items() if of == owner)
            if (bottom, right) != owner:
                sheet.merge_cells(start_row=owner[0], start_column=owner[1], end_row=bottom, end_column=right)
        for column in range(1, max(map(len, self.rows)) + 1):
            sheet.column_dimensions[get_column_letter(column)].width = 13
        path = folder / f"{self.name}.xlsx"
        book.save(path)
        return path
