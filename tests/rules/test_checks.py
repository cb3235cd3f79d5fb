"""The rules over one term of the committee."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from desktop_app.rules.checks import committee_findings

ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (date(2027, 12, 1), set()),
        (date(2027, 5, 1), {("R04", "hint")}),
        (date(2027, 1, 31), {("R04", "warning")}),
        (date(2026, 11, 21), {("R04", "error")}),
    ],
)
def test_the_end_of_a_term_is_announced_in_time(ends: date, expected: set[Any]) -> None:
    term = {"id": 1, "number": 5, "ends_on": ends}
    found = committee_findings(term, {"term_ends_on": ends}, ON)
    assert {(finding.rule, finding.severity) for finding in found} == expected
    assert next(f.rule for f in committee_findings(term, {"term_ends_on": date(2030, 1, 1)}, ON)) == "R02"
