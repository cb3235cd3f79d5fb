"""专项集体合同: one board per round, its steps on top, its records below."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.records.fields import Value
from desktop_app.rules.findings import Finding
from desktop_app.rules.procedure import AHEAD, DONE, LATE, NOW, Step
from desktop_app.services import contract_text, forms, negotiations, records, round_check
from desktop_app.services.lines import lines
from desktop_app.services.papers import paper_about
from desktop_app.services.topics import completed
from desktop_app.ui.context import Context
from desktop_app.ui.empty_sheet import EmptySheet
from desktop_app.ui.finding_dialog import FindingDialog, counted
from desktop_app.ui.lazy_tabs import LazyTabs
from desktop_app.ui.lines_grid import LinesGrid
from desktop_app.ui.page import Page
from desktop_app.ui.place_of import way_to
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.record_list import RecordListView
from desktop_app.ui.round_head import RoundHead
from desktop_app.ui.stage_line import StageLine
from desktop_app.ui.step_panel import StepPanel

_GRIDS = {  # the columns edited in place, with their shares of the room
    "negotiation_item": {
        "topic": 12,
        "category": 10,
        "floor": 19,
        "ask": 19,
        "answer": 17,
        "outcome": 8,
        "clause": 25,
        "measure": 7,
        "agreed_value": 6,
    },
    "contract_clause": {"position": 1, "chapter": 10, "text": 84, "source": 5},
}
_TABS = (
    ("negotiation_item", "议题"),
    ("negotiator", "代表"),
    ("authorization", "授权委托"),
    ("negotiation_session", "协商会议"),
    ("contract_clause", "合同条款"),
    ("congress_vote", "职代会表决"),
    ("performance_inspection", "履约检查"),
    ("contract_dispute", "合同争议"),
)
_PURPOSES = {
    "contract_dispute": "协商不成申请协调处理，或者履行合同发生争议的，一件记一次：处理期限由此推算，申请书由此打印。",
    "authorization": "法定代表人或工会主席不亲自任首席代表的，委托一次记一次，打印授权委托书。",
}
_CLAUSES = (
    "合同文本就是这些条文，按条号一条一行。按“按条款库起草”，条款库的条文和已商定的议题先排好，再逐条修改；"
    "也可以自己一条一条写。"
)
_LOW = 26  # lines of text that fit into the height
_AT_ONCE = 3  # items of the negotiation seen together, two lines of text each on the smallest screen
_Panel = LinesGrid | RecordListView | RecordEditor
_EMPTY = (
    "这里一轮一轮地办理女职工权益保护专项集体合同：从议题征集、要约、协商，到职代会表决、签订、报送审查、"
    "公布、履约检查和续签。每一步的日期和法定期限都在一条线上，缺什么一看就知道。"
)


class ContractPage(Page):
    """The negotiation board."""

    name = "contract"
    title = "专项集体合同"
    icon = "contract"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._round = 0
        self.steps: list[Step] = []  # of the round shown, and what the rules found in it
        self.findings: list[Finding] = []
        self._chosen = ""
        self._make_head()
        self._make_line()
        self._make_tabs()
        self._make_layout()

    def reload(self) -> None:
        """Show the rounds, the present one's stages and the tab in front."""
        rounds = negotiations.rounds(self.context.ledger)
        ids = [record_id for record_id, _ in rounds]
        if self._round not in ids:
            self._round = ids[0] if ids else 0
        self._stack.setCurrentIndex(1 if ids else 0)
        self.head.show_rounds(rounds, self._round)
        if ids:
            self._fold_panel()
            self._show_steps()
            self._show_tab()

    def show_record(self, kind: str, record_id: int) -> None:
        """Go to the round of a record and open its tab."""
        way = way_to(self.context.ledger, kind, record_id, self._tabs.names)
        kind, record_id = way[0]
        if record_id:
            values = records.load(self.context.ledger, kind, record_id)
            self._round = values["id"] if kind == "negotiation" else values["negotiation_id"]
        self.reload()
        if self._round:
            self._tabs.open(kind)
            self._show_tab()
            panel = self._tabs.content()
            if isinstance(panel, RecordListView):
                panel.open_way(way)
            elif record_id and isinstance(panel, LinesGrid):
                panel.open_record(record_id)

    def search(self) -> None:
        """Ctrl+F in the list in front."""
        panel = self._tabs.content() if self._round else None
        if isinstance(panel, RecordListView):
            panel.search()

    def save(self) -> None:
        """Ctrl+S: keep what one is typing."""
        panel = self._tabs.content() if self._round else None
        if isinstance(panel, _Panel):
            panel.save()

    def leave(self) -> bool:
        """Lines that are red and editors with changes hold the officer back until she decides."""
        return all(panel.leave() for panel in self._tabs.made() if isinstance(panel, _Panel))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low screen the lines below need the room more than the grounds of a step."""
        super().resizeEvent(event)
        self._fold_panel()

    def _fold_panel(self) -> None:
        self.panel.fold(self.height() < _LOW * self.fontMetrics().lineSpacing())

    @property
    def sentence(self) -> str:
        """What is said of the step chosen."""
        return self.panel.text

    def open_step(self) -> None:
        """Open the place where the step chosen is filled in."""
        step = self.steps[self.stage_line.current]
        if step.place not in self._tabs.names:  # the unit's own data
            self.context.show_record(step.place, 0, step.field)
            return
        self._tabs.open(step.place)
        self._show_tab()
        panel = self._tabs.content()
        if isinstance(panel, RecordListView) and step.field:  # of the latest one, as of the vote that failed
            own = lines(self.context.ledger, step.place, self._owned(), order=("-id",))
            panel.open_way([(step.place, own[0]["id"] if own else 0)])
        if step.field:
            self.focus_field(step.field)

    def open_paper(self, code: str) -> None:
        """Turn to a form, about the very record of this round that it speaks of."""
        form = forms.form(code)
        about = paper_about(self.context.ledger, form, "negotiation", self._round)
        if about is None:  # the record comes first
            self._tabs.open(form.about)
            self._show_tab()
            self.context.messages.toast(f"先在这里登记一条，再出《{form.title}》。")
        elif self.leave():
            self.context.show_form(code, about)

    def open_findings(self) -> None:
        """The list of what the rules found in this round."""
        FindingDialog(self.context, "这一份合同的检查", self.findings, self).open()

    def draft_clauses(self) -> None:
        """Lay out the articles from the library and from what was agreed on."""
        if not self.leave():
            return
        number = contract_text.draft_clauses(self.context.ledger, self._round)
        self.context.changed.emit("")
        self.context.offer_undo(f"已起草 {number} 条，请逐条修改。")

    def _make_head(self) -> None:
        self.head = RoundHead()
        self.head.chosen.connect(self._choose_round)
        self.head.begun.connect(self.begin_round)
        self.head.findings_wanted.connect(self.open_findings)

    def _make_line(self) -> None:
        self.stage_line = StageLine()
        self.stage_line.chosen.connect(self._choose_step)
        self.panel = StepPanel({form.code: form.title for form in forms.all_forms()})
        self.panel.fill.connect(self.open_step)
        self.panel.paper.connect(self.open_paper)

    def _make_tabs(self) -> None:
        self._tabs = LazyTabs()
        for kind, title in _TABS:
            self._tabs.add(kind, title, partial(self._lines_of if kind in _GRIDS else self._list_of, kind))
        self._tabs.add("negotiation", "合同与日期", lambda: RecordEditor(self.context, "negotiation", is_fixed=True))
        self._tabs.currentChanged.connect(self._show_tab)

    def _lines_of(self, kind: str) -> LinesGrid:
        if kind != "contract_clause":
            fill_in = partial(completed, self.context.ledger)
            return LinesGrid(self.context, kind, _GRIDS[kind], complete=fill_in, at_once=_AT_ONCE)
        draft = QPushButton("按条款库起草")
        draft.setToolTip("把条款库的条文和已商定的议题按章排好，再逐条修改")
        draft.clicked.connect(self.draft_clauses)
        return LinesGrid(self.context, kind, _GRIDS[kind], step=draft, purpose=_CLAUSES)

    def _list_of(self, kind: str) -> RecordListView:
        return RecordListView(self.context, kind, {"negotiation_id": 0}, purpose=_PURPOSES.get(kind, ""))

    def _make_layout(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptySheet(self.icon, "还没有协商轮次", _EMPTY, "新建协商轮次", self.begin_round))
        self._stack.addWidget(self._board())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 10)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)

    def _board(self) -> QWidget:
        self._stage_sheet = sheet = QFrame()
        sheet.setProperty("role", "sheet")
        top = QVBoxLayout(sheet)
        top.setContentsMargins(8, 4, 10, 4)
        top.setSpacing(2)
        top.addWidget(self.stage_line)
        top.addWidget(self.panel)
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        column.addWidget(self._tabs, 1)
        return board

    def _owned(self) -> dict[str, Value]:
        return {"negotiation_id": self._round}

    def _choose_round(self, round_id: int) -> None:
        if not self.leave():
            self.reload()
            return
        self._round, self._chosen = round_id, ""
        self.reload()

    def begin_round(self, occasion: str = "续订") -> None:
        """Begin a round after the one shown: it renews that one, or changes it."""
        if not self.leave():
            return
        start = negotiations.next_round(self.context.ledger, self._round or None, occasion)
        self._round = records.save(self.context.ledger, "negotiation", start).id
        self._chosen = ""
        self.context.changed.emit("negotiation")
        self.reload()
        self._tabs.open("negotiation_item")
        self._show_tab()
        self.context.offer_undo("已新建协商轮次，先录入征集到的议题。")

    def _show_steps(self) -> None:
        ledger, on = self.context.ledger, self.context.today()
        self.steps = negotiations.steps(ledger, self._round, on)
        self.findings = round_check.findings(ledger, self._round, on)
        states = {step.code: step.state for step in self.steps}
        may_change = states["S12"] == DONE and states["S17"] != DONE
        self.head.show_findings(counted(self.findings), has_any=bool(self.findings), may_change=may_change)
        chosen = [n for n, step in enumerate(self.steps) if step.code == self._chosen]
        by_state = [[n for n, step in enumerate(self.steps) if step.state == state] for state in (LATE, NOW, AHEAD)]
        self._show_step(next((numbers[0] for numbers in (chosen, *by_state) if numbers), len(self.steps) - 1))

    def _show_step(self, number: int) -> None:
        self.stage_line.show_steps(self.steps, number)
        self.panel.show_step(self.steps[number], self.context.today())

    def _choose_step(self, number: int) -> None:
        self._chosen = self.steps[number].code
        self._show_step(number)

    def _show_tab(self, _: int = 0) -> None:
        """Point the tab in front at the present round; one that shows it already is left as it is."""
        if not self._round:
            return
        self._stage_sheet.setVisible(
            self._tabs.current != "contract_clause"
        )  # long articles need the height to be read
        panel = self._tabs.content()
        if panel.property("round") == self._round:
            return
        if isinstance(panel, LinesGrid):
            panel.show_owner(self._round)
        elif isinstance(panel, RecordListView):
            panel.set_where(self._owned())
        elif isinstance(panel, RecordEditor):
            panel.open(self._round)
        panel.setProperty("round", self._round)
