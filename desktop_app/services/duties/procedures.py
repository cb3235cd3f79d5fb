"""Duties that the procedures ask for: the steps of the contract and of the committee, as their boards show them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import Values
from desktop_app.rules.committee.facts import Term
from desktop_app.rules.committee.terms import said_of_end
from desktop_app.rules.contract.facts import CHANGE
from desktop_app.rules.duties import Duty
from desktop_app.rules.parameters import Rulebook
from desktop_app.rules.procedure import AHEAD, DONE, NOW, Step
from desktop_app.services import committee, negotiations
from desktop_app.services.lines import lines
from desktop_app.services.rulebook import rulebook

_NEVER_OVERTAKEN = ("S13",)  # made public: asked for whatever was done since, for nothing else shows it
_TERM = "committee_term"
_IN_SIGHT = timedelta(days=100)  # before a step is due it is not yet near (our own choice, level L6)


def contract_duties(ledger: Ledger, on: date) -> Iterator[Duty]:
    """What each round that is still alive waits for or has let pass, as its board says it."""
    rounds = lines(ledger, "negotiation", {}, order=("-id",))
    if not rounds:
        yield Duty("negotiation:0", "登记专项集体合同的协商轮次", None, "S0", "集体合同规定", kind="negotiation")
    for values in rounds:
        steps = negotiations.steps(ledger, values["id"], on)
        reached = max((n for n, step in enumerate(steps) if step.state == DONE and not _is_aside(step)), default=-1)
        is_over = _is_over(values, rounds, on)
        numbers: Counter[str] = Counter()
        for place, step in enumerate(steps):
            numbers[step.code] += 1
            is_overtaken = is_over or (place < reached and step.code not in _NEVER_OVERTAKEN)
            if step.state != DONE and (_is_aside(step) or not is_overtaken):
                key = f"negotiation:{values['id']}:{step.code}:{numbers[step.code]}"
                yield from _duty(key, step, values["name"] or "专项集体合同", "negotiation", on)


def _is_aside(step: Step) -> bool:
    """A refusal, a vacancy, a dispute: shown when it happens, wherever the round stands."""
    return step.code == "S15" or not re.fullmatch(r"S\d+", step.code)


def _is_over(values: Values, rounds: list[Values], on: date) -> bool:
    """Renewed by another round or, ended, followed by one: its own steps need nobody's attention."""
    following = [other for other in rounds if other["previous_id"] == values["id"] and other["occasion"] != CHANGE]
    if any(other["signed_on"] for other in following):
        return True
    ends = values["ends_on"]
    return bool(ends and ends < on and any(o["starts_on"] and o["starts_on"] > ends for o in rounds))


def _duty(key: str, step: Step, about: str, kind: str, on: date) -> Iterator[Duty]:
    """A step that is open, late or has a day ahead of it, in its own words."""
    opens = step.opens_on if step.opens_on != date.max else None
    if step.state == AHEAD and step.due is None and opens is None:
        return
    if step.state == NOW and step.due is not None:
        opens = max(opens or on, step.due - _IN_SIGHT)
    yield Duty(
        key,
        f"{about}·{step.name}：{step.sentence.rstrip('。')}",
        step.due,
        step.rule or step.code,
        step.source,
        opens_on=opens,
        consequence=step.consequence,
        caution=step.caution,
        kind=kind,
        record_id=step.record_id,
        field=step.field if step.place == kind else "",
        step=step.code,
    )


def committee_duties(ledger: Ledger, on: date) -> Iterator[Duty]:
    """The end of the term in office, what the next one waits for, and seats that change hands, as its page says it."""
    standing, book = committee.read_standing(ledger, on), rulebook(ledger)
    if not standing.terms:
        what = "登记本届女职工委员会：届次、任期和委员"
        yield Duty("committee_term:0", what, None, "A1", book["committee_threshold"].citation, kind=_TERM)
    for term in standing.terms:
        yield from _forming(ledger, term, on)
        if not term.members:
            key, source = f"members:{term.values['id']}", "名单和登记表要用"
            place = term.place
            yield Duty(
                key, f"{place.about}还没有登记委员", None, "A1", source, kind=place.kind, record_id=place.record_id
            )
    last = standing.in_office
    if last is not None and last.values["ends_on"] and (standing.coming is None or standing.coming.formed_on is None):
        yield _term_end(last.values["id"], last.place.about, last.values["ends_on"], book, on)


def _forming(ledger: Ledger, term: Term, on: date) -> Iterator[Duty]:
    """Steps not done; those of forming only where it is kept step by step, or still lies ahead."""
    is_kept = not term.has_begun(on) or any(term.values[name] for name in committee.FORMING)
    numbers: Counter[str] = Counter()
    for step in committee.steps(ledger, term.values["id"], on):
        numbers[step.code] += 1
        if step.state != DONE and (is_kept or step.code.startswith("B")):
            key = f"committee_term:{term.values['id']}:{step.code}:{numbers[step.code]}"
            yield from _duty(key, step, term.place.about, _TERM, on)


def _term_end(term_id: int, about: str, ends: date, book: Rulebook, on: date) -> Duty:
    """R04: the re-election, from the first warning on, in the words the check finds for it."""
    warned = book.value("term_yellow") or 0
    return Duty(
        f"R04:{term_id}",
        f"{about}：{said_of_end(ends, on)}",
        ends,
        "R04",
        book["term_yellow"].citation,
        opens_on=ends - timedelta(days=warned),
        kind=_TERM,
        record_id=term_id,
        field="ends_on",
    )
