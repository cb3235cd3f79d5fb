"""Recognising a whole blank form: what it is called, what it is about, and what each of its sheets asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from desktop_app.errors import FileRefused
from desktop_app.printing.catalogue import scopes
from desktop_app.printing.guard import checked_bytes
from desktop_app.printing.lint import lost_parts
from desktop_app.printing.recognising.proposal import Binding, Proposal, Unmatched
from desktop_app.printing.recognising.sheet_reading import SheetReading
from desktop_app.printing.recognising.subject import about, subjects_of
from desktop_app.printing.template import opened


def recognise(path: Path) -> Proposal:
    """What each empty cell of the blank form at ``path`` asks for.

    Raises FileRefused for what is no .xlsx, or one with macros or links to other files.
    """
    content = checked_bytes(path)
    losses = tuple(finding.sentence for finding in lost_parts(content) if finding.is_error)
    active = [sentence for sentence in losses if "宏" in sentence or "引用" in sentence or "控件" in sentence]
    if active:
        raise FileRefused(f"“{path.name}”{active[0].split('，')[0]}，没有打开。请在 WPS 中去掉并另存为 .xlsx 后再试。")
    workbook = opened(content, path.name)
    bindings: list[Binding] = []
    unmatched: list[Unmatched] = []
    titles: list[str] = []
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            reading = SheetReading(sheet)
            reading.read()
            bindings += reading.bindings
            unmatched += reading.unmatched
            titles.append(reading.title)
    title = next((each for each in titles if each), path.stem)
    subjects = subjects_of(title)
    return Proposal(
        path,
        content,
        re.sub(r"^[\s_＿]+年(?!度)|\s+", "", title),  # “　　年使用情况表” without its year
        about(tuple(each for each in subjects if each != "哺乳室总计")) or _owner(bindings),
        tuple(sheet.title for sheet in workbook.worksheets),
        tuple(bindings),
        tuple(unmatched),
        losses,
    )


def _owner(bindings: Sequence[Binding]) -> str:
    """The kind of record to which the lines of the form belong, where its title does not say: a budget's activity."""
    used = {scopes()[name.partition(".")[0]] for each in bindings for name in each.names}
    types = [each.record_type for each in used if each.is_list and not each.within]
    owners = {of.links()[of.owner].to for of in types if of and of.owner}
    return owners.pop() if len(owners) == 1 else ""
