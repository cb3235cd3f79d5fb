"""R16-R18: whether the congress could decide, whether it agreed, and whether the chiefs signed when they may."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop_app.records.base import Values
from desktop_app.rules.contract.facts import Round, in_words, signs_before_vote
from desktop_app.rules.findings import ERROR, WARNING, Finding, found
from desktop_app.rules.parameters import Parameter, Rulebook


def quorum_of(everyone: int, by: Parameter) -> int:
    """How many of all delegates must be there: two thirds of 61 are 41."""
    share = by.share
    return 0 if share is None else -(-everyone * share.numerator // share.denominator)


def votes_needed(everyone: int, by: Parameter) -> int:
    """How many of ALL delegates must agree: 半数以上 counts the half itself, 过半数 does not (民法典 art. 1259)."""
    return everyone // 2 + 1 if by.value == "过半数" else -(-everyone // 2)


def lack_of(vote: Values, book: Rulebook) -> str:
    """Why a vote does not pass, as a sentence; empty when it passes."""
    everyone, present, votes = vote["delegate_count"], vote["present_count"], vote["votes_for"]
    if lacks_quorum(vote, book):
        quorum = quorum_of(everyone, book["quorum"])
        share = in_words(book["quorum"])
        return f"出席 {present} 人，不足全体代表 {everyone} 人的{share}（应有 {quorum} 人），表决无效，需重新召开"
    if lacks_votes(vote, book):
        needed = votes_needed(everyone, book["majority"])
        return f"赞成 {votes} 票，没有达到全体代表 {everyone} 人的{book['majority'].value}（应有 {needed} 票），未通过"
    if not everyone or present is None or votes is None:
        return "请在“职代会表决”里填全：全体代表、实到人数、赞成票数"
    return ""


def lacks_quorum(vote: Values, book: Rulebook) -> bool:
    """Fewer came than two thirds of all; what is not known lacks nothing."""
    everyone, present = vote["delegate_count"], vote["present_count"]
    return bool(everyone) and present is not None and bool(present < quorum_of(everyone, book["quorum"]))


def lacks_votes(vote: Values, book: Rulebook) -> bool:
    """Fewer agreed than the rule asks of all; what is not known lacks nothing."""
    everyone, votes = vote["delegate_count"], vote["votes_for"]
    return bool(everyone) and votes is not None and bool(votes < votes_needed(everyone, book["majority"]))


def has_failed(of: Round, book: Rulebook) -> bool:
    """Whether the congress that decides could not, or did not agree."""
    return of.vote is not None and (lacks_quorum(of.vote, book) or lacks_votes(of.vote, book))


def is_half(vote: Values) -> bool:
    """Exactly half of all delegates: enough where the rule says 半数以上, and worth a warning."""
    everyone, votes = vote["delegate_count"], vote["votes_for"]
    return bool(everyone) and votes is not None and votes * 2 == everyone


def vote_findings(of: Round, book: Rulebook, on: date) -> Iterator[Finding]:
    """R16, R17 of the vote that decides (earlier ones are history), R18 of the signature."""
    vote = of.vote
    if vote is not None:
        yield from _quorum(of, vote, book)
        yield from _majority(of, vote, book)
    yield from _signature(of, vote, book, on)


def _quorum(of: Round, vote: Values, book: Rulebook) -> Iterator[Finding]:
    if lacks_quorum(vote, book):
        by, everyone = book["quorum"], vote["delegate_count"]
        said = (
            f"出席 {vote['present_count']} 人，不足全体代表 {everyone} 人的{in_words(by)}"
            f"（应有 {quorum_of(everyone, by)} 人），表决无效"
        )
        yield found("R16", ERROR, said, by, of.place_of("congress_vote", vote, "present_count"))


def _majority(of: Round, vote: Values, book: Rulebook) -> Iterator[Finding]:
    everyone, votes, by = vote["delegate_count"], vote["votes_for"], book["majority"]
    if not everyone or votes is None:
        return
    place = of.place_of("congress_vote", vote, "votes_for")
    needed = votes_needed(everyone, by)
    if lacks_votes(vote, book):
        half = "恰为半数，" if is_half(vote) else ""
        said = f"赞成 {votes} 票，{half}没有达到全体代表 {everyone} 人的{by.value}（应有 {needed} 票），草案未通过"
        yield found("R17", ERROR, said, by, place)
    elif is_half(vote):
        said = f"赞成 {votes} 票，恰为全体代表 {everyone} 人的半数，不少地方要求过半数，建议取得过半数"
        yield found("R17", WARNING, said, by, place)


def _signature(of: Round, vote: Values | None, book: Rulebook, on: date) -> Iterator[Finding]:
    signed, by, place = of.values["signed_on"], book["signing"], of.place.at("signed_on")
    if signed is None:
        return
    if of.values["is_signed_by_both"] is False:
        said = f"{signed} 签订，但双方首席代表没有都签字"
        yield found("R18", ERROR, said, by, of.place.at("is_signed_by_both"))
    voted = vote["held_on"] if vote else None
    if signs_before_vote(book):
        if voted and signed > voted:
            said = f"签订日期 {signed} 晚于职代会表决 {voted}：这里由双方首席代表在表决前签字"
            yield found("R18", WARNING, said, by, place)
        if has_failed(of, book) and of.values["filed_on"]:
            said = f"职代会没有有效通过，却在 {of.values['filed_on']} 报送"
            yield found("R18", ERROR, said, book["majority"], of.place.at("filed_on"))
    elif vote is None and not of.is_over(on):
        said = f"{signed} 已签订，还没有职代会表决的记录：通过后才能签字"
        yield found("R18", WARNING, said, by, of.place_of("congress_vote", None))
    elif voted is not None and signed < voted:
        yield found("R18", ERROR, f"签订日期 {signed} 早于职代会表决 {voted}：通过后才能签字", by, place)
    elif has_failed(of, book):
        yield found("R18", ERROR, f"职代会没有有效通过，却在 {signed} 签订", by, place)
