"""What one form is asked for, as it is asked everywhere, and what that comes to in a ledger."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Required, TypedDict, Unpack

from sqlalchemy import select

from desktop_app.errors import FormRefused
from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.form import Form
from desktop_app.records.registry import record_type
from desktop_app.rules.duties import Duty
from desktop_app.services.periods import Period, period_for, year
from desktop_app.services.recipients import Recipient


class Asked(TypedDict, total=False):
    """The form's date, its period, the record it is about (None: the usual one), who fills it in, who gets it."""

    on: Required[date]
    period: Period | str | None
    about: int | None
    preparer: str
    recipient: Recipient | None


@dataclass(frozen=True)
class Occasion:
    """What one form is produced for: its date, its period, the record it is about (None: the usual one)."""

    form: Form
    on: date
    period: Period | None = None
    about: int | None = None
    preparer: str = ""  # who fills it in this time
    operator: str = ""  # who opened the ledger
    recipient: Recipient | None = None  # who gets it: what is masked, how its files are called
    duties: Callable[[date], Sequence[Duty]] | None = None  # what is to be done as of ``on``, up to a day

    @property
    def day(self) -> date:
        """The day its figures hold on: the period's last, or the form's date while the period still runs."""
        return min(self.period.end, self.on) if self.period else self.on

    @property
    def span(self) -> Period:
        """The days its events fall in: its period, or the year of its date."""
        return self.period or year(self.on.year)


def occasion_for(ledger: Ledger, form: Form, **asked: Unpack[Asked]) -> Occasion:
    """The occasion asked for. Raises FormRefused for what is no period, or a record that is not there."""
    about = asked.get("about")
    if about is not None and form.about:
        table: Any = record_type(form.about).model.__table__
        with ledger.reading() as connection:
            if connection.execute(select(table.c.id).where(table.c.id == about)).first() is None:
                label = record_type(form.about).label
                raise FormRefused(f"没有编号为 {about} 的{label}，“{form.title}”没有生成。请重新选择。")
    period = period_for(form.period, asked.get("period"), asked["on"])
    preparer, recipient = asked.get("preparer", ""), asked.get("recipient")
    duties = partial(_duties, ledger, asked["on"])
    return Occasion(form, asked["on"], period, about, preparer, ledger.operator, recipient, duties)


def _duties(ledger: Ledger, on: date, until: date) -> list[Duty]:
    from desktop_app.services import agenda  # asks of every procedure; one form of all needs it

    return agenda.duties(ledger, on, until=until)
