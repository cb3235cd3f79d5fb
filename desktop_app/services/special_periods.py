"""The special-period ledger: what is found in it and what falls due, always without names."""

from __future__ import annotations

from datetime import date

from desktop_app.ledger.ledger import Ledger
from desktop_app.records.base import Values
from desktop_app.rules.duties import Duty
from desktop_app.rules.findings import Finding
from desktop_app.rules.protected_time import Protection
from desktop_app.rules.protection import findings_of, no_posts, post_findings
from desktop_app.rules.protection_duties import duties_of
from desktop_app.services.entitlements import hazards
from desktop_app.services.lines import lines
from desktop_app.services.listing import Listing, count
from desktop_app.services.rulebook import rulebook

KIND = "special_period"
_NO_POSTS = "no_hazard_posts"  # a setting: she has said that the unit has none


def findings(ledger: Ledger, on: date) -> list[Finding]:
    """R26, R28-R30, R32 and R36, by the number of the entry."""
    book = rulebook(ledger)
    posts = lines(ledger, "hazard_post", {})
    found: list[Finding] = []
    for post in posts:
        found += post_findings(post, hazards(), book)
    if not posts and ledger.setting(_NO_POSTS) != "yes" and _has_people(ledger):
        found.append(no_posts(book))
    for values in lines(ledger, KIND, {}, order=("id",)):
        of = Protection(values, book)
        found += findings_of(of, hazards(), _posts_of(ledger, values, posts), on)
    return found


def duties(ledger: Ledger, on: date) -> list[Duty]:
    """When protection begins, leave and nursing end and entries are to be deleted, as of ``on``."""
    book = rulebook(ledger)
    return [
        duty.seen_on(on)
        for values in lines(ledger, KIND, {}, order=("id",))
        for duty in duties_of(Protection(values, book), on)
    ]


def confirm_no_posts(ledger: Ledger) -> None:
    """Remember that the unit has no post that is forbidden work: the reminder to list them stops."""
    ledger.remember(**{_NO_POSTS: "yes"})


def _has_people(ledger: Ledger) -> bool:
    return count(ledger, Listing("person")) > 0


def _posts_of(ledger: Ledger, values: Values, posts: list[Values]) -> list[Values]:
    """The post she is registered at; else those of the list that bear the name of her post in the roster."""
    if values.get("post_id"):
        return [post for post in posts if post["id"] == values["post_id"]]
    people = lines(ledger, "person", {"id": values.get("person_id")}) if posts else []
    return [
        post
        for person in people
        for post in posts
        if post["post"]
        and post["post"] == person["position"]
        and post["department"] in (None, "", person["department"])
    ]
