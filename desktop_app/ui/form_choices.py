"""What a form is asked for: its period, what it is about, the date written on it, who filled it in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QSizePolicy, QWidget

from desktop_app.records.fields import Day, Text
from desktop_app.services import forms
from desktop_app.services.forms import Form
from desktop_app.services.periods import Period, month, year
from desktop_app.ui.context import Context
from desktop_app.ui.inputs import LineInput

_BESIDE = 14  # Chinese characters of width from which a label stands beside its input, not above it
_YEARS, _MONTHS = 6, 24  # how far back periods are offered
_ABOUT = {
    "meeting": "会议",
    "committee_term": "届次",
    "negotiation": "协商轮次",
    "nursing_room": "哺乳室",
    "person": "人员",
}


class FormChoices(QWidget):
    """``changed`` after each choice; what does not concern the form is not shown."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._period, self._subject = QComboBox(), QComboBox()
        self.day = LineInput(Day("填报日期"), context)
        self._preparer = LineInput(Text("填表人", max_length=40), context)
        self._make_layout()
        self.day.show_value(context.today())
        self._preparer.show_value(context.ledger.operator or None)
        self._period.currentIndexChanged.connect(lambda _: self.changed.emit())
        self._subject.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.day.typed.connect(self.changed)
        self._preparer.typed.connect(self.changed)

    def show_form(self, form: Form) -> None:
        """Offer what the form can be asked for; a choice that still fits stays."""
        self._offer_periods(form)
        self._offer_subjects(form)

    @property
    def period(self) -> Period | None:
        """The period chosen, or None for a form without one."""
        chosen: Period | None = self._period.currentData()
        return chosen

    @property
    def about(self) -> int | None:
        """The id of the record chosen, or None."""
        chosen: int | None = self._subject.currentData()
        return chosen

    @property
    def on(self) -> date:
        """The date written on the form. Raises Rejected when what was typed is no date."""
        day = self.day.kind.parse(self.day.text(), self._context.today())
        return day if isinstance(day, date) else self._context.today()

    @property
    def preparer(self) -> str:
        """Who filled it in."""
        return self._preparer.text().strip()

    def choose_period(self, label: str) -> None:
        """Choose the period written so; an unknown one changes nothing."""
        found = self._period.findText(label)
        if found >= 0:
            self._period.setCurrentIndex(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A date must be readable whole, in large text too."""
        super().resizeEvent(event)
        is_wide = self.width() >= _BESIDE * self.fontMetrics().horizontalAdvance("汉")
        policy = QFormLayout.RowWrapPolicy
        self._rows.setRowWrapPolicy(policy.DontWrapRows if is_wide else policy.WrapAllRows)

    def _make_layout(self) -> None:
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._about_label = QLabel()
        for box, name in ((self._period, "期间"), (self._subject, "对象")):
            box.setAccessibleName(name)
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows.addRow("期间", self._period)
        rows.addRow(self._about_label, self._subject)
        rows.addRow("填报日期", self.day)
        rows.addRow("填表人", self._preparer)
        self._rows = rows

    def _offer_periods(self, form: Form) -> None:
        today = self._context.today()
        months = [divmod(today.year * 12 + today.month - 1 - back, 12) for back in range(_MONTHS)]
        offers = {
            "none": [],
            "year": [year(today.year - back) for back in range(_YEARS)],
            "month": [month(of_year, index + 1) for of_year, index in months],
        }[form.period]
        self._fill(self._period, [(period, period.label) for period in offers])
        self._rows.setRowVisible(self._period, bool(offers))

    def _offer_subjects(self, form: Form) -> None:
        self._about_label.setText(_ABOUT.get(form.about, "对象"))
        self._fill(self._subject, forms.subjects(self._context.ledger, form))
        self._rows.setRowVisible(self._subject, bool(form.about) and self._subject.count() > 0)

    def _fill(self, box: QComboBox, offers: Sequence[tuple[object, str]]) -> None:
        kept = box.currentData()
        box.blockSignals(True)
        box.clear()
        for value, text in offers:
            box.addItem(text, value)
        values = [value for value, _ in offers]
        box.setCurrentIndex(values.index(kept) if kept in values else 0 if values else -1)
        box.setToolTip(box.currentText())
        box.blockSignals(False)
