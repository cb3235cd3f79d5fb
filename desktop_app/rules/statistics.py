"""审核关系 of TJ-01: what the yearly statistics must not contradict before they are handed in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from desktop_app.records.fields import Value
from desktop_app.rules.findings import ERROR, Finding

_FORM = "工会女职工工作情况年度统计表"
_SOURCE = "年度统计表的审核关系（通用口径，以上级通知为准）"

# By number, after the forms survey, TJ-01 勾稽: a part and its whole, a sum and its two parts, an area and its rooms.
_PARTS = {1: ("02", "01"), 2: ("04", "03"), 3: ("04", "02"), 5: ("20", "19"), 7: ("35", "34")}
_SUMS = {4: ("07", "08", "09"), 6: ("24", "25", "26")}
_AREAS = {8: ("43", "42")}
_COMPARED: Mapping[int, tuple[str, ...]] = {**_PARTS, **_SUMS, **_AREAS}

# The codes that the checks compare.
CHECKED = tuple(dict.fromkeys(code for codes in _COMPARED.values() for code in codes))


def check_figures(figures: Mapping[str, Value], names: Mapping[str, str]) -> list[Finding]:
    """What contradicts in the figures by code, in the order of the form. ``names`` are the indicators' names.

    A figure that is left blank contradicts nothing, but rooms without any area do (42 > 0 asks 43 > 0).
    """
    said = {code: f"{code} {names[code].removeprefix('其中：')}" for code in CHECKED if code in names}
    known = {code: value for code, value in figures.items() if value is not None}
    found = dict([*_parts(known, said), *_sums(known, said), *_areas(known, said)])
    return [Finding(f"TJ-01-{number}", "L6", ERROR, _FORM, found[number], _SOURCE) for number in sorted(found)]


def codes_of(finding: Finding) -> tuple[str, ...]:
    """The codes that a finding speaks of, the one to look at first in front."""
    return _COMPARED[int(finding.rule.rpartition("-")[2])]


def _parts(known: Mapping[str, Any], said: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for number, (part, whole) in _PARTS.items():
        if part in known and whole in known and known[part] > known[whole]:
            yield number, f"{said[part]} {known[part]} 大于 {said[whole]} {known[whole]}"


def _sums(known: Mapping[str, Any], said: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for number, (whole, one, other) in _SUMS.items():
        if {whole, one, other} <= known.keys() and known[one] + known[other] != known[whole]:
            parts = f"{said[one]} {known[one]} 加 {said[other]} {known[other]}"
            yield number, f"{said[whole]} {known[whole]} 不等于 {parts}"


def _areas(known: Mapping[str, Any], said: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for number, (area, rooms) in _AREAS.items():
        if known.get(rooms) and not known.get(area):
            fault = "为 0" if area in known else "没有填"
            yield number, f"{said[rooms]} {known[rooms]}，而 {said[area]}{fault}"
