"""What the law gives a woman around a birth: leave, nursing and protected time, each with source and end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop_app.rules.deadlines import months_before
from desktop_app.rules.parameters import Parameter, Rulebook

_DAY = timedelta(days=1)
_FULL_TERM_WEEKS = 40  # what every due date is reckoned by; the law names no weeks (level L5)
_ASK = "请核实所在省的现行规定，填入“设置—适用规定”后就会计入"


@dataclass(frozen=True)
class Birth:
    """The facts that a calculation goes by. ``ended_month_count`` is given for a miscarriage, in full months.

    ``due_month`` is the first day of the month; the due day itself and the 末次月经 are never asked for.
    """

    due_month: date | None = None
    delivered_on: date | None = None
    infant_count: int = 1
    child_number: int = 1
    is_dystocia: bool = False
    is_caesarean: bool = False
    ended_month_count: int | None = None
    leave_starts_on: date | None = None

    @property
    def is_miscarriage(self) -> bool:
        """Whether the pregnancy ended without a birth."""
        return self.ended_month_count is not None


@dataclass(frozen=True)
class Entitlement:
    """One thing due. ``value`` is None where no confirmed rule says it; ``starts`` and ``ends`` are first and last day.

    ``of`` is the parameter it comes from.
    """

    of: str
    name: str
    value: Any
    unit: str
    citation: str
    is_confirmed: bool
    starts: date | None = None
    ends: date | None = None
    note: str = ""

    @property
    def shown(self) -> str:
        """158 天，或待核实."""
        return "待核实" if self.value is None else f"{self.value} {self.unit}".strip()


@dataclass(frozen=True)
class Leave:
    """The leave that confirmed rules add up to. ``unsure`` are rules that may add to it and must be asked for."""

    parts: tuple[tuple[Parameter, int], ...]
    unsure: tuple[Parameter, ...] = ()

    @property
    def days(self) -> int:
        """Natural days."""
        return sum(amount for _, amount in self.parts)

    @property
    def sum(self) -> str:
        """What the total is made of: 产假 98 天＋省规定延长产假 60 天."""
        return "＋".join(f"{part.label} {amount}{part.unit}" for part, amount in self.parts)

    @property
    def by(self) -> Parameter:
        """The rule that says the larger part of it."""
        return self.parts[0][0]

    def last_day(self, first: date) -> date:
        """The last day when it begins on ``first``: days are natural days, days of rest are not left out."""
        return first + timedelta(days=self.days) - _DAY


def leave_of(of: Birth, book: Rulebook) -> Leave:
    """产假 or 流产假, R26 = 98 + 15 + 15 × (n − 1) + what the province adds (特别规定 art. 7, level L1 and L4)."""
    return _after_miscarriage(of, book) if of.is_miscarriage else _after_birth(of, book)


def nursing_minutes(infants: int, book: Rulebook) -> int:
    """R27: minutes a day (特别规定 art. 9)."""
    return int(book.value("nursing_minutes") + book.value("nursing_minutes_more") * (infants - 1))


def nursing_ends(born: date, book: Rulebook) -> date:
    """The last day before the infant is one year old; one born on 29 February is protected through 28 February."""
    birthday = months_before(born, -int(book.value("nursing_months")))
    return birthday if birthday.day < born.day else birthday - _DAY


def protected_from(due_month: date, book: Rulebook) -> date:
    """R28: the earliest day on which the seventh month may be full, since only the month is known.

    Weeks by ``month_weeks`` (28 for the seven months, level L5), back from the first day of the due month.
    """
    return _first_day(due_month) - timedelta(weeks=_FULL_TERM_WEEKS - int(book.value("month_weeks")))


def estimate(book: Rulebook) -> str:
    """How sure that day is, said beside it."""
    weeks = book["month_weeks"]
    return f"只登记年月，从最早可能的一天算起；{book['protected_month'].shown}折 {weeks.value} 周是{weeks.source}"


def conceived_from(due_month: date) -> date:
    """The earliest day of the pregnancy, by 40 weeks (level L5)."""
    return _first_day(due_month) - timedelta(weeks=_FULL_TERM_WEEKS)


def _first_day(month: date) -> date:
    return date(month.year, month.month, 1)  # a kept month is a date that shows no day


def entitlements(of: Birth, book: Rulebook) -> list[Entitlement]:
    """Everything due for these facts, as it comes; what is not confirmed is listed without a value."""
    if of.is_miscarriage:
        return [*_leave(of, book)]
    return [*_before_birth(of, book), *_leave(of, book), *_nursing(of, book), *_of_the_province(of, book)]


def _after_birth(of: Birth, book: Rulebook) -> Leave:
    unsure = []
    parts = [(book["maternity_leave"], int(book.value("maternity_leave")))]
    if of.is_dystocia or (of.is_caesarean and book.value("caesarean_as_dystocia") == "是"):
        parts.append((book["dystocia_leave"], int(book.value("dystocia_leave"))))
    elif of.is_caesarean and book.value("caesarean_as_dystocia") is None:
        unsure.append(book["caesarean_as_dystocia"])
    if of.infant_count > 1:
        each = book["multiple_birth_leave"]
        parts.append((each, int(each.value) * (of.infant_count - 1)))
    extension = _extension(of, book)
    if extension.value is None:
        unsure.append(extension)
    else:
        parts.append((extension, int(extension.value)))
    return Leave(tuple(parts), tuple(unsure))


def _extension(of: Birth, book: Rulebook) -> Parameter:
    """The province's further leave; a second or third child's is the first's where it is not set apart."""
    more = book["extended_leave_more"]
    is_apart = more.value is not None or more.candidate is not None
    return more if of.child_number > 1 and is_apart else book["extended_leave"]


