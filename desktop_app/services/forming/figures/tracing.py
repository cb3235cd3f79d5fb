"""Where a figure of a form comes from: the records that its declaration counts, each with what it contributes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.printing.catalogue import Entry, scopes
from desktop_app.records.fields import Value
from desktop_app.records.registry import record_type
from desktop_app.services.forming.figures import statistics
from desktop_app.services.forming.figures.counting import Figure, Share, Whether
from desktop_app.services.forming.figures.room_origins import USED, open_days
from desktop_app.services.forming.figures.totals import TOTALS
from desktop_app.services.forming.sources import Sources
from desktop_app.services.listing import titles

LISTED = 500  # so many records are named; a log may have a million

# Single records from which figures are worked out that are neither counts nor sums.
_READ_FROM = {"到会达三分之二": "职代会", "赞成过半数": "职代会"}


@dataclass(frozen=True)
class Part:
    """A record behind a figure and what it contributes: 1 where records are counted. No id: a day, no record."""

    record_id: int
    title: str
    value: Value


@dataclass(frozen=True)
class Origin:
    """Where a figure comes from: a sentence, the kind of the records behind it, the first 500 and how many in all."""

    sentence: str
    kind: str = ""
    rows: tuple[Part, ...] = ()
    size: int = 0

    @property
    def brief(self) -> str:
        """The source in a word or two, for a narrow column: 活动 2 条."""
        return self.sentence.partition("的“")[0]


def origin_of(sources: Sources, entry: Entry) -> Origin:
    """The records behind a name that stands for one value; of 月度 those of the whole period."""
    scope, label = entry.scope, entry.kind.label
    if scope.name == "统计":
        return _statistic(sources, label)
    used = label.removesuffix("合计") if scope.name in ("汇总", "月度") else ""
    if used == "开放天数":
        return _days(sources)
    figure = USED.get(used) or TOTALS.get(label) if scope.name in ("汇总", "月度") else None
    if isinstance(figure, (Figure, Whether, Share)):
        return counted(sources, figure)
    return _single(sources, _READ_FROM.get(label, scope.name))


def _statistic(sources: Sources, code: str) -> Origin:
    """A stated figure's own record, with what stands against it in the ledger; else the records counted."""
    told = statistics.stated(sources).get(code)
    if told:
        figure = _behind(code)
        other = counted(sources, figure) if figure else Origin("")
        instead = f"；台账里另有{other.sentence}" if other.rows else ""
        [part] = _named(sources, "stated_figure", [(told.record_id, told.value)])
        return Origin(f"手工填报：{told.reason}{instead}", "stated_figure", (part,), 1)
    figure = _behind(code)
    return counted(sources, figure) if figure else Origin("台账里不登记这一项，由手工填报")


def _behind(code: str) -> Figure | Whether | None:
    return statistics.COUNTED.get(code) or USED.get(statistics.USE.get(code, ""))


def counted(sources: Sources, figure: Figure | Whether | Share) -> Origin:
    """The records behind a declared figure."""
    if isinstance(figure, Whether):
        return counted(sources, figure.count)
    if isinstance(figure, Share):
        part, whole = counted(sources, figure.part), counted(sources, figure.whole)
        return Origin(f"{part.sentence} ÷ {whole.sentence}", part.kind, part.rows + whole.rows, part.size + whole.size)
    size, of = figure.size(sources), figure.record_type
    if not size:
        return Origin(f"没有这样的{of.label}", figure.kind)
    rows = _named(sources, figure.kind, figure.parts(sources, LISTED))
    what = f"的“{figure.summed}”" + ("之和" if size > 1 else "") if figure.summed else ""
    which = rows[0].title if figure.kind == "headcount_snapshot" else f"{size} 条"
    return Origin(f"{of.label} {which}{what}", figure.kind, rows, size)


def of_record(sources: Sources, kind: str, record_id: int, sentence: str) -> Origin:
    """A single record as an origin."""
    return Origin(sentence, kind, _named(sources, kind, [(record_id, None)]), 1)


def _named(sources: Sources, kind: str, found: Iterable[tuple[int, Value]]) -> tuple[Part, ...]:
    found = list(found)
    named = titles(sources.connection, record_type(kind), [record_id for record_id, _ in found])
    return tuple(Part(record_id, named[record_id], value) for record_id, value in found)


def _days(sources: Sources) -> Origin:
    days = list(sources.connection.execute(open_days(sources)).scalars())
    rows = tuple(Part(0, day.isoformat(), 1) for day in days)
    return Origin(f"有使用、清洁或检查记录的日子 {len(days)} 天", "", rows[:LISTED], len(days))


def _single(sources: Sources, name: str) -> Origin:
    """The one record that a name speaks of; nothing for a list and for what stands in no record."""
    scope = scopes()[name]
    record_id = sources.id_of(name) if scope.kind and not scope.is_list else None
    if record_id is None:
        return Origin(scope.meaning)
    return of_record(sources, scope.kind, record_id, scope.meaning)
