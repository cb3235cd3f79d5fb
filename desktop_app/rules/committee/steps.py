"""A1-A7, B1 and B2: where the forming of one term stands, as the records tell it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop_app.records.base import Values
from desktop_app.rules.committee.facts import COMMITTEE, DIRECTOR, Term
from desktop_app.rules.deadlines import opens
from desktop_app.rules.draft import Draft, first, lacking
from desktop_app.rules.parameters import Rulebook
from desktop_app.rules.procedure import Step

_KIND = "committee_term"
_FORMING = ("A1", "A2", "A3", "A4")


def steps(of: Term, book: Rulebook, on: date) -> list[Step]:
    """Every step in order. One is open when all before it are passed.

    A date further on, or a term that runs, shows that the way went past an empty step, which then counts as done.
    """
    drafts = [*_before(of, book, on), *_after(of, book)]
    reached = max((n for n, draft in enumerate(drafts) if draft.shows_the_way), default=-1)
    if of.has_begun(on):
        reached = max(reached, len(_FORMING))
    passed = [n < reached and not draft.is_done for n, draft in enumerate(drafts)]
    following = next((n for n, draft in enumerate(drafts) if not draft.is_done and not passed[n]), len(drafts))
    made = [
        draft.step(of.values["id"], on, is_open=n <= following, is_passed=passed[n]) for n, draft in enumerate(drafts)
    ]
    changes = (_change(change, book) for change in of.changes)
    return made + [draft.step(of.values["id"], on, is_open=True, is_passed=False) for draft in changes]


def _before(of: Term, book: Rulebook, on: date) -> Iterator[Draft]:
    """A1-A4: prepared and asked for, allowed, candidates named, formed."""
    values = of.values
    yield Draft(
        "A1",
        "筹备",
        values["requested_on"] is not None,
        "工会委员会研究换届（成立），与工会委员会同时筹备，并向上级工会请示",
        book["three_together"],
        done_on=values["requested_on"],
        told="已请示",
        missing=lacking((values["prepared_on"], "筹备日期"), (values["requested_on"], "请示日期")),
        forms=("ZZ-01",),
        place=_KIND,
        field=first(values.get, "prepared_on", "requested_on"),
    )
    yield Draft(
        "A2",
        "获批启动",
        values["request_approved_on"] is not None,
        "等上级工会同意换届（成立）的批复，没有批复不选举",
        book["election_request"],
        done_on=values["request_approved_on"],
        told=values["request_approval_number"] or "已批复同意",
        missing=lacking((values["request_approved_on"], "批复日期"), (values["request_approval_number"], "批复文号")),
        forms=("ZZ-01",),
        place=_KIND,
        field=first(values.get, "request_approved_on", "request_approval_number"),
    )
    yield _nomination(of, book, on)
    yield _election(of, book, on)


def _nomination(of: Term, book: Rulebook, on: date) -> Draft:
    values, directors = of.values, of.directors(on)
    return Draft(
        "A3",
        "提名",
        values["nominated_on"] is not None,
        "同级工会委员会提名委员和主任候选人，征求女职工意见；主任候选人应同时是工会委员会委员候选人",
        book["director"],
        done_on=values["nominated_on"],
        told="已提名",
        missing=lacking(
            (of.members, "候选人名单"),
            (directors or of.form != COMMITTEE or None, "主任候选人"),
            (values["nominated_on"], "提名日期"),
        ),
        forms=("ZZ-02",),
        place="committee_member" if not of.members else _KIND,
        field="nominated_on" if of.members else "",
    )


def _election(of: Term, book: Rulebook, on: date) -> Draft:
    election, formed, red = of.election, of.formed_on, book["term_red"].period
    over = of.previous["ends_on"] if of.previous else None
    opens_on = of.values["request_approved_on"] or (opens(over, red) if over and red else None)
    counted = election["due_count"] and election["present_count"] if election else None
    return Draft(
        "A4",
        "产生",
        formed is not None,
        f"召开会议选举（协商产生）委员和主任{f'，上届任期到 {over}' if over else ''}",
        book["committee_term"],
        done_on=formed,
        told="已产生",
        missing=lacking(
            (of.values["request_approved_on"], "同意换届（成立）的批复"),
            (formed, "选举日期"),
            (counted, "应到和实到人数"),
        ),
        due=over,
        opens_on=opens_on,
        consequence="上届任期届满还没有换届",
        forms=("ZZ-03", "ZZ-10"),
        place="election",
        field=first(election.get, "held_on", "due_count", "present_count") if election else "held_on",
        is_counted=False,
    )


def _after(of: Term, book: Rulebook) -> Iterator[Draft]:
    """A5-A7: reported with the union committee, approved, and a member of the women's federation."""
    values = of.values
    yield Draft(
        "A5",
        "报批",
        values["submitted_on"] is not None,
        "选举（协商）结果与工会委员会的同时报上级工会",
        book["three_together"],
        done_on=values["submitted_on"],
        told="已报批",
        missing=lacking((values["submitted_on"], "报批日期"), (of.members, "委员名单")),
        forms=("ZZ-03", "ZZ-05"),
        place=_KIND,
        field="submitted_on",
    )
    yield Draft(
        "A6",
        "批复归档",
        values["approved_on"] is not None,
        "收到上级工会的批复后登记文号，排委员分工，文书归档",
        book["three_together"],
        done_on=values["approved_on"],
        told=values["approval_number"] or "已批复",
        missing=lacking((values["approved_on"], "批复日期"), (values["approval_number"], "批复文号")),
        forms=("ZZ-05", "ZZ-09"),
        place=_KIND,
        field=first(values.get, "approved_on", "approval_number"),
    )
    joined = values["federation_joined_on"]
    yield Draft(
        "A7",
        "团体会员",
        joined is not None,
        "通过县以上地方工会联系妇联，登记为团体会员",
        book["federation"],
        done_on=joined,
        told="已登记为妇联团体会员",
        missing=lacking((joined, "登记日期")),
        place=_KIND,
        field="federation_joined_on",
        proves=False,
    )


def _change(change: Values, book: Rulebook) -> Draft:
    """B1 of a member, B2 of the director: reviewed by the union committee, reported, approved."""
    is_director = DIRECTOR in (change["out_post"] if change["out_person_id"] else "", change["in_post"])
    what = "主任变动" if is_director else "委员变动"
    fields = ("in_person_id", "reviewed_on", "reported_on", "approved_on")
    wanted = ("拟任人选", "工会委员会审议日期", "报上级工会日期", "上级工会批复")
    return Draft(
        "B2" if is_director else "B1",
        what,
        change["approved_on"] is not None,
        "提出人选，经工会委员会审议，报上级工会批复",
        book["by_election"],
        done_on=change["approved_on"],
        told=change["approval_number"] or "已批复",
        missing=lacking(*((change[field], words) for field, words in zip(fields, wanted, strict=True))),
        forms=("ZZ-16",),
        place="member_change",
        field=first(change.get, *fields),
        is_aside=True,
    )
