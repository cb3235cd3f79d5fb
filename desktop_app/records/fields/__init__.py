"""The kinds of field: each knows how its value is typed, shown and stored, and nothing else does."""

from __future__ import annotations

from desktop_app.records.fields.choices import Choice, Choices, YesNo
from desktop_app.records.fields.codes import Code, IdNumber, Phone, Uscc, born_on, gender_of
from desktop_app.records.fields.kind import Kind, Value, to_json
from desktop_app.records.fields.moments import Day, MonthKind, Time
from desktop_app.records.fields.quantities import Amount, Measure, Number
from desktop_app.records.fields.text import Link, LongText, Text

__all__ = [
    "Amount", "Choice", "Choices", "Code", "Day", "IdNumber", "Kind", "Link", "LongText", "Measure", "MonthKind",
    "Number", "Phone", "Text", "Time", "Uscc", "Value", "YesNo", "born_on", "gender_of", "to_json",
]  # fmt: skip
