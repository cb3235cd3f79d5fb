"""One form with its values in it, and the files it can become."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from desktop_app.errors import FormRefused
from desktop_app.printing.catalogue import Entry, names, scopes, unknown
from desktop_app.printing.fill import FormData, fill
from desktop_app.printing.form import Form
from desktop_app.printing.paint import paint
from desktop_app.printing.plain_sheet import PlainTable, add_plain_sheet, plain_workbook
from desktop_app.printing.template import Name, Template
from desktop_app.printing.workbook import save
from desktop_app.services.forming.faults import with_place
from desktop_app.services.forming.files import base_name
from desktop_app.services.forming.sources import Sources
from desktop_app.services.forming.values import read

OUTPUTS = ("pdf", "xlsx", "data", "row")


@dataclass(frozen=True)
class FilledForm:
    """A form with its values in it, ready to be written in any format."""

    form: Form
    template: Template
    data: FormData
    workbook: Any  # the printing layer's; services know no printing library
    base: str
    author: str
    is_blank: bool

    def file_name(self, output: str) -> str:
        """The rule's name with what the format adds."""
        return self.base + {"pdf": ".pdf", "xlsx": ".xlsx", "data": "_数据.xlsx", "row": "_汇总行.xlsx"}[output]

    def paint(self, where: Path | io.BytesIO) -> None:
        """Paint the PDF."""
        with self._naming_places():
            paint(self.workbook, where, title=self.form.title, author=self.author, outline=self.form.title)

    def write(self, output: str, path: Path) -> None:
        """Write one format. The PDF must come before the workbook, which gets the data sheet added."""
        if output == "pdf":
            self.paint(path)
            return
        workbook = self.workbook
        if output == "data":
            workbook = plain_workbook(self._table(), self.form.title)
        elif output == "row":
            workbook = plain_workbook(self._line(), self.form.title)
        elif not self.is_blank:
            add_plain_sheet(workbook, self._table(), "数据版")
        save(workbook, path, title=self.form.title, author=self.author)

    @contextmanager
    def _naming_places(self) -> Iterator[None]:
        try:
            yield
        except FormRefused as refusal:
            raise with_place(refusal, self.data) from None

    def _table(self) -> PlainTable:
        """The form's list, a line per record; the summary line for a form without a list."""
        if not self.form.data:
            return self._line()
        entries = _columns(self.form, self.template)
        heads = [entry.kind.label for entry in entries]
        rows = [[row.get(head) for head in heads] for row in self.data.lists[self.form.data]]
        return PlainTable(heads, rows, _code_columns(entries))

    def _line(self) -> PlainTable:
        """One line of the form's main values, to paste into the superior's table."""
        wanted = self.form.summary or [name for name in self.data.singles if name in names()]
        entries = [names()[name] for name in wanted]
        heads = [_line_head(entry, entries) for entry in entries]
        return PlainTable(heads, [[self.data.singles.get(name) for name in wanted]], _code_columns(entries))


def filled_form(sources: Sources, blank_rows: int | None) -> FilledForm:
    """Read what the form names and fill its template. Raises FormRefused, FileRefused."""
    occasion = sources.occasion
    of, is_blank = occasion.form, blank_rows is not None
    template = Template.load(of.template_path)
    strange = unknown(template.names())
    if strange:
        raise FormRefused(f"“{of.title}”的模板里有不认识的名称：{'、'.join(strange)}。没有生成文件，请改正模板。")
    formats = _formats(template)
    if is_blank:
        data = _empty(formats)
    else:
        wanted = dict.fromkeys([entry.name for entry in _columns(of, template)] + list(of.summary), "")
        data = read(sources, wanted | formats)
    try:
        workbook = fill(template, data, min_rows=of.min_rows, blank_rows=blank_rows)
    except FormRefused as refusal:
        raise with_place(refusal, data) from None
    author = sources.value("单位", "name") or ""
    return FilledForm(of, template, data, workbook, base_name(sources, occasion, blank=is_blank), author, is_blank)


def _formats(template: Template) -> dict[str, str]:
    """Every name the template asks for, with the format it states (the first where it is asked for twice)."""
    found: dict[str, str] = {}
    placed = [parts for sheet in template.cells for parts in sheet.values()]
    placed += [parts for headings in template.headings for parts in headings.values()]
    for part in chain.from_iterable(placed):
        if isinstance(part, Name):
            found.setdefault(part.name, part.format)
    return found


def _empty(formats: Mapping[str, str]) -> FormData:
    lists = {name.split(".")[0]: () for name in formats if scopes()[name.split(".")[0]].is_list}
    return FormData({}, lists, frozenset(name for name in formats if name in names() and names()[name].is_code))


def _columns(of: Form, template: Template) -> list[Entry]:
    """The columns of the data sheet: those the template shows of the list, else the list's own."""
    if not of.data:
        return []
    shown = [names()[name] for name in _formats(template) if name in names() and names()[name].scope.name == of.data]
    scope = scopes()[of.data]
    if shown or scope.record_type is None:
        return shown
    labels = [scope.record_type.fields[field].label for field in scope.record_type.list_columns]
    return [names()[f"{of.data}.{label}"] for label in labels]


def _code_columns(entries: Sequence[Entry]) -> frozenset[int]:
    return frozenset(place for place, entry in enumerate(entries) if entry.is_code)


def _line_head(entry: Entry, among: Sequence[Entry]) -> str:
    """A column's head: its label, its meaning for a numbered indicator, with its scope where labels repeat."""
    if entry.scope.name == "统计":
        return f"{entry.kind.label} {entry.meaning}"
    same = [other for other in among if other.kind.label == entry.kind.label]
    return entry.name.replace(".", "") if len(same) > 1 else entry.kind.label
