"""换届第二步: the number, the dates and the seats of the next term, and the meeting that elects it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.errors import Rejected
from desktop_app.records.base import Values
from desktop_app.records.registry import record_type
from desktop_app.rules.committee.terms import end_of
from desktop_app.services.re_election import Proposal
from desktop_app.ui.context import Context
from desktop_app.ui.inputs import input_for
from desktop_app.ui.sheet import Sheet, words

_TERM = ("number", "form", "formed_by", "starts_on", "ends_on", "seat_count", "deputy_seat_count")
_ELECTION = ("meeting", "planned_on", "place", "method")


class DatesSheet(QWidget):
    """``term`` and ``election`` are what was typed, by field name."""

    def __init__(self, context: Context, proposal: Proposal) -> None:
        super().__init__()
        self._context, self._proposal = context, proposal
        self.inputs = {
            name: input_for(record_type(kind).fields[name], context)
            for kind, names in (("committee_term", _TERM), ("election", _ELECTION))
            for name in names
        }
        self.length = QComboBox()
        self.length.setAccessibleName("任期几年")
        for years in proposal.lengths:
            self.length.addItem(f"{years} 年", years)
        self._note = words("")
        self._make_layout()
        self._show(proposal)
        self.length.activated.connect(lambda _: self._count_end())
        self.inputs["starts_on"].left.connect(self._count_end)
        self.inputs["ends_on"].left.connect(self._tell)

    @property
    def term(self) -> dict[str, str]:
        """What was typed for the term."""
        return {name: self.inputs[name].text() for name in _TERM}

    @property
    def election(self) -> dict[str, str]:
        """What was typed for the election."""
        return {name: self.inputs[name].text() for name in _ELECTION}

    @property
    def note(self) -> str:
        """How the term's end stands to the union's."""
        return self._note.text()

    def point_at(self, field: str) -> bool:
        """Put the cursor where something is to be mended; False where that is not here."""
        for name, place in self.inputs.items():
            place.mark("error" if name == field else "")
        if field in self.inputs:
            self.inputs[field].setFocus()
        return field in self.inputs

    def _show(self, proposal: Proposal) -> None:
        given: Values = proposal.term | proposal.election
        for name, place in self.inputs.items():
            kind = place.kind
            place.show_value(given[name] if given.get(name) is not None else kind.default)
        starts, ends = proposal.term["starts_on"], proposal.term["ends_on"]
        fitting = [n for n, years in enumerate(proposal.lengths) if end_of(starts, years) == ends]
        self.length.setCurrentIndex(fitting[0] if fitting else -1)
        self._tell()

    def _day(self, name: str) -> date | None:
        """What was typed as a day; None while it is none."""
        place = self.inputs[name]
        try:
            day: date | None = place.kind.parse(place.text(), self._context.today())
        except Rejected:
            return None
        return day

    def _count_end(self) -> None:
        """The last day of the term, once its first day and its length are chosen."""
        starts, years = self._day("starts_on"), self.length.currentData()
        if starts and years:
            self.inputs["ends_on"].show_value(end_of(starts, years))
        self._tell()

    def _tell(self) -> None:
        starts, ends, union = self._day("starts_on"), self._day("ends_on"), self._proposal.union_ends_on
        if union is None:
            said = "任期应与工会委员会相同。在“单位概况”填了工会委员会的任期，这里就能对照。"
        elif starts and union <= starts:
            said = f"工会委员会本届到 {union} 届满：同时换届后，请在“单位概况”把它的新任期也改过来。"
        else:
            said = f"工会委员会任期到 {union}，" + ("与这里一致。" if ends == union else "与这里不一致，任期应相同。")
        self._note.setText(said)

    def _make_layout(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for title, names in (("届次与任期", _TERM), ("选举（协商）会议", _ELECTION)):
            sheet = Sheet(title)
            rows = QFormLayout()
            for name in names:
                rows.addRow(self._label(name), self._beside(name))
            sheet.body.addLayout(rows)
            if names == _TERM:
                sheet.body.addWidget(self._note)
            column.addWidget(sheet)
        column.addStretch(1)
        places = list(self.inputs.values())
        for here, following in pairwise(places):
            here.forward.connect(following.setFocus)
            following.back.connect(here.setFocus)

    def _label(self, name: str) -> str:
        kind = self.inputs[name].kind
        return kind.label + (" *" if kind.required else "")

    def _beside(self, name: str) -> QWidget:
        """An input; beside the first day the length of the term is chosen."""
        if name != "starts_on":
            return self.inputs[name]
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.inputs[name], 1)
        row.addWidget(self.length)
        return line
