"""专项集体合同: one board per round, its stages on top, its records below."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.services import contract_text, negotiations, records
from desktop_app.services.negotiations import LOCAL_RULE, Stage
from desktop_app.ui.context import Context
from desktop_app.ui.empty_sheet import EmptySheet
from desktop_app.ui.lazy_tabs import LazyTabs
from desktop_app.ui.lines_grid import LinesGrid
from desktop_app.ui.page import Page
from desktop_app.ui.place_of import way_to
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.record_list import RecordListView
from desktop_app.ui.stage_line import StageLine

_GRIDS = {  # the columns edited in place, with their shares of the room
    "negotiation_item": {"category": 15, "floor": 19, "ask": 21, "answer": 19, "outcome": 10, "clause": 19},
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
)
_PURPOSES = {
    "authorization": "法定代表人或工会主席不亲自任首席代表的，委托一次记一次，打印授权委托书。",
}
_CLAUSES = (
    "合同文本就是这些条文，按条号一条一行。按“按条款库起草”，条款库的条文和已商定的议题先排好，再逐条修改；"
    "也可以自己一条一条写。"
)
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
        self._stages: list[Stage] = []
        self._chosen = -1
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
        self._rounds.blockSignals(True)
        self._rounds.clear()
        for record_id, title in rounds:
            self._rounds.addItem(title, record_id)
        self._rounds.setCurrentIndex(ids.index(self._round) if ids else -1)
        self._rounds.blockSignals(False)
        self._rounds.setVisible(bool(ids))
        self._stack.setCurrentIndex(1 if ids else 0)
        self._new.setVisible(bool(ids))
        if ids:
            self._show_stages()
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

    @property
    def sentence(self) -> str:
        """What is said of the stage chosen."""
        return self._sentence.text()

    def open_stage(self) -> None:
        """Open the place where the stage chosen is filled in."""
        current = self._chosen if self._chosen >= 0 else self.stage_line.current
        stage = self._stages[current]
        self._tabs.open(stage.place)
        self._show_tab()
        panel = self._tabs.content()
        if isinstance(panel, RecordEditor):
            panel.focus(stage.field)

    def draft_clauses(self) -> None:
        """Lay out the articles from the library and from what was agreed on."""
        if not self.leave():
            return
        number = contract_text.draft_clauses(self.context.ledger, self._round)
        self.context.changed.emit("")
        self.context.offer_undo(f"已起草 {number} 条，请逐条修改。")

    def _make_head(self) -> None:
        self._rounds = QComboBox()
        self._rounds.setAccessibleName("协商轮次")
        self._rounds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._rounds.currentIndexChanged.connect(self._choose_round)
        self._new = QPushButton("新建协商轮次")
        self._new.clicked.connect(self._begin_round)

    def _make_line(self) -> None:
        self.stage_line = StageLine()
        self.stage_line.chosen.connect(self._choose_stage)
        self._sentence = QLabel()
        self._sentence.setWordWrap(True)
        self._go = QPushButton("去填写")
        self._go.clicked.connect(self.open_stage)

    def _make_tabs(self) -> None:
        self._tabs = LazyTabs()
        for kind, title in _TABS:
            self._tabs.add(kind, title, partial(self._lines_of if kind in _GRIDS else self._list_of, kind))
        self._tabs.add("negotiation", "合同与日期", lambda: RecordEditor(self.context, "negotiation", is_fixed=True))
        self._tabs.currentChanged.connect(self._show_tab)

    def _lines_of(self, kind: str) -> LinesGrid:
        if kind != "contract_clause":
            return LinesGrid(self.context, kind, _GRIDS[kind])
        draft = QPushButton("按条款库起草")
        draft.setToolTip("把条款库的条文和已商定的议题按章排好，再逐条修改")
        draft.clicked.connect(self.draft_clauses)
        return LinesGrid(self.context, kind, _GRIDS[kind], step=draft, purpose=_CLAUSES)

    def _list_of(self, kind: str) -> RecordListView:
        return RecordListView(self.context, kind, {"negotiation_id": 0}, purpose=_PURPOSES.get(kind, ""))

    def _make_layout(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._rounds)
        head.addStretch(1)
        head.addWidget(self._new)
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptySheet(self.icon, "还没有协商轮次", _EMPTY, "新建协商轮次", self._begin_round))
        self._stack.addWidget(self._board())
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 10)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _board(self) -> QWidget:
        self._stage_sheet = sheet = QFrame()
        sheet.setProperty("role", "sheet")
        said = QHBoxLayout()
        said.addWidget(self._sentence, 1)
        said.addWidget(self._go)
        top = QVBoxLayout(sheet)
        top.setContentsMargins(8, 8, 12, 8)
        top.setSpacing(4)
        top.addWidget(self.stage_line)
        top.addLayout(said)
        board = QWidget()
        column = QVBoxLayout(board)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)
        column.addWidget(self._tabs, 1)
        return board

    def _owned(self) -> dict[str, object]:
        return {"negotiation_id": self._round}

    def _choose_round(self, index: int) -> None:
        if not self.leave():
            self.reload()
            return
        self._round, self._chosen = self._rounds.itemData(index) or 0, -1
        self.reload()

    def _begin_round(self) -> None:
        start = negotiations.next_round(self.context.ledger, self._round or None)
        self._round = records.save(self.context.ledger, "negotiation", start).id
        self._chosen = -1
        self.context.changed.emit("negotiation")
        self.reload()
        self._tabs.open("negotiation_item")
        self._show_tab()
        self.context.offer_undo("已新建协商轮次，先录入征集到的议题。")

    def _show_stages(self) -> None:
        self._stages = negotiations.stages(self.context.ledger, self._round, self.context.today())
        waiting = [n for n, stage in enumerate(self._stages) if stage.state in ("late", "now")]
        late = [n for n in waiting if self._stages[n].state == "late"]
        current = self._chosen if self._chosen >= 0 else (late or waiting or [len(self._stages) - 1])[0]
        self._show_stage(current)

    def _show_stage(self, number: int) -> None:
        stage = self._stages[number]
        self.stage_line.show_stages(self._stages, number)
        when = f"{stage.date}" if stage.state == "done" and stage.date else ""
        said = "，".join(part for part in (when, stage.sentence) if part)
        rule = "" if stage.state == "done" else f"。{LOCAL_RULE}"
        self._sentence.setText(f"{stage.name}：{said or '已完成'}{rule}")

    def _choose_stage(self, number: int) -> None:
        self._chosen = number
        self._show_stage(number)

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
