"""Where one round stands: S0-S17 in the order of the province, with what occurs aside, as the records tell it."""

from __future__ import annotations

from datetime import date

from desktop_app.rules.contract.facts import Round
from desktop_app.rules.contract.keeping import keeping
from desktop_app.rules.contract.passing import passing
from desktop_app.rules.contract.talks import talks
from desktop_app.rules.draft import Draft
from desktop_app.rules.parameters import Rulebook
from desktop_app.rules.procedure import Step

# What the logic check calls the rule of a step.
_RULES = {
    "S2": "R12",
    "S2x": "R12",
    "S3": "R07",
    "S3b": "R13",
    "S5p": "R15",
    "S8": "R17",
    "S8x": "R17",
    "S9": "R18",
    "S10": "R19",
    "S11": "R20",
    "S12": "R20",
    "S13": "R23",
    "S16": "R22",
}


def steps(of: Round, book: Rulebook, on: date) -> list[Step]:
    """Every step in order. One is open when all that comes before it is passed.

    Records are filled in as life goes: a date further on shows that the way went past an empty one, which then counts
    as done and says what it lacks, unless only its own record can show it (a vote that failed, publication).
    """
    drafts = [*talks(of, book, on), *passing(of, book, on), *keeping(of, book, on)]
    in_line = [n for n, draft in enumerate(drafts) if not draft.is_aside]
    reached = max((n for n in in_line if drafts[n].shows_the_way), default=-1)
    if of.is_only_registered(on):
        reached = max(reached, next(n for n in in_line if drafts[n].code == "S12") + 1)
    following = next((n for n in in_line if n > reached and not _is_passed(drafts, n, reached)), len(drafts))
    return [
        draft.step(
            of.values["id"],
            on,
            is_open=n <= following,
            is_passed=_is_passed(drafts, n, reached),
            rule=_RULES.get(draft.code, ""),
        )
        for n, draft in enumerate(drafts)
    ]


def _is_passed(drafts: list[Draft], place: int, reached: int) -> bool:
    draft = drafts[place]
    return place < reached and not draft.is_done and not draft.is_aside and draft.is_passable