def _after_miscarriage(of: Birth, book: Rulebook) -> Leave:
    months = of.ended_month_count or 0
    late = book["very_late_miscarriage_leave"]
    if months >= int(book.value("protected_month")) and late.value is not None:
        return Leave(((late, int(late.value)),))
    is_early = months < int(book.value("miscarriage_months"))
    by = book["early_miscarriage_leave" if is_early else "late_miscarriage_leave"]
    is_unsure = months >= int(book.value("protected_month")) and late.candidate is not None
    return Leave(((by, int(by.value)),), (late,) if is_unsure else ())


def _leave(of: Birth, book: Rulebook) -> Iterator[Entitlement]:
    leave = leave_of(of, book)
    first = of.leave_starts_on or of.delivered_on
    last = leave.last_day(first) if first else None
    name = "流产假合计" if of.is_miscarriage else "产假合计"
    note = f"＝{leave.sum}。按自然日数，休息日、节假日不扣除"
    if of.leave_starts_on is None and first is not None:
        note += "；没有填休假起，从生育（流产）当日算起"
    if leave.unsure:
        note += f"；没有包含待核实的：{'、'.join(part.label for part in leave.unsure)}"
    yield Entitlement(
        "maternity_leave_total", name, leave.days, "天", _sources(leave), not leave.unsure, first, last, note
    )
    for part, amount in leave.parts:
        yield Entitlement(part.name, f"· {part.label}", amount, part.unit, part.citation, part.is_confirmed)
    for part in leave.unsure:
        yield _unsure(part)


def _sources(leave: Leave) -> str:
    return "；".join(dict.fromkeys(f"{part.source}{part.article}" for part, _ in leave.parts))


def _before_birth(of: Birth, book: Rulebook) -> Iterator[Entitlement]:
    checks, rest, before = book["antenatal_checks"], book["no_overtime_pregnant"], book["leave_before_birth"]
    if of.delivered_on is None:
        yield Entitlement(checks.name, checks.label, "全部", "", checks.citation, checks.is_confirmed)
        start = protected_from(of.due_month, book) if of.due_month else None
        back = _FULL_TERM_WEEKS - int(book.value("month_weeks"))
        note = f"{estimate(book)}。即预产月第一天往前 {back} 周（孕期按 {_FULL_TERM_WEEKS} 周）"
        yield Entitlement(rest.name, rest.label, "不得安排", "", rest.citation, rest.is_confirmed, start, None, note)
        yield from _rest_at_work(book, start)
        yield from _early(book)
    born = of.delivered_on
    starts, ends = (born - timedelta(days=int(before.value)), born - _DAY) if born else (None, None)
    note = "已算在产假合计里，不另加"
    yield Entitlement(
        before.name, before.label, before.value, before.unit, before.citation, before.is_confirmed, starts, ends, note
    )


def _rest_at_work(book: Rulebook, start: date | None) -> Iterator[Entitlement]:
    rest = book["pregnant_rest"]
    if rest.value is None and rest.candidate is None:
        yield Entitlement(rest.name, rest.label, "应当安排", "", rest.citation, True, start, None, "国家没有写多久")
    elif rest.value is None:
        yield _unsure(rest)
    else:
        yield Entitlement(rest.name, rest.label, rest.value, rest.unit, rest.citation, rest.is_confirmed, start)


def _early(book: Rulebook) -> Iterator[Entitlement]:
    """What some provinces add for the first three months."""
    for name in ("early_pregnancy_overtime", "early_pregnancy_rest"):
        by = book[name]
        if by.value is not None:
            value = "不得安排" if by.options else by.value
            yield Entitlement(name, by.label, value, "" if by.options else by.unit, by.citation, by.is_confirmed)


def _nursing(of: Birth, book: Rulebook) -> Iterator[Entitlement]:
    minutes, rest, back = book["nursing_minutes"], book["no_overtime_nursing"], book["return_weeks"]
    born = of.delivered_on
    ends = nursing_ends(born, book) if born else None
    value = nursing_minutes(of.infant_count, book)
    note = f"算作劳动时间；{book.value('nursing_months')} 个月，到婴儿满 1 周岁的前一天"
    yield Entitlement(minutes.name, minutes.label, value, "分钟", minutes.citation, True, born, ends, note)
    yield Entitlement(rest.name, rest.label, "不得安排", "", rest.citation, rest.is_confirmed, born, ends)
    first = of.leave_starts_on or born
    starts = leave_of(of, book).last_day(first) + _DAY if first else None
    until = starts + timedelta(weeks=int(back.value)) - _DAY if starts else None
    yield Entitlement(back.name, back.label, back.value, back.unit, back.citation, back.is_confirmed, starts, until)


def _of_the_province(of: Birth, book: Rulebook) -> Iterator[Entitlement]:
    for name in ("paternity_leave", "parental_leave"):
        by = book[name]
        if by.value is None:
            yield _unsure(by)
        else:
            yield Entitlement(name, by.label, by.value, by.unit, by.citation, by.is_confirmed)


def _unsure(by: Parameter) -> Entitlement:
    """A rule that nobody has confirmed, or that the province makes and we do not know: asked for, never counted."""
    maybe = f"可能为 {by.candidate}{by.unit}，没有计入；" if by.candidate is not None else ""
    return Entitlement(by.name, by.label, None, by.unit, by.citation, False, note=maybe + _ASK)
