"""换届: four quiet steps from the present term to the next one and its letters; nothing is kept before the third."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.errors import Rejected
from desktop_app.services import committee, forms, re_election
from desktop_app.services.papers import paper_about
from desktop_app.services.re_election import Proposal
from desktop_app.ui import theme
from desktop_app.ui.context import Context
from desktop_app.ui.re_election_dates import DatesSheet
from desktop_app.ui.re_election_papers import ChecksSheet, PapersSheet
from desktop_app.ui.re_election_people import PeopleSheet
from desktop_app.ui.sheet import words

_STEPS = ("检查", "届次与日期", "人选", "文书")
_MADE = len(_STEPS) - 1


class ReElectionWizard(QWidget):
    """``left`` asks to go back to the page, ``made`` carries the new term's id. What was typed stays until then."""

    left = Signal()
    made = Signal(int)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._proposal: Proposal | None = None
        self.term_id = 0  # the term made
        self._head = QLabel()
        self._head.setTextFormat(Qt.TextFormat.RichText)
        self._fault = words("", "error")
        self.pages = QStackedWidget()
        self._back, self._on, self._leave = QPushButton("上一步"), QPushButton(), QPushButton("先到这里")
        self._make_layout()

    def open(self) -> None:
        """Begin, or go on where one left off; another term in office makes it begin anew."""
        proposal = re_election.proposed(self._context.ledger, self._context.today())
        if self._proposal is None or proposal.after != self._proposal.after or self.term_id:
            self._begin(proposal)
        self._show(self.pages.currentIndex())

    def go_on(self) -> None:
        """The next step; after the third the term is made."""
        place = self.pages.currentIndex()
        if place == _MADE:
            self.left.emit()
        elif place == _MADE - 1:
            self.make()
        else:
            self._show(place + 1)

    def go_back(self) -> None:
        """The step before; what was typed stays."""
        self._show(max(0, self.pages.currentIndex() - 1))

    def make(self) -> None:
        """Keep the term, its election and its candidates; what cannot be kept is said where it is mended."""
        ledger, dates = self._context.ledger, self.dates
        term = (self._proposal.term if self._proposal else {}) | dates.term
        try:
            self.term_id = re_election.begin(
                ledger, term, dates.election, self.people.candidates, self._context.today()
            )
        except Rejected as fault:
            field = getattr(fault, "field", "")
            self._show(1 if dates.point_at(field) else self.pages.currentIndex())
            self._tell(str(fault))
            return
        self._context.changed.emit("committee_term")
        self.made.emit(self.term_id)
        self._show(_MADE)
        self._context.offer_undo(f"已建立第{dates.term['number']}届，带入候选人 {len(self.people.candidates)} 名。")

    def open_paper(self, code: str) -> None:
        """Turn to a form about the new term."""
        form = forms.form(code)
        about = paper_about(self._context.ledger, form, "committee_term", self.term_id)
        if about is None:
            self._context.messages.toast(f"先登记一次会议，再出《{form.title}》。")
        else:
            self._context.show_form(code, about)

    @property
    def fault(self) -> str:
        """What keeps the term from being made, or ''."""
        return self._fault.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the page."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _begin(self, proposal: Proposal) -> None:
        """Four fresh pages from what is proposed."""
        self._proposal, self.term_id = proposal, 0
        ledger, today = self._context.ledger, self._context.today()
        while self.pages.count():
            gone = self.pages.widget(0)
            self.pages.removeWidget(gone)
            gone.deleteLater()
        self.dates = DatesSheet(self._context, proposal)
        self.people = PeopleSheet(self._context, proposal.candidates)
        self.people.changed.connect(self._count)
        self.papers = PapersSheet()
        self.papers.wanted.connect(self.open_paper)
        checks = ChecksSheet(committee.findings(ledger, today), committee.way(ledger, today))
        for page in (_scrolled(checks), _scrolled(self.dates), self.people, self.papers):
            self.pages.addWidget(page)

    def _count(self) -> None:
        seats = self.dates.term["seat_count"].strip()
        self.people.tell(int(seats) if seats.isdecimal() else None)

    def _show(self, place: int) -> None:
        """One of the four, and where it stands among them."""
        self.pages.setCurrentIndex(place)
        self._tell("")
        self._count()
        names = [f"{n} {name}" for n, name in enumerate(_STEPS, 1)]
        names[place] = f"<b style='color:{theme.ACCENT_DEEP}'>{names[place]}</b>"
        self._head.setText("<b>换届</b>&nbsp;&nbsp;&nbsp;&nbsp;" + "&nbsp;&nbsp;›&nbsp;&nbsp;".join(names))
        self._back.setVisible(0 < place < _MADE)
        self._leave.setVisible(place < _MADE)
        number = self.dates.term["number"]
        self._on.setText({_MADE - 1: f"建立第{number}届", _MADE: "完成"}.get(place, "下一步"))

    def _tell(self, fault: str) -> None:
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))

    def _make_layout(self) -> None:
        self._on.setProperty("role", "primary")
        self._leave.setToolTip("回到女职工委员会页面；填了的还在，下次接着办。现在还没有改动台账")
        foot = QHBoxLayout()
        foot.addWidget(self._leave)
        foot.addWidget(self._fault, 1)
        foot.addStretch()
        foot.addWidget(self._back)
        foot.addWidget(self._on)
        for button, act in ((self._leave, self.left.emit), (self._back, self.go_back), (self._on, self.go_on)):
            button.clicked.connect(lambda _=False, act=act: act())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._head)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)


def _scrolled(part: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(part)
    return area
