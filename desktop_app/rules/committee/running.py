"""R06 and A8: women among the delegates of the workers' congress, and the two reports of every year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop_app.rules.committee.facts import Standing
from desktop_app.rules.findings import ERROR, HINT, WARNING, Finding, Place, found
from desktop_app.rules.parameters import Rulebook

_REPORTS = (("to_union_on", "向同级工会委员会"), ("to_upper_on", "向上级工会女职工委员会"))


def running_findings(of: Standing, book: Rulebook, on: date) -> Iterator[Finding]:
    """R06 by the latest counts, A8 for the year that is over."""
    yield from _women_in_congress(of, book)
    yield from _double_report(of, book, on)


def _women_in_congress(of: Standing, book: Rulebook) -> Iterator[Finding]:
    """By the counts of the day, and by the congress that voted last where it says something else. No fractions lost."""
    counts = of.headcount
    if counts is None or not counts["employee_count"] or counts["woman_worker_count"] is None:
        return
    here = Place("职工代表大会", "headcount_snapshot", counts["id"], "woman_delegate_count")
    told = [(counts["woman_delegate_count"], counts["congress_delegate_count"], here)]
    votes = [vote for vote in of.votes if vote["woman_delegate_count"] is not None and vote["delegate_count"]]
    for vote in sorted(votes, key=lambda v: (v["held_on"] or date.min, v["id"]))[-1:]:
        there = Place(vote["congress"] or "职代会表决", "congress_vote", vote["id"], "woman_delegate_count")
        told.append((vote["woman_delegate_count"], vote["delegate_count"], there))
    seen = set()
    for women, delegates, place in told:
        if women is None or not delegates or (women, delegates) in seen:
            continue
        seen.add((women, delegates))
        yield from _share(women, delegates, counts["woman_worker_count"], counts["employee_count"], place, book)


def _share(women: int, delegates: int, workers: int, everyone: int, place: Place, book: Rulebook) -> Iterator[Finding]:
    by = book["congress_women"]
    if by.value is None or women * everyone >= workers * delegates:
        return
    needed = -(-workers * delegates // everyone)
    said = (
        f"代表 {delegates} 人中女代表 {women} 人（{_percent(women, delegates)}），"
        f"低于女职工占职工的比例（{workers}/{everyone}，{_percent(workers, everyone)}），至少应有 {needed} 人"
    )
    yield found("R06", ERROR if by.value == "不低于" else WARNING, said, by, place)


def _percent(part: int, whole: int) -> str:
    """With one decimal, cut off, so that a share that is too small never looks large enough."""
    tenths = part * 1000 // whole
    return f"{tenths // 10}.{tenths % 10}%"


def _double_report(of: Standing, book: Rulebook, on: date) -> Iterator[Finding]:
    """A8: last year's two reports, where the term in office was there to give them and reports are kept here at all."""
    by, year = book["double_report"], on.year - 1
    term = of.in_office
    if by.value is None or not of.reports or term is None or term.values["starts_on"] > date(year, 12, 31):
        return
    reports = [report for report in of.reports if report["year"] == year]
    lacks = [(field, what) for field, what in _REPORTS if not any(report[field] for report in reports)]
    if lacks:
        place = Place(f"{year}年双报告", "work_report", reports[0]["id"] if reports else 0, lacks[0][0])
        said = f"{year} 年没有登记{'、'.join(what for _, what in lacks)}的报告"
        yield found("A8", HINT, said, by, place)
