"""我要办的事: what is to be done by when, computed once for the home page, ``deadlines`` and the month plan."""

from __future__ import annotations

from datetime import date, timedelta

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import Values
from desktop_app.rules.deadlines import months_before
from desktop_app.rules.duties import AHEAD, Duty, in_order
from desktop_app.services import records, special_periods
from desktop_app.services.duties.procedures import committee_duties, contract_duties
from desktop_app.services.duties.work import DONE, SETTLED_BY_STATUS, work_duties
from desktop_app.services.duties.yearly import yearly_duties
from desktop_app.services.lines import lines, read_lines
from desktop_app.services.rulebook import rulebook_on

_FAR = 12  # months: what falls due later is left out


def duties(ledger: Ledger, on: date, *, until: date | None = None) -> list[Duty]:
    """What is to be done as of ``on``: overdue first, then by day; each occasion of it once, none that is done.

    What is not yet open but due by ``until`` (usually twelve months on) comes last, with the state "ahead".
    """
    last = until or months_before(on, -_FAR) - timedelta(days=1)
    with ledger.reading() as connection:
        marked = {mark["task"] for mark in read_lines(connection, "task_mark", {})}
        found = [*yearly_duties(connection, on, last), *work_duties(connection, rulebook_on(connection), on)]
    found += [*contract_duties(ledger, on), *committee_duties(ledger, on), *special_periods.duties(ledger, on)]
    seen: dict[str, Duty] = {}
    for duty in found:
        if duty.key not in marked and duty.key not in seen:
            seen[duty.key] = duty.seen_on(on)
    return in_order([duty for duty in seen.values() if not _is_too_far(duty, last)])


def mark_done(ledger: Ledger, duty: Duty, on: date, note: str = "") -> None:
    """Remember that a duty was done on ``on``; a plan's line or a resolution says so itself.

    ``records.undo`` takes it back. Raises BanbiantianError when its record is gone.
    """
    if not takes_note(duty):
        records.save(ledger, duty.kind, {"status": DONE}, duty.record_id)
        return
    given = {"task": duty.key, "what": duty.what[:200], "due_on": duty.due, "done_on": on, "note": note}
    records.save(ledger, "task_mark", given)


def done_lately(ledger: Ledger, on: date) -> tuple[Values, ...]:
    """What was ticked off within a year, the latest first."""
    since = months_before(on, _FAR)
    return tuple(mark for mark in lines(ledger, "task_mark", {}) if mark["done_on"] and mark["done_on"] >= since)


def takes_note(duty: Duty) -> bool:
    """Whether a note may be kept of how it was done; a plan's line or a resolution has fields of its own for that."""
    return not duty.record_id or duty.kind not in SETTLED_BY_STATUS


def _is_too_far(duty: Duty, last: date) -> bool:
    return duty.state == AHEAD and (duty.opens_on or duty.due or last) > last
