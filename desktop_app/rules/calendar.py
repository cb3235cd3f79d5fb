"""The recurring year: which occasions of a yearly duty fall into a stretch of time, and how long a missed one stands.

These are working dates and no periods of law: a date that falls on a day of rest stays where it is and says so.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from desktop_app.rules.deadlines import is_rest
from desktop_app.rules.duties import Duty
from desktop_app.rules.parameters import CONFIRMED, OWN

YEARLY, HALF_YEARLY, QUARTERLY, MONTHLY = "每年", "每半年", "每季度", "每月"
_APART = {YEARLY: 12, HALF_YEARLY: 6, QUARTERLY: 3, MONTHLY: 1}  # months from one occasion to the next
_LAST_MONTH = {YEARLY: 12, HALF_YEARLY: 6, QUARTERLY: 3, MONTHLY: 1}  # where nobody said which
_LEAD = 30  # days, where an item of her own says nothing
STANDS = 365  # days a missed occasion stands where nothing shorter is said: until its successor is due
RECENT = 45  # days before a ledger's first day, or of an item of her own, that may still be caught up with
RESTS = "截止日是休息日，请提前办"


@dataclass(frozen=True)
class Item:
    """A duty that comes again and again. ``starts`` is the month and day it may first be done, for yearly ones.

    ``lead`` counts days before ``starts``, or before it is due; ``stays`` the days a missed occasion is still listed.
    ``form_year`` -1: the form it asks for reports on the year before. ``own_id`` is the officer's own record, or 0.
    """

    code: str
    name: str
    frequency: str
    month: int
    day: int
    lead: int
    basis: str
    level: str
    is_confirmed: bool
    starts: tuple[int, int] | None = None
    stays: int = STANDS
    kind: str = ""
    form_code: str = ""
    form_year: int = 0
    needs: str = ""  # a kind of record without which nobody need be asked
    is_kept: bool = True
    own_id: int = 0

    @property
    def source(self) -> str:
        """The basis, with 待核实 in front where nobody has confirmed it."""
        return self.basis if self.is_confirmed else f"待核实：{self.basis}"

    @property
    def when(self) -> str:
        """1月31日；每月 5 日；3、6、9、12月的 31 日（没有的取月末）."""
        if self.frequency == MONTHLY:
            return f"每月{self.day}日"
        months = "、".join(str(month) for month in _months(self))
        return f"{months}月{self.day}日"


@dataclass(frozen=True)
class Occasion:
    """One time a duty falls due."""

    item: Item
    due: date
    opens_on: date

    @property
    def key(self) -> str:
        """Names this occasion, whatever day it is moved to within its month."""
        month = "" if self.item.frequency == YEARLY else f"-{self.due.month:02}"
        return f"calendar:{self.item.code or f'own-{self.item.own_id}'}:{self.due.year}{month}"

    @property
    def form_year(self) -> int:
        """The year that its form reports on."""
        return self.due.year + self.item.form_year


def usual_items(table: Mapping[str, Any]) -> tuple[Item, ...]:
    """The usual year as resources/rules/calendar.toml tells it."""
    return tuple(_usual(each) for each in table["item"])


def items(usual: Iterable[Item], own: Iterable[Mapping[str, Any]]) -> tuple[Item, ...]:
    """The year as this unit keeps it, in its order: an own item with a usual one's code stands in its place."""
    by_code = {item.code: item for item in usual}
    others = []
    for values in own:
        before = by_code.get(values["code"] or "")
        item = _own(values, before)
        if before:
            by_code[item.code] = item
        else:
            others.append(item)
    return tuple(sorted([*by_code.values(), *others], key=lambda item: (_months(item)[0], item.day, item.code)))


def occasions(item: Item, first: date, last: date) -> Iterator[Occasion]:
    """Every occasion due from ``first`` to ``last``, in their order; none of an item that is not kept."""
    if not item.is_kept:
        return
    months = _months(item)
    for year in range(first.year, last.year + 1):
        for month in months:
            due = _on(year, month, item.day)
            if first <= due <= last:
                yield Occasion(item, due, _opens(item, due))


def standing(item: Item, on: date, until: date, since: date) -> list[Occasion]:
    """What of an item is to be shown: missed since ``since`` and still standing, then all due up to ``until``.

    A missed occasion stands for ``item.stays`` days, so a yearly one goes when its successor falls due. An item of her
    own, which she may have entered late, reaches back ``RECENT`` days before the ledger began.
    """
    from_day = min(since, on - timedelta(days=RECENT)) if item.own_id else since
    first = max(from_day, on - timedelta(days=item.stays - 1))
    return list(occasions(item, min(first, on), until))


def duty_of(occasion: Occasion) -> Duty:
    """The occasion as a thing to do."""
    item = occasion.item
    return Duty(
        key=occasion.key,
        what=item.name,
        due=occasion.due,
        rule=item.code or "own",
        source=item.source,
        opens_on=occasion.opens_on,
        caution=RESTS if is_rest(occasion.due) else "",
        kind=item.kind if not item.form_code else "",
        form_code=item.form_code,
        can_be_marked=True,
    )


def _usual(table: Mapping[str, Any]) -> Item:
    month, day = table["due"]
    return Item(
        table["code"],
        table["name"],
        table.get("frequency", YEARLY),
        month,
        day,
        table["lead"],
        table["basis"],
        table["level"],
        table["status"] == CONFIRMED,
        tuple(table["from"]) if "from" in table else None,
        table.get("stays", STANDS),
        table.get("kind", ""),
        table.get("form", ""),
        table.get("form_year", 0),
        table.get("needs", ""),
    )


def _own(values: Mapping[str, Any], before: Item | None) -> Item:
    """Her own item; what she left empty in a change to a usual one stays as usual."""
    frequency = values["frequency"] or (before.frequency if before else YEARLY)
    month = values["month"] or (before.month if before else _LAST_MONTH[frequency])
    day = values["day"] or (before.day if before else 31)
    lead = values["lead"] if values["lead"] is not None else (before.lead if before else _LEAD)
    is_kept = values["is_kept"] is not False
    if before is None:
        basis = values["basis"] or f"{OWN}安排"
        form = values["form_code"] or ""
        return Item(
            values["code"] or "",
            values["name"] or "",
            frequency,
            month,
            day,
            lead,
            basis,
            OWN,
            is_confirmed=True,
            kind="" if form else "calendar_item",
            form_code=form,
            is_kept=is_kept,
            own_id=values["id"],
        )
    is_moved = (frequency, month, day) != (before.frequency, before.month, before.day)
    own_basis = values["basis"] or ""
    return replace(
        before,
        name=values["name"] or before.name,
        frequency=frequency,
        month=month,
        day=day,
        lead=lead,
        starts=None if is_moved else before.starts,
        basis=own_basis or before.basis,
        level=OWN if own_basis else before.level,
        is_confirmed=bool(own_basis) or before.is_confirmed,
        form_code=values["form_code"] or before.form_code,
        is_kept=is_kept,
        own_id=values["id"],
    )


def _months(item: Item) -> tuple[int, ...]:
    apart = _APART[item.frequency]
    return tuple(month for month in range(1, 13) if (month - item.month) % apart == 0)


def _on(year: int, month: int, day: int) -> date:
    """The day of that month, or its last where it has none (民法典 art. 202 says so of periods)."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _opens(item: Item, due: date) -> date:
    start = due
    if item.starts and item.frequency == YEARLY:
        start = _on(due.year, *item.starts)
        start = start if start <= due else _on(due.year - 1, *item.starts)
    return start - timedelta(days=item.lead)
