"""A filled form and the files it can become: a sheet or a letter, its data sheet and its summary line."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, BinaryIO

from desktop_app.errors import FormRefused
from desktop_app.printing.attachment import explain
from desktop_app.printing.catalogue import Entry, names
from desktop_app.printing.cell_places import cell_places
from desktop_app.printing.fill import FormData, Named
from desktop_app.printing.form import Form
from desktop_app.printing.letters.notes import note_page
from desktop_app.printing.letters.page import paint_letter
from desktop_app.printing.letters.word import save_letter
from desktop_app.printing.one_page import too_full
from desktop_app.printing.paint import paint
from desktop_app.printing.plain_sheet import PlainTable, add_plain_sheet, plain_workbook
from desktop_app.printing.recognising.on_paper import as_painted
from desktop_app.printing.template import Template
from desktop_app.printing.workbook import save
from desktop_app.services.forming.faults import with_place

# In the order they are written: a sheet's PDF comes before its workbook, which gets the data sheet added.
OUTPUTS = ("pdf", "xlsx", "docx", "data", "row")
_ENDINGS = {"pdf": ".pdf", "xlsx": ".xlsx", "docx": ".docx", "data": "_数据.xlsx", "row": "_汇总行.xlsx"}


@dataclass(frozen=True)
class FigurePlace:
    """A computed figure on the paper: its name, its line in a list, its page (from 0) and its box in points."""

    name: str
    line: int
    page: int
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Filled(ABC):
    """A form with its values in it, ready to be written in any of its formats."""

    form: Form
    data: FormData
    columns: Sequence[Entry]  # of the data sheet
    base: str
    author: str
    is_blank: bool

    def file_name(self, output: str) -> str:
        """The rule's name with what the format adds."""
        return self.base + _ENDINGS[output]

    def paint(self, where: Path | BinaryIO) -> None:
        """Paint the PDF. Raises FormRefused, naming record and field, for a character no font has."""
        with self._naming_places():
            self._paint(where)

    def write(self, output: str, where: Path | BinaryIO) -> None:
        """Write one format."""
        if output == "pdf":
            self.paint(where)
        elif output in ("data", "row"):
            table = self.table() if output == "data" else self._line()
            save(plain_workbook(table, self.form.title), where, title=self.form.title, author=self.author)
        else:
            self._save(where)

    def table(self) -> PlainTable:
        """The form's list, a line per record; the summary line for a form without a list."""
        if not self.form.data:
            return self._line()
        heads = [entry.kind.label for entry in self.columns]
        rows = [[row.get(head) for head in heads] for row in self.data.lists[self.form.data]]
        return PlainTable(heads, rows, _code_columns(self.columns))

    def figure_places(self) -> tuple[FigurePlace, ...]:
        """Where the computed figures stand on the paper; running text has none."""
        return ()

    def overflow(self) -> str:
        """What to shorten where a form that must go on one sheet of A4 takes more; empty where it fits."""
        return ""

    @abstractmethod
    def explained(self, notes: Sequence[tuple[str, str]]) -> Filled:
        """The same with a page behind it: what the logic check found, and the officer's words to each."""

    @abstractmethod
    def _paint(self, where: Path | BinaryIO) -> None: ...

    @abstractmethod
    def _save(self, where: Path | BinaryIO) -> None: ...

    def _line(self) -> PlainTable:
        """One line of the form's main values, to paste into the superior's table."""
        wanted = self.form.summary or [name for name in self.data.singles if name in names()]
        entries = [names()[name] for name in wanted]
        heads = [_line_head(entry, entries) for entry in entries]
        return PlainTable(heads, [[self.data.singles.get(name) for name in wanted]], _code_columns(entries))

    @contextmanager
    def _naming_places(self) -> Iterator[None]:
        try:
            yield
        except FormRefused as refusal:
            raise with_place(refusal, self.data) from None


@dataclass(frozen=True)
class FilledSheet(Filled):
    """A form on a sheet: its workbook is painted and saved as it stands."""

    workbook: Any  # the printing layer's; services know no printing library
    named: Sequence[Named] = ()

    def figure_places(self) -> tuple[FigurePlace, ...]:
        """As they are painted."""
        computed = {}
        for name, line, cell in self.named:
            if name in names() and not names()[name].field and names()[name].scope.name != "报表":
                computed[cell.parent.title, cell.coordinate] = (name, line)
        found = cell_places(self.workbook, computed)
        return tuple(FigurePlace(*computed[each.sheet, each.cell], each.page, each.box) for each in found)

    def overflow(self) -> str:
        """As the engine measures it."""
        return too_full(self.workbook, Template.of(self.form), self.data) if self.form.one_page else ""

    def explained(self, notes: Sequence[tuple[str, str]]) -> Filled:
        """As a sheet of its own."""
        explain(self.workbook, notes)
        return self

    def _paint(self, where: Path | BinaryIO) -> None:
        # A superior's own form keeps its page set-up in the workbook; where it has none, its paper is set for painting.
        with as_painted(self.workbook) if self.form.content else nullcontext():
            paint(self.workbook, where, title=self.form.title, author=self.author, outline=self.form.title)

    def _save(self, where: Path | BinaryIO) -> None:
        if not self.is_blank:
            add_plain_sheet(self.workbook, self.table(), "数据版")
        save(self.workbook, where, title=self.form.title, author=self.author)


@dataclass(frozen=True)
class FilledLetter(Filled):
    """A letter: its text as it will be printed, in the officer's words where she changed it."""

    text: str
    is_changed: bool = False  # by the officer: it no longer follows the ledger

    def explained(self, notes: Sequence[tuple[str, str]]) -> Filled:
        """As a table on a page of its own."""
        return replace(self, text=f"{self.text.rstrip()}\n\n{note_page(notes)}\n")

    def _paint(self, where: Path | BinaryIO) -> None:
        paint_letter(self.text, where, title=self.form.title, author=self.author, outline=self.form.title)

    def _save(self, where: Path | BinaryIO) -> None:
        save_letter(self.text, where, title=self.form.title, author=self.author)


def _code_columns(entries: Sequence[Entry]) -> frozenset[int]:
    return frozenset(place for place, entry in enumerate(entries) if entry.is_code)


def _line_head(entry: Entry, among: Sequence[Entry]) -> str:
    """A column's head: its label, its meaning for a numbered indicator, with its scope where labels repeat."""
    if entry.scope.name == "统计":
        return f"{entry.kind.label} {entry.meaning}"
    same = [other for other in among if other.kind.label == entry.kind.label]
    return entry.name.replace(".", "") if len(same) > 1 else entry.kind.label
