"""S14-S17, D1 and D2: keeping the contract, changing it, renewing it, its end, and disputes over it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop_app.records.base import Values
from desktop_app.rules.contract.facts import Round
from desktop_app.rules.contract.periods import due_of, renewal_opens
from desktop_app.rules.deadlines import MONTHS, Period, full_day, last_day, months_before
from desktop_app.rules.draft import Draft, lacking
from desktop_app.rules.parameters import Rulebook

_OURS = "L6"
_AHEAD = 2  # months before a year is over that an inspection is to be arranged (our own choice, level L6)


def keeping(of: Round, book: Rulebook, on: date) -> Iterator[Draft]:
    """The steps of a contract in force, those aside where they occur."""
    yield _inspection(of, book, on)
    yield from _change(of, book)
    yield _renewal(of, book, on)
    yield _end(of, book, on)
    for dispute in of.disputes:
        yield (_performance if dispute["category"] == "履约争议" else _talks_dispute)(dispute, book)


def _inspection(of: Round, book: Rulebook, on: date) -> Draft:
    """Once a year: the report to the congress where the place asks for it, else the inspection that we suggest."""
    asks_report = book["performance_report"].value is not None
    by = book["performance_report" if asks_report else "inspection"]
    last, since = _last_inspection(of, "reported_to_congress_on" if asks_report else "inspected_on"), of.values
    start = last or since["effective_on"] or since["starts_on"]
    due = full_day(start, Period(12 // max(1, int(by.value or 1)), MONTHS)) if start else None
    ended = of.ended_on
    if due and ended and due > ended:
        due = None
    opens_on = months_before(due, _AHEAD) if due else None
    asked = "每年至少一次向职代会报告履行情况" if asks_report else "每年检查一次并向职代会报告"
    is_kept = last is not None and (opens_on is None or on < opens_on)
    return Draft(
        "S14",
        "履约检查",
        is_kept or of.is_over(on),
        (f"上次 {last}。" if last else "") + f"安排履约检查，{asked}",
        by,
        done_on=last,
        told=_inspections(of, due),
        missing=lacking(
            (_last_inspection(of, "inspected_on"), "履约检查记录"),
            (_last_inspection(of, "reported_to_congress_on"), "向职代会的报告"),
        ),
        due=None if by.level == _OURS else due,  # nobody is late by our own suggestion
        opens_on=opens_on or of.values["effective_on"],
        forms=("HT-14", "HT-17"),
        place="performance_inspection",
        is_waiting=opens_on is not None,
        proves=bool(of.inspections) or of.is_over(on),
        is_counted=False,
    )


def _last_inspection(of: Round, field: str) -> date | None:
    return max((line[field] for line in of.inspections if line[field]), default=None)


def _inspections(of: Round, due: date | None) -> str:
    count = sum(line["inspected_on"] is not None for line in of.inspections)
    if not count:
        return "合同期限已过，没有检查记录"
    return f"已检查 {count} 次" + (f"，下一次在 {due} 前" if due else "")


def _change(of: Round, book: Rulebook) -> Iterator[Draft]:
    values, by = of.values, book["rescission_report"]
    rescinded, reported = values["rescinded_on"], values["rescission_reported_on"]
    if rescinded:
        yield Draft(
            "S15",
            "解除",
            reported is not None or by.period is None,
            f"{rescinded} 解除，{f'{by.period}内' if by.period else '及时'}向人社部门报告",
            by,
            done_on=reported or rescinded,
            told="合同已解除" + ("，已报告" if reported else ""),
            missing=lacking((reported, "解除的报告"), (values["rescission_reason"], "解除原因")),
            due=due_of(rescinded, by),
            forms=("HT-24",),
            field="rescission_reported_on",
            is_aside=True,
        )
    for following in of.changes:
        yield Draft(
            "S15",
            "变更",
            following["signed_on"] is not None,
            "变更合同走同样的协商程序，变更后同样报送审查",
            book["change"],
            done_on=following["signed_on"],
            told="已变更",
            missing=("变更协议",),
            forms=("HT-24",),
            is_aside=True,
        )


def _renewal(of: Round, book: Rulebook, on: date) -> Draft:
    values, ends, by = of.values, of.values["ends_on"], book["renewal"]
    opens_on, is_gone = renewal_opens(of, book), bool(values["rescinded_on"] or values["ended_on"])
    renewed = of.renewals[0] if of.renewals else None
    said = f"填写合同期限起止，期满前{by.period}起提醒"
    if ends and opens_on:
        said = f"{ends} 期满，{opens_on} 起任何一方可以提出续订；请发续订要求书，新建协商轮次"
    if ends and ends < on:
        said = f"{ends} 已期满终止，没有续订；继续签订的，请重新要约"
    return Draft(
        "S16",
        "续订",
        renewed is not None or is_gone,
        said,
        by,
        done_on=(renewed["signed_on"] or renewed["offered_on"]) if renewed else None,
        told=_renewed(of, on) if renewed else "合同已终止，不再续订",
        missing=lacking((ends, "合同期限止")) or ("续订要求书",),
        due=ends,
        opens_on=opens_on,
        consequence="期满即终止，不自动顺延",
        is_counted=False,
        forms=("HT-18",),
        field="" if ends else "ends_on",
        proves=False,
        is_passable=False,
    )


def _renewed(of: Round, on: date) -> str:
    following, ends = of.renewals[0], of.values["ends_on"]
    if ends and ends < on and not following["signed_on"]:
        return f"{ends} 已期满终止，续订的合同还没有签订"
    return "已启动下一轮协商"


def _end(of: Round, book: Rulebook, on: date) -> Draft:
    values, ends, by = of.values, of.values["ends_on"], book["termination_report"]
    over, reported = values["ended_on"] or values["rescinded_on"], values["rescission_reported_on"]
    if over is None and of.is_over(on) and of.renewals:
        over = ends  # the next contract says it is over
    has_ended = values["ended_on"] is not None or of.is_over(on)
    is_asked = by.period is not None and has_ended and not values["rescinded_on"] and not reported
    said = f"合同 {ends} 期满终止，登记终止日期" if ends else "期满或者约定的终止条件出现，合同终止"
    return Draft(
        "S17",
        "终止",
        over is not None and not is_asked,
        f"{said}，{by.period}内向人社部门报告" if by.period else said,
        by if by.period else book["renewal"],
        done_on=over,
        told="已终止",
        missing=lacking((over, "终止登记日期"), ("" if is_asked else "-", "终止的报告")),
        due=due_of(values["ended_on"] or ends, by) if is_asked else None,
        opens_on=full_day(ends, Period(1)) if ends and over is None else None,
        consequence="期满即终止，不自动顺延",
        field="rescission_reported_on" if over else "ended_on",
        is_barred=ends is None and over is None,
        is_waiting=True,
        is_passable=False,
    )


def _talks_dispute(dispute: Values, book: Rulebook) -> Draft:
    by, longer = book["mediation"], book["mediation_extension"]
    accepted = dispute["accepted_on"]
    due = due_of(accepted, by)
    if accepted and by.period and longer.period and dispute["is_extended"]:
        due = last_day(accepted, Period(by.period.amount + longer.period.amount))
    said = "协商不成的，一方或者双方可以书面申请人社部门协调处理"
    if accepted:
        said = f"{accepted} 受理，自受理之日起 {by.period}内结束，可以延长{longer.period}"
    return _dispute("D1", "协商争议", dispute, said, book, "mediation", due, "HT-25")


def _performance(dispute: Values, book: Rulebook) -> Draft:
    if dispute["awarded_on"]:
        said, by, due = "不服裁决的，可以向人民法院起诉", "lawsuit", due_of(dispute["awarded_on"], book["lawsuit"])
    elif dispute["applied_on"]:
        said, by, due = "已申请仲裁，等待裁决", "arbitration_limit", None
    else:
        said, by = "因履行合同发生争议，协商不成的，工会可以申请仲裁", "arbitration_limit"
        due = due_of(dispute["arose_on"], book["arbitration_limit"])
    return _dispute("D2", "履约争议", dispute, said, book, by, due, "HT-26")


def _dispute(
    code: str, name: str, of: Values, said: str, book: Rulebook, by: str, due: date | None, form: str
) -> Draft:
    return Draft(
        code,
        name,
        of["settled_on"] is not None,
        said,
        book[by],
        done_on=of["settled_on"],
        told=of["result"] or "已处理完毕",
        missing=lacking((of["applied_on"], "书面申请"), (of["settled_on"], "处理结果")),
        due=due,
        consequence="超过期限的，可能失去请求处理的机会" if code == "D2" else "",
        forms=(form,),
        place="contract_dispute",
        is_aside=True,
    )
