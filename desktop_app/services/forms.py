"""Standard forms: which there are, what one would look like, and the files an officer hands in."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop_app.errors import BanbiantianError, FormRefused
from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import Entry, names, scopes, unknown
from desktop_app.printing.fill import FormData, fill
from desktop_app.printing.form import Form, shipped_forms
from desktop_app.printing.paint import paint
from desktop_app.printing.plain_sheet import PlainTable, add_plain_sheet, plain_workbook
from desktop_app.printing.template import Name, Template
from desktop_app.printing.workbook import save
from desktop_app.records.fields import Number
from desktop_app.records.registry import record_type
from desktop_app.services.form_entry import set_value, set_values, value
from desktop_app.services.form_faults import with_place
from desktop_app.services.form_files import base_name, target
from desktop_app.services.form_records import Occasion, Sources, table_of
from desktop_app.services.form_values import read
from desktop_app.services.listing import choices
from desktop_app.services.periods import Period, period_for, period_of
from desktop_app.services.readiness import Missing, Readiness, readiness

if TYPE_CHECKING:
    from openpyxl.workbook.workbook import Workbook

__all__ = [
    "Form",
    "Missing",
    "Period",
    "Readiness",
    "all_forms",
    "form",
    "period_of",
    "preview",
    "produce",
    "produce_all",
    "readiness",
    "set_value",
    "set_values",
    "subjects",
    "value",
]

OUTPUTS = ("pdf", "xlsx", "data", "row")
Progress = Callable[[int, int, str], None]


def all_forms() -> list[Form]:
    """Every standard form, by code."""
    return shipped_forms()


def form(code: str) -> Form:
    """The form of that code. Raises FormRefused, naming those there are."""
    found = {each.code: each for each in all_forms()}
    if code.upper() not in found:
        raise FormRefused(f"没有“{code}”这张表，没有生成文件。现有：{'、'.join(found)}。")
    return found[code.upper()]


def subjects(ledger: Ledger, of: Form) -> list[tuple[int, str]]:
    """The records the form can be about, as (id, title), the usual one first; empty when it is about none."""
    if not of.about:
        return []
    kind = record_type(of.about)
    first = kind.fields[kind.title[0]]
    unit = first.unit if isinstance(first, Number) and len(kind.title) == 1 else ""  # 5届
    with ledger.reading() as connection:
        usual = Sources(connection, Occasion(of, ledger.clock().date())).subject_id()
    found = [(record_id, title + unit) for record_id, title in choices(ledger, of.about, limit=500)]
    return sorted(found, key=lambda each: each[0] != usual)


def preview(
    ledger: Ledger,
    of: Form,
    *,
    on: date,
    period: Period | str | None = None,
    about: int | None = None,
    blank_rows: int | None = None,
    preparer: str = "",
) -> bytes:
    """The form's PDF, in memory. Raises FormRefused."""
    occasion = _occasion(ledger, of, on, period, about, preparer)
    with ledger.reading() as connection:
        filled = _filled(Sources(connection, occasion), blank_rows)
    stream = io.BytesIO()
    filled.paint(stream)
    return stream.getvalue()


def produce(
    ledger: Ledger,
    of: Form,
    folder: Path,
    *,
    on: date,
    outputs: Sequence[str] = ("pdf", "xlsx"),
    period: Period | str | None = None,
    about: int | None = None,
    blank_rows: int | None = None,
    preparer: str = "",
    beside: bool = False,
) -> list[Path]:
    """Write the form's files and return them. ``outputs`` names formats; those the form has not are left out.

    ``blank_rows``: an empty form with so many lines. ``beside``: never replace a file, but write “（2）”.
    Raises FormRefused or FileRefused; a file is written whole or not at all.
    """
    wanted = [each for each in dict.fromkeys(outputs) if each in (*of.outputs, "data", "row")]
    if not wanted:
        raise FormRefused(f"“{of.title}”没有 {'、'.join(outputs)} 这种格式，没有生成文件。可选：{'、'.join(OUTPUTS)}。")
    occasion = _occasion(ledger, of, on, period, about, preparer)
    with ledger.reading() as connection:
        filled = _filled(Sources(connection, occasion), blank_rows)
    if blank_rows is not None:
        wanted = [each for each in wanted if each in of.outputs]
    paths = {each: target(folder, filled.file_name(each), beside=beside) for each in OUTPUTS if each in wanted}
    for each, path in paths.items():
        filled.write(each, path)
    return list(paths.values())


def produce_all(
    ledger: Ledger,
    folder: Path,
    *,
    on: date,
    forms: Iterable[Form] | None = None,
    outputs: Sequence[str] = OUTPUTS,
    period: Period | str | None = None,
    blank_rows: int | None = None,
    preparer: str = "",
    beside: bool = False,
    progress: Progress | None = None,
    refused: Callable[[Form, BanbiantianError], None] | None = None,
) -> list[Path]:
    """Write the files of many forms, each about its usual record. Returns them.

    ``progress(done, total, title)`` is called before each form and may raise Cancelled: files already written are
    whole and stay. ``refused`` takes the forms that cannot be produced; without it the first one ends the batch.
    """
    wanted = list(all_forms() if forms is None else forms)
    made: list[Path] = []
    for number, each in enumerate(wanted):
        if progress:
            progress(number, len(wanted), each.title)
        try:
            made += produce(
                ledger,
                each,
                folder,
                on=on,
                outputs=outputs,
                period=period,
                blank_rows=blank_rows,
                preparer=preparer,
                beside=beside,
            )
        except BanbiantianError as refusal:
            if refused is None:
                raise
            refused(each, refusal)
    return made


@dataclass(frozen=True)
class _Filled:
    """A form with its values in it, ready to be written in any format."""

    form: Form
    template: Template
    data: FormData
    workbook: Workbook
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


def _occasion(
    ledger: Ledger, of: Form, on: date, period: Period | str | None, about: int | None, preparer: str
) -> Occasion:
    if about is not None and of.about:
        table = table_of(record_type(of.about))
        with ledger.reading() as connection:
            if connection.execute(select(table.c.id).where(table.c.id == about)).first() is None:
                label = record_type(of.about).label
                raise FormRefused(f"没有编号为 {about} 的{label}，“{of.title}”没有生成。请重新选择。")
    return Occasion(of, on, period_for(of.period, period or None, on), about, preparer or ledger.operator)


def _filled(sources: Sources, blank_rows: int | None) -> _Filled:
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
    return _Filled(of, template, data, workbook, base_name(sources, occasion, blank=is_blank), author, is_blank)


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
