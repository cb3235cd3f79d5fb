"""What a form is asked for: its wording, period and subject, who gets it, the date on it, who filled it in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QPushButton, QSizePolicy, QWidget

from desktop_app.records.fields import Day, Text
from desktop_app.records.registry import record_type
from desktop_app.services import forms
from desktop_app.services.forms import Asked, Form
from desktop_app.services.own_forms import drop_own_form, own_forms
from desktop_app.services.periods import Period, month, year
from desktop_app.services.recipients import Recipient, all_recipients
from desktop_app.ui.context import Context
from desktop_app.ui.inputs import LineInput

_AROUND_DATE = 60  # pixels of a row beside its label and date: gaps, frame, the calendar's button
_YEARS, _MONTHS = 6, 24  # how far back periods are offered
_ANYBODY = "不指定"


class FormChoices(QWidget):
    """``changed`` after each choice; what does not concern the form is not shown."""

    changed = Signal()
    dropped = Signal()  # an own form was deleted

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._kind = ""  # what the form shown is about
        self._period, self._subject, self._variant, self._recipient = (QComboBox() for _ in range(4))
        self.day = LineInput(Day("填报日期"), context)
        self._preparer = LineInput(Text("填表人", max_length=40), context)
        self._form: Form | None = None
        self.drop = QPushButton("删除这张表")
        self.drop.setProperty("role", "link")
        self.drop.setToolTip("这是您自己保存的表，用不着了可以删除")
        self.drop.clicked.connect(lambda: self._drop())
        self._make_layout()
        self.day.show_value(context.today())
        self._preparer.show_value(context.ledger.operator or None)
        for box in (self._period, self._subject, self._variant, self._recipient):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.day.typed.connect(self.changed)
        self._preparer.typed.connect(self.changed)

    def show_form(self, form: Form) -> None:
        """Offer what the form can be asked for; a choice that still fits stays."""
        self._form = form
        self._rows.setRowVisible(self.drop, any(form.code == each.code for each in own_forms(self._context.ledger)))
        self._offer_periods(form)
        self._offer_subjects(form)
        self._fill(self._variant, [(name, name) for name in form.variants])
        self._rows.setRowVisible(self._variant, bool(form.variants))
        self._offer_recipients(form)
        self._wrap()

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
    def variant(self) -> str:
        """The wording or layout chosen; '' for a form with one."""
        return self._variant.currentData() or ""

    @property
    def recipient(self) -> Recipient | None:
        """Who is to get it, or None."""
        chosen: Recipient | None = self._recipient.currentData()
        return chosen

    @property
    def on(self) -> date:
        """The date written on the form. Raises Rejected when what was typed is no date."""
        day = self.day.kind.parse(self.day.text(), self._context.today())
        return day if isinstance(day, date) else self._context.today()

    @property
    def asked(self) -> Asked:
        """All that a form is asked for. Raises Rejected when what was typed as 填报日期 is no date."""
        return {
            "on": self.on,
            "period": self.period,
            "about": self.about,
            "preparer": self.preparer,
            "recipient": self.recipient,
        }

    @property
    def preparer(self) -> str:
        """Who filled it in."""
        return self._preparer.text().strip()

    def choose_subject(self, record_id: int) -> None:
        """Choose the record the form is about; one that is not offered changes nothing."""
        found = self._subject.findData(record_id)
        if found >= 0:
            self._subject.setCurrentIndex(found)

    def choose(self, name: str, text: str) -> None:
        """Choose by the words shown: 写法 双栏, 报给 区总工会; unknown ones change nothing."""
        box = {"期间": self._period, "对象": self._subject, "写法": self._variant, "报给": self._recipient}[name]
        found = box.findText(text)
        if found >= 0:
            box.setCurrentIndex(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A date must be readable whole."""
        super().resizeEvent(event)
        self._wrap()

    def changeEvent(self, event: QEvent) -> None:
        """In large text too, which may come without another size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self._wrap)  # when the labels have their new size too

    def _wrap(self) -> None:
        """Labels stand above their inputs where beside them a date would be cut."""
        labels = [self._rows.labelForField(each) for each in (self._period, self._subject, self._recipient, self.day)]
        label = max(each.sizeHint().width() for each in labels if each is not None and not each.isHidden())
        is_wide = self.width() >= label + self.fontMetrics().horizontalAdvance("2026-11-22") + _AROUND_DATE
        policy = QFormLayout.RowWrapPolicy
        self._rows.setRowWrapPolicy(policy.DontWrapRows if is_wide else policy.WrapAllRows)

    def _make_layout(self) -> None:
        rows = QFormLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setLabelAlignment(Qt.AlignmentFlag.AlignRight)
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._about_label = QLabel()
        named = {"期间": self._period, "对象": self._subject, "写法": self._variant, "报给": self._recipient}
        for name, box in named.items():
            box.setAccessibleName(name)
            box.setMinimumContentsLength(6)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        rows.addRow("期间", self._period)
        rows.addRow(self._about_label, self._subject)
        rows.addRow("写法", self._variant)
        rows.addRow("报给", self._recipient)
        rows.addRow("填报日期", self.day)
        rows.addRow("填表人", self._preparer)
        rows.addRow("", self.drop)
        self._rows = rows
        # As narrow as the column is: else the rows would stay side by side and be cut off at the right.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

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
        self._about_label.setText(record_type(form.about).label if form.about else "对象")
        if form.about != self._kind:  # the number of another kind of record means nothing here
            self._subject.setCurrentIndex(-1)
        self._kind = form.about
        self._fill(self._subject, forms.subjects(self._context.ledger, form))
        self._rows.setRowVisible(self._subject, bool(form.about) and self._subject.count() > 0)

    def _offer_recipients(self, form: Form) -> None:
        takers = [each for each in all_recipients(self._context.ledger) if each.takes(form.code)]
        self._fill(self._recipient, [(None, _ANYBODY), *((each, each.name) for each in takers)])
        self._rows.setRowVisible(self._recipient, bool(takers))

    def _drop(self) -> None:
        """Delete an own form; nothing keeps a copy, so the officer is asked first."""
        form = self._form
        if form is None:
            return
        question = f"要删除“{form.title}”（{form.code}）这张表吗？删除后不能撤销；已经报送的文件还在报送台账里。"
        if self._context.messages.ask(question, "删除这张表"):
            drop_own_form(self._context.ledger, form.code)
            self._context.messages.toast(f"已删除“{form.title}”。")
            self.dropped.emit()

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
