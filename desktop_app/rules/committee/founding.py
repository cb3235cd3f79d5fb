"""R01: whether there must be a committee; below the number, whether there must be a member for women workers (A1)."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.rules.committee.facts import COMMITTEE, Standing
from desktop_app.rules.findings import ERROR, HINT, Finding, Place, found
from desktop_app.rules.parameters import Rulebook

_FIELDS = {"女会员": "woman_member_count", "女职工": "woman_worker_count"}


def founding_findings(of: Standing, book: Rulebook) -> Iterator[Finding]:
    """R01 by the province's number and way of counting; A1 where fewer women must have 女职工委员."""
    by, counting = book["committee_threshold"], str(book.value("committee_counting") or "女会员")
    has_committee = of.in_office is not None and of.in_office.form == COMMITTEE
    if by.value is None or has_committee:
        return
    threshold = int(by.value)
    women, told = _counted(of, counting)
    if women is None or (women < threshold and told.startswith("花名册")):
        yield _asked(of, counting, threshold, book)
    elif women >= threshold:
        yield _must_found(of, f"{told}，达到 {threshold} 人", book)
    elif of.in_office is None and book.value("single_member_required") == "应当":
        said = f"{told}，不足 {threshold} 人，应当在工会委员会中设女职工委员，还没有登记"
        yield found("A1", ERROR, said, book["single_member_required"], Place("女职工委员", "committee_term"))


def must_be_founded(of: Standing, book: Rulebook) -> bool:
    """Whether as many women are known as ask for a committee."""
    women, _ = _counted(of, str(book.value("committee_counting") or "女会员"))
    threshold = book["committee_threshold"].value
    return women is not None and threshold is not None and women >= int(threshold)


def _counted(of: Standing, counting: str) -> tuple[int | None, str]:
    """So many women by the way of counting, and how that is known."""
    count = of.headcount[_FIELDS[counting]] if of.headcount else None
    if of.headcount and count is not None:
        return count, f"{of.headcount['counted_on']} {counting} {count} 人"
    listed = of.listed.get(counting, 0)
    return (listed, f"花名册上{counting} {listed} 人") if listed else (None, "")


def _must_found(of: Standing, told: str, book: Rulebook) -> Finding:
    by = book["committee_threshold"]
    if of.in_office is None:
        said = f"{told}，应建立女职工委员会，还没有登记在任的一届"
        return found("R01", ERROR, said, by, Place(COMMITTEE, "committee_term"))
    said = f"{told}，应建立女职工委员会，现在只设女职工委员"
    return found("R01", ERROR, said, by, of.in_office.place.at("form"))


def _asked(of: Standing, counting: str, threshold: int, book: Rulebook) -> Finding:
    said = f"请填人数里的{counting}数：{counting} {threshold} 人以上应建立女职工委员会，现在还看不出"
    record_id = of.headcount["id"] if of.headcount else 0
    place = Place("人数", "headcount_snapshot", record_id, _FIELDS[counting])
    return found("R01", HINT, said, book["committee_threshold"], place)
