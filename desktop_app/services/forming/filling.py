"""One form with its values in it: what its names stand for is read, and its sheet or letter is filled."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select

from desktop_app.errors import FormRefused
from desktop_app.ledger import tables
from desktop_app.printing.catalogue import Entry, names, scopes, unknown
from desktop_app.printing.fill import FormData, Named, fill
from desktop_app.printing.form import Form
from desktop_app.printing.letters.filling import fill_letter
from desktop_app.printing.letters.template import LetterTemplate
from desktop_app.printing.template import Template
from desktop_app.services.forming.faults import with_place
from desktop_app.services.forming.figures.printed import printed_lines
from desktop_app.services.forming.files import base_name
from desktop_app.services.forming.filled import Filled, FilledLetter, FilledSheet
from desktop_app.services.forming.sources import Sources
from desktop_app.services.forming.values import read


def filled_form(sources: Sources, blank_rows: int | None = None) -> Filled:
    """The form of an occasion with its values; n empty lines and no values for a blank one.

    A letter whose text the officer has changed comes in her words. Raises FormRefused, FileRefused.
    """
    occasion = sources.occasion
    of, is_blank = occasion.form, blank_rows is not None
    formats = formats_of(of)
    columns = _columns(of, formats)
    if is_blank:
        data = _empty(sources, formats)
        if any(data.lists.values()):
            blank_rows = None  # a checklist has as many lines as it asks questions
    else:
        wanted = dict.fromkeys([entry.name for entry in columns] + list(of.summary), "")
        data = read(sources, wanted | formats)
    author = sources.value("单位", "name") or ""
    known = (of, data, columns, base_name(sources, occasion, blank=is_blank), author, is_blank)
    if of.is_letter:
        draft = None if is_blank else draft_of(sources)
        if draft and occasion.recipient:
            draft = occasion.recipient.shown_in(draft)
        text = draft or fill_letter(LetterTemplate.load(of.template_path), data, blank=is_blank)
        return FilledLetter(*known, text, draft is not None)
    named: list[Named] = []
    try:
        workbook = fill(Template.of(of), data, min_rows=of.min_rows, blank_rows=blank_rows, main=of.data, named=named)
    except FormRefused as refusal:
        raise with_place(refusal, data) from None
    return FilledSheet(*known, workbook, named)


def draft_key(sources: Sources) -> str:
    """What tells one letter's draft from another's: wording, period and what it is about."""
    occasion = sources.occasion
    period = occasion.period.label if occasion.period else ""
    about = sources.subject_id() if occasion.form.about else None
    return f"{occasion.form.variant or next(iter(occasion.form.variants), '')}|{period}|{about or ''}"


def draft_of(sources: Sources) -> str | None:
    """The letter's text as the officer has changed it, or None."""
    c = tables.letter_draft.c
    mine = (c.form_code == sources.occasion.form.code) & (c.occasion == draft_key(sources))
    text: str | None = sources.connection.execute(select(c.text).where(mine)).scalar()
    return text


def formats_of(of: Form) -> dict[str, str]:
    """Every name the form's template asks for, with a format it states. Raises FormRefused for unknown names."""
    if of.is_letter:
        stated = LetterTemplate.load(of.template_path).formats()
        formats = {name: max(codes) for name, codes in stated.items()}
    else:
        formats = Template.of(of).formats()
    strange = unknown(set(formats))
    if strange:
        raise FormRefused(f"“{of.title}”的模板里有不认识的名称：{'、'.join(strange)}。没有生成文件，请改正模板。")
    return formats


def _empty(sources: Sources, formats: Mapping[str, str]) -> FormData:
    """No values: but a checklist prints its questions, and what the rules ask is known beforehand."""
    known = read(sources, {name: code for name, code in formats.items() if name.startswith("规定.")}).singles
    heads = {name.split(".")[0] for name in formats}
    lists = {head: printed_lines(head) for head in heads if scopes()[head].is_list}
    codes = frozenset(name for name in formats if name in names() and names()[name].is_code)
    return FormData(known, lists, codes, for_pen=True)


def _columns(of: Form, formats: Mapping[str, str]) -> list[Entry]:
    """The columns of the data sheet: those the template shows of the list, else the list's own."""
    if not of.data:
        return []
    shown = [names()[name] for name in formats if name in names() and names()[name].scope.name == of.data]
    scope = scopes()[of.data]
    if shown or scope.record_type is None:
        return shown
    labels = [scope.record_type.fields[field].label for field in scope.record_type.list_columns]
    return [names()[f"{of.data}.{label}"] for label in labels]
