"""S7-S13: through the congress to signature, filing, review, effect and publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop_app.rules.contract.facts import Round, filing_rule, filing_starts, in_words, signs_before_vote
from desktop_app.rules.contract.periods import due_of, expected_effective_on
from desktop_app.rules.contract.votes import has_failed, is_half, lack_of, lacks_quorum, lacks_votes
from desktop_app.rules.deadlines import full_day
from desktop_app.rules.draft import Draft, first, lacking
from desktop_app.rules.parameters import Rulebook


def passing(of: Round, book: Rulebook, on: date) -> Iterator[Draft]:
    """The steps from the draft to publication; 上海 signs before the congress votes."""
    yield _submission(of, book)
    if signs_before_vote(book):
        yield _signing(of, book)
    yield _vote(of, book)
    yield from _new_talks(of, book)
    yield from _congress_report(of, book)
    if not signs_before_vote(book):
        yield _signing(of, book)
    yield _filing(of, book)
    yield _review(of, book, on)
    yield from _objection(of, book)
    yield _effect(of, book, on)
    yield _publication(of, book, on)


def _submission(of: Round, book: Rulebook) -> Draft:
    submitted, by = of.values["submitted_to_congress_on"], book["congress_submission"]
    within = f"达成一致后 {by.period}内" if by.period else "及时"
    return Draft(
        "S7",
        "提请审议",
        submitted is not None or bool(of.votes),
        f"{within}把草案提交职工代表大会或者全体职工讨论，并作草案说明",
        by,
        done_on=submitted,
        told="草案已提交审议",
        missing=lacking((submitted, "提请审议的报告和日期")),
        due=due_of(of.values["drafted_on"], by),
        forms=("HT-23",),
        field="submitted_to_congress_on",
    )


def _vote(of: Round, book: Rulebook) -> Draft:
    vote = of.vote
    lack = lack_of(vote, book) if vote else ""
    told = ""
    if vote and not lack:
        told = f"赞成 {vote['votes_for']} 票，全体代表 {vote['delegate_count']} 人"
        told += "；恰为半数，建议取得过半数" if is_half(vote) else ""
    quorum, majority = book["quorum"], book["majority"]
    said = f"{in_words(quorum)}以上出席，全体代表{majority.value}同意方为通过，分母是全体代表，不是到会人数"
    return Draft(
        "S8",
        "职代会",
        vote is not None and not lack,
        lack or said,
        book["majority"],
        done_on=vote["held_on"] if vote else None,
        told=told,
        missing=(lack,) if lack else ("职代会表决结果和决议",),
        consequence="没有通过的草案不能签订，应重新协商",
        forms=("HT-10",),
        place="congress_vote",
        field="present_count" if lack else "",
        is_passable=not has_failed(of, book),
        source=majority.citation if majority.origin == quorum.origin else f"{quorum.citation}；{majority.citation}",
    )


def _new_talks(of: Round, book: Rulebook) -> Iterator[Draft]:
    vote = of.vote
    if vote is None or not lacks_votes(vote, book) or lacks_quorum(vote, book):
        return
    agreed, submitted = of.values["drafted_on"], of.values["submitted_to_congress_on"]
    again = agreed if agreed and vote["held_on"] and agreed > vote["held_on"] else None
    is_submitted = bool(again and submitted and submitted >= again)
    by = book["resubmission"]
    within = f"再次达成一致后 {by.period}内" if by.period else "再次达成一致后"
    yield Draft(
        "S8x",
        "重新协商",
        is_submitted,
        f"草案没有通过：就有意见的条款重新协商，{within}再提交审议",
        by if by.period else book["majority"],
        done_on=submitted if is_submitted else None,
        told="修改后的草案已再次提交审议",
        missing=lacking((again, "修改后的草案和新的形成日期")) or ("再次提交审议的日期",),
        due=due_of(again, by),
        consequence="没有通过的草案不能签订" if by.period is None else "",
        forms=("HT-07", "HT-23"),
        place="negotiation" if again else "negotiation_session",
        field="submitted_to_congress_on" if again else "",
        is_aside=True,
    )


def _congress_report(of: Round, book: Rulebook) -> Iterator[Draft]:
    """Some places want the union above to hear what the congress decided (上海)."""
    by, vote = book["congress_report"], of.vote
    if by.period is None or vote is None or vote["held_on"] is None:
        return
    yield Draft(
        "S8r",
        "会后报告",
        vote["reported_on"] is not None,
        f"职代会闭会后 {by.period}内向上一级工会报告",
        by,
        done_on=vote["reported_on"],
        told="已向上一级工会报告",
        missing=("向上一级工会的报告",),
        due=due_of(vote["held_on"], by),
        place="congress_vote",
        field="reported_on",
        is_aside=True,
    )


def _signing(of: Round, book: Rulebook) -> Draft:
    values = of.values
    is_whole = values["is_signed_by_both"] is not False
    is_too_early = has_failed(of, book) and not signs_before_vote(book)
    when = "提交表决前" if signs_before_vote(book) else "职代会通过后"
    return Draft(
        "S9",
        "签订",
        values["signed_on"] is not None and is_whole and not is_too_early,
        f"{when}由双方首席代表签字",
        book["signing"],
        done_on=values["signed_on"],
        told="双方首席代表已签字",
        missing=lacking((values["signed_on"], "签订日期"), (values["is_signed_by_both"] or None, "双方首席代表的签字")),
        forms=("HT-09",),
        field="is_signed_by_both" if values["signed_on"] else "signed_on",
        is_passable=is_whole and not is_too_early,
    )


def _filing(of: Round, book: Rulebook) -> Draft:
    values, by, start = of.values, filing_rule(book), filing_starts(of, book)
    needs_notice = book.value("filing_from") == "书面告知"
    start_word = "收到通过情况书面告知之日" if needs_notice else "双方首席代表签字之日"
    also = "，同时报上一级工会" if book.value("filing_union") else ""
    missing = list(
        lacking((values["filed_on"], f"报送日期（文本一式 {book.value('filing_copies')} 份、职代会决议、代表情况）"))
    )
    if needs_notice:
        missing += lacking((values["notified_on"], "通过情况书面告知日期"))
    if book.value("filing_union"):
        missing += lacking((values["filed_with_union_on"], "报上一级工会日期"))
    return Draft(
        "S10",
        "报送",
        values["filed_on"] is not None,
        f"自{start_word}起 {by.period}内由企业将文本一式 {book.value('filing_copies')} 份报送人社部门审查{also}",
        by,
        done_on=values["filed_on"],
        told="已报送人社部门" + ("" if not missing else f"；还缺{missing[0]}"),
        missing=tuple(missing),
        due=None if has_failed(of, book) else due_of(start, by),
        consequence="不报送审查的，合同不能生效",
        forms=("HT-11",),
        field="notified_on" if needs_notice and not values["notified_on"] else "filed_on",
    )


def _review(of: Round, book: Rulebook, on: date) -> Draft:
    values, by = of.values, book["review"]
    received = values["received_on"]
    ends = full_day(received, by.period) if received and by.period else None
    is_over = ends is not None and ends < on and values["review_result"] != "有异议"
    is_done = values["review_result"] in ("无异议自动生效", "书面同意") or is_over or values["effective_on"] is not None
    said = "登记人社部门收到文本的日期"
    if ends:
        said = f"人社部门 {received} 收到，{ends} 审查期满，{by.period}内未提出异议即行生效"
    if values["review_result"] == "有异议":
        is_done, said = False, "人社部门提出异议，就异议部分重新协商修改，再报送审查"
    return Draft(
        "S11",
        "审查",
        is_done,
        said,
        by,
        done_on=ends if ends and ends < on else None,
        told=values["review_result"] or (f"{ends} 审查期满，没有登记异议" if ends else "没有登记收到日期"),
        missing=lacking((received, "人社部门收到日期（收件回执）")),
        due=ends if values["review_result"] != "有异议" else None,
        field="received_on" if received is None else "review_result",
        is_passable=values["review_result"] != "有异议",
    )


def _objection(of: Round, book: Rulebook) -> Iterator[Draft]:
    if of.values["review_result"] == "有异议":
        yield Draft(
            "S11x",
            "有异议",
            False,
            "收到审查意见书：就异议部分重新协商、重新签订，再报送审查",
            book["objection"],
            missing=(*lacking((of.values["review_opinion"], "审查意见书的内容")), "修改后的文本"),
            forms=("HT-07", "HT-11"),
            field="review_opinion",
            is_aside=True,
        )


def _effect(of: Round, book: Rulebook, on: date) -> Draft:
    effective, by = of.values["effective_on"], book["effective"]
    expected = expected_effective_on(of.values["received_on"], book)
    said = "审查期满无异议即行生效，不是签字之日生效"
    if expected:
        said = f"没有异议的，{expected} 起生效（届满次日，以人社部门回执为准），请填写生效日期"
    return Draft(
        "S12",
        "生效",
        effective is not None and effective <= on,
        said if effective is None else f"{effective} 起生效",
        by,
        done_on=effective,
        told="合同已生效",
        missing=lacking((effective, "生效日期")),
        opens_on=effective or expected,
        field="effective_on",
        is_barred=effective is None and of.values["review_result"] == "有异议",
    )


def _publication(of: Round, book: Rulebook, on: date) -> Draft:
    values, by = of.values, book["publication"]
    within = f"自生效之日起 {by.period}内" if by.period else "自生效之日起及时"
    return Draft(
        "S13",
        "公布",
        values["published_on"] is not None,
        f"{within}向本方全体人员公布",
        by,
        done_on=values["published_on"],
        told=f"已公布{'，' + values['published_how'] if values['published_how'] else ''}",
        missing=lacking((values["published_on"], "公布日期"), (values["published_how"], "公布方式")),
        due=due_of(values["effective_on"], by),
        opens_on=values["effective_on"],
        consequence="没有公布的，职工不知道合同内容，履行和监督都没有依据",
        forms=("HT-15",),
        field=first(values.get, "published_on", "published_how"),
        is_passable=of.is_over(on),
    )
