"""S0-S6: from the subjects and the offer to a draft that both chiefs have signed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop_app.rules.contract.delegates import barred_findings
from desktop_app.rules.contract.facts import SIDES, Round
from desktop_app.rules.contract.periods import due_of, resumed_on
from desktop_app.rules.contract.seats import left, seats, successors, vacancies, vacancy_due
from desktop_app.rules.deadlines import full_day, opens
from desktop_app.rules.draft import Draft, first, lacking
from desktop_app.rules.findings import ERROR
from desktop_app.rules.parameters import Rulebook


def talks(of: Round, book: Rulebook, on: date) -> Iterator[Draft]:
    """The steps up to the draft, those aside where they occur."""
    yield _topics(of, book)
    yield _offer(of, book)
    yield _reply(of, book)
    yield from _refusal(of, book, on)
    yield _delegates(of, book)
    yield from _vacancies(of, book, on)
    yield _preparation(of, book)
    yield _sessions(of, book)
    yield from _suspension(of, book)
    yield _draft(of, book)


def _topics(of: Round, book: Rulebook) -> Draft:
    count = len(of.items)
    return Draft(
        "S0",
        "议题征集",
        bool(of.values["prepared_on"]) or count > 0,
        "征求女职工意见，把征集到的议题录入“议题”",
        book["topics"],
        done_on=of.values["prepared_on"],
        told=f"{count} 项议题" if count else "尚未录入议题",
        missing=lacking((of.items, "征集到的议题"), (of.values["prepared_on"], "征集日期")),
        forms=("HT-01",),
        place="negotiation_item",
    )


def _offer(of: Round, book: Rulebook) -> Draft:
    values = of.values
    return Draft(
        "S1",
        "要约",
        values["offered_on"] is not None,
        "一方以书面形式提出协商要求，送达对方并留下签收",
        book["offer"],
        done_on=values["offered_on"],
        told=f"{values['offered_by'] or '一方'}提出" + ("" if values["offer_received_by"] else "，没有填签收人"),
        missing=lacking((values["offered_on"], "要约送达日期"), (values["offer_received_by"], "签收人")),
        forms=("HT-05",),
        field=first(values.get, "offered_on", "offer_received_by"),
    )


def _reply(of: Round, book: Rulebook) -> Draft:
    values, by = of.values, book["reply"]
    other = "职工方" if values["offered_by"] == "企业方" else "企业方"
    within = f"在收到要约之日起 {by.period}内" if by.period else "及时"
    return Draft(
        "S2",
        "答复",
        values["replied_on"] is not None,
        f"{other}应{within}书面回应；无正当理由不得拒绝",
        by,
        done_on=values["replied_on"],
        told="不同意协商" if values["is_accepted"] is False else f"{other}已书面回应",
        missing=("对方的书面答复",),
        due=due_of(values["offered_on"], by),
        consequence=f"逾期不答复或者拒绝的，可以催告，并报告上级工会和劳动行政部门：{book.value('refusal')}",
        forms=("HT-06",),
        field="replied_on",
    )


def _refusal(of: Round, book: Rulebook, on: date) -> Iterator[Draft]:
    values, due = of.values, due_of(of.values["offered_on"], book["reply"])
    is_silent = values["replied_on"] is None and due is not None and due < on and not of.has_begun
    if not (values["is_accepted"] is False or is_silent):
        return
    why = "对方不同意协商" if values["is_accepted"] is False else "对方逾期没有答复"
    yield Draft(
        "S2x",
        "催告",
        values["refusal_reported_on"] is not None or of.has_begun,
        f"{why}：发催告函，仍不协商的报告上级工会（劳动行政部门）",
        book["refusal"],
        done_on=values["refusal_reported_on"],
        told="已报告上级工会（劳动行政部门）" if values["refusal_reported_on"] else "双方已经协商",
        missing=lacking((values["urged_on"], "催告函"), (values["refusal_reported_on"], "向上级工会的情况报告")),
        consequence=f"{book.value('refusal')}",
        forms=("HT-20",),
        field=first(values.get, "urged_on", "refusal_reported_on"),
        is_aside=True,
    )


def _delegates(of: Round, book: Rulebook) -> Draft:
    missing = tuple(_delegates_missing(of, book))
    counts = [len(of.voting(side)) for side in SIDES]
    women = sum(d["gender"] == "女" for d in of.voting("职工方"))
    is_refused = of.values["is_accepted"] is False and not of.has_begun
    start, within = (None if is_refused else of.values["replied_on"]), book["delegates_chosen"]
    return Draft(
        "S3",
        "代表",
        not missing,
        "双方产生协商代表，各确定 1 名首席代表，登记在“代表”里",
        within if within.period else book["delegates_minimum"],
        done_on=of.values["delegates_chosen_on"],
        told=f"职工方 {counts[0]} 名（女 {women} 名）、企业方 {counts[1]} 名",
        missing=missing,
        due=due_of(start, within),
        consequence="代表不合要求的，协商的结果可能不被认可",
        forms=("HT-02", "HT-04"),
        place="negotiator",
        is_barred=is_refused,
    )


def _delegates_missing(of: Round, book: Rulebook) -> Iterator[str]:
    least = book["delegates_minimum"].value or 0
    workers, employer = (seats(of, side, book, date.min) for side in SIDES)  # an empty seat is S3b's
    for side, count in zip(SIDES, (workers, employer), strict=True):
        chiefs = len(of.chiefs(side))
        if count < least:
            yield f"{side}还差 {least - count} 名代表，每方至少 {least} 名"
        if chiefs != 1:
            yield f"{side}首席代表应有 1 名，现有 {chiefs} 名"
    is_free = book.value("delegates_balance") == "企业方不多于职工方"
    if min(workers, employer) >= least and (employer > workers if is_free else employer != workers):
        yield f"{'企业方不得多于职工方' if is_free else '双方人数应对等'}，现为 {workers} 比 {employer}"
    yield from (each.message for each in barred_findings(of, book) if each.severity == ERROR)


def _vacancies(of: Round, book: Rulebook, on: date) -> Iterator[Draft]:
    gone = left(of)
    open_seats = [] if of.is_over(on) else vacancies(of)
    if not gone:
        return
    seat = (open_seats or gone)[0]
    after = successors(of).get(seat["id"])
    yield Draft(
        "S3b",
        "补缺",
        not open_seats,
        f"{seat['side']}代表{seat['name'] or ''}空缺，产生新代表并书面通知对方",
        book["vacancy"],
        done_on=after["chosen_on"] if after else None,
        told="合同已经终止" if of.is_over(on) and vacancies(of) else "空缺的代表已补齐",
        missing=("接替的代表", "代表更换通知"),
        due=vacancy_due(seat, book),
        consequence="协商代表空缺，人数不对等的，不宜继续协商",
        forms=("HT-21",),
        place="negotiator",
        is_aside=True,
    )


def _preparation(of: Round, book: Rulebook) -> Draft:
    values = of.values
    day = values["agreed_on"] or values["proposed_on"]
    materials, notice = book["materials_notice"], book["session_notice"]
    asked = tuple(
        (field, words, opens(day, by.period))
        for field, words, by in (
            ("materials_given_on", f"会前{materials.period}提供资料", materials),
            ("session_notified_on", f"会前{notice.period}通知会议事项和名单", notice),
        )
        if by.period and day
    )
    missing = lacking(
        (of.items, "议题"),
        (day, "商定的协商时间"),
        (values["agreed_place"] or values["proposed_place"], "商定的协商地点"),
        (of.recorders, "双方共同确定的 1 名记录员（不是代表）"),
        *((values[field], words) for field, words, _ in asked),
    )
    waits = {field: due for field, _, due in asked if values[field] is None}
    return Draft(
        "S4",
        "会前准备",
        bool(of.held) or not missing,
        "会前办五件事：熟悉法规，收集资料和意见，拟定议题，商定时间地点，共同确定记录员",
        materials if materials.period else notice if notice.period else book["recorder"],
        told="协商会议已召开" if of.held else "会前准备已就绪",
        missing=missing,
        due=min(waits.values(), default=None),
        consequence="没有按时通知、提供资料的，对方可以要求改期" if waits else "",
        forms=("HT-08",),
        field=first(values.get, "agreed_on", *waits, "agreed_place"),
    )


def _sessions(of: Round, book: Rulebook) -> Draft:
    pending = sum(item["outcome"] == "继续协商" for item in of.items)
    held = of.held
    return Draft(
        "S5",
        "协商",
        bool(held),
        f"召开协商会议并做好记录，{book['session'].note or '双方首席代表轮流主持'}",
        book["session"],
        done_on=held[-1]["held_on"] if held else None,
        told=f"已开 {len(held)} 次" + (f"，{pending} 项议题继续协商" if pending else ""),
        missing=("协商会议记录",),
        forms=("HT-07",),
        place="negotiation_session",
    )


def _suspension(of: Round, book: Rulebook) -> Iterator[Draft]:
    cap = book["suspension_cap"]
    if not of.held or not of.held[-1]["suspended_because"]:
        return
    last = of.held[-1]
    resumed = resumed_on(of, last, None)
    yield Draft(
        "S5p",
        "中止",
        resumed is not None,
        "协商中止：双方商定中止期限和下次协商的时间、地点、内容",
        cap,
        done_on=resumed,
        told="中止后已达成一致",
        missing=lacking(
            (last["next_on"], "下次协商时间"),
            (last["next_place"], "下次协商地点"),
            (last["next_subjects"], "下次协商内容"),
        ),
        due=full_day(last["held_on"], cap.period) if cap.period else last["next_on"],
        consequence="超过中止期限仍不能达成一致的，可以申请协调处理",
        forms=("HT-22",),
        place="negotiation_session",
        is_aside=True,
    )


def _draft(of: Round, book: Rulebook) -> Draft:
    return Draft(
        "S6",
        "草案",
        of.values["drafted_on"] is not None,
        "协商一致后形成专项集体合同草案，由双方首席代表签字",
        book["draft"],
        done_on=of.values["drafted_on"],
        told="双方首席代表已在草案上签字",
        missing=lacking((of.values["drafted_on"], "双方首席代表签字的草案和形成日期")),
        forms=("HT-09",),
        field="drafted_on",
    )
