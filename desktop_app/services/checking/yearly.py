"""The yearly figures within one form, against what the officer states by hand, and against the year before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from desktop_app.paths import shipped
from desktop_app.printing.form import Form, load_form
from desktop_app.printing.indicators import INDICATORS
from desktop_app.records import headcount_snapshot
from desktop_app.records.fields import YesNo
from desktop_app.rules import consistency as rules
from desktop_app.rules.findings import Finding, Place
from desktop_app.rules.statistics import CHECKED, check_figures, codes_of
from desktop_app.services.checking.beside import place_of
from desktop_app.services.forming.figures import statistics
from desktop_app.services.forming.figures.counting import Figure
from desktop_app.services.forming.occasion import Occasion
from desktop_app.services.forming.sources import Sources
from desktop_app.services.lines import read_lines
from desktop_app.services.periods import year

_REPORTED_UNTIL = 3  # month: until then last year's figures are still being handed in
_PEOPLE = ("employee_count", "woman_worker_count", "member_count", "woman_member_count")
_NAMES = {kind.label: f"{kind.label} {kind.help.removeprefix('其中：')}" for kind in INDICATORS}
_COMPARED = tuple(
    kind.label
    for kind in INDICATORS
    if isinstance(statistics.COUNTED.get(kind.label), Figure)
    and kind.label not in statistics.HEADCOUNT_FIELDS
    and not isinstance(kind, YesNo)
)


def yearly_findings(connection: Connection, on: date) -> Iterator[Finding]:
    """TJ-01-1 … TJ-01-8, X12 and X22 of the year ``on`` falls in, early in a year of the last one too; X21."""
    yield from _people(connection, on)
    for number in (on.year - 1, on.year) if on.month <= _REPORTED_UNTIL else (on.year,):
        yield from findings_of_year(Sources(connection, Occasion(_form(), on, year(number))))


def findings_of_year(sources: Sources) -> Iterator[Finding]:
    """The same of the year that a form reports on."""
    about = f"{sources.occasion.span.label} 年度统计表"
    yield from _identities(sources, about)
    yield from _stated(sources, about)
    yield from _jumps(sources, about)


def _form() -> Form:
    return load_form(shipped("forms") / "statistics" / "yearly_statistics")


def _identities(sources: Sources, about: str) -> Iterator[Finding]:
    names = {kind.label: kind.help for kind in INDICATORS}
    for finding in check_figures(statistics.statistics(sources, CHECKED), names):
        at = _place(sources, codes_of(finding)[0], about)
        yield replace(finding, about=about, kind=at.kind, record_id=at.record_id, field=at.field)


def _place(sources: Sources, code: str, about: str) -> Place:
    kind, field, record_id = statistics.place_of(sources, code)
    return Place(about, kind, record_id or 0, field)


def _stated(sources: Sources, about: str) -> Iterator[Finding]:
    """X12: what is stated by hand although the ledger counts it."""
    span = sources.occasion.span
    for line in read_lines(sources.connection, "stated_figure", {"year": span.end.year}) if span.is_year else ():
        if line["code"] in statistics.COUNTED:
            counted = statistics.COUNTED[line["code"]](sources)
            place = Place(about, "stated_figure", line["id"])
            yield from rules.stated_against_counted(line, _NAMES[line["code"]], counted, place)


def _jumps(sources: Sources, about: str) -> Iterator[Finding]:
    """X22: this year's figures against last year's."""
    span, occasion = sources.occasion.span, sources.occasion
    if not span.is_year:
        return
    before = Sources(sources.connection, replace(occasion, period=year(span.start.year - 1)))
    now, then = (statistics.statistics(each, _COMPARED) for each in (sources, before))
    is_over = occasion.on > span.end
    for code, said in rules.figure_jumps(span.start.year, now, then, _NAMES, is_over=is_over):
        yield rules.contradiction("X22", said, _place(sources, code, about))


def _people(connection: Connection, on: date) -> Iterator[Finding]:
    """X21: the latest count against the latest of an earlier year."""
    counts = [c for c in read_lines(connection, "headcount_snapshot", {}) if c["counted_on"] and c["counted_on"] <= on]
    earlier = next((c for c in counts if c["counted_on"].year < counts[0]["counted_on"].year), None)
    if earlier:
        labels = {field: headcount_snapshot.TYPE.fields[field].label for field in _PEOPLE}
        place = place_of(connection, "headcount_snapshot", counts[0]["id"])
        yield from rules.headcount_jumps(counts[0], earlier, labels, place)
