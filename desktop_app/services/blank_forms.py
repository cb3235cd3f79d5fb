"""A superior's own blank form: recognised, filled from the ledger, kept as the officer's own form for next year."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Unpack

from desktop_app.errors import FormRefused
from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import Entry, names, scopes, unknown
from desktop_app.printing.fill import FormData, fill
from desktop_app.printing.form import Form
from desktop_app.printing.formats import as_text
from desktop_app.printing.paint import paint
from desktop_app.printing.recognising.on_paper import as_painted
from desktop_app.printing.recognising.proposal import Binding, Proposal, Unmatched, bind, template_workbook
from desktop_app.printing.recognising.reader import recognise
from desktop_app.printing.template import Name, parse
from desktop_app.printing.workbook import save
from desktop_app.services.forming.faults import with_place
from desktop_app.services.forming.files import base_name, safe, target
from desktop_app.services.forming.occasion import Asked, occasion_for
from desktop_app.services.forming.sources import Sources
from desktop_app.services.forming.values import read
from desktop_app.services.own_forms import keep_own_form, next_code, own_forms
from desktop_app.services.periods import Period, period_of

__all__ = [
    "Binding",
    "Bound",
    "FilledBlank",
    "Proposal",
    "Unmatched",
    "asks_anything",
    "choices",
    "fill_blank",
    "next_code",
    "own_forms",
    "preview",
    "recognise",
    "refuse_unknown",
    "save_as_form",
    "usual_period",
    "write_template",
]

OUTPUTS = ("pdf", "xlsx")
SOURCE = "上级下发"


@dataclass(frozen=True)
class Bound:
    """One name in one cell and what it came to: a text as printed, a number, a text per line; None: nothing kept."""

    sheet: str
    cell: str
    name: str
    label: str
    value: str | int | list[str] | None


@dataclass(frozen=True)
class FilledBlank:
    """The files of a filled blank form, what stands in them, and what stayed empty."""

    files: list[Path]
    bound: list[Bound]
    unmatched: list[Unmatched]
    proposal: Proposal


def choices() -> list[Entry]:
    """Every name a cell may be bound to, in the order officers look for them."""
    return list(names().values())


def fill_blank(
    ledger: Ledger,
    path: Path,
    folder: Path,
    *,
    bindings: Iterable[Binding] | None = None,
    outputs: Sequence[str] = OUTPUTS,
    beside: bool = False,
    **asked: Unpack[Asked],
) -> FilledBlank:
    """Recognise the blank form at ``path`` (or take the officer's ``bindings``), fill it, write its files.

    Raises FileRefused for a file that is not to be opened or written, FormRefused when nothing can be filled.
    """
    proposal = recognise(path)
    if bindings is not None:
        proposal = proposal.with_bindings(bindings)
    wanted = [each for each in OUTPUTS if each in outputs]
    _check(proposal, outputs, wanted)
    filled = _filled(ledger, proposal, **asked)
    paths = {each: target(folder, f"{filled.base}.{each}", beside=beside) for each in wanted}
    if "pdf" in paths:
        filled.paint(paths["pdf"])
    if "xlsx" in paths:
        save(filled.workbook, paths["xlsx"], title=filled.title, author=filled.author)
    return FilledBlank(list(paths.values()), _bound(proposal, filled.data), list(proposal.unmatched), proposal)


def asks_anything(proposal: Proposal) -> bool:
    """Whether the form has a cell to fill: recognised, with a name written in, or with a label beside it."""
    return bool(bind(proposal).formats()) or any(not each.by_hand for each in proposal.unmatched)


def usual_period(title: str) -> str:
    """How often a form of that title is asked for: month or year."""
    return "month" if re.search("月报|月份|每月|月统计", title) else "year"


def preview(ledger: Ledger, proposal: Proposal, **asked: Unpack[Asked]) -> bytes:
    """The PDF that a proposal would come to, in memory. Raises FormRefused."""
    stream = io.BytesIO()
    _filled(ledger, proposal, **asked).paint(stream)
    return stream.getvalue()


def write_template(path: Path, folder: Path, *, bindings: Iterable[Binding] | None = None) -> FilledBlank:
    """The blank form with its placeholders written in, as a workbook to go on with in WPS. Raises FileRefused."""
    proposal = recognise(path)
    if bindings is not None:
        proposal = proposal.with_bindings(bindings)
    written = target(folder, f"{safe(path.stem, 60)}_模板.xlsx", beside=True)
    save(template_workbook(proposal), written, title=proposal.title)
    bound = [Bound(each.sheet, each.cell, name, each.label, None) for each in proposal.bindings for name in each.names]
    return FilledBlank([written], bound, list(proposal.unmatched), proposal)


def save_as_form(ledger: Ledger, proposal: Proposal, *, title: str, code: str, year: int, period: str = "year") -> Form:
    """Keep a recognised (and corrected) blank form as the officer's own form, inside the ledger.

    Raises FormRefused for a code that is taken or no code, or a name that is none.
    """
    refuse_unknown(proposal)
    if not re.fullmatch(r"[\w\-]{1,30}", code):
        raise FormRefused(f"“{code}”不能作表号，没有保存。表号用字母、数字、汉字和短横，如 自-{year}-01。")
    if any(form.code == code for form in own_forms(ledger)):
        raise FormRefused(f"已有表号为“{code}”的表，没有保存。请换一个表号。")
    workbook, stream = template_workbook(proposal), io.BytesIO()
    lists = [each for binding in proposal.bindings for each in binding.names if scopes()[each.split(".")[0]].is_list]
    said = {
        "code": code,
        "title": title.strip() or proposal.title,
        "area": SOURCE,
        "source": f"{SOURCE}（{year}年）",
        "orientation": workbook.worksheets[0].page_setup.orientation or "portrait",
        "about": _about(proposal),
        "period": "year" if _prints_months(proposal) else period,
        "data": lists[0].split(".")[0] if lists else "",
        "needs": [each for each in _asked(proposal) if names()[each].field and not names()[each].scope.is_list],
        "hand_filled": [each.label for each in proposal.unmatched],
    }
    save(workbook, stream, title=str(said["title"]))
    description = "".join(f"{key} = {_toml(value)}\n" for key, value in said.items() if value)
    return keep_own_form(ledger, code, description, stream.getvalue())


def _asked(proposal: Proposal) -> list[str]:
    """The names the form asks for, each once; a list's running number is none."""
    found = dict.fromkeys(name for binding in proposal.bindings for name in binding.names)
    return [name for name in found if name in names()]


def _toml(value: object) -> str:
    """A text or list of texts as TOML writes them: JSON's strings are TOML's, but for one sign."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _check(proposal: Proposal, outputs: Sequence[str], wanted: Sequence[str]) -> None:
    if not wanted:
        raise FormRefused(f"没有 {'、'.join(outputs)} 这种格式，没有生成文件。可选：{'、'.join(OUTPUTS)}。")
    refuse_unknown(proposal)


def refuse_unknown(proposal: Proposal) -> None:
    """Raises FormRefused for names, also those written into the form, that the catalogue has not."""
    if strange := unknown(set(bind(proposal).formats())):
        raise FormRefused(f"“{proposal.path.name}”里有不认识的名称：{'、'.join(strange)}。没有生成文件，请改正。")


@dataclass(frozen=True)
class _Filled:
    """A blank form with its values in it."""

    workbook: Any  # the printing layer's; services know no printing library
    data: FormData
    title: str
    author: str
    base: str  # of the file names

    def paint(self, where: Path | BinaryIO) -> None:
        """Paint the PDF. Raises FormRefused, naming record and field, for a character no font has."""
        try:
            with as_painted(self.workbook):
                paint(self.workbook, where, title=self.title, author=self.author, outline=self.title)
        except FormRefused as refusal:
            raise with_place(refusal, self.data) from None


def _filled(ledger: Ledger, proposal: Proposal, **asked: Unpack[Asked]) -> _Filled:
    form = _form_of(proposal, proposal.path.parent, asked.get("period"))
    refuse_unknown(proposal)
    template = bind(proposal)
    occasion = occasion_for(ledger, form, **asked)
    with ledger.reading() as connection:
        sources = Sources(connection, occasion)
        data = read(sources, template.formats())
        base = base_name(sources, occasion, blank=False, names=template.names())
        author = sources.value("单位", "name") or ""
    try:
        return _Filled(fill(template, data), data, form.title, author, base)
    except FormRefused as refusal:
        raise with_place(refusal, data) from None


def _form_of(proposal: Proposal, folder: Path, period: Period | str | None) -> Form:
    """The blank form as a form of no folder of its own: what it is called, about, and which period it reports on."""
    given = period_of(period) if period and isinstance(period, str) else period or None
    usual = usual_period(proposal.title)
    period_kind = ("year" if given.is_year else "month") if isinstance(given, Period) else usual
    if _prints_months(proposal):
        period_kind = "year"
    return Form("", proposal.title, "", SOURCE, "", folder, _about(proposal), period_kind)


def _prints_months(proposal: Proposal) -> bool:
    """Whether the form prints the months of the year beside the figures of each: it is always a year's."""
    used = {name for each in proposal.bindings for name in each.names}
    return "月度.月份" not in used and any(name.startswith("月度.") for name in used)


def _about(proposal: Proposal) -> str:
    """The kind of record the form is about; none where it speaks of the enterprise as a whole."""
    used = {name.split(".")[0] for each in proposal.bindings for name in each.names}
    return proposal.about if used - {"单位", "工会", "人数", "报表", "统计"} else ""


def _bound(proposal: Proposal, data: FormData) -> list[Bound]:
    found = []
    for each in proposal.bindings:
        for part in parse(each.text):
            if isinstance(part, Name):
                found.append(Bound(each.sheet, each.cell, part.name, each.label, _value(part, data)))
    return _each_once(found)


def _each_once(found: Iterable[Bound]) -> list[Bound]:
    """One line per cell and name: a box per choice names the same field many times."""
    kept: dict[tuple[str, str, str], Bound] = {}
    for each in found:
        kept.setdefault((each.sheet, each.cell, each.name), each)
    return list(kept.values())


def _value(part: Name, data: FormData) -> str | int | list[str] | None:
    scope, _, label = part.name.partition(".")
    code = "" if "=" in part.format or part.format.startswith("□") else part.format
    if scope in data.lists:
        rows = data.lists[scope]
        if label == "#":
            return [str(number + 1) for number in range(len(rows))]
        return [as_text(row.get(label), code) for row in rows]
    value = data.singles.get(part.name)
    if isinstance(value, int) and not isinstance(value, bool) and not code:
        return value
    return None if value is None else as_text(value, code)
