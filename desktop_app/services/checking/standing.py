"""How far each form is: 未填 (it lacks something), 待查 (强制 findings concern it), 可报, 已报."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from desktop_app.errors import BanbiantianError
from desktop_app.ledger.ledger import Ledger
from desktop_app.printing.form import Form
from desktop_app.records import submission
from desktop_app.services.checking.collecting import found_in
from desktop_app.services.checking.concerning import errors_in, findings_on
from desktop_app.services.forming.occasion import Occasion, occasion_for
from desktop_app.services.forming.readiness import readiness
from desktop_app.services.forming.sources import Sources, table_of

LACKING, FAULTY, READY, HANDED_IN = "未填", "待查", "可报", "已报"
_C: Any = table_of(submission.TYPE).c


@dataclass(frozen=True)
class Standing:
    """What a form lacks, how many 强制 findings concern it, and when it was last handed in for this period."""

    missing_count: int
    error_count: int
    handed_in_on: date | None = None

    @property
    def state(self) -> str:
        """One of the four."""
        if self.missing_count:
            return LACKING
        if self.error_count:
            return FAULTY
        return HANDED_IN if self.handed_in_on else READY

    @property
    def words(self) -> str:
        """As it stands beneath the form's title."""
        return {
            LACKING: f"缺 {self.missing_count} 项",
            FAULTY: f"待查 {self.error_count} 处",
            READY: READY,
            HANDED_IN: f"已报（{self.handed_in_on}）",
        }[self.state]


def standings(ledger: Ledger, wanted: Iterable[Form], *, on: date) -> dict[str, Standing]:
    """The standing of many forms by code, each about its usual record and present period; the check is made once.

    A form that cannot be made, such as a damaged own one, is left out.
    """
    found = found_in(ledger, on)
    standing: dict[str, Standing] = {}
    for form in wanted:
        try:
            occasion = occasion_for(ledger, form, on=on)
            lacking = readiness(ledger, form, on=on).missing
            concerned = findings_on(ledger, occasion, found)
        except BanbiantianError:
            continue
        errors = errors_in(concerned, (each.sentence for each in lacking))
        with ledger.reading() as connection:
            standing[form.code] = Standing(len(lacking), len(errors), _handed_in(connection, occasion))
    return standing


def _handed_in(connection: Connection, occasion: Occasion) -> date | None:
    """The last day on which it went out for this record and period and was not returned."""
    form = occasion.form
    subject = Sources(connection, occasion).subject_id() if form.about else None
    period = occasion.period.label if occasion.period else None
    mine = [_C.form_code == form.code, _C.period.is_(period), _C.about_id.is_(subject)]
    standing = func.coalesce(_C.state, "已报").in_(("已报", "已收"))
    return connection.execute(
        select(func.max(_C.submitted_on, type_=_C.submitted_on.type)).where(*mine, standing)
    ).scalar()
