"""休息哺乳室: the rooms, their log as it is written on paper, cleaning, inspection, equipment and monthly figures."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.services import checklists, nursing, records
from desktop_app.ui.context import Context
from desktop_app.ui.empty_sheet import EmptySheet
from desktop_app.ui.lazy_tabs import LazyTabs
from desktop_app.ui.marked_list import MarkedList
from desktop_app.ui.page import Page
from desktop_app.ui.place_of import way_to
from desktop_app.ui.record_editor import RecordEditor
from desktop_app.ui.record_list import RecordListView
from desktop_app.ui.room_log import RoomLog
from desktop_app.ui.room_month import RoomMonth

ROOM_WORD = "女职工休息哺乳室"
_EMPTY = (
    "这里登记每间{word}：把门口的纸质登记表录进来，记下清洁消毒和设施检查，月底自动算出使用人次和平均时长。"
    "使用登记不要求姓名。"
)
_STARS = "按“开始自评”，各星级的条件先列好，逐条填是或否；达到几星由此算出。"
_APPLICATIONS = "新建或提质要向上级申报补助的，申报一次记一次；打开一次申报，可以填预算。"
_NO_ROOM = {"room_id": 0}  # until a room is shown
_Panel = RoomLog | MarkedList | RecordListView | RecordEditor


class NursingPage(Page):
    """One room at a time, chosen on top."""

    name = "nursing"
    title = "休息哺乳室"
    icon = "nursing"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.room_id = 0
        self._is_applying = False  # without a room, whether the applications for one are looked at
        self._make_head()
        self._make_tabs()
        self._make_new_room()
        self._make_layout()

    def reload(self) -> None:
        """Show the rooms and the tab in front."""
        self._word.setText(self.context.ledger.setting("room_word", ROOM_WORD))
        rooms = nursing.rooms(self.context.ledger)
        ids = [record_id for record_id, _ in rooms]
        if self.room_id not in ids:
            self.room_id = ids[0] if ids else 0
        self._rooms.blockSignals(True)
        self._rooms.clear()
        for record_id, name in rooms:
            self._rooms.addItem(name, record_id)
        self._rooms.setCurrentIndex(ids.index(self.room_id) if ids else -1)
        self._rooms.blockSignals(False)
        self._rooms.setVisible(bool(ids))
        self._word.setVisible(bool(ids))
        self._add.setVisible(bool(ids) or self._is_applying)
        if ids or self._is_applying:
            self._tabs.show_only(self._tabs.names if ids else ("room_application",))
        if self._stack.currentWidget() is not self._new_room:
            self._stack.setCurrentWidget(self._tabs if ids or self._is_applying else self._empty)
        if ids:
            self._show_tab()

    def show_record(self, kind: str, record_id: int) -> None:
        """Go to the room and the tab of a record."""
        way = way_to(self.context.ledger, kind, record_id, self._tabs.names)
        kind, record_id = way[0]
        values = records.load(self.context.ledger, kind, record_id) if record_id else {}
        self._is_applying = kind == "room_application"
        if values and not self._is_applying:
            self.room_id = record_id if kind == "nursing_room" else values["room_id"]
        self.reload()
        if not self.room_id and not self._is_applying:
            return
        panel = self._tabs.open(kind)
        self._show_tab()
        if isinstance(panel, RoomLog) and values:
            panel.days.pick(values["used_on"])
        shown = panel.list if isinstance(panel, MarkedList) else panel
        if isinstance(shown, RecordListView):
            shown.open_way(way)

    def search(self) -> None:
        """Ctrl+F in the list in front."""
        shown = self._shown()
        if isinstance(shown, RecordListView):
            shown.search()

    def save(self) -> None:
        """Ctrl+S: keep what one is typing."""
        shown = self._shown()
        if isinstance(shown, RoomLog):
            shown.sheet.grid.keep_all()
        elif isinstance(shown, RecordListView | RecordEditor):
            shown.save()

    def leave(self) -> bool:
        """Lines that are red and editors with changes hold the officer back until she decides."""
        if self._stack.currentWidget() is self._new_room and not self._new_room.leave():
            return False
        return all(panel.leave() for panel in self._tabs.made() if isinstance(panel, _Panel))

    @property
    def word(self) -> str:
        """What a nursing room is called here."""
        return self._word.text()

    def begin_room(self) -> None:
        """Register another room."""
        if self.leave():
            self._new_room.open(None)
            self._stack.setCurrentWidget(self._new_room)
            self._new_room.focus()

    def begin_assessment(self) -> None:
        """Lay out the conditions of the stars for the room chosen, to be ticked today."""
        number = checklists.start_star_assessment(self.context.ledger, self.room_id, self.context.today())
        self.context.changed.emit("")
        panel = self._tabs.content()
        if isinstance(panel, RecordListView):
            panel.open_way([("star_assessment", number), ("star_assessment_line", 0)])
        self.context.offer_undo("已列出星级条件，逐条填是或否。")

    def _shown(self) -> QWidget | None:
        """What is in front, a list rather than the month beside it."""
        panel = self._tabs.content() if self.room_id or self._is_applying else None
        return panel.list if isinstance(panel, MarkedList) else panel

    def _make_head(self) -> None:
        self._word = QLabel()
        self._word.setProperty("role", "section")
        self._rooms = QComboBox()
        self._rooms.setAccessibleName("哺乳室")
        self._rooms.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._rooms.currentIndexChanged.connect(self._choose_room)
        self._add = QPushButton("新增一间")
        self._add.clicked.connect(self.begin_room)

    def _make_tabs(self) -> None:
        self._tabs = LazyTabs()
        self._tabs.add("room_use", "使用登记", lambda: RoomLog(self.context))
        self._tabs.add("room_cleaning", "清洁消毒", lambda: MarkedList(self.context, "room_cleaning", "已清洁"))
        self._tabs.add("room_inspection", "设施检查", lambda: MarkedList(self.context, "room_inspection", "已检查"))
        self._tabs.add("room_equipment", "设备设施", lambda: RecordListView(self.context, "room_equipment", _NO_ROOM))
        self._tabs.add("figures", "本月情况", lambda: RoomMonth(self.context))
        self._tabs.add("star_assessment", "星级自评", self._stars)
        self._tabs.add("room_application", "申报", self._applications)
        self._tabs.add("nursing_room", "哺乳室资料", lambda: RecordEditor(self.context, "nursing_room", is_fixed=True))
        self._tabs.currentChanged.connect(self._show_tab)

    def _stars(self) -> RecordListView:
        view = RecordListView(self.context, "star_assessment", _NO_ROOM, purpose=_STARS)
        view.add_step("开始自评", self.begin_assessment)
        return view

    def _applications(self) -> RecordListView:
        return RecordListView(self.context, "room_application", purpose=_APPLICATIONS)

    def _make_new_room(self) -> None:
        self._new_room = RecordEditor(self.context, "nursing_room")
        self._new_room.saved.connect(self._take_room)
        self._new_room.closed.connect(self._show_rooms)

    def _make_layout(self) -> None:
        word = self.context.ledger.setting("room_word", ROOM_WORD)
        self._empty = EmptySheet(
            self.icon,
            f"还没有登记{word}",
            _EMPTY.format(word=word),
            "登记第一间",
            self.begin_room,
            ("申报新建一间", lambda: self.show_record("room_application", 0)),
        )
        self._stack = QStackedWidget()
        for widget in (self._empty, self._tabs, self._new_room):
            self._stack.addWidget(widget)
        head = QHBoxLayout()
        head.addWidget(self._word)
        head.addWidget(self._rooms)
        head.addStretch(1)
        head.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 4, 20, 10)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _choose_room(self, index: int) -> None:
        wanted = self._rooms.itemData(index) or 0
        if self.leave():
            self.room_id = wanted
        self.reload()

    def _take_room(self, record_id: int) -> None:
        self.room_id, self._is_applying = record_id, False
        self._show_rooms()
        self._tabs.open("room_use")
        self._show_tab()

    def _show_rooms(self) -> None:
        self._stack.setCurrentWidget(self._tabs)
        self.reload()

    def _show_tab(self, _: int = 0) -> None:
        """Point the tab in front at the present room; an editor or list that shows it already is left as it is."""
        if not self.room_id:
            return
        panel = self._tabs.content()
        if isinstance(panel, RoomLog | MarkedList | RoomMonth):
            panel.show_room(self.room_id)
        elif panel.property("room") == self.room_id or self._tabs.current == "room_application":
            return
        elif isinstance(panel, RecordListView):
            panel.set_where({"room_id": self.room_id})
        elif isinstance(panel, RecordEditor):
            panel.open(self.room_id)
        panel.setProperty("room", self.room_id)
