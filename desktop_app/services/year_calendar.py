"""年度事项: the year as this unit keeps it, and changing it; the usual year itself is never written to."""

from __future__ import annotations

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import Values
from desktop_app.rules.calendar import Item
from desktop_app.services import records
from desktop_app.services.duties.yearly import usual_year, year_of

KIND = "calendar_item"


def year(ledger: Ledger) -> tuple[Item, ...]:
    """Usual and own items in the order of the year, also those that are not kept."""
    with ledger.reading() as connection:
        return year_of(connection)


def is_usual(item: Item) -> bool:
    """Whether it belongs to the usual year, changed or not."""
    return any(item.code == each.code for each in usual_year())


def as_values(item: Item) -> Values:
    """An item as a record of the officer's own begins with it."""
    return {
        "code": item.code,
        "name": item.name,
        "frequency": item.frequency,
        "month": item.month,
        "day": item.day,
        "lead": item.lead,
        "form_code": item.form_code or None,
        "is_kept": item.is_kept,
    }


def keep(ledger: Ledger, item: Item, is_kept: bool) -> None:
    """Remind of the item from now on, or no more. Raises BanbiantianError when its record is gone."""
    if item.own_id:
        records.save(ledger, KIND, {"is_kept": is_kept}, item.own_id)
    else:
        records.save(ledger, KIND, as_values(item) | {"is_kept": is_kept})
