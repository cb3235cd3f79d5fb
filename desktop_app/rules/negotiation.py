"""Where a round of the special collective contract stands, and what the next stage still needs, with the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desktop_app.records.base import Values
from desktop_app.rules.deadlines import Period, last_day, months_before

Terms = Mapping[str, Mapping[str, Any]]  # resources/rules/negotiation.toml

REGULATION = "集体合同规定"
LOCAL_RULE = "国家规定，当地另有规定的以当地为准。"


@dataclass(frozen=True)
class Stage:
    """One stage: ``state`` is done, now, late or ahead; ``sentence`` says what is missing or how long is left.

    ``place`` is the kind of record to open for it: the round itself, at ``field``, or one of its lists.
    """

    name: str
    date: date | None
    state: str
    sentence: str
    place: str = "negotiation"
    field: str = ""


@dataclass(frozen=True)
class Round:
    """What is kept of one round. ``next_names`` are rounds that renew this one."""

    values: Values
    items: Sequence[Values] = ()
    delegates: Sequence[Values] = ()
    sessions: Sequence[Values] = ()
    votes: Sequence[Values] = ()
    inspections: Sequence[Values] = ()
    renewed_by: Sequence[Values] = ()


@dataclass(frozen=True)
class _Finding:
    """Whether a stage is passed, since when, and what it needs. ``due`` is the last day, ``open_on`` the first."""

    name: str
    is_done: bool
    done_on: date | None
    missing: str
    place: str = "negotiation"
    due: date | None = None
    open_on: date | None = None
    note: str = ""  # said of a stage that is done
    field: str = ""


def stages(of: Round, terms: Terms, on: date) -> list[Stage]:
    """The thirteen stages in the order of the procedure, as things stand on ``on``."""
    findings = list(_findings(of, terms, on))
    passed = [n for n, found in enumerate(findings) if found.is_done]
    reached = max(passed, default=-1)
    return [_stage(found, on, is_open=n <= reached + 1) for n, found in enumerate(findings)]


def _stage(found: _Finding, on: date, *, is_open: bool) -> Stage:
    if found.is_done:
        return Stage(found.name, found.done_on, "done", found.note, found.place, found.field)
    state = "now" if is_open and (found.open_on is None or found.open_on <= on) else "ahead"
    sentence = found.missing
    if found.due is not None:
        sentence = f"{_countdown(found.due, on)}{sentence}"
        state = "late" if found.due < on else "now"
    return Stage(found.name, found.due or found.open_on, state, sentence, found.place, found.field)


def _countdown(due: date, on: date) -> str:
    days = (due - on).days
    if days < 0:
        return f"截止 {due}，已逾期 {-days} 天。"
    return f"截止 {due}，{'就在今天' if days == 0 else f'还有 {days} 天'}。"


def _article(terms: Terms, name: str) -> str:
    return f"（{REGULATION}{terms[name]['article']}）"


def _findings(of: Round, terms: Terms, on: date) -> Iterator[_Finding]:
    values = of.values
    yield _topics(of, terms)
    yield _dated("要约", values, "offered_on", f"一方书面提出协商要求，填写要约日期{_article(terms, 'offer')}")
    yield _reply(values, terms)
    yield _delegates(of, terms)
    yield _sessions(of, terms)
    said = "协商一致后形成草案，双方首席代表签字，填写草案形成日期"
    yield _dated("草案", values, "drafted_on", said + _article(terms, "draft"))
    yield _vote(of, terms)
    said = "职代会通过后双方首席代表签字，填写签订日期"
    yield _dated("签订", values, "signed_on", said + _article(terms, "signing"))
    yield _filing(values, terms)
    yield _review(values, terms, on)
    said = "自生效之日起及时向全体人员公布，填写公布日期"
    yield _dated("公布", values, "published_on", said + _article(terms, "publication"))
    yield _inspection(of, terms, on)
    yield _renewal(of, terms, on)


def _dated(name: str, values: Values, field: str, missing: str, due: date | None = None) -> _Finding:
    """A stage that one date of the round says is passed."""
    done_on = values[field]
    return _Finding(name, done_on is not None, done_on, missing, due=None if done_on else due, field=field)


def _topics(of: Round, terms: Terms) -> _Finding:
    count = len(of.items)
    return _Finding(
        "议题征集",
        bool(of.values["prepared_on"]) or count > 0,
        of.values["prepared_on"],
        f"征求女职工意见，把议题录入下面的“议题”{_article(terms, 'topics')}",
        "negotiation_item",
        note=f"{count} 项议题" if count else "尚未录入议题",
    )


def _reply(values: Values, terms: Terms) -> _Finding:
    offered, days = values["offered_on"], terms["reply"]["days"]
    other = "职工方" if values["offered_by"] == "企业方" else "企业方"
    said = (
        f"{other}应在收到要约之日起 {days} 日内书面回应{_article(terms, 'reply')}；"
        f"无正当理由不得拒绝{_article(terms, 'refused')}"
    )
    return _dated("答复", values, "replied_on", said, last_day(offered, Period(days)) if offered else None)


def _delegates(of: Round, terms: Terms) -> _Finding:
    faults = list(_delegate_faults(of.delegates, terms))
    sides = [len([d for d in _voting(of.delegates) if d["side"] == side]) for side in ("职工方", "企业方")]
    return _Finding(
        "代表",
        not faults,
        of.values["delegates_chosen_on"],
        "；".join(faults),
        "negotiator",
        note=f"双方各 {sides[0]} 名{_women_note(of.delegates)}",
    )


def _voting(delegates: Sequence[Values]) -> list[Values]:
    return [delegate for delegate in delegates if delegate["role"] != "记录员"]


def _women_note(delegates: Sequence[Values]) -> str:
    women = [d for d in _voting(delegates) if d["side"] == "职工方" and d["gender"] == "女"]
    return f"，职工方女代表 {len(women)} 名" if women else "；建议职工方有女职工代表"


def _delegate_faults(delegates: Sequence[Values], terms: Terms) -> Iterator[str]:
    minimum, divisor = terms["delegates"]["minimum"], terms["outside_delegates"]["divisor"]
    sides = {side: [d for d in _voting(delegates) if d["side"] == side] for side in ("职工方", "企业方")}
    for side, members in sides.items():
        if len(members) < minimum:
            yield f"{side}还差 {minimum - len(members)} 名代表，每方至少 {minimum} 名{_article(terms, 'delegates')}"
        chiefs = [d for d in members if d["role"] == "首席代表"]
        if len(chiefs) != 1:
            yield f"{side}应有 1 名首席代表{_article(terms, 'delegates')}"
        if any(d["is_external"] for d in chiefs):
            yield f"{side}首席代表不得由外单位人员代理{_article(terms, 'outside_delegates')}"
        if sum(bool(d["is_external"]) or d["role"] == "外聘专业人员" for d in members) * divisor > len(members):
            yield f"{side}外聘人员不得超过本方代表的三分之一{_article(terms, 'outside_delegates')}"
    workers, employer = map(len, sides.values())
    if workers != employer and min(workers, employer) >= minimum:
        yield f"双方人数应对等，现为 {workers} 比 {employer}{_article(terms, 'delegates')}"


def _sessions(of: Round, terms: Terms) -> _Finding:
    held = [session["held_on"] for session in of.sessions if session["held_on"]]
    pending = sum(item["outcome"] == "继续协商" for item in of.items)
    return _Finding(
        "协商",
        bool(held),
        max(held, default=None),
        f"召开协商会议并做好记录，双方首席代表轮流主持{_article(terms, 'session')}",
        "negotiation_session",
        note=f"已开 {len(held)} 次" + (f"，{pending} 项议题继续协商" if pending else ""),
    )


def _vote(of: Round, terms: Terms) -> _Finding:
    vote = max(of.votes, key=lambda v: v["held_on"] or date.min, default=None)
    if vote is None:
        said = f"草案提交职工代表大会审议，三分之二以上出席、全体代表半数以上同意方为通过{_article(terms, 'vote')}"
        return _Finding("职代会", False, None, said, "congress_vote")
    fault = _vote_fault(vote, terms)
    everyone = vote["delegate_count"] or 0
    exactly = vote["votes_for"] is not None and vote["votes_for"] * 2 == everyone
    note = f"赞成 {vote['votes_for']} 票，全体代表 {everyone} 人"
    note += "；恰为半数，不少地方要求过半数" if exactly else ""
    return _Finding("职代会", not fault, vote["held_on"], fault, "congress_vote", note=note)


def _vote_fault(vote: Values, terms: Terms) -> str:
    rule = terms["vote"]
    everyone, present, votes = vote["delegate_count"], vote["present_count"], vote["votes_for"]
    if not everyone or present is None or votes is None:
        return "请在“职代会表决”里填全：全体代表、实到人数、赞成票数"
    quorum = -(-everyone * rule["present_numerator"] // rule["present_denominator"])
    if present < quorum:
        return f"出席 {present} 人，不足三分之二（应有 {quorum} 人），表决无效{_article(terms, 'vote')}"
    if votes * 2 < everyone:
        half = -(-everyone // 2)
        said = f"赞成 {votes} 票，不足全体代表半数（应有 {half} 票），未通过，需重新协商"
        return said + _article(terms, "vote")
    return ""


def _filing(values: Values, terms: Terms) -> _Finding:
    signed, days, copies = values["signed_on"], terms["filing"]["days"], terms["filing"]["copies"]
    said = f"自签字之日起 {days} 日内由企业将文本报送人社部门，一式 {copies} 份{_article(terms, 'filing')}"
    return _dated("报送", values, "filed_on", said, last_day(signed, Period(days)) if signed else None)


def expected_effective_on(received_on: date | None, terms: Terms) -> date | None:
    """The day after a review period without objection (集体合同规定 art. 47, L2; "the next day" is our reading, L6)."""
    return None if received_on is None else last_day(received_on, Period(terms["review"]["days"])) + timedelta(days=1)


def _review(values: Values, terms: Terms, on: date) -> _Finding:
    effective, expected = values["effective_on"], expected_effective_on(values["received_on"], terms)
    days = terms["review"]["days"]
    if values["review_result"] == "有异议":
        said = f"人社部门提出异议：就异议部分重新协商修改，再报送审查{_article(terms, 'objection')}"
        return _Finding("审查生效", False, None, said, field="review_result")
    if effective is None and expected is not None and expected <= on:
        said = f"{days} 日内未收到异议的，{expected} 起生效，请填写生效日期{_article(terms, 'review')}"
    elif effective is None and expected is not None:
        left = (expected - on).days
        said = f"人社部门 {days} 日内未提出异议的，{expected} 起生效，还有 {left} 天{_article(terms, 'review')}"
    elif effective is None:
        said = f"填写人社部门收到日期，自收到之日起 {days} 日内未提出异议即行生效{_article(terms, 'review')}"
    else:
        said = f"{effective} 起生效，还有 {(effective - on).days} 天{_article(terms, 'review')}"
    field = "effective_on" if values["received_on"] else "received_on"
    return _Finding("审查生效", effective is not None and effective <= on, effective, said, field=field)


def _inspection(of: Round, terms: Terms, on: date) -> _Finding:
    dates = [line["inspected_on"] for line in of.inspections if line["inspected_on"]]
    last = max(dates, default=None)
    rule = terms["inspection"]
    recent = last is not None and last > months_before(on, rule["months"])
    ended = of.values["ends_on"] is not None and of.values["ends_on"] < on
    said = "" if last is None else f"上次检查 {last}，已满一年。"
    return _Finding(
        "履约检查",
        recent or (ended and last is not None),
        last,
        f"{said}安排履约检查并向职代会报告；{rule['note']}{_article(terms, 'inspection')}",
        "performance_inspection",
        note=f"已检查 {len(dates)} 次",
    )


def _renewal(of: Round, terms: Terms, on: date) -> _Finding:
    ends, months, article = of.values["ends_on"], terms["renewal"]["months"], _article(terms, "renewal")
    if of.renewed_by:
        following = of.renewed_by[0]
        done_on = following["signed_on"] or following["offered_on"]
        return _Finding("续签", True, done_on, "", note="已启动下一轮协商")
    if ends is None:
        said = f"填写合同期限起止，期满前 {months} 个月提醒{article}"
        return _Finding("续签", False, None, said, field="starts_on")
    opens = months_before(ends, months)
    if on < opens:
        said = f"{ends} 期满；{opens} 起任何一方可提出续订，还有 {(opens - on).days} 天{article}"
        return _Finding("续签", False, None, said, open_on=opens)
    said = f"期满即终止，不自动顺延；任何一方可提出续订，请新建协商轮次{article}"
    return _Finding("续签", False, None, said, due=ends)
