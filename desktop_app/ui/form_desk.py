"""做表: every form, what it still lacks, the paper itself, and the files that are made or handed in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import BanbiantianError, Rejected
from desktop_app.rules.findings import Finding
from desktop_app.services import forms
from desktop_app.services.checking import Standing, errors_in, findings_of, standings
from desktop_app.services.forms import FigurePlace, Form, Missing, Paper, Readiness
from desktop_app.ui.comparison_list import ComparisonList
from desktop_app.ui.context import Context, Progress
from desktop_app.ui.figure_list import FigureList
from desktop_app.ui.form_buttons import FormButtons, button
from desktop_app.ui.form_choices import FormChoices
from desktop_app.ui.form_list import FormList
from desktop_app.ui.form_maker import FormMaker
from desktop_app.ui.form_sender import FormSender
from desktop_app.ui.letter_editor import LetterEditor
from desktop_app.ui.made_files import MadeFiles
from desktop_app.ui.missing_list import MissingList
from desktop_app.ui.pdf_print import print_pdf
from desktop_app.ui.pdf_view import Mark, PdfView

_QUIET = 250  # ms without a change before the preview is made anew
_OPENS = "点一下，看这个数由哪些记录得来"
_LIST, _CHOICES = 8, 13  # Chinese characters of width below which list and choices cannot be read


@dataclass(frozen=True)
class _Made:
    """What was asked for under a number: what it lacks, what was found in it, and its paper."""

    number: int
    readiness: Readiness
    findings: list[Finding]
    paper: Paper


class FormDesk(QWidget):
    """List, choices and paper side by side. ``findings_wanted`` carries a form and what it is asked for."""

    findings_wanted = Signal(object, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._all = {form.code: form for form in forms.all_forms(context.ledger)}
        self._form: Form = next(iter(self._all.values()))
        self._shown = -1  # number of the preview in view
        self._wanted = 0  # number of the newest preview asked for; older ones that come late are dropped
        self._make_list()
        self._make_choices()
        self._make_buttons()
        self._make_preview()
        self._make_layout()

    def reload(self) -> None:
        """Check every form anew and show the present one."""
        known = {form.code: form for form in forms.all_forms(self.context.ledger)}
        if known.keys() != self._all.keys():
            self._all = known
            self.list.show_forms(list(known.values()))
            self._form = known.get(self._form.code, known[self.list.first])
        self.choices.show_form(self._form)
        self.list.choose(self._form.code)
        self._check_all()
        self._ask_preview()

    def choose(self, code_or_kind: str, about: int = 0) -> None:
        """Choose the form of that code, or the first about that kind of record; ``about`` one of its records."""
        fitting = [form for form in self._all.values() if code_or_kind in (form.code, form.about)]
        if fitting:
            self.list.choose(fitting[0].code)
            if about and self._form.code == fitting[0].code:  # else changed words hold the officer
                self.choices.choose_subject(about)

    def leave(self) -> bool:
        """Whether the desk may be left: changed words of a letter not yet kept hold the officer."""
        return self._words.leave()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs wider parts."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_parts()

    def make(self, outputs: tuple[str, ...], blank_rows: int | None = None) -> None:
        """Write the form chosen into a folder."""
        if self._words.leave():
            self._maker.make(self._wanted_form, self.choices, outputs, blank_rows)

    def make_blank(self, lines: int) -> None:
        """Write the form chosen without data, with so many lines where it has lines."""
        self.make(self._wanted_form.outputs, lines if self._form.min_rows else 0)

    def make_all(self) -> None:
        """Write every form, or all that the recipient takes, into a folder."""
        if self._words.leave():
            self._maker.make_all(list(self._all.values()), self.choices)

    def hand_in(self) -> None:
        """报送: freeze the form chosen and enter it in the register."""
        if self._words.leave():
            self._sender.hand_in(self._wanted_form, self.choices, self._lacking, self._faults)

    def hand_in_all(self) -> None:
        """报送 every form that the recipient chosen takes and that has no gaps."""
        if self._words.leave():
            self._sender.hand_in_all(list(self._all.values()), self.choices)

    @property
    def _wanted_form(self) -> Form:
        """The form chosen, in the wording chosen."""
        variant = self.choices.variant
        return self._form.as_variant(variant if variant in self._form.variants else "")

    def _make_list(self) -> None:
        self.list = FormList()
        self.list.show_forms(list(self._all.values()))
        self._form = self._all[self.list.first]
        self.list.chosen.connect(self._choose)

    def _make_choices(self) -> None:
        self._title, self._recipient = QLabel(), QLabel()
        self._title.setProperty("role", "section")
        self._recipient.setProperty("role", "hint")
        for label in (self._title, self._recipient):
            label.setWordWrap(True)
        self.choices = FormChoices(self.context)
        self.choices.changed.connect(self._ask_preview)
        self._missing = MissingList(self.context)
        self._missing.findings_wanted.connect(self._show_findings)

    def _make_buttons(self) -> None:
        self._buttons = FormButtons()
        self._buttons.printed.connect(self._print_paper)
        self._buttons.sent.connect(self.hand_in)
        self._buttons.made.connect(self.make)
        self._buttons.blank.connect(self.make_blank)
        self._everything = button("全部导出", "", self.make_all)
        self._send_all = button("成批报送", "", self.hand_in_all)

    def _make_preview(self) -> None:
        self._preview = PdfView()
        self._preview.pointed.connect(self._open_figure)
        self._opened: tuple[FigurePlace, ...] = ()
        self._words = LetterEditor(self.context)
        self._words.kept.connect(self._ask_preview)
        self._figures = FigureList(self.context)
        self._since = ComparisonList(self.context)
        self._paper = QTabWidget()
        self._paper.setDocumentMode(True)
        for widget, title in (
            (self._preview, "预览"),
            (self._words, "改文字"),
            (self._figures, "数从哪里来"),
            (self._since, "与上次相比"),
        ):
            self._paper.addTab(widget, title)
        self._paper.currentChanged.connect(lambda _: self._show_side())
        self._made = MadeFiles()
        self._maker = FormMaker(self.context, self._made.show_paths)
        self._sender = FormSender(self.context, self._made.show_paths)
        self._lacking: list[Missing] = []
        self._faults: list[Finding] = []
        self._timer = QTimer(self, singleShot=True, interval=_QUIET)
        self._timer.timeout.connect(self._make_pdf)

    def _make_layout(self) -> None:
        self._left, self._middle = QWidget(), QFrame()
        self._middle.setProperty("role", "sheet")
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self._asked(), 1)
        column.addWidget(self._buttons)
        side = QVBoxLayout(self._left)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.list, 1)
        batch = QHBoxLayout()
        batch.addWidget(self._everything)
        batch.addWidget(self._send_all)
        side.addLayout(batch)
        split = QSplitter(Qt.Orientation.Horizontal)
        for widget, share in ((self._left, 25), (self._middle, 29), (self._paper, 46)):
            split.addWidget(widget)
            split.setStretchFactor(split.count() - 1, share)
        split.setSizes([250, 290, 460])
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._made)
        outer.addWidget(split, 1)
        self._fit_parts()

    def _fit_parts(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("汉")
        self._left.setMinimumWidth(_LIST * letter)
        self._middle.setMinimumWidth(_CHOICES * letter)

    def _asked(self) -> QScrollArea:
        """Everything about the form chosen; on a low screen it scrolls while the buttons stay."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 4, 0)
        for widget in (self._title, self._recipient, self.choices, self._missing):
            column.addWidget(widget)
        column.addStretch(1)
        area = QScrollArea()
        area.setProperty("role", "plain")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        return area

    # What is shown

    def _show_findings(self) -> None:
        self.findings_wanted.emit(self._wanted_form, self.choices.asked)

    def _choose(self, code: str) -> None:
        if code == self._form.code:
            return
        if not self._words.leave():
            self.list.choose(self._form.code)
            return
        self._made.hide()  # it spoke of another form
        self._form = self._all[code]
        self.choices.show_form(self._form)
        self._ask_preview()

    def _ask_preview(self) -> None:
        form = self._wanted_form
        self._buttons.show_form(form)
        self._paper.setTabVisible(self._paper.indexOf(self._words), form.is_letter)
        self._title.setText(form.title)
        self._recipient.setText(f"{form.code} · 报：{form.recipient or '本单位存档'} · {form.source}")
        self._wanted += 1
        self._timer.start()

    def _check_all(self) -> None:
        ledger, on, wanted = self.context.ledger, self.context.today(), list(self._all.values())

        def check(tick: Progress) -> dict[str, Standing]:
            return standings(ledger, wanted, on=on)

        self.context.runner.run("检查各表", check, self._show_checked)

    def _show_checked(self, found: dict[str, Standing]) -> None:
        self.list.show_standings(found, {code: form.title for code, form in self._all.items()})

    def _make_pdf(self) -> None:
        """Ask for the readiness and the paper of what is chosen now."""
        number, ledger, form, chosen = self._wanted, self.context.ledger, self._wanted_form, self.choices
        try:
            asked = chosen.asked
        except Rejected as fault:
            self._preview.show_words(f"填报日期{fault}")
            return

        def make(tick: Progress) -> _Made:
            lacking, found = forms.readiness(ledger, form, **asked), findings_of(ledger, form, **asked)
            return _Made(number, lacking, found, forms.paper(ledger, form, **asked))

        self.context.runner.run("生成预览", make, self._show_pdf, failed=self._show_refusal)
        self._show_side()

    def _open_figure(self, number: int) -> None:
        """A click on a figure of the paper: the records behind it."""
        figure = self._opened[number]
        self._figures.want(figure.name, figure.line)
        self._paper.setCurrentWidget(self._figures)

    def _show_side(self) -> None:
        """Fill the tab in front beside the preview."""
        side = self._paper.currentWidget()
        if isinstance(side, LetterEditor | FigureList | ComparisonList):
            side.show_form(self._wanted_form, self.choices)

    def _show_pdf(self, made: _Made) -> None:
        paper, found = made.paper, made.readiness
        if made.number == self._wanted:
            self._shown = made.number
            self._missing.show_readiness(found, made.findings)
            self._lacking = found.missing
            self._faults = errors_in(made.findings, (each.sentence for each in found.missing))
            self._preview.show_pdf(paper.pdf)
            self._preview.show_marks([Mark(each.page, each.box, tip=_OPENS) for each in paper.figures])
            self._opened = paper.figures

    def _show_refusal(self, fault: Exception) -> None:
        if not isinstance(fault, BanbiantianError):
            raise fault
        self._preview.show_words(str(fault))

    # What is made

    def _print_paper(self) -> None:
        if not self._words.leave():
            return
        pdf = self._preview.pdf
        if not pdf or self._shown != self._wanted:  # the paper in view is older than what was chosen or typed
            self.context.messages.tell("预览还没有生成，稍等一下再打印。")
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._form.title)
        if QPrintDialog(printer, self).exec():
            print_pdf(pdf, printer)
            self.context.messages.toast(f"已送去打印：{self._form.title}")
