"""What is known of a step before its state is: whether it is passed, since when, and what it waits for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from desktop_app.rules.deadlines import caution
from desktop_app.rules.parameters import Parameter
from desktop_app.rules.procedure import DONE, Step, state_of


@dataclass(frozen=True)
class Draft:
    """One step. ``said`` tells what to do, ``told`` what is known once it is done. ``by`` is the rule it follows.

    A step that ``is_aside`` (a refusal, a dispute) is shown only when it happens and holds nobody up. One that is
    done ``proves`` that those before it were passed, except those that are not ``is_passable``. One that
    ``is_barred`` must wait whatever was done, one that ``is_waiting`` is open whatever is missing before it.
    """

    code: str
    name: str
    is_done: bool
    said: str
    by: Parameter
    done_on: date | None = None
    told: str = ""
    missing: tuple[str, ...] = ()
    due: date | None = None
    opens_on: date | None = None
    consequence: str = ""
    forms: tuple[str, ...] = ()
    place: str = "negotiation"
    field: str = ""
    is_aside: bool = False
    is_passable: bool = True
    proves: bool | None = None  # None: when it is done
    is_barred: bool = False
    is_waiting: bool = False
    source: str = ""  # where it follows more than ``by``
    is_counted: bool = True  # whether ``due`` was counted by the calendar, or stands in the contract

    @property
    def shows_the_way(self) -> bool:
        """Whether its record shows that what comes before it was passed."""
        return not self.is_aside and (self.is_done if self.proves is None else self.proves)

    def step(self, record_id: int, on: date, *, is_open: bool, is_passed: bool, rule: str = "") -> Step:
        """The step of a record as it stands on a day; ``is_passed``: a later step shows that the way went past it."""
        begun = self.opens_on is None or self.opens_on <= on
        is_done = self.is_done or is_passed
        due = None if is_done or self.is_barred else self.due
        is_waited_for = is_open or self.is_aside or self.is_waiting or due is not None
        is_open = is_waited_for and begun and not self.is_barred
        state = state_of(is_done=is_done, is_open=is_open, due=due, on=on)
        return Step(
            self.code,
            self.name,
            state,
            self._sentence(state, is_passed=is_passed),
            done_on=self.done_on if is_done else None,
            due=due,
            opens_on=None if is_done or self.is_barred else self.opens_on,
            missing=() if self.is_done else self.missing,
            source=self.source or self.by.citation,
            consequence="" if is_done else self.consequence,
            caution=caution(due) if due and self.is_counted else "",
            rule=rule,
            forms=self.forms,
            place=self.place,
            record_id=record_id,
            field=self.field,
        )

    def _sentence(self, state: str, *, is_passed: bool) -> str:
        if self.is_done or not is_passed:
            return self.told if state == DONE else self.said
        return "后面的步骤已经办了" + (f"，请补填：{'；'.join(self.missing)}" if self.missing else "")


def lacking(*wanted: tuple[object, str]) -> tuple[str, ...]:
    """The words of those that are not there."""
    return tuple(words for value, words in wanted if value in (None, "", (), []))


def first(values: Callable[[str], object], *fields: str) -> str:
    """The first of the fields that is empty: where the officer goes on."""
    return next((field for field in fields if values(field) in (None, "")), fields[-1])
