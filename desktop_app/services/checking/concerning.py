"""Which findings concern a form: those of the records it prints or counts, and of what stands at its head."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Unpack

from sqlalchemy import select

from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.catalogue import Scope, names, scopes
from desktop_app.printing.form import Form
from desktop_app.records.registry import record_type
from desktop_app.rules.findings import ERROR, ORDER, Finding
from desktop_app.services.checking.collecting import Found, found_in
from desktop_app.services.checking.yearly import findings_of_year
from desktop_app.services.forming.figures import statistics
from desktop_app.services.forming.figures.counting import Figure, Share, Whether
from desktop_app.services.forming.figures.room_origins import USED
from desktop_app.services.forming.figures.totals import TOTALS
from desktop_app.services.forming.filling import formats_of
from desktop_app.services.forming.occasion import Asked, Occasion, occasion_for
from desktop_app.services.forming.sources import Sources, table_of

HEADS = ("enterprise", "union_committee")  # they stand at the head of every form
_YEARLY = ("TJ-01-", "X12", "X22")  # of a year: a form is held to the year it reports on

# Lists that are worked out, by the kinds they are worked out from.
_WORKED_OUT = {
    "签到双栏": ("attendance",),
    "每日清洁": ("room_cleaning",),
    "检查表": ("room_inspection", "room_inspection_line"),
    "月度": ("room_use", "room_cleaning", "room_inspection"),
}
Reader = Callable[[set[int]], set[int]]  # of those ids the ones that the form reads


def findings_of(ledger: Ledger, form: Form, **asked: Unpack[Asked]) -> list[Finding]:
    """Everything found that concerns the form as it is asked for, 强制 first. Raises FormRefused."""
    return findings_on(ledger, occasion_for(ledger, form, **asked), found_in(ledger, asked["on"]))


def findings_on(ledger: Ledger, occasion: Occasion, found: Sequence[Found]) -> list[Finding]:
    """Those of ``found`` that concern an occasion, with what its own year contradicts in."""
    with ledger.reading() as connection:
        sources = Sources(connection, occasion)
        wanted = _names_of(occasion.form)
        concerned = list(_concerning(sources, wanted, [each for each in found if not _is_yearly(each.finding)]))
        if "年报数据" in wanted or any(name.startswith("统计.") for name in wanted):
            concerned += findings_of_year(sources)
    return sorted(dict.fromkeys(concerned), key=lambda finding: ORDER[finding.severity])


def errors_in(findings: Iterable[Finding], told: Iterable[str] = ()) -> list[Finding]:
    """Those that are 强制 and not among the sentences already told."""
    known = set(told)
    return [each for each in findings if each.severity == ERROR and each.message not in known]


def _is_yearly(finding: Finding) -> bool:
    return finding.rule.startswith(_YEARLY)


def _names_of(form: Form) -> set[str]:
    return {*formats_of(form), *form.needs, *form.summary, *([form.data] if form.data else [])}


def _concerning(sources: Sources, wanted: set[str], found: Sequence[Found]) -> Iterator[Finding]:
    readers = _readers(sources, wanted)
    ids: dict[str, set[int]] = {}
    for each in found:
        for kind, record_id in ((each.finding.kind, each.finding.record_id), *([each.within] if each.within else [])):
            ids.setdefault(kind, set()).add(record_id)
    read = {kind: _read(readers[kind], ids[kind]) for kind in ids.keys() & readers.keys()}
    for each in found:
        finding = each.finding
        if finding.kind in HEADS or _is_read(each, read) or _belongs(sources, finding, readers):
            yield finding


def _is_read(each: Found, read: Mapping[str, set[int]]) -> bool:
    """Whether its record is one the form reads; what must be added, whether the record that lacks it is."""
    finding, within = each.finding, each.within
    if finding.kind not in read:
        return False
    if finding.record_id:
        return finding.record_id in read[finding.kind]
    return within is None or within[0] not in read or within[1] in read[within[0]]


def _belongs(sources: Sources, finding: Finding, readers: Mapping[str, Any]) -> bool:
    """Whether its record is of a kind the form reads and belongs to the very record the form is about."""
    about, kind, record_id = sources.occasion.form.about, finding.kind, finding.record_id
    if not about or not record_id or kind not in readers:
        return False
    while kind != about and record_type(kind).owner and record_id:
        of = record_type(kind)
        c: Any = table_of(of).c
        record_id = sources.connection.execute(select(c[of.owner]).where(c.id == record_id)).scalar() or 0
        kind = of.links()[of.owner].to
    return kind == about and record_id == sources.subject_id()


def _read(readers: Sequence[Reader], ids: set[int]) -> set[int]:
    return set().union(*(reader(ids) for reader in readers))


def _readers(sources: Sources, wanted: set[str]) -> dict[str, list[Reader]]:
    """By kind, what tells of its records whether the form reads them."""
    found: dict[str, list[Reader]] = {}
    for head in {name.split(".")[0] for name in wanted}:
        scope = scopes()[head]
        for kind in _WORKED_OUT.get(head, ()):
            found.setdefault(kind, []).append(set)
        if scope.record_type:
            found.setdefault(scope.kind, []).append(_of_scope(sources, scope))
        if scope.also:
            found.setdefault(scope.also.kind, []).append(_of_scope(sources, scope, also=True))
    for figure in _figures(wanted):
        found.setdefault(figure.kind, []).append(_of_figure(sources, figure))
    return found


def _of_scope(sources: Sources, scope: Scope, *, also: bool = False) -> Reader:
    """The one record, or the lines, that a scope stands for; with ``also`` the people behind them."""
    table: Any = table_of(scope.also if also and scope.also else record_type(scope.kind))

    def reader(ids: set[int]) -> set[int]:
        if scope.is_list:
            query = sources.rows(scope.name, [table.c.id]).where(table.c.id.in_(ids)).order_by(None)
            return set(sources.connection.execute(query).scalars())
        record_id = sources.value(scope.name, scope.via) if also else sources.id_of(scope.name)
        return ids & {record_id}

    return reader


def _of_figure(sources: Sources, figure: Figure) -> Reader:
    """The records among which a figure counts."""
    c: Any = table_of(record_type(figure.kind)).c

    def reader(ids: set[int]) -> set[int]:
        query = figure.among(sources).where(c.id.in_(ids)).order_by(None).with_only_columns(c.id)
        return set(sources.connection.execute(query).scalars())

    return reader


def _figures(wanted: set[str]) -> Iterator[Figure]:
    """The declared figures that the form shows, each once."""
    found: dict[int, Figure] = {}
    for name in wanted:
        entry = names().get(name)
        if name.partition(".")[0] == "年报数据":
            plain = [_counts(each) for each in statistics.COUNTED.values()]
        elif entry is None or entry.field:
            continue
        elif entry.scope.name == "统计":
            plain = [_counts(statistics.COUNTED.get(entry.kind.label))]
        else:
            label = entry.kind.label
            plain = [_counts(USED.get(label.removesuffix("合计")) or TOTALS.get(label))]
        found |= {id(figure): figure for figures in plain for figure in figures}
    yield from found.values()


def _counts(figure: object) -> list[Figure]:
    if isinstance(figure, Share):
        return [figure.part, figure.whole]
    return [figure.count] if isinstance(figure, Whether) else [figure] if isinstance(figure, Figure) else []
