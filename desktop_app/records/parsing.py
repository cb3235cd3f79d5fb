"""From what was typed to what is kept: one function for editors, imports and scripts alike."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from desktop_app.errors import Rejected
from desktop_app.records.base import Problem, RecordType, Values
from desktop_app.records.fields import Value


def parse_record(record_type: RecordType, given: Mapping[str, object], on: date) -> tuple[Values, list[Problem]]:
    """Values of ``given`` (texts or sheet cells by field name) and every problem found; faulty fields are left out.

    Fields not given stay out of the values, save those that follow from others (``RecordType.complete``).
    """
    values: Values = {}
    problems: list[Problem] = []
    for name, cell in given.items():
        try:
            values[name] = record_type.fields[name].read(cell, on)
        except Rejected as fault:
            problems.append(Problem(name, str(fault)))
    faulty = {problem.field for problem in problems}
    values = record_type.complete(values)
    return values, problems + [p for p in check_record(record_type, values, set(given)) if p.field not in faulty]


def check_record(record_type: RecordType, values: Mapping[str, Value], given: set[str] | None = None) -> list[Problem]:
    """Missing required fields (of ``given``, or of all) and the type's own rules across fields."""
    missing = [
        Problem(name, "必须填写")
        for name, kind in record_type.fields.items()
        if kind.required and (given is None or name in given) and values.get(name) in (None, "")
    ]
    return missing + record_type.faults(values)


def with_defaults(record_type: RecordType, values: Mapping[str, Value]) -> Values:
    """All fields of a new record: ``values`` over the declared defaults."""
    return {
        name: values[name] if values.get(name) is not None else kind.default
        for name, kind in record_type.fields.items()
    }
