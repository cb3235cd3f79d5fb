"""When protection begins, leave and nursing end and an entry must go: duties that name a number, never a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from desktop_app.rules.duties import Duty
from desktop_app.rules.entitlements import estimate
from desktop_app.rules.parameters import Parameter
from desktop_app.rules.protected_time import Protection

_STALE = timedelta(days=60)  # a return to work longer ago needs nobody's attention (our own choice, level L6)
# 女职工劳动保护特别规定 art. 13, 劳动保障监察条例 art. 23 (level L1)
_FINE = "违反的，按每名女职工1000元以上5000元以下罚款（女职工劳动保护特别规定第十三条）"


def duties_of(of: Protection, on: date) -> Iterator[Duty]:
    """What falls due for one entry; once consent is withdrawn only that it must be deleted."""
    consent, values = of.book["separate_consent"], of.values
    kept, withdrawn = values.get("delete_after"), values.get("consent_withdrawn_on")
    if withdrawn is not None and withdrawn <= on:
        yield _duty(of, "本人已撤回同意，删除这条登记", withdrawn, "R32", consent, "consent_withdrawn_on")
        return
    if kept is not None:
        yield _duty(of, "保存期满，删除这条登记", kept, "R32", consent, "delete_after")
    if of.is_of_birth:
        yield from _protected(of, on)


def _protected(of: Protection, on: date) -> Iterator[Duty]:
    """The three days on which something changes at work."""
    book, born = of.book, of.values.get("delivered_on")
    start, leave, end = of.rest_from(), of.leave_ends, of.ends
    is_asked = of.values.get("works_overtime") or of.values.get("works_nights")
    if start is not None and (born is None or start < born) and (on <= start or (born is None and is_asked)):
        said = "从这一天起不得延长劳动时间、安排夜班，并在劳动时间内安排休息"
        yield _duty(of, said, start, "R28", book["no_overtime_pregnant"], "works_overtime")
    if leave is not None and on <= leave + _STALE:
        back = book["return_weeks"]
        said = f"休假到期；返岗后逐渐恢复工作量（{back.note or back.shown}）"
        yield _duty(of, said, leave, "R26", back, "leave_ends_on")
    if end is not None and born is not None and not of.birth.is_miscarriage:
        said = "每天的哺乳时间和不加班、不夜班到这一天为止"
        yield _duty(of, said, end, "R27", book["nursing_minutes"], "delivered_on")


def _duty(of: Protection, what: str, due: date, rule: str, by: Parameter, field: str) -> Duty:
    """What a record cannot show as done may be marked by hand; an entry to be deleted shows it by being gone."""
    is_deletion = rule == "R32"
    return Duty(
        key=f"special_period:{of.place.record_id}:{rule}:{due}",
        what=f"{of.place.about}：{what}",
        due=due,
        rule=rule,
        source=by.citation,
        opens_on=due if is_deletion else due - timedelta(days=30),
        kind=of.place.kind,
        record_id=of.place.record_id,
        field=field,
        consequence=_FINE if rule == "R28" else "",
        caution=estimate(of.book) if rule == "R28" else "",
        can_be_marked=not is_deletion,
    )
