"""女职工委员会: term by term, its members and its meetings."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.rules.findings import Finding
from desktop_app.services import committee, forms, records
from desktop_app.services.lines import lines
from desktop_app.services.papers import paper_about
from desktop_app.ui.context import Context
from desktop_app.ui.empty_sheet import EmptySheet
from desktop_app.ui.finding_dialog import FindingDialog
from desktop_app.ui.lazy_tabs import LazyTabs
from desktop_app.ui.page import Page
from desktop_app.ui.place_of import way_to
from desktop_app.ui.re_election_wizard import ReElectionWizard
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.record_list import RecordListView
from desktop_app.ui.term_bar import TermBar
from desktop_app.ui.term_head import TermHead
from desktop_app.ui.term_steps import TermSteps

_PURPOSE = (
    "先建一届女职工委员会，填上届次和任期；再从花名册里选出主任、副主任、委员。"
    "会议、议题、决议和签到也记在这一届里，组织情况登记表、组成人员名单、会议记录表都由此打印。"
)
_MEMBERS = "从花名册里选人，填上职务和分工。手头有委员名单的表格，可以直接导入。"
_MEETINGS = "记下每次会议；打开一次会议，下面就能记议题、决议和签到。"
_ELECTIONS = "换届或选举一次记一次：请示、批复、票数、选举结果的报告都由此打印。"
_CHANGES = "届中有委员调离、退休、增补、替补的，变动一次记一次。"
_PLANS = "一年的重点工作一件一行：什么时间、做什么、谁负责。按年打印工作计划表。"
_REPORTS = "年度工作报告里台账说不出的话写在这里，数字由台账填上。一年一份。"
_YEARLY = ("plan_item", "work_report")
_TERMLESS = ("meeting", *_YEARLY)  # what can be kept before there is a term


class CommitteePage(Page):
    """The chosen term's head over its members, meetings and papers."""

    name = "committee"
    title = "女职工委员会"
    icon = "committee"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._term = 0
        self.findings: list[Finding] = []  # of the committee, as the rules see it today
        self._has_steps = False
        self._is_termless = False  # without a term, whether what needs none is looked at
        self._make_head()
        self._make_tabs()
        self._make_new()
        self._make_layout()

    def reload(self) -> None:
        """Show the terms and how the chosen one stands."""
        terms = committee.terms(self.context.ledger)
        ids = [term_id for term_id, _ in terms]
        if self._term not in ids:
            self._term = ids[0] if ids else 0
        self._bar.show_terms(terms, self._term)
        self._show_standing(bool(ids))
        if ids or self._is_termless:
            self.tabs.show_only(self.tabs.names if ids else _TERMLESS)
        if self._stack.currentWidget() not in (self.new_term, self.re_election):
            self._stack.setCurrentWidget(self._board if ids or self._is_termless else self._empty)
        if ids:
            self._show_term()
        else:
            self._make_room(True)

    def show_record(self, kind: str, record_id: int) -> None:
        """Go to the term of a record and open its tab."""
        way = way_to(self.context.ledger, kind, record_id, self.tabs.names)
        kind, record_id = way[0]
        self._is_termless = kind in _TERMLESS
        if self._stack.currentWidget() is self.re_election:
            self._stack.setCurrentWidget(self._board)
        if record_id and kind not in _YEARLY:
            values = records.load(self.context.ledger, kind, record_id)
            self._term = (values["id"] if kind == "committee_term" else values["term_id"]) or self._term
        self.reload()
        if self._term or self._is_termless:
            content = self.tabs.open(kind)
            self._show_tab()
            if isinstance(content, RecordListView):
                content.open_way(way)

    def search(self) -> None:
        """Ctrl+F in the list in front."""
        content = self._content()
        if isinstance(content, RecordListView):
            content.search()

    def save(self) -> None:
        """Ctrl+S."""
        content = self._content()
        if self._stack.currentWidget() is self.new_term:
            self.new_term.save()
        elif isinstance(content, RecordEditor | RecordListView):
            content.save()

    def leave(self) -> bool:
        """Typed work holds the officer."""
        if self._stack.currentWidget() is self.new_term and not self.new_term.leave():
            return False
        return all(
            content.leave() for content in self.tabs.made() if isinstance(content, RecordEditor | RecordListView)
        )

    def open_new_term(self) -> None:
        """Begin a term."""
        if self.leave():
            self.new_term.open(None)
            self._stack.setCurrentWidget(self.new_term)
            self.new_term.focus()

    def begin_re_election(self) -> None:
        """Prepare the next term, or go on where one left off."""
        if self.leave():
            self.re_election.open()
            self._stack.setCurrentWidget(self.re_election)

    def open_findings(self) -> None:
        """The list of what the rules found in the committee."""
        FindingDialog(self.context, "女职工委员会的检查", self.findings, self).open()

    def open_step(self) -> None:
        """Open the place where the step chosen is filled in."""
        step = self.steps.step
        content = self.tabs.open(step.place)
        self._show_tab()
        if isinstance(content, RecordListView):
            about = lines(self.context.ledger, step.place, self._owned(), order=("-id",))
            content.open_way([(step.place, about[0]["id"] if about else 0)])
        if step.field:
            self.focus_field(step.field)

    def open_paper(self, code: str) -> None:
        """Turn to a form about the very record of this term that it speaks of."""
        form = forms.form(code)
        about = paper_about(self.context.ledger, form, "committee_term", self._term)
        if about is None:  # the record comes first
            self.tabs.open(form.about)
            self._show_tab()
            self.context.messages.toast(f"先在这里登记一条，再出《{form.title}》。")
        elif self.leave():
            self.context.show_form(code, about)

    def delete_term(self) -> None:
        """Delete the chosen term with its members, after asking."""
        name = self._bar.name
        if self.context.messages.ask(f"要删除“{name}”和它的委员名单吗？删除后可以立即撤销。", "删除"):
            self.context.delete("committee_term", [self._term])

    def _make_head(self) -> None:
        self._bar = TermBar()
        self._bar.chosen.connect(self._choose_term)
        self._bar.loose_wanted.connect(self._show_loose)
        self._bar.findings_wanted.connect(self.open_findings)
        self._bar.re_election_wanted.connect(self.begin_re_election)
        self._bar.new_wanted.connect(self.open_new_term)
        self._bar.delete_wanted.connect(self.delete_term)
        self._head = TermHead()
        self.steps = TermSteps()
        self.steps.fill.connect(self.open_step)
        self.steps.paper.connect(self.open_paper)

    def _make_tabs(self) -> None:
        self.tabs = LazyTabs()
        self.tabs.add(
            "committee_member",
            "委员",
            lambda: self._list_of("committee_member", _MEMBERS),
        )
        self.tabs.add("meeting", "会议", lambda: self._list_of("meeting", _MEETINGS))
        self.tabs.add("member_change", "委员变动", lambda: self._list_of("member_change", _CHANGES))
        self.tabs.add("election", "换届选举", lambda: self._list_of("election", _ELECTIONS))
        self.tabs.add("committee_term", "届次资料", lambda: RecordEditor(self.context, "committee_term", is_fixed=True))
        self.tabs.add("plan_item", "工作计划", lambda: self._list_of("plan_item", _PLANS))
        self.tabs.add("work_report", "工作报告", lambda: self._list_of("work_report", _REPORTS))
        self.tabs.currentChanged.connect(self._show_tab)

    def _make_new(self) -> None:
        self.new_term = RecordEditor(self.context, "committee_term")
        self.new_term.closed.connect(self._close_new)
        self.new_term.saved.connect(self._show_new)
        self.re_election = ReElectionWizard(self.context)
        self.re_election.left.connect(self._leave_re_election)
        self.re_election.made.connect(self._take_new)

    def _make_layout(self) -> None:
        self._board = QWidget()
        column = QVBoxLayout(self._board)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._bar)
        column.addWidget(self._head)
        column.addWidget(self.steps)
        column.addWidget(self.tabs, 1)
        self._empty = EmptySheet(
            self.icon,
            "还没有女职工委员会的届次",
            _PURPOSE,
            "新增届次",
            self.open_new_term,
            ("先记会议、工作计划、工作报告", lambda: self.show_record("plan_item", 0)),
        )
        self._stack = QStackedWidget()
        for part in (self._empty, self._board, self.new_term, self.re_election):
            self._stack.addWidget(part)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(20, 4, 20, 12)
        outside.addWidget(self._stack)

    def _list_of(self, kind: str, purpose: str) -> RecordListView:
        view = RecordListView(self.context, kind, {} if kind in _YEARLY else self._owned(), purpose=purpose)
        view.editing.connect(self._make_room)
        return view

    def _make_room(self, is_editing: bool) -> None:
        """An open editor needs the height of the head; the yearly papers are none of the term's."""
        is_shown = bool(self._term) and not is_editing and self.tabs.current not in _YEARLY
        self._head.setVisible(is_shown)
        self.steps.setVisible(is_shown and self._has_steps)

    def _content(self) -> QWidget | None:
        """What is in front, if anything."""
        return self.tabs.content() if self._term or self._is_termless else None

    def _owned(self) -> dict[str, int | None]:
        return {"term_id": self._term or None}

    def _choose_term(self, chosen: int) -> None:
        if chosen == self._term:
            return
        if self.leave():
            self._term = chosen
        self.reload()

    def _show_term(self) -> None:
        ledger, today = self.context.ledger, self.context.today()
        self._head.show_overview(committee.overview(ledger, self._term, today))
        steps = committee.shown_steps(ledger, self._term, today)
        self._has_steps = bool(steps)
        self.steps.show_steps(steps, today)
        self._show_tab()

    def _show_standing(self, has_terms: bool) -> None:
        ledger, today = self.context.ledger, self.context.today()
        self.findings = committee.findings(ledger, today)
        loose = committee.meetings_without_term(ledger) if has_terms else 0
        self._bar.show_standing(self.findings, loose, may_begin=committee.may_re_elect(ledger, today))

    def _show_tab(self) -> None:
        content = self.tabs.content()
        self._make_room(isinstance(content, RecordListView) and content.is_editing)
        if isinstance(content, RecordListView) and content.where.get("term_id") not in (self._term, None):
            content.set_where(self._owned())
        elif isinstance(content, RecordEditor) and not content.is_changed:
            content.open(self._term)

    def _show_loose(self) -> None:
        content = self.tabs.open("meeting")
        if isinstance(content, RecordListView) and content.leave():
            content.set_where({"term_id": None})

    def _take_new(self, term_id: int) -> None:
        self._term, self._is_termless = term_id, False
        for content in self.tabs.made():
            if isinstance(content, RecordListView) and "term_id" in content.where:
                content.set_where(self._owned())
        self.reload()

    def _leave_re_election(self) -> None:
        self._stack.setCurrentWidget(self._board)
        self.reload()

    def _show_new(self, term_id: int) -> None:
        self._take_new(term_id)
        self._close_new()
        self.tabs.open("committee_member")
        self._show_tab()

    def _close_new(self) -> None:
        self._stack.setCurrentWidget(self._board)
        self.reload()
